"""Sentences about a county's hospitals, licenses and districts, each made from numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive.rounding import whole
from lib.i18n import _, ngettext
from lib.wording import states
from lib.wording.numbers import count, n_of_n, number, percent, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    #: Year, those that report, those that answered.
    Point = tuple[int, int, int]


def answer_kind(inpatient: str, outpatient: str) -> str:
    """What a pair of answers comes to: both, inpatient, outpatient, neither or unknown."""
    if inpatient == "Yes":
        return "both" if outpatient == "Yes" else "inpatient"
    if outpatient == "Yes":
        return "outpatient"
    return "neither" if inpatient == "No" else "unknown"


def answer_words() -> dict[str, str]:
    """What a site answered, in words."""
    return {
        "both": _("Both services"),
        "inpatient": _("Inpatient only"),
        "outpatient": _("Outpatient only"),
        "neither": _("Neither"),
        "silent": states.label("not answered"),
        "unknown": states.not_collected(),
    }


def team_words() -> dict[str, str]:
    """Whether a license reports a team, in words."""
    return {
        "Yes": _("Reports a team"),
        "No": _("Reports none"),
        "Unknown": states.not_collected(),
    }


def sites_headline(county: str, points: Sequence[Point]) -> str:
    """The sites that report in the newest year beside the oldest that was answered."""
    year, n, total = points[-1]
    answered = [point for point in points if point[2]]
    if not answered:
        return _("{county} has no general acute care hospital").format(county=county)
    if not total:
        return _("{county}: no hospital site answered in {year}").format(county=county, year=year)
    first = answered[0]
    if total == 1:
        text = (
            _("{county}: its one hospital site reports an inpatient program in {year}")
            if n
            else _("{county}: its one hospital site reports no inpatient program in {year}")
        )
        return text.format(county=county, year=year)
    if first[0] == year:
        return ngettext(
            "{county}: {n} hospital sites reports an inpatient program in {year}",
            "{county}: {n} hospital sites report an inpatient program in {year}",
            n,
        ).format(county=county, n=n_of_n(n, total), year=year)
    return ngettext(
        "{county}: {n} hospital sites reports an inpatient program in {year}, compared with "
        "{then} in {first}",
        "{county}: {n} hospital sites report an inpatient program in {year}, compared with "
        "{then} in {first}",
        n,
    ).format(county=county, n=n_of_n(n, total), year=year, then=n_of_n(*first[1:]), first=first[0])


def _listed(points: Sequence[Point], *, of_what: str) -> str:
    return "; ".join(
        f"{year}: {n_of_n(n, total)}"
        if total
        else _("{year}: {words}").format(year=year, words=of_what)
        for year, n, total in points
    )


def sites_summary(county: str, points: Sequence[Point]) -> str:
    """The answers of each year."""
    return _("{county}, sites that report an inpatient program: {listed}.").format(
        county=county, listed=_listed(points, of_what=_("no site answered"))
    )


def licenses_headline(county: str, points: Sequence[Point]) -> str:
    """The licenses that report a team, first and last year."""
    held = [point for point in points if point[2]]
    if not held:
        return _("{county} has no general acute care hospital license").format(county=county)
    first, last = held[0], held[-1]
    text = (
        _(
            "{county}: {n} license reports an inpatient team in {year}, compared with {then} in {first}"
        )
        if last[2] == 1
        else ngettext(
            "{county}: {n} licenses reports an inpatient team in {year}, compared with {then} in "
            "{first}",
            "{county}: {n} licenses report an inpatient team in {year}, compared with {then} in "
            "{first}",
            last[1],
        )
    )
    return text.format(
        county=county,
        n=n_of_n(*last[1:]),
        year=last[0],
        then=n_of_n(*first[1:]),
        first=first[0],
    )


def licenses_summary(county: str, points: Sequence[Point]) -> str:
    """The licenses of each year."""
    return _("{county}, licenses that report an inpatient team: {listed}.").format(
        county=county, listed=_listed(points, of_what=_("no report"))
    )


def nearest_headline(county: str, site: str, where: str, miles: float) -> str:
    """The nearest site that reports an inpatient program."""
    return ngettext(
        "The hospital site nearest to the center of {county} that reports an inpatient program is "
        "{miles} mile away: {site}, {where} County",
        "The hospital site nearest to the center of {county} that reports an inpatient program is "
        "{miles} miles away: {site}, {where} County",
        whole(miles),
    ).format(county=county, site=site, where=where, miles=count(miles))


def district_headline(name: str, reporting: int, total: int) -> str:
    """What the sites of a district report."""
    if not total:
        return _("{name} has no general acute care hospital site").format(name=name)
    if total == 1:
        text = (
            _("{name}: its one hospital site reports an inpatient program")
            if reporting
            else _("{name}: its one hospital site reports no inpatient program")
        )
        return text.format(name=name)
    return ngettext(
        "{name}: {n} hospital sites reports an inpatient program",
        "{name}: {n} hospital sites report an inpatient program",
        reporting,
    ).format(name=name, n=n_of_n(reporting, total))


def care_headline(county: str, hospices: int, nursing: int, beds: float) -> str:
    """Hospice offices and nursing facilities on the license lists."""
    return _(
        "State license lists show {beds} skilled nursing beds in {county} (facilities: "
        "{nursing}; hospice offices: {hospices})"
    ).format(
        county=county,
        nursing=count(nursing),
        beds=count(beds),
        hospices=count(hospices),
    )


def older_headline(
    county: str, first: str, last: str, change: float, people: float, share: str
) -> str:
    """People 65 and over, first and last year."""
    if share == percent(0):
        text = _(
            "{people} people age 65 and older live in {county} in {last}, about as many as in "
            "{first}"
        )
    elif change < 0:
        text = _(
            "{county} has {people} residents age 65 and older in {last}, {change} fewer than "
            "in {first}"
        )
    else:
        text = _(
            "{county} has {people} residents age 65 and older in {last}, {change} more than in "
            "{first}"
        )
    return text.format(people=count(people), county=county, first=first, last=last, change=share)


def growth_headline(county: str, older: float, oldest: float, year: int) -> str:
    """Projected growth of two ages as multiples."""
    if number(older) == number(1):
        text = _(
            "{county}: the projection has about as many people age 65 and older by {year}, and "
            "{oldest} times as many people age 85 and older"
        )
    elif older < 1:
        text = _(
            "{county}: by {year}, the number of residents age 65 and older is projected to "
            "fall, while the number age 85 and older is projected to be {oldest} times as large"
        )
    else:
        text = _(
            "{county}: by {year}, the number of residents age 65 and older is projected to be "
            "{older} times as large, and the number age 85 and older {oldest} times as large"
        )
    return text.format(county=county, year=year, older=number(older), oldest=number(oldest))


def neighbors_headline(county: str, reporting: int, total: int) -> str:
    """The adjoining counties where at least one site reports an inpatient program."""
    text = (
        _("In {n} neighboring county of {name}, a hospital site reports an inpatient program")
        if total == 1
        else _(
            "In {n} neighboring counties of {name}, a hospital site reports an inpatient program"
        )
    )
    return text.format(n=n_of_n(reporting, total), name=county)


def efforts_headline(county: str, n: int) -> str:
    """How many coalitions, members and milestones a source places in a county."""
    if not n:
        return _(
            "We found no coalition, initiative member or milestone that names {county}"
        ).format(county=county)
    return ngettext(
        "We found {n} coalition, initiative member or milestone that names {county}",
        "We found {n} coalitions, initiative members and milestones that name {county}",
        n,
    ).format(n=spelled(n), county=county)
