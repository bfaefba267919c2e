"""A measure of `data/measures.csv` as one row a county: value, base and what kind of answer.

This is the one place where a map, a county page and a comparison get a county's number from,
so that they agree. `Tables` is anything that hands out the tables of the bundle by name, such
as the store.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import pandas as pd

from lib.derive import hospitals, reports
from lib.i18n import _
from lib.model import DataState

if TYPE_CHECKING:
    from collections.abc import Callable


class Tables(Protocol):
    """Whatever hands out a table of the bundle by its name, and never another one."""

    def table(self, name: str) -> pd.DataFrame:
        """The rows of one table."""
        ...

    def __hash__(self) -> int:
        """What is worked out from the tables is kept under them."""
        ...


class Role(StrEnum):
    """Why a reader would look at a measure."""

    SUPPLY = "supply"
    NEED = "need"
    CONTEXT = "context"


#: What stands behind a county's value; only reported and zero have one.
State = DataState


@dataclass(frozen=True)
class Measure:
    """One row of the measures: a choice on the map and how its values are found.

    `reads` is the column, facility type or group that the rule looks at; `breaks` are the
    lower bounds of its classes, empty where the classes are fifths of the counties.
    """

    measure_id: str
    role: Role
    rule: str
    reads: str
    indicator_id: str
    base_indicator_id: str
    label: str
    unit: str
    breaks: tuple[float, ...]
    note: str
    short_name: str = ""


COLUMNS = (
    "county_fips", "name", "value", "numerator", "denominator", "category", "state", "status",
    "source_id", "locator", "period_start", "period_end", "note",
)  # fmt: skip

#: A base may be this many days older than the count over it, and never younger.
BASE_AGE = 366


@lru_cache(maxsize=8)
def measures(tables: Tables) -> tuple[Measure, ...]:
    """Every measure a reader can pick, in the order of the table."""
    return tuple(_measure(row) for __, row in tables.table("measures").iterrows())


def _measure(row: pd.Series) -> Measure:
    """One row of the measures as a record."""
    text = {field.name: str(row[field.name]) for field in fields(Measure)}
    breaks = tuple(float(part) for part in text.pop("breaks").split(";") if part)
    return Measure(role=Role(text.pop("role")), breaks=breaks, **text)


def measure(tables: Tables, measure_id: str) -> Measure:
    """The measure of that id.

    Raises:
        KeyError: no measure has that id.
    """
    for each in measures(tables):
        if each.measure_id == measure_id:
            return each
    raise KeyError(measure_id)


@lru_cache(maxsize=1024)
def years(tables: Tables, chosen: Measure) -> tuple[int, ...]:
    """The years for which the measure is held, newest first.

    A period is known by the year in which it ends.
    """
    if _RULES[chosen.rule] is _sites:
        held = set(reports.years(tables))
    elif chosen.rule == "license_share":
        held = set(reports.years(tables, reports.LICENSES))
    elif chosen.rule == "facility_count":
        held = {_listed(tables, chosen.reads)}
    elif chosen.rule == "growth":
        held = {int(_ends(_held(tables, chosen.indicator_id, chosen.reads)).max())}
    elif chosen.rule == "plan_model":
        held = _plan_years(tables)
    else:
        held = set(_observed(tables, chosen)["year"])
    return tuple(sorted(held, reverse=True))


def minimum(tables: Tables, chosen: Measure, year: int) -> str:
    """Why the counts of a measure in one year are minimums; empty where they are not."""
    if _RULES[chosen.rule] is not _sites or year in reports.complete_years(tables):
        return ""
    return reports.note(tables, year)


def county_values(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """One row a county, all of them, with what the measure says for `year`.

    Args:
        tables: the store.
        chosen: the measure.
        year: one of `years`; a year that is not held gives rows that are not collected.

    Returns:
        Columns `COLUMNS`, in the order of the counties table. `value` is missing unless
        `state` is reported or zero; `category` is filled for a measure of kinds only;
        `numerator` and `denominator` are missing where the source gives none.
    """
    found = _RULES[chosen.rule](tables, chosen, year)
    counties = tables.table("counties")[["county_fips", "name"]]
    table = counties.merge(found, on="county_fips", how="left").reindex(columns=list(COLUMNS))
    for column in ("value", "numerator", "denominator"):
        table[column] = pd.to_numeric(table[column]).astype(float)
    for column in (
        "category", "state", "status", "source_id", "locator", "note", "period_start", "period_end",
    ):  # fmt: skip
        text = table[column].astype(object)
        table[column] = text.where(text.notna(), "").astype(str)
    unheld = table["state"].eq("")
    table.loc[unheld, "state"] = State.NOT_COLLECTED.value
    if unheld.any() and chosen.indicator_id and year == years(tables, chosen)[0]:
        earlier = set(_observed(tables, chosen).query("year < @year")["county_fips"])
        late = unheld & table["county_fips"].isin(earlier)
        table.loc[late, "state"] = State.NOT_YET_UPDATED.value
    zero = table["state"].eq(State.REPORTED.value) & table["value"].eq(0)
    table.loc[zero, "state"] = State.ZERO.value
    return table


def _site_state(tables: Tables, held: pd.DataFrame, ever: pd.DataFrame) -> pd.DataFrame:
    """One row a county: reported where a site answered, else why there is no answer."""
    counties = tables.table("counties")[["county_fips"]].copy()
    answered, known = set(held["county_fips"]), set(ever["county_fips"])
    counties["state"] = [
        State.REPORTED.value
        if fips in answered
        else (State.NOT_ANSWERED.value if fips in known else State.NO_HOSPITAL.value)
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


def _sites(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
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
    if chosen.rule == "team_rate":
        table["denominator"] = table["county_fips"].map(_population(tables, chosen, year))
    whole = table["denominator"].where(table["denominator"] > 0)
    counts = chosen.rule in {"site_count", "team_count"}
    scale = 10_000 if chosen.rule == "team_rate" else 1
    table["value"] = table["numerator"] if counts else table["numerator"] / whole * scale
    table["locator"] = _("hospital_programs.csv, rows of {year} by county, {column}").format(
        year=year, column=chosen.reads
    )
    return _dated(table, year)


def _population(tables: Tables, chosen: Measure, year: int) -> pd.Series:
    """The base of a rate in one year, by county."""
    held = tables.table("observations")
    held = held[held["indicator_id"].eq(chosen.base_indicator_id)]
    held = held[held["period_end"].str.startswith(str(year))]
    return held.set_index("geo_id")["value"].astype(float)


def _licenses(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
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


def _listed(tables: Tables, kind: str) -> int:
    """The year of the license list that the sites of a type come from."""
    sources = tables.table("sources").set_index("source_id")["published"]
    return int(str(sources[_offices(tables, kind)["source_id"].iloc[0]])[:4])


def _offices(tables: Tables, kind: str) -> pd.DataFrame:
    """The facilities of one type."""
    held = tables.table("facilities")
    return held[held["type"].eq(kind)]


def _facilities(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Licensed sites of one type, by county; a county without one has zero."""
    held = _offices(tables, chosen.reads)
    table = tables.table("counties")[["county_fips"]].copy()
    sums = held.groupby("county_fips").size()
    table["value"] = table["county_fips"].map(sums).fillna(0).astype(float)
    table["numerator"] = table["value"]
    table["source_id"] = held["source_id"].iloc[0]
    table["locator"] = _("facilities.csv, rows of type {kind} by county").format(kind=chosen.reads)
    table = table.assign(state=State.REPORTED.value, status="derived")
    return _dated(table if year == _listed(tables, chosen.reads) else table.head(0), year)


