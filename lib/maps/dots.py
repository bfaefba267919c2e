"""One county with its sites as dots, its neighbors faint; no basemap, nothing asked of the network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import by_kind, tips, written
from lib.charts.spec import NARROW, spoken
from lib.maps.choropleth import SHAPES_URL
from lib.maps.shaped import fitted, spot, topology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame, Point

MARGIN, HEIGHT = 8, 350
#: Smallest and largest dot, in square pixels, and the beds of the largest.
SMALLEST, LARGEST, MOST_BEDS = 42, 260, 900

#: Words on a map, their longitude and latitude, and the scale (pixels for a unit of the plane) from
#: which on they meet no others: on a phone fewer have room.
Name = tuple[str, float, float, float]

#: The data beside the rows: the names of the neighbors.
NEIGHBORS = "neighbors"


#: Pixels that words need beside and over each other.
BESIDE, OVER = 86.0, 17.0

#: Pixels of the largest map of dots: a name that has no room on it is left out.
WIDEST, HIGHEST = 720, 500


def room(x: float, y: float, taken: Sequence[Point]) -> float:
    """The scale, in pixels for a unit of the plane, from which on words at a point meet no others."""
    apart = (max(abs(x - a) / BESIDE, abs(y - b) / OVER) for a, b in taken)
    nearest = min(apart, default=math.inf)
    return round(1 / nearest, 3) if nearest else math.inf


def largest(frame: Frame) -> float:
    """The largest scale at which a frame is drawn."""
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    return min(WIDEST / wide, HIGHEST / high)


@dataclass(frozen=True)
class Dot:
    """How a kind of site is drawn: its fill, its outline, and whether that is dashed."""

    fill: str
    stroke: str
    is_dashed: bool = False


@form()
def dots(
    kinds: Mapping[str, Dot],
    *,
    county: str,
    neighbors: Mapping[str, Name],
    frame: Frame,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """The shape of a county, faint neighbors with their names, and a dot a site.

    Needs columns `kind` (a key of `kinds`), `lon` and `lat` (missing where unknown), `beds` (a number, zero where unknown),
    `mark` (the words beside a dot, mostly none; `short` on a phone; `side` left or right) and those of
    `tooltip`.

    `kinds` are words of a kind -> its dot, in the order of the legend; `neighbors` are FIPS code ->
    its name; `frame` is the part of the plane that is shown.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    across, down = f"(width - k * {wide:.6f}) / 2", f"(height - k * {high:.6f}) / 2"
    return {
        **fitted(frame, across, down, margin=MARGIN),
        "height": HEIGHT,
        "padding": {"top": 2, "bottom": 4, "left": 0, "right": 0},
        "datasets": {
            NEIGHBORS: [
                {"name": name, "lon": lon, "lat": lat, "room": room}
                for name, lon, lat, room in neighbors.values()
            ]
        },
        "layer": [
            _shapes(f"indexof({sorted(neighbors)}, datum.id) >= 0", "@paper", "@rule", 1.0),
            _shapes(f"datum.id == '{county}'", "@none", "@soft", 1.6),
            _names(),
            _dots(kinds, tooltip),
            *_labels(),
        ],
    }  # fmt: skip


def _shapes(test: str, fill: str, stroke: str, width: float) -> dict[str, Any]:
    """The outlines of the counties that pass `test`."""
    return {
        "data": topology(SHAPES_URL, "counties"),
        "transform": [{"filter": test}],
        "mark": {
            "type": "geoshape",
            "fill": fill,
            "stroke": stroke,
            "strokeWidth": width,
            "clip": True,
            "aria": False,
        },
    }


def _names() -> dict[str, Any]:
    """The names of the neighbors."""
    return {
        "data": {"name": NEIGHBORS},
        "transform": [{"filter": "k >= datum.room"}],
        "mark": {
            "type": "text",
            "style": "quiet",
            "color": "@soft",
            "aria": False,
            "clip": True,
        },
        "encoding": {
            **spot("lon", "lat"),
            "text": written("name"),
        },
    }


def _dots(kinds: Mapping[str, Dot], tooltip: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A dot a site, in the order of the rows; one without coordinates has none."""
    legend = {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "columns": {"expr": f"width < {NARROW} ? 1 : 2"},
        "symbolSize": 110,
        "symbolStrokeWidth": 1.6,
    }
    dashes = {kind: [3, 2] if dot.is_dashed else [1, 0] for kind, dot in kinds.items()}
    return {
        "transform": [{"filter": "isValid(datum.lat)"}],
        "mark": {
            "type": "point",
            "filled": False,
            "strokeWidth": 1.6,
            "fillOpacity": 0.85,
            "description": spoken(tooltip).to_dict(),
        },
        "encoding": {
            **spot("lon", "lat"),
            "fill": by_kind({kind: dot.fill for kind, dot in kinds.items()}, legend),
            "stroke": by_kind({kind: dot.stroke for kind, dot in kinds.items()}, legend),
            "strokeDash": by_kind(dashes, legend),
            "size": {
                "field": "beds",
                "type": "quantitative",
                "scale": {
                    "domain": [0, MOST_BEDS],
                    "range": [SMALLEST, LARGEST],
                    "clamp": True,
                },
                "legend": None,
            },
            "tooltip": tips(tooltip),
        },
    }


def _labels() -> list[dict[str, Any]]:
    """The words beside single dots, on a ground of paper, on the side where there is room."""
    text: dict[str, Any] = {"type": "text", "style": "label", "baseline": "middle", "aria": False}
    ground: dict[str, Any] = {
        "stroke": "@paper",
        "strokeWidth": 4,
        "strokeJoin": "round",
        "color": "@paper",
    }
    layers = []
    for side, align, dx in (("right", "left", 11), ("left", "right", -11)):
        for look in (ground, {"color": "@ink"}):
            mark: dict[str, Any] = {**text, **look, "align": align, "dx": dx}
            layer: dict[str, Any] = {
                "transform": [
                    {"filter": f"datum.mark != '' && datum.side == '{side}'"},
                    {"calculate": f"width < {NARROW} ? datum.short : datum.mark", "as": "words"},
                ],
                "mark": mark,
                "encoding": {**spot("lon", "lat"), "text": written("words")},
            }
            layers.append(layer)
    return layers
