"""A spreadsheet file as the CSV that the bundle holds: dates as ISO, whole numbers as digits."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime

from openpyxl import load_workbook

from lib.i18n import _

#: Bytes that the parts of a spreadsheet may unfold to: many times the largest table.
UNFOLDED = 40_000_000
#: Rows that are read; the largest table has a sixth of them.
ROWS = 50_000
#: Columns that are read; the widest table has a third of them.
COLUMNS = 100


class SheetError(ValueError):
    """The file is no spreadsheet that can be read; says why in words."""


def as_csv(raw: bytes) -> bytes:
    """The first sheet of an XLSX file as CSV, UTF-8.

    A cell that a spreadsheet holds as a number or a date loses what it was typed as: 06001 typed
    into a number cell is 6001 here, and the check of the table says so.

    Raises:
        SheetError: the file is no XLSX, unfolds to more than `UNFOLDED` bytes, or its first sheet
            is longer than `ROWS` or wider than `COLUMNS`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unfolded = sum(part.file_size for part in packed.infolist())
        if unfolded > UNFOLDED:
            raise SheetError(_("The spreadsheet unfolds to more than a table of this bundle."))
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        rows = [
            [_cell(cell) for cell in row]
            for row in book.worksheets[0].iter_rows(
                max_row=ROWS + 1, max_col=COLUMNS, values_only=True
            )
        ]
    except SheetError:
        raise
    except Exception as error:  # openpyxl names no base class for all it may raise
        raise SheetError(_("This is not a spreadsheet that can be read.")) from error
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > ROWS:
        raise SheetError(_("The spreadsheet has more rows than a table of this bundle."))
    wide = max((place for row in rows for place, cell in enumerate(row, 1) if cell), default=0)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row[:wide] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """One cell as the text that a CSV of it would hold."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
