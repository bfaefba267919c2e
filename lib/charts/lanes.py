"""Dated things as dots in lanes by kind, a few of them named; on a phone each lane has a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from lib.charts.form import form
from lib.charts.raw import at_the_top, by_kind, pixels, tips, written
from lib.charts.spec import NARROW, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Pixels: a dot's room, a line of words, air around a lane, the axis at the top.
DOT, WORDS, AIR, AXIS = 14, 17, 9, 8
#: Pixels of the names of the lanes at the left, and the widths for which labels find room.
LEFT, WIDE, SLIM = 170, 1000, 340
#: Pixels of a letter of a label.
LETTER = 6.3


@dataclass(frozen=True)
class Laid:
    """Where everything in the lanes is, for a wide screen and for a phone."""

    columns: dict[str, list[float]]
    height: int
    narrow: int


def laid(
    lanes: Sequence[str],
    at: Sequence[float],
    labels: Sequence[str],
    years: tuple[int, int],
    *,
    left: int = LEFT,
) -> Laid:
    """Dots that would cover each other are stacked; a named one is at the foot of its stack.

    Args:
        lanes: the lane of each row; the rows of a lane follow each other.
        at: its moment, in decimal years.
        labels: its label, or an empty text.
        years: first and last year of the axis.
        left: pixels kept for the names of the lanes on a wide screen.

    Returns:
        `y` (a dot), `label_y` (its label) and `lane_y` (the name of its lane), each also as
        `narrow_...` for a phone: pixels from the top.
    """
    wide = _laid(lanes, at, labels, years, room=WIDE - left, named=False)
    slim = _laid(lanes, at, labels, years, room=SLIM, named=True)
    columns = {**wide[0], **{f"narrow_{name}": found for name, found in slim[0].items()}}
    return Laid(columns, wide[1], slim[1])


def _laid(
    lanes: Sequence[str],
    at: Sequence[float],
    labels: Sequence[str],
    years: tuple[int, int],
    *,
    room: int,
    named: bool,
) -> tuple[dict[str, list[float]], int]:
    """The places for one width; `named` where the name of a lane is over its dots."""
    pixels = room / (years[1] - years[0])
    columns: dict[str, list[float]] = {"y": [], "label_y": [], "lane_y": []}
    top, begin = float(AXIS), 0
    for __, members in groupby(lanes):
        end = begin + len(list(members))
        x = [(moment - years[0]) * pixels for moment in at[begin:end]]
        stack = _stacked(x, [bool(label) for label in labels[begin:end]])
        lines = _lined(x, labels[begin:end], room)
        head = top + AIR + (WORDS if named else 0)
        foot = head + (max(stack) + 1) * DOT
        columns["y"] += [foot - (level + 0.5) * DOT for level in stack]
        columns["label_y"] += [foot + (max(line, 0) + 0.5) * WORDS for line in lines]
        bottom = foot + (max(lines) + 1) * WORDS + AIR
        middle = top + AIR + WORDS / 2 if named else foot - DOT / 2
        columns["lane_y"] += [middle] * (end - begin)
        top, begin = bottom, end
    return columns, round(top)


def _stacked(x: Sequence[float], named: Sequence[bool]) -> list[int]:
    """A level for each dot, 0 at the foot; the named ones choose first."""
    taken: list[list[float]] = []
    found = [0] * len(x)
    for place in sorted(range(len(x)), key=lambda p: (not named[p], x[p])):
        level = 0
        while level < len(taken) and any(abs(x[place] - other) < DOT for other in taken[level]):
            level += 1
        if level == len(taken):
            taken.append([])
        taken[level].append(x[place])
        found[place] = level
    return found


def _lined(x: Sequence[float], labels: Sequence[str], room: int) -> list[int]:
    """A line of words under the dots for each label, -1 for a row without one."""
    taken: list[list[tuple[float, float]]] = []
    found = [-1] * len(x)
    for place in sorted((p for p, label in enumerate(labels) if label), key=lambda p: x[p]):
        length = min(len(labels[place]) * LETTER, room)
        begin = max(0.0, min(x[place], room - length))
        line = 0
        while line < len(taken) and any(
            begin < end + LETTER and begin + length > start - LETTER for start, end in taken[line]
        ):
            line += 1
        if line == len(taken):
            taken.append([])
        taken[line].append((begin, begin + length))
        found[place] = line
    return found


@form()
def lanes(
    colors: Mapping[str, str],
    *,
    places: Laid,
    years: tuple[int, int],
    tooltip: Sequence[tuple[str, str]],
    left: int = LEFT,
) -> dict[str, Any]:
    """A dot a row at its moment, in the lane of its kind; those with a label are named.

    A date of which only the year is known is a hollow dot in the middle of its year.

    Needs columns `middle` (decimal years), `precise` ("day", "month" or "year"), `kind` (a key of
    `colors`), `lane` (the name of the lane, on its first row, else empty), `label` (text, or
    empty), those of `places` and those of `tooltip`.

    `places` says where everything is, as `laid` gives it, and `left` is the room that was kept
    there for the names of the lanes.
    """
    slim = f"width < {NARROW}"
    whole = f"(slim ? {places.narrow} : {places.height})"
    return {
        "height": places.height,
        "params": [
            {"name": "slim", "expr": slim},
            {"name": "height", "expr": f"slim ? {places.narrow} : {places.height}"},
            {"name": "edge", "expr": f"slim ? 8 : {left}"},
        ],
        "transform": [
            *(
                {
                    "calculate": f"(slim ? datum.narrow_{name} : datum.{name}) * height / {whole}",
                    "as": f"at_{name}",
                }
                for name in ("y", "lane_y")
            ),
            # Type is not pressed together with the lanes: a label keeps its distance to its dot.
            {
                "calculate": "datum.at_y + (slim ? datum.narrow_label_y - datum.narrow_y"
                " : datum.label_y - datum.y)",
                "as": "at_label_y",
            },
        ],
        "layer": [
            _lane_names(left),
            _dots(colors, years, tooltip),
            *_labels(),
        ],
    }


def _dots(
    colors: Mapping[str, str], years: tuple[int, int], tooltip: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """The dots: a named one is larger, one of a whole year is hollow."""
    color = by_kind(colors)
    return {
        "mark": {
            "type": "point", "strokeWidth": 2, "aria": True,
            "description": spoken(tooltip).to_dict(),
        },
        "encoding": {
            "x": at_the_top("middle", years, 10, tickCount=9),
            "y": pixels("at_y"),
            "stroke": color,
            "fill": {
                "condition": {"test": "datum.precise == 'year'", "value": "@paper"},
                **{key: value for key, value in color.items() if key != "legend"},
                "legend": None,
            },
            "size": {
                "condition": {"test": "datum.label != ''", "value": 110},
                "value": 46,
            },
            # What has no name stands back, so that the named ones are found.
            "opacity": {
                "condition": {"test": "datum.label != ''", "value": 1},
                "value": 0.65,
            },
            "tooltip": tips(tooltip),
        },
    }  # fmt: skip


def _labels() -> list[dict[str, Any]]:
    """The labels from their dots on, kept within the frame, on a ground of paper."""
    last = f"width - length(datum.label) * {LETTER}"
    base: dict[str, Any] = {
        "type": "text", "style": "label", "fontWeight": 400, "baseline": "middle", "aria": False,
        "fontSize": 12.5, "align": "left",
        "x": {"expr": f"max(slim ? 0 : edge, min(scale('x', datum.middle) - 5, {last}))"},
        "limit": {"expr": "slim ? width : width - edge"},
    }  # fmt: skip
    ground: dict[str, Any] = {"stroke": "@paper", "strokeWidth": 4, "strokeJoin": "round"}
    return [
        {
            "transform": [{"filter": "datum.label != ''"}],
            "mark": {**base, **more, "color": color},
            "encoding": {
                "y": pixels("at_label_y"),
                "text": written("label"),
            },
        }
        for more, color in ((ground, "@paper"), ({}, "@ink"))
    ]


def _lane_names(left: int) -> dict[str, Any]:
    """The name of each lane, at its left or, on a phone, over its dots."""
    return {
        "transform": [{"filter": "datum.lane != ''"}],
        "mark": {
            "type": "text", "style": "label", "align": "left", "baseline": "middle",
            "color": "@ink", "aria": False, "x": 0, "fontWeight": 600, "fontSize": 13,
            "limit": {"expr": f"slim ? width : {left - 16}"},
        },
        "encoding": {"y": pixels("at_lane_y"), "text": written("lane")},
    }  # fmt: skip
