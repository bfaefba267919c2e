"""The columns that name or reach people never enter what is read of a file."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from lib import intake
from lib.intake import sheets
from lib.intake.opening import opened
from tests.intake.workbooks import FILES, NEW, OLD, as_csv, cells_of, read

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "Synthetic Person"
PHONE = "(000) 000-0000"


@pytest.mark.parametrize(("file", "sheet"), [(OLD, "Section 1-4"), (NEW, "Page 1-6")])
def test_the_trap_is_set(file: str, sheet: str):
    cells = [cell for row in cells_of(FILES / file, sheet) for cell in row]
    assert cells.count(NAMES) > 400
    assert cells.count(PHONE) > 400


@pytest.mark.parametrize(("file", "sheet"), [(OLD, "Section 1-4"), (NEW, "Page 1-6")])
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_no_row_that_is_read_holds_a_cell_that_names_people(
    known, tmp_path: Path, file: str, sheet: str, form: str
):
    path = FILES / file
    if form == "csv":
        path = as_csv(path, sheet, tmp_path / f"{sheet}.csv")
    with opened(path.read_bytes(), path.name) as raw:
        found, tips = sheets.hospital_sheets(raw, known, lambda *_said: None)
    report = read(known, path)
    for held in (
        pickle.dumps((found, tips)),
        pickle.dumps(report),
        pickle.dumps(intake.plan(report, known)),
    ):
        assert NAMES.encode() not in held
        assert PHONE.encode() not in held
        assert b"Alameda Hospital" in held or b"ALAMEDA HOSPITAL" in held
    assert {field for one in found for row in one.rows for field in row.cells} <= set(
        intake.fields.FIELDS
    )


def test_no_layout_asks_for_a_column_that_names_people(known):
    for row in known.rows["state_layouts"]:
        assert not any(
            word in row["header"] for word in ("ADMIN", "PREP_", "PHONE", "MAIL", "ADDR")
        )
