"""The state's workbooks in small, and what a steward may do to them.

`files/hosp17_util_data_final.xlsx` and `files/hosp22_layout_reconstruction.xlsx` are reduced
copies of the workbooks of those names: all rows, and of the columns those that the intake reads
(`data/state_layouts.csv`) and a few traps: a header that stands three times, a sheet that has
facility numbers and no answers (Section 5-6), and the columns that name or reach people, whose
cells are synthetic ("Synthetic Person") in every row. They were made by reading each sheet with
openpyxl, keeping those columns in their order, and writing the cells as they were.
`files/headers_2025.csv` is row 1 of the state's preliminary workbook of 2025, all 354 headers.
"""

from __future__ import annotations

import csv
import shutil
import sys
from contextlib import closing
from datetime import date, datetime
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import xlsxwriter

from lib import intake
from lib.intake import command
from lib.intake.known import LICENSES, PROGRAMS, REPORTS, TABLES, Known
from tests.frozen import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILES = Path(__file__).parent / "files"
OLD = "hosp17_util_data_final.xlsx"
NEW = "hosp22_layout_reconstruction.xlsx"
TODAY = date(2026, 11, 28)
YEARS = ("2017", "2022", "2024")


def held_only(known: Known, years: tuple[str, ...]) -> Known:
    """`known` as if only these report years were held."""
    rows = dict(known.rows)
    for name in (PROGRAMS, LICENSES, REPORTS):
        rows[name] = tuple(row for row in rows[name] if row["year"] in years)
    return Known(known.texts, rows)


def copied(target: Path) -> Path:
    """The tables that the intake needs, in a folder of their own.

    Where no list of reports is held, the one of `files/reports.csv` stands in.
    """
    target.mkdir(exist_ok=True)
    for name in TABLES:
        held = DATA / f"{name}.csv"
        shutil.copy(held if held.exists() else FILES / f"{name}.csv", target)
    return target


def read(known: Known, path: Path, **choices: Any) -> intake.Report:
    """The report in the file at `path`."""
    content = intake.content_of(path)
    return intake.read(content, path.name, known, **{"today": TODAY, **choices})


def main(call: Sequence[str], today: date) -> int:
    """The steward's command as far as the rows: no chart is built, no edition made."""
    arguments = command.parser().parse_args(call)
    try:
        plan, known = command.planned(arguments, today)
        sys.stdout.write(f"{intake.summary(plan, known)}\n")
        if plan.files and not arguments.dry_run:
            intake.write(plan.files, arguments.data)
    except intake.Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 1 if plan.problems else 0


class Page:
    """A sheet of a workbook whose cells are found by header and facility number."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.columns = {cell.value: cell.column for cell in sheet[1]}
        self.number = next(h for h in ("OSHPD_ID", "FAC_NO") if h in self.columns)

    def rows(self) -> list[int]:
        """The rows that hold hospitals."""
        at = self.columns[self.number]
        numbers = ((row, str(self.sheet.cell(row, at).value)) for row in range(2, self.last + 1))
        return [row for row, number in numbers if number[:1].isdigit() and len(number) == 9]

    @property
    def last(self) -> int:
        return int(self.sheet.max_row)

    def row(self, facility: int) -> int:
        at = self.columns[self.number]
        return next(r for r in self.rows() if int(self.sheet.cell(r, at).value) == facility)

    def get(self, row: int, header: str) -> Any:
        return self.sheet.cell(row, self.columns[header]).value

    def put(self, row: int, header: str, value: Any) -> None:
        self.sheet.cell(row, self.columns[header]).value = value


@cache
def cells_of(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    """All rows of a sheet of a workbook that no test changes."""
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        return list(book[sheet].iter_rows(values_only=True))


def as_csv(path: Path, sheet: str, target: Path, encoding: str = "utf-8-sig") -> Path:
    """One sheet of a workbook as a spreadsheet saves it: dates as in the United States."""
    rows = cells_of(path, sheet)
    with target.open("w", encoding=encoding, newline="", errors="replace") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow(["" if c is None else _shown(c) for c in row])
    return target


def _shown(cell: Any) -> str:
    return f"{cell.month}/{cell.day}/{cell.year}" if isinstance(cell, datetime) else str(cell)


@cache
def _filed() -> list[dict[str, Any]]:
    """The hospitals of the copy of 2022, header -> cell."""
    headers, *rows = cells_of(FILES / NEW, "Page 1-6")
    at = headers.index("FAC_NO")
    return [dict(zip_longest(headers, row)) for row in rows if any(row[at : at + 1])]


def later_year(
    path: Path, year: int, change: Callable[[dict[str, Any]], None] | None = None
) -> Path:
    """A SYNTHETIC workbook of a later year in the state's layout of 2025.

    All 354 headers of the preliminary 2025 workbook and its label rows; the hospitals and their
    answers are those of 2022 moved to `year`, which no hospital has filed. `change` may change
    the record (header -> cell) of each hospital, or empty it to leave the hospital out.
    """
    with (FILES / "headers_2025.csv").open(encoding="utf-8", newline="") as file:
        headers = [row["header"] for row in csv.DictReader(file)]
    book = xlsxwriter.Workbook(path, {"default_date_format": "m/d/yyyy"})
    book.add_worksheet("Tips").write(0, 0, f"Synthetic {year} workbook of the tests")
    for name in ("Page 1-6", "NonResp 1-6"):
        records = [_moved(filed, year, change) for filed in _filed()] if name == "Page 1-6" else []
        filed = [record for record in records if record]
        rows = [
            headers,
            [f"{year} UTILIZATION DATABASE", *["label"] * 353],
            *([label, *[1] * 353] for label in ("Page", "Column", "Line")),
            *([record.get(header) for header in headers] for record in filed),
            [None, None, f"n = {len(filed)}"],
        ]
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return path


def _moved(
    filed: dict[str, Any], year: int, change: Callable[[dict[str, Any]], None] | None
) -> dict[str, Any]:
    """What a hospital filed, moved to another year and changed."""
    record = dict(filed)
    for header in ("FAC_OP_PER_BEGIN_DT", "FAC_OP_PER_END_DT"):
        record[header] = record[header].replace(year=year)
    if change is not None:
        change(record)
    return record
