"""A long list in groups: small marks for the years, a name, a number; columns fill the width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.flowing import COLUMN, COLUMNS, FOLDED
from lib.charts.form import form
from lib.charts.raw import by_kind, pixels, tips, written
from lib.charts.spec import NARROW, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The widths, in pixels, from which a list has two and three columns.
TWO, THREE = 560, 900

#: Pixels a line takes on a desk and under a thumb, over the lines, between columns, and a year's mark.
LINE, THUMB, TOP, GUTTER, MARK = 22, 26, 20, 28, 14
#: Pixels that a word after a sign takes from the name.
WORD = 68
#: Pixels a line of the key takes, and an entry of it.
KEY, ENTRY = 20, 165
#: The data beside the rows: the kinds of marks.
KINDS = "kinds"
#: A column grows no wider than this: its number must be found from its name.
WIDEST = 460


@form()
def grouped(
    kinds: Mapping[str, tuple[str, str]],
    *,
    years: Sequence[int],
    lines: Mapping[str, int],
    tooltip: Sequence[tuple[str, str]],
    room: int = 56,
    find: str = "",
    every: str = "",
) -> dict[str, Any]:
    """A list in groups: a mark a year, the name, a sign, and a number at the right.

    Three columns on a wide screen, one on a phone; the drawing grows with its lines. Looking for a
    name and unfolding happen inside the drawing.

    Needs columns `short` (the name, in reading order), `found_by` (small letters), `mark_<year>`
    for each of `years` (a key of `kinds`), `number_words`, `sign` (a letter, with a word after it or not, or nothing), `head` and
    `base` (the words over a group, on its first row), `more` (the words for its folded rows, on its first row),
    those of `places` and those of `tooltip`.

    Args:
        kinds: words of an answer -> (color token, shape); also the legend, in this order.
        years: the marks, left to right.
        lines: the lines of each layout, as `places` gives them.
        tooltip: (field, label) pairs of formatted text.
        room: pixels for sign and number; without any neither is drawn.
        find: the words at the search box; none without it.
        every: the words at the switch that unfolds; none without it.
    """
    # A picture has no switch: it shows every row where its height is free (lib.outputs.drawing).
    params: list[dict[str, Any]] = [
        _bound("find", value="", words=find, kind="search"),
        _bound("every", value=False, words=every, kind="checkbox"),
        {"name": "columns", "expr": f"width >= {THREE} ? 3 : width >= {TWO} ? 2 : 1"},
        {"name": "lines", "expr": _by_layout({key: str(n) for key, n in lines.items()})},
        {
            "name": "above",
            "expr": f"{TOP} + {KEY} * ceil({len(kinds)} / max(1, floor(width / {ENTRY})))",
        },
        {"name": "height", "expr": f"lines * (width < {NARROW} ? {THUMB} : {LINE}) + above + 4"},
        {"name": "step", "expr": "(height - above) / lines"},
        {
            "name": "wide",
            "expr": f"min({WIDEST}, (width - {GUTTER} * (columns - 1)) / columns)",
        },
    ]
    first = MARK * len(years) + 8
    signs = (("length(datum.sign) < 2", 0), ("length(datum.sign) > 1", WORD))
    return {
        "height": lines["some_3"] * LINE + TOP + KEY,
        # None below: it would be taken from the height of the lines.
        "padding": {"top": 2, "bottom": 2, "left": 0, "right": 0},
        "params": params,
        "transform": [
            {"filter": "find == '' || indexof(datum.found_by, lower(find)) >= 0"},
            {"window": [{"op": "row_number", "as": "nth"}]},
            {"joinaggregate": [{"op": "count", "as": "hits"}]},
        ],
        # The key is a part of the drawing: one beside it would take from the height of the lines.
        "datasets": {KINDS: [{"kind": kind, "nth": n} for n, kind in enumerate(kinds)]},
        "layer": [
            *_key(),
            _heads("head", "label", "@ink", bold=True),
            _rules(),
            _marks(kinds, years, tooltip),
            _years(years),
            *(_text("short", f"datum.x + {first}", "@ink", test=test,
                    limit=f"max(wide - {first} - {room + more}, 40)") for test, more in signs),
            *([_text("sign", "datum.x + wide - 38", "@teal", align="right"),
               _text("number_words", "datum.x + wide", "@soft", align="right")] if room else []),
            _heads("more", "quiet", "@soft", bold=False),
        ],
    }  # fmt: skip


def _key() -> list[dict[str, Any]]:
    """The key to the marks, over the list."""
    across = f"max(1, floor(width / {ENTRY}))"
    steps = [
        {"calculate": f"(datum.nth % {across}) * {ENTRY} + {MARK / 2}", "as": "left"},
        {"calculate": f"(datum.nth % {across}) * {ENTRY} + {MARK + 4}", "as": "beside"},
        {"calculate": f"floor(datum.nth / {across}) * {KEY} + {KEY / 2}", "as": "y"},
    ]
    shared = {"data": {"name": KINDS}, "transform": steps}
    scales = {
        channel: {"field": "kind", "type": "nominal", "legend": None}
        for channel in ("color", "shape")
    }
    point = {
        "type": "point", "filled": True, "opacity": 1, "strokeWidth": 1.1, "stroke": "@soft",
        "size": 88, "aria": False,
    }  # fmt: skip
    text = {
        "type": "text", "align": "left", "baseline": "middle", "color": "@ink", "fontSize": 13,
        "aria": False,
    }  # fmt: skip
    return [
        {**shared, "mark": point, "encoding": {"x": pixels("left"), "y": pixels("y"), **scales}},
        {
            **shared,
            "mark": text,
            "encoding": {"x": pixels("beside"), "y": pixels("y"), "text": written("kind")},
        },
    ]


def _bound(name: str, *, value: object, words: str, kind: str) -> dict[str, Any]:
    """A value that the reader may change inside the drawing, where there are words for it."""
    held = {"name": name, "value": value}
    return {**held, "bind": {"input": kind, "name": words}} if words else held


def _by_layout(values: Mapping[str, str]) -> str:
    """The one of `values` by layout that is shown."""

    def by_columns(name: str) -> str:
        return " : ".join(
            f"columns == {n} ? {values[f'{name}_{n}']}"
            if n < COLUMNS[-1]
            else values[f"{name}_{n}"]
            for n in COLUMNS
        )

    return f"every ? ({by_columns('all')}) : ({by_columns('some')})"


def _placed(part: str, *, sought: bool) -> list[dict[str, Any]]:
    """The steps that give a row its x and y; rows without a place go.

    What is sought stands in the order of the list, from the top.
    """
    prefix = f"{part}_" if part else ""
    keys = [f"{name}_{n}" for name in ("some", "all") for n in COLUMNS]
    own = _by_layout({key: f"datum.{prefix}{key}" for key in keys})
    nth = f"floor((datum.nth - 1) / lines) * {COLUMN} + (datum.nth - 1) % lines"
    return [
        {"calculate": f"find != '' ? ({nth if sought else FOLDED}) : ({own})", "as": "at"},
        {"filter": f"datum.at >= 0 && datum.at < columns * {COLUMN}"},
        {"calculate": f"floor(datum.at / {COLUMN}) * (wide + {GUTTER})", "as": "x"},
        {"calculate": f"above + (datum.at % {COLUMN} + 0.5) * step", "as": "y"},
    ]


def _text(
    field: str, x: str, color: str, *, align: str = "left", limit: str = "", test: str = ""
) -> dict[str, Any]:
    mark: dict[str, Any] = {
        "type": "text", "align": align, "baseline": "middle", "aria": False, "color": color,
        "fontSize": {"expr": "min(13, step * 0.7)"},
    }  # fmt: skip
    if limit:
        mark["limit"] = {"expr": limit}
    return {
        "transform": [
            *_placed("", sought=True),
            *([{"filter": test}] if test else []),
            {"calculate": x, "as": "left"},
        ],
        "mark": mark,
        "encoding": {"x": pixels("left"), "y": pixels("y"), "text": written(field)},
    }


def _heads(field: str, style: str, color: str, *, bold: bool) -> dict[str, Any]:
    """The words over each group, or those for its folded rows."""
    return {
        "transform": _placed(field, sought=False),
        "mark": {
            "type": "text",
            "style": style,
            "align": "left",
            "baseline": "middle",
            "color": color,
            "aria": False,
            "fontWeight": 700 if bold else 400,
            "fontSize": {"expr": "min(13, step * 0.7)"},
            "limit": {"expr": "wide"},
        },
        "encoding": {"x": pixels("x"), "y": pixels("y"), "text": written(field)},
    }


def _rules() -> dict[str, Any]:
    """A line under each head."""
    return {
        "transform": [
            *_placed("head", sought=False),
            {"calculate": "datum.x + wide", "as": "right"},
            {"calculate": "datum.y + step * 0.46", "as": "under"},
        ],
        "mark": {"type": "rule", "color": "@soft", "strokeWidth": 0.8, "aria": False},
        "encoding": {"x": pixels("x"), "x2": {"field": "right"}, "y": pixels("under")},
    }


def _marks(
    kinds: Mapping[str, tuple[str, str]], years: Sequence[int], tooltip: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """A mark for each year, by what was answered; the key says which."""
    return {
        "transform": [
            *_placed("", sought=True),
            {"fold": [f"mark_{year}" for year in years], "as": ["asked", "kind"]},
            {"calculate": "slice(datum.asked, 5)", "as": "year"},
            {
                "calculate": f"datum.x + {MARK / 2} + {MARK} * "
                f"indexof({[str(year) for year in years]}, datum.year)",
                "as": "left",
            },
        ],
        "mark": {
            "type": "point",
            "filled": True,
            "opacity": 1,
            "strokeWidth": 1.1,
            "stroke": "@soft",
            "size": {"expr": "min(88, step * step * 0.2)"},
            "description": spoken([*tooltip, ("year", ""), ("kind", "")]).to_dict(),
        },
        "encoding": {
            "x": pixels("left"),
            "y": pixels("y"),
            "color": by_kind({kind: color for kind, (color, _shape) in kinds.items()}),
            "shape": by_kind({kind: shape for kind, (_color, shape) in kinds.items()}),
            "tooltip": tips([("year", " "), ("kind", " "), *tooltip]),
        },
    }  # fmt: skip


def _years(years: Sequence[int]) -> dict[str, Any]:
    """The years in two digits over the marks of each column."""
    return {
        "transform": [
            *_placed("", sought=True),
            {"joinaggregate": [{"op": "min", "field": "y", "as": "top"}], "groupby": ["x"]},
            {"filter": "datum.y == datum.top"},
            {"fold": [f"mark_{year}" for year in years], "as": ["asked", "kind"]},
            {"calculate": "slice(datum.asked, 7)", "as": "short"},
            {
                "calculate": f"datum.x + {MARK / 2} + {MARK} * "
                f"indexof({[str(year)[2:] for year in years]}, datum.short)",
                "as": "left",
            },
        ],
        "mark": {
            "type": "text", "baseline": "middle", "aria": False, "color": "@soft", "fontSize": 11,
            "y": {"expr": f"above - {TOP / 2}"},
        },
        "encoding": {"x": pixels("left"), "text": written("short")},
    }  # fmt: skip
