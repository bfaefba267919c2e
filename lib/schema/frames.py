"""From text cells to typed frames, and every cell that breaks the contract of its table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
import pandera.pandas as pa

from lib.model import Offence
from lib.schema.columns import Column, Kind
from lib.schema.explain import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.schema.table import Table

_NUMBER_PATTERN = {Kind.WHOLE: r"-?\d+", Kind.NUMBER: r"-?\d+(?:\.\d+)?"}


def check(
    frame: pd.DataFrame, table: Table, lines: Sequence[int], name: str = ""
) -> tuple[pd.DataFrame, list[Offence]]:
    """`frame` with typed columns, and every cell that breaks the contract of `table`.

    Args:
        frame: text cells, columns as declared, rows numbered from 0.
        table: the contract.
        lines: the line of the file on which each row starts.
        name: what the offences call the table, where it is not `table.name`.

    Returns:
        The typed rows that can be typed, in file order, and the offences in file order.
    """
    name = name or table.name
    frame, offences = typed(frame, table, lines, name)
    try:
        schema(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        offences += _offences(errors.failure_cases, frame, table, lines, name)
    return frame, sorted(offences, key=lambda offence: offence.row)


def typed(
    frame: pd.DataFrame, table: Table, lines: Sequence[int], name: str
) -> tuple[pd.DataFrame, list[Offence]]:
    """`frame` with its number columns as numbers, without the rows that hold no number there.

    A whole-number column that may be blank is float with NaN, one that may not is int64.
    Text stays text and a blank text cell stays an empty string.
    """
    offences: list[Offence] = []
    bad = pd.Series(data=False, index=frame.index)
    numeric = [c for c in table.columns if c.kind in _NUMBER_PATTERN]
    for column in numeric:
        cells = frame[column.name]
        fits = cells.str.fullmatch(_NUMBER_PATTERN[column.kind]) | cells.eq("")
        problem = "number" if column.kind is Kind.NUMBER else "whole"
        offences += _each(cells[~fits], column, problem, lines, name)
        blanks = cells.eq("") & (not column.blank)
        offences += _each(cells[blanks], column, "blank", lines, name)
        bad |= ~fits | blanks
    kept = frame[~bad]
    numbers = {
        c.name: pd.to_numeric(kept[c.name].where(kept[c.name] != "", None)).astype(_dtype(c))
        for c in numeric
    }
    return kept.assign(**numbers), offences


@cache
def schema(table: Table) -> pa.DataFrameSchema:
    """The pandera schema of `table`: strict, ordered, nothing coerced, keys unique."""
    return pa.DataFrameSchema(
        {column.name: _pandera(column) for column in table.columns},
        strict=True,
        ordered=True,
        coerce=False,
        unique=list(table.key),
        report_duplicates="exclude_first",
        name=table.name,
    )


def _pandera(column: Column) -> pa.Column:
    """The pandera column; each check carries the name of its problem as its error."""
    blank = column.blank
    checks: list[pa.Check] = []
    if column.kind in _NUMBER_PATTERN:
        if column.allowed:
            allowed = [int(word) for word in column.allowed]
            checks.append(pa.Check(lambda s: s.isin(allowed), error="allowed"))
        if column.low is not None:
            checks.append(pa.Check.ge(column.low, error="low"))
        if column.high is not None:
            checks.append(pa.Check.le(column.high, error="high"))
        return pa.Column(_dtype(column), checks, nullable=blank, name=column.name)
    if not blank:
        checks.append(pa.Check(lambda s: s.ne(""), error="blank"))
    if column.allowed:
        words = [*column.allowed, ""]
        checks.append(pa.Check(lambda s: s.isin(words), error="allowed"))
    elif column.pattern:
        # A blank cell is judged by the check above alone, so it is told once.
        form = rf"(?:{column.pattern})?"
        checks.append(pa.Check(lambda s: s.str.fullmatch(form), error="pattern"))
    else:
        checks.append(pa.Check(_clean, error="text"))
    return pa.Column(str, checks, nullable=False, name=column.name)


def _clean(cells: pd.Series[str]) -> pd.Series[bool]:
    """True where a cell has no outer spaces, no control character and no sign of lost letters."""
    spoiled = cells.str.contains("[\x00-\x1f\x7f\ufffd]|Ã[\x80-\xbf©]|â€", regex=True)
    return ~spoiled & cells.eq(cells.str.strip())


def _dtype(column: Column) -> str:
    """The dtype of a number column: NaN needs float."""
    return "int64" if column.kind is Kind.WHOLE and not column.blank else "float64"


def _each(
    cells: pd.Series[str], column: Column, problem: str, lines: Sequence[int], name: str
) -> list[Offence]:
    """One offence for each of `cells`."""
    said, remedy = explain(problem, column)
    return [
        Offence(name, lines[int(index)], column.name, str(cell), said, remedy)
        for index, cell in cells.items()
    ]


def _offences(
    cases: pd.DataFrame, frame: pd.DataFrame, table: Table, lines: Sequence[int], name: str
) -> list[Offence]:
    """The failure cases of pandera as offences; a repeated key is told once a row."""
    found: list[Offence] = []
    seen: set[int] = set()
    for case in cases.itertuples(index=False):
        index, problem = case.index, str(case.check)
        if problem == "multiple_fields_uniqueness" or problem == "field_uniqueness":
            if int(index) not in seen:
                seen.add(int(index))
                found.append(_repeated(frame.loc[int(index)], table, lines[int(index)], name))
            continue
        column = table.column(str(case.column))
        said, remedy = explain(problem, column)
        line = 0 if pd.isna(index) else lines[int(index)]
        found.append(Offence(name, line, column.name, str(case.failure_case), said, remedy))
    return found


def _repeated(row: pd.Series[str], table: Table, line: int, name: str) -> Offence:
    """The offence of a row whose key another row holds already."""
    said, remedy = explain("repeated", table.column(table.key[0]))
    value = ", ".join(str(row[part]) for part in table.key)
    return Offence(name, line, ", ".join(table.key), value, said, remedy)
