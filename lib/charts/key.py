"""The key of a drawing that has none of its own: a mark and its words, one a line."""

from __future__ import annotations

from typing import Any

from lib.charts.form import form
from lib.charts.raw import written

#: Pixels a line takes.
LINE = 22


@form()
def key(*, count: int, shape: str) -> dict[str, Any]:
    """A mark in `color` and its `label`, in the order of the rows.

    Needs columns `line` (number from 0), `color` (a token) and `label`. `shape` is "square" for
    areas, "circle" for points.
    """
    at = {"expr": f"datum.line * {LINE} + {LINE // 2}"}
    return {
        "height": count * LINE,
        "layer": [
            {
                "mark": {
                    "type": "point",
                    "shape": shape,
                    "filled": True,
                    "size": 150,
                    "opacity": 1,
                    "stroke": "@soft",
                    "strokeWidth": 1,
                    "x": 9,
                    "y": at,
                },
                "encoding": {"fill": {"field": "color", "type": "nominal", "scale": None}},
            },
            {
                "mark": {
                    "type": "text",
                    "style": "quiet",
                    "color": "@ink",
                    "align": "left",
                    "baseline": "middle",
                    "x": 26,
                    "y": at,
                },
                "encoding": {"text": written("label")},
            },
        ],
    }
