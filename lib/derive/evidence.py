"""How much evidence is held for a subject: measures, dates, the newest value, its direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

STRONG = "strong"
THIN = "thin"
ABSENT = "absent"

#: Strong evidence: this many indicators for California, one of them in two years or more.
STRONG_INDICATORS = 3

# What is held of one indicator, from the most to the least.
REPEATED = "repeated"
ONCE = "once"
PARTLY = "partly"
ELSEWHERE = "elsewhere"

# The way a value went between its first and its newest year.
UP = "up"
DOWN = "down"
LEVEL = "level"
ONE_DATE = "one date"

COLUMNS = (
    "indicator_id",
    "periods",
    "first_value",
    "first_period",
    "value",
    "unit",
    "period_end",
    "source_id",
)


def agreed(observations: pd.DataFrame, conflicts: pd.DataFrame) -> pd.DataFrame:
    """The rows that figures show: where two sources disagree on a year, the first one's.

    `source_a` of a disagreement holds the claim that figures use.
    """
    first = set(zip(conflicts["indicator_id"], conflicts["source_a"], strict=True))
    # A source that one disagreement shows is not the one that gives way in another.
    second = set(zip(conflicts["indicator_id"], conflicts["source_b"], strict=True)) - first
    rows = observations.assign(year=observations["period_end"].str[:4])
    keys = list(zip(rows["indicator_id"], rows["source_id"], strict=True))
    settled = rows[[key in first for key in keys]]
    years = set(zip(settled["indicator_id"], settled["year"], strict=True))
    pairs = zip(keys, rows["indicator_id"], rows["year"], strict=True)
    doubled = [key in second and (name, year) in years for key, name, year in pairs]
    return rows[[not double for double in doubled]].drop(columns="year")


def held_for(indicator_ids: Sequence[str], observations: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator with its California total, newest first.

    `observations` have their disagreements settled (`agreed`).

    Returns:
        `periods` (distinct years: two figures of one year are no series), `first_value`,
        `first_period`, the newest `value`, its `unit`, `period_end` and `source_id`.
        Indicators without a California total are left out.
    """
    held = observations[
        observations["indicator_id"].isin(list(indicator_ids))
        & observations["geo_id"].eq("CA")
        & observations["dimension"].eq("total")
    ].sort_values("period_end")
    if held.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    table = (
        held.assign(year=held["period_end"].str[:4])
        .groupby("indicator_id", as_index=False)
        .agg(
            periods=("year", "nunique"),
            first_value=("value", "first"),
            first_period=("period_end", "first"),
            value=("value", "last"),
            unit=("unit", "last"),
            period_end=("period_end", "last"),
            source_id=("source_id", "last"),
        )
    )
    return table.sort_values(["period_end", "indicator_id"], ascending=[False, True])


def strength(indicator_ids: Sequence[str], held: pd.DataFrame) -> str:
    """Strong, thin or absent evidence, from the indicators tied and those `held_for` them."""
    if not indicator_ids:
        return ABSENT
    repeated = bool(held["periods"].gt(1).any()) if len(held) else False
    return STRONG if len(held) >= STRONG_INDICATORS and repeated else THIN


def extent(indicator_id: str, observations: pd.DataFrame) -> str:
    """What is held of an indicator: a repeated total, one total, parts of the state, others."""
    held = held_for([indicator_id], observations)
    if len(held):
        return REPEATED if held["periods"].iloc[0] > 1 else ONCE
    places = observations[observations["indicator_id"] == indicator_id]["geo_id"]
    inside = places.eq("CA") | places.str.fullmatch(r"06\d{3}")
    return PARTLY if bool(inside.any()) else ELSEWHERE


def direction(first: float, newest: float, periods: int) -> str:
    """The way a value went from its first to its newest year."""
    if periods < 2:
        return ONE_DATE
    if newest == first:
        return LEVEL
    return UP if newest > first else DOWN
