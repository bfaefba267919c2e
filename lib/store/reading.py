"""Text cells of a CSV file, with the line of each row and every fault of the file itself."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _
from lib.model import Offence

if TYPE_CHECKING:
    from lib.schema import Table


@dataclass(frozen=True)
class TextTable:
    """Cells as text; `places` is the file and line on which each row starts."""

    frame: pd.DataFrame
    places: list[tuple[str, int]]


def read(content: bytes | None, table: Table, name: str) -> tuple[TextTable | None, list[Offence]]:
    """The text cells of a file, or None where it cannot be read, and its offences.

    Rows with too few or too many cells are reported and left out. `content` is None where there
    is no such file.
    """
    text, offences = _text(content, name)
    if text is None:
        return None, offences
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = tuple(next(rows, []))
    except csv.Error as error:
        return None, [*offences, _unreadable(name, 1, error)]
    if header != table.header:
        return None, [*offences, _header(header, table, name)]
    cells: list[list[str]] = []
    places: list[tuple[str, int]] = []
    start = rows.line_num + 1
    try:
        for row in rows:
            if len(row) == len(header):
                cells.append(row)
                places.append((name, start))
            else:
                offences.append(_width(row, len(header), start, name))
            start = rows.line_num + 1
    except csv.Error as error:
        offences.append(_unreadable(name, start, error))
    if not cells and not offences:
        problem, remedy = _("the table has no row"), _("Restore it from the repository.")
        offences.append(Offence(name, 0, "", "", problem, remedy))
    columns = zip(*cells, strict=True) if cells else [[] for _name in header]
    data = {key: list(column) for key, column in zip(header, columns, strict=True)}
    return TextTable(pd.DataFrame(data, dtype=str), places), offences


def _unreadable(name: str, line: int, error: csv.Error) -> Offence:
    """The offence of a row that is no CSV; what follows it is not read."""
    problem = _("the row cannot be read: {reason}").format(reason=error)
    remedy = _("Close its quotation marks, or restore the file: it may be cut short.")
    return Offence(name, line, "", "", problem, remedy)


def _text(raw: bytes | None, name: str) -> tuple[str | None, list[Offence]]:
    """The decoded file, with a fault where it is missing, not UTF-8 or cut short."""
    if raw is None:
        problem = _("the file is missing or cannot be opened")
        remedy = _("Restore it from the repository; every table of data/README.md is needed.")
        file_name = name.rpartition("/")[2] + ".csv"
        return None, [Offence(name, 0, "", file_name, problem, remedy)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        bad = raw[error.start : error.end].hex(" ")
        problem = _("the file is not UTF-8")
        remedy = _("Save it again as UTF-8 (in a spreadsheet: CSV UTF-8).")
        return None, [Offence(name, line, "", bad, problem, remedy)]
    if text and not text.endswith("\n"):
        line = text.count("\n") + 1
        last = text.rsplit("\n", 1)[-1][-40:]
        problem = _("the file ends inside a line: it may be cut short")
        remedy = _("Check that no rows are missing and end the last line with a line break.")
        return text, [Offence(name, line, "", last, problem, remedy)]
    return text, []


def _header(header: tuple[str, ...], table: Table, name: str) -> Offence:
    """The offence of a first line that differs from the declared columns."""
    missing = [column for column in table.header if column not in header]
    extra = [column for column in header if column not in table.header]
    if missing or extra:
        problem = _("columns are missing ({missing}) or not expected ({extra})").format(
            missing=", ".join(missing) or _("none"), extra=", ".join(extra) or _("none")
        )
    elif len(header) != len(table.header):
        problem = _("a column appears twice")
    else:
        problem = _("the columns are not in the declared order")
    remedy = _("The first line must be: {header}.").format(header=",".join(table.header))
    return Offence(name, 1, ", ".join(missing or extra), ",".join(header)[:80], problem, remedy)


def _width(row: list[str], width: int, line: int, name: str) -> Offence:
    """The offence of a row with too few or too many cells."""
    problem = _("{found} cells where {width} are needed").format(found=len(row), width=width)
    remedy = _("Complete the row, and quote cells that contain a comma.")
    return Offence(name, line, "", ",".join(row)[:60], problem, remedy)
