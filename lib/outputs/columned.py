"""The table of a picture: how wide its columns are, and where the words of a cell break."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib import theme
from lib.i18n import ngettext
from lib.outputs import lettering

if TYPE_CHECKING:
    import pandas as pd

SANS = theme.SANS

#: A word takes this share of the room at most: an address breaks inside, and leaves room to others.
WIDEST = 0.2

#: The table of a picture shows this many rows when the sheet may grow, and this many columns.
ROWS_SHOWN = 20
COLUMNS_SHOWN = 5

#: How many lines a cell may have: as many as let every row stand, two where none does.
CELL_LINES = (6, 4, 3, 2)

#: A row as it is set: where each cell begins, and its lines.
Row = list[tuple[float, list[str]]]


def widths(rows: pd.DataFrame, room: float, size: float) -> list[float]:
    """Column widths: the longest word of each fits, the rest goes by how much is said."""
    texts = [[str(label), *rows[label].astype(str)] for label in rows.columns]
    least = [
        size * 1.2
        + min(
            room * WIDEST,
            max(lettering.width(w, SANS, 600, size) for t in column for w in [*t.split(), ""]),
        )
        for column in texts
    ]
    said = [min(50, max(len(text) for text in column)) for column in texts]
    spare = max(0.0, room - sum(least))
    widths = [low + spare * n / max(1, sum(said)) for low, n in zip(least, said, strict=True)]
    return [wide * min(1.0, room / max(1.0, sum(widths))) for wide in widths]


def broken(
    cells: list[str], widths: list[float], weight: int, size: float, most: int
) -> list[tuple[float, list[str]]]:
    """The cells of a row as (where the column begins, at most so many lines of it)."""
    out = []
    x = 0.0
    for cell, wide in zip(cells, widths, strict=True):
        lines = lettering.wrap(str(cell), SANS, weight, size, wide - size)
        out.append((x, lettering.shorten(lines, most)))
        x += wide
    return out


def tall(cells: list[tuple[float, list[str]]], size: float) -> float:
    """The height of a row of cells."""
    return size * (0.5 + 1.2 * max([1, *(len(lines) for _at, lines in cells)]))


@dataclass(frozen=True)
class Laid:
    """A table as it is set: the size of its type, its columns, its rows broken into lines."""

    size: float
    across: int
    rows: list[Row]

    @property
    def tall(self) -> float:
        """The height of all rows."""
        return sum(tall(cells, self.size) for cells in self.rows)


def laid(
    rows: pd.DataFrame,
    wide: float,
    sizes: tuple[float, float],
    room: float,
    most_across: int = COLUMNS_SHOWN,
) -> Laid:
    """The largest type and the most columns and words with which every row stands.

    Args:
        rows: texts under their labels.
        wide: the width of the sheet.
        sizes: the usual type and the smallest.
        room: the height. Where nothing fits it, it is nothing, or the sheet grows with its rows
            (it is without end), all columns stand in the usual type.
        most_across: columns at most.
    """
    large, small = sizes
    ways = [(large, most_across), *((small, across) for across in range(most_across, 2, -1))]
    for size, across in ways if 0 < room < math.inf else []:
        for most in CELL_LINES:
            made = _set(rows, wide, size, across, most)
            if made.tall <= room:
                return made
    return _set(rows, wide, large, most_across, CELL_LINES[-1])


def _set(rows: pd.DataFrame, wide: float, size: float, across: int, most: int) -> Laid:
    kept = rows.iloc[:, :across]
    room = widths(kept, wide, size)
    head = broken(list(kept.columns), room, 600, size, 2)
    body = [broken(list(cells), room, 400, size, most) for cells in kept.to_numpy()]
    return Laid(size, len(kept.columns), [head, *body])


def left_out(rows: int, columns: int) -> str:
    """How many rows and columns of a table a picture has no room for; empty where it has."""
    said = []
    if rows > 0:
        said.append(ngettext("and {n} more row", "and {n} more rows", rows).format(n=rows))
    if columns > 0:
        more = ngettext("and {n} more column", "and {n} more columns", columns)
        said.append(more.format(n=columns))
    return " ".join(said)
