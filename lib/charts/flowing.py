"""Groups of rows poured into columns of even height: where each head and each row stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The numbers of columns for which places are worked out.
COLUMNS = (1, 2, 3)

#: No column is shorter than this many lines while others are to come.
SHORTEST = 8

#: The rows' own names for their places; a place is column * COLUMN + line, or FOLDED.
COLUMN, FOLDED = 1000, -1


#: Layout -> lines of its columns.
Lines = dict[str, int]


@dataclass(frozen=True)
class Layout:
    """Where everything stands in so many columns: places by group, and the lines of a column."""

    lines: int
    heads: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    more: tuple[int, ...]


def layout(sizes: Sequence[int], shown: Sequence[int], columns: int) -> Layout:
    """Each group's head, its first `shown` rows and a line for the others, in even columns.

    A head never ends a column; groups in one column are a line apart.
    """
    whole = sum(min(n, most) + 1 + (n > most) for n, most in zip(sizes, shown, strict=True))
    for lines in range(max(SHORTEST, math.ceil(whole / columns)), 2 * whole + SHORTEST + 1):
        found = _poured(sizes, shown, lines)
        held = [*found.heads, *found.more, *(place for group in found.rows for place in group)]
        used = [place for place in held if place != FOLDED]
        if max(used, default=0) // COLUMN < columns:
            deep = max((place % COLUMN for place in used), default=0)
            return Layout(deep + 1, found.heads, found.rows, found.more)
    raise ValueError(f"no layout of {sizes} in {columns} columns")


def _poured(sizes: Sequence[int], shown: Sequence[int], lines: int) -> Layout:
    """The groups poured into columns of so many lines, as many columns as it takes."""
    column = line = 0
    heads, rows, more = [], [], []

    def next_place(needed: int = 1) -> int:
        nonlocal column, line
        if line + needed > lines:
            column, line = column + 1, 0
        line += 1
        return column * COLUMN + line - 1

    for size, most in zip(sizes, shown, strict=True):
        line += 1 if line else 0
        heads.append(next_place(2))
        found = [next_place() for __ in range(min(size, most))]
        more.append(next_place() if size > most else FOLDED)
        rows.append((*found, *[FOLDED] * (size - len(found))))
    return Layout(lines, tuple(heads), tuple(rows), tuple(more))


def places(sizes: Sequence[int], shown: Sequence[int]) -> tuple[dict[str, list[int]], Lines]:
    """Column of the rows -> places, for all rows in order of group, and the lines of each layout.

    Returns:
        `some_<n>` and `all_<n>` of each row for 1 to 3 columns, `head_some_<n>` and so on of the
        heads (on the first row of a group, else folded) and `more_some_<n>` (on the first row).
    """
    columns: dict[str, list[int]] = {}
    lines: Lines = {}
    for name, most in (("some", shown), ("all", sizes)):
        for n in COLUMNS:
            found = layout(sizes, most, n)
            key = f"{name}_{n}"
            lines[key] = found.lines
            columns[key] = [place for group in found.rows for place in group]
            for part, held in (("head", found.heads), ("more", found.more)):
                columns[f"{part}_{key}"] = [
                    place if nth == 0 else FOLDED
                    for place, size in zip(held, sizes, strict=True)
                    for nth in range(size)
                ]
    return columns, lines
