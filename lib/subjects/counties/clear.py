"""Moves the words beside dots a little up or down where the outline of the place runs through them."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from lib.derive.rows import each
from lib.maps import geometry
from lib.subjects.counties.sides import GAP, HIGH, SLIM, SLIM_LETTER, WIDE, Box, meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.maps.geometry import Frame, Point

#: Half the height of small words.
HALF = 8.0
#: Pixels down; the first that does best is taken, and standing beside the dot comes first.
MOVES = (0, 3, -3, 5, -5, 7, -7, 9, -9)
#: An outline is looked at in points so many pixels apart.
APART = 4.0


def moved(topology: dict[str, Any], shape: str, frame: Frame, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with `down`: by how many pixels the words of each stand lower than their dot.

    Words stay beside their dot, come to lie on no other dot or words, and move only where that
    keeps the outline out of them, on a desk or on a phone.
    """
    scales = [
        min(wide / (frame.right - frame.left), HIGH / (frame.top - frame.bottom))
        for wide in (WIDE, SLIM)
    ]
    lines = [_points(topology, shape, scale) for scale in scales]
    placed = rows.dropna(subset=["lat", "lon"])
    dots = [geometry.project(float(r.lon), float(r.lat)) for r in each(placed)]
    boxes: dict[object, list[Box]] = {
        r.Index: [
            _box(x * scale, y * scale, text, str(r.side))
            for scale, text in zip(scales, (str(r.mark), str(r.short)), strict=True)
        ]
        for r, (x, y) in zip(each(placed), dots, strict=True)
        if r.mark
    }
    reach = GAP / 2
    spots = [(x * scales[0], y * scales[0]) for x, y in dots]
    taken = [(x - reach, y - reach, x + reach, y + reach) for x, y in spots]
    down: dict[object, int] = {}
    for index, own in boxes.items():
        others = taken + [held[0] for other, held in boxes.items() if other != index]
        free = [by for by in MOVES if not by or not _meets(_lower(own[0], by), others)]
        best = min(free, key=lambda by: _crossings([_lower(box, by) for box in own], lines))
        down[index] = best
        boxes[index] = [_lower(box, best) for box in own]
    return rows.assign(down=[down.get(index, 0) for index in rows.index])


def _points(topology: dict[str, Any], shape: str, scale: float) -> np.ndarray[Any, Any]:
    """The outline of a place in pixels, as points close to each other."""
    found: list[Point] = []
    for ring in geometry.outlines(topology)[shape]:
        for (x, y), (a, b) in pairwise([geometry.project(*point) for point in ring]):
            n = max(1, math.ceil(math.hypot(a - x, b - y) * scale / APART))
            found += [(x + (a - x) * k / n, y + (b - y) * k / n) for k in range(n)]
    return np.array(found) * scale


def _box(x: float, y: float, text: str, side: str) -> Box:
    long = len(text) * SLIM_LETTER
    left = x + GAP if side == "right" else x - GAP - long
    return left, y - HALF, left + long, y + HALF


def _lower(box: Box, by: float) -> Box:
    """`box` so many pixels lower; up is more."""
    return box[0], box[1] - by, box[2], box[3] - by


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(meet(box, other) for other in others)


def _crossings(boxes: Sequence[Box], lines: Sequence[np.ndarray[Any, Any]]) -> int:
    """Through how many of the boxes, one a drawing, the outline of that drawing runs."""
    return sum(
        bool(
            (
                (line[:, 0] > box[0])
                & (line[:, 0] < box[2])
                & (line[:, 1] > box[1])
                & (line[:, 1] < box[3])
            ).any()
        )
        for box, line in zip(boxes, lines, strict=True)
    )
