"""What the hospital sites of each legislative district report, and which places share a district.

A site counts in the district that the state's own file names for it (`hospital_districts`), never
in the one where a map would draw it. That file knows the sites of the newest report: earlier years
count those of them that answered then, and no site that has closed since.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

#: Chamber -> the word for it in an address or in a law.
ALSO = {"congress": "congressional", "house": "congressional", "state senate": "senate"}

#: The column of `districts` with the people that a census counted, and the year of that census.
PEOPLE = "population_2020"
COUNTED = PEOPLE[-4:]

ANSWERS = [hospitals.YES, hospitals.NO]

#: Digits that are read of a number in an address.
MOST_DIGITS = 4


def chamber_of(text: str, chambers: Sequence[str]) -> str:
    """The chamber that an address means, or an empty text."""
    asked = " ".join(text.lower().split())
    asked = ALSO.get(asked, asked)
    return asked if asked in chambers else ""


def number_of(text: str) -> int:
    """The number that an address means, zero where it means none."""
    digits = text.strip()
    return int(digits) if re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", digits) else 0


def sites_in(
    filed: pd.DataFrame, sites: pd.DataFrame, chamber: str, number: int | None = None
) -> pd.DataFrame:
    """Rows of hospital_programs with the `number` of the district, of all districts or of one.

    `filed` is hospital_districts; `sites` are those of hospital_programs, any years; `number` is
    one district, or None for all.
    """
    numbers = filed.set_index("facility_id")[f"{chamber}_district"]
    placed = sites.assign(number=sites["facility_id"].map(numbers)).dropna(subset=["number"])
    placed = placed.astype({"number": int})
    return placed if number is None else placed[placed["number"].eq(number)]


def by_year(placed: pd.DataFrame) -> pd.DataFrame:
    """One row a district and year: `number`, `year`, `reporting`, `answered`, `share`."""
    return hospitals.reporting(placed, ["number", "year"], "inpatient_palliative")


def status(placed: pd.DataFrame, numbers: Sequence[int], year: int) -> pd.DataFrame:
    """One row a district, index `number`: what its sites report in a year.

    `placed` are rows of `sites_in`; `numbers` is every district of the chamber, also one without a
    site.

    Returns:
        `sites`, `answered`, `reporting`, `outpatient` (sites that report outpatient services),
        `share` of those that answered, `beds` (general acute beds of those that answered),
        `beds_reporting`, `bed_share`; a share of nothing is missing.
    """
    now = placed[placed["year"].eq(year)]
    beds = pd.to_numeric(now["general_acute_beds"]).fillna(0)
    said = now["inpatient_palliative"].isin(ANSWERS)
    yes = now["inpatient_palliative"].eq(hospitals.YES)
    counted = pd.DataFrame(
        {
            "number": now["number"],
            "sites": 1,
            "answered": said.astype(int),
            "reporting": yes.astype(int),
            "outpatient": now["outpatient_palliative"].eq(hospitals.YES).astype(int),
            "beds": beds.where(said, 0).astype(int),
            "beds_reporting": beds.where(yes, 0).astype(int),
        }
    )
    table = counted.groupby("number").sum().reindex(list(numbers), fill_value=0)
    return table.assign(
        share=(table["reporting"] / table["answered"]).where(table["answered"].gt(0)),
        bed_share=(table["beds_reporting"] / table["beds"]).where(table["beds"].gt(0)),
    )


def kind(reporting: int, answered: int) -> str:
    """The class of a district on the map: all, half, some or none of those that answered."""
    if not answered:
        return "silent"
    if not reporting:
        return "none"
    if reporting == answered:
        return "all"
    return "half" if 2 * reporting >= answered else "some"


def of_zip(zips: pd.DataFrame, code: str) -> pd.DataFrame:
    """The districts of a ZIP code with its shares, the largest first; those only touched are out.

    Args:
        zips: zip_districts.
        code: five digits.
    """
    held: pd.DataFrame = zips[zips["zip"].eq(code) & zips["share"].gt(0)]
    return held.sort_values(["chamber", "share"], ascending=[True, False])


def is_over(valid_until: str, today: date) -> bool:
    """True from the day on which other lines hold."""
    return bool(valid_until) and today.isoformat() >= valid_until
