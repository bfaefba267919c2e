"""Sentences about hospital programs, each whole, each made from numbers of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary
from lib.derive.comparing import Side, side
from lib.i18n import _, ngettext
from lib.wording.numbers import (
    count,
    exact_percent,
    gaps as numbers_of_gaps,
    listing,
    n_of_n,
    percent,
    spelled,
)

if TYPE_CHECKING:
    from lib.derive.measures import Tables

#: A change of less than half a percentage point is not called a rise or a fall.
LEVEL = 0.005


def license_headline(first_year: int, first: float, last_year: int, last: float) -> str:
    """What became of the share of licenses between the first and the last year held."""
    if abs(last - first) < LEVEL or percent(last) == percent(first):
        text = _(
            "{last} of hospital licenses report an inpatient team in {last_year}, as in {first_year}"
        )
    elif last < first:
        text = _(
            "{last} of hospital licenses report an inpatient team in {last_year}, "
            "down from {first} in {first_year}"
        )
    else:
        text = _(
            "{last} of hospital licenses report an inpatient team in {last_year}, "
            "up from {first} in {first_year}"
        )
    return text.format(
        last=percent(last), first=percent(first), last_year=last_year, first_year=first_year
    )


def gaps(years: list[int]) -> str:
    """The years between the first and the last that are missing; empty where none is."""
    missing = numbers_of_gaps(years)
    if not missing:
        return ""
    return _("We have no data for {years}.").format(years=listing([str(y) for y in missing]))


def minimums(years: list[int]) -> str:
    """Years whose counts are minimums; empty where there is none."""
    if not years:
        return ""
    return _("Counts of {years} are minimums.").format(years=listing([str(y) for y in years]))


def license_summary(points: list[tuple[int, int, int]]) -> str:
    """The line in words: (year, reporting, answered) of each year."""
    parts = [f"{year}: {n_of_n(n, total)}" for year, n, total in points]
    return _("Licenses that report an inpatient team: {points}.").format(points="; ".join(parts))


def sites_headline(year: int, inpatient: int, outpatient: int, answered: int) -> str:
    """The answers of the latest year."""
    text = (
        ngettext(
            "{inpatient} of {answered} hospital sites reports an inpatient program in {year}; "
            "{outpatient} reports outpatient services",
            "{inpatient} of {answered} hospital sites report an inpatient program in {year}; "
            "{outpatient} reports outpatient services",
            inpatient,
        )
        if outpatient == 1
        else ngettext(
            "{inpatient} of {answered} hospital sites reports an inpatient program in {year}; "
            "{outpatient} report outpatient services",
            "{inpatient} of {answered} hospital sites report an inpatient program in {year}; "
            "{outpatient} report outpatient services",
            inpatient,
        )
    )
    return text.format(
        inpatient=count(inpatient),
        answered=count(answered),
        year=year,
        outpatient=count(outpatient),
    )


def sites_summary(points: list[tuple[str, int, int, int]]) -> str:
    """The answers in words: (what is reported, year, sites, answered)."""
    parts = [f"{what}, {year}: {n_of_n(n, total)}" for what, year, n, total in points]
    return _("General acute care hospital sites that report: {points}.").format(
        points="; ".join(parts)
    )


def split_headline(high: tuple[str, int, int], low: tuple[str, int, int], year: int) -> str:
    """The two ends of a split: (group in the plural, reporting, answered)."""
    return ngettext(
        "{high_n} {high_group} reports an inpatient program in {year}, compared with {low_n} "
        "{low_group}",
        "{high_n} {high_group} report an inpatient program in {year}, compared with {low_n} "
        "{low_group}",
        high[1],
    ).format(
        high_n=n_of_n(high[1], high[2]),
        high_group=high[0],
        low_n=n_of_n(low[1], low[2]),
        low_group=low[0],
        year=year,
    )


def split_summary(year: int, points: list[tuple[str, int, int]]) -> str:
    """All groups of a split in words: (group, reporting, answered)."""
    parts = [f"{group}: {n_of_n(n, total)}" for group, n, total in points]
    return _("Sites that report an inpatient program in {year}: {points}.").format(
        year=year, points="; ".join(parts)
    )


def public_headline(first: tuple[str, int, int], last: tuple[str, int, int]) -> str:
    """Public hospitals with a program, first and last: (year, with, all)."""
    return _(
        "The number of public hospitals with a program went from {first_n} in {first_year} "
        "to {last_n} in {last_year}, by the funder's count"
    ).format(
        first_n=n_of_n(first[1], first[2]),
        first_year=first[0],
        last_n=n_of_n(last[1], last[2]),
        last_year=last[0],
    )


def survey_headline(first: tuple[str, float], last: tuple[str, float]) -> str:
    """The rise between the two surveys that may be compared: (year, share)."""
    return _(
        "In surveys of hospitals of all sizes, the share that reported a program rose from "
        "{first} in {first_year} to {last} in {last_year}"
    ).format(first=percent(first[1]), first_year=first[0], last=percent(last[1]), last_year=last[0])


def card_headline(edition: str, state: float, nation: float) -> str:
    """California beside the nation in the latest report card that holds both."""
    beside = side(state, nation, "share")
    if beside is Side.SAME:
        text = _(
            "{state} of California's larger hospitals reported a program in the {edition} report "
            "card, about the same as the {nation} nationwide"
        )
    elif beside is Side.ABOVE:
        text = _(
            "{state} of California's larger hospitals reported a program in the {edition} "
            "report card, compared with {nation} nationwide"
        )
    else:
        text = _(
            "{state} of California's larger hospitals reported a program in the {edition} report "
            "card, fewer than the {nation} nationwide"
        )
    return text.format(edition=edition, state=percent(state), nation=percent(nation))


def states_headline(rank: int, states: int, edition: str, share: float) -> str:
    """California's place among the ten most populous states."""
    return _(
        "California ranked number {rank} among the {states} most populous states in the "
        "{edition} report card, with {share} of larger hospitals reporting a program"
    ).format(share=percent(share), rank=rank, states=spelled(states), edition=edition)


