"""What a table would change, cell by cell, and what is odd about what it would bring."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from lib.i18n import _
from lib.schema import Kind
from lib.trial.faults import Fault
from lib.trial.model import Change, Changes, Note, NoteKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.schema import Column, Table

Rows: TypeAlias = "Mapping[tuple[str, ...], dict[str, str]]"

#: Keys and cells that are told one by one.
LISTED = 100

#: A number this many times as high as any held of its kind is hardly meant so.
FAR = 20

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def table_rows(content: bytes, table: Table) -> Rows:
    """Key -> row of a table that keeps its contract."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return {tuple(row[part] for part in table.key): row for row in rows}


def same(one: str, other: str, column: Column) -> bool:
    """True where two cells say the same: 12 and 12.0 are one number."""
    if one == other:
        return True
    numbers = column.kind in (Kind.WHOLE, Kind.NUMBER)
    if not (numbers and NUMBER.fullmatch(one) and NUMBER.fullmatch(other)):
        return False
    return Decimal(one) == Decimal(other)


def changes(table: Table, held: bytes, content: bytes) -> Changes:
    """What `content` would change in a table, against the public file of this edition.

    Rows are matched by the key of the table. Small counts of people stay withheld: the side held
    is the public file.
    """
    before, after = table_rows(held, table), table_rows(content, table)
    cells = [
        Change(", ".join(key), column.name, row[column.name], after[key][column.name])
        for key, row in before.items()
        if key in after
        for column in table.columns
        if not same(row[column.name], after[key][column.name], column)
    ]
    added = [", ".join(key) for key in after if key not in before]
    removed = [", ".join(key) for key in before if key not in after]
    return Changes(
        tuple(added[:LISTED]),
        tuple(removed[:LISTED]),
        tuple(cells[:LISTED]),
        len(added),
        len(removed),
        len(cells),
    )


def doubts(table: Table, held: bytes, rows: Sequence[Sequence[str]]) -> list[Note]:
    """Cells that keep the contract and are hardly meant so, among those that are new."""
    before = table_rows(held, table)
    highest = _highest(table, before)
    found: dict[str, list[str]] = {}
    for row in rows:
        cells = dict(zip(table.header, row, strict=True))
        key = tuple(cells[part] for part in table.key)
        was = before.get(key, {})
        for column in table.columns:
            cell = cells[column.name]
            if not cell or cell == was.get(column.name):
                continue
            most = highest.get(_kind_of(cells, column))
            if most and NUMBER.fullmatch(cell) and Decimal(cell) > FAR * most:
                found.setdefault(f"far {column.name}", []).append(cell)
            elif column.kind is Kind.DATE and cell[:10] > _today()[: len(cell)]:
                found.setdefault(f"future {column.name}", []).append(cell)
    words = {
        "far": _(
            "{column}: far higher than any number of its kind on this dashboard: {cells}. Is "
            "that what the source says?"
        ),
        "future": _("{column}: days to come: {cells}. Is that meant?"),
    }
    notes = []
    for place, cells_found in found.items():
        kind, _space, name = place.partition(" ")
        shown = ", ".join(list(dict.fromkeys(cells_found))[:5])
        notes.append(Note(NoteKind.DOUBT, words[kind].format(column=name, cells=shown)))
    return notes


def _kind_of(cells: Mapping[str, str], column: Column) -> tuple[str, str]:
    return column.name, cells.get("indicator_id", "") if column.kind is Kind.NUMBER else ""


def _highest(table: Table, before: Rows) -> dict[tuple[str, str], Decimal]:
    """The highest number held of each column, of observations of each indicator."""
    found: dict[tuple[str, str], Decimal] = {}
    numbers = [column for column in table.columns if column.kind in (Kind.WHOLE, Kind.NUMBER)]
    for cells in before.values():
        for column in numbers:
            if NUMBER.fullmatch(cells[column.name]):
                kind = _kind_of(cells, column)
                found[kind] = max(found.get(kind, Decimal(0)), Decimal(cells[column.name]))
    return found


def not_yet(table: Table, held: bytes, rows: Sequence[Sequence[str]]) -> list[Fault]:
    """New cells that say of a day or year to come that something was published or reported."""
    before = table_rows(held, table)
    found: list[Fault] = []
    for place, row in enumerate(rows):
        cells = dict(zip(table.header, row, strict=True))
        if tuple(cells[part] for part in table.key) in before:
            continue
        for name in ("published", "period_start", "year"):
            cell = cells.get(name, "")
            reported = name != "period_start" or cells.get("status") == "reported"
            if not (cell and reported and cell > _today()[: len(cell)]):
                continue
            problem = _("a day to come: nothing of it can have been published or reported")
            remedy = _("Correct the date; a projection has the status estimated.")
            if name == "year":
                problem = _("a year to come: nothing of it can have been reported")
                remedy = _("Correct the year.")
            found.append(Fault(place, name, cell, problem, remedy))
    return found


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