def _dated(table: pd.DataFrame, year: int) -> pd.DataFrame:
    """`table` with the year as its period."""
    return table.assign(period_start=str(year), period_end=str(year))


def _held(tables: Tables, indicator_id: str, group: str) -> pd.DataFrame:
    """The county rows of an indicator, `county_fips` for the place."""
    held = tables.table("observations")
    held = held[
        held["indicator_id"].eq(indicator_id)
        & held["group"].eq(group)
        & held["geo_id"].str.fullmatch(r"06\d{3}")
    ]
    columns = ["geo_id", "period_start", "period_end", "value", "numerator", "denominator"]
    told = held["withheld"].map({True: State.WITHHELD.value, False: State.REPORTED.value})
    held = held[[*columns, "status", "source_id", "locator", "note"]].assign(state=told)
    return held.rename(columns={"geo_id": "county_fips"})


def _observed(tables: Tables, chosen: Measure) -> pd.DataFrame:
    """The rows of a measure read from observations, every year, with their `year`."""
    held = _held(tables, chosen.indicator_id, chosen.reads)
    held = held.assign(year=_ends(held))
    if chosen.base_indicator_id:
        held = _over_base(held, _held(tables, chosen.base_indicator_id, "all"), chosen)
    held = held.sort_values("period_end")
    return held.groupby(["county_fips", "year"], as_index=False).tail(1)


