"""Counties like one another: traits on a common scale, distances, and the gap to the peers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.derive import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.derive.measures import Tables

#: The traits by which counties are likened, in reading order.
TRAITS = ("population", "rural_share", "older_share", "medi_cal_share", "beds")

#: What "like" may mean: the traits that count, each as much as the next.
LIKENESS: dict[str, tuple[str, ...]] = {
    "all": TRAITS,
    "size": ("population", "rural_share"),
    "people": ("older_share", "medi_cal_share"),
    "beds": ("population", "beds"),
}

#: The measures of data/measures.csv that the traits are read from.
_MEASURES = {
    "rural_share": "rural_population_share",
    "older_share": "people_65_share",
    "medi_cal_share": "medi_cal_share",
}


def traits(tables: Tables, year: int) -> pd.DataFrame:
    """One row a county (index `county_fips`): the five traits in their own units.

    `population` of the newest Department of Finance year, `beds` general acute beds of the
    sites that answered in `year` (0 where a county has none), shares 0..1.
    """
    found = {name: _newest(tables, measure_id) for name, measure_id in _MEASURES.items()}
    older = found["older_share"]
    table = pd.DataFrame({name: held["value"] for name, held in found.items()})
    table["population"] = older["denominator"]
    sites = tables.table("hospital_programs")
    held = sites[sites["year"] == year]
    beds = pd.to_numeric(held["general_acute_beds"]).groupby(held["county_fips"]).sum()
    table["beds"] = beds.reindex(table.index).fillna(0.0)
    return table[list(TRAITS)].astype(float)


def _newest(tables: Tables, measure_id: str) -> pd.DataFrame:
    """A measure at its newest year, by county."""
    chosen = measures.measure(tables, measure_id)
    held = measures.county_values(tables, chosen, measures.years(tables, chosen)[0])
    return held.set_index("county_fips")


def likeness(table: pd.DataFrame, county_fips: str, by: Sequence[str]) -> pd.Series:
    """The distance of every other county from one, the most alike first.

    Population and beds enter as logarithms (beds plus one), every trait is divided by its
    standard deviation over the counties, and the distance is the root of the mean squared
    difference over the traits: 0 is the same, 1 is one standard deviation apart.

    `table` is as `traits` gives it; `by` are the traits that count.
    """
    scaled = table[list(by)].copy()
    for name in {"population", "beds"} & set(by):
        scaled[name] = np.log(scaled[name] + (1 if name == "beds" else 0))
    scaled = scaled / scaled.std(ddof=0)
    apart = ((scaled - scaled.loc[county_fips]) ** 2).mean(axis=1) ** 0.5
    ordered = apart.drop(county_fips).rename("distance").reset_index()
    return ordered.sort_values(["distance", "county_fips"]).set_index("county_fips")["distance"]


def sites_to_median(reporting: int, answered: int, peers: pd.DataFrame) -> int:
    """How many more of a county's sites would have to report to reach its peers' median share.

    `reporting` and `answered` are the county's own sites; `peers` have `value`, the share of their
    sites that report: one without it (no hospital, no answer) is left out.

    Returns:
        0 where the share is reached, or where no peer has a value.
    """
    median = peers["value"].dropna().median()
    if pd.isna(median):
        return 0
    # A hair below the product: 0.5 of 4 is 2 sites, not 3 for a rounding error.
    return max(0, math.ceil(float(median) * answered - 1e-9) - reporting)
