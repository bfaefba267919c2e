"""Files as spreadsheets, people and publishers make them: each read, or told in one sentence."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook, load_workbook

from lib.trial import limits
from lib.trial.grid import RefusedError
from lib.trial.model import NoteKind
from lib.trial.texts import readings
from tests.frozen import DATA
from tests.trial.conftest import CASES
from tests.trial_files import book, rows_of, saved

if TYPE_CHECKING:
    from collections.abc import Callable

MILESTONES = (DATA / "milestones.csv").read_bytes()
TEXT = MILESTONES.decode()
PARTICIPATION = (DATA / "observations" / "participation.csv").read_text("utf-8")
HEADER = TEXT.partition("\n")[0]


def told(table: Any, kind: NoteKind) -> list[str]:
    return [note.text for note in table.notes if note.kind is kind]


def case(name: str) -> bytes:
    return (CASES / name).read_bytes()


def dressed(name: str) -> bytes:
    """The case `name` with the rows of the table as it is today: only its dress is a case."""
    header, *rows = rows_of(MILESTONES)
    if name.endswith(".xlsx"):
        made = load_workbook(io.BytesIO(case(name)))
        sheet: Any = made["milestones"]
        place = next(n for n, row in enumerate(sheet.values, 1) if list(row) == header)
        sheet.delete_rows(place + 1, sheet.max_row)
        for row in rows:
            sheet.append(row)
        return saved(made)
    text = case(name).decode()
    out = io.StringIO()
    mark = next(mark for mark in ";," if text.startswith(mark.join(header)))
    end = "\r\n" if "\r\n" in text else "\n"
    csv.writer(out, delimiter=mark, lineterminator=end).writerows([header, *rows])
    whole = out.getvalue()
    return (whole if text.endswith("\n") else whole.removesuffix(end)).encode()


def swapped(column: str, cell: str, text: str = TEXT, row: int = 1) -> bytes:
    """The table with one cell of one row replaced."""
    rows = rows_of(text.encode())
    rows[row][rows[0].index(column)] = cell
    return "\n".join(",".join('"' + c.replace('"', '""') + '"' for c in r) for r in rows).encode()


@pytest.mark.parametrize(
    ("name", "table", "words"),
    [
        ("no_final_newline_gsheets.csv", "milestones", "ends without a line break"),
        ("hidden_first_sheet.xlsx", "milestones", "Read from the sheet “milestones”"),
        ("notes_above.xlsx", "milestones", "The header is in row 4"),
        ("merged_header.xlsx", "milestones", "The header is in row 2"),
        ("semicolon.csv", "milestones", "separated by semicolons"),
    ],
)
def test_a_table_in_another_dress_is_read_and_says_in_one_sentence_how(
    examine: Callable[..., dict[str, Any]], name: str, table: str, words: str
) -> None:
    said = examine(name, dressed(name))
    assert said["read"]["table"] == table
    (note,) = said["read"]["notes"]
    assert note["kind"] == "read"
    assert words in note["text"]
    assert said["sound"]["changes"]["cells_count"] == 0
    assert said["sound"]["changes"]["added_count"] == 0
    assert said["sound"]["changes"]["removed_count"] == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "excel_resaved_participation.csv",
            ["a leading zero was lost", "06001", "dates in local form", "2016-09-06", "2023-04"],
        ),
        ("date_serials_participation.csv", ["day numbers", "“42619” is read as 2016-09-06"]),
    ],
)
def test_what_a_spreadsheet_spoiled_is_mended_and_told_once_a_cause(
    examine: Callable[..., dict[str, Any]], name: str, words: list[str]
) -> None:
    said = examine(name, case(name))
    notes = [note for note in said["read"]["notes"] if note["kind"] == "mended"]
    assert len(notes) == (2 if "resaved" in name else 1)
    text = " ".join(note["text"] for note in notes)
    assert all(word in text for word in words)
    assert "geographies" not in text
    assert said["sound"]["changes"]["cells_count"] == 0
    assert said["read"]["mended"] == PARTICIPATION


def test_signs_for_withheld_numbers_are_explained_and_no_number_is_asked_for(
    examine: Callable[..., dict[str, Any]],
) -> None:
    name = "suppressed_cells_participation.csv"
    said = examine(name, case(name))
    withheld, absent = said["wrong"]["causes"]
    assert withheld["values"] == ["<11", "*", "1-9", "suppressed"]
    assert "write withheld as the status" in withheld["remedy"]
    assert "Do not put another number in its place" in withheld["remedy"]
    assert absent["values"] == ["N/A"]
    assert "Take the row out" in absent["remedy"]
    assert not any("such as 0.43" in c["remedy"] for c in said["wrong"]["causes"])
    assert "“1,234” is read as 1234" in said["read"]["notes"][0]["text"]


@pytest.mark.parametrize(
    "odd", ["Los\u00a0Angeles", "Los \u200bAngeles", "Los  Angeles", "Los\u202fAngeles"]
)
def test_spaces_that_nobody_sees_are_told_and_mended(
    read: Callable[..., Any], held: dict[str, bytes], odd: str
) -> None:
    before = held["hospital_programs.csv"].decode()
    name, table = read(
        "hospital_programs.csv", before.replace(",Los Angeles,", f",{odd},", 1).encode()
    )
    assert name == "hospital_programs"
    (note,) = told(table, NoteKind.MENDED)
    assert note.startswith("city: ")
    assert "is read as Los Angeles" in note
    assert table.content.decode() == before


def test_the_download_of_a_figure_is_named_as_one() -> None:
    from lib.trial.framing import framed

    with pytest.raises(RefusedError, match="download of a chart"):
        framed(readings(case("export_no_bom_equity.csv")), "equity.csv", "", {})


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.replace("\n", "\r\n").encode(), ""),
        (TEXT.replace("\n", "\r").encode(), ""),
        (TEXT.replace("\n", "\n\n").encode(), "Blank rows"),
        (("sep=,\n" + TEXT).encode(), ""),
        (TEXT.replace("founded", "fond\u00e9", 1).encode("cp1252"), "“fond\u00e9” is right"),
        (
            "\n".join('"' + line.replace('"', '""') + '"' for line in TEXT.splitlines()).encode()
            + b"\n",
            "",
        ),
    ],
)
def test_every_encoding_and_line_break_is_read(
    read: Callable[..., Any], content: bytes, note: str
) -> None:
    name, table = read("milestones.csv", content)
    assert name == "milestones"
    assert len(table.rows) == len(rows_of(MILESTONES)) - 1
    notes = told(table, NoteKind.READ)
    assert (len(notes), note in " ".join(notes)) == (1 if note else 0, True)


def test_tabs_are_read(read: Callable[..., Any]) -> None:
    rows = rows_of(MILESTONES)
    _name, table = read(
        "milestones.tsv", "\n".join("\t".join(row) for row in rows).encode() + b"\n"
    )
    assert table.content == MILESTONES
    assert "separated by tabs" in told(table, NoteKind.READ)[0]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (
            HEADER.replace("date_precision", "Date Precision").replace("title", "TITLE "),
            "“Date Precision” for date_precision",
        ),
        (HEADER + ",comments", "left out: comments"),
    ],
)
def test_a_header_in_another_hand_is_read(
    read: Callable[..., Any], header: str, words: str
) -> None:
    more = "," if header.endswith("comments") else ""
    lines = [header, *(line + more for line in TEXT.splitlines()[1:])]
    name, table = read("anything.csv", "\n".join(lines).encode() + b"\n")
    assert name == "milestones"
    assert table.content == MILESTONES
    (note,) = told(table, NoteKind.READ)
    assert words in note


def test_columns_in_another_order_are_put_right(read: Callable[..., Any]) -> None:
    rows = [list(reversed(row)) for row in rows_of(MILESTONES)]
    _name, table = read("m.xlsx", book(rows))
    assert table.content == MILESTONES
    assert "another order" in told(table, NoteKind.READ)[0]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (HEADER.replace("title", "date"), "The column date appears more than once (columns 2, 4"),
        (HEADER.replace("summary", "sumary"), "Is “sumary” meant for summary?"),
        ("a,b,c,d,e,f,g,h", "the row that names the columns is missing"),
        ("a,b", "No row names the columns of the table milestones"),
    ],
)
def test_a_header_that_cannot_be_read_is_told_in_one_sentence(
    examine: Callable[..., dict[str, Any]], header: str, words: str
) -> None:
    said = examine("milestones.csv", MILESTONES.replace(HEADER.encode(), header.encode(), 1))
    assert list(said) == ["refused"]
    assert words in said["refused"]["why"]


def test_a_total_a_remark_and_a_second_header_are_left_out_and_told(
    read: Callable[..., Any],
) -> None:
    lines = TEXT.splitlines()
    lines[10:10] = [HEADER]
    last = len(lines) + 1  # the line of the total, for a reader who counts from one
    lines += ["Total,,,67,,,,", "Source: a synthetic remark for this test,,,,,,,"]
    _name, table = read("milestones.csv", "\n".join(lines).encode() + b"\n")
    assert table.content == MILESTONES
    assert len(told(table, NoteKind.MENDED)) == 3
    text = " ".join(told(table, NoteKind.MENDED))
    assert f"“Total” (row {last})" in text
    assert "a synthetic remark" in text
    assert "appear again among the rows; left out (row 11)" in text


def test_a_read_me_sheet_before_the_table_is_passed_over(read: Callable[..., Any]) -> None:
    made = Workbook()
    first: Any = made.worksheets[0]
    first.title = "Read me"
    first.append(["How to use this file"])
    second: Any = made.create_sheet("Spring update")
    for row in rows_of(MILESTONES):
        second.append(row)
    name, table = read("update.xlsx", saved(made))
    assert (name, table.content) == ("milestones", MILESTONES)
    assert told(table, NoteKind.READ) == [
        "Read from the sheet “Spring update”; left aside: Read me."
    ]


def test_a_table_on_a_hidden_sheet_only_is_asked_for(examine: Callable[..., Any]) -> None:
    made = Workbook()
    sheet: Any = made.worksheets[0]
    made.create_sheet("Empty")
    for row in rows_of(MILESTONES):
        sheet.append(row)
    sheet.title, sheet.sheet_state = "Old", "hidden"
    made.active = 1
    assert "“Old”, is hidden" in examine("m.xlsx", saved(made))["refused"]["why"]


@pytest.mark.parametrize(
    ("column", "cell", "text", "after"),
    [
        ("date", "9/19/2006", TEXT, "2006-09-19"),
        ("date", "19.09.2006", TEXT, "2006-09-19"),
        ("date", "19/9/2006", TEXT, "2006-09-19"),
        ("date", "Sep 19, 2006", TEXT, "2006-09-19"),
        ("date", "19-Sep-06", TEXT, "2006-09-19"),
        ("date", "38979", TEXT, "2006-09-19"),
        ("date", "2006-09-19 00:00:00", TEXT, "2006-09-19"),
        ("date", "2006/9/19", TEXT, "2006-09-19"),
        ("date", "Sep-06", TEXT, "2006-09"),
        ("date", "\uff12\uff10\uff10\uff16", TEXT, "2006"),
        ("value", "5.0", PARTICIPATION, "5"),
        ("value", "1E+05", PARTICIPATION, "100000"),
        ("value", "1,234", PARTICIPATION, "1234"),
        ("value", "1.234,5", PARTICIPATION, "1234.5"),
        ("value", "0,43", PARTICIPATION, "0.43"),
        ("value", "\u22125", PARTICIPATION, "-5"),
        ("value", "\uff15", PARTICIPATION, "5"),
        ("value", "+5", PARTICIPATION, "5"),
        ("geo_id", "6001", PARTICIPATION, "06001"),
        ("geo_id", "'06001", PARTICIPATION, "06001"),
        ("group", "\uff41\uff4c\uff4c", PARTICIPATION, "all"),
    ],
)
def test_one_cell_is_read_as_it_was_meant(
    read: Callable[..., Any], column: str, cell: str, text: str, after: str
) -> None:
    name = "milestones.csv" if text is TEXT else "participation.csv"
    _name, table = read(name, swapped(column, cell, text))
    place = rows_of(text.encode())[0].index(column)
    assert table.rows[0][place] == after
    assert not table.faults


def test_a_range_that_became_a_date_comes_back(read: Callable[..., Any]) -> None:
    text = PARTICIPATION.replace(",50-64,", ",\u0035\u0030\u201364,", 1)
    _name, table = read("participation.csv", text.encode())
    assert table.content.decode() == PARTICIPATION
    assert "“50–64” is read as 50-64" in told(table, NoteKind.MENDED)[0]


@pytest.mark.parametrize(
    ("column", "cell", "text", "words"),
    [
        ("date", "13/13/2006", TEXT, "not a date that can be told"),
        ("date", "9999", TEXT, "no fact of this dashboard can be of this year"),
        ("date", "next spring", TEXT, "not a date that can be told"),
        ("title", "#REF!", TEXT, "a formula of the spreadsheet came to an error"),
        ("value", "43%", PARTICIPATION, "a percentage"),
        ("value", "5-Sep", PARTICIPATION, "a date where a number belongs"),
        ("value", "99999999999999999999", PARTICIPATION, "not a number"),
        ("value", "9999999999", PARTICIPATION, "outside the range of the unit count"),
        ("value", "about five", PARTICIPATION, "not a number"),
        ("value", "", PARTICIPATION, "blank, and not said to be withheld"),
    ],
)
def test_one_cell_that_nobody_can_read_is_one_cause(
    examine: Callable[..., dict[str, Any]], column: str, cell: str, text: str, words: str
) -> None:
    name = "milestones.csv" if text is TEXT else "participation.csv"
    causes = examine(name, swapped(column, cell, text))["wrong"]["causes"]
    own = [cause for cause in causes if cause["column"] == column]
    assert [(cause["count"], words in cause["problem"]) for cause in own] == [(1, True)]
    assert own[0]["rows"] == [2]
    assert len(causes) == 1 or column == "date"


def test_a_day_to_come_and_a_count_beyond_all_held_are_doubted(
    examine: Callable[..., dict[str, Any]],
) -> None:
    row = PARTICIPATION.splitlines()[1]
    assert row.startswith("acca_church_count,06001,2016-09-06,2016-09-06,total,all,5,")
    future = row.replace("2016-09-06", "2091-01-01")
    said = examine("participation.csv", (PARTICIPATION + future + "\n").encode())
    assert "a day to come" in said["wrong"]["causes"][0]["problem"]
    far = PARTICIPATION.replace("total,all,5,", "total,all,5000000,", 1)
    said = examine("participation.csv", far.encode())
    assert "5000000" in said["read"]["notes"][0]["text"]
    assert said["read"]["notes"][0]["kind"] == "doubt"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (b"%PDF-1.7 synthetic", "kind PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "kind PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "older kind XLS"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"<!DOCTYPE html><table></table>", "web page"),
        (b'{"a": 1}', "JSON"),
        (bytes(range(256)) * 20, "no text and no spreadsheet"),
        (b"PK\x03\x04 not a zip", "not a spreadsheet that can be read"),
        (book([list("ab")])[:-40], "not a spreadsheet that can be read"),
        (b"x" * 5_000_000, "a cell of more than 131,072 letters"),
        (b"a," * 2_000_000 + b"b\n", "cells, at most 100"),
        (b"\n" * 60_000 + b"a", "lines, at most 50,000"),
        (b'milestone_id,date\n"a,b\n', "a quotation mark is not closed"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    examine: Callable[..., dict[str, Any]], content: bytes, words: str
) -> None:
    said = examine("anything.csv", content)
    assert list(said) == ["refused"]
    assert words in said["refused"]["why"]


@pytest.mark.parametrize(
    ("part", "words"), [("mimetype", "ODS"), ("xl/workbook.bin", "XLSB"), ("a.csv", "Unpack it")]
)
def test_another_packed_file_is_named(part: str, words: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(part, b"synthetic")
    with pytest.raises(RefusedError, match=words):
        readings(out.getvalue())


def test_a_spreadsheet_that_unfolds_without_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (limits.UNFOLDED + 1))
    assert len(out.getvalue()) < 100_000
    with pytest.raises(RefusedError, match="larger than any table"):
        readings(out.getvalue())


@pytest.mark.parametrize(
    ("file_name", "table"),
    [
        ("observations_need (1).csv", "observations/need"),
        ("observations_need.csv", "observations/need"),
        ("Spring update - milestones.csv", "milestones"),
        ("Copy of milestones.csv", "milestones"),
        ("C:\\data\\need.csv", "observations/need"),
        ("report.csv", ""),
    ],
)
def test_a_name_tells_the_table_whatever_programs_add(file_name: str, table: str) -> None:
    from lib.trial.naming import named_by

    assert named_by(file_name) == table


def test_the_rows_tell_which_observations_they_are(read: Callable[..., Any], held: Any) -> None:
    name, _table = read("year-2027.csv", held["observations/equity.csv"])
    assert name == "observations/equity"


def test_the_columns_of_another_table_than_the_chosen_one_are_named(
    examine: Callable[..., dict[str, Any]],
) -> None:
    said = examine("x.csv", MILESTONES, "sources")
    assert re.search("are those of the table milestones, not of sources", said["refused"]["why"])


def test_the_protected_list_is_not_for_a_visitor(examine: Any, held: Any) -> None:
    said = examine("people_counts.csv", held["people_counts.csv"])
    assert "python -m lib.check only" in said["refused"]["why"]


@given(raw=st.binary(max_size=400))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    try:
        found = readings(raw)
    except RefusedError as error:
        assert str(error)
    else:
        assert found.grids
