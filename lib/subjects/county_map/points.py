"""The hospitals of the newest report as points: where they stand and what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, reports
from lib.subjects.county_map import words_card as words

if TYPE_CHECKING:
    from lib.store import Store

#: What a hospital reports -> color token.
POINT_COLORS = {"inpatient": "@teal", "outpatient": "@light_teal", "neither": "@sand"}


def hospital_points(store: Store, year: int | None = None) -> pd.DataFrame:
    """One row a general acute site of `year`, or of the newest report, largest first.

    Returns:
        `facility_id`, `name`, `city`, `county_fips`, `beds`, `report` (a key of
        `POINT_COLORS`), `words`, `lat` and `lon` (missing where no coordinates are held).
    """
    sites = store.table("hospital_programs")
    held = sites[sites["year"] == (year or reports.newest(store))]
    places = store.table("facilities").set_index("facility_id")[["lat", "lon"]]
    beds = pd.to_numeric(held["total_beds"]).fillna(0).astype(int)
    inpatient = held["inpatient_palliative"].eq(hospitals.YES)
    outpatient = held["outpatient_palliative"].eq(hospitals.YES)
    table = held[["facility_id", "name", "city", "county_fips"]].assign(
        beds=beds,
        report=[
            "inpatient" if one else ("outpatient" if other else "neither")
            for one, other in zip(inpatient, outpatient, strict=True)
        ],
        words=[
            words.site(city, size, inpatient=one, outpatient=other)
            for city, size, one, other in zip(
                held["city"], beds, inpatient, outpatient, strict=True
            )
        ],
    )
    table = table.join(places, on="facility_id")
    return table.sort_values(["beds", "name"], ascending=[False, True]).reset_index(drop=True)
