"""An editable table in a slide deck, for lists and for the forms that say no more than their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from lib import theme
from lib.charts import Form
from lib.outputs import columned
from lib.outputs.cells import safe
from lib.outputs.tabular import table_rows, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.model import Figure

#: Pixels of type: as large as it may be, and the smallest that a room can read.
SIZES = (28, 24)

#: Columns that a table in the place of a chart has at most.
COLUMNS = 7

#: Where our typefaces are missing a wider one takes their place: so much of the room stays free.
SPARE = 0.86


@dataclass(frozen=True)
class Table:
    """The texts of a table as it fits, and how much of it there was no room for."""

    rows: list[list[str]]
    widths: list[float]
    heights: list[float]
    size: float
    left_out: str


def fitting(figure: Figure, wide: float, tall: float) -> Table | None:
    """The table of `figure` for a box in pixels; None where a chart's rows do not all fit."""
    form = figure.chart if isinstance(figure.chart, Form) else None
    texts = written(table_rows(figure), figure.columns)
    most = COLUMNS if form else columned.COLUMNS_SHOWN
    if form is not None and not _is_whole(texts, wide, tall):
        return None
    room = SPARE * tall - SIZES[0] * 2
    laid = columned.laid(
        texts.head(columned.ROWS_SHOWN),
        wide,
        SIZES,
        room,
        is_all=len(texts) <= columned.ROWS_SHOWN,
        most_across=most,
    )
    shown = laid.standing(room)
    rows = laid.rows[: shown + 1]
    heights = [columned.tall(row, laid.size) for row in rows]
    kept = texts.iloc[:shown, : laid.across]
    widths = columned.widths(kept, wide, laid.size)
    cells = [[" ".join(lines) for _at, lines in row] for row in rows]
    across = 0 if form else texts.shape[1] - laid.across
    said = columned.left_out(len(texts) - shown, max(0, across))
    return Table(cells, widths, heights, laid.size, said)


def subtitle(figure: Figure) -> str:
    """The words under the headline, without how lines are read that a table does not have."""
    form = figure.chart if isinstance(figure.chart, Form) else None
    reading = str(form.arguments.get("reading", "")) if form else ""
    return " ".join(figure.subtitle.replace(reading, "").split()) if reading else figure.subtitle


def _is_whole(texts: pd.DataFrame, wide: float, tall: float) -> bool:
    """True where every row of a chart stands in the table."""
    if len(texts) > columned.ROWS_SHOWN:
        return False
    room = SPARE * tall
    laid = columned.laid(texts, wide, SIZES, room, is_all=True, most_across=COLUMNS)
    return laid.standing(room) == len(texts)


def add(table: Table, shapes: Any, box: Sequence[Any], pixel: int) -> Any:
    """Put `table` into `box` of a slide's `shapes`; the table's shape. `pixel` is its EMU."""
    rows, across = len(table.rows), len(table.widths)
    left, top, wide, _tall = box
    frame = shapes.add_table(rows, across, left, top, wide, Emu(int(sum(table.heights) * pixel)))
    made = frame.table
    made.horz_banding = False
    for column, width in zip(made.columns, table.widths, strict=True):
        column.width = Emu(int(width * pixel))
    for place, (texts, high) in enumerate(zip(table.rows, table.heights, strict=True)):
        made.rows[place].height = Emu(int(high * pixel))
        for cell, text in zip(made.rows[place].cells, texts, strict=True):
            _fill(cell, str(safe(text)), table.size, is_head=place == 0)
    return frame


def _fill(cell: Any, text: str, size: float, *, is_head: bool) -> None:
    """One cell: words on the ground of the slide, and a quiet line under them."""
    cell.fill.background()
    cell.margin_left, cell.margin_right = 0, Emu(int(size * 3000))
    cell.margin_top = cell.margin_bottom = Emu(20_000)
    cell.text_frame.word_wrap = True
    cell.text = text
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = Pt(size / 2), is_head, theme.SANS
            run.font.color.rgb = RGBColor.from_string(theme.LIGHT["ink"][1:])
    color = theme.LIGHT["teal" if is_head else "rule"][1:]
    line = (
        f'<a:lnB {nsdecls("a")} w="{19050 if is_head else 9525}">'
        f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))
