"""Measures that are counted from the rows of hospitals and licensed sites, by county."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, people, reports
from lib.i18n import _
from lib.model import DataState

if TYPE_CHECKING:
    from lib.derive.measures import Measure, Tables


def _site_state(tables: Tables, held: pd.DataFrame, ever: pd.DataFrame) -> pd.DataFrame:
    """One row a county: reported where a site answered, else why there is no answer."""
    counties = tables.table("counties")[["county_fips"]].copy()
    answered, known = set(held["county_fips"]), set(ever["county_fips"])
    counties["state"] = [
        DataState.REPORTED.value
        if fips in answered
        else (DataState.NOT_ANSWERED.value if fips in known else DataState.NO_HOSPITAL.value)
        for fips in counties["county_fips"]
    ]
    return counties


def _counted(
    tables: Tables, held: pd.DataFrame, ever: pd.DataFrame, parts: pd.Series, wholes: pd.Series
) -> pd.DataFrame:
    """`parts` and `wholes` added up by county, beside the state of each county."""
    table = _site_state(tables, held, ever)
    fips = held["county_fips"]
    table["numerator"] = table["county_fips"].map(parts.groupby(fips).sum())
    table["denominator"] = table["county_fips"].map(wholes.groupby(fips).sum())
    table["source_id"] = held["source_id"].iloc[0] if len(held) else ""
    return table.assign(status="derived")


def sites(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Sites, beds or team members of one report year, by county."""
    ever = tables.table("hospital_programs")
    if chosen.rule == "critical_access_share":
        ever = ever[ever["critical_access"].eq(hospitals.YES)]
    held = ever[(ever["year"] == year) & ever[chosen.reads].isin([hospitals.YES, hospitals.NO])]
    yes = held[chosen.reads].eq(hospitals.YES).astype(float)
    one = pd.Series(1.0, index=held.index)
    if chosen.rule == "bed_share":
        one = pd.to_numeric(held["general_acute_beds"]).fillna(0).astype(float)
        yes = yes * one
    if chosen.rule in {"team_count", "team_rate"}:
        roles = [f"pc_{role}" for role in hospitals.TEAM_ROLES]
        yes = yes * held[roles].apply(pd.to_numeric).fillna(0).sum(axis=1).astype(float)
    table = _counted(tables, held, ever, yes, one)
    counted = year
    if chosen.rule == "team_rate":
        base, counted = _population(tables, chosen, year)
        table["denominator"] = table["county_fips"].map(base)
    whole = table["denominator"].where(table["denominator"] > 0)
    counts = chosen.rule in {"site_count", "team_count"}
    scale = 10_000 if chosen.rule == "team_rate" else 1
    table["value"] = table["numerator"] if counts else table["numerator"] / whole * scale
    table["locator"] = _("hospital_programs.csv, rows of {year} by county, {column}").format(
        year=year, column=chosen.reads
    )
    if counted != year:  # a report can be newer than any count of people
        table["note"] = _("Divided by the residents of {year}.").format(year=counted)
    return _dated(table, year)


def _population(tables: Tables, chosen: Measure, year: int) -> tuple[pd.Series, int]:
    """The base of a rate by county, and its year: that of the report, or the newest before it."""
    held = tables.table("observations")
    held, counted = people.up_to(held[held["indicator_id"].eq(chosen.base_indicator_id)], year)
    return held.set_index("geo_id")["value"].astype(float), counted


def licenses(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Licenses that report a team in one year, by county."""
    sites = tables.table("hospital_programs")
    if reports.is_added_up(tables, year):
        held = hospitals.licenses_from_sites(sites, year)
    else:
        every = tables.table("hospital_license_years")
        held = every[every["year"] == year]
    yes = held[chosen.reads].eq(hospitals.YES).astype(float)
    table = _counted(tables, held, sites, yes, pd.Series(1.0, index=held.index))
    table["value"] = table["numerator"] / table["denominator"]
    table["locator"] = _("hospital_license_years.csv, rows of {year} by county, {column}").format(
        year=year, column=chosen.reads
    )
    return _dated(table, year)


def listed(tables: Tables, kind: str) -> int:
    """The year of the license list that the sites of a type come from."""
    sources = tables.table("sources").set_index("source_id")["published"]
    return int(str(sources[_offices(tables, kind)["source_id"].iloc[0]])[:4])


def _offices(tables: Tables, kind: str) -> pd.DataFrame:
    """The facilities of one type."""
    held = tables.table("facilities")
    return held[held["type"].eq(kind)]


def facilities(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Licensed sites of one type, by county; a county without one has zero."""
    held = _offices(tables, chosen.reads)
    table = tables.table("counties")[["county_fips"]].copy()
    sums = held.groupby("county_fips").size()
    table["value"] = table["county_fips"].map(sums).fillna(0).astype(float)
    table["numerator"] = table["value"]
    table["source_id"] = held["source_id"].iloc[0]
    table["locator"] = _("facilities.csv, rows of type {kind} by county").format(kind=chosen.reads)
    table = table.assign(state=DataState.REPORTED.value, status="derived")
    return _dated(table if year == listed(tables, chosen.reads) else table.head(0), year)


def _dated(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """`table` with the year as its period."""
    return table.assign(period_start=str(year), period_end=str(year))
