"""Names at the left, thin bars at their dates, a few dated lines; on a phone names over bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import at_the_top, by_kind, pixels, tips, written
from lib.charts.spec import NARROW, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Pixels: a row and the words over a group of rows, on a desk and on a phone; a lane of labels.
ROW, HEADING, LANE = 20, 20, 15
TALL, TALL_HEADING = 36, 28
#: Pixels of the names at the left of a wide screen.
LEFT = 430
#: The width from which the first and the last line are named.
WIDE = 700


def rows_at(headed: Sequence[bool], lanes: int) -> tuple[dict[str, list[float]], int, int]:
    """Where each row is, with words over the rows that are `headed`, under `lanes` of labels.

    Returns:
        Columns `y` and `narrow_y` (pixels from the top to the middle of a row), the height, and
        that on a phone.
    """
    columns: dict[str, list[float]] = {}
    heights = []
    for name, row, heading in (("y", ROW, HEADING), ("narrow_y", TALL, TALL_HEADING)):
        at = float(lanes * LANE + 6)
        columns[name] = []
        for is_headed in headed:
            at += heading * is_headed
            columns[name].append(at + row / 2)
            at += row
        heights.append(round(at) + 4)
    return columns, heights[0], heights[1]


@form()
def gantt(
    colors: Mapping[str, str],
    *,
    years: tuple[int, int],
    heights: tuple[int, int],
    tooltip: Sequence[tuple[str, str]],
    line_tooltip: Sequence[tuple[str, str]],
    precisions: Sequence[str] = ("day", "month", "year"),
) -> dict[str, Any]:
    """Bars by row beside their names, and numbered lines over them.

    Needs columns `part` ("bar" or "line"), `y` and `narrow_y` (as `rows_at` gives them; of a line:
    where its label is), `begin` and `end` (decimal years, missing where not known), `low` and
    `high` (the same, widened by an open end), `kind` (a key of `colors`, for bars), `name`,
    `beside` (words at the bar), `heading` (words over the first row of a group, else empty),
    `number` (a line's number), `called` (a line's name where it is written, else empty), `precise`
    (a line's "day", "month" or "year") and those of the tooltips.

    `heights`, on a wide screen and on a phone, are as `rows_at` gives them; `tooltip` is a bar's,
    `line_tooltip` a line's. `precisions` are those of the lines: a layer without a mark would be an
    unnamed graphic to a screen reader.
    """
    tall, narrow = heights
    held = set(precisions)
    return {
        "height": tall,
        "params": [
            {"name": "slim", "expr": f"width < {NARROW}"},
            {"name": "height", "expr": f"slim ? {narrow} : {tall}"},
            {"name": "edge", "expr": f"slim ? 4 : min({LEFT}, width * 0.42)"},
            {"name": "stretch", "expr": f"height / (slim ? {narrow} : {tall})"},
        ],
        "transform": [
            {"calculate": "(slim ? datum.narrow_y : datum.y) * stretch", "as": "middle"},
            {"calculate": "datum.middle + (slim ? 8 : 0)", "as": "bar_y"},
            {"calculate": "datum.middle - (slim ? 7 : 0)", "as": "name_y"},
            {"calculate": f"datum.middle - (slim ? {TALL} : {ROW}) * stretch", "as": "head_y"},
        ],
        "layer": [
            *_lines(years, line_tooltip, held),
            *_bars(colors, years, tooltip),
            *_names(),
            *(_labels(years) if held else []),
        ],
    }


def _x(years: tuple[int, int], field: str = "begin") -> dict[str, Any]:
    return at_the_top(field, years, 8, labelFlush=False)


def _lines(
    years: tuple[int, int], tooltip: Sequence[tuple[str, str]], held: set[str]
) -> list[dict[str, Any]]:
    """Dashed lines for days and months; a year-only date shades its year."""
    words = spoken(tooltip).to_dict()
    common: dict[str, Any] = {"color": "@plum", "description": words}
    encoding = {
        "x": _x(years),
        "y": pixels("middle"),
        "y2": {"value": "height"},
        "tooltip": tips(tooltip),
    }
    shade = {
        "transform": [{"filter": "datum.part == 'line' && datum.precise == 'year'"}],
        "mark": {"type": "rect", "opacity": 0.13, "fill": "@plum", "description": words},
        "encoding": {**encoding, "x2": {"field": "end"}},
    }
    dash = {
        "transform": [{"filter": "datum.part == 'line' && datum.precise != 'year'"}],
        "mark": {
            "type": "rule", "strokeDash": [4, 3], "strokeWidth": 1.3,
            **common,
        },
        "encoding": encoding,
    }  # fmt: skip
    return [*([shade] if "year" in held else []), *([dash] if held - {"year"} else [])]


def _bars(
    colors: Mapping[str, str], years: tuple[int, int], tooltip: Sequence[tuple[str, str]]
) -> list[dict[str, Any]]:
    """The bars, and a thin dashed tail where the source states no start or no end."""
    color = by_kind(colors)
    dated = "datum.part == 'bar' && isValid(datum.begin)"
    words = spoken(tooltip).to_dict()
    touched = tips(tooltip)
    return [
        {
            "transform": [{"filter": dated}],
            "mark": {"type": "rule", "strokeWidth": 2, "strokeDash": [3, 3], "aria": False},
            "encoding": {
                "x": _x(years, "low"), "x2": {"field": "high"}, "y": pixels("bar_y"), "color": color,
            },
        },
        {
            "transform": [{"filter": dated}],
            "mark": {"type": "rule", "strokeWidth": 8, "description": words},
            "encoding": {
                "x": _x(years), "x2": {"field": "end"}, "y": pixels("bar_y"), "color": color,
                "tooltip": touched,
            },
        },
        {  # a day or a month is too thin for a bar at this scale: a dot marks it
            "transform": [{"filter": f"{dated} && datum.end - datum.begin < 0.1"}],
            "mark": {
                "type": "point", "filled": True, "size": 80, "opacity": 1, "description": words,
            },
            "encoding": {"x": _x(years), "y": pixels("bar_y"), "color": color, "tooltip": touched},
        },
    ]  # fmt: skip


#: Text is drawn twice, first in paper, so that lines do not cross it.
GROUND: Mapping[str, Any] = {"stroke": "@paper", "strokeWidth": 4, "strokeJoin": "round"}


def _grounded(field: str, y: str, ink: str, mark: dict[str, Any]) -> list[dict[str, Any]]:
    """The text of `field` in each row of a bar, on a ground of paper."""
    base = {"type": "text", "align": "left", "baseline": "middle", "aria": False, **mark}
    return [
        {
            "transform": [{"filter": f"datum.part == 'bar' && datum.{field} != ''"}],
            "mark": each,
            "encoding": {"y": pixels(y), "text": written(field)},
        }
        for each in ({**base, **GROUND, "color": "@paper"}, {**base, "color": ink})
    ]


def _names() -> list[dict[str, Any]]:
    """The names at the left, the words over a group, and a quiet word at each bar."""
    after, before = "scale('x', datum.high) + 8", "scale('x', datum.low) - 8"
    right = "!isValid(datum.begin) || scale('x', datum.high) < (width + edge) * 0.5"
    name = {
        "x": 0,
        "fontSize": {"expr": "slim ? 12 : 13"},
        "limit": {"expr": "slim ? width : edge - 14"},
    }
    heading = {"x": 0, "style": "label", "fontSize": 13, "fontWeight": 700}
    beside = {
        "style": "quiet",
        "fontSize": 12,
        "align": {"expr": f"{right} ? 'left' : 'right'"},
        "limit": {
            "expr": f"slim ? 1 : !isValid(datum.begin) ? width - edge : "
            f"{right} ? width - ({after}) : {before} - edge"
        },
        # On a phone there is no room beside a bar: the words are in the table and the tooltip.
        "opacity": {"expr": "slim ? 0 : 1"},
        "x": {"expr": f"!isValid(datum.begin) ? edge : {right} ? {after} : {before}"},
    }
    return [
        *_grounded("name", "name_y", "@ink", name),
        *_grounded("heading", "head_y", "@soft", heading),
        *_grounded("beside", "bar_y", "@soft", beside),
    ]


def _labels(years: tuple[int, int]) -> list[dict[str, Any]]:
    """The number of each line at its top, the first and the last with their names."""
    named = f"width > {WIDE} && datum.called != ''"
    left = "datum.number == '1'"
    return [
        {
            "transform": [
                {"filter": "datum.part == 'line'"},
                {
                    "calculate": f"{named} ? ({left} ? datum.called + '  ' + datum.number : "
                    "datum.number + '  ' + datum.called) : datum.number",
                    "as": "written",
                },
            ],
            "mark": {
                "type": "text", "style": "event", "baseline": "middle", "color": "@plum",
                "fontSize": 12, "aria": False,
                "align": {"expr": f"{named} && {left} ? 'right' : 'left'"},
                "dx": {"expr": f"{named} && {left} ? -4 : 3"},
            },
            "encoding": {
                "x": _x(years),
                "y": pixels("middle"),
                "text": written("written"),
            },
        }
    ]  # fmt: skip