def _over_base(held: pd.DataFrame, base: pd.DataFrame, chosen: Measure) -> pd.DataFrame:
    """`held` over the newest base that is not younger than its period, nor `BASE_AGE` older."""
    anchor = "period_start" if chosen.rule == "rate" else "period_end"
    counts = held.assign(_at=pd.to_datetime(held[anchor], format="ISO8601"))
    wholes = base.assign(_at=pd.to_datetime(base["period_end"], format="ISO8601"))
    wholes = wholes[["county_fips", "_at", "value", "locator"]]
    joined = pd.merge_asof(
        counts.sort_values("_at"),
        wholes.sort_values("_at").rename(columns={"value": "_base", "locator": "_base_locator"}),
        on="_at",
        by="county_fips",
        tolerance=pd.Timedelta(days=BASE_AGE),
    )
    joined = joined[joined["_base"] > 0]
    scale = 10_000 if chosen.rule == "rate" else 1
    return joined.assign(
        numerator=joined["value"],
        denominator=joined["_base"],
        value=joined["value"].astype(float) / joined["_base"].astype(float) * scale,
        status=joined["status"].where(joined["state"].eq(State.WITHHELD.value), "derived"),
        locator=[
            _("{part}; over {whole}").format(part=part, whole=whole)
            for part, whole in zip(joined["locator"], joined["_base_locator"], strict=True)
        ],
    ).drop(columns=["_at", "_base", "_base_locator"])


def _from_observations(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """The observations of one year, over their base where the measure names one."""
    held = _observed(tables, chosen)
    return held[held["year"] == year].drop(columns="year")


def _growth(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Growth between the first and the last year of one projection, never its levels."""
    held = _held(tables, chosen.indicator_id, chosen.reads)
    held = held.assign(_year=_ends(held))
    first = held[held["_year"] == held["_year"].min()].set_index("county_fips")
    last = held[held["_year"] == year].set_index("county_fips")
    before = first["value"].reindex(last.index).astype(float)
    return last.assign(
        numerator=last["value"].astype(float) - before,
        denominator=before,
        value=last["value"].astype(float) / before - 1,
        period_start=first["period_start"].reindex(last.index),
        status="estimated",
    ).reset_index()


def _ends(held: pd.DataFrame) -> pd.Series:
    """The year in which the period of each row ends."""
    return held["period_end"].str[:4].astype(int)


def _plan_years(tables: Tables) -> set[int]:
    """The years in which plan models began, and the year before them.

    What began at a time that is not known was in force in the year before the first known one.
    """
    began = tables.table("medi_cal_plans")["effective_start"]
    known = {int(day[:4]) for day in began if day}
    return {min(known) - 1, *known} if began.eq("").any() and known else known


def _plan_models(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """The Medi-Cal managed care model in force at the end of `year`, by county."""
    plans = tables.table("medi_cal_plans")
    day = f"{year}-12-31"
    began = plans["effective_start"].eq("") | (plans["effective_start"] <= day)
    going = plans["effective_end"].eq("") | (plans["effective_end"] >= day)
    held = plans[began & going]
    return pd.DataFrame(
        {
            "county_fips": held["county_fips"],
            "category": held["model"],
            "state": State.REPORTED.value,
            "status": held["status"],
            "source_id": held["source_ids"].str.split().str[0],
            "locator": _("medi_cal_plans.csv, {column} in force at the end of {year}").format(
                column=chosen.reads, year=year
            ),
            "period_start": held["effective_start"],
            "period_end": str(year),
            "note": held["note"],
        }
    )


_RULES: dict[str, Callable[[Tables, Measure, int], pd.DataFrame]] = {
    "site_count": _sites,
    "site_share": _sites,
    "bed_share": _sites,
    "critical_access_share": _sites,
    "team_count": _sites,
    "team_rate": _sites,
    "license_share": _licenses,
    "facility_count": _facilities,
    "observed": _from_observations,
    "share_of": _from_observations,
    "rate": _from_observations,
    "growth": _growth,
    "plan_model": _plan_models,
}

RULES = tuple(_RULES)
