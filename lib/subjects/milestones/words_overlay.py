"""Words for milestones laid over a trend: their kinds, each as a line, and the caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.subjects.milestones import words as milestones
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.derive.measures import Tables

#: No milestones: the default.
NONE = "none"
ALL = milestones.ALL


def choices(tables: Tables) -> dict[str, str]:
    """Choice -> the words for it, the default first."""
    return {NONE: _("None"), **milestones.category_choices(tables)}


def not_cause() -> str:
    """The line that goes wherever milestones or cohorts stand beside a trend."""
    return _("Timing does not prove cause.")


def dates_read_so() -> str:
    """How dates of different precision are drawn."""
    return _(
        "A dashed line is a day; a band is a month or a year. An annual value is drawn halfway "
        "through its year."
    )


def dated_by(named: str) -> str:
    """Who dates the milestones; the line's own sources stand under it."""
    return _("Source of the milestones: {named}.").format(named=named)


def seen(n: int, total: int, first: int, last: int) -> str:
    """What the overlay adds to the words for the eye."""
    return ngettext(
        "{n} of {total} milestones from {first} to {last} is shown on the chart.",
        "{n} of {total} milestones from {first} to {last} are shown on the chart.",
        n,
    ).format(n=numbers.count(n), total=numbers.count(total), first=first, last=last)


def room_for(n: int) -> str:
    """Why a chart shows some milestones and not all."""
    return _(
        "The chart has room for {n}: those on a path of the Milestones page first, then laws, "
        "benefits, and rules."
    ).format(n=numbers.count(n))


def more(n: int) -> str:
    """The words on the fold of milestones that a chart has no room for."""
    return ngettext(
        "{n} more milestone of these years", "{n} more milestones of these years", n
    ).format(n=numbers.count(n))


def nothing(first: int, last: int) -> str:
    """What is said when no milestone of that kind falls within the years drawn."""
    return _("There is no milestone of this type from {first} to {last}.").format(
        first=first, last=last
    )


def line(date: str, title: str, category: str, level: str) -> str:
    """One milestone as words, all of them readers' own, in the order in which it is read aloud."""
    return _("{date}: {title} ({category}, {level})").format(
        date=date,
        title=title,
        category=category,
        level=level,
    )


def aloud(lines: Sequence[str]) -> str:
    """All the milestones laid over a trend, for its alt text."""
    return _("Milestones: {lines}.").format(lines="; ".join(lines))
