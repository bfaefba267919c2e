"""From a sheet to rows of the fields that are read; what names people stays in the file.

The layout is found by headers, never by positions. Of a row only the cells of known fields are
kept: no other cell enters a `Row`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake.fields import FIELDS, PALLIATIVE
from lib.intake.known import nearest, plain
from lib.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.intake.known import Known, Layout
    from lib.intake.opening import RawSheet

#: Called while a file is read: the sheet, the rows read, and the rows expected (0: not known).
Tell = Callable[[str, int, int], object]

#: The header stands in one of the first rows; so do the titles of a sheet without one (Tips).
HEADER_WITHIN = 30
#: A row that names so many fields is the header even where the facility number is not among them.
MANY = 8

_COUNT = re.compile(r"n\s*=\s*([\d,]+)")
#: 106010735, or what a spreadsheet makes of it (1.06E+08): that one is reported as unreadable.
_NUMERAL = re.compile(r"\d{9}(\.0+)?|\d(\.\d+)?E\+?\d+", re.IGNORECASE)
_SILENT = re.compile(r"non-?\s?resp", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """The cells of the known fields of one row, `line` counted as in the sheet."""

    sheet: str
    line: int
    cells: Mapping[str, object]


@dataclass(frozen=True)
class Sheet:
    """The hospitals of one sheet.

    `answered` is False for the sheet of those that did not answer; `said` is the number of
    hospitals that the sheet itself gives in its last row; `titles` what stands above the rows.
    """

    name: str
    layout: Layout
    rows: tuple[Row, ...]
    answered: bool
    said: int | None
    titles: tuple[str, ...]


def hospital_sheets(
    sheets: Sequence[RawSheet], known: Known, tell: Tell
) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets that hold hospitals and their answers, and the opening lines of the others.

    Raises:
        Refusal: no sheet is one, or one lacks a column or has it twice.
    """
    found: list[Sheet] = []
    tips: list[str] = []
    seen: set[str] = set()
    for raw in sheets:
        rows = enumerate(raw.rows(), start=1)
        header, layout, above = _header(rows, known)
        if layout is None:
            tips += above
            continue
        columns, missing = _columns(header, layout)
        seen |= set(columns)
        if not any(field in columns for field in PALLIATIVE):
            continue
        if missing:
            raise Refusal(_lacking(raw.name, missing, layout, header))
        found.append(_hospitals(raw, layout, columns, _counted(rows, raw, tell), above))
    if not found:
        raise Refusal(_no_hospitals(seen))
    return tuple(found), tuple(tips)


def is_report(sheets: Sequence[RawSheet], known: Known) -> bool:
    """True where a sheet has the headers of one of the state's workbooks.

    One header alone is none: our own list of the state's headers has one a row.
    """
    for raw in sheets:
        header, layout, _above = _header(enumerate(raw.rows(), start=1), known)
        cells = {plain(cell) for cell in header if not _blank(cell)}
        if layout is not None and _named(layout, cells) > 1:
            return True
    return False


def _header(
    rows: Iterator[tuple[int, Sequence[object]]], known: Known
) -> tuple[Sequence[object], Layout | None, list[str]]:
    """The row of headers, its layout (None where a sheet has no such row), the lines above it.

    No row below the headers is looked at: what stands there is read column by column.
    """
    above: list[str] = []
    for _line, row in islice(rows, HEADER_WITHIN):
        cells = {plain(cell) for cell in row if not _blank(cell)}
        likely = max(known.layouts, key=lambda layout: _named(layout, cells))
        if _named(likely, cells):
            return row, likely, above
        above += [" ".join(str(cell).split()) for cell in row if not _blank(cell)][:1]
    return (), None, above


def _named(layout: Layout, cells: set[str]) -> int:
    """How many fields of a layout a row names; 0 where it is no row of headers."""
    named = {f for f, headers in layout.headers.items() if cells & set(map(plain, headers))}
    return len(named) if "facility_id" in named or len(named) >= MANY else 0


def _columns(header: Sequence[object], layout: Layout) -> tuple[dict[str, int], list[str]]:
    """Field -> column, and the fields that the layout has and the sheet lacks."""
    places: dict[str, list[int]] = {}
    for column, cell in enumerate(header):
        places.setdefault(plain(cell), []).append(column)
    columns: dict[str, int] = {}
    missing: list[str] = []
    for field, headers in layout.headers.items():
        held = [column for head in headers for column in places.get(plain(head), [])]
        if len(held) > 1:
            said = _("The column {header} appears {n} times in the sheet, so none can be read.")
            raise Refusal(said.format(header=headers[0], n=len(held)))
        if held:
            columns[field] = held[0]
        elif FIELDS[field].needed:
            missing.append(field)
    return columns, missing


def _lacking(sheet: str, missing: Sequence[str], layout: Layout, header: Sequence[object]) -> str:
    """The sentence that names the columns a sheet lacks, and what stands there instead."""
    spare = [str(cell) for cell in header if cell is not None]
    taken = {plain(head) for heads in layout.headers.values() for head in heads}
    spare = [cell for cell in spare if plain(cell) not in taken]
    wanted = []
    for field in missing:
        head = layout.headers[field][0]
        near = nearest(head, spare)
        like = _("{header} (perhaps now {nearest})").format(header=head, nearest=near)
        wanted.append(like if near else head)
    said = _(
        "The sheet “{sheet}” lacks a column of the state's layout of {layout}: {columns}; "
        "nothing was taken in."
    )
    return said.format(sheet=sheet, layout=layout.name, columns=", ".join(wanted))


def _no_hospitals(seen: set[str]) -> str:
    """The sentence for a file in which no sheet has hospitals with their answers."""
    if seen:
        return _(
            "The file lists facilities and has no columns on palliative care: it is another of "
            "the state's workbooks, or another sheet of this one."
        )
    return _(
        "No sheet of the file has the headers of the state's hospital report, so it is not the "
        "Hospital Annual Utilization workbook."
    )


def _counted(
    rows: Iterator[tuple[int, Sequence[object]]], raw: RawSheet, tell: Tell
) -> Iterator[tuple[int, Sequence[object]]]:
    """`rows`, with word of how far they are."""
    line = 0
    for line, row in rows:
        if line % 50 == 0:
            tell(raw.name, line, raw.expected)
        yield line, row
    tell(raw.name, line, line)


def _hospitals(
    raw: RawSheet,
    layout: Layout,
    columns: Mapping[str, int],
    rows: Iterator[tuple[int, Sequence[object]]],
    above: Sequence[str],
) -> Sheet:
    """The rows of hospitals, and what stands above and below them."""
    kept: list[Row] = []
    titles = list(above)
    said: int | None = None
    for line, row in rows:
        cells = {field: row[at] if at < len(row) else None for field, at in columns.items()}
        cells = {field: None if _blank(cell) else cell for field, cell in cells.items()}
        if count := _COUNT.fullmatch(str(cells["name"]).strip()):
            said = int(count[1].replace(",", ""))
        elif _numeral(cells["facility_id"]) or (kept and cells["license_no"] is not None):
            kept.append(Row(raw.name, line, cells))
        elif not kept:
            titles += [str(cells[f]) for f in ("title", "facility_id") if cells.get(f)]
    return Sheet(raw.name, layout, tuple(kept), not _SILENT.search(raw.name), said, tuple(titles))


def _blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _numeral(cell: object) -> bool:
    """True for a facility number, as number or text; not for the 1.2.1 or 1 of label rows."""
    return _NUMERAL.fullmatch(str(cell).strip()) is not None
