"""Sentences about one county, each whole, each made from rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive.comparing import Side, side
from lib.derive.rounding import whole
from lib.i18n import _, ngettext
from lib.wording.numbers import (
    capitalized,
    count,
    exact_percent,
    listing,
    n_of_n,
    percent,
    spelled,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def status_sentence(
    county: str, status: str, inpatient: int, outpatient: int, sites: int, year: int
) -> str:
    """What a county's general acute hospitals report."""
    texts = {
        "no hospital": _("{county} has no general acute care hospital."),
        "not answered": _(
            "{county}: its only hospital did not answer the {year} state report, so what it "
            "offers is unknown."
        ),
        "none reported": ngettext(
            "{county}: its one hospital site reports neither an inpatient palliative care program "
            "nor outpatient services in {year}.",
            "{county}: none of its {sites} hospital sites reports an inpatient palliative care "
            "program or outpatient services in {year}.",
            sites,
        ),
        "outpatient only": ngettext(
            "{county}: its one hospital site reports outpatient palliative services, but no "
            "inpatient program, in {year}.",
            "{county}: none of its {sites} hospital sites reports an inpatient palliative care "
            "program in {year}; sites with outpatient services: {outpatient}.",
            sites,
        ),
        "inpatient": _(
            "{county}: its one hospital site reports an inpatient palliative care program in "
            "{year}; sites that report outpatient services: {outpatient}."
        )
        if sites == 1
        else ngettext(
            "{county}: {n} hospital sites reports an inpatient palliative care program in {year}; "
            "sites that report outpatient services: {outpatient}.",
            "{county}: {n} hospital sites report an inpatient palliative care program in {year}; "
            "sites that report outpatient services: {outpatient}.",
            inpatient,
        ),
    }
    return texts[status].format(
        county=county,
        n=n_of_n(inpatient, sites),
        outpatient=count(outpatient),
        sites=spelled(sites),
        year=year,
    )


def page_headline(
    county: str,
    status: str,
    inpatient: int,
    sites: int,
    year: int,
    miles: float,
    then: tuple[str, int] | None = None,
) -> str:
    """The finding at the top of a county's page; `then` is n of N and the year of an earlier report."""
    texts = {
        "no hospital": ngettext(
            "{county} has no general acute care hospital; the nearest site that reports an "
            "inpatient program is {miles} mile from its center",
            "{county} has no general acute care hospital; the nearest site that reports an "
            "inpatient program is {miles} miles from its center",
            whole(miles),
        ),
        "not answered": _("{county}: its only hospital did not answer the {year} state report"),
        "inpatient": _(
            "{county}: its only hospital site reports inpatient palliative care in {year}"
        )
        if sites == 1
        else _reporting(inpatient, is_compared=then is not None),
    }
    if sites == 1 or then is None:
        none = ngettext(
            "{county}: its only hospital site reports no inpatient palliative care in {year}",
            "{county}: none of its {sites} hospital sites report inpatient palliative care in "
            "{year}",
            sites,
        )
    else:
        none = _(
            "{county}: none of its {sites} hospital sites report inpatient palliative care in "
            "{year}, compared with {then} in {first}"
        )
    return texts.get(status, none).format(
        county=county,
        n=n_of_n(inpatient, sites),
        sites=spelled(sites),
        year=year,
        miles=count(miles),
        then=then[0] if then else "",
        first=then[1] if then else "",
    )


def _reporting(inpatient: int, *, is_compared: bool) -> str:
    """The finding of a county where some of several sites report a program."""
    if is_compared:
        return ngettext(
            "{county}: {n} hospital sites reports inpatient palliative care in {year}, compared "
            "with {then} in {first}",
            "{county}: {n} hospital sites report inpatient palliative care in {year}, compared "
            "with {then} in {first}",
            inpatient,
        )
    return ngettext(
        "{county}: {n} hospital sites reports inpatient palliative care in {year}",
        "{county}: {n} hospital sites report inpatient palliative care in {year}",
        inpatient,
    )


def answers_over_time(points: Sequence[tuple[int, int, int]], minimums: Sequence[int] = ()) -> str:
    """Sites that report an inpatient program in each year: (year, reporting, answered).

    The counts of the years in `minimums` are known to be incomplete.
    """
    parts = [
        (_("{year}: at least {n}") if year in minimums else _("{year}: {n}")).format(
            year=year, n=n_of_n(n, total)
        )
        if total
        else _("{year}: no hospital answered").format(year=year)
        for year, n, total in points
    ]
    return _(
        "Hospital sites that report an inpatient program, {parts}. A change in reports is not "
        "proof that a program opened or closed."
    ).format(parts="; ".join(parts))


