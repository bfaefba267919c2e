"""From text cells to typed frames, and every cell that breaks the contract of its table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from lib.model import Offence
from lib.schema.columns import EARLIEST, LATEST, Column, Kind
from lib.schema.explain import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandera.pandas as pa

    from lib.schema.table import Table

Place = tuple[str, int]
_KEY_PROBLEMS = ("multiple_fields_uniqueness", "field_uniqueness")
_NUMBER_PATTERN = {Kind.WHOLE: r"-?[0-9]{1,15}", Kind.NUMBER: r"-?[0-9]{1,15}(?:\.[0-9]+)?"}


def check(
    frame: pd.DataFrame, table: Table, places: Sequence[Place]
) -> tuple[pd.DataFrame, list[Offence]]:
    """`frame` with typed columns, and every cell that breaks the contract of `table`.

    `frame` has text cells, columns as declared and rows numbered from 0; `places` holds the file
    and line on which each row starts.

    Returns:
        The rows that can be typed, in file order and numbered as before, and the offences.
    """
    # Imported here: a server that finds checked tables on the disk needs none of it.
    import pandera.pandas as pa

    text = frame
    frame, offences = typed(text, table, places)
    try:
        schema(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        offences += _offences(errors.failure_cases, text, table, places)
    return frame, sorted(offences, key=lambda offence: (offence.table, offence.row))


def typed(
    frame: pd.DataFrame, table: Table, places: Sequence[Place]
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
        wrong = ~cells.str.fullmatch(_NUMBER_PATTERN[column.kind])
        if column.blank:
            wrong &= cells.ne("")
        problem = "number" if column.kind is Kind.NUMBER else "whole"
        rows = frame.index[wrong].astype(int).tolist()
        offences += [_offence(column, problem, str(cells[row]), places[row]) for row in rows]
        bad |= wrong
    kept = frame[~bad]
    return kept.assign(**{c.name: _numbers(kept[c.name], c) for c in numeric}), offences


@cache
def schema(table: Table) -> pa.DataFrameSchema:
    """The pandera schema of `table`: strict, ordered, nothing coerced, keys unique."""
    import pandera.pandas as pa

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
    import pandera.pandas as pa

    blank = column.blank
    checks: list[pa.Check] = []
    if column.kind in _NUMBER_PATTERN:
        if column.low is not None:
            checks.append(pa.Check.ge(column.low, error="low"))
        if column.high is not None:
            checks.append(pa.Check.le(column.high, error="high"))
        return pa.Column(_dtype(column), checks, nullable=blank, name=column.name)
    if column.allowed:
        words = [*column.allowed, ""] if blank else list(column.allowed)
        checks.append(pa.Check(lambda s: s.isin(words), error="allowed"))
    elif column.pattern:
        form = rf"(?:{column.pattern}){'?' if blank else ''}"
        checks.append(pa.Check(lambda s: s.str.fullmatch(form), error="pattern"))
        if column.kind is Kind.DATE:
            checks.append(pa.Check(_real_days, error="day"))
            checks.append(pa.Check(_near_years, error="year"))
    else:
        # A reference without a form of its own is judged against the table it points to.
        judge = _clean if blank else _clean_and_filled
        checks.append(pa.Check(judge, error="text"))
    return pa.Column(str, checks, nullable=False, name=column.name)


def _near_years(cells: pd.Series[str]) -> pd.Series[bool]:
    """False where a date names a year that no fact or projection is of (9999)."""
    years = pd.to_numeric(cells.str.extract(r"^([0-9]{4})(?:-|$)")[0])
    return years.isna() | years.between(EARLIEST, LATEST)


def _real_days(cells: pd.Series[str]) -> pd.Series[bool]:
    """False where a cell looks like a date of a day that no calendar has (2023-02-29)."""
    days = cells[cells.str.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")].drop_duplicates()
    unreal = days[pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").isna()]
    return ~cells.isin(unreal)


def _clean(cells: pd.Series[str]) -> pd.Series[bool]:
    """True where a cell has no outer spaces, no control character and no sign of lost letters."""
    spoiled = cells.str.contains("[\x00-\x1f\x7f\ufffd]|Ã[\x80-\xbf©]|â€", regex=True)
    return ~spoiled & cells.eq(cells.str.strip())


def _clean_and_filled(cells: pd.Series[str]) -> pd.Series[bool]:
    """True where a cell is clean and not blank."""
    return _clean(cells) & cells.ne("")


def _numbers(cells: pd.Series[str], column: Column) -> pd.Series[float] | pd.Series[int]:
    """Digits as numbers, blanks as NaN."""
    numbers = pd.to_numeric(cells.where(cells != "", None))
    return numbers.astype("int64") if _dtype(column) == "int64" else numbers.astype("float64")


def _dtype(column: Column) -> str:
    """The dtype of a number column: NaN needs float."""
    return "int64" if column.kind is Kind.WHOLE and not column.blank else "float64"


def _offences(
    cases: pd.DataFrame, text: pd.DataFrame, table: Table, places: Sequence[Place]
) -> list[Offence]:
    """The failure cases of pandera as offences; a repeated key is told once a row."""
    found: list[Offence] = []
    repeated: set[int] = set()
    rows = cases["index"].astype(int).tolist()
    columns, problems = cases["column"].astype(str), cases["check"].astype(str)
    for row, column, problem in zip(rows, columns, problems, strict=True):
        if problem in _KEY_PROBLEMS:
            repeated.add(row)
        else:
            cell = str(text.at[row, column])
            found.append(_offence(table.column(column), problem, cell, places[row]))
    return found + [_repeated(text, row, table, places) for row in sorted(repeated)]


def _offence(column: Column, problem: str, cell: str, place: Place) -> Offence:
    """The offence of one cell."""
    said, remedy = explain("blank" if cell == "" else problem, column, cell)
    return Offence(*place, column.name, cell, said, remedy)


def _repeated(text: pd.DataFrame, row: int, table: Table, places: Sequence[Place]) -> Offence:
    """The offence of a row whose key an earlier row holds already."""
    said, remedy = explain("repeated", table.column(table.key[0]))
    value = ", ".join(str(text.at[row, part]) for part in table.key)
    return Offence(*places[row], ", ".join(table.key), value, said, remedy)
