"""One cell: numbers as text, dates in four forms, and what is no number or date."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lib.intake import values
from lib.intake.dating import published, version_of


@pytest.mark.parametrize(
    "cell", [106010735, 106010735.0, "106010735", " 106010735 ", "106010735.0"]
)
def test_a_facility_number_is_nine_digits(cell: object):
    assert values.facility(cell) == "106010735"


@pytest.mark.parametrize("cell", ["1.06E+08", 10601073, "10601073A", 1.5])
def test_what_a_spreadsheet_spoiled_is_no_facility_number(cell: object):
    with pytest.raises(values.UnreadableError):
        values.facility(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [(40000191, "040000191"), ("930000030", "930000030"), ("M02016036", "M02016036")],
)
def test_a_license_number_keeps_its_letter_and_its_leading_zero(cell: object, number: str):
    assert values.license_number(cell) == number


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2017, 12, 31),  # noqa: DTZ001 - as openpyxl gives it
        date(2017, 12, 31),
        43100,
        "43100",
        "12/31/2017",
        "12/31/17",
        "2017-12-31",
        "2017-12-31 00:00:00",
        "12/31/2017 0:00",
        "31-Dec-2017",
    ],
)
def test_a_date_in_every_form_it_comes_in(cell: object):
    assert values.day(cell) == date(2017, 12, 31)


@pytest.mark.parametrize("cell", ["soon", "2017", "13/45/2017", 7])
def test_what_is_no_date(cell: object):
    with pytest.raises(values.UnreadableError):
        values.day(cell)


@pytest.mark.parametrize(
    ("cell", "number"), [(0, "0"), (33.0, "33"), ("1,234", "1234"), ("007", "7")]
)
def test_a_count(cell: object, number: str):
    assert values.count(cell) == number


@pytest.mark.parametrize("cell", [-1, 1.5, "two", "1,23"])
def test_what_is_no_count(cell: object):
    with pytest.raises(values.UnreadableError):
        values.count(cell)


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("Long-Term Care (SN/IC)", "Long-term care"),
        ("LONG-TERM CARE (SN / IC)", "Long-term care"),
        ("General Medical / Surgical", "General medical and surgical"),
    ],
)
def test_case_and_spaces_of_a_word_do_not_matter(known, word: str, ours: str):
    assert values.worded("principal_service", word, known) == ours


@pytest.mark.parametrize(
    ("titles", "version"),
    [
        (["FINAL 2017 UTILIZATION DATABASE"], "final"),
        (["hosp25_util_data_prelim.xlsx"], "preliminary"),
        (["hosp21_util_data_final-revised-06.15.2023.xlsx"], "final"),
        (["2025 UTILIZATION DATABASE", "Preliminary 2025 data", "a.xlsx"], "preliminary"),
        (["2024-hospital-annual-utilization-october-2025.xlsx"], ""),
        (["Finally, a word"], ""),
    ],
)
def test_final_or_preliminary(titles: list[str], version: str):
    assert version_of(titles) == version


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Database Extract Date October 25, 2018", "2018-10-25"),
        ("hosp22_util_data_final_revised_11.28.2023.xlsx", "2023-11-28"),
        ("2022 Hospital Annual Utilization (Revised 11/28/2023)", "2023-11-28"),
        ("2024-hospital-annual-utilization-october-2025.xlsx", "2025-10"),
        ("hosp22_util_data_revised_13.45.2023.xlsx", ""),
        ("hosp17_util_data_final.xlsx", ""),
        ("The law of October 25, 2018", ""),
    ],
)
def test_the_day_a_file_gives_for_itself(title: str, day: str):
    assert published([title]) == day
