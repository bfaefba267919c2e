"""Counting in districts, on a small invented frame, and what an address or a ZIP code means."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.subjects.districts import rows as districts

CHAMBERS = ("assembly", "senate", "congressional")

#: Invented: sites a to d in districts 1 and 2; site e has closed and is filed nowhere.
FILED = pd.DataFrame({"facility_id": list("abcd"), "assembly_district": [1, 1, 1, 2]})
SITES = pd.DataFrame(
    [
        ("a", 2022, "Yes", "No", 100),
        ("a", 2024, "Yes", "Yes", 100),
        ("b", 2024, "No", "No", 50),
        ("c", 2024, "", "", 70),
        ("d", 2024, "No", "No", None),
        ("e", 2022, "Yes", "No", 900),
    ],
    columns=[
        "facility_id", "year", "inpatient_palliative", "outpatient_palliative",
        "general_acute_beds",
    ],
)  # fmt: skip


def placed() -> pd.DataFrame:
    return districts.sites_in(FILED, SITES, "assembly")


def test_a_site_counts_in_its_filed_district_and_a_closed_one_in_none() -> None:
    assert sorted(placed()["facility_id"].unique()) == ["a", "b", "c", "d"]
    assert districts.sites_in(FILED, SITES, "assembly", 2)["facility_id"].tolist() == ["d"]


def test_a_site_without_an_answer_is_neither_yes_nor_no() -> None:
    table = districts.status(placed(), [1, 2, 3], 2024)
    one = table.loc[1]
    assert (one["sites"], one["answered"], one["reporting"], one["outpatient"]) == (3, 2, 1, 1)
    assert (one["beds"], one["beds_reporting"]) == (150, 100)
    assert one["share"] == 0.5


def test_a_district_without_a_site_has_a_row_and_no_share() -> None:
    table = districts.status(placed(), [1, 2, 3], 2024)
    assert table.loc[3, "sites"] == 0
    assert pd.isna(table.loc[3, "share"])
    assert pd.isna(table.loc[2, "bed_share"])  # a site with no count of beds


def test_each_year_counts_those_that_answered() -> None:
    counted = districts.by_year(placed()).set_index(["number", "year"])
    assert counted.loc[(1, 2022), ["reporting", "answered"]].tolist() == [1, 1]
    assert (2, 2022) not in counted.index


@pytest.mark.parametrize(
    ("reporting", "answered", "kind"),
    [
        (0, 0, "silent"),
        (0, 3, "none"),
        (1, 3, "some"),
        (1, 2, "half"),
        (2, 3, "half"),
        (3, 3, "all"),
    ],
)
def test_classes(reporting: int, answered: int, kind: str) -> None:
    assert districts.kind(reporting, answered) == kind


@pytest.mark.parametrize(
    ("text", "chamber"),
    [("assembly", "assembly"), ("Congress", "congressional"), ("HOUSE", "congressional"),
     ("State  Senate", "senate"), ("", ""), ("lords", "")],
)  # fmt: skip
def test_chambers_of_an_address(text: str, chamber: str) -> None:
    assert districts.chamber_of(text, CHAMBERS) == chamber


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", 2), (" 02 ", 2), ("-1", 0), ("2.5", 0), ("9" * 5000, 0), ("\u0662", 0)],
)
def test_numbers_of_an_address(text: str, number: int) -> None:
    assert districts.number_of(text) == number


def test_what_a_zip_only_touches_is_left_out() -> None:
    zips = pd.DataFrame(
        [("90001", "senate", 28, 0.2), ("90001", "senate", 33, 0.8), ("90001", "senate", 35, None)],
        columns=["zip", "chamber", "number", "share"],
    )
    assert districts.of_zip(zips, "90001")["number"].tolist() == [33, 28]
    assert districts.of_zip(zips, "90002").empty


def test_lines_are_over_from_the_day_on_which_others_hold() -> None:
    assert not districts.is_over("2027-01-03", date(2027, 1, 2))
    assert districts.is_over("2027-01-03", date(2027, 1, 3))
    assert not districts.is_over("", date(2090, 1, 1))
