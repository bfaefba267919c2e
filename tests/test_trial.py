"""A table tried in place of the one held: read from a spreadsheet, judged, compared."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from lib import trial
from lib.schema import TABLES
from lib.store import DATA, file_names, sheets
from lib.store.reading import read

if TYPE_CHECKING:
    from pathlib import Path

MILESTONES = (DATA / "milestones.csv").read_bytes()
ROW = b"synthetic_2026,2026,year,Synthetic,law,state,Made for a test.,leginfo-hsc-1751-70\n"


def book(rows: list[list[object]]) -> bytes:
    """A spreadsheet of one sheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_spreadsheet_is_read_as_the_text_that_its_csv_would_hold() -> None:
    raw = book([
        ["id", "day", "share", "whole", "fips"],
        ["a", date(2024, 7, 1), 0.43, 12.0, "06001"],
        ["b", None, True, 3, 6001],
        [None, None, None, None, None],
    ])  # fmt: skip
    assert sheets.as_csv(raw).decode() == (
        "id,day,share,whole,fips\na,2024-07-01,0.43,12,06001\nb,,true,3,6001\n"
    )


def test_a_table_goes_through_a_spreadsheet_and_back() -> None:
    rows = list(csv.reader(io.StringIO(MILESTONES.decode())))
    again = sheets.as_csv(book([list(row) for row in rows]))
    assert list(csv.reader(io.StringIO(again.decode()))) == rows


@pytest.mark.parametrize("raw", [b"", b"a,b\n1,2\n", b"PK\x03\x04 not a zip", book([])[:-40]])
def test_what_is_no_spreadsheet_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(sheets.SheetError, match="not a spreadsheet"):
        sheets.as_csv(raw)


def test_a_spreadsheet_that_unfolds_without_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (sheets.UNFOLDED + 1))
    assert len(out.getvalue()) < 100_000
    with pytest.raises(sheets.SheetError, match="unfolds"):
        sheets.as_csv(out.getvalue())


def test_a_spreadsheet_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS", 3)
    assert sheets.as_csv(book([[n] for n in range(3)])) == b"0\n1\n2\n"
    with pytest.raises(sheets.SheetError, match="more rows"):
        sheets.as_csv(book([[n] for n in range(4)]))


@pytest.mark.parametrize(
    ("file_name", "content", "table"),
    [
        ("anything.csv", MILESTONES, "milestones"),
        ("Milestones.CSV", b"", "milestones"),
        ("observations_need.csv", b"", "observations/need"),
        ("need.xlsx", (DATA / "observations" / "equity.csv").read_bytes(), "observations/need"),
        ("need.csv", MILESTONES, "milestones"),
        ("other.csv", (DATA / "observations" / "equity.csv").read_bytes(), ""),
        ("other.csv", b"\xff\xfe\x00", ""),
    ],
)
def test_a_file_tells_which_table_it_is(file_name: str, content: bytes, table: str) -> None:
    assert trial.recognized(file_name, content) == table


def test_every_file_of_the_bundle_tells_which_table_it_is() -> None:
    for name in file_names():
        content = (DATA / f"{name}.csv").read_bytes()
        assert trial.recognized(name.replace("/", "_") + ".csv", content) == name


def test_what_would_change_is_told_by_row_and_cell(store: Any) -> None:
    same = trial.changes(store, "milestones", MILESTONES)
    assert not same
    first = MILESTONES.splitlines(keepends=True)[1]
    assert first.startswith(b"hospice_licensure_act_1990,")
    content = MILESTONES.replace(first, b"").replace(b"2014-09-25", b"2014-09-26", 1) + ROW
    found = trial.changes(store, "milestones", content)
    assert found.added == ("synthetic_2026",)
    assert found.removed == ("hospice_licensure_act_1990",)
    assert [(c.column, c.before, c.after) for c in found.cells] == [
        ("date", "2014-09-25", "2014-09-26")
    ]


def test_a_withheld_count_is_not_told_by_a_comparison(store: Any) -> None:
    rows = store.observations
    hidden = rows[rows["withheld"]].iloc[0]
    name = f"observations/{hidden['domain']}"
    content = (DATA / f"{name}.csv").read_bytes()
    assert not trial.changes(store, name, content).cells
    # A number that someone gives for it stands beside a blank.
    told = content.replace(b",,,,count,withheld,", b",12,,,count,reported,", 1)
    numbers = [c for c in trial.changes(store, name, told).cells if c.column == "value"]
    assert [(cell.before, cell.after) for cell in numbers] == [("", "12")]


def test_a_sound_table_is_tried_and_every_headline_is_built() -> None:
    shares: list[float] = []
    found = trial.tried("milestones", MILESTONES + ROW, shares.append)
    assert found.offences == ()
    assert found.headlines["milestone_list"] == "All 68 milestones, searchable"
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_broken_table_is_told_with_row_column_value_and_remedy_its_own_first() -> None:
    content = MILESTONES.replace(b",law,", b",rumor,", 1)
    found = trial.tried("milestones", content, lambda _share: None)
    assert found.headlines == {}
    first = found.offences[0]
    assert (first.table, first.row, first.column, first.value) == (
        "milestones", 2, "category", "rumor",
    )  # fmt: skip
    assert first.problem == "not a word of the closed list"
    assert first.remedy.startswith("Use one of: ")


def test_a_trial_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 0.2)
    found = trial.tried("milestones", MILESTONES, lambda _share: None)
    assert [offence.problem for offence in found.offences] == ["the check did not come to an end"]


def test_a_file_of_too_many_lines_is_refused_before_it_is_read() -> None:
    found = trial.tried("milestones", b"\n" * (sheets.ROWS + 1), lambda _share: None)
    assert [offence.problem for offence in found.offences] == ["50,001 lines, at most 50,000"]


def test_a_file_that_is_wrong_all_over_is_told_by_its_first_offences() -> None:
    header = MILESTONES.partition(b"\n")[0]
    bad = b" ," * header.count(b",") + b" \n"
    found = trial.tried("milestones", header + b"\n" + bad * 2_000, lambda _share: None)
    assert len(found.offences) == trial.TOLD + 1
    assert found.offences[-1].problem.endswith("more things are wrong")
    assert found.offences[0].row == 2


def test_one_file_is_checked_at_a_time() -> None:
    with trial._TURN, pytest.raises(trial.BusyError):
        trial.tried("milestones", MILESTONES, lambda _share: None)


def test_a_table_of_no_contract_is_not_tried() -> None:
    assert trial.main(["../secrets"]) == 2


@given(raw=st.binary(max_size=400))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    _rows, offences = read(DATA / "milestones.csv", TABLES["milestones"], "milestones", raw)
    assert offences


@pytest.mark.parametrize("first", [b'"milestone_id', b"a\x00b,c", b'"a"b,c'])
def test_a_first_line_that_is_no_csv_is_told(tmp_path: Path, first: bytes) -> None:
    rows, offences = read(tmp_path / "none.csv", TABLES["milestones"], "milestones", first + b"\n")
    assert rows is None
    assert offences
