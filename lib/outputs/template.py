"""Tables kept by hand as workbooks to fill in: everything in them comes from the contract.

A template has the rows that the edition has, a sheet for each table that belongs together, and the
sources; it can be given back as it is. Cells offer the words of closed lists and the ids of other
tables, and refuse what is no number or date; a note on each header says what the column is for.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from lib import schema
from lib.i18n import _
from lib.outputs import saving
from lib.schema import OBSERVATIONS, Kind, filled, words_of
from lib.schema.columns import EARLIEST, LATEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.schema import Column, Table

#: Template -> its tables; each also brings the sources, as most new rows need one.
LINKED: dict[str, tuple[str, ...]] = {
    "milestones": ("milestones", "milestone_sources", "milestone_counties", "milestone_chains"),
    "cohorts": ("cohorts", "cohort_members", "cohort_counties"),
    "coalitions": ("coalitions", "coalition_counties"),
    "toolkit_resources": ("toolkit_resources",),
}

#: Rows that may be added below those of the edition and are checked as they are typed.
MORE = 500

#: The hidden sheet of the words and ids that cells offer.
LISTS = "lists"

#: Widths of columns in characters, what a pop-up of a spreadsheet holds, and a drop-down typed out.
NARROWEST, WIDEST = 10, 50
TITLE, MESSAGE, TYPED = 32, 255, 255


def kept_by_hand(files: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """Template -> its tables: those that belong together, and the observations of each domain."""
    names = [name.removesuffix(".csv") for name in sorted(files)]
    domains = [name for name in names if name.startswith(f"{OBSERVATIONS.name}/")]
    return LINKED | {name: (name,) for name in domains}


def contract(name: str, files: Mapping[str, bytes]) -> Table:
    """The contract of a table, named as its file, with the words of its closed lists."""
    lines = io.StringIO(files["vocabulary.csv"].decode("utf-8-sig"), newline="")
    return filled(schema.contract(name), words_of(list(csv.DictReader(lines))))


def workbook(template: str, files: Mapping[str, bytes], day: str) -> bytes:
    """The template, one of `kept_by_hand`, as XLSX that says it was made on `day`."""
    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, settings) as book:
        book.set_properties({"created": saving.day(day)})
        names = (*kept_by_hand(files)[template], "sources")
        made = _Template(book, names, {name: _rows(files[f"{name}.csv"]) for name in names}, files)
        for name in names:
            made.sheet(name)
        made.lists()
    return out.getvalue()


def _rows(content: bytes) -> list[list[str]]:
    """The rows of a table without its header."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


