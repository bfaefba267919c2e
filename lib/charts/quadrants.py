"""Two measures against each other: a dot a place, corners named in words, outliers by name."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.naming import END, HEIGHT, LARGEST, LINE, SIDE, SLIM_HEIGHT
from lib.charts.raw import by_kind, tips, written
from lib.charts.spec import NARROW, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: A field whose largest value is so many times its middle one is drawn by its square root.
SKEWED = 8


@dataclass(frozen=True)
class Side:
    """One measure: its words, the d3 format of its axis, its ends, where it is cut, and its scale."""

    title: str
    number: str
    ends: tuple[float, float]
    cuts: tuple[float, ...] = ()
    is_root: bool = False

    def at(self, value: float) -> float:
        """Where a value stands, from 0 to 1."""
        low, high, here = (self._scaled(each) for each in (*self.ends, value))
        return (here - low) / (high - low) if high > low else 0.5

    def _scaled(self, value: float) -> float:
        return math.copysign(math.sqrt(abs(value)), value) if self.is_root else value


def side(
    values: Sequence[float], *, title: str, number: str, cuts: Sequence[float], from_zero: bool
) -> Side:
    """The axis of these values, none of them missing.

    `title` is the words of the measure, `number` its d3 format; `cuts` are where its classes begin;
    `from_zero` is True where zero is an answer.
    """
    low, high = min(values), max(values)
    middle = sorted(values)[len(values) // 2]
    is_root = low >= 0 and middle > 0 and high > SKEWED * middle
    if from_zero or is_root:
        ends = (min(0.0, low), high or 1.0)
    else:
        ends = (low, high if high > low else low + 1)
    inside = tuple(cut for cut in cuts if ends[0] < cut < ends[1])
    return Side(title, number, ends, inside, is_root)


@form()
def quadrants(
    colors: Mapping[str, str],
    *,
    across: Side,
    up: Side,
    corners: tuple[str, str, str, str],
    largest: float,
    tooltip: Sequence[tuple[str, str]],
    picked: str,
) -> dict[str, Any]:
    """A dot a row at `value` and `other`, sized by `size`, in the color of its `kind`.

    Needs columns `county_fips`, `name`, `value` and `other` (a row that lacks one is not drawn),
    `size` (number), `kind` (a key of `colors`), `selected` (True or False), `label_right`,
    `label_down`, `label_side` and the same with `slim_` before them (`named_at`; an empty side
    is no name), and those of `tooltip`.

    `across` is the measure of `value`, `up` that of `other`; `corners` are the words at the upper
    left, upper right, lower left and lower right; `largest` is the `size` of the largest dot.
    """
    encoding = {"x": _axis("value", across, is_across=True), "y": _axis("other", up)}
    held = {"filter": "isValid(datum.value) && isValid(datum.other)"}
    return {
        "height": HEIGHT,
        "params": [
            {"name": "slim", "expr": f"width < {NARROW}"},
            {"name": "height", "expr": f"slim ? {SLIM_HEIGHT} : {HEIGHT}"},
        ],
        "transform": [held],
        "layer": [
            _dots(colors, encoding, largest, tooltip, picked),
            *_cuts(across, up),
            *_corners(corners),
            _ring(encoding, largest),
            _leaders(encoding),
            *_names(encoding),
        ],
    }


def _axis(field: str, side: Side, *, is_across: bool = False) -> dict[str, Any]:
    """The scale of a side, which leaves the corners their words, and its quiet axis."""
    if is_across:
        spread: list[Any] = [SIDE, {"expr": f"width - {SIDE}"}]
        title = {"titleAnchor": "end", "titleLimit": {"expr": "width"}, "titlePadding": 8}
    else:
        spread = [{"expr": f"height - {END}"}, END]
        title = {
            "titleAngle": 0, "titleAnchor": "end", "titleAlign": "left", "titleX": 0,
            "titleY": -14, "titleBaseline": "bottom", "titleLimit": {"expr": "width"},
        }  # fmt: skip
    scale: dict[str, Any] = {
        "domain": list(side.ends), "range": spread, "nice": False, "zero": False,
    }  # fmt: skip
    if side.is_root:
        scale["type"] = "sqrt"
    return {
        "field": field, "type": "quantitative", "scale": scale,
        "axis": {
            "title": side.title, "format": side.number, "tickCount": 5, "grid": False,
            "domain": False, "ticks": False, "titleFontWeight": 400, **title,
        },
    }  # fmt: skip


def _size(largest: float) -> dict[str, Any]:
    scale = {"domain": [0, largest or 1], "range": [36, LARGEST]}
    return {"field": "size", "type": "quantitative", "scale": scale, "legend": None}


def _dots(
    colors: Mapping[str, str],
    encoding: Mapping[str, Any],
    largest: float,
    tooltip: Sequence[tuple[str, str]],
    picked: str,
) -> dict[str, Any]:
    return {
        "params": [
            {"name": picked, "select": {"type": "point", "fields": ["county_fips"], "on": "click"}}
        ],
        "mark": {
            "type": "circle", "opacity": 1, "stroke": "@ink", "strokeWidth": 0.8,
            "cursor": "pointer", "description": spoken(tooltip).to_dict(),
        },
        "encoding": {
            **encoding,
            "size": _size(largest),
            # Large dots first, so that a small one lies over them.
            "order": {"field": "size", "type": "quantitative", "sort": "descending"},
            "color": by_kind(colors),
            "tooltip": tips(tooltip),
        },
    }  # fmt: skip


def _cuts(across: Side, up: Side) -> list[dict[str, Any]]:
    """The lines at which the classes begin."""
    line = {"type": "rule", "stroke": "@earlier_mark", "strokeDash": [3, 3], "aria": False}
    return [
        {
            "data": {"values": [{"at": cut} for cut in side.cuts]},
            "mark": line,
            "encoding": {axis: {"field": "at", "type": "quantitative"}},
        }
        for axis, side in (("x", across), ("y", up))
        if side.cuts
    ]


def _corners(corners: tuple[str, str, str, str]) -> list[dict[str, Any]]:
    """The words in the corners; on a phone each takes half of the width."""
    return [
        {
            "data": {"values": [{"words": words}]},
            "mark": {
                "type": "text", "style": "quiet", "fontWeight": 600, "color": "@soft",
                "aria": False, "align": "right" if place % 2 else "left", "baseline": "middle",
                "x": {"expr": "width"} if place % 2 else 0,
                "y": {"expr": "height - 10"} if place > 1 else 9,
                "limit": {"expr": "width / 2 - 4"},
            },
            "encoding": {"text": written("words")},
        }
        for place, words in enumerate(corners)
    ]  # fmt: skip


def _ring(encoding: Mapping[str, Any], largest: float) -> dict[str, Any]:
    """The heavy line around the selected dot."""
    return {
        "transform": [{"filter": "datum.selected"}],
        "mark": {
            "type": "point", "filled": False, "fill": None, "opacity": 1, "stroke": "@ink",
            "strokeWidth": 3.5, "aria": False,
        },
        "encoding": {**encoding, "size": _size(largest)},
    }  # fmt: skip


def _leaders(encoding: Mapping[str, Any]) -> dict[str, Any]:
    """A fine line from a dot to a name that stands away from it."""
    down = "(slim ? datum.slim_label_down : datum.label_down)"
    reach = "sqrt(scale('size', datum.size) / PI)"
    y = f"scale('y', datum.other) + {down}"
    return {
        "transform": [{"filter": f"abs({down}) > {LINE}"}],
        "mark": {
            "type": "rule", "stroke": "@soft", "strokeWidth": 0.8, "aria": False,
            "y": {"expr": f"scale('y', datum.other) + ({down} > 0 ? 1 : -1) * {reach}"},
            "y2": {"expr": f"{y} + ({down} > 0 ? -1 : 1) * {LINE / 2 - 1}"},
        },
        "encoding": {"x": encoding["x"]},
    }  # fmt: skip


def _names(encoding: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The names that have a place at this width, and that of the selected dot, on paper."""
    side = "(slim ? datum.slim_label_side : datum.label_side)"
    named = {"filter": f"{side} != '' || datum.selected"}
    base = {
        "type": "text", "style": "label", "fontWeight": 400, "fontSize": 12.5, "aria": False,
        "align": {"expr": f"{side} || 'center'"}, "baseline": "middle",
        "x": {"expr": "scale('x', datum.value) + (slim ? datum.slim_label_right : datum.label_right)"},
        "y": {
            "expr": f"scale('y', datum.other) + ({side} == '' ? -16 : "
            "slim ? datum.slim_label_down : datum.label_down)"
        },
    }  # fmt: skip
    ground = {"stroke": "@paper", "strokeWidth": 3.5, "strokeJoin": "round"}
    return [
        {
            "transform": [named],
            "mark": {**base, **more, "color": color},
            "encoding": {"text": written("name")},
        }
        for more, color in ((ground, "@paper"), ({}, "@ink"))
    ]
