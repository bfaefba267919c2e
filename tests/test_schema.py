"""The contract of a table: each kind of bad cell is told with its place and its remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.schema import OBSERVATIONS, TABLES, Column, Kind, check, filled
from lib.schema.explain import explain

if TYPE_CHECKING:
    from lib.model import Offence

REGION = {
    "region_scheme": "chis_region",
    "region": "Bay Area",
    "county_fips": "06001",
    "source_id": "a-source",
}
SITE = {
    "facility_id": "106010735",
    "type": "hospice_site",
    "name": "A synthetic site",
    "city": "Alameda",
    "county_fips": "06001",
    "zip": "94501",
    "lat": "37.7",
    "lon": "-122.2",
    "geo_precision": "source_point",
    "ownership": "",
    "beds": "",
    "source_id": "a-source",
}


#: Words of closed lists, as the bundle has them.
WORDS = (
    ("facility_type", ("critical_access_hospital", "hospice_site")),
    ("region_scheme", ("chis_region",)),
    ("milestone_category", ("law",)),
    ("milestone_level", ("state",)),
)


def told(table: str, *rows: dict[str, str]) -> list[Offence]:
    """The offences of synthetic rows of one table; the first row stands on line 2."""
    contract = filled(TABLES[table], WORDS)
    frame = pd.DataFrame([*rows], columns=list(contract.header), dtype=str)
    places = [(table, 2 + row) for row in range(len(rows))]
    return check(frame, contract, places)[1]


def test_good_rows_give_no_offence_and_typed_columns():
    contract = TABLES["facilities"]
    frame = pd.DataFrame([SITE], columns=list(contract.header), dtype=str)
    typed, offences = check(frame, contract, [("facilities", 2)])
    assert offences == []
    assert typed["lat"].tolist() == [37.7]
    assert typed["beds"].isna().all()
    assert typed["county_fips"].tolist() == ["06001"]
    assert typed["ownership"].tolist() == [""]


@pytest.mark.parametrize(
    ("change", "problem", "remedy"),
    [
        ({"county_fips": "6001"}, "not in the form", "text like 06001"),
        ({"county_fips": ""}, "blank", "Fill it in"),
        ({"lat": "north"}, "not a number", "number in digits"),
        ({"lat": "61.2"}, "above the highest", "42.1 or less"),
        ({"lon": "-80"}, "above the highest", "-114.0 or less"),
        ({"lon": "-180"}, "below the lowest", "-124.6 or more"),
        ({"beds": "12.5"}, "not a whole number", "digits only"),
        ({"beds": "-3"}, "below the lowest", "0 or more"),
        ({"type": "clinic"}, "allowed words", "Use one of: critical_access_hospital"),
        ({"name": " outer spaces"}, "outer spaces", "UTF-8"),
        ({"name": "CaÃ±ada"}, "wrong encoding", "UTF-8"),
        ({"zip": "9450"}, "not in the form", "text like 95948"),
    ],
)
def test_a_bad_cell_is_told_once_with_its_remedy(change: dict[str, str], problem: str, remedy: str):
    (column, value), *_ = change.items()
    other = {**SITE, "facility_id": "106010736"}
    (offence,) = told("facilities", other, {**SITE, **change})
    assert (offence.table, offence.row) == ("facilities", 3)
    assert (offence.column, offence.value) == (column, value)
    assert problem in offence.problem
    assert remedy in offence.remedy


def test_two_rows_for_one_key_name_the_second_row():
    (offence,) = told("regions", REGION, REGION)
    assert offence.row == 3
    assert offence.column == "region_scheme, region, county_fips"
    assert offence.value == "chis_region, Bay Area, 06001"
    assert "same key" in offence.problem


def test_every_bad_cell_is_told_not_the_first():
    bad = {**REGION, "county_fips": "6001", "region_scheme": "mine", "source_id": "A Source"}
    assert {offence.column for offence in told("regions", bad)} == {
        "county_fips",
        "region_scheme",
        "source_id",
    }


@pytest.mark.parametrize(
    ("day", "good"), [("2024-02-29", True), ("2023-02-29", False), ("2024-13", False)]
)
def test_a_date_is_a_day_some_calendar_has(day: str, *, good: bool):
    row = {
        "milestone_id": "synthetic",
        "date": day,
        "date_precision": "day",
        "title": "t",
        "category": "law",
        "level": "state",
        "summary": "s",
        "source_id": "a-source",
    }
    assert [offence.column for offence in told("milestones", row)] == ([] if good else ["date"])


def test_every_reference_points_to_a_declared_key_column():
    for table in (*TABLES.values(), OBSERVATIONS):
        for column in table.columns:
            if column.refers:
                target, name = column.refers_to
                assert name in TABLES[target].header, (table.name, column.name)


def test_every_form_accepts_its_own_example():
    for table in (*TABLES.values(), OBSERVATIONS):
        for column in table.columns:
            if column.pattern:
                assert re.fullmatch(column.pattern, column.like), (table.name, column.name)


def test_every_key_is_a_column_and_every_table_says_what_a_row_is():
    for table in (*TABLES.values(), OBSERVATIONS):
        assert set(table.key) <= set(table.header)
        assert table.row
        assert all(column.about for column in table.columns)


def test_a_word_that_no_list_defines_is_told_with_the_nearest_one_and_where_to_add_it():
    (offence,) = told("facilities", {**SITE, "type": "hospice_sites"})
    assert "Did you mean hospice_site?" in offence.remedy
    assert "its row in vocabulary.csv, list facility_type" in offence.remedy


@pytest.mark.parametrize("problem", ["blank", "day", "repeated", "whole", "something else"])
def test_every_problem_has_words_and_a_remedy(problem: str):
    said, remedy = explain(problem, Column("c", "a column", Kind.TEXT))
    assert said
    assert remedy.endswith(".")
