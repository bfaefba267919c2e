"""Which sheet, which row names the columns, and which table it is."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.schema import OBSERVATIONS, contract
from lib.store import file_names
from lib.trial import limits
from lib.trial.grid import Grid, RefusedError, trimmed
from lib.trial.model import Note, NoteKind
from lib.trial.naming import key_of, named_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lib.schema import Table
    from lib.trial.texts import Readings

#: Rows among which the header is looked for.
SOUGHT = 40

#: A row is a header where it names so much of a table's columns.
LEAST = 0.5


@dataclass(frozen=True)
class Frame:
    """The cells of one table in the declared order, each row with its place in the file.

    `name` is "" where several tables have these columns and nothing tells which it is.
    """

    name: str
    table: Table
    rows: list[list[str]]
    numbers: list[int]
    notes: tuple[Note, ...]
    comma_free: bool  # commas do not separate cells here, so that one may stand for a point


@dataclass(frozen=True)
class Fit:
    """How well one row of one grid names the columns of one table."""

    grid: int
    row: int
    table: Table
    share: float
    named: int

    @property
    def rank(self) -> tuple[float, int, int, int]:
        """What puts the better of two first."""
        return self.share, self.named, -self.grid, -self.row


def framed(found: Readings, file_name: str, chosen: str, domains: Mapping[str, str]) -> Frame:
    """The one table of a file.

    `found` is every way to read the file; `chosen` is the table that the visitor named, "" where
    they did not; `domains`, indicator -> domain, tell the tables of observations apart.

    Raises:
        RefusedError: no row names the columns of a table, or some are missing or stand twice.
    """
    told = chosen or named_by(file_name)
    fit = best_fit(found.grids, told, chosen)
    if fit is None:
        raise RefusedError(_no_header(found.grids, told))
    grid = trimmed(found.grids[fit.grid])
    if max(map(len, grid.rows)) > limits.COLUMNS:
        raise RefusedError(
            _("The sheet is wider than {most} columns. Give one table of this dashboard.").format(
                most=limits.COLUMNS
            )
        )
    if len(grid.rows) > limits.ROWS:
        raise RefusedError(
            _("The sheet has more than {most} rows. Give one table of this dashboard.").format(
                most=f"{limits.ROWS:,}"
            )
        )
    columns, odd = _columns(grid.rows[fit.row], fit.table)
    rows = [_picked(row, columns) for row in grid.rows[fit.row + 1 :]]
    mark = found.separators[fit.grid] if found.separators else ""
    notes = [Note(NoteKind.READ, text) for text in (*_where(found, fit, grid, mark), *odd)]
    return Frame(
        _which(fit.table, rows, told, grid.name, domains),
        fit.table,
        rows,
        grid.numbers[fit.row + 1 :],
        (*found.notes, *notes),
        mark not in ("", ","),
    )


def _picked(row: list[str], columns: Sequence[int]) -> list[str]:
    return [row[place] if place < len(row) else "" for place in columns]


def best_fit(grids: Sequence[Grid], told: str, chosen: str) -> Fit | None:
    """The best header of all sheets that are not hidden; the table that is told comes first."""
    tables = {id(contract(name)): contract(name) for name in file_names()}.values()
    fits = [
        fit
        for place, grid in enumerate(grids)
        if not grid.hidden
        for row, cells in enumerate(grid.rows[:SOUGHT])
        for fit in _fits(place, row, cells, tables)
    ]
    if not fits:
        return None
    best = max(fits, key=lambda fit: fit.rank)
    if not told:
        return best
    own = [fit for fit in fits if fit.table is contract(told)]
    same = max(own, key=lambda fit: fit.rank) if own else None
    if same and (same.share == best.share or same.share > 0.8):
        return same
    if chosen:
        raise RefusedError(
            _("The columns of this file are those of the table {other}, not of {table}.").format(
                other=best.table.name, table=chosen
            )
        )
    return best


def _fits(place: int, row: int, cells: Iterable[str], tables: Iterable[Table]) -> Iterable[Fit]:
    said = {key_of(cell) for cell in cells if cell.strip()}
    if len(said) < 2:
        return
    for table in tables:
        named = len(said.intersection(table.header))
        share = named / len(table.header)
        if named >= 2 and share >= LEAST and named >= len(said) * LEAST:
            yield Fit(place, row, table, share, named)


def _no_header(grids: Sequence[Grid], told: str) -> str:
    """Why no row of a file names the columns of a table."""
    hidden = [
        grid.name
        for grid in grids
        if grid.hidden and best_fit([Grid(grid.name, grid.rows, grid.numbers)], "", "")
    ]
    if hidden:
        return _(
            "The only sheet that matches a table, “{sheet}”, is hidden. Show it and save again."
        ).format(sheet=hidden[0])
    if not any(any(cell.strip() for cell in row) for grid in grids for row in grid.rows):
        return _("The file has no cell that is filled. Give one table of this dashboard.")
    start = [cell for grid in grids for row in grid.rows[:SOUGHT] for cell in row[:1]]
    if any(re.match(r"#? ?(Title|Subtitle|Source|Edition):", cell) for cell in start):
        return _(
            "This is the download of a chart: the rows that are drawn, not a table of the "
            "dashboard. Take the table under “The tables” on this page, and change that."
        )
    if told:
        header = ",".join(contract(told).header)
        widths = {len(row) for grid in grids for row in grid.rows[:1]}
        if len(contract(told).header) in widths:
            return _(
                "The first row contains values: the row that names the columns is missing. Put "
                "it on top: {header}."
            ).format(header=header)
        return _(
            "No row names the columns of the table {table}. The first row must be: {header}."
        ).format(table=told, header=header)
    return _(
        "No row of this file names the columns of a table of this dashboard. Take the table "
        "under “The tables” on this page, and keep its first row as it is."
    )


def _columns(header: Sequence[str], table: Table) -> tuple[list[int], list[str]]:
    """The place of each declared column in the file, and what is odd about the header."""
    keys = [key_of(cell) for cell in header]
    counted = Counter(key for key in keys if key in table.header)
    twice = [key for key, count in counted.items() if count > 1]
    if twice:
        places = [str(place) for place, key in enumerate(keys, 1) if key == twice[0]]
        raise RefusedError(
            _(
                "The column {column} appears more than once (columns {places} of the file). "
                "Keep the right one and take the others out."
            ).format(column=twice[0], places=", ".join(places))
        )
    missing = [name for name in table.header if name not in counted]
    extra = [
        cell.strip() for cell, key in zip(header, keys, strict=True) if key and key not in counted
    ]
    if missing:
        raise RefusedError(_missing(missing, extra))
    named = [(cell, key) for cell, key in zip(header, keys, strict=True) if key in counted]
    return [keys.index(name) for name in table.header], [*_odd(named, extra, table)]


def _odd(named: Sequence[tuple[str, str]], extra: Sequence[str], table: Table) -> Iterator[str]:
    """What is odd about a header that names every column of a table."""
    pretty = [cell for cell, key in named if cell != key]
    if pretty:
        yield ngettext(
            "{n} column is written in another way than in the table, such as “{header}” for "
            "{column}; it was read all the same.",
            "{n} columns are written in another way than in the table, such as “{header}” for "
            "{column}; they were read all the same.",
            len(pretty),
        ).format(n=len(pretty), header=pretty[0].strip()[:40], column=key_of(pretty[0]))
    if extra:
        yield ngettext(
            "{n} column belongs to no table and was left out: {names}.",
            "{n} columns belong to no table and were left out: {names}.",
            len(extra),
        ).format(n=len(extra), names=", ".join(cell[:40] for cell in extra[:5]))
    if [key for _cell, key in named] != list(table.header):
        yield _("The columns are in another order; they were put in the table's.")


def _missing(missing: Sequence[str], extra: Sequence[str]) -> str:
    """That columns are missing, and which ones may be meant for them."""
    said = ngettext(
        "A column is missing: {names}. Add it, with its name in the row that names the columns.",
        "Columns are missing: {names}. Add them, with their names in the row that names the columns.",
        len(missing),
    ).format(names=", ".join(missing))
    for name in missing:
        close = difflib.get_close_matches(name, [key_of(cell) for cell in extra], 1, 0.6)
        if close:
            like = next(cell for cell in extra if key_of(cell) == close[0])
            meant = _("Is “{extra}” meant for {name}?").format(extra=like[:40], name=name)
            return f"{said} {meant}"
    return said


def _which(
    table: Table, rows: Sequence[Sequence[str]], told: str, sheet: str, domains: Mapping[str, str]
) -> str:
    """The table's file; of several with the same columns the one that name or rows tell."""
    if table is not OBSERVATIONS:
        return table.name
    if told and contract(told) is table:
        return told
    own = [name for name in file_names() if contract(name) is table]
    if sheet and named_by(sheet, own):
        return named_by(sheet, own)
    counted = Counter(domains[row[0].strip()] for row in rows if row[0].strip() in domains)
    if not counted:
        return ""
    return f"{OBSERVATIONS.name}/{counted.most_common(1)[0][0]}"


def _where(found: Readings, fit: Fit, grid: Grid, mark: str) -> Iterator[str]:
    """From which sheet, behind which separator and from which row the table was read."""
    others = [other.name for other in found.grids if other.name and other.name != grid.name]
    if others:
        said = _("Read from the sheet “{sheet}”; left aside: {others}.")
        yield said.format(sheet=grid.name, others=", ".join(others[:5]))
    names = {";": _("semicolons"), "\t": _("tabs"), "|": _("vertical bars")}
    if mark and mark != ",":
        said = _("The cells are separated by {separator}, not by commas; they were read so.")
        yield said.format(separator=names.get(mark, mark))
    if fit.row:
        said = _("The header is in row {row}; what is above it was passed over.")
        yield said.format(row=grid.numbers[fit.row])
