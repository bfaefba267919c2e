"""County shapes as numbers: outlines in degrees, and their places on the projected map.

Plain arithmetic on the bundled TopoJSON, so that no geometry library is needed to serve a page.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Ring = list[Point]

#: The parallels and the meridian of California Albers (EPSG:3310), in degrees.
PARALLELS = (34.0, 40.5)
MERIDIAN = -120.0


@dataclass(frozen=True)
class Frame:
    """A part of the projected plane, at scale one: what a map shows."""

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True)
class Spot:
    """Where a county's name stands, in degrees, and how much room it has, at scale one."""

    longitude: float
    latitude: float
    width: float
    height: float


def _cone() -> tuple[float, float, float]:
    """The constants of the projection: n, c and the distance of the apex."""
    south, north = (math.radians(parallel) for parallel in PARALLELS)
    n = (math.sin(south) + math.sin(north)) / 2
    c = 1 + math.sin(south) * (2 * n - math.sin(south))
    return n, c, math.sqrt(c) / n


def project(longitude: float, latitude: float) -> Point:
    """A place on the conic equal-area plane at scale one, x to the right and y up.

    The formula of d3's ``geoConicEqualArea`` for `PARALLELS` and `MERIDIAN`, so that numbers
    made here fit what the browser draws.
    """
    n, c, apex = _cone()
    radius = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
    angle = math.radians(longitude - MERIDIAN) * n
    return radius * math.sin(angle), apex - radius * math.cos(angle)


def unproject(x: float, y: float) -> Point:
    """The longitude and latitude of a place on the plane."""
    n, c, apex = _cone()
    radius = math.hypot(x, apex - y)
    angle = math.atan2(x, apex - y) / n
    latitude = math.asin((c - (radius * n) ** 2) / (2 * n))
    return math.degrees(angle) + MERIDIAN, math.degrees(latitude)


#: The shapes already read, with the topology they came from, which keeps its identity.
_READ: dict[int, tuple[dict[str, Any], dict[str, list[Ring]]]] = {}
_FOUND: dict[int, tuple[dict[str, Any], dict[str, Spot]]] = {}


def outlines(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    """County FIPS code or district -> its outer rings in degrees, the largest part first.

    Read once for each topology; never write to what is returned.
    """
    if id(topology) not in _READ:
        _READ[id(topology)] = (topology, _outlines(topology))
    return _READ[id(topology)][1]


def _outlines(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    """The outer rings of every county or district, decoded."""
    arcs = [_degrees(line, topology["transform"]) for line in topology["arcs"]]
    found: dict[str, list[Ring]] = {}
    for shape in next(iter(topology["objects"].values()))["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [_joined(part[0], arcs) for part in parts]
        found[str(shape["id"])] = sorted(rings, key=lambda ring: -abs(_area(ring)))
    return found


def _degrees(line: list[list[int]], transform: dict[str, Any]) -> Ring:
    """The positions of a delta-encoded arc in degrees."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    ring: Ring = []
    for step_x, step_y in line:
        x, y = x + step_x, y + step_y
        ring.append((x * scale_x + move_x, y * scale_y + move_y))
    return ring


def _joined(indices: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """One closed ring from its arcs; a negative index reads its arc backwards."""
    ring: Ring = []
    for index in indices:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += line[1:] if ring else line
    return ring


def _area(ring: Ring) -> float:
    """Twice the signed area of a ring."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def frame(topology: dict[str, Any], counties: Iterable[str] = ()) -> Frame:
    """The frame that holds these counties' largest parts, or all of every county."""
    shapes = outlines(topology)
    chosen = {fips: shapes[fips][:1] for fips in counties} or shapes
    points = [project(*point) for rings in chosen.values() for ring in rings for point in ring]
    across, up = zip(*points, strict=True)
    return Frame(min(across), max(across), min(up), max(up))


#: Half the height of a name on a statewide map of common size, at scale one, and the largest
#: part of a small county's height that may be kept free for it.
HALF_NAME = 0.0019
PART_FREE = 0.2

#: How many heights of a county are tried for its name.
LEVELS = 24


def spots(topology: dict[str, Any]) -> dict[str, Spot]:
    """County FIPS code -> where its name has the most room inside its largest part.

    Found once for each topology; never write to what is returned.
    """
    if id(topology) not in _FOUND:
        found = {
            fips: _spot([project(*point) for point in rings[0]])
            for fips, rings in outlines(topology).items()
        }
        _FOUND[id(topology)] = (topology, found)
    return _FOUND[id(topology)][1]


#: A span this much as wide as the widest will do when it lies nearer to the middle.
NEARLY = 0.75


def _spot(ring: Ring) -> Spot:
    """The most central of the wide inner spans of a ring that are free above and below as well."""
    ups = [point[1] for point in ring]
    low, high = min(ups), max(ups)
    half = min(HALF_NAME, (high - low) * PART_FREE)
    found: list[tuple[float, float, float]] = []
    for level in range(1, LEVELS):
        at = low + (high - low) * level / LEVELS
        free = _common(_spans(ring, at - half), _spans(ring, at + half))
        for left, right in _common(free, _spans(ring, at)):
            found.append((right - left, (left + right) / 2, at))
    if not found:
        return Spot(*unproject(*ring[0]), 0.0, 0.0)
    enough = max(found)[0] * NEARLY
    wide = [span for span in found if span[0] >= enough]
    width, across, up = min(wide, key=lambda span: abs(span[2] - (low + high) / 2))
    return Spot(*unproject(across, up), width, 2 * half)


def _spans(ring: Ring, at: float) -> list[Point]:
    """The inner spans of a ring along one horizontal line, left to right."""
    crossings = sorted(
        a[0] + (at - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in pairwise(ring)
        if (a[1] > at) != (b[1] > at)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _common(one: list[Point], other: list[Point]) -> list[Point]:
    """The spans that lie in both lists."""
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return [span for span in both if span[1] > span[0]]
