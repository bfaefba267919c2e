"""The map of one measure: classes, names that fit, a selected county, a frame to zoom to.

One drawing serves every measure and every year: shapes are fetched once by address, 58 short
rows are bound to them, and the outline of rural counties is switched inside the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.spec import NARROW, spoken
from lib.maps.choropleth import SHAPES_URL
from lib.maps.crossed import CELL, SLIM_CELL, key_layers
from lib.maps.geometry import MERIDIAN, PARALLELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.crossed import Crossed
    from lib.maps.geometry import Frame

#: Room around the map and pixels a legend row takes.
MARGIN = 6
LEGEND_ROW = 21

#: Pixels a letter of a name takes at most, and the height of a line.
LETTER = 6.9
LINE = 12

#: The state's own projection, at the scale `k` of the drawing.
PROJECTED: dict[str, Any] = {
    "type": "conicEqualArea",
    "parallels": list(PARALLELS),
    "rotate": [-MERIDIAN, 0, 0],
    "center": [0, 0],
    "scale": {"expr": "k"},
}

#: The free corner at the upper right of the whole state, in parts of its width and height: the
#: eastern line runs straight down to the first place, then aslant to the second.
CORNER = ((0.41, 0.28), (0.95, 0.72))
#: Pixels of a letter of the legend and of its square.
KEY_LETTER, KEY_SQUARE = 5.4, 24

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
    is_outlined: bool = False,
    height: int = 620,
    crossed: Crossed | None = None,
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
        is_outlined: True where the switch is on from the start.
        is_whole: True for the whole state, which leaves its upper right free for the legend.
        height: pixels, the legend included; a phone takes what its width asks for.
        crossed: the key of two measures, drawn in place of the legend.
    """
    layers = [
        _fill(colors, tooltip, legend=None if crossed else _legend(is_whole=is_whole)),
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
    rural = {
        "name": "rural",
        "value": is_outlined,
        "bind": {"input": "checkbox", "name": outline_label},
    }
    place = placed(frame, colors, crossed, is_whole=is_whole, height=height)
    return {
        "height": height,
        **place,
        "params": [*place["params"], rural],
        "layer": [*layers, *(key_layers(crossed, has_ground=not is_whole) if crossed else [])],
    }


def placed(
    frame: Frame,
    colors: Mapping[str, str],
    crossed: Crossed | None,
    *,
    is_whole: bool,
    height: int,
) -> dict[str, Any]:
    """The parameters and the projection that put `frame` beside its key, as large as it fits.

    A phone is only as high as the map, and the whole state leaves its corner to the key.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    across, above, beside, below = f"(width - {2 * MARGIN})", "0", 0.0, 0
    if is_whole:
        above = _drop(crossed.boxes(SLIM_CELL) if crossed else _boxes(colors), high / wide)
    elif crossed:
        above, beside = str(crossed.height(SLIM_CELL)), crossed.width(CELL)
        across = f"(width - {2 * MARGIN} - (width < {NARROW} ? 0 : {beside:.0f}))"
    else:
        below = LEGEND_ROW * len(colors)
    left = str(MARGIN) if is_whole else f"({across} + {2 * MARGIN} - k * {wide:.6f}) / 2"
    tall = f"{across} * {high / wide:.6f} + drop + {2 * MARGIN + below}"
    return {
        "params": [
            {"name": "drop", "expr": f"width < {NARROW} ? {above} : 0"},
            {"name": "height", "expr": f"width < {NARROW} ? min({height}, {tall}) : {height}"},
            {
                "name": "k",
                "expr": f"min({across} / {wide:.6f}, (height - {2 * MARGIN} - drop) / {high:.6f})",
            },
        ],
        "projection": {
            **PROJECTED,
            "translate": {
                "expr": f"[{left} - k * ({frame.left:.6f}), "
                f"{MARGIN} + drop + k * ({frame.top:.6f})]"
            },
        },
    }


def _boxes(colors: Mapping[str, str]) -> list[tuple[float, float]]:
    """How far each line of the legend reaches from the right edge and down."""
    return [
        (KEY_SQUARE + KEY_LETTER * len(kind), LEGEND_ROW * (line + 1))
        for line, kind in enumerate(colors)
    ]


def _drop(boxes: Sequence[tuple[float, float]], tall: float) -> str:
    """Pixels by which the whole state stands lower on a phone, so that it clears its key.

    Args:
        boxes: how far each line of the key reaches from the right edge and down.
        tall: height of the state in parts of its width.
    """
    (near, top), (far, bottom) = CORNER
    aslant = (bottom - top) / (far - near)
    free = [
        f"{down} - {tall:.4f} * ({across:.0f} > {1 - near:.4f} * width ? 0 : "
        f"{top - aslant * near:.4f} * width + {aslant:.4f} * (width - {across:.0f}))"
        for across, down in boxes
    ]
    return f"max(0, {', '.join(free)})"


def from_the_top(frame: Frame) -> dict[str, Any]:
    """The parts of a specification that draw `frame` as large as fits, in the upper left.

    What a narrow drawing leaves empty is then all below it, where a page can cut it off.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    fits = f"min((width - {2 * MARGIN}) / {wide:.6f}, (height - {2 * MARGIN}) / {high:.6f})"
    return {
        "params": [{"name": "k", "expr": fits}],
        "projection": {
            **PROJECTED,
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
    colors: Mapping[str, str],
    tooltip: Sequence[tuple[str, str]],
    *,
    legend: Mapping[str, Any] | None,
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
                "legend": legend,
            },
            "tooltip": [
                {"field": field, "type": "nominal", "title": label} for field, label in tooltip
            ],
        },
    }


def _legend(*, is_whole: bool) -> dict[str, Any]:
    """The classes with their colors: in the free corner, or under a part of the state."""
    return {
        "title": None,
        "orient": "top-right" if is_whole else "bottom",
        "columns": 1,
        "offset": 0 if is_whole else 8,
        "symbolType": "square",
        "symbolStrokeColor": "@soft",
        "symbolStrokeWidth": 1,
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
