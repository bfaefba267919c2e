"""Write the 58 California counties as one small TopoJSON, from the npm package us-atlas 3.

Run `python tools/make_geometry.py` (it fetches the package with `npm pack us-atlas@3`)
or `python tools/make_geometry.py path/to/counties-10m.json`.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "us-atlas@3"
MEMBER = "package/counties-10m.json"
CALIFORNIA = "06"
# data/ is the record; static/ is the copy Streamlit serves by address, so that a
# browser fetches the shapes once and keeps them.
OUTPUTS = (
    ROOT / "data" / "geometry" / "ca_counties.topo.json",
    ROOT / "static" / "ca_counties.topo.json",
)

Topology = dict[str, Any]
Point = list[int]


def packaged_counties() -> Topology:
    """The US county topology inside the published package, fetched by npm."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", PACKAGE, "--silent"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(Path(folder) / packed.stdout.strip().splitlines()[-1]) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                raise FileNotFoundError(f"{PACKAGE} holds no {MEMBER}")
            topology: Topology = json.load(member)
            return topology


def california(us: Topology) -> Topology:
    """The California counties of a US topology, with only the arcs they use.

    Arc order and ring direction are kept (clockwise outer rings, as d3 wants them).
    """
    renumbered: dict[int, int] = {}

    def arc(index: int) -> int:
        forward = index if index >= 0 else ~index
        new = renumbered.setdefault(forward, len(renumbered))
        return new if index >= 0 else ~new

    def rings(nested: list[Any]) -> list[Any]:
        return [rings(part) if isinstance(part, list) else arc(part) for part in nested]

    counties = sorted(
        (g for g in us["objects"]["counties"]["geometries"] if str(g["id"])[:2] == CALIFORNIA),
        key=lambda g: str(g["id"]),
    )
    geometries = [
        {
            "type": county["type"],
            "id": str(county["id"]),
            "properties": {"name": county["properties"]["name"]},
            "arcs": rings(with_area(county, us["arcs"])),
        }
        for county in counties
    ]
    arcs = [us["arcs"][old] for old in renumbered]
    topology = {
        "type": "Topology",
        "objects": {"counties": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
        "transform": us["transform"],
    }
    return {**topology, "bbox": bounds(topology)}


def with_area(county: Topology, arcs: list[list[Point]]) -> list[Any]:
    """The arcs of a county without the islets that the grid has flattened to a line."""
    if county["type"] == "Polygon":
        polygon: list[Any] = county["arcs"]
        return polygon
    return [polygon for polygon in county["arcs"] if doubled_area(polygon[0], arcs) != 0]


def doubled_area(ring: list[int], arcs: list[list[Point]]) -> int:
    """Twice the signed area of a ring on the grid; below zero is clockwise, north up."""
    points: list[Point] = []
    for index in ring:
        line = absolute(arcs[index if index >= 0 else ~index])
        points += line if index >= 0 else line[::-1]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)


def bounds(topology: Topology) -> list[float]:
    """West, south, east and north of a quantized topology, in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    points = [point for line in topology["arcs"] for point in absolute(line)]
    longitudes = [x * scale_x + move_x for x, _ in points]
    latitudes = [y * scale_y + move_y for _, y in points]
    corners = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    return [round(corner, 4) for corner in corners]


def absolute(line: list[Point]) -> list[Point]:
    """The positions of a delta-encoded arc on the quantized grid."""
    x = y = 0
    positions = []
    for step_x, step_y in line:
        x, y = x + step_x, y + step_y
        positions.append([x, y])
    return positions


def main(arguments: list[str]) -> None:
    """Write both copies of the county shapes."""
    us = json.loads(Path(arguments[0]).read_text("utf-8")) if arguments else packaged_counties()
    text = json.dumps(california(us), separators=(",", ":")) + "\n"
    for output in OUTPUTS:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
        print(f"{output.relative_to(ROOT)}: {len(text):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
