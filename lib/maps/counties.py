"""The map of one measure: classes, names that fit, a selected county, a frame to zoom to.

One drawing serves every measure and every year: shapes are fetched once by address, 58 short
rows are bound to them, and the outline of rural counties is switched inside the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.maps.choropleth import SHAPES_URL
from lib.maps.shaped import (
    MARGIN,
    SHAPE,
    filled,
    fitted,
    joined,
    line,
    names,
    topology,
    under_legend,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.geometry import Frame

#: Pixels a letter of a name takes at most, and the height of a line.
LETTER = 6.9
LINE = 12

SHAPES = topology(SHAPES_URL, "counties")


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
    fits = f"datum.spot_width * k > length(datum.name) * {LETTER} && datum.spot_height * k > {LINE}"
    layers = [
        filled(
            colors, "county_fips", SHAPES, tooltip,
            is_whole=is_whole, stroke="@soft", strokeWidth=0.7,
        ),
        _outline(
            {"field": "kind", "oneOf": list(outlined) or [""]}, "@soft", 1.3, strokeDash=[4, 3]
        ),
        _outline("datum.nonmetro && rural", "@ink", 1.8),
        _outline("datum.selected", "@paper", 6),
        _outline("datum.selected", "@ink", 3),
        names("name", fits, halo=3),
        names("name", fits, halo=0),
    ]  # fmt: skip
    # The whole state has nothing to be cut off, and cutting is half of the cost of its picture.
    for layer in layers:
        layer["mark"]["clip"] = not is_whole
    placed = under_legend(frame, len(colors), is_whole=is_whole)
    box = {"input": "checkbox", "name": outline_label}
    return {
        **placed,
        "height": height,
        "params": [*placed["params"], {"name": "rural", "value": False, "bind": box}],
        "layer": layers,
    }


def from_the_top(frame: Frame) -> dict[str, Any]:
    """The parts of a specification that draw `frame` as large as fits, in the upper left.

    What a narrow drawing leaves empty is then all below it, where a page can cut it off.
    """
    return fitted(frame, str(MARGIN), str(MARGIN))


def _outline(test: str | dict[str, Any], color: str, width: float, **more: Any) -> dict[str, Any]:
    """The lines around the counties that pass `test`."""
    return {
        "transform": [{"filter": test}, joined("county_fips", SHAPES)],
        # Often empty, and said in words elsewhere: nothing for a screen reader to announce.
        "mark": line(color, width, **more),
        "encoding": SHAPE,
    }
