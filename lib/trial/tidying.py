"""From the cells of a file to the table as data/ holds it, and all that was done on the way."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.schema import TABLES, Kind
from lib.trial import dates, telling
from lib.trial.cells import Setting, mended
from lib.trial.comparing import same, table_rows
from lib.trial.model import Note, NoteKind
from lib.trial.naming import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.schema import Column, Table
    from lib.trial.cells import Repair
    from lib.trial.comparing import Rows
    from lib.trial.faults import Fault
    from lib.trial.framing import Frame

TOTAL = re.compile(
    r"(?:grand |sub ?)?totals?\b.*|sums?\b.*|overall\b.*|averages?\b.*", re.IGNORECASE
)

#: Cells of a row that is a remark and no row of a table.
REMARK = 1


@dataclass(frozen=True)
class Tidied:
    """The table as text; `numbers` holds the row of the visitor's file for each row of it."""

    content: bytes
    rows: list[list[str]]
    numbers: list[int]
    notes: tuple[Note, ...]
    faults: tuple[Fault, ...]


def tidied(frame: Frame, files: Mapping[str, bytes]) -> Tidied:
    """The table of a file as its contract writes it.

    Args:
        frame: its cells in the declared order.
        files: the public files of this edition, which tell what a spreadsheet may have made of
            a word, and how a number is written there.
    """
    table = frame.table
    rows, numbers, notes = _without_strangers(frame)
    before = table_rows(files[f"{frame.name}.csv"], table)
    columns: list[list[str]] = [list(column) for column in zip(*rows)] or [
        [] for _c in table.columns
    ]
    places = {column.name: place for place, column in enumerate(table.columns)}
    precise = columns[places["date_precision"]] if "date_precision" in places else ()
    order = _order(table, columns, before)
    faults: list[Fault] = []
    repairs: dict[str, list[Repair]] = {}
    for place, column in enumerate(table.columns):
        texts = {row[column.name] for row in before.values()} | _named(column, files)
        setting = Setting(frozenset(texts), frame.comma_free, precise, order)
        out = mended(column, columns[place], setting)
        columns[place] = out.cells
        repairs[column.name] = out.repairs
        faults += out.faults
    rows = [list(row) for row in zip(*columns)]
    _as_held(rows, table, before)
    notes = [*frame.notes, *notes, *telling.repairs(repairs, numbers)]
    return Tidied(_written(rows, table), rows, numbers, tuple(notes), tuple(faults))


def _order(table: Table, columns: Sequence[Sequence[str]], before: Rows) -> dates.Order:
    """What comes first in the local dates of all columns of dates."""
    days = [place for place, column in enumerate(table.columns) if column.kind is Kind.DATE]
    held = {row[table.columns[place].name] for row in before.values() for place in days}
    return dates.order([cell.strip() for place in days for cell in columns[place]], held)


def _named(column: Column, files: Mapping[str, bytes]) -> set[str]:
    """The ids that a column may name in another table."""
    if not column.refers or column.refers_to[0] not in TABLES:
        return set()
    name, key = column.refers_to
    return {row[key] for row in table_rows(files[f"{name}.csv"], TABLES[name]).values()}


def _without_strangers(frame: Frame) -> tuple[list[list[str]], list[int], list[Note]]:
    """The rows of the table without blank ones, totals, remarks and repeated headers."""
    kept: list[list[str]] = []
    numbers: list[int] = []
    out: dict[str, list[tuple[int, str]]] = {"total": [], "remark": [], "header": [], "blank": []}
    for row, number in zip(frame.rows, frame.numbers, strict=True):
        kind = _stranger(row, frame.table)
        if kind:
            out[kind].append((number, next((cell for cell in row if cell.strip()), "")))
        else:
            kept.append(row)
            numbers.append(number)
    words = {
        "total": _("A total is no row of the table and was left out: “{text}” ({rows})."),
        "remark": _("A remark is no row of the table and was left out: “{text}” ({rows})."),
        "header": _("The names of the columns appear again among the rows; left out ({rows})."),
        "blank": _("Blank rows were passed over ({rows})."),
    }
    notes = [
        Note(
            NoteKind.READ if kind == "blank" else NoteKind.MENDED,
            words[kind].format(
                text=found[0][1].strip()[:60],
                rows=telling.rows_in_words([number for number, _text in found]),
            ),
        )
        for kind, found in out.items()
        if found
    ]
    return kept, numbers, notes


def _stranger(row: Sequence[str], table: Table) -> str:
    """What a row is that belongs to no table, "" for a row of the table."""
    filled = [cell.strip() for cell in row if cell.strip()]
    if not filled:
        return "blank"
    if [key_of(cell) for cell in row] == list(table.header):
        return "header"
    lacking = [
        column.name
        for cell, column in zip(row, table.columns, strict=True)
        if not column.blank and not cell.strip()
    ]
    if lacking and any(TOTAL.fullmatch(cell) for cell in filled[:2]):
        return "total"
    # A key alone is a row begun; words alone that are no key are a remark under the table.
    first = table.columns[0]
    if len(filled) == REMARK and lacking and len(table.columns) > 2:
        alone = row[0].strip()
        if not alone or " " in alone or (first.pattern and not re.fullmatch(first.pattern, alone)):
            return "remark"
    return ""


def _as_held(rows: list[list[str]], table: Table, before: Rows) -> None:
    """Write numbers that are the same as in this edition in the same digits: 1.0000 for 1."""
    for row in rows:
        key = tuple(row[table.header.index(part)] for part in table.key)
        held = before.get(key)
        if held is None:
            continue
        for place, column in enumerate(table.columns):
            text = held[column.name]
            if (
                column.kind is not Kind.DATE
                and row[place] != text
                and same(row[place], text, column)
            ):
                row[place] = text


def _written(rows: Sequence[Sequence[str]], table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
