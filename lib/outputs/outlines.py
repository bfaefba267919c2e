"""The outlines of a map made light: no point that nobody can see apart, none outside the frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib.outputs.drawing import SVG

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

PATH, TEXT = f"{{{SVG}}}path", f"{{{SVG}}}text"

#: Paths of fewer letters are marks; points nearer to the last one than this, in pixels, are left.
SHORTEST = 250
NEAR = 1.0

#: How far outside the frame, in pixels, a line is still followed.
MARGIN = 12.0

#: An outline of straight lines between places in the frame; others are written in short already.
STRAIGHT = re.compile(r"[MLZ\d., -]*")
POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
MOVED = re.compile(r"translate\((-?[\d.]+)[, ]+(-?[\d.]+)\)")

Point = tuple[float, float]
#: Left, top, right and bottom.
Frame = tuple[float, float, float, float]


def thin(svg: ET.Element) -> None:
    """Leave out points of long outlines: those too near to the one before, those out of sight."""
    box = [float(each) for each in svg.get("viewBox", "").split()]
    if len(box) == 4:
        _thin(svg, (box[0], box[1], box[0] + box[2], box[1] + box[3]))


def _thin(group: ET.Element, frame: Frame) -> None:
    """Walk down with the frame as each part sees it."""
    for part in list(group):
        moved = MOVED.fullmatch(part.get("transform", ""))
        x, y = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
        own = (frame[0] - x, frame[1] - y, frame[2] - x, frame[3] - y)
        shape = part.get("d", "")
        if part.tag == PATH and len(shape) > SHORTEST and STRAIGHT.fullmatch(shape):
            part.set("d", _outline(shape, own))
        if _is_out_of_sight(part):
            group.remove(part)
        _thin(part, own)


def _is_out_of_sight(part: ET.Element) -> bool:
    """True for an outline without a line, and for a label without words."""
    if part.tag == PATH:
        return not part.get("d")
    return part.tag == TEXT and not (part.text or len(part))


def _outline(shape: str, frame: Frame) -> str:
    """The rings of an outline that are in sight, each with the points it needs."""
    rings = [_ring(ring, frame) for ring in shape.split("M") if ring]
    return "".join(ring for ring in rings if ring)


def _ring(ring: str, frame: Frame) -> str:
    points = [(float(x), float(y)) for x, y in POINT.findall(ring)]
    sides = [_beyond(point, frame) for point in points]
    if not points or set.intersection(*sides):
        return ""
    kept = [points[0]]
    for place in range(1, len(points) - 1):
        if sides[place - 1] & sides[place] & sides[place + 1]:
            continue  # a line that stays beyond one edge is not seen
        if _apart(points[place], kept[-1]) >= NEAR:
            kept.append(points[place])
    kept.append(points[-1])
    end = "Z" if ring.rstrip().endswith(("Z", "z")) else ""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in kept) + end


def _beyond(point: Point, frame: Frame) -> set[str]:
    """The edges of the frame beyond which a point lies."""
    x, y = point
    left, top, right, bottom = frame
    edges = {
        "left": x < left - MARGIN,
        "right": x > right + MARGIN,
        "top": y < top - MARGIN,
        "bottom": y > bottom + MARGIN,
    }
    return {edge for edge, is_beyond in edges.items() if is_beyond}


def _apart(one: Point, two: Point) -> float:
    return max(abs(one[0] - two[0]), abs(one[1] - two[1]))
