"""The key of two measures together: a square of three by three cells with a count in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.charts.raw import written
from lib.charts.spec import NARROW

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The side of a cell in pixels, on a wide drawing and on a phone; what the words take around them.
CELL, SLIM_CELL = 38, 29
ABOVE, LINE, LETTER = 6, 19, 5.35

#: (row, column) of a cell -> the ink that reads on it, where it is not that of the page.
INKS = {
    (3, 3): "@paper", (3, 2): "@paper", (3, 1): "@paper", (2, 3): "@paper",
    (1, 3): "@both_13_text",
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One cell of the key: its column and row from 1 (low) to 3 (high), its color and its count."""

    column: int
    row: int
    color: str
    count: int
    is_marked: bool = False


@dataclass(frozen=True)
class Crossed:
    """What the key of two measures says.

    `rows` are the words of the rows from low to high, `across` those under the columns, `beside`
    the kinds that stand in no cell: (words, color token).
    """

    cells: tuple[Cell, ...]
    rows: tuple[str, str, str]
    across: str
    beside: tuple[tuple[str, str], ...] = ()

    def height(self, cell: float) -> float:
        """Pixels that the key takes with cells of this side."""
        return ABOVE + 3 * cell + LINE * (1 + len(self.beside)) + 4

    def boxes(self, cell: float) -> list[tuple[float, float]]:
        """How far each part of it reaches from the right edge and down, in pixels."""
        square = ABOVE + 3 * cell
        return [
            (max(map(len, self.rows)) * LETTER + 3 * cell + 8, square),
            (len(self.across) * LETTER, square + LINE),
            *(
                (len(words) * LETTER + 24, square + LINE * (place + 2) + 4)
                for place, (words, _color) in enumerate(self.beside)
            ),
        ]

    def width(self, cell: float) -> float:
        """Pixels that it takes from the right edge on."""
        return max(across for across, _down in self.boxes(cell))


def key_layers(key: Crossed, *, has_ground: bool) -> list[dict[str, Any]]:
    """The layers that draw the key in the upper right corner; they read no rows of the map.

    `has_ground` is True where the map runs under the key, which then has a ground of paper.
    """
    cells = [
        {
            "left": 3 - cell.column, "down": 3 - cell.row, "color": cell.color,
            "count": str(cell.count) if cell.count else "",
            "is_marked": cell.is_marked,
            "ink": INKS.get((cell.row, cell.column), "@ink"),
        }
        for cell in key.cells
    ]  # fmt: skip
    return [*(_ground(key) if has_ground else []), *_cells(cells), *_words(key)]


def _ground(key: Crossed) -> list[dict[str, Any]]:
    """The paper under the key."""
    across, down = (_side(part(SLIM_CELL), part(CELL)) for part in (key.width, key.height))
    mark = {
        "type": "rect", "fill": "@paper", "aria": False, "clip": True,
        "x": {"expr": f"width - {across} - 10"}, "x2": {"expr": "width + 2"},
        "y": -2, "y2": {"expr": f"{down} + 6"},
    }  # fmt: skip
    return [{"data": {"values": [{}]}, "mark": mark}]


def _side(slim: float = SLIM_CELL, wide: float = CELL) -> str:
    return f"(width < {NARROW} ? {slim} : {wide})"


def _cells(cells: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The squares, the line around the one that the headline speaks of, and the counts."""
    side = _side()
    x, y = f"width - (datum.left + 1) * {side}", f"{ABOVE} + datum.down * {side}"
    square = {
        "x": {"expr": x}, "x2": {"expr": f"{x} + {side} - 1.5"},
        "y": {"expr": y}, "y2": {"expr": f"{y} + {side} - 1.5"},
        "type": "rect", "aria": False,
    }  # fmt: skip
    return [
        {
            "data": {"values": list(cells)},
            "mark": {**square, "stroke": "@soft", "strokeWidth": 0.7},
            "encoding": {"fill": {"field": "color", "type": "nominal", "scale": None}},
        },
        {
            "data": {"values": [cell for cell in cells if cell["is_marked"]]},
            "mark": {**square, "filled": False, "fill": None, "stroke": "@ink", "strokeWidth": 2.4},
        },
        {
            "data": {"values": list(cells)},
            "mark": {
                "type": "text", "style": "label", "aria": False,
                "align": "center", "baseline": "middle",
                "x": {"expr": f"{x} + ({side} - 1.5) / 2"},
                "y": {"expr": f"{y} + ({side} - 1.5) / 2"},
            },
            "encoding": {
                "text": written("count"),
                "color": {"field": "ink", "type": "nominal", "scale": None},
            },
        },
    ]  # fmt: skip


def _words(key: Crossed) -> list[dict[str, Any]]:
    """The words at the rows, under the columns, and the kinds that stand in no cell."""
    side = _side()
    under = f"{ABOVE} + 3 * {side}"
    text = {
        "type": "text", "style": "quiet", "color": "@ink", "aria": False, "baseline": "middle",
        "align": "right",
    }  # fmt: skip
    said = [{"down": 3 - row, "words": words} for row, words in enumerate(key.rows, start=1)]
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": said},
            "mark": {
                **text,
                "x": {"expr": f"width - 3 * {side} - 7"},
                "y": {"expr": f"{ABOVE} + (datum.down + 0.5) * {side}"},
            },
            "encoding": {"text": written("words")},
        },
        {
            "data": {"values": [{"words": key.across}]},
            "mark": {**text, "x": {"expr": "width - 2"}, "y": {"expr": f"{under} + {LINE / 2}"}},
            "encoding": {"text": written("words")},
        },
    ]
    if key.beside:
        layers += _beside(key, under, text)
    return layers


def _beside(key: Crossed, under: str, text: dict[str, Any]) -> list[dict[str, Any]]:
    """The kinds that stand in no cell: a dashed square after the words."""
    lines = [
        {"line": place, "words": words, "color": color}
        for place, (words, color) in enumerate(key.beside)
    ]
    y = f"{under} + {LINE} * (datum.line + 1.5) + 4"
    return [
        {
            "data": {"values": lines},
            "mark": {
                "type": "point", "shape": "square", "size": 130, "stroke": "@soft",
                "strokeWidth": 1.2, "strokeDash": [3, 2], "opacity": 1, "aria": False,
                "x": {"expr": "width - 9"}, "y": {"expr": y},
            },
            "encoding": {"fill": {"field": "color", "type": "nominal", "scale": None}},
        },
        {
            "data": {"values": lines},
            "mark": {**text, "x": {"expr": "width - 22"}, "y": {"expr": y}},
            "encoding": {"text": written("words")},
        },
    ]  # fmt: skip
