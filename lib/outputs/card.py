"""A figure as one picture: headline, subtitle, chart or table, and the line it leaves with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from lib import theme
from lib.charts import Form
from lib.outputs import columned, drawing, lettering, words
from lib.outputs.drawing import SVG
from lib.outputs.tabular import table_rows, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure


@dataclass(frozen=True)
class Frame:
    """The sheet a figure is set on; all lengths in pixels.

    `height` is None where the sheet grows with the figure. `scale` enlarges the drawing, so
    that labels of a desk become labels for the back of a room; `linked` says where it is found.
    """

    width: float
    height: float | None
    margin: float
    title: float
    subtitle: float
    note: float
    scale: float = 1.0
    linked: bool = True


#: For a document or a message.
DESK = Frame(width=920, height=None, margin=32, title=27, subtitle=16, note=13)
#: 16:9, read from the back of a room: nothing under 24 pixels at 1920 by 1080.
SLIDE = Frame(width=1920, height=1080, margin=80, title=50, subtitle=28, note=24, scale=2.0)

#: Below this share of the wanted size a drawing that is too tall is drawn wider instead.
TOO_SMALL = 0.75

#: A drawing that came out taller than expected by this much leaves a side of its sheet empty.
WIDER = 1.04

#: The state and the key in its corner, in parts of its height: wider, they would lie far apart.
MAP_ROOM = 1.75

SERIF, SANS = theme.SERIF, theme.SANS


class _Sheet:
    """An SVG that is filled from the top; `y` is where the next line may begin."""

    def __init__(self, frame: Frame, mode: theme.Mode) -> None:
        self.frame = frame
        self.colors = theme.PALETTES[mode]
        self.y = frame.margin
        self.root = ET.Element(f"{{{SVG}}}svg", {"role": "img"})

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.frame.width - 2 * self.frame.margin

    def lines(
        self,
        texts: list[str],
        family: str,
        weight: int,
        size: float,
        color: str,
        lead: float = 1.22,
    ) -> None:
        """Write `texts` one under the other and move on."""
        x = self.frame.margin
        for text in texts:
            self.y += size * lead
            self.write(text, x, self.y - size * (lead - 0.95), family, weight, size, color)

    def write(
        self, text: str, x: float, y: float, family: str, weight: int, size: float, color: str
    ) -> ET.Element:
        """One line of text with its foot at `y`."""
        element = ET.SubElement(
            self.root,
            f"{{{SVG}}}text",
            {
                "x": f"{x:g}",
                "y": f"{y:.1f}",
                "font-family": family,
                "font-weight": str(weight),
                "font-size": f"{size:g}",
                "fill": self.colors[color],
            },
        )
        element.text = text
        return element

    def finish(self, height: float) -> None:
        """Set the size of the sheet and its ground."""
        self.root.set("width", f"{self.frame.width:g}")
        self.root.set("height", f"{height:.0f}")
        self.root.set("viewBox", f"0 0 {self.frame.width:g} {height:.0f}")
        fill = self.colors["paper"]
        ground = ET.Element(f"{{{SVG}}}rect", {"width": "100%", "height": "100%", "fill": fill})
        self.root.insert(0, ground)


def picture(
    figure: Figure,
    topology: dict[str, Any],
    frame: Frame,
    *,
    mode: theme.Mode = theme.Mode.LIGHT,
    number: str = "",
    prefix: str = "",
    worded: bool = True,
    credit: str = "",
) -> ET.Element:
    """The picture as an ``svg`` element.

    Args:
        figure: what is shown.
        topology: the county shapes.
        frame: the sheet.
        mode: light or dark.
        number: written at the foot, for example "3 of 9".
        prefix: put before ids, where several pictures stand in one document.
        worded: each mark carries its words; pixels need none.
        credit: whose headline it is, before the sources at the foot.
    """
    sheet = _Sheet(frame, mode)
    sheet.root.set("aria-label", figure.alt)
    title = lettering.wrap(figure.headline, SERIF, 700, frame.title, sheet.room)
    sheet.lines(lettering.shorten(title, 3), SERIF, 700, frame.title, "ink")
    sheet.y += frame.subtitle * 0.4
    subtitle = lettering.wrap(figure.subtitle, SANS, 400, frame.subtitle, sheet.room)
    subtitle = lettering.shorten(subtitle, 3 if frame.height else 9)
    sheet.lines(subtitle, SANS, 400, frame.subtitle, "soft", 1.3)
    sheet.y += frame.subtitle
    foot = _foot(figure, sheet, number, credit)
    leading = frame.note * 1.32
    below = len(foot) * leading + frame.margin * 0.6 + frame.note
    space = None if frame.height is None else frame.height - sheet.y - below
    draw = partial(drawing.chart, mode=mode, prefix=prefix, worded=worded)
    _body(figure, topology, sheet, space, draw)
    if frame.height is not None:
        sheet.y = frame.height - below
    sheet.y += frame.note * 0.8
    sheet.lines(foot, SANS, 400, frame.note, "soft", 1.32)
    if number:
        at = frame.width - frame.margin
        y = sheet.y - frame.note * 0.37
        sheet.write(number, at, y, SANS, 600, frame.note, "soft").set("text-anchor", "end")
    sheet.finish(frame.height or sheet.y + frame.margin * 0.8)
    return sheet.root


def _foot(figure: Figure, sheet: _Sheet, number: str, credit: str) -> list[str]:
    """The source line and the way back; a scene of a story has that on its controls."""
    frame, room = sheet.frame, sheet.room
    room -= lettering.width(number + "00", SANS, 600, frame.note) if number else 0
    back: list[str] = []
    if frame.linked and not number:
        back = lettering.wrap(words.link_line(figure), SANS, 400, frame.note, room)
    if frame.height is None:
        return [*lettering.wrap(words.source_line(figure), SANS, 400, frame.note, room), *back]
    for named in (3, 2, 1):
        line = f"{credit} {words.source_line(figure, named)}"
        lines = lettering.wrap(line, SANS, 400, frame.note, room)
        if len(lines) <= 2:
            break
    return [*lettering.shorten(lines, 3), *back]


def _body(
    figure: Figure,
    topology: dict[str, Any],
    sheet: _Sheet,
    space: float | None,
    draw: Callable[..., ET.Element] = drawing.chart,
) -> None:
    """The chart, or the table of a figure that has none."""
    scale = sheet.frame.scale
    if figure.chart is None or figure.is_empty:
        _table(figure, sheet, space)
        return
    height = None if space is None else 0.97 * space / scale  # axes never fit to the pixel
    room = sheet.room / scale
    across = min(room, MAP_ROOM * height) if height and _is_state(figure) else room
    drawn = draw(figure, topology, width=across, height=height)
    wide, tall = drawing.size(drawn)
    if space is not None and space / tall < TOO_SMALL * scale:
        # A tall figure is drawn as wide as the sheet will be once its height fits. Free of the
        # height it may be taller than it was: then it is drawn again, so that no side is empty.
        for _again in range(2):
            drawn = draw(figure, topology, width=sheet.room * tall / space)
            before, (wide, tall) = tall, drawing.size(drawn)
            if tall < WIDER * before:
                break
    fit = min(sheet.room / wide, scale, *([] if space is None else [space / tall]))
    aside = (sheet.room - wide * fit) / 2 if across < room else 0.0
    drawn.set("x", f"{sheet.frame.margin + aside:g}")
    drawn.set("y", f"{sheet.y:.1f}")
    drawn.set("width", f"{wide * fit:.1f}")
    drawn.set("height", f"{tall * fit:.1f}")
    drawn.set("viewBox", drawn.get("viewBox") or f"0 0 {wide:g} {tall:g}")
    sheet.root.append(drawn)
    sheet.y += tall * fit


def _is_state(figure: Figure) -> bool:
    """True for a map of the whole state whose key fits into its free corner."""
    form = figure.chart
    if not isinstance(form, Form) or form.name not in ("counties", "classes"):
        return False
    return bool(form.arguments.get("is_whole", True)) and form.arguments.get("crossed") is None


def body(
    figure: Figure, topology: dict[str, Any], width: float, height: float
) -> tuple[ET.Element, float, float]:
    """The chart or table alone, as large as a slide allows: ``svg`` element, width, height.

    It becomes pixels, with one alternative text for all: its marks carry no words.
    """
    frame = Frame(width, None, 0, SLIDE.title, SLIDE.subtitle, SLIDE.note, SLIDE.scale)
    sheet = _Sheet(frame, theme.Mode.LIGHT)
    _body(figure, topology, sheet, height, partial(drawing.chart, worded=False))
    sheet.finish(sheet.y)
    return sheet.root, width, sheet.y


#: The line that says how much is left out, in heights of its type.
MORE = 1.6


def _table(figure: Figure, sheet: _Sheet, space: float | None) -> None:
    """The first rows as lines of text in columns; what is left out is counted."""
    held = table_rows(figure)
    columns = [column.label for column in figure.columns]
    rows = written(held.head(columned.ROWS_SHOWN), figure.columns)[columns]
    sizes = (sheet.frame.subtitle, sheet.frame.note)
    room = math.inf if space is None else space - sizes[0] * MORE
    is_short = len(held) <= columned.ROWS_SHOWN
    laid = columned.laid(rows, sheet.room, sizes, room, is_all=is_short)
    shown = laid.standing(room)
    _row(sheet, laid.rows[0], 600, laid.size)
    for cells in laid.rows[1 : shown + 1]:
        _row(sheet, cells, 400, laid.size)
    left_out = columned.left_out(len(held) - shown, len(columns) - laid.across)
    if left_out:
        sheet.lines([left_out], SANS, 400, laid.size, "soft", MORE)


def _row(sheet: _Sheet, cells: list[tuple[float, list[str]]], weight: int, size: float) -> None:
    """Write one row of a table and move on."""
    for at, lines in cells:
        for place, line in enumerate(lines):
            y = sheet.y + size * (1.1 + place * columned.LEAD)
            sheet.write(line, sheet.frame.margin + at, y, SANS, weight, size, "ink")
    sheet.y += columned.tall(cells, size)
