"""The hospitals of one county, year by year, the nearest programs, and other care there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.charts.answers import answers
from lib.derive import distance, hospitals, reports, vocabulary
from lib.derive.rows import each
from lib.figures.assemble import (
    counted_claim,
    license_locator,
    make,
    self_reported,
    shapes,
    site_locator,
)
from lib.figures.county_held import county_name
from lib.figures.sites import number_column, told_apart
from lib.i18n import _
from lib.model import Claim, Column, County, Figure, Status
from lib.wording import county_care, numbers, programs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store

__all__ = ["county_hospitals", "county_licenses", "county_nearest"]

ANSWERS = (hospitals.YES, hospitals.NO)
#: Types of sites that are hospitals.
HOSPITAL = "hospital"
NEAREST = 6


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


@lru_cache(maxsize=128)
def _site_grid(count: int, years: tuple[int, ...], *, silent: bool) -> Mapping[str, Any]:
    return answers(
        site_kinds(silent=silent),
        years=years,
        count=count,
        tooltip=(("name", _("Hospital")), ("city", _("City")), ("owner", _("Owner"))),
    )


@lru_cache(maxsize=128)
def _license_grid(count: int, years: tuple[int, ...]) -> Mapping[str, Any]:
    words = county_care.team_words()
    kinds = {
        words[hospitals.YES]: ("@teal", "circle"),
        words[hospitals.NO]: ("@sand", "square"),
        words[hospitals.UNKNOWN]: ("@paper", "cross"),
    }
    return answers(
        kinds,
        years=years,
        count=count,
        tooltip=(("name", _("License (its main site)")),),
    )


def site_rows(
    store: Store, table: pd.DataFrame, years: tuple[int, ...], silent: set[tuple[str, int]]
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


def county_hospitals(store: Store, county: County = "06037") -> Figure:
    """Every general acute site of a county and what it reported in each report year."""
    sites = store.table("hospital_programs")
    here = sites[sites["county_fips"] == county]
    table = hospitals.answers_by_year(sites)
    years, whole = reports.years(store), reports.complete_years(store)
    rows = site_rows(
        store,
        table[table["county_fips"] == county].sort_values("name"),
        years,
        hospitals.silent(sites),
    )
    name = county_name(store, county)
    points = []
    for year in years:
        held = here[here["year"].eq(year) & here["inpatient_palliative"].isin(ANSWERS)]
        points.append((year, int(held["inpatient_palliative"].eq(hospitals.YES).sum()), len(held)))
    return make(
        store,
        "county_hospitals",
        headline=county_care.sites_headline(name, [p for p in points if p[0] in whole]),
        subtitle=_(
            "General acute hospital sites in {name} by what each answered on the state form. "
            "Self-reported: a change is a change of answer, not a closure."
        ).format(name=name),
        summary=county_care.sites_summary(name, points),
        drawing=_("Grid with one row a hospital site and one column a year."),
        rows=rows,
        columns=(
            Column("name", _("Hospital site")),
            Column("city", _("City")),
            Column("owner", _("Owner")),
            Column("beds", _("General acute beds"), "count"),
            *(Column(f"kind_{year}", str(year)) for year in years),
            number_column(),
        ),
        period=numbers.years(years),
        as_of=str(reports.newest(store)),
        place=name,
        claims=[
            counted_claim(
                _("Sites that report an inpatient program, {year}").format(year=year),
                n,
                total,
                reports.source(store, year),
                site_locator(year, "inpatient_palliative by county"),
            )
            for year, n, total in points
            if total
        ],
        source_ids=reports.sources(store),
        caveats=(
            self_reported(),
            _(
                "Not collected here: the site is not in that year's report. It may not have answered "
                "or not have been open. That is unknown, not a No."
            ),
            *reports.notes(store),
        ),
        definition=_("General acute hospital sites with an operating report in the year."),
        chart=_site_grid(len(rows), years, silent=has_silent(rows, years)) if len(rows) else None,
        height=30 * len(rows) + 150,
        params={"county": county},
    )


def county_licenses(store: Store, county: County = "06037") -> Figure:
    """The licenses of a county and whether each reports an inpatient team, year by year."""
    every = store.table("hospital_license_years")
    here, years = every[every["county_fips"] == county], hospitals.years(every)
    sites = store.table("hospital_programs").sort_values("year")
    named = sites.groupby("facility_id").last()[["name", "city"]]
    wide = here.pivot(index="facility_id", columns="year", values="inpatient_team_reported")
    rows = wide.reindex(columns=list(years)).join(named).sort_values("name")
    words = county_care.team_words()
    for year in years:
        rows[f"kind_{year}"] = rows[year].fillna(hospitals.UNKNOWN).map(words)
    rows = rows.drop(columns=list(years)).reset_index()
    rows = rows.assign(group=told_apart(rows))
    name = county_name(store, county)
    points = [
        (
            year,
            int(rows[f"kind_{year}"].eq(words[hospitals.YES]).sum()),
            int(rows[f"kind_{year}"].ne(words[hospitals.UNKNOWN]).sum()),
        )
        for year in years
    ]
    return make(
        store,
        "county_licenses",
        headline=county_care.licenses_headline(name, points),
        subtitle=_(
            "General acute hospital licenses in {name}, every year: whether the report counts "
            "anyone in an inpatient palliative team. A license may cover several sites, so these "
            "are not the sites above."
        ).format(name=name),
        summary=county_care.licenses_summary(name, points),
        drawing=_("Grid with one row a license and one column a year."),
        rows=rows,
        columns=(
            Column("name", _("License (its main site)")),
            Column("city", _("City")),
            *(Column(f"kind_{year}", str(year)) for year in years),
            number_column(),
        ),
        period=numbers.years(list(years)),
        as_of=str(years[-1]),
        place=name,
        claims=[
            counted_claim(
                _("Licenses that report a team, {year}").format(year=year),
                n,
                total,
                reports.source(store, year, reports.LICENSES),
                license_locator(store, year),
            )
            for year, n, total in points
            if total
        ],
        source_ids=[reports.newest_source(store, reports.LICENSES)],
        caveats=(self_reported(),),
        definition=_("A license reports a team where any head-count is above zero."),
        chart=_license_grid(len(rows), years) if len(rows) else None,
        height=30 * len(rows) + 150,
        params={"county": county},
    )


def reporting_sites(store: Store) -> pd.DataFrame:
    """The sites that report an inpatient program in the newest year, with their positions."""
    sites = store.table("hospital_programs")
    newest = sites[
        (sites["year"] == reports.newest(store)) & sites["inpatient_palliative"].eq(hospitals.YES)
    ]
    placed = store.table("facilities")
    placed = placed[placed["type"].map(vocabulary.parts(store, "facility_type")).eq(HOSPITAL)][
        ["facility_id", "lat", "lon"]
    ]
    return newest.merge(placed, on="facility_id")


@lru_cache(maxsize=64)
def _mile_bars(count: int, top: int) -> Mapping[str, Any]:
    return charts.bars(
        {"here": "@teal", "elsewhere": "@earlier_mark"},
        count=count,
        tooltip=(("name", _("Hospital")), ("where", _("County")), ("label", _("Distance"))),
        top=top,
        ticks=range(0, top + 1, max(10, top // 50 * 10)),
        value_format="d",
    )


def county_nearest(store: Store, county: County = "06037") -> Figure:
    """The sites that report an inpatient program nearest to the middle of a county."""
    found = distance.nearest(store.topology, reporting_sites(store), county, NEAREST)
    name = county_name(store, county)
    rows = found.assign(
        group=told_apart(found),
        value=found["miles"],
        where=found["county_fips"].map(store.names),
        label=[_("{miles} mi").format(miles=numbers.count(miles)) for miles in found["miles"]],
        kind=["here" if fips == county else "elsewhere" for fips in found["county_fips"]],
    )
    first = rows.iloc[0]
    return make(
        store,
        "county_nearest",
        headline=county_care.nearest_headline(
            name, str(first["name"]), str(first["where"]), float(first["miles"])
        ),
        subtitle=_(
            "Straight-line miles from the middle of {name}'s area to the nearest sites that report "
            "an inpatient program in {year}; strong bars stand in the county. Roads are longer, "
            "and the middle of the area is not where most people live."
        ).format(name=name, year=reports.newest(store)),
        summary=_("{listed}.").format(
            listed="; ".join(f"{r.name} ({r.where}): {r.label}" for r in each(rows))
        ),
        drawing=_("Bars, one a hospital site."),
        rows=rows,
        columns=(
            Column("name", _("Hospital site")),
            Column("city", _("City")),
            Column("where", _("County")),
            Column("miles", _("Miles, straight line"), "number"),
            number_column(),
        ),
        period=str(reports.newest(store)),
        as_of=str(reports.newest(store)),
        place=name,
        claims=[
            Claim(
                label=str(r.name),
                value=str(r.label),
                source_id=reports.newest_source(store),
                locator=_(
                    "facilities.csv, lat and lon of {facility}; distance in EPSG:3310 from the "
                    "centroid of the county shape"
                ).format(facility=r.facility_id),
                status=Status.DERIVED,
            )
            for r in each(rows)
        ],
        source_ids=[reports.newest_source(store), shapes(store)],
        caveats=(
            self_reported(),
            _(
                "Straight lines in the California Albers projection, which is true to within two "
                "in a thousand here. No travel time is held. Hospitals outside California are not "
                "in the state report and not counted."
            ),
        ),
        definition=_(
            "From the centroid of the county's area; population centers are not held in this edition."
        ),
        chart=_mile_bars(len(rows), _top(rows["miles"].max())),
        height=34 * len(rows) + 30,
        params={"county": county},
    )


def _top(miles: float) -> int:
    """The end of the mile axis, in steps of 20."""
    return int(miles // 20 + 1) * 20
