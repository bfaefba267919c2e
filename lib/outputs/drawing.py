"""A figure's chart as an SVG element of a wanted width, with words on every mark."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary
from xml.etree import ElementTree as ET

from lib import theme
from lib.outputs import engine, still
from lib.outputs.described import DISTRICTS, ROWS, SHAPES, specification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lib.model import Figure

    #: What decides how large a plot becomes: width and height asked for, mode, words on marks.
    _Frame = tuple[float, float | None, theme.Mode, bool]
    #: Width of the plot, and height of the whole.
    _Plot = tuple[float, float | None]

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)

#: A drawing narrower than this share of the wanted width is drawn a second time.
CLOSE_ENOUGH = 0.93


#: How a picture of a figure fitted at last, by the frame that was asked for: the same picture is
#: drawn once only, and another one as if it were the first.
_fitted: WeakKeyDictionary[Figure, dict[_Frame, _Plot]] = WeakKeyDictionary()

#: What axes and labels take beside a plot, before they are drawn.
BESIDE = 90.0


def chart(
    figure: Figure,
    topology: dict[str, Any],
    *,
    width: float,
    height: float | None = None,
    mode: theme.Mode = theme.Mode.LIGHT,
    prefix: str = "",
    worded: bool = True,
) -> ET.Element:
    """The chart as an ``svg`` element about `width` wide; its labels are inside the frame.

    Args:
        figure: a figure with a chart.
        topology: the outlines.
        width: pixels, axes and labels included; the drawing may be a little narrower.
        height: pixels of the whole drawing; the form's own height when None.
        mode: light or dark.
        prefix: put before every id, so that several drawings may stand in one document.
        worded: each mark carries its words for pointer and reader; pixels need none.

    Raises:
        ValueError: the figure has no chart; its table is what it has to give.
    """
    if figure.chart is None:
        raise ValueError(f"figure {figure.figure_id!r} is a table and has no picture")
    spec = specification(figure, mode, worded=worded)
    given: dict[str, Callable[[], str]] = {
        ROWS: lambda: str(figure.rows.to_json(orient="records")),
        **_shapes(topology),
    }
    frame = (width, height, mode, worded)
    fitted = _fitted.setdefault(figure, {})
    plot = fitted.get(frame, (max(width - BESIDE, width * 0.3), height))
    drawn = _drawn(spec, given, *plot)
    if _resizable(spec) and frame not in fitted:
        fitted[frame] = _fitting(spec, drawn, plot[0], width, height)
        if fitted[frame] != plot:
            drawn = _drawn(spec, given, *fitted[frame])
    _number_ids(drawn)
    if worded:
        _word_marks(drawn)
    if prefix:
        _prefix_ids(drawn, prefix)
    return drawn


def _shapes(topology: dict[str, Any]) -> dict[str, Callable[[], str]]:
    """Name -> what writes the outlines of the counties, and those of each chamber's districts."""
    counties = {name: part for name, part in topology.items() if name != DISTRICTS}
    return {
        SHAPES: lambda: json.dumps(counties),
        **{
            f"{SHAPES}_{chamber}": partial(json.dumps, shapes)
            for chamber, shapes in topology.get(DISTRICTS, {}).items()
        },
    }


def _fitting(
    spec: dict[str, Any], drawn: ET.Element, room: float, width: float, height: float | None
) -> _Plot:
    """The plot with which a drawing fills its frame, after a first one with a plot of `room`."""
    taken, tall = size(drawn)
    fits = CLOSE_ENOUGH * width <= taken <= width
    # Rows pressed together get back what the axes did not need.
    spare = height - tall if height is not None and _is_pressed(spec, height) else 0.0
    if fits and spare <= (1 - CLOSE_ENOUGH) * tall:
        return room, height
    across = room if fits else max(room + width - taken, width * 0.3)
    return across, None if height is None else height + spare


def _resizable(spec: dict[str, Any]) -> bool:
    """True for one view or layers on one view; panels keep the size their form gave them."""
    return not {"hconcat", "vconcat", "concat", "facet", "repeat"} & spec.keys()