def nearest_sentence(county: str, site: str, where: str, miles: float) -> str:
    """The nearest site that reports an inpatient program."""
    return ngettext(
        "From the center of {county} the nearest site that reports an inpatient program is {site} "
        "({where} County), {miles} mile in a straight line.",
        "From the center of {county} the nearest site that reports an inpatient program is {site} "
        "({where} County), {miles} miles in a straight line.",
        whole(miles),
    ).format(county=county, site=site, where=where, miles=count(miles))


def older_sentence(county: str, people: float, share: float, state: float, year: str) -> str:
    """People 65 and over beside the state."""
    return _(
        "{county} has {people} residents age 65 and older, {share} of its population in "
        "{year}, compared with {state} statewide."
    ).format(
        people=count(people),
        county=county,
        share=exact_percent(share),
        state=exact_percent(state),
        year=year,
    )


def growth_sentence(growth: float, state: float, since: str, until: str) -> str:
    """Projected growth of people 65 and over between two years, compared with the state."""
    if percent(abs(growth)) == percent(0):
        text = _(
            "About as many people age 65 and older are projected for {until} as for {since}, "
            "compared with growth of {state} statewide."
        )
    elif growth < 0:
        text = _(
            "People age 65 and older are projected to be {growth} fewer in {until} than in {since}, "
            "compared with growth of {state} statewide."
        )
    else:
        text = _(
            "People age 65 and older are projected to grow by {growth} from {since} to {until}, "
            "compared with {state} statewide."
        )
    return text.format(growth=percent(abs(growth)), state=percent(state), since=since, until=until)


def plan_sentence(model: str, plans: str) -> str:
    """The Medi-Cal managed care model and plans in force."""
    if not plans:
        return _("Medi-Cal managed care: {model} model. We have no data on its plans.").format(
            model=model
        )
    return _("Medi-Cal managed care: {model} model, with {plans}.").format(model=model, plans=plans)


def apart_sentence(name: str, value: str, state: str, rank: int, total: int, *, high: bool) -> str:
    """The measure in which a county stands out most among all counties."""
    text = (
        _(
            "Where it differs most: {name}, {value} (statewide {state}), number {rank} of "
            "{total} counties from highest to lowest."
        )
        if high
        else _(
            "Where it differs most: {name}, {value} (statewide {state}), number {rank} of "
            "{total} counties from lowest to highest."
        )
    )
    return text.format(name=name, value=value, state=state, rank=count(rank), total=count(total))


def gap_headline(
    county: str, reporting: int, answered: int, more: int, median: float | None, sites: int
) -> str:
    """What it would take to reach the peers' median share."""
    if not answered:
        return _(
            "{county} has no general acute care hospital that answered, so there is no share "
            "to compare"
        ).format(county=county)
    if answered == 1:
        return _(
            "{county} has one hospital site that answered: too few to compare with similar counties"
        ).format(county=county)
    if median is None:
        return _(
            "None of the similar counties has a hospital that answered, so {county} has "
            "nothing to compare with"
        ).format(county=county)
    if side(reporting / answered, median, "share") is Side.SAME:
        return _(
            "{county} is about at the median of similar counties: {n}, and the median is {median}"
        ).format(county=county, n=n_of_n(reporting, answered), median=percent(median))
    if not more:
        return ngettext(
            "{county} is above the median of similar counties: {n} hospital sites reports a "
            "program, compared with {median}",
            "{county} is above the median of similar counties: {n} hospital sites report a "
            "program, compared with {median}",
            reporting,
        ).format(county=county, n=n_of_n(reporting, answered), median=percent(median))
    return ngettext(
        "One more of {county}'s {sites} sites reporting would bring it to the median of "
        "similar counties, {median}",
        "{more} more of {county}'s {sites} sites reporting would bring it to the median of "
        "similar counties, {median}",
        more,
    ).format(
        more=capitalized(spelled(more)), county=county, sites=spelled(sites), median=percent(median)
    )


def listed_counties(names: Mapping[str, str], codes: Sequence[str]) -> str:
    """The names of counties in a sentence."""
    return listing([names[code] for code in codes])
