"""Two columns of names, each under its own words; on a phone one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import by_kind, pixels, tips, written
from lib.charts.spec import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The width, in pixels, from which the two columns are side by side.
TWO = 620

#: Pixels a name takes on a desk and under a thumb, and between the columns.
LINE, THUMB, GUTTER = 23, 26, 36
#: Room for the mark before a name.
MARK = 18


@form()
def named(
    colors: Mapping[str, str],
    *,
    lines: tuple[int, int],
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """Names in two columns, with a quiet word at the right of each.

    Needs columns `column` (0 or 1), `line` (number from 0, within its column), `name_words` (the
    name), `quiet` (the word at the right), `kind` (a key of `colors`), `head` (the words over a
    column, on its first row, else empty) and those of `tooltip`. `colors` are those of the mark
    before the name; `lines` is how many names the two columns have.
    """
    first, second = lines
    # A column without a name has no head, so it takes no room when they are one under the other.
    below = first + 2 if first else 0
    whole = below + second + 1 if second else first + 1
    side = max(first, second, 1) + 1
    params: list[dict[str, Any]] = [
        {"name": "two", "expr": f"width >= {TWO}"},
        {"name": "height", "expr": f"two ? {side * LINE} : {whole * THUMB}"},
        {"name": "step", "expr": f"height / (two ? {side} : {whole})"},
        # A slide gives the chart a height of its own: the names are then as large as their lines.
        {"name": "own", "expr": f"abs(step - (two ? {LINE} : {THUMB})) < 0.01"},
        {"name": "wide", "expr": f"two ? (width - {GUTTER}) / 2 : width"},
    ]
    # On a phone a name needs the whole width: what is quiet is in the table and the tooltip.
    quiet = "(wide < 420 ? 1 : min(185, wide * 0.36))"
    return {
        "height": side * LINE,
        "params": params,
        "transform": [
            {"calculate": f"two ? datum.column * (wide + {GUTTER}) : 0", "as": "x"},
            {"calculate": f"two ? 0 : datum.column * {below}", "as": "from"},
            {"calculate": "(datum.from + datum.line + 1.5) * step", "as": "y"},
            {"calculate": "(datum.from + 0.5) * step", "as": "top"},
        ],
        "layer": [
            _head(),
            _rule(),
            _mark(colors, tooltip),
            _text("name_words", f"datum.x + {MARK}", "@ink", limit=f"wide - {MARK + 8} - {quiet}"),
            _text(
                "quiet",
                "datum.x + wide",
                "@soft",
                align="right",
                limit=quiet,
                opacity="wide < 420 ? 0 : 1",
            ),
        ],
    }


def _text(
    field: str, x: str, color: str, *, limit: str, align: str = "left", opacity: str = "1"
) -> dict[str, Any]:
    return {
        "transform": [{"calculate": x, "as": "left"}],
        "mark": {
            "type": "text", "align": align, "baseline": "middle", "aria": False, "color": color,
            "fontSize": {"expr": "own ? 13 : min(17, step * 0.88)"}, "limit": {"expr": limit},
            "opacity": {"expr": opacity},
        },
        "encoding": {
            "x": pixels("left"), "y": pixels("y"), "text": written(field),
        },
    }  # fmt: skip


def _head() -> dict[str, Any]:
    """The words over each column."""
    return {
        "transform": [{"filter": "datum.head != ''"}],
        "mark": {
            "type": "text", "style": "label", "align": "left", "baseline": "middle",
            "color": "@ink", "aria": False, "fontWeight": 700, "limit": {"expr": "wide"},
            "fontSize": {"expr": "own ? 14 : min(18, step * 0.92)"},
        },
        "encoding": {
            "x": pixels("x"), "y": pixels("top"), "text": written("head"),
        },
    }  # fmt: skip


def _rule() -> dict[str, Any]:
    """A line under each head."""
    return {
        "transform": [
            {"filter": "datum.head != ''"},
            {"calculate": "datum.x + wide", "as": "right"},
            {"calculate": "datum.top + step * 0.46", "as": "under"},
        ],
        "mark": {"type": "rule", "color": "@soft", "strokeWidth": 0.8, "aria": False},
        "encoding": {"x": pixels("x"), "x2": {"field": "right"}, "y": pixels("under")},
    }


def _mark(colors: Mapping[str, str], tooltip: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A square before each name."""
    return {
        "transform": [{"calculate": "datum.x + 6", "as": "left"}],
        "mark": {
            "type": "point", "shape": "square", "filled": True, "opacity": 1, "size": 90,
            "stroke": "@soft", "strokeWidth": 0.8, "description": spoken(tooltip).to_dict(),
        },
        "encoding": {
            "x": pixels("left"),
            "y": pixels("y"),
            "color": by_kind(colors),
            "tooltip": tips(tooltip),
        },
    }  # fmt: skip
