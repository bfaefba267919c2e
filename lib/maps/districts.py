"""The districts of a chamber in classes, and the outline of one with its sites as dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.spec import NARROW
from lib.maps.choropleth import SHAPES_URL
from lib.maps.counties import placed
from lib.maps.dots import Dot, Name, dots
from lib.maps.shaped import edged, filled, legend, line, names, topology

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame


#: The height of the map of one district, in pixels.
DOTS_HEIGHT = 500


def district_url(chamber: str) -> str:
    """Where the outlines of a chamber are served; exports put the bundled ones in its place."""
    return f"app/static/ca_{chamber}.topo.json"


def _shapes(chamber: str) -> dict[str, Any]:
    return topology(district_url(chamber), "districts")


def _counties(width: float, dash: list[int], color: str = "@soft") -> dict[str, Any]:
    """The lines of the counties, for orientation."""
    return {
        "data": topology(SHAPES_URL, "counties"),
        "mark": line(color, width, strokeDash=dash, clip=True),
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
    gives its `district`. `frame` is the part of the plane that is shown; `is_whole` is True for
    the whole state, which leaves its upper right free for the legend; `height` includes the legend.
    """
    fits = "datum.spot_width * k > 18 && datum.spot_height * k > 6"
    return {
        "height": height,
        **placed(frame, colors, None, is_whole=is_whole, height=height),
        "layer": [
            filled(
                colors, "district", _shapes(chamber), tooltip,
                legend=legend(is_whole=is_whole), stroke="@soft", strokeWidth=0.8, clip=True,
            ),
            *edged(colors, "district", _shapes(chamber), clip=True),
            _counties(0.6, [2, 3], "@earlier_mark"),
            *(names("district", fits, halo, clip=True) for halo in (3, 0)),
        ],
    }  # fmt: skip


@form()
def district_dots(
    kinds: Mapping[str, Dot],
    *,
    chamber: str,
    district: str,
    named: Mapping[str, Name],
    frame: Frame,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """The outline of one district with a dot a site, over faint counties and neighbors.

    Needs the columns of `dots`, whose `kinds` and `frame` these are. `district` is its number as
    text; `named` are anything -> the name of what is around it.
    """
    spec = dots(kinds, county="", neighbors=named, frame=frame, tooltip=tooltip)
    others, own = dict(spec["layer"][0]), dict(spec["layer"][1])
    others |= {"data": _shapes(chamber), "transform": [{"filter": f"datum.id != '{district}'"}]}
    own |= {"data": _shapes(chamber), "transform": [{"filter": f"datum.id == '{district}'"}]}
    rim = {**own, "mark": line("@ink", 1.8, clip=True)}
    ground = [others, own, _counties(0.7, [3, 3]), rim]
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
