"""A figure as PNG or SVG with its headline, subtitle, source and date inside the picture."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from lib.outputs import card, drawing, engine, flat, papers, words

if TYPE_CHECKING:
    from lib import theme
    from lib.model import Figure


def svg(figure: Figure, topology: dict[str, Any]) -> str:
    """The figure as SVG text; it says its name and what is seen to programs and readers."""
    drawn = card.picture(figure, topology, _sheet(figure))
    for place, (tag, said) in enumerate((("title", figure.headline), ("desc", figure.alt))):
        part = ET.Element(f"{{{drawing.SVG}}}{tag}")
        part.text = said
        drawn.insert(place, part)
    # In the picture a long link stands on two lines, which no program puts together.
    about = ET.SubElement(drawn, f"{{{drawing.SVG}}}metadata")
    about.text = words.link_line(figure)
    return drawing.text(drawn)


def png(figure: Figure, topology: dict[str, Any]) -> bytes:
    """The figure as a PNG: half as large again as on the screen, as large where it is tall."""
    drawn = card.picture(figure, topology, _sheet(figure), worded=False)
    return _described(raster(drawn, _scale(*drawing.size(drawn))), figure)


#: A list whose drawing is taller than this stands on a sheet as narrow as a column of text: its
#: marks are a few columns, and a picture costs what its pixels cost.
LONG = 1600
COLUMN = replace(card.DESK, width=640)


def _sheet(figure: Figure) -> card.Frame:
    height = (figure.chart or {}).get("height", 0)
    return COLUMN if isinstance(height, int | float) and height > LONG else card.DESK


def wide_png(figure: Figure, topology: dict[str, Any]) -> bytes:
    """The figure as a PNG of 1920 by 1080 pixels, to be put on a slide."""
    drawn = card.picture(figure, topology, card.SLIDE, worded=False)
    return _described(raster(drawn, 1.0), figure)


#: Half of a page: two pictures stand side by side, or one above the other on a phone.
HALF = card.Frame(width=560, height=None, margin=4, title=22, subtitle=14.5, note=12, linked=False)


def beside_png(figure: Figure, topology: dict[str, Any], mode: theme.Mode) -> bytes:
    """The figure as a PNG to stand beside another state of it."""
    drawn = card.picture(figure, topology, HALF, mode=mode, worded=False)
    return _described(raster(drawn, _scale(*drawing.size(drawn))), figure)


#: Where the first part of a PNG ends: its signature, and the part that says its size.
AFTER_SIZE = 33


def _described(png: bytes, figure: Figure) -> bytes:
    """A PNG with its title, what is seen on it, its source and link for programs that look."""
    said = {
        "Title": figure.headline,
        "Description": figure.alt,
        "Source": words.source_line(figure),
        "Link": words.link_line(figure),
    }
    parts = b""
    for name, text in said.items():
        part = b"iTXt" + name.encode() + b"\0\0\0\0\0" + text.encode()
        parts += struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
    return png[:AFTER_SIZE] + parts + png[AFTER_SIZE:]


#: Pixels of a picture for one of the drawing, and the most pixels before there are fewer:
#: writing them is most of what a picture costs.
SHARP = 1.5
MOST_PIXELS = 1_350_000


def _scale(wide: float, high: float) -> float:
    affords = float((MOST_PIXELS / (wide * high)) ** 0.5)
    # In steps, so that a thin line seldom falls between two rows of pixels.
    return min(SHARP, max(1.0, int(affords * 4) / 4))


#: A page without margins around the drawing; a point of the page is a pixel of the drawing.
#: Lines of text stand on it where the drawing had them.
SHEET = """#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)
#set text(top-edge: "baseline", bottom-edge: "baseline", hyphenate: false)
#place(image("drawing.svg", width: {width}pt))
#for line in json("lines.json") {{
  place(dx: line.x * 1pt, dy: line.y * 1pt, text(
    font: line.family, weight: line.weight, size: line.size * 1pt, fill: rgb(line.color), line.words,
  ))
}}
"""

#: Points in an inch: at so many pixels an inch a picture has the size of its drawing.
POINTS = 72


def raster(drawn: ET.Element, scale: float) -> bytes:
    """A drawing as PNG, `scale` pixels for one of its own; it is flattened by that.

    The typesetter draws it: it keeps the fonts in memory, where the drawing engine opens a
    font's file four times a letter. Which fonts: see `papers.shipped`.
    """
    flat.flatten(drawn)
    lines = [asdict(line) for line in flat.lift(drawn)]
    width, height = drawing.size(drawn)
    picture = drawing.text(drawn)
    given = {
        "main.typ": SHEET.format(width=width, height=height).encode(),
        "drawing.svg": picture.encode(),
        "lines.json": json.dumps(lines).encode(),
    }
    return engine.typeset(
        given, every_font=not papers.shipped(picture), format="png", ppi=POINTS * scale
    )
