"""Write the outlines of the districts as one small TopoJSON a chamber, from a file with all three.

Run `python -m tools.make_districts path/to/districts.topo.json`: a TopoJSON with the objects
`assembly`, `senate` and `congress` and the properties `number`. What it was made of stands in
data/sources.csv. Here is the work of geopandas, so that no page waits for it: it projects the
outlines to California Albers, cuts them to the land of the county map, simplifies them as one
coverage (neighbors keep one border, the coast stays that of the counties), turns them clockwise
as d3 wants them, and names the hospital sites that fall outside their filed district.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
COUNTIES = DATA / "geometry" / "ca_counties.topo.json"

#: Name of the chamber in our tables -> name of its object in the file that is read.
CHAMBERS = {"assembly": "assembly", "senate": "senate", "congressional": "congress"}
DEGREES, ALBERS = "EPSG:4326", "EPSG:3310"

#: Inner borders may move by about so many meters: a pixel of a statewide map is a kilometer.
TOLERANCE = 100
#: Parts with less than so many square meters are dust of cutting.
DUST = 1_000_000
#: Steps of the grid of degrees on which corners lie: about 55 meters.
STEP = 0.0005

Corner = tuple[int, int]
Ring = list[Corner]


def shaped(path: Path, layer: str) -> geopandas.GeoSeries:
    """The districts of one chamber by number: projected, cut, simplified, clockwise, in degrees."""
    shapes = geopandas.read_file(path, layer=layer).set_crs(DEGREES, allow_override=True)
    shapes = shapes.set_index("number").sort_index().to_crs(ALBERS)
    land = geopandas.read_file(COUNTIES).set_crs(DEGREES, allow_override=True).to_crs(ALBERS)
    ground = land.buffer(0).union_all()
    kept = shapes.geometry.buffer(0)
    beyond = kept.difference(ground.buffer(TOLERANCE)).area.sum()
    if beyond > DUST:
        kept = kept.intersection(ground)
    simple = kept.simplify_coverage(TOLERANCE, simplify_boundary=False)
    parts = geopandas.GeoDataFrame(geometry=simple.explode())
    area = pd.Series(parts.area, index=parts.index)
    parts = parts[area.ge(DUST) | area.eq(area.groupby(level=0).transform("max"))]
    whole = parts.dissolve(level=0).geometry
    return whole.to_crs(DEGREES).orient_polygons(exterior_cw=True)


def topology(shapes: geopandas.GeoSeries) -> dict[str, Any]:
    """A TopoJSON of one object `districts`, whose ids are the numbers; a border is held once."""
    rings = {number: list(_rings(shape)) for number, shape in shapes.items()}
    flat = [ring for parts in rings.values() for part in parts for ring in part]
    knots = _knots(flat)
    arcs: list[Ring] = []
    known: dict[tuple[Corner, ...], int] = {}
    geometries = [
        {
            "type": "MultiPolygon",
            "id": str(number),
            "arcs": [[_arcs(ring, knots, arcs, known) for ring in part] for part in parts],
        }
        for number, parts in rings.items()
    ]
    across, up = zip(*(corner for arc in arcs for corner in arc), strict=True)
    left, bottom = min(across), min(up)
    return {
        "type": "Topology",
        "objects": {"districts": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_delta(arc, left, bottom) for arc in arcs],
        "transform": {
            "scale": [STEP, STEP],
            "translate": [round(left * STEP, 4), round(bottom * STEP, 4)],
        },
    }


def _rings(shape: Any) -> Iterator[list[Ring]]:
    """The polygons of a shape, each its rings on the grid, closed; those flattened are left out."""
    polygons = shape.geoms if hasattr(shape, "geoms") else [shape]
    for polygon in polygons:
        lines = [polygon.exterior, *polygon.interiors]
        rings = [_on_grid(line.coords) for line in lines]
        if len(rings[0]) > 3:
            yield [ring for ring in rings if len(ring) > 3]


def _on_grid(coordinates: Any) -> Ring:
    ring: Ring = []
    for x, y, *_height in coordinates:
        corner = (round(x / STEP), round(y / STEP))
        if not ring or ring[-1] != corner:
            ring.append(corner)
    return ring


def _knots(rings: list[Ring]) -> set[Corner]:
    """The corners at which borders begin and end: there the neighbors on the way differ."""
    beside: dict[Corner, set[Corner]] = {}
    for ring in rings:
        open_ring = ring[:-1]
        for place, corner in enumerate(open_ring):
            held = beside.setdefault(corner, set())
            held |= {open_ring[place - 1], open_ring[(place + 1) % len(open_ring)]}
    return {corner for corner, others in beside.items() if len(others) > 2}


def _arcs(
    ring: Ring, knots: set[Corner], arcs: list[Ring], known: dict[tuple[Corner, ...], int]
) -> list[int]:
    """The numbers of a ring's arcs; one that a neighbor has already is read backwards."""
    closed = ring[:-1]
    first = next((place for place, corner in enumerate(closed) if corner in knots), None)
    if first is None:  # an island: the same ring begins at the same corner wherever it is met
        first = closed.index(min(closed))
    turned = [*closed[first:], *closed[:first], closed[first]]
    numbers, line = [], [turned[0]]
    for corner in turned[1:]:
        line.append(corner)
        if corner in knots or corner == turned[0]:
            numbers.append(_number(line, arcs, known))
            line = [corner]
    return numbers


def _number(line: Ring, arcs: list[Ring], known: dict[tuple[Corner, ...], int]) -> int:
    back = known.get(tuple(reversed(line)))
    if back is not None:
        return ~back
    number = known.setdefault(tuple(line), len(arcs))
    if number == len(arcs):
        arcs.append(line)
    return number


def _delta(line: Ring, left: int, bottom: int) -> list[list[int]]:
    x = y = 0
    steps = []
    for across, up in line:
        steps.append([across - left - x, up - bottom - y])
        x, y = across - left, up - bottom
    return steps


def outside(shapes: geopandas.GeoSeries, chamber: str) -> list[str]:
    """The hospital sites that do not fall into the district that the state's file names."""
    text = {"facility_id": str}
    filed = pd.read_csv(DATA / "hospital_districts.csv", dtype=text).set_index("facility_id")
    sites = pd.read_csv(DATA / "facilities.csv", dtype=text).drop_duplicates("facility_id")
    sites = sites.set_index("facility_id").loc[lambda t: t.index.isin(filed.index)]
    points = geopandas.points_from_xy(sites["lon"], sites["lat"], crs=DEGREES)
    placed = geopandas.GeoDataFrame(sites[["name"]], geometry=points).dropna(subset="geometry")
    zones = geopandas.GeoDataFrame({"found": shapes.index}, geometry=list(shapes), crs=DEGREES)
    found = placed.sjoin(zones, how="left", predicate="within")
    return [
        f"{r.Index} {r.name}" for r in found.itertuples()
        if r.found != filed.at[r.Index, f"{chamber}_district"]
    ]  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write both copies of each chamber: data/ is the record, static/ what a browser fetches."""
    for chamber, layer in CHAMBERS.items():
        shapes = shaped(Path(arguments[0]), layer)
        text = json.dumps(topology(shapes), separators=(",", ":")) + "\n"
        name = f"ca_{chamber}.topo.json"
        for folder in (DATA / "geometry", ROOT / "static"):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        strays = outside(shapes, chamber)
        print(f"{name}: {len(shapes)} districts, {len(text):,} bytes; outside: {strays}")


if __name__ == "__main__":
    main(sys.argv[1:])
