"""Straight-line distances in California, and which counties touch.

Positions are projected to California Albers (EPSG:3310) with the formulas of the Albers
equal-area conic on the GRS 80 ellipsoid (J. P. Snyder, Map Projections: A Working Manual,
USGS Professional Paper 1395, equations 3-12 and 14-1 to 14-19), so that no page needs a
geometry library; a test holds the results against one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lib.derive.rows import one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import ArrayLike, NDArray

MILE = 1609.344

#: GRS 80: semi-major axis in meters and flattening.
AXIS, FLATTENING = 6_378_137.0, 1 / 298.257222101
ECCENTRICITY = float(np.sqrt(2 * FLATTENING - FLATTENING**2))
#: EPSG:3310: standard parallels, origin and false northing.
PARALLELS, ORIGIN, FALSE_NORTHING = (34.0, 40.5), (0.0, -120.0), -4_000_000.0


def _q(latitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """Snyder's q of a latitude in radians (equation 3-12)."""
    e, sine = ECCENTRICITY, np.sin(latitude)
    part: NDArray[np.float64] = (1 - e**2) * (
        sine / (1 - (e * sine) ** 2) - np.log((1 - e * sine) / (1 + e * sine)) / (2 * e)
    )
    return part


def projected(lat: ArrayLike, lon: ArrayLike) -> NDArray[np.float64]:
    """Meters east and north in EPSG:3310, one row a position given in degrees."""
    first, second = np.radians(PARALLELS)
    m = [float(np.cos(p) / np.sqrt(1 - (ECCENTRICITY * np.sin(p)) ** 2)) for p in (first, second)]
    q1, q2, q0 = (
        float(value) for value in _q(np.array([first, second, np.radians(ORIGIN[0])], dtype=float))
    )
    n = (m[0] ** 2 - m[1] ** 2) / (q2 - q1)
    constant = m[0] ** 2 + n * q1
    radius = AXIS * np.sqrt(constant - n * _q(np.radians(np.asarray(lat, dtype=float)))) / n
    angle = n * np.radians(np.asarray(lon, dtype=float) - ORIGIN[1])
    top = AXIS * np.sqrt(constant - n * q0) / n
    return np.column_stack(
        [radius * np.sin(angle), top - radius * np.cos(angle) + FALSE_NORTHING]
    ).astype(float)


def _rings(topology: Mapping[str, Any], county: Mapping[str, Any]) -> Iterator[list[int]]:
    """The outer rings of one county, as lists of arc numbers."""
    parts = [county["arcs"]] if county["type"] == "Polygon" else county["arcs"]
    for polygon in parts:
        yield polygon[0]


def _outline(topology: Mapping[str, Any], arcs: list[int]) -> NDArray[np.float64]:
    """The corners of a ring in meters."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    corners: list[NDArray[np.float64]] = []
    for arc in arcs:
        line = np.cumsum(topology["arcs"][arc if arc >= 0 else ~arc], axis=0)
        corners.append((line if arc >= 0 else line[::-1])[:-1])
    degrees = np.concatenate(corners) * scale + shift
    return projected(degrees[:, 1], degrees[:, 0])


def centers(topology: Mapping[str, Any]) -> pd.DataFrame:
    """The middle of each county's area in meters: index `county_fips`, columns `x` and `y`.

    The area's centroid over all outer rings (islands count); not where most people live.
    """
    rows = {}
    for county in next(iter(topology["objects"].values()))["geometries"]:
        area = x_sum = y_sum = 0.0
        for ring in _rings(topology, county):
            xy = _outline(topology, ring)
            x, y = xy[:, 0], xy[:, 1]
            x2, y2 = np.roll(x, -1), np.roll(y, -1)
            cross = x * y2 - x2 * y
            area += float(cross.sum()) / 2
            x_sum += float(((x + x2) * cross).sum()) / 6
            y_sum += float(((y + y2) * cross).sum()) / 6
        rows[str(county["id"])] = (x_sum / area, y_sum / area)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["x", "y"]).rename_axis(
        "county_fips"
    )


def adjoining(topology: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """County -> the counties it shares a stretch of border with; a corner is no border."""
    owners: dict[int, set[str]] = {}
    for county in topology["objects"]["counties"]["geometries"]:
        parts = [county["arcs"]] if county["type"] == "Polygon" else county["arcs"]
        for arc in (arc for polygon in parts for ring in polygon for arc in ring):
            owners.setdefault(arc if arc >= 0 else ~arc, set()).add(str(county["id"]))
    touching: dict[str, set[str]] = {fips: set() for pair in owners.values() for fips in pair}
    for pair in owners.values():
        for fips in pair:
            touching[fips] |= pair - {fips}
    return {fips: tuple(sorted(others)) for fips, others in sorted(touching.items())}


def nearest(
    topology: Mapping[str, Any], sites: pd.DataFrame, county_fips: str, n: int
) -> pd.DataFrame:
    """The `n` sites nearest to the middle of a county, nearest first, with `miles`.

    `sites` have `lat` and `lon` in degrees; those without a position are left out.
    """
    return _nearest(one(centers(topology), county_fips), sites, n)


def _nearest(middle: pd.Series, sites: pd.DataFrame, n: int) -> pd.DataFrame:
    """The `n` sites nearest to a point in meters."""
    placed = sites.dropna(subset=["lat", "lon"])
    xy = projected(placed["lat"].to_numpy(dtype=float), placed["lon"].to_numpy(dtype=float))
    miles = np.hypot(xy[:, 0] - middle["x"], xy[:, 1] - middle["y"]) / MILE
    return placed.assign(miles=miles).nsmallest(n, "miles")


def nearest_of_each(topology: Mapping[str, Any], sites: pd.DataFrame) -> pd.DataFrame:
    """One row a county: the site nearest to its middle and its `miles`, by `county_of`."""
    parts = [
        _nearest(middle, sites, 1).assign(county_of=str(fips))
        for fips, middle in centers(topology).iterrows()
    ]
    return pd.concat(parts, ignore_index=True)
