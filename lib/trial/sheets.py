"""The sheets of a workbook as text: dates as ISO, whole numbers as digits."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from lib.i18n import _
from lib.trial import limits
from lib.trial.grid import Grid, RefusedError

#: What a packed file is when it is no XLSX: a name in it -> what it is called.
STRANGERS = {
    "xl/workbook.bin": "XLSB",
    "mimetype": "ODS",
    "word/document.xml": "DOCX",
    "ppt/presentation.xml": "PPTX",
    "Index/Document.iwa": "Numbers",
}


def sheets(raw: bytes) -> list[Grid]:
    """Every sheet of an XLSX file in its order, hidden ones too.

    A cell that a spreadsheet holds as a number or a date has lost what it was typed as: 06001
    typed into a number cell is 6001 here.

    Raises:
        RefusedError: the file is no XLSX, or unfolds to more than a table of this bundle.
    """
    unfolded(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        return [_grid(sheet) for sheet in book.worksheets]
    except RefusedError:
        raise
    except Exception as error:  # openpyxl names no base class for all it may raise
        raise RefusedError(_damaged()) from error


def _damaged() -> str:
    return _(
        "This is not a spreadsheet that can be read: it may be damaged or cut short. "
        "Save it again as XLSX or as CSV."
    )


def unfolded(raw: bytes) -> None:
    """Refuse what is no workbook, or one that would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise RefusedError(_damaged()) from error
    if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNFOLDED:
        raise RefusedError(
            _(
                "The spreadsheet is larger than any table of this dashboard when opened. Save "
                "the one sheet as CSV."
            )
        )
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:
        return
    for name, kind in STRANGERS.items():
        if name in names:
            said = _("This is a file of the kind {kind}. Save its table as XLSX or as CSV.")
            raise RefusedError(said.format(kind=kind))
    raise RefusedError(
        _("This is a packed file and no spreadsheet. Unpack it and give one table, CSV or XLSX.")
    )


def _grid(sheet: Any) -> Grid:
    """One sheet as text; at most one row and column more than a table may have."""
    sheet.reset_dimensions()  # what a file says about its own size need not be true
    rows = sheet.iter_rows(max_row=limits.ROWS + 1, max_col=limits.COLUMNS + 1)
    cells = [[_text(cell.value, cell) for cell in row] for row in rows]
    return Grid(
        str(sheet.title), cells, list(range(1, len(cells) + 1)), sheet.sheet_state != "visible"
    )


def _text(value: object, cell: Any) -> str:
    """One cell as the text that a CSV of it would hold."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return _day(value, str(cell.number_format or ""))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else _plain(value)
    return str(value)


def _plain(value: float) -> str:
    """A number without an exponent, in the digits that stand for it and no other."""
    said = repr(value)
    return f"{value:f}".rstrip("0").rstrip(".") if "e" in said and abs(value) < 1e15 else said


def _day(value: date, form: str) -> str:
    """A date as precisely as the cell shows it: a month where no day is shown."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", form.lower())
    if "y" in shown and "d" not in shown:
        return value.strftime("%Y-%m") if "m" in shown else value.strftime("%Y")
    if "d" in shown and "m" in shown and "y" not in shown:
        return f"{value.day}-{value.strftime('%b')}"
    return value.isoformat()[:10]
