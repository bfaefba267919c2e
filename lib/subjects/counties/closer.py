"""The part of a map of dots that is worth a closer look, where dots crowd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive.rows import each
from lib.maps.geometry import Frame, project
from lib.subjects.counties.sides import HIGH, WIDE, cities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.maps.geometry import Point

#: Dots nearer to each other than this, in pixels, lie over one another or cannot be told by a thumb.
NEAR = 16
#: So many dots must lie so near to another before a closer look is offered.
CROWDED = 6
#: How much closer, the closest first, and the part of the dots that must stay in sight.
STEPS, KEPT = (6.0, 5.0, 4.0, 3.0, 2.5, 2.0), 0.7
#: A dot this near to the edge of the part, in parts of its width, is half out of sight.
EDGE = 0.02


def closer(frame: Frame, rows: pd.DataFrame) -> Frame | None:
    """The part of `frame` with most of the crowded dots of `rows`; None where none crowd."""
    places = [project(float(r.lon), float(r.lat)) for r in each(rows)]
    scale = min(WIDE / (frame.right - frame.left), HIGH / (frame.top - frame.bottom))
    crowd = [place for place in places if _is_crowded(place, places, NEAR / scale)]
    if len(crowd) < CROWDED:
        return None
    for step in STEPS:
        wide, high = WIDE / scale / step, HIGH / scale / step
        window, held = _best(crowd, places, wide, high)
        if held >= KEPT * len(places):
            return _centered(window, places)
    return None


def _is_crowded(place: Point, places: Sequence[Point], near: float) -> bool:
    """True where another dot is nearer than `near`; the place itself counts once."""
    x, y = place
    return sum((x - a) ** 2 + (y - b) ** 2 < near**2 for a, b in places) > 1


def _best(
    crowd: Sequence[Point], places: Sequence[Point], wide: float, high: float
) -> tuple[Frame, int]:
    """The window of this size around a crowded dot that has most of the dots, and how many."""
    windows = [Frame(x - wide / 2, x + wide / 2, y - high / 2, y + high / 2) for x, y in crowd]
    return max(((window, _inside(window, places)) for window in windows), key=lambda each: each[1])


def _centered(window: Frame, places: Sequence[Point]) -> Frame:
    """The window moved so that the dots in it lie around its middle; it keeps all of them."""
    seen = [place for place in places if _inside(window, [place])]
    (left, right), (low, high) = ((min(part), max(part)) for part in zip(*seen, strict=True))
    across = (left + right - window.left - window.right) / 2
    up = (low + high - window.bottom - window.top) / 2
    return Frame(window.left + across, window.right + across, window.bottom + up, window.top + up)


def _inside(window: Frame, places: Sequence[Point]) -> int:
    """How many places lie in a window, and not at its very edge."""
    wide, high = (window.right - window.left) * EDGE, (window.top - window.bottom) * EDGE
    return sum(
        window.left + wide < x < window.right - wide
        and window.bottom + high < y < window.top - high
        for x, y in places
    )


def nearer_words(frame: Frame | None, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the city beside single dots as the closer look has room for them."""
    near = pd.Series("", index=rows.index, dtype=object)
    side = pd.Series("right", index=rows.index, dtype=object)
    if frame:
        placed = rows.dropna(subset=["lat", "lon"]).sort_values("beds", ascending=False)
        dots = [(*project(float(r.lon), float(r.lat)), str(r.city)) for r in each(placed)]
        seen = [at for at, (x, y, _city) in enumerate(dots) if _inside(frame, [(x, y)])]
        for at, (city, where) in cities(frame, [dots[place] for place in seen]).items():
            near[placed.index[seen[at]]], side[placed.index[seen[at]]] = city, where
    return rows.assign(near=near, near_side=side)
