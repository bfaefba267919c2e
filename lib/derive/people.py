"""Older people, deaths and rates by county, on one population basis."""

from __future__ import annotations

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


def share(parts: pd.DataFrame, wholes: pd.DataFrame) -> pd.DataFrame:
    """Part over whole by `geo_id` and `period_end`, columns `numerator`, `denominator`, `share`.

    Places without a whole, or with a whole of zero, get no row: a share of nothing is unknown.
    """
    keys = ["geo_id", "period_end"]
    joined = parts[[*keys, "value"]].merge(
        wholes[[*keys, "value"]], on=keys, suffixes=("_part", "_whole")
    )
    joined = joined[joined["value_whole"] > 0]
    return pd.DataFrame(
        {
            "geo_id": joined["geo_id"].to_numpy(),
            "period_end": joined["period_end"].to_numpy(),
            "numerator": joined["value_part"].to_numpy(),
            "denominator": joined["value_whole"].to_numpy(),
            "share": (joined["value_part"] / joined["value_whole"]).to_numpy(),
        }
    )


def per_10k(counts: pd.Series, base: pd.Series) -> pd.Series:
    """Counts per 10,000 of `base`, both indexed alike; missing where the base is 0 or missing."""
    return (counts / base.where(base > 0)) * 10_000


def people_in(counties: pd.Series, population: pd.DataFrame) -> int:
    """The sum of `value` over the places listed in `counties`.

    Args:
        counties: county FIPS codes.
        population: one row a place (`geo_id`, `value`), one period.
    """
    return int(population[population["geo_id"].isin(counties)]["value"].sum())
