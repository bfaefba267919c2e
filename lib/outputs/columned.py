"""The table of a picture: how wide its columns are, and where the words of a cell break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import theme
from lib.outputs import lettering

if TYPE_CHECKING:
    import pandas as pd

SANS = theme.SANS

#: A word takes this share of the room at most: an address breaks inside, and leaves room to others.
WIDEST = 0.2


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
