"""What every map of shapes has: the projection of its frame, filled shapes, lines, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.raw import by_kind, tips, written
from lib.charts.spec import spoken
from lib.maps.geometry import MERIDIAN, PARALLELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame

#: Room around the map and pixels a legend row takes.
MARGIN = 6
LEGEND_ROW = 21

#: The colors of a count of zero, which has a line around it.
ZERO = ("@zero", "@sand")

#: The name of the click that selects a shape.
PICKED = "picked"

#: The shapes of the rows, and where a name stands.
SHAPE = {"shape": {"field": "shape", "type": "geojson"}}


def spot(lon: str, lat: str) -> dict[str, Any]:
    """The columns of a place on the map."""
    return {
        "longitude": {"field": lon, "type": "quantitative"},
        "latitude": {"field": lat, "type": "quantitative"},
    }


def topology(url: str, feature: str) -> dict[str, Any]:
    """The shapes at an address; exports put the bundled ones in its place."""
    return {"url": url, "format": {"type": "topojson", "feature": feature}}


def fitted(
    frame: Frame, across: str, down: str, above: str = "", margin: int = MARGIN
) -> dict[str, Any]:
    """The parts of a specification that draw `frame` as large as fits.

    Args:
        frame: the part of the plane that is shown.
        across: pixels from the left to the frame, an expression; `k` is the scale.
        down: pixels from the top to the frame.
        above: pixels of the height that are left free, an expression.
        margin: room around the map.
    """
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    tall = f"height - {2 * margin} - {above}" if above else f"height - {2 * margin}"
    scale = f"min((width - {2 * margin}) / {wide:.6f}, ({tall}) / {high:.6f})"
    return {
        "params": [{"name": "k", "expr": scale}],
        "projection": projected(frame, across, down),
    }


def projected(frame: Frame, across: str, down: str) -> dict[str, Any]:
    """The state's own projection at the scale `k`, `frame` beginning `across` and `down`."""
    at = f"[{across} - k * ({frame.left:.6f}), {down} + k * ({frame.top:.6f})]"
    return {
        "type": "conicEqualArea",
        "parallels": list(PARALLELS),
        "rotate": [-MERIDIAN, 0, 0],
        "center": [0, 0],
        "scale": {"expr": "k"},
        "translate": {"expr": at},
    }


def filled(
    colors: Mapping[str, str],
    key: str,
    shapes: Mapping[str, Any],
    tooltip: Sequence[tuple[str, str]],
    *,
    legend: Mapping[str, Any] | None,
    **mark: Any,
) -> dict[str, Any]:
    """Shapes filled by `kind`, with their legend and the click that selects one by its `key`."""
    return {
        "transform": [joined(key, shapes)],
        "params": [
            {"name": PICKED, "select": {"type": "point", "fields": [key], "on": "click"}}
        ],
        "mark": {
            "type": "geoshape",
            "cursor": "pointer",
            "description": spoken(tooltip).to_dict(),
            **mark,
        },
        "encoding": {
            **SHAPE,
            "color": by_kind(colors, legend),
            **_edges(colors, legend),
            "tooltip": tips(tooltip),
        },
    }  # fmt: skip


def _edges(colors: Mapping[str, str], legend: Mapping[str, Any] | None) -> dict[str, Any]:
    """The line around the squares of the legend, as the shapes have it."""
    lines = ["@zero_edge" if color in ZERO else "@soft" for color in colors.values()]
    scale = {"domain": list(colors), "range": lines}
    kind = {"field": "kind", "type": "nominal", "scale": scale, "legend": legend}
    return {"stroke": kind} if legend and "@zero_edge" in lines else {}


def legend(*, is_whole: bool) -> dict[str, Any]:
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


def joined(key: str, shapes: Mapping[str, Any]) -> dict[str, Any]:
    """The lookup that gives each row its shape."""
    return {"lookup": key, "from": {"data": dict(shapes), "key": "id"}, "as": "shape"}


def line(color: str, width: float, **more: Any) -> dict[str, Any]:
    """A shape that is only a line: it takes no click and nobody reads it out.

    A transparent fill would take the clicks of the shape beneath.
    """
    return {
        "type": "geoshape", "filled": False, "fill": None, "aria": False, "stroke": color,
        "strokeWidth": width, "strokeJoin": "round", **more,
    }  # fmt: skip


def edged(
    colors: Mapping[str, str], key: str, shapes: Mapping[str, Any], **more: Any
) -> list[dict[str, Any]]:
    """The line around the shapes of a count of zero: they are told apart in gray as well."""
    kinds = [kind for kind, color in colors.items() if color in ZERO]
    edge = {
        "transform": [{"filter": {"field": "kind", "oneOf": kinds}}, joined(key, shapes)],
        "mark": line("@zero_edge", 1.4, **more),
        "encoding": SHAPE,
    }
    return [edge] if kinds else []


def names(field: str, fits: str, halo: float, **more: Any) -> dict[str, Any]:
    """Names of the shapes that are wide enough for them, on a rim of paper `halo` wide or none."""
    mark: dict[str, Any] = {"type": "text", "style": "quiet", "color": "@ink", "aria": False}
    if halo:
        mark |= {"stroke": "@paper", "strokeWidth": halo, "strokeJoin": "round", "opacity": 0.85}
    return {
        "transform": [{"filter": fits}],
        "mark": {**mark, **more},
        "encoding": {
            **spot("spot_lon", "spot_lat"),
            "text": written(field),
        },
    }
