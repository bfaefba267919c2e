"""One county with its sites as dots, its neighbors faint; no basemap, nothing asked of the network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import by_kind, tips, written
from lib.charts.spec import NARROW, spoken
from lib.i18n import _
from lib.maps.choropleth import SHAPES_URL
from lib.maps.shaped import fitted, spot, topology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame, Point

MARGIN, HEIGHT = 8, 350
#: Smallest and largest dot, in square pixels, and the beds of the largest.
SMALLEST, LARGEST, MOST_BEDS = 42, 260, 900

#: The switch of a closer look.
CLOSER = "closer"

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
    closer: Frame | None = None,
) -> dict[str, Any]:
    """The shape of a county, faint neighbors with their names, and a dot a site.

    Needs columns `kind` (a key of `kinds`), `lon` and `lat` (missing where unknown), `beds` (a number, zero where unknown),
    `mark` (the words beside a dot, mostly none; `short` on a phone; `side` left or right; `down` pixels
    lower than the dot) and those of
    `tooltip`.

    `kinds` are words of a kind -> its dot, in the order of the legend; `neighbors` are FIPS code ->
    its name; `frame` is the part of the plane that is shown.

    Where `closer` is given, a switch in the chart shows that part in place of the frame, without
    asking anything of anybody; the columns `near` and `near_side` are its words beside dots.
    """
    return {
        **(_switched(frame, closer) if closer else _whole(frame)),
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
            _names(has_closer=bool(closer)),
            _dots(kinds, tooltip),
            *_labels(has_closer=bool(closer)),
        ],
    }  # fmt: skip


def _whole(frame: Frame) -> dict[str, Any]:
    """The frame in the middle of the drawing."""
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    across, down = f"(width - k * {wide:.6f}) / 2", f"(height - k * {high:.6f}) / 2"
    return fitted(frame, across, down, margin=MARGIN)


def _switched(frame: Frame, closer: Frame) -> dict[str, Any]:
    """As `_whole`, or the closer frame where the reader's switch is on."""
    whole, part = _whole(frame), _whole(closer)
    box = {"input": "checkbox", "name": _("Closer look")}
    scale, near = (each["params"][0]["expr"] for each in (whole, part))
    at, there = (each["projection"]["translate"]["expr"] for each in (whole, part))
    return {
        "params": [
            {"name": CLOSER, "value": False, "bind": box},
            {"name": "k", "expr": f"{CLOSER} ? {near} : {scale}"},
        ],
        "projection": {
            **whole["projection"],
            "translate": {"expr": f"{CLOSER} ? {there} : {at}"},
        },
    }


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


def _names(*, has_closer: bool) -> dict[str, Any]:
    """The names of the neighbors; a closer look has room for those of cities only."""
    return {
        "data": {"name": NEIGHBORS},
        "transform": [{"filter": f"k >= datum.room{f' && !{CLOSER}' if has_closer else ''}"}],
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
            "clip": True,
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


def _labels(*, has_closer: bool) -> list[dict[str, Any]]:
    """The words beside single dots, on a ground of paper, on the side where there is room."""
    text: dict[str, Any] = {"type": "text", "style": "label", "baseline": "middle", "aria": False}
    said, where, down = "datum.mark", "datum.side", "datum.down"
    words = f"width < {NARROW} ? datum.short : datum.mark"
    if has_closer:
        text["clip"] = True
        said, where = (
            f"({CLOSER} ? datum.{a} : {b})" for a, b in (("near", said), ("near_side", where))
        )
        words = f"{CLOSER} ? datum.near : {words}"
        down = f"{CLOSER} ? 0 : {down}"  # it keeps words off an outline of the whole
    ground: dict[str, Any] = {
        "stroke": "@paper",
        "strokeWidth": 4,
        "strokeJoin": "round",
        "color": "@paper",
    }
    layers = []
    for side, align, dx in (("right", "left", 11), ("left", "right", -11)):
        for look in (ground, {"color": "@ink"}):
            mark: dict[str, Any] = {**text, **look, "align": align, "dx": dx, "dy": {"expr": down}}
            layer: dict[str, Any] = {
                "transform": [
                    {"filter": f"{said} != '' && {where} == '{side}'"},
                    {"calculate": words, "as": "words"},
                ],
                "mark": mark,
                "encoding": {**spot("lon", "lat"), "text": written("words")},
            }
            layers.append(layer)
    return layers
