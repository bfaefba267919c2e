"""The map of one measure: classes, names that fit, a selected county, a frame to zoom to.

One drawing serves every measure and every year: shapes are fetched once by address, 58 short
rows are bound to them, and the outline of rural counties is switched inside the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.spec import NARROW
from lib.maps.choropleth import SHAPES_URL
from lib.maps.crossed import CELL, SLIM_CELL, key_layers
from lib.maps.shaped import (
    LEGEND_ROW,
    MARGIN,
    SHAPE,
    edged,
    filled,
    fitted,
    joined,
    legend,
    line,
    names,
    projected,
    topology,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.maps.crossed import Crossed
    from lib.maps.geometry import Frame

#: Pixels a letter of a name takes at most, and the height of a line.
LETTER = 6.9
LINE = 12

#: The free corner at the upper right of the whole state, in parts of its width and height: the
#: eastern line runs straight down to the first place, then aslant to the second.
CORNER = ((0.41, 0.28), (0.95, 0.72))
#: Pixels of a letter of the legend and of its square.
KEY_LETTER, KEY_SQUARE = 5.3, 24

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
    is_outlined: bool = False,
    height: int = 700,
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
    fits = f"datum.spot_width * k > length(datum.name) * {LETTER} && datum.spot_height * k > {LINE}"
    layers = [
        filled(
            colors, "county_fips", SHAPES, tooltip,
            legend=None if crossed else legend(is_whole=is_whole), stroke="@soft", strokeWidth=0.7,
        ),
        _outline(
            {"field": "kind", "oneOf": list(outlined) or [""]}, "@soft", 1.3, strokeDash=[4, 3]
        ),
        *edged(colors, "county_fips", SHAPES),
        _outline("datum.nonmetro && rural", "@ink", 1.8),
        _outline("datum.selected", "@paper", 6),
        _outline("datum.selected", "@ink", 3),
        names("name", fits, halo=3),
        names("name", fits, halo=0),
    ]  # fmt: skip
    # The whole state has nothing to be cut off, and cutting is half of the cost of its picture.
    for layer in layers:
        layer["mark"]["clip"] = not is_whole
    box = {"input": "checkbox", "name": outline_label}
    place = placed(frame, colors, crossed, is_whole=is_whole, height=height)
    return {
        "height": height,
        **place,
        "params": [*place["params"], {"name": "rural", "value": is_outlined, "bind": box}],
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
        "projection": projected(frame, left, f"{MARGIN} + drop"),
    }


def _boxes(colors: Mapping[str, str]) -> list[tuple[float, float]]:
    """How far each line of the legend reaches from the right edge and down."""
    return [
        (KEY_SQUARE + KEY_LETTER * len(kind), LEGEND_ROW * (line + 1))
        for line, kind in enumerate(colors)
    ]


def _drop(boxes: Sequence[tuple[float, float]], tall: float) -> str:
    """Pixels by which the whole state stands lower on a phone, so that it clears its key.

    `boxes` are how far each line of the key reaches from the right edge and down, `tall` is the
    height of the state in parts of its width.
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
    return fitted(frame, str(MARGIN), str(MARGIN))


def _outline(test: str | dict[str, Any], color: str, width: float, **more: Any) -> dict[str, Any]:
    """The lines around the counties that pass `test`."""
    return {
        "transform": [{"filter": test}, joined("county_fips", SHAPES)],
        # Often empty, and said in words elsewhere: nothing for a screen reader to announce.
        "mark": line(color, width, **more),
        "encoding": SHAPE,
    }
