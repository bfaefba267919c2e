"""The hospital sites and licenses of one county in groups, with a mark for each report year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, reports
from lib.i18n import _
from lib.model import Column, County
from lib.subjects.counties import words_care as county_care, words_list as county_list
from lib.subjects.counties.grouping import OUTPATIENT, in_groups, list_height, listed
from lib.subjects.counties.held import county_name
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import license_locator, site_locator, yearly_claims
from lib.subjects.shared.sites import answers_held, number_column, silent_counties, told_apart
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lib.store import Store

ANSWERS = (hospitals.YES, hospitals.NO)


def site_kinds(*, silent: bool) -> dict[str, tuple[str, str]]:
    """What a site answered -> color and shape; `silent` where a county did not answer."""
    words = county_care.answer_words()
    return {
        words["both"]: ("@teal", "diamond"),
        words["inpatient"]: ("@teal", "circle"),
        words["outpatient"]: ("@light_teal", "triangle-up"),
        words["neither"]: ("@sand", "square"),
        **({words["silent"]: ("@none", "triangle-down")} if silent else {}),
        words["unknown"]: ("@paper", "cross"),
    }


def has_silent(rows: pd.DataFrame, years: tuple[int, ...]) -> bool:
    """True where any site of `site_rows` lies in a county that did not answer in a year."""
    word = county_care.answer_words()["silent"]
    return any(rows[f"kind_{year}"].eq(word).any() for year in years)


def site_rows(
    store: Store, table: pd.DataFrame, years: tuple[int, ...], silent: Collection[tuple[str, int]]
) -> pd.DataFrame:
    """The sites of `hospitals.answers_by_year` with the words of each of `years`' answers.

    `silent` are the counties and years of `hospitals.silent`.
    """
    words = county_care.answer_words()
    rows = table.assign(
        group=told_apart(table),
        owner=table["ownership"].map(lambda owner: programs.owner_label(store, owner)),
        beds=pd.to_numeric(table["general_acute_beds"]),
    )
    for year in years:
        cells = zip(
            rows["county_fips"], rows[f"inpatient_{year}"], rows[f"outpatient_{year}"], strict=True
        )
        rows[f"kind_{year}"] = [
            words["silent" if (fips, year) in silent else county_care.answer_kind(*pair)]
            for fips, *pair in cells
        ]
    return rows


def listed_sites(
    rows: pd.DataFrame, years: tuple[int, ...], silent: Collection[tuple[str, int]]
) -> pd.DataFrame:
    """The rows of `site_rows` in the groups and with the marks of the list."""
    marks = county_list.mark_words()
    names = {hospitals.YES: "yes", hospitals.NO: "no"}
    for year in years:
        rows[f"mark_{year}"] = [
            marks[names.get(said, "silent" if (fips, year) in silent else "unknown")]
            for fips, said in zip(rows["county_fips"], rows[f"inpatient_{year}"], strict=True)
        ]
    inpatient, outpatient = rows[f"inpatient_{years[-1]}"], rows[f"outpatient_{years[-1]}"]
    only = f"{OUTPATIENT} {county_list.outpatient_only()}"
    rows["sign"] = [
        (OUTPATIENT if within == hospitals.YES else only) if said == hospitals.YES else ""
        for within, said in zip(inpatient, outpatient, strict=True)
    ]
    rows["outpatient_words"] = outpatient.map(county_list.outpatient_words())
    return in_groups(
        rows, [f"inpatient_{year}" for year in years], county_list.group_words(years[-1])
    )


def outpatient_column(year: int) -> Column:
    """What each site of `listed_sites` said of outpatient palliative care, in words."""
    return Column("outpatient_words", _("Outpatient palliative care, {year}").format(year=year))


def site_columns(years: tuple[int, ...], *where: Column) -> tuple[Column, ...]:
    """The columns of `listed_sites`, with more of `where` they are after the city."""
    return (
        Column("listed_words", _("Group")),
        Column("name", _("Hospital site")),
        Column("city", _("City")),
        *where,
        Column("owner", _("Owner")),
        Column("beds", _("General acute beds"), "count"),
        outpatient_column(years[-1]),
        *(Column(f"kind_{year}", str(year)) for year in years),
        number_column(),
    )


@figure
def county_hospitals(store: Store, county: County = "06037") -> Draft:
    """Every general acute site of a county and what it reported in each report year."""
    sites = store.table("hospital_programs")
    here = sites[sites["county_fips"] == county]
    table = answers_held(store)
    years, whole = reports.years(store), reports.complete_years(store)
    silent = silent_counties(store)
    named = table[table["county_fips"] == county].sort_values("name")
    rows = listed_sites(site_rows(store, named, years, silent), years, silent)
    name = county_name(store, county)
    points = []
    for year in years:
        held = here[here["year"].eq(year) & here["inpatient_palliative"].isin(ANSWERS)]
        points.append((year, int(held["inpatient_palliative"].eq(hospitals.YES).sum()), len(held)))
    return Draft(
        headline=county_care.sites_headline(name, [p for p in points if p[0] in whole]),
        subtitle=_(
            "General acute care hospital sites in {name} by their own answers about an inpatient "
            "program in {years}, largest first. \u25c6 reports outpatient palliative care; numbers "
            "are acute care beds."
        ).format(name=name, years=numbers.listing([str(year) for year in years])),
        summary=county_care.sites_summary(name, points),
        drawing=_("List of hospital sites in groups, with one mark per report year."),
        rows=rows,
        columns=site_columns(years),
        period=numbers.years(years),
        as_of=str(reports.newest(store)),
        claims=yearly_claims(
            store,
            _("Sites that report an inpatient program, {year}"),
            points,
            partial(site_locator, column="inpatient_palliative by county"),
        ),
        source_ids=reports.sources(store),
        caveats=(
            self_reported(),
            _(
                "Not collected here: the site is not in that year's report. It may not have answered "
                "or not have been open. That is unknown, not a No."
            ),
            *reports.notes(store),
        ),
        definition=_("General acute care hospital sites with an operating report in the year."),
        chart=listed(rows, county_list.mark_words(), years, ("city", "owner", "number_words")),
        height=list_height(rows),
    )


def _license_rows(
    store: Store, here: pd.DataFrame, years: tuple[int, ...], marks: Mapping[str, str]
) -> pd.DataFrame:
    """The licenses of a county in groups, each with the name and the city of its main site."""
    sites = store.table("hospital_programs").sort_values("year")
    named = sites.groupby("facility_id").last()[["name", "city"]]
    wide = here.pivot(index="facility_id", columns="year", values="inpatient_team_reported")
    rows = wide.reindex(columns=list(years)).join(named).sort_values("name")
    words = county_care.team_words()
    names = {hospitals.YES: "yes", hospitals.NO: "no", hospitals.UNKNOWN: "unknown"}
    for year in years:
        said = rows[year].fillna(hospitals.UNKNOWN)
        rows[f"kind_{year}"], rows[f"answer_{year}"] = said.map(words), said
        rows[f"mark_{year}"] = said.map(names).map(marks)
    rows = rows.drop(columns=list(years)).reset_index()
    rows = rows.assign(group=told_apart(rows), beds=float("nan"), sign="")
    groups = county_list.license_groups(years[-1])
    return in_groups(rows, [f"answer_{year}" for year in years], groups)


@figure
def county_licenses(store: Store, county: County = "06037") -> Draft:
    """The licenses of a county and whether each reports an inpatient team, year by year."""
    every = store.table("hospital_license_years")
    here, years = every[every["county_fips"] == county], hospitals.years(every)
    marks = county_list.team_marks()
    rows = _license_rows(store, here, years, marks)
    name = county_name(store, county)
    said = [(year, rows[f"answer_{year}"]) for year in years]
    points = [
        (year, int(a.eq(hospitals.YES).sum()), int(a.ne(hospitals.UNKNOWN).sum()))
        for year, a in said
    ]
    return Draft(
        headline=county_care.licenses_headline(name, points),
        subtitle=_(
            "General acute care hospital licenses in {name}, every year: whether the report "
            "counts anyone in an inpatient palliative team. A license may cover several sites. "
            "Quote sites for how many report, and licenses for change from year to year."
        ).format(name=name),
        summary=county_care.licenses_summary(name, points),
        drawing=_("List of licenses in groups, with one mark per year."),
        rows=rows,
        columns=(
            Column("listed_words", _("Group")),
            Column("name", _("License (its main site)")),
            Column("city", _("City")),
            *(Column(f"kind_{year}", str(year)) for year in years),
            number_column(),
        ),
        period=numbers.years(list(years)),
        as_of=str(years[-1]),
        claims=yearly_claims(
            store,
            _("Licenses that report a team, {year}"),
            points,
            partial(license_locator, store),
            reports.LICENSES,
        ),
        source_ids=[reports.newest_source(store, reports.LICENSES)],
        caveats=(self_reported(),),
        definition=_(
            "A license counts as reporting a team if it reports at least one team member."
        ),
        chart=listed(rows, marks, years, ("city",)),
        height=list_height(rows),
        page_choices={"list": "licenses"},
    )
