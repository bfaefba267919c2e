"""Small multiples: one panel a count, all on one scale of years and shares, never one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import pixels, tips, written
from lib.charts.spec import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The widths, in pixels, from which there are two and three panels side by side.
TWO, THREE = 300, 760

#: Pixels: words over a panel, its plot, its years, between two panels.
HEAD, PLOT, FOOT, GAP = 46, 96, 22, 12
#: Pixels kept at the left for the shares, between panels, and at the right for a last label.
LEFT, GUTTER, RIGHT = 38, 22, 20
#: The shares that have a line.
TICKS = (0.0, 0.5, 1.0)


@form()
def panels(
    *, count: int, years: tuple[int, int], tooltip: Sequence[tuple[str, str]], color: str = "@teal"
) -> dict[str, Any]:
    """Shares of a count by year in a panel of its own; a line only where two years may be joined.

    Needs columns `panel` (number from 0), `year`, `value` (0..1), `label` (text at the dot),
    `from_year` and `from_value` (the dot that a line comes from, missing where none may), `title`
    and `base` (the words over a panel, on its first row, else empty) and those of `tooltip`.
    `count` is the number of panels, `years` are the first and last year of each; `color` is the
    token of dots and lines.
    """
    cell = HEAD + PLOT + FOOT + GAP
    rows = {n: -(-count // n) for n in (1, 2, 3)}
    natural = f"{cell} * (across == 3 ? {rows[3]} : across == 2 ? {rows[2]} : {rows[1]})"
    spread = f"(wide - {LEFT + RIGHT}) / {years[1] - years[0]}"
    return {
        "height": rows[3] * cell,
        "params": [
            {"name": "across", "expr": f"width >= {THREE} ? 3 : width >= {TWO} ? 2 : 1"},
            {"name": "height", "expr": natural},
            {"name": "wide", "expr": f"(width - {GUTTER} * (across - 1)) / across"},
            {"name": "tall", "expr": f"height / ({natural}) * {cell}"},
            {"name": "plot", "expr": f"tall - {cell - PLOT}"},
        ],
        "transform": [
            {"calculate": f"(datum.panel % across) * (wide + {GUTTER})", "as": "left"},
            {"calculate": "floor(datum.panel / across) * tall", "as": "top"},
            {"calculate": f"datum.left + {LEFT} + (datum.year - {years[0]}) * {spread}", "as": "x"},
            {"calculate": f"datum.top + {HEAD} + (1 - datum.value) * plot", "as": "y"},
        ],
        "layer": [
            *_grid(years),
            *_words(),
            _link(years, spread, color),
            *_dots(color, tooltip),
        ],
    }


def _text(
    field: str, x: str, y: str, steps: Sequence[dict[str, Any]], **mark: Any
) -> dict[str, Any]:
    return {
        "transform": list(steps),
        "mark": {"type": "text", "baseline": "middle", "aria": False, **mark},
        "encoding": {"x": pixels(x), "y": pixels(y), "text": written(field)},
    }


FIRST = {"filter": "datum.title != ''"}


def _grid(years: tuple[int, int]) -> list[dict[str, Any]]:
    """The lines of the shares with their words at the left, and the first and last year."""
    layers: list[dict[str, Any]] = []
    for share in TICKS:
        steps = [
            FIRST,
            {"calculate": f"datum.left + {LEFT}", "as": "begin"},
            {"calculate": f"datum.left + wide - {RIGHT}", "as": "end"},
            {"calculate": f"datum.left + {LEFT - 6}", "as": "before"},
            {"calculate": f"datum.top + {HEAD} + {1 - share} * plot", "as": "at"},
            {"calculate": f"'{share:.0%}'", "as": "said"},
        ]
        layers += [
            {
                "transform": steps,
                "mark": {"type": "rule", "color": "@rule", "strokeWidth": 1, "aria": False},
                "encoding": {"x": pixels("begin"), "x2": {"field": "end"}, "y": pixels("at")},
            },
            _text("said", "before", "at", steps, color="@soft", align="right", fontSize=11.5),
        ]
    for year, x, align in (
        (years[0], f"datum.left + {LEFT}", "left"),
        (years[1], f"datum.left + wide - {RIGHT}", "right"),
    ):
        steps = [
            FIRST,
            {"calculate": x, "as": "at"},
            {"calculate": f"datum.top + {HEAD} + plot + 12", "as": "under"},
            {"calculate": f"'{year}'", "as": "said"},
        ]
        layers.append(
            _text("said", "at", "under", steps, color="@soft", align=align, fontSize=11.5)
        )
    return layers


def _words() -> list[dict[str, Any]]:
    """What a panel counts, and of which hospitals."""
    limit = {"expr": "wide - 4"}
    name = [FIRST, {"calculate": "datum.top + 9", "as": "at"}]
    base = [FIRST, {"calculate": "datum.top + 25", "as": "at"}]
    return [
        _text("title", "left", "at", name, color="@ink", align="left", fontSize=13,
              fontWeight=700, limit=limit),
        _text("base", "left", "at", base, color="@soft", align="left", fontSize=12, limit=limit),
    ]  # fmt: skip


def _link(years: tuple[int, int], spread: str, color: str) -> dict[str, Any]:
    """A line between two years of one count that asked the same hospitals."""
    return {
        "transform": [
            {"filter": "isValid(datum.from_year)"},
            {
                "calculate": f"datum.left + {LEFT} + (datum.from_year - {years[0]}) * {spread}",
                "as": "from_x",
            },
            {
                "calculate": f"datum.top + {HEAD} + (1 - datum.from_value) * plot",
                "as": "from_y",
            },
        ],
        "mark": {"type": "rule", "color": color, "strokeWidth": 2, "aria": False},
        "encoding": {
            "x": pixels("from_x"), "x2": {"field": "x"}, "y": pixels("from_y"), "y2": {"field": "y"},
        },
    }  # fmt: skip


def _dots(color: str, tooltip: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """The dots, each with its share over it."""
    words = spoken(tooltip).to_dict()
    return [
        {
            "mark": {
                "type": "point", "filled": True, "opacity": 1, "size": 70, "color": color,
                "description": words,
            },
            "encoding": {
                "x": pixels("x"),
                "y": pixels("y"),
                "tooltip": tips(tooltip),
            },
        },
        {
            "transform": [{"filter": "datum.label != ''"}],
            "mark": {
                "type": "text", "baseline": "bottom", "aria": False, "color": "@ink", "fontSize": 12.5,
                "dy": -7,
                # Where dots are close, the first label runs to the left, out of the next one's way.
                "align": {"expr": "wide < 220 && datum.title != '' ? 'right' : 'center'"},
                "dx": {"expr": "wide < 220 && datum.title != '' ? 6 : 0"},
            },
            "encoding": {
                "x": pixels("x"), "y": pixels("y"), "text": written("label"),
            },
        },
    ]  # fmt: skip
