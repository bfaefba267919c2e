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

#: The header stands in one of the first rows.
HEADER_WITHIN = 12
#: Rows of a sheet without hospitals (Tips) in which the kind and date of the file are looked for.
TIPS_WITHIN = 30

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
        rows = raw.rows()
        opening = list(islice(rows, HEADER_WITHIN))
        at, layout = _header(opening, known)
        if layout is None:
            tips += _lines([*opening, *islice(rows, TIPS_WITHIN - HEADER_WITHIN)])
            continue
        columns, missing = _columns(opening[at], layout)
        seen |= set(columns)
        if not any(field in columns for field in PALLIATIVE):
            continue
        if missing:
            raise Refusal(_lacking(raw.name, missing, layout, opening[at]))
        numbered = _numbered(opening, at, rows)
        found.append(_hospitals(raw, layout, columns, _counted(numbered, raw, tell)))
    if not found:
        raise Refusal(_no_hospitals(seen))
    return tuple(found), tuple(tips)


def _header(rows: Sequence[Sequence[object]], known: Known) -> tuple[int, Layout | None]:
    """The row with the most known headers, and their layout; None where no facility number."""
    best: tuple[int, int, Layout | None] = (1, 0, None)
    for at, row in enumerate(rows):
        cells = {plain(cell) for cell in row if cell is not None}
        for layout in known.layouts:
            named = [f for f, heads in layout.headers.items() if cells & set(map(plain, heads))]
            if "facility_id" in named and len(named) > best[0]:
                best = (len(named), at, layout)
    return best[1], best[2]


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
            said = _("The column {header} stands {n} times in the sheet, so none can be read.")
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


def _numbered(
    opening: Sequence[Sequence[object]], at: int, rows: Iterator[Sequence[object]]
) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows below the header with their numbers in the sheet, from 1."""
    yield from enumerate(opening[at + 1 :], start=at + 2)
    yield from enumerate(rows, start=len(opening) + 1)


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
) -> Sheet:
    """The rows of hospitals, and what stands above and below them."""
    kept: list[Row] = []
    titles: list[str] = []
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


def _lines(rows: Sequence[Sequence[object]]) -> list[str]:
    """The first cells of rows that hold no hospitals: titles and tips."""
    firsts = (next((str(cell) for cell in row if not _blank(cell)), "") for row in rows)
    return [" ".join(first.split()) for first in firsts if first]
