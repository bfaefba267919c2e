"""Classes of a measure: breaks by a named method, and the class that each value falls in."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Breaks made from the rows are rounded to this many figures, so that a legend can be read.
FIGURES = 2

FIFTHS = 5
THIRDS = 3


@dataclass(frozen=True)
class Breaks:
    """The lower bounds of classes, ascending; the first class takes all that lies below too.

    `fixed` is True where the bounds are written in the data, False where they are made so
    that each class holds about as many counties.
    """

    bounds: tuple[float, ...]
    fixed: bool

    def place(self, value: float) -> int:
        """The class of `value`, from 1."""
        return max(1, bisect_right(self.bounds, value))

    @property
    def count(self) -> int:
        """The number of classes."""
        return len(self.bounds)


def rounded(value: float, figures: int = FIGURES) -> float:
    """`value` to so many significant figures."""
    if value == 0:
        return 0.0
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def even(values: Iterable[float], parts: int) -> Breaks:
    """Breaks that put about as many of `values` into each of `parts` classes.

    Bounds are rounded; where rounding makes two alike the classes are fewer. Missing values
    are left out; without any value there is one class.
    """
    held = pd.Series(list(values), dtype=float).dropna()
    if held.empty:
        return Breaks((0.0,), fixed=False)
    inner = [rounded(float(held.quantile(part / parts))) for part in range(1, parts)]
    lowest = float(held.min())
    bounds = sorted({lowest, *(bound for bound in inner if bound > lowest)})
    return Breaks(tuple(bounds), fixed=False)


def breaks(bounds: Sequence[float], values: Iterable[float]) -> Breaks:
    """The fixed `bounds` of a measure, or fifths of `values` where it has none."""
    return Breaks(tuple(bounds), fixed=True) if bounds else even(values, FIFTHS)


def thirds(values: Iterable[float], *, zero_apart: bool) -> Breaks:
    """Three classes: low, middle, high.

    `zero_apart` is for supply: low is exactly zero and the others are split at their middle.
    """
    held = pd.Series(list(values), dtype=float).dropna()
    above = held[held > 0]
    if zero_apart and len(above) < len(held) and not above.empty:
        lowest, middle = float(above.min()), float(above.median())
        high = middle if middle > lowest else math.nextafter(lowest, math.inf)
        return Breaks((0.0, lowest, high), fixed=False)
    return even(held, THIRDS)
