"""Measures that are read from observations and from the list of Medi-Cal plans, by county."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _
from lib.model import DataState

if TYPE_CHECKING:
    from lib.derive.measures import Measure, Tables


#: A base may be this many days older than the count over it, and never younger.
BASE_AGE = 366


def county_rows(tables: Tables, indicator_id: str, group: str) -> pd.DataFrame:
    """The county rows of an indicator, `county_fips` for the place."""
    held = tables.table("observations")
    held = held[
        held["indicator_id"].eq(indicator_id)
        & held["group"].eq(group)
        & held["geo_id"].str.fullmatch(r"06\d{3}")
    ]
    columns = ["geo_id", "period_start", "period_end", "value", "numerator", "denominator"]
    told = held["withheld"].map({True: DataState.WITHHELD.value, False: DataState.REPORTED.value})
    held = held[[*columns, "status", "source_id", "locator", "note"]].assign(state=told)
    return held.rename(columns={"geo_id": "county_fips"})


@lru_cache(maxsize=256)
def observed(tables: Tables, chosen: Measure) -> pd.DataFrame:
    """The rows of a measure read from observations, every year, with their `year`.

    Kept, for pages ask again and again: a caller changes a copy.
    """
    held = county_rows(tables, chosen.indicator_id, chosen.reads)
    held = held.assign(year=ends(held))
    if chosen.base_indicator_id:
        held = _over_base(held, county_rows(tables, chosen.base_indicator_id, "all"), chosen)
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
        status=joined["status"].where(joined["state"].eq(DataState.WITHHELD.value), "derived"),
        locator=[
            _("{part}; over {whole}").format(part=part, whole=whole)
            for part, whole in zip(joined["locator"], joined["_base_locator"], strict=True)
        ],
    ).drop(columns=["_at", "_base", "_base_locator"])


def of_year(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """The observations of one year, over their base where the measure names one."""
    held = observed(tables, chosen)
    return held[held["year"] == year].drop(columns="year")


def growth(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """Growth between the first and the last year of one projection, never its levels."""
    held = county_rows(tables, chosen.indicator_id, chosen.reads)
    held = held.assign(_year=ends(held))
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


def ends(held: pd.DataFrame) -> pd.Series:
    """The year in which the period of each row ends."""
    return held["period_end"].str[:4].astype(int)


def plan_years(tables: Tables) -> set[int]:
    """The years in which plan models began, and the year before them.

    What began at a time that is not known was in force in the year before the first known one.
    """
    began = tables.table("medi_cal_plans")["effective_start"]
    known = {int(day[:4]) for day in began if day}
    return {min(known) - 1, *known} if began.eq("").any() and known else known


def plan_models(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
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
            "state": DataState.REPORTED.value,
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
