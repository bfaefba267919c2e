"""One county, one number: the map's table, the county's page and the hospitals' own rows agree."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lib.ui import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

DATA = Path(__file__).resolve().parents[2] / "data"

# Sites that report an inpatient program in 2024 and all sites that answered, counted by hand in
# hospital_programs.csv. The first four counties are urban, the next four are frontier; the last has one site.
COUNTED = {
    "06037": (32, 91), "06075": (11, 13), "06067": (6, 12), "06019": (4, 11),
    "06023": (1, 5), "06003": (0, 0), "06049": (0, 2), "06063": (0, 3),
    "06011": (0, 1),
}  # fmt: skip

COUNTIES = pytest.mark.parametrize("fips", COUNTED)


def answers(fips: str) -> dict[str, str]:
    """Facility -> what it answered for 2024, read from the file and not from the app."""
    with (DATA / "hospital_programs.csv").open(encoding="utf-8") as held:
        return {
            row["facility_id"]: row["inpatient_palliative"]
            for row in csv.DictReader(held)
            if row["county_fips"] == fips and row["year"] == "2024"
        }


def n_of_n(fips: str) -> str:
    """The count as a reader sees it."""
    reporting, total = COUNTED[fips]
    return f"{reporting} of {total}" if total else ""


@COUNTIES
def test_the_hospitals_rows_give_the_count(fips: str) -> None:
    given = list(answers(fips).values())
    assert (given.count("Yes"), len(given)) == COUNTED[fips]


@COUNTIES
def test_the_maps_table_gives_the_count(fips: str) -> None:
    rows = library.figure("county_map", measure="inpatient_site_share", year="2024").rows
    row = rows.set_index("county_fips").loc[fips]
    assert row["base_words"] == n_of_n(fips)
    counts = library.figure("county_map", measure="inpatient_site_count", year="2024").rows
    held = counts.set_index("county_fips").loc[fips]
    if COUNTED[fips][1]:
        assert held["value"] == COUNTED[fips][0]
    else:
        assert held["value_words"] == row["value_words"] == "No general acute care hospital"


@COUNTIES
def test_the_county_pages_hospitals_are_those_of_the_rows(fips: str) -> None:
    rows = library.figure("county_hospitals", county=fips).rows
    shown = dict(zip(rows["facility_id"], rows["inpatient_2024"], strict=True))
    # A site of an earlier year is listed as well, and said not to have answered.
    assert {site: said for site, said in shown.items() if said != "Unknown"} == answers(fips)


@COUNTIES
def test_the_county_page_says_the_count(open_page: Callable[..., AppTest], fips: str) -> None:
    app = open_page("pages/county.py", county=fips, tab="meeting")
    assert not app.exception
    words = " ".join(str(part.value) for part in app.markdown).replace("\\", "")  # of Markdown
    own = library.figure("county_peers", county=fips).rows.iloc[0]
    numbers = library.figure("county_numbers", county=fips).rows.set_index("measure_id")
    label = str(numbers.loc["inpatient_site_share", "label"])
    if not COUNTED[fips][1]:
        assert app.title[0].value.startswith("Alpine County has no general acute care hospital")
        assert " of " not in label
        assert own["label"] == label
        return
    assert f"2024: {n_of_n(fips)}." in words
    assert own["label"] == n_of_n(fips)
    one = COUNTED[fips][1] == 1  # the share of one site is all or nothing: no comparison
    assert (f"{n_of_n(fips)}: too few" if one else f"({n_of_n(fips)})") in label
