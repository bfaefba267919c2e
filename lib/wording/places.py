"""Sentences about counties and what was searched for, each whole, each made from rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive.comparing import Side, side
from lib.derive.places import Answer, Kind
from lib.i18n import _, ngettext
from lib.wording import states
from lib.wording.numbers import (
    capitalized,
    count,
    exact_percent,
    is_missing,
    listing,
    n_of_n,
    not_collected,
    number,
    percent,
    spelled,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.derive.places import Place


def measure_value(value: float | None, unit: str) -> str:
    """A value of a measure in its unit, as a mark's label."""
    if value is None or is_missing(value):
        return not_collected()
    if unit in {"share", "growth"}:
        return exact_percent(value)
    if unit == "usd":
        return _("${value}").format(value=count(value))
    return number(value)


def state_words(state: str) -> str:
    """Why a county has no value."""
    return states.label(state)


def topic_names() -> dict[str, str]:
    """Topic of the key numbers -> the word on its button."""
    return {"supply": _("Hospital care"), "need": _("Need"), "context": _("Circumstances")}


def likeness_names() -> dict[str, str]:
    """What "like" means -> the words on its button."""
    return {
        "all": _("All five traits"),
        "size": _("Size and rurality"),
        "people": _("Age and Medi-Cal"),
        "beds": _("Size and beds"),
    }


def likeness_words(like: str) -> str:
    """What the peers share, inside a sentence."""
    return {
        "all": _("population, rurality, age, Medi-Cal and acute beds"),
        "size": _("population and rurality"),
        "people": _("age and Medi-Cal"),
        "beds": _("population and acute beds"),
    }[like]


