"""Drawings made light for a page and flat for pixels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from lib.outputs import lettering, papers
from lib.outputs.drawing import SVG

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT, TITLE, INNER, GROUP, PATH, USE = (
    f"{{{SVG}}}{name}" for name in ("text", "title", "svg", "g", "path", "use")
)

#: What a shape that is drawn once may say for all of its marks.
PAINTS = ("fill", "stroke", "stroke-width")
MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")

#: A drawing with more worded marks than this keeps no words on them.
MOST_WORDED = 120

#: Letters that it takes to name a shape in place of drawing it, and how many must be saved.
NAMED, WORTH = 24, 400

#: What a group may hold and does not paint, and how many marks are worth a word at the group.
UNDRAWN = frozenset(f"{{{SVG}}}{name}" for name in ("title", "desc", "defs", "metadata"))
ALIKE = 2

#: What says nothing.
NOTHING_SAID = frozenset(
    {("opacity", "1"), ("pointer-events", "none"), ("transform", "translate(0,0)")}
)  # fmt: skip

#: Lengths of a drawing, which need no more than a hundredth of a pixel.
LENGTHS = frozenset(["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"])
#: What a mark takes from the group it stands in, where it says nothing itself.
INHERITED = (
    "fill", "fill-opacity", "font-family", "font-size", "font-weight", "stroke", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-width", "text-anchor",
)  # fmt: skip
LONG = re.compile(r"-?\d+\.\d{3,}")


def lighten(svg: ET.Element) -> None:
    """Drop what a page does not need of a drawing that is one image with one alt text.

    Half of a drawing's bytes say how a reader would walk through its marks, which nothing does
    inside an image, repeat a mark's title as its label, or count thousandths of a pixel.
    """
    for part in svg.iter():
        for name, value in list(part.attrib.items()):
            if (
                name in {"role", "aria-roledescription", "aria-label", "aria-hidden"}
                or (name, value) in NOTHING_SAID
                or (name == "class" and part is not svg)
            ):
                del part.attrib[name]
            elif name in LENGTHS:
                part.set(name, LONG.sub(lambda found: f"{float(found[0]):.2f}", value))
    if sum(part.tag == TITLE for part in svg.iter()) > MOST_WORDED:
        _unword(svg)
    _say_once(svg)


def _unword(svg: ET.Element) -> None:
    """Drop the words on marks: so many weigh more than the drawing, and its table has them."""
    for parent in svg.iter():
        for part in [each for each in parent if each.tag == TITLE]:
            parent.remove(part)


def draw_once(svg: ET.Element, prefix: str) -> None:
    """Draw a shape that many marks have once, and let the marks name it.

    `prefix` is put before the names, so that several drawings may stand on a page.
    """
    marks: dict[str, list[ET.Element]] = {}
    for part in svg.iter(PATH):
        shape = part.get("d", "")
        if shape:
            marks.setdefault(shape, []).append(part)
    drawn = ET.Element(f"{{{SVG}}}defs")
    for place, (shape, alike) in enumerate(marks.items()):
        if (len(alike) - 1) * (len(shape) - NAMED) < WORTH:
            continue
        name = f"{prefix}{place}"
        shared = {"id": name, "d": shape}
        for paint in PAINTS:
            said = {part.get(paint) for part in alike}
            if len(said) == 1 and None not in said:
                shared[paint] = said.pop() or ""
        ET.SubElement(drawn, PATH, shared)
        for part in alike:
            _name_instead(part, name, shared)
    if len(drawn):
        svg.insert(0, drawn)


def _say_once(group: ET.Element) -> None:
    """Say at a group what all of its marks say alike; the innermost groups come first."""
    for part in group:
        if part.tag in {GROUP, INNER}:
            _say_once(part)
    drawn = [part for part in group if part.tag not in UNDRAWN]
    if group.tag not in {GROUP, INNER} or len(drawn) < ALIKE:
        return
    for name in INHERITED:
        said = {part.get(name) for part in drawn}
        if len(said) == 1 and None not in said:
            group.set(name, said.pop() or "")
            for part in drawn:
                del part.attrib[name]


def _name_instead(part: ET.Element, name: str, shared: Mapping[str, str]) -> None:
    """Turn a mark into one that names its shape, and says itself only what the shape does not."""
    part.tag = USE
    for said in shared.keys() & part.attrib.keys():
        del part.attrib[said]
    moved = MOVED.fullmatch(part.get("transform", ""))
    if moved:
        del part.attrib["transform"]
        part.set("x", moved[1])
        part.set("y", moved[2])
    part.set("href", f"#{name}")


def flatten(svg: ET.Element) -> None:
    """Make a drawing quick to turn into pixels, where nobody reads its words.

    - What shows nothing goes: words for the pointer, hidden marks.
    - A drawing inside the drawing becomes a group and a mark's opacity its color's: each would
      be painted on a sheet of its own first.
    - Text that is drawn a second time as the ground of itself becomes a bar of that ground: to
      stroke the outline of every letter takes as long as all the rest of a timeline.
    """
    for parent in svg.iter():
        for place, part in reversed(list(enumerate(parent))):
            outline = part.get("stroke")
            if _is_unseen(part):
                parent.remove(part)
            elif part.tag == INNER:
                _unnest(part)
            elif part.tag == TEXT and part.text and outline and outline == part.get("fill"):
                parent[place] = _bar_behind(part)
        if not len(parent) and "opacity" in parent.attrib:
            seen = parent.attrib.pop("opacity")
            if seen != "1":
                for paint in ("fill", "stroke"):  # in one order, or every process has its own
                    if paint in parent.attrib:
                        parent.set(f"{paint}-opacity", seen)


def _is_unseen(part: ET.Element) -> bool:
    return (
        part.tag == TITLE
        or (part.tag == TEXT and not part.text)
        or part.get("opacity") == "0"
        or part.get("display") == "none"
    )


def _unnest(inner: ET.Element) -> None:
    """Turn a drawing with a place, a size and a view into a group at that place."""
    across, down, wide, high = map(float, inner.get("viewBox", "").split())
    wider, higher = float(inner.get("width", "")) / wide, float(inner.get("height", "")) / high
    x, y = inner.get("x", "0"), inner.get("y", "0")
    inner.tag = GROUP
    inner.attrib.clear()
    inner.set(
        "transform",
        f"translate({x},{y}) scale({min(wider, higher):.5f}) translate({-across:g},{-down:g})",
    )


#: What letters reach above and below their foot, in heights of their type, and what their ground
#: covers beside them, in widths of its stroke.
RISE, FALL, BESIDE = 0.76, 0.24, 0.5


def _bar_behind(text: ET.Element) -> ET.Element:
    line = _line(text)
    more = BESIDE * float(text.get("stroke-width", "0"))
    box = {
        "x": line.x - more,
        "y": -RISE * line.size,
        "width": line.wide + 2 * more,
        "height": (RISE + FALL) * line.size,
    }
    bar = ET.Element(f"{{{SVG}}}rect", {name: f"{value:.2f}" for name, value in box.items()})
    for name in ("transform", "fill"):
        if name in text.attrib:
            bar.set(name, text.attrib[name])
    return bar


@dataclass(frozen=True)
class Line:
    """A line of text: where it begins and its foot stands, and how it is set."""

    x: float
    y: float
    wide: float
    size: float
    family: str
    weight: int
    color: str
    words: str


def _line(text: ET.Element) -> Line:
    """A text of a drawing, placed in the system of its own element."""
    said = " ".join((text.text or "").split())
    size = float(text.get("font-size", "").removesuffix("px"))
    family = text.get("font-family", "").split(",")[0].strip("'\"")
    weight = {"bold": 700, "700": 700, "600": 600}.get(text.get("font-weight", ""), 400)
    wide = lettering.width(said, family, weight, size)
    begins = {"middle": -wide / 2, "end": -wide}.get(text.get("text-anchor", ""), 0.0)
    return Line(
        x=float(text.get("x", "0")) + begins,
        y=float(text.get("y", "0")),
        wide=wide,
        size=size,
        family=family,
        weight=weight,
        color=text.get("fill", ""),
        words=said,
    )


#: What is said of a text that stands upright in one color and nothing else.
PLAIN = frozenset(
    ["x", "y", "transform", "text-anchor", "font-family", "font-size", "font-weight", "fill"]
)
#: Movements and enlargements, which leave a text upright.
MOVES = re.compile(r"(translate|scale)\(([^),]*)(?:,([^)]*))?\)")


def lift(svg: ET.Element) -> list[Line]:
    """Take the plain lines of text out of a flat drawing, for the typesetter to set.

    It keeps the letters it has drawn, where in a drawing each is an outline to be filled anew:
    a third of the time of a list. What is turned, outlined, half transparent, cut off or written
    in letters our fonts have not stays where it is.
    """
    lines: list[Line] = []
    _lift(svg, (0.0, 0.0, 1.0), lines)
    return lines


def _lift(parent: ET.Element, at: tuple[float, float, float], lines: list[Line]) -> None:
    for part in [part for part in parent if part.tag == TEXT or len(part)]:
        moved = _moved(at, part.get("transform", ""))
        if moved is None or "clip-path" in part.attrib:
            continue
        if part.tag == TEXT:
            if part.attrib.keys() <= PLAIN and papers.SHIPPED.fullmatch(part.text or ""):
                x, y, scale = moved
                line = _line(part)
                size = line.size * scale
                placed = replace(line, x=x + scale * line.x, y=y + scale * line.y, size=size)
                lines.append(placed)
                parent.remove(part)
        else:
            _lift(part, moved, lines)


def _moved(at: tuple[float, float, float], transform: str) -> tuple[float, float, float] | None:
    """A place and scale after a transformation; None when it does more than move and enlarge."""
    if MOVES.sub("", transform).strip():
        return None
    x, y, scale = at
    for kind, first, second in MOVES.findall(transform):
        if kind == "translate":
            x, y = x + scale * float(first), y + scale * float(second or 0)
        elif second in {"", first}:
            scale *= float(first)
        else:
            return None
    return x, y, scale