def _drawn(
    spec: dict[str, Any],
    given: Mapping[str, Callable[[], str]],
    width: float,
    height: float | None,
) -> ET.Element:
    """The drawing of a specification with the data `given`: by name, what writes them as JSON."""
    sized = still.still(spec, is_free=height is None)
    if _resizable(spec):
        sized["width"] = width
        if height is not None and isinstance(spec.get("height"), int | float):
            least = 0.5 if "projection" in spec else 0.6
            sized["height"] = _height(spec["height"], _plot(spec, height), least)
    made = engine.svg(_filled(_compiled(json.dumps(sized)), given))
    return ET.fromstring(made)  # noqa: S314 - written by our own renderer a line above


@lru_cache(maxsize=256)
def _compiled(spec: str) -> str:
    """A Vega-Lite specification in the engine's own language, with a place for each data set.

    A form does not change with its rows: to compile it takes a third to a half of a drawing and
    is done once.
    """
    vega = engine.compiled(spec)
    for named in vega["data"]:
        if named["name"] == ROWS or named["name"].startswith(SHAPES):
            named["values"] = _place(named["name"])
    return json.dumps(vega)


def _place(name: str) -> str:
    return f"@{name}@"


def _filled(vega: str, given: Mapping[str, Callable[[], str]]) -> str:
    """A compiled specification with its data, as text: the engine is slow to read objects."""
    for name, write in given.items():
        place = json.dumps(_place(name))
        if place in vega:
            vega = vega.replace(place, write(), 1)
    return vega


def _plot(spec: dict[str, Any], height: float) -> float:
    """What is left of the whole height for the plot: axes take the difference."""
    return height - (10 if "projection" in spec else 60)


def _is_pressed(spec: dict[str, Any], height: float) -> bool:
    """True when the plot gets less height than its form asked for."""
    natural = spec.get("height")
    return isinstance(natural, int | float) and natural > _plot(spec, height)


def _height(natural: float, room: float, least: float) -> float:
    """The plot's height: stretched or pressed a little towards `room`, never out of shape."""
    return min(max(room, natural * least), natural * 1.5)


def size(svg: ET.Element) -> tuple[float, float]:
    """The width and height of a drawing."""
    return float(svg.get("width", "0")), float(svg.get("height", "0"))


def _word_marks(svg: ET.Element) -> None:
    """Give each described mark a title, which browsers show under the pointer."""
    for mark in marks(svg):
        words = mark.get("aria-label", "")
        if words and not mark.findall(f"{{{SVG}}}title"):
            title = ET.Element(f"{{{SVG}}}title")
            title.text = words
            mark.insert(0, title)


#: What the engine calls its parts, and the number it has counted them up to.
COUNTED = re.compile(r"(.*?)(\d+)")


def _number_ids(svg: ET.Element) -> None:
    """Count ids from 0: the engine goes on counting over all drawings of a process."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for element in svg.iter():
        found = COUNTED.fullmatch(element.get("id", ""))
        if found:
            names[found[0]] = f"{found[1]}{counts[found[1]]}"
            counts[found[1]] += 1
    _rename_ids(svg, names)


def _prefix_ids(svg: ET.Element, prefix: str) -> None:
    names = {element.get("id", "") for element in svg.iter()} - {""}
    _rename_ids(svg, {name: prefix + name for name in names})


def _rename_ids(svg: ET.Element, names: Mapping[str, str]) -> None:
    for element in svg.iter():
        for key, value in list(element.items()):
            if key == "id":
                element.set(key, names.get(value, value))
            elif value.startswith("url(#") and value[5:-1] in names:
                element.set(key, f"url(#{names[value[5:-1]]})")
            elif value.startswith("#") and value[1:] in names:
                element.set(key, f"#{names[value[1:]]}")


def text(svg: ET.Element) -> str:
    """A drawing as text."""
    return ET.tostring(svg, encoding="unicode")


def marks(svg: ET.Element) -> Iterator[ET.Element]:
    """Every mark of a drawing that carries words."""
    return (element for element in svg.iter() if element.get("role") == "graphics-symbol")