def states_without_headline(edition: str) -> str:
    """The edition whose state list, as read, leaves California out."""
    return _(
        "Shares in the {edition} report card ranged from a fifth of hospitals to all of them; "
        "we have no number for California"
    ).format(edition=edition)


def target_headline(
    first: tuple[str, float], last: tuple[str, float], target: float, target_year: str
) -> str:
    """The state's own indicator and the target that a later page leaves open."""
    return _(
        "The state's own indicator rose from {first} in {first_year} to {last} in {last_year}; "
        "its {target} target for {target_year} was later left open"
    ).format(
        first=exact_percent(first[1]),
        first_year=first[0],
        last=exact_percent(last[1]),
        last_year=last[0],
        target=percent(target),
        target_year=target_year,
    )


def team_headline(complete: int, reporting: int, year: int) -> str:
    """How many reporting sites count all four professions in their team."""
    return ngettext(
        "{n} sites that report a program in {year} ({share}) has all four professions on the team",
        "{n} sites that report a program in {year} ({share}) have all four professions on the team",
        complete,
    ).format(share=percent(complete / reporting), n=n_of_n(complete, reporting), year=year)


def outpatient_headline(n: int, total: int, year: str) -> str:
    """Outpatient services among hospitals with an adult palliative care service."""
    return _(
        "In {year}, {n} California hospitals with an adult palliative care service also ran "
        "an outpatient clinic for it"
    ).format(year=year, n=n_of_n(n, total))


def community_headline(n: int, total: int, year: str) -> str:
    """Counties without community-based palliative care in the only survey held."""
    return _(
        "{n} counties had no community-based palliative care in a {year} survey; we found no "
        "later count"
    ).format(n=n_of_n(n, total), year=year)


def map_headline(none_reported: int, no_hospital: int, year: int) -> str:
    """Counties where hospitals exist and none reports an inpatient program."""
    return ngettext(
        "{n} county has a hospital but no site that reports an inpatient program in {year}",
        "{n} counties have a hospital but no site that reports an inpatient program in {year}",
        none_reported,
    ).format(n=count(none_reported), year=year)


def finder_headline(sites: int, year: int) -> str:
    """What the hospital list holds."""
    return _("What every general acute care hospital site reported: {n} sites").format(
        n=count(sites), year=year
    )


def owner_label(tables: Tables, owner: str) -> str:
    """The words for an owner of the state report."""
    return vocabulary.labels(tables, "ownership").get(owner, _("Owner not given"))


def answer_label(answer: str) -> str:
    """The words for one question of the state form."""
    return {
        "inpatient_palliative": _("Inpatient program"),
        "outpatient_palliative": _("Outpatient services"),
        "inpatient_hospice": _("Inpatient hospice program"),
    }[answer]
