"""A file's cells as text, before anybody knows which table they are."""

from __future__ import annotations

from dataclasses import dataclass


class RefusedError(ValueError):
    """The file cannot be read as a table; says why, and what to do, in one or two sentences."""


@dataclass(frozen=True)
class Grid:
    """The rows of one sheet (or of a text file, whose name is then "").

    `numbers` holds the row of the sheet or the line of the file on which each row starts.
    """

    name: str
    rows: list[list[str]]
    numbers: list[int]
    hidden: bool = False


def trimmed(grid: Grid) -> Grid:
    """`grid` without its blank last rows and without blank cells at the end of rows."""
    rows = [_cut(row) for row in grid.rows]
    while rows and not rows[-1]:
        rows.pop()
    return Grid(grid.name, rows, grid.numbers[: len(rows)], grid.hidden)


def _cut(row: list[str]) -> list[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]
