"""Words for milestones laid over a trend: their kinds, each as a line, and the caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.wording import milestones, numbers

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
        "A dashed line is a day, a band a month or a year. A yearly value stands at the middle of "
        "its year."
    )


def dated_by(named: str) -> str:
    """Who dates the milestones; the line's own sources stand under it."""
    return _("Source of the milestones: {named}.").format(named=named)


def seen(n: int, first: int, last: int) -> str:
    """What the overlay adds to the words for the eye."""
    return ngettext(
        "{n} milestone of {first} to {last} is laid over the line.",
        "{n} milestones of {first} to {last} are laid over the line.",
        n,
    ).format(n=numbers.count(n), first=first, last=last)


def nothing(first: int, last: int) -> str:
    """What is said when no milestone of that kind falls within the years drawn."""
    return _("No milestone of this kind falls within {first} to {last}.").format(
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
