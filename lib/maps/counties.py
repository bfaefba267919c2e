"""The map of one measure: classes, names that fit, a selected county, a frame to zoom to.

One drawing serves every measure and every year: shapes are fetched once by address, 58 short
rows are bound to them, and the outline of rural counties is switched inside the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.spec import NARROW, spoken
from lib.maps.choropleth import SHAPES_URL
from lib.maps.geometry import MERIDIAN, PARALLELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame

#: Room around the map and pixels a legend row takes.
MARGIN = 6
LEGEND_ROW = 21

#: Pixels a letter of a name takes at most, and the height of a line.
LETTER = 6.9
LINE = 12

#: The name of the click that selects a county.
PICKED = "picked"


@form()
def counties(
    colors: Mapping[str, str],
    *,
    tooltip: Sequence[tuple[str, str]],
    outlined: Sequence[str],
    frame: Frame,
    outline_label: str,
    is_whole: bool,
    height: int = 620,
) -> dict[str, Any]:
    """Counties filled by `kind`, named where the name fits, the selected one in a heavy line.

    Needs columns `county_fips`, `name`, `kind` (a key of `colors`), `nonmetro` and `selected`
    (True or False), `spot_lon`, `spot_lat`, `spot_width`, `spot_height` (see `geometry.Spot`)
    and those of `tooltip`. A row is drawn with its shape; a click gives its `county_fips`.

    Args:
        colors: kind -> color token, in the order of the legend.
        tooltip: (field, label) pairs of formatted text.
        outlined: kinds drawn with a dashed outline (no such thing, not answered).
        frame: the part of the plane that is shown.
        outline_label: the words at the switch of the rural outline.
        is_whole: True for the whole state, which leaves its upper right free for the legend.
        height: pixels, the legend included.
    """
    room = LEGEND_ROW * len(colors) if is_whole else 0
    above = f"(width < {NARROW} ? {room} : 0)"
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    scale = (
        f"min((width - {2 * MARGIN}) / {wide:.6f}, (height - {2 * MARGIN} - {above}) / {high:.6f})"
    )
    left = f"(width < {NARROW} || {str(not is_whole).lower()} ? (width - k * {wide:.6f}) / 2 : {MARGIN})"
    layers = [
        _fill(colors, tooltip, is_whole=is_whole),
        _outline({"field": "kind", "oneOf": list(outlined) or [""]}, "@soft", 1.3, dash=[4, 3]),
        _outline("datum.nonmetro && rural", "@ink", 1.8),
        _outline("datum.selected", "@paper", 6),
        _outline("datum.selected", "@ink", 3),
        _names(stroke="@paper", width=3),
        _names(stroke=None, width=0),
    ]
    # The whole state has nothing to be cut off, and cutting is half of the cost of its picture.
    for layer in layers:
        layer["mark"]["clip"] = not is_whole
    return {
        "height": height,
        "params": [
            {"name": "k", "expr": scale},
            {
                "name": "rural",
                "value": False,
                "bind": {"input": "checkbox", "name": outline_label},
            },
        ],
        "projection": {
            "type": "conicEqualArea",
            "parallels": list(PARALLELS),
            "rotate": [-MERIDIAN, 0, 0],
            "center": [0, 0],
            "scale": {"expr": "k"},
            "translate": {
                "expr": f"[{left} - k * ({frame.left:.6f}), "
                f"{MARGIN} + {above} + k * ({frame.top:.6f})]"
            },
        },
        "layer": layers,
    }


def from_the_top(frame: Frame) -> dict[str, Any]:
    """The parts of a specification that draw `frame` as large as fits, in the upper left.

    What a narrow drawing leaves empty is then all below it, where a page can cut it off.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    fits = f"min((width - {2 * MARGIN}) / {wide:.6f}, (height - {2 * MARGIN}) / {high:.6f})"
    return {
        "params": [{"name": "k", "expr": fits}],
        "projection": {
            "type": "conicEqualArea",
            "parallels": list(PARALLELS),
            "rotate": [-MERIDIAN, 0, 0],
            "center": [0, 0],
            "scale": {"expr": "k"},
            "translate": {
                "expr": f"[{MARGIN} - k * ({frame.left:.6f}), {MARGIN} + k * ({frame.top:.6f})]"
            },
        },
    }


def _shape() -> dict[str, Any]:
    """The lookup that gives each row its shape."""
    return {
        "lookup": "county_fips",
        "from": {
            "data": {
                "url": SHAPES_URL,
                "format": {"type": "topojson", "feature": "counties"},
            },
            "key": "id",
        },
        "as": "shape",
    }


def _fill(
    colors: Mapping[str, str], tooltip: Sequence[tuple[str, str]], *, is_whole: bool
) -> dict[str, Any]:
    """The filled counties, their legend and the click that selects one."""
    return {
        "transform": [_shape()],
        "params": [
            {"name": PICKED, "select": {"type": "point", "fields": ["county_fips"], "on": "click"}}
        ],
        "mark": {
            "type": "geoshape",
            "stroke": "@soft",
            "strokeWidth": 0.7,
            "cursor": "pointer",
            "description": spoken(tooltip).to_dict(),
        },
        "encoding": {
            "shape": {"field": "shape", "type": "geojson"},
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": list(colors), "range": list(colors.values())},
                "legend": {
                    "title": None,
                    "orient": "top-right" if is_whole else "bottom",
                    "columns": 1,
                    "offset": 0 if is_whole else 8,
                    "symbolType": "square",
                    "symbolStrokeColor": "@soft",
                    "symbolStrokeWidth": 1,
                },
            },
            "tooltip": [
                {"field": field, "type": "nominal", "title": label} for field, label in tooltip
            ],
        },
    }


def _outline(
    test: str | dict[str, Any], color: str, width: float, dash: Sequence[int] = ()
) -> dict[str, Any]:
    """The lines around the counties that pass `test`."""
    mark = {
        "type": "geoshape",
        "filled": False,
        # No fill at all: a transparent one would take the clicks of the shape beneath.
        "fill": None,
        # Often empty, and said in words elsewhere: nothing for a screen reader to announce.
        "aria": False,
        "stroke": color,
        "strokeWidth": width,
        "strokeJoin": "round",
    }
    return {
        "transform": [{"filter": test}, _shape()],
        "mark": {**mark, "strokeDash": list(dash)} if dash else mark,
        "encoding": {"shape": {"field": "shape", "type": "geojson"}},
    }


def _names(*, stroke: str | None, width: int) -> dict[str, Any]:
    """The names of the counties that are wide enough for them at the scale of the drawing."""
    fits = f"datum.spot_width * k > length(datum.name) * {LETTER} && datum.spot_height * k > {LINE}"
    mark: dict[str, Any] = {
        "type": "text",
        "style": "quiet",
        "color": "@ink",
        "aria": False,
    }
    if stroke:
        mark |= {"stroke": stroke, "strokeWidth": width, "strokeJoin": "round", "opacity": 0.85}
    return {
        "transform": [{"filter": fits}],
        "mark": mark,
        "encoding": {
            "longitude": {"field": "spot_lon", "type": "quantitative"},
            "latitude": {"field": "spot_lat", "type": "quantitative"},
            "text": {"field": "name", "type": "nominal"},
        },
    }