def status_sentence(
    county: str, status: str, inpatient: int, outpatient: int, sites: int, year: int
) -> str:
    """What a county's general acute hospitals report."""
    texts = {
        "no hospital": _("{county} has no general acute hospital."),
        "not answered": _(
            "{county}: its hospital did not answer the state report of {year}; what it offers is "
            "unknown."
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
    county: str, status: str, inpatient: int, sites: int, year: int, miles: float
) -> str:
    """The finding at the top of a county's page."""
    texts = {
        "no hospital": ngettext(
            "{county} has no general acute hospital; the nearest site that reports an inpatient "
            "program is {miles} mile from its middle",
            "{county} has no general acute hospital; the nearest site that reports an inpatient "
            "program is {miles} miles from its middle",
            round(miles),
        ),
        "not answered": _("{county}: its hospital did not answer in {year}"),
        "inpatient": _(
            "{county}: its one hospital site reports inpatient palliative care in {year}"
        )
        if sites == 1
        else ngettext(
            "{county}: {n} hospital sites reports inpatient palliative care in {year}",
            "{county}: {n} hospital sites report inpatient palliative care in {year}",
            inpatient,
        ),
    }
    none = ngettext(
        "{county}: its one hospital site reports no inpatient palliative care in {year}",
        "{county}: none of its {sites} hospital sites reports inpatient palliative care in {year}",
        sites,
    )
    return texts.get(status, none).format(
        county=county,
        n=n_of_n(inpatient, sites),
        sites=spelled(sites),
        year=year,
        miles=count(miles),
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
        "Sites that report an inpatient program, {parts}. A change is a change of report, not "
        "proof that a program opened or closed."
    ).format(parts="; ".join(parts))


def nearest_sentence(county: str, site: str, where: str, miles: float) -> str:
    """The nearest site that reports an inpatient program."""
    return ngettext(
        "From the middle of {county} the nearest site that reports an inpatient program is {site} "
        "({where} County), {miles} mile in a straight line.",
        "From the middle of {county} the nearest site that reports an inpatient program is {site} "
        "({where} County), {miles} miles in a straight line.",
        round(miles),
    ).format(county=county, site=site, where=where, miles=count(miles))


def older_sentence(county: str, people: float, share: float, state: float, year: str) -> str:
    """People 65 and over beside the state."""
    return _(
        "{people} people aged 65 and over live in {county}, {share} of its residents in {year}; "
        "statewide it is {state}."
    ).format(
        people=count(people),
        county=county,
        share=exact_percent(share),
        state=exact_percent(state),
        year=year,
    )


def growth_sentence(growth: float, state: float, since: str, until: str) -> str:
    """Projected growth of people 65 and over between two years, beside the state."""
    if percent(abs(growth)) == percent(0):
        text = _(
            "About as many people aged 65 and over are projected for {until} as for {since}, against "
            "growth of {state} statewide (the {since} projection, within itself)."
        )
    elif growth < 0:
        text = _(
            "People aged 65 and over are projected to be {growth} fewer in {until} than in {since}, "
            "against growth of {state} statewide (the {since} projection, within itself)."
        )
    else:
        text = _(
            "People aged 65 and over are projected to grow by {growth} from {since} to {until}, "
            "against {state} statewide (the {since} projection, within itself)."
        )
    return text.format(growth=percent(abs(growth)), state=percent(state), since=since, until=until)


def plan_sentence(model: str, plans: str) -> str:
    """The Medi-Cal managed care model and plans in force."""
    if not plans:
        return _("Medi-Cal managed care: {model} model; its plans were not read.").format(
            model=model
        )
    return _("Medi-Cal managed care: {model} model, with {plans}.").format(model=model, plans=plans)


def apart_sentence(name: str, value: str, state: str, rank: int, total: int, *, high: bool) -> str:
    """The measure in which a county stands out most among all counties."""
    text = (
        _(
            "Where it stands out: {name}, {value} (statewide {state}), number {rank} from the top of {total} counties."
        )
        if high
        else _(
            "Where it stands out: {name}, {value} (statewide {state}), number {rank} from the bottom of {total} counties."
        )
    )
    return text.format(name=name, value=value, state=state, rank=count(rank), total=count(total))


def place_kind(kind: Kind) -> str:
    """The word for what was found."""
    return {
        Kind.COUNTY: _("County"),
        Kind.CITY: _("City"),
        Kind.ZIP: _("ZIP code"),
        Kind.HOSPITAL: _("Hospital"),
        Kind.DISTRICT: _("District"),
    }[kind]


def chamber_names() -> dict[str, str]:
    """Chamber -> the word on its button."""
    return {
        "assembly": _("Assembly"),
        "senate": _("State Senate"),
        "congressional": _("Congress"),
    }


def district_name(chamber: str, number_: int) -> str:
    """The name of a district."""
    return {
        "assembly": _("Assembly District {number}"),
        "senate": _("State Senate District {number}"),
        "congressional": _("Congressional District {number}"),
    }[chamber].format(number=number_)


def nothing_found(answer: Answer, words: str) -> str:
    """What to say where a search found nothing."""
    return {
        Answer.NOTHING: _(
            "Nothing resembles {words}. Try a county, a city, a five-digit ZIP code, part of a "
            "hospital's name, or a district such as Assembly 12."
        ),
        Answer.OUTSIDE: _(
            "ZIP code {words} lies outside California; this site covers its 58 counties."
        ),
        Answer.ZIP_UNKNOWN: _(
            "ZIP code {words} is in California's range, but the ZIP table of this edition gives no "
            "county for it. Try the city's name."
        ),
        Answer.NO_DISTRICT: _(
            "{words} is no district: the Assembly has 80, the state Senate 40, and California's "
            "delegation to Congress 52."
        ),
    }[answer].format(words=words)


def zip_note(place: Place) -> str:
    """What the ZIP table says of a ZIP code's counties."""
    if len(place.counties) == 1:
        return _("The whole ZIP code lies in one county.")
    if any(share is None for share in place.shares):
        return _(
            "This ZIP code lies in {n} counties; how its homes divide between them is not known."
        ).format(n=spelled(len(place.counties)))
    return _(
        "This ZIP code lies in {n} counties; the share is that of its homes, late 2020."
    ).format(n=spelled(len(place.counties)))


def city_note(counties: int) -> str:
    """What is known of a mailing city in several counties."""
    return ngettext(
        "A mailing city; all its ZIP codes lie in this county.",
        "A mailing city whose ZIP codes lie in {n} counties, the one with most ZIP codes first; "
        "the share of its people in each is not known.",
        counties,
    ).format(n=spelled(counties))


def gap_headline(
    county: str, reporting: int, answered: int, more: int, median: float | None, sites: int
) -> str:
    """What it would take to reach the peers' median share."""
    if not answered:
        return _(
            "{county} has no general acute hospital that answered, so there is no share to compare"
        ).format(county=county)
    if median is None:
        return _("None of these peers has an answering hospital to compare {county} with").format(
            county=county
        )
    if not more:
        text = (
            _(
                "{county} is at or above the median of counties like it: {n} site reports, "
                "the peers' median is {median}"
            )
            if answered == 1
            else ngettext(
                "{county} is at or above the median of counties like it: {n} sites reports, "
                "the peers' median is {median}",
                "{county} is at or above the median of counties like it: {n} sites report, "
                "the peers' median is {median}",
                reporting,
            )
        )
        return text.format(county=county, n=n_of_n(reporting, answered), median=percent(median))
    if side(reporting / answered, median, "share") is Side.SAME:
        return _(
            "{county} is about at the median of counties like it: {n}, and the median is {median}"
        ).format(county=county, n=n_of_n(reporting, answered), median=percent(median))
    if sites == 1:
        return _(
            "A program reported by {county}'s one site would bring it to the median of counties "
            "like it, {median}"
        ).format(county=county, median=percent(median))
    return ngettext(
        "One more of {county}'s {sites} sites reporting would bring it to the median of counties "
        "like it, {median}",
        "{more} more of {county}'s {sites} sites reporting would bring it to the median of "
        "counties like it, {median}",
        more,
    ).format(
        more=capitalized(spelled(more)), county=county, sites=spelled(sites), median=percent(median)
    )


def listed_counties(names: Mapping[str, str], codes: Sequence[str]) -> str:
    """The names of counties in a sentence."""
    return listing([names[code] for code in codes])