@dataclass
class _Template:
    """A workbook in the making."""

    book: Any
    names: Sequence[str]
    rows: Mapping[str, list[list[str]]]
    files: Mapping[str, bytes]
    _lists: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._strong = self.book.add_format({"bold": True, "bottom": 1})
        self._text = self.book.add_format({"num_format": "@"})

    def sheet(self, name: str) -> None:
        """One table: header with notes, its rows, and what each column takes."""
        table, rows = contract(name, self.files), self.rows[name]
        sheet = self.book.add_worksheet(name.replace("/", "_"))
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(table.columns):
            cells = [row[place] for row in rows]
            is_number = column.kind in (Kind.WHOLE, Kind.NUMBER)
            sheet.set_column(place, place, _width(column, cells), None if is_number else self._text)
            sheet.write_string(0, place, column.name, self._strong)
            sheet.write_comment(0, place, note(column), {"x_scale": 2.2, "y_scale": 1.6})
            for line, cell in enumerate(cells, start=1):
                if not cell:
                    continue
                if is_number and Decimal(repr(float(cell))) == Decimal(cell):
                    sheet.write_number(line, place, float(cell))
                else:
                    sheet.write_string(line, place, cell, self._text)
            rule = self._rule(column, place)
            if rule:
                sheet.data_validation(1, place, len(rows) + MORE, place, rule)

    def _rule(self, column: Column, place: int) -> dict[str, Any]:
        """What the cells of a column take, as a spreadsheet checks it; {} where it takes anything."""
        said = {
            "input_title": column.name[:TITLE],
            "input_message": _cut(note(column), MESSAGE),
            "error_title": column.name[:TITLE],
            "ignore_blank": True,
        }
        if column.allowed:
            return said | {"validate": "list", "source": self._words(column), "error_message": _(
                "Use one of the words in the list."
            )}  # fmt: skip
        if column.refers and not column.many:
            # A new id may stand in a file that is dropped along: a warning, no wall.
            return said | {"validate": "list", "source": self._ids(column.refers_to),
                           "error_type": "warning", "error_message": _(
                "This id is in no table yet. Add its row to the table, too."
            )}  # fmt: skip
        if column.kind in (Kind.WHOLE, Kind.NUMBER):
            return said | _range(column)
        if column.kind is Kind.DATE:
            return said | {"validate": "custom", "value": _is_date(xl_rowcol_to_cell(1, place)),
                           "error_message": _date_words()}  # fmt: skip
        return {key: said[key] for key in ("input_title", "input_message")} | {"validate": "any"}

    def _words(self, column: Column) -> list[str] | str:
        if len(",".join(column.allowed)) <= TYPED and not any("," in w for w in column.allowed):
            return list(column.allowed)
        return self._listed(f"{column.name} words", list(column.allowed))

    def _ids(self, refers: tuple[str, str]) -> str:
        """Where the ids stand: on the table's own sheet, so that new ones count, or on the lists."""
        name, key = refers
        table = contract(name, self.files)
        at = table.header.index(key)
        if name in self.names:
            letter, last = xl_col_to_name(at), len(self.rows[name]) + MORE + 1
            return f"='{name.replace('/', '_')}'!${letter}$2:${letter}${last}"
        rows = _rows(self.files[f"{name}.csv"])
        return self._listed(f"{name}.{key}", list(dict.fromkeys(row[at] for row in rows)))

    def _listed(self, title: str, words: list[str]) -> str:
        self._lists.setdefault(title, words)
        letter = xl_col_to_name(list(self._lists).index(title))
        return f"={LISTS}!${letter}$2:${letter}${len(words) + 1}"

    def lists(self) -> None:
        """The hidden sheet."""
        sheet = self.book.add_worksheet(LISTS)
        for place, (title, words) in enumerate(self._lists.items()):
            for line, word in enumerate([title, *words]):
                sheet.write_string(line, place, word, self._text)
        sheet.hide()


def note(column: Column) -> str:
    """What a column is for, and what it takes."""
    about = column.about[:1].upper() + column.about[1:]
    said = [f"{about}."]
    said.append(_("May stay blank.") if column.blank else _("Must be filled in."))
    if column.many:
        said.append(_("Several ids are separated by single spaces."))
    if column.kind is Kind.DATE:
        said.append(_date_words())
    elif column.like and not column.allowed:
        said.append(_("Example: {example}").format(example=column.like))
    return " ".join(said)


def _date_words() -> str:
    return _("Write a date as 2024, 2024-01 or 2024-01-31.")


def _is_date(cell: str) -> str:
    """A formula that is true for a date of any precision, written as text, or a year."""
    year = (
        f"AND(ISNUMBER(--LEFT({cell},4)),--LEFT({cell},4)>={EARLIEST},--LEFT({cell},4)<={LATEST})"
    )
    month = f'AND(MID({cell},5,1)="-",ISNUMBER(--MID({cell},6,2)),--MID({cell},6,2)<=12)'
    day = f'AND(MID({cell},8,1)="-",ISNUMBER(--MID({cell},9,2)),--MID({cell},9,2)<=31)'
    return (
        f"=AND({year},OR(LEN({cell})=4,AND(LEN({cell})=7,{month}),"
        f"AND(LEN({cell})=10,{month},{day})))"
    )


def _range(column: Column) -> dict[str, Any]:
    """The bounds of a column of numbers."""
    kind = "integer" if column.kind is Kind.WHOLE else "decimal"
    low, high = column.low, column.high
    match low is not None, high is not None:
        case True, True:
            said = _("Write a number from {low} to {high}, in digits.").format(
                low=f"{low:,.10g}", high=f"{high:,.10g}"
            )
            bounds: dict[str, Any] = {"criteria": "between", "minimum": low, "maximum": high}
        case True, False:
            said = _("Write a number of {low} or more, in digits.").format(low=f"{low:,.10g}")
            bounds = {"criteria": ">=", "value": low}
        case False, True:
            said = _("Write a number of {high} or less, in digits.").format(high=f"{high:,.10g}")
            bounds = {"criteria": "<=", "value": high}
        case _:
            said = _("Write a number, in digits.")
            bounds = {"criteria": "between", "minimum": -1e15, "maximum": 1e15}
    return {"validate": kind, "error_message": said, **bounds}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _width(column: Column, cells: Sequence[str]) -> int:
    return min(max([len(column.name) + 2, NARROWEST, *map(len, cells)]), WIDEST)
