"""A figure as a workbook: its rows on one sheet, what they are on another."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import xlsxwriter

from lib.i18n import _
from lib.outputs import cells, saving
from lib.outputs.tabular import header_lines, taken_rows
from lib.outputs.words import citation
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure

#: How a kind of column is written in a cell; the cell itself holds the number.
NUMBER_FORMATS = {"share": "0.0%", "count": "#,##0", "number": "#,##0.0", "rate": "#,##0.0"}

#: Widths of columns in characters.
NARROWEST, WIDEST = 10, 60

#: What a spreadsheet takes as the name of a sheet.
LONGEST_NAME, NOT_IN_NAMES = 31, re.compile(r"[\[\]:*?/\\]")


def xlsx(figure: Figure) -> bytes:
    """The rows drawn and their description; numbers stay numbers, nothing can run."""
    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, settings) as book:
        book.set_properties(
            {
                "title": figure.headline,
                "subject": figure.subtitle,
                "author": figure.edition.title,
                "comments": _("Edition {version}").format(version=figure.edition.version),
                "created": saving.day(figure.edition.date),  # not today: same figure, same file
            }
        )
        _rows(book, figure)
        _about(book, figure)
    return out.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str) -> Any:
    return book.add_worksheet(NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME])


def _rows(book: xlsxwriter.Workbook, figure: Figure) -> None:
    sheet = _sheet(book, _("Rows"))
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    kinds = {column.label: column.kind for column in figure.columns}
    rows = taken_rows(figure)
    styles: dict[str, Any] = {}
    for place, label in enumerate(rows.columns):
        sheet.write_string(0, place, label, strong)
        given = list(rows[label])
        plain = NUMBER_FORMATS.get(kinds.get(label, ""), "General")
        is_text = any(isinstance(cell, str) and cells.CODE.match(cell) for cell in given)
        for line, cell in enumerate(given, start=1):
            if numbers.is_missing(cell):
                continue  # an empty cell, not an empty text
            worded = is_text or isinstance(cell, bool)
            number, shown = (None, plain) if worded else cells.number(cell, plain)
            if number is None:
                sheet.write_string(line, place, str(cell))
            else:
                style = styles.setdefault(shown, book.add_format({"num_format": shown}))
                sheet.write_number(line, place, number, style)
        longest = max([len(label), *(len(str(cell)) for cell in given)])
        sheet.set_column(place, place, min(max(longest + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    if len(rows):
        sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)
        # Codes are text on purpose: no green corner on each of them.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})


def _about(book: xlsxwriter.Workbook, figure: Figure) -> None:
    sheet = _sheet(book, _("About"))
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
