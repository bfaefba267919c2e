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

#: So many rows are enough where not all have room: with fewer, columns make room for rows.
ENOUGH = 6

#: A cell has this many lines at most where the sheet grows with its rows.
CELL_LINES = 12

#: From one line of a cell to the next, in heights of its type.
LEAD = 1.2

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
    return size * (0.5 + LEAD * max([1, *(len(lines) for _at, lines in cells)]))


@dataclass(frozen=True)
class Laid:
    """A table as it is set: the size of its type, its columns, its rows broken into lines."""

    size: float
    across: int
    rows: list[Row]

    def standing(self, room: float) -> int:
        """How many rows stand whole under the head in a height of `room`; at least one is shown."""
        left = room - tall(self.rows[0], self.size)
        for place, cells in enumerate(self.rows[1:]):
            left -= tall(cells, self.size)
            if left < 0:
                return max(1, place)
        return len(self.rows) - 1


def laid(
    rows: pd.DataFrame,
    wide: float,
    sizes: tuple[float, float],
    room: float,
    *,
    is_all: bool,
    most_across: int = COLUMNS_SHOWN,
) -> Laid:
    """The largest type and the most columns with which every row stands, or else enough rows.

    No cell loses a word: what has no room are whole rows and columns, and they are counted.

    Args:
        rows: texts under their labels.
        wide: the width of the sheet.
        sizes: the usual type and the smallest.
        room: the height; without end where the sheet grows with its rows.
        is_all: these are all rows of the table, so that it is worth to show every one.
        most_across: columns at most.
    """
    large, small = sizes
    if room == math.inf:
        return _set(rows, wide, large, most_across, CELL_LINES)
    # One row alone may be longer than a sheet: only then is a cell cut.
    most = max(2, int(room / small / LEAD) - 4)
    ways = [(large, most_across), *((small, across) for across in range(most_across, 2, -1))]
    made = [_set(rows, wide, size, across, most) for size, across in ways]
    for wanted in (len(rows), ENOUGH) if is_all else (ENOUGH,):
        for each in made:
            if each.standing(room) >= min(wanted, len(rows)):
                return each
    return max(made, key=lambda each: each.standing(room))


def _set(rows: pd.DataFrame, wide: float, size: float, across: int, most: int) -> Laid:
    kept = rows.iloc[:, :across]
    room = widths(kept, wide, size)
    head = broken(list(kept.columns), room, 600, size, most)
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
