"""Sentences about rural coverage, each whole, each made from numbers of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import rurality
from lib.derive.comparing import Side, side
from lib.i18n import _, ngettext, told
from lib.wording.numbers import capitalized, count, exact_percent, listing, n_of_n, spelled

if TYPE_CHECKING:
    from lib.derive.measures import Tables


def definition_names(tables: Tables) -> dict[str, str]:
    """Definition -> the words on its button."""
    short = rurality.definitions(tables)["short"]
    return {str(definition): told(str(words)) for definition, words in short.items()}


def definition_choices(tables: Tables) -> dict[str, str]:
    """Definition -> its words in the list, with how many counties it calls rural."""
    counted = {name: n for group, n in rurality.alike(tables) for name in group}
    return {
        name: ngettext("{name} ({n} county)", "{name} ({n} counties)", counted[name]).format(
            name=words, n=count(counted[name])
        )
        for name, words in definition_names(tables).items()
    }


def introduction(tables: Tables) -> str:
    """What the choice of a definition changes, and which definitions agree."""
    names = definition_choices(tables)
    (same, n), *others = rurality.alike(tables)
    follows = _("Choose who says what is rural: charts with two groups follow.")
    if len(same) < 2:
        return follows
    if not others:
        return (
            follows
            + " "
            + _("All {total} definitions call the same {n} counties rural.").format(
                total=spelled(len(names)), n=count(n)
            )
        )
    return (
        follows
        + " "
        + _(
            "{same} of the {total} definitions call the same {n} counties rural. Different: {others}."
        ).format(
            same=capitalized(spelled(len(same))),
            total=spelled(len(names)),
            n=count(n),
            others=listing([names[name] for group, _n in others for name in group]),
        )
    )


def definition_title(tables: Tables, definition: str) -> str:
    """The full name of a definition."""
    return told(str(rurality.definitions(tables).at[definition, "title"]))


def definition_limits(tables: Tables, definition: str) -> str:
    """What a definition says and leaves out."""
    limits = told(str(rurality.definitions(tables).at[definition, "limits"]))
    return limits.replace("{years}", listing(rurality.report_years(tables, definition)))


def held_for(tables: Tables, definition: str) -> str:
    """For which report years a definition speaks: a list of counties for all, a designation for its own."""
    if years := rurality.report_years(tables, definition):
        return _("Only {years} are shown: the other reports do not have this designation.").format(
            years=listing(years)
        )
    return _(
        "Every year uses the same list of rural counties, also years before the list was made."
    )


def class_names(tables: Tables, definition: str) -> dict[str, str]:
    """Class of a definition -> its words."""
    labels = rurality.classes(tables, definition)["label"]
    return {str(name): told(str(words)) for name, words in labels.items()}


def map_headline(rural: int, total: int, without: int, year: int) -> str:
    """How many counties a definition calls rural, and in how many of them no hospital reports."""
    return ngettext(
        "Of {total} counties, {rural} are rural; in {n} of them no hospital reports an inpatient "
        "program in {year}",
        "Of {total} counties, {rural} are rural; in {n} of them no hospital reports an inpatient "
        "program in {year}",
        without,
    ).format(total=count(total), rural=count(rural), n=count(without), year=year)


def without_listed(n: int) -> str:
    """What stands over the links to the rural counties where no hospital reports."""
    return ngettext(
        "**{n} rural county where no hospital reports an inpatient program**",
        "**{n} rural counties where no hospital reports an inpatient program**",
        n,
    ).format(n=count(n))


def sites_headline(rural: tuple[int, int], other: tuple[int, int], year: int) -> str:
    """Sites that report in rural classes and in others."""
    return ngettext(
        "{rural} rural hospital sites reports an inpatient program in {year}, compared with "
        "{other} in other counties",
        "{rural} rural hospital sites report an inpatient program in {year}, compared with "
        "{other} in other counties",
        rural[0],
    ).format(rural=n_of_n(*rural), other=n_of_n(*other), year=year)


def counties_headline(rural: tuple[int, int], other: tuple[int, int], year: int) -> str:
    """Counties with a reporting site in rural classes and in others."""
    return _(
        "In {rural} rural counties with a hospital, at least one site reports an inpatient "
        "program in {year}, compared with {other} other counties"
    ).format(rural=n_of_n(*rural), other=n_of_n(*other), year=year)


def critical_headline(n: int, total: int, year: int) -> str:
    """Critical access hospitals that report."""
    return ngettext(
        "{n} critical access hospitals reports an inpatient program in {year}",
        "{n} critical access hospitals report an inpatient program in {year}",
        n,
    ).format(n=n_of_n(n, total), year=year)


def without_headline(people: int, share: float, counties: int) -> str:
    """People 65 and over in the counties without a reporting site."""
    return ngettext(
        "{people} people age 65 and older, {share} of the state's, live in {counties} county "
        "where no hospital reports an inpatient program",
        "{people} people age 65 and older, {share} of the state's, live in {counties} counties "
        "where no hospital reports an inpatient program",
        counties,
    ).format(people=count(people), share=exact_percent(share), counties=count(counties))


def distance_headline(county: str, miles: float, far: int, line: int) -> str:
    """The county farthest from a reporting site."""
    return ngettext(
        "In {far} county, the nearest hospital site that reports a program is more than {line} "
        "miles from the county's center; in {county} it is {miles} miles",
        "In {far} counties, the nearest hospital site that reports a program is more than {line} "
        "miles from the county's center; in {county} it is {miles} miles",
        far,
    ).format(far=spelled(far), line=line, county=county, miles=count(miles))


def teams_headline(teams: int, period: str) -> str:
    """The teams of the rural project."""
    return ngettext(
        "{teams} team worked on rural palliative care, {period}",
        "{teams} teams worked together on rural palliative care, {period}",
        teams,
    ).format(teams=capitalized(spelled(teams)), period=period)


def barriers_headline(rural: str, other: str) -> str:
    """Broadband in rural counties and in others."""
    return _(
        "In the typical (median) rural county, {rural} of households have broadband, compared "
        "with {other} in the typical other county"
    ).format(rural=rural, other=other)


def barrier_said(rural: str, other: str, state: str) -> str:
    """The values of one measure; the state's where we have it."""
    text = (
        _("Rural {rural} · other {other} · California {state}")
        if state
        else _("Rural {rural} · other {other}")
    )
    return text.format(rural=rural, other=other, state=state)


def barrier_summary(measure: str, rural: str, other: str, state: str) -> str:
    """As `barrier_said`, read out."""
    text = (
        _(
            "{measure}: {rural} in the median rural county, {other} in the median other county, "
            "{state} in California"
        )
        if state
        else _("{measure}: {rural} in the median rural county, {other} in the median other county")
    )
    return text.format(measure=measure, rural=rural, other=other, state=state)


def page_headline(rural: tuple[int, int], other: tuple[int, int], year: int, by: str) -> str:
    """The finding of the page: (reporting, answered) of rural sites and of the others.

    `by` is the short name of the definition of rural that it goes by.
    """
    shares = [n / total if total else 0.0 for n, total in (rural, other)]
    text = _(
        "In California, {rural} rural hospital sites report a palliative care program in {year}, "
        "compared with {other} in other counties (rural by {by})"
    )
    if side(shares[0], shares[1], "share") is Side.BELOW:
        text = _(
            "Rural California hospitals report palliative care less often: {rural} sites in "
            "{year}, compared with {other} in other counties (rural by {by})"
        )
    return text.format(rural=n_of_n(*rural), other=n_of_n(*other), year=year, by=by)
