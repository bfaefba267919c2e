"""Words and layouts: nothing used is undefined, nothing defined is unused."""

from __future__ import annotations

import pytest

from lib.intake.fields import FIELDS
from lib.intake.known import plain
from lib.intake.naming import readable
from lib.schema import TABLES, filled, words_of

#: Lists that decide what is read and are no words of a table.
DECIDING = {
    "facility_number": {"hospital", "distinct part"},
    "license_category": {"general acute", "psychiatric", "chemical dependency"},
    "city": None,
    "name": None,
}


def test_every_layout_has_every_field_but_those_it_never_had(known):
    assert {layout.name for layout in known.layouts} == {"2015-2017", "2018-2025"}
    for layout in known.layouts:
        missing = set(FIELDS) - set(layout.headers)
        assert missing == ({"small_rural", "title"} if layout.name == "2015-2017" else set())


def test_every_word_belongs_to_a_list_that_a_field_is_read_by(known):
    lists = {field.words for field in FIELDS.values() if field.words} - {"county"}
    assert {row["list"] for row in known.rows["state_words"]} == lists | {
        "city",
        "name",
        "facility_number",
    }


def test_every_word_of_ours_may_stand_in_the_table(known):
    contract = filled(TABLES["hospital_programs"], words_of(known.rows["vocabulary"]))
    columns = {column.name: column for column in contract.columns}
    for row in known.rows["state_words"]:
        list_name, ours = row["list"], row["our_word"]
        allowed = DECIDING.get(list_name, set(columns.get(list_name, columns["teaching"]).allowed))
        if allowed is not None and ours:
            assert ours in allowed, row
        if list_name in ("name", "city"):
            assert plain(ours) == plain(row["state_word"]) or list_name == "city", row


def test_no_word_stands_twice_once_case_and_spaces_are_gone(known):
    seen = [(row["list"], plain(row["state_word"])) for row in known.rows["state_words"]]
    assert len(seen) == len(set(seen))


def test_every_name_held_comes_back_from_capitals(known):
    for row in known.rows["hospital_programs"]:
        words = row["name"].split(" ")
        written = " ".join(word if word == "campus" else word.upper() for word in words)
        assert readable(written, known.words["name"]) == row["name"], row["facility_id"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "ST. MARY'S HOSPITAL OF THE VALLEY - EAST L.A. CAMPUS",
            "St. Mary's Hospital of the Valley - East L.A. Campus",
        ),
        ("THE  GENERAL HOSPITAL", "The General Hospital"),
        ("UCSF/LAC+USC HOSPITAL, LLC", "UCSF/LAC+USC Hospital, LLC"),
        ("a campus of Los Robles", "A campus of Los Robles"),
    ],
)
def test_synthetic_names_in_readable_case(known, written: str, name: str):
    assert readable(written, known.words["name"]) == name
