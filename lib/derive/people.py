"""Older people of a year that a report can be held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def latest(observations: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest period of each place, keys `geo_id`, `dimension`, `group`."""
    ordered = observations.sort_values("period_end")
    return ordered.groupby(["geo_id", "dimension", "group"], as_index=False).tail(1)


def up_to(observations: pd.DataFrame, year: int) -> tuple[pd.DataFrame, int]:
    """The rows of the newest period that ends in `year` or before it, and the year it ends in.

    A population of a later year than a report's may not be known yet; the one before it is said
    with its own year. Empty rows and `year` itself where nothing is that old.
    """
    ends = observations["period_end"].str[:4].astype(int)
    known = ends[ends <= year]
    if known.empty:
        return observations.head(0), year
    newest = int(known.max())
    return observations[ends == newest], newest


def people_in(counties: pd.Series, population: pd.DataFrame) -> int:
    """The sum of `value` over the places listed in `counties`.

    `population` has one row a place (`geo_id`, `value`), all of one period.
    """
    return int(population[population["geo_id"].isin(counties)]["value"].sum())
