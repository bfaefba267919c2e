"""Sentences about milestones: laws, rules, benefits, programs, reports, money, coalitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import timing, vocabulary
from lib.i18n import _, ngettext
from lib.wording.numbers import capitalized, count, date, spelled

if TYPE_CHECKING:
    from lib.derive.measures import Tables
    from lib.model import Figure

#: Milestones of every category.
ALL = "all"

#: The two kinds of milestones between which a page tells the time.
LAW, BENEFIT = "law", "benefit"


def category_choices(tables: Tables) -> dict[str, str]:
    """Category of milestones -> the words on its button, all of them first."""
    return {ALL: _("All"), **vocabulary.headings(tables, "milestone_category")}


def chain_headline(path: str, steps: int, first: str, last: str) -> str:
    """How many steps a path, named in words, took between which dates (ISO)."""
    return _("{path}: {steps} steps from {first} to {last}").format(
        path=path, steps=spelled(steps), first=date(first), last=date(last)
    )


def gap_words(years: int, months: int) -> str:
    """A length of time in words, such as "three years and three months"."""
    in_years = ngettext("{n} year", "{n} years", years).format(n=spelled(years))
    in_months = ngettext("{n} month", "{n} months", months).format(n=spelled(months))
    if years and months:
        return _("{years} and {months}").format(years=in_years, months=in_months)
    return in_years if years else in_months


def law_to_benefit(path: Figure) -> str:
    """The time from the signing of a law to its benefit, from the rows of its path.

    A path without either is told by its own headline.
    """
    dates = {row.category: str(row.date) for row in path.rows[::-1].itertuples()}
    if not {LAW, BENEFIT} <= dates.keys():
        return path.headline
    years, months = timing.months_between(dates[LAW], dates[BENEFIT])
    return _(
        "Palliative care in Medi-Cal began {gap} after its law, SB 1004, was signed "
        "({law} to {benefit})"
    ).format(gap=gap_words(years, months), law=date(dates[LAW]), benefit=date(dates[BENEFIT]))


def timeline_headline(
    category: str, total: int, first_year: int, half_year: int, since: int
) -> str:
    """How many milestones (all, or of a category in words) there are, how many of them late."""
    if not category:
        text = ngettext(
            "{since} of {total} milestones we found since {first_year} is from {half_year} or later",
            "{since} of {total} milestones we found since {first_year} are from {half_year} "
            "or later",
            since,
        )
    else:
        text = ngettext(
            "{since} of {total} {category} milestones we found since {first_year} is from "
            "{half_year} or later",
            "{since} of {total} {category} milestones we found since {first_year} are from "
            "{half_year} or later",
            since,
        )
    return text.format(
        category=category.lower(),
        since=capitalized(spelled(since)),
        total=count(total),
        first_year=first_year,
        half_year=half_year,
    )


def lane_name(kind: str, n: int) -> str:
    """The name of a lane of the timeline: what its milestones are, in words, and how many."""
    return _("{kind} ({n})").format(kind=kind, n=count(n))


def lane_words() -> str:
    """What a dot of the timeline is, and which of them are named."""
    return _(
        "Each dot is one milestone, hollow when only the year is known. Labels name how each "
        "policy story began and what came of it first."
    )


def precision_words() -> str:
    """How the marks show how precisely a date is known."""
    return _("A dot is a day, a ring is a month, and a bar is a year when only the year is known.")


def record_is_not_complete() -> str:
    """The caution that goes with every list of milestones."""
    return _(
        "We list what our sources mention. It is not a complete history. If a year has few "
        "entries, we may simply have read little about it."
    )


def not_cause() -> str:
    """The line that goes with every overlay."""
    return _("Timing does not prove cause.")


def year_headline(year: int, milestones: int, cohorts: int, measures: int) -> str:
    """What the record holds for one year."""
    parts = (
        ngettext("{n} milestone", "{n} milestones", milestones).format(n=spelled(milestones)),
        ngettext("{n} initiative under way", "{n} initiatives under way", cohorts).format(
            n=spelled(cohorts)
        ),
        ngettext(
            "{n} statewide measure with data", "{n} statewide measures with data", measures
        ).format(n=spelled(measures)),
    )
    return _("{year}: {milestones}, {cohorts} and {measures}").format(
        year=year, milestones=parts[0], cohorts=parts[1], measures=parts[2]
    )


def found(n: int) -> str:
    """How many milestones fit a search."""
    return ngettext("{n} milestone matches.", "{n} milestones match.", n).format(n=count(n))


def few(n: int) -> str:
    """The words on the button that lists the latest milestones only."""
    return ngettext("Latest {n}", "Latest {n}", n).format(n=count(n))


def show_all(n: int) -> str:
    """The words on the button that lists every milestone that matches."""
    return ngettext("Show all {n}", "Show all {n}", n).format(n=count(n))
