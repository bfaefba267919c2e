"""The districts of a chamber in classes, and the outline of one with its sites as dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.spec import NARROW, spoken
from lib.maps.choropleth import SHAPES_URL
from lib.maps.counties import PICKED, placed
from lib.maps.dots import Dot, dots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame


#: The height of the map of one district, in pixels.
DOTS_HEIGHT = 500


def district_url(chamber: str) -> str:
    """Where the outlines of a chamber are served; exports put the bundled ones in its place."""
    return f"app/static/ca_{chamber}.topo.json"


def _shapes(chamber: str) -> dict[str, Any]:
    return {
        "url": district_url(chamber),
        "format": {"type": "topojson", "feature": "districts"},
    }


def _line(color: str, width: float, **more: Any) -> dict[str, Any]:
    """A shape that is only a line: it takes no click and nobody reads it out."""
    return {
        "type": "geoshape", "filled": False, "fill": None, "stroke": color, "strokeWidth": width,
        "strokeJoin": "round", "clip": True, "aria": False, **more,
    }  # fmt: skip


def _counties(color: str, width: float, **more: Any) -> dict[str, Any]:
    """The lines of the counties, for orientation."""
    return {
        "data": {"url": SHAPES_URL, "format": {"type": "topojson", "feature": "counties"}},
        "mark": _line(color, width, **more),
    }


@form()
def districts(
    colors: Mapping[str, str],
    *,
    chamber: str,
    tooltip: Sequence[tuple[str, str]],
    frame: Frame,
    is_whole: bool,
    height: int = 600,
) -> dict[str, Any]:
    """The districts of a chamber filled by `kind`, numbered where there is room.

    Needs columns `district` (the number as text), `kind` (a key of `colors`), `spot_lon`,
    `spot_lat`, `spot_width`, `spot_height` (see `geometry.Spot`) and those of `tooltip`. A click
    gives its `district`.

    Args:
        colors: kind -> color token, in the order of the legend.
        chamber: whose outlines.
        tooltip: (field, label) pairs of formatted text.
        frame: the part of the plane that is shown.
        is_whole: True for the whole state, which leaves its upper right free for the legend.
        height: pixels, the legend included.
    """
    return {
        "height": height,
        **placed(frame, colors, None, is_whole=is_whole, height=height),
        "layer": [
            _fill(colors, chamber, tooltip, is_whole=is_whole),
            _counties("@earlier_mark", 0.6, strokeDash=[2, 3]),
            *(_numbers(stroke) for stroke in ("@paper", None)),
        ],
    }


def _fill(
    colors: Mapping[str, str],
    chamber: str,
    tooltip: Sequence[tuple[str, str]],
    *,
    is_whole: bool,
) -> dict[str, Any]:
    """The filled districts, their legend and the click that opens one."""
    return {
        "transform": [
            {
                "lookup": "district",
                "from": {"data": _shapes(chamber), "key": "id"},
                "as": "shape",
            }
        ],
        "params": [
            {"name": PICKED, "select": {"type": "point", "fields": ["district"], "on": "click"}}
        ],
        "mark": {
            "type": "geoshape",
            "stroke": "@soft",
            "strokeWidth": 0.8,
            "cursor": "pointer",
            "clip": True,
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


def _numbers(stroke: str | None) -> dict[str, Any]:
    """The numbers of the districts that are wide enough for them at the scale of the drawing."""
    mark: dict[str, Any] = {
        "type": "text", "style": "quiet", "color": "@ink", "aria": False, "clip": True,
    }  # fmt: skip
    if stroke:
        mark |= {"stroke": stroke, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.85}
    return {
        "transform": [{"filter": "datum.spot_width * k > 18 && datum.spot_height * k > 6"}],
        "mark": mark,
        "encoding": {
            "longitude": {"field": "spot_lon", "type": "quantitative"},
            "latitude": {"field": "spot_lat", "type": "quantitative"},
            "text": {"field": "district", "type": "nominal"},
        },
    }


@form()
def district_dots(
    kinds: Mapping[str, Dot],
    *,
    chamber: str,
    district: str,
    named: Mapping[str, tuple[str, float, float]],
    frame: Frame,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """The outline of one district with a dot a site, over faint counties and neighbors.

    Needs the columns of `dots`.

    Args:
        kinds: words of a kind -> its dot; also the legend, in this order.
        chamber: whose outlines.
        district: the number of the district, as text.
        named: anything -> words, longitude and latitude of what is named around it.
        frame: the part of the plane that is shown.
        tooltip: (field, label) pairs of formatted text.
    """
    spec = dots(kinds, county="", neighbors=named, frame=frame, tooltip=tooltip)
    others, own = dict(spec["layer"][0]), dict(spec["layer"][1])
    others |= {"data": _shapes(chamber), "transform": [{"filter": f"datum.id != '{district}'"}]}
    own |= {"data": _shapes(chamber), "transform": [{"filter": f"datum.id == '{district}'"}]}
    rim = {**own, "mark": _line("@ink", 1.8)}
    ground = [others, own, _counties("@soft", 0.7, strokeDash=[3, 3]), rim]
    names = spec["layer"][2]
    # A ground of paper: names lie over the lines.
    look = {"stroke": "@paper", "strokeWidth": 3, "strokeJoin": "round", "color": "@paper"}
    halo = {**names, "mark": {**names["mark"], **look}}
    # A tall district needs the height on a desk; a phone has no room to spare.
    height = {"name": "height", "expr": f"width < {NARROW} ? 340 : {DOTS_HEIGHT}"}
    return {
        **spec,
        "height": DOTS_HEIGHT,
        "params": [*spec["params"], height],
        "layer": [*ground, halo, *spec["layer"][2:]],
    }
