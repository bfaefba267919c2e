"""A figure as a workbook: its rows on one sheet, what they are on another."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import xlsxwriter

from lib.i18n import _
from lib.outputs.tabular import header_lines, table_rows
from lib.outputs.words import citation
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure

#: How a kind of column is written in a cell; the cell itself holds the number.
NUMBER_FORMATS = {"share": "0.0%", "count": "#,##0", "number": "#,##0.0", "rate": "#,##0.0"}

#: Widths of columns in characters.
NARROWEST, WIDEST = 10, 60


def xlsx(figure: Figure) -> bytes:
    """The rows drawn and their description; numbers stay numbers, nothing can run."""
    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, settings) as book:
        book.set_properties(
            {
                "title": figure.headline,
                "subject": figure.subtitle,
                "comments": _("Edition {version}").format(version=figure.edition.version),
            }
        )
        _rows(book, figure)
        _about(book, figure)
    return out.getvalue()


def _rows(book: xlsxwriter.Workbook, figure: Figure) -> None:
    sheet = book.add_worksheet(_("Rows"))
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    rows = table_rows(figure)
    for place, column in enumerate(figure.columns):
        sheet.write_string(0, place, column.label, strong)
        style = book.add_format({"num_format": NUMBER_FORMATS.get(column.kind, "General")})
        cells = list(rows[column.field])
        for line, cell in enumerate(cells, start=1):
            if isinstance(cell, bool) or numbers.is_missing(cell):
                sheet.write_string(line, place, "" if numbers.is_missing(cell) else str(cell))
            elif isinstance(cell, int | float) or hasattr(cell, "item"):
                sheet.write_number(line, place, float(cell), style)
            else:
                sheet.write_string(line, place, str(cell))
        longest = max([len(column.label), *(len(str(cell)) for cell in cells)])
        sheet.set_column(place, place, min(max(longest + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    if len(rows):
        sheet.autofilter(0, 0, len(rows), len(figure.columns) - 1)


def _about(book: xlsxwriter.Workbook, figure: Figure) -> None:
    sheet = book.add_worksheet(_("About"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "valign": "top"})
    described = [
        *header_lines(figure),
        *([(_("What is counted"), figure.definition)] if figure.definition else []),
        *((_("Source"), citation(source)) for source in figure.sources),
        *(
            (_("Claim: {label}").format(label=claim.label), f"{claim.value} · {claim.locator}")
            for claim in figure.claims
        ),
    ]
    for line, (label, text) in enumerate(described):
        sheet.write_string(line, 0, label, strong)
        sheet.write_string(line, 1, text, wrapped)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
