"""Sentences about the drivers and opportunities of the 2023 review and their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import evidence
from lib.i18n import _, ngettext
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure


def group_label(group: str) -> str:
    """The word for a driver or an opportunity."""
    return {"driver": _("Driver"), "opportunity": _("Opportunity")}[group]


def strength_label(strength: str) -> str:
    """How strong the evidence for a driver or opportunity is."""
    return {
        evidence.STRONG: _("Several measures, tracked over time"),
        evidence.THIN: _("Thin: few measures or single dates"),
        evidence.ABSENT: _("No measure found"),
    }[strength]


def extent_label(extent: str) -> str:
    """What is held of one measure."""
    return {
        evidence.REPEATED: _("California, two years or more"),
        evidence.ONCE: _("California, one year"),
        evidence.PARTLY: _("Parts of California only"),
        evidence.ELSEWHERE: _("United States only"),
        evidence.ABSENT: _("No measure found"),
    }[extent]


def tie_label(kind: str) -> str:
    """What is tied to a driver or opportunity."""
    return {"cohort": _("Initiative"), "milestone": _("Milestone")}[kind]


def page_headline(board: Figure) -> str:
    """The whole board in one sentence, from its rows."""
    strong = int(board.rows["strength"].eq(evidence.STRONG).sum())
    return ngettext(
        "Of {n} drivers and opportunities named in {year} for California, only {strong} has "
        "several measures tracked over time",
        "Of {n} drivers and opportunities named in {year} for California, only {strong} have "
        "several measures tracked over time",
        strong,
    ).format(strong=numbers.spelled(strong), n=len(board.rows), year=board.period)


def board_headline(strong: int, absent: int, n: int) -> str:
    """How many have repeated measures, and how many none."""
    return ngettext(
        "Of {n} drivers and opportunities, {several} has several measures tracked over time and "
        "{absent} has no measure at all",
        "Of {n} drivers and opportunities, {several} have several measures tracked over time and "
        "{absent} no measure at all",
        strong,
    ).format(n=n, several=numbers.spelled(strong), absent=numbers.spelled(absent))


def evidence_headline(n: int, repeated: list[str], absent: list[str]) -> str:
    """How many are measured in California more than once, and which not at all."""
    if not repeated:
        return _(
            "None of the {n} drivers and opportunities has a California measure for two or more "
            "years"
        ).format(n=n)
    followed = numbers.spelled(len(repeated))
    if not absent:
        return _(
            "California measures for two or more years exist for {followed} of {n} drivers and "
            "opportunities"
        ).format(followed=followed, n=n)
    return _(
        "California measures for two or more years exist for {followed} of {n} drivers and "
        "opportunities; we found no measure for {none}"
    ).format(
        followed=followed, n=n, none=numbers.listing([f"\u201c{name}\u201d" for name in absent])
    )


def evidence_summary(title: str, counted: int, repeated: int) -> str:
    """One row of the evidence chart in words."""
    if not counted:
        return _("{title}: no measure found").format(title=title)
    return ngettext(
        "{title}: {n} measure, {repeated} in two years or more",
        "{title}: {n} measures, {repeated} in two years or more",
        counted,
    ).format(title=title, n=counted, repeated=repeated)


def measures_label(n: int) -> str:
    """The words after the squares of a row."""
    if not n:
        return _("No measure found")
    return ngettext("{n} measure", "{n} measures", n).format(n=n)


def value_label(value: float, unit: str, date: str) -> str:
    """A value with its date."""
    return _("{value} ({date})").format(
        value=numbers.unit_value(value, unit), date=numbers.date(date)
    )


def direction_label(way: str, first: str) -> str:
    """The way a measure went since its first date."""
    return {
        evidence.UP: _("Up, from {first}"),
        evidence.DOWN: _("Down, from {first}"),
        evidence.LEVEL: _("Level, from {first}"),
        evidence.ONE_DATE: _("One date only, so no trend"),
    }[way].format(first=first)


def measures_headline(title: str, strength: str, n: int, totals: int) -> str:
    """What is held for one driver or opportunity."""
    if strength == evidence.ABSENT:
        return _("{title}: no measure found").format(title=title)
    return ngettext(
        "{title}: we have a statewide number for {totals} of {n} measure",
        "{title}: we have a statewide number for {totals} of {n} measures",
        n,
    ).format(title=title, totals=totals, n=n)


def ties_headline(title: str, cohorts: int, milestones: int) -> str:
    """What is tied to one driver or opportunity."""
    return _("{title}: linked to {cohorts} and {milestones}").format(
        title=title,
        cohorts=ngettext("{n} initiative", "{n} initiatives", cohorts).format(
            n=numbers.spelled(cohorts)
        ),
        milestones=ngettext("{n} milestone", "{n} milestones", milestones).format(
            n=numbers.spelled(milestones)
        ),
    )
