"""A visitor's bytes as grids of cells: which kind of file, which encoding, which separator."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from lib.i18n import _, ngettext
from lib.trial import limits
from lib.trial.grid import Grid, RefusedError, trimmed
from lib.trial.model import Note, NoteKind
from lib.trial.sheets import sheets

#: How a file begins -> what it is, where it is no table.
SIGNS: dict[bytes, str] = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "GZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"PAR1": "Parquet",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"SQLite format 3": "SQLite",
}
OLE = b"\xd0\xcf\x11\xe0"

#: Separators of text files, the usual one first.
SEPARATORS = (",", ";", "\t", "|")

#: Of the letters of a file, the share that may be control characters.
ODD = 0.02


@dataclass(frozen=True)
class Readings:
    """The ways to read one file: a grid a sheet, or a grid a separator; and what was noted."""

    grids: list[Grid]
    notes: tuple[Note, ...] = ()
    separators: tuple[str, ...] = ()


def readings(raw: bytes) -> Readings:
    """The cells of a file, in every way they may be meant.

    Raises:
        RefusedError: it is empty, or no table whatever its name says.
    """
    if not raw.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise RefusedError(_("The file is empty. Give one table of this dashboard as CSV or XLSX."))
    if raw.startswith(OLE):
        raise RefusedError(_old_or_locked(raw))
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Readings(sheets(raw))
    for sign, kind in SIGNS.items():
        if raw.startswith(sign):
            said = _(
                "This is a file of the kind {kind}, whatever its name says. "
                "Give the table as CSV or XLSX."
            )
            raise RefusedError(said.format(kind=kind))
    text, notes = _decoded(raw)
    _no_page(text)
    return _separated(text, notes)


def _old_or_locked(raw: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return _(
            "The workbook is protected by a password and cannot be read. Save it without a "
            "password, or save the sheet as CSV."
        )
    return _(
        "This is a file of the older kind XLS (or another one of that time). Save it as XLSX or CSV."
    )


def _no_page(text: str) -> None:
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html", "<table", "<?xml")):
        raise RefusedError(
            _("This is a web page or XML and no table. Give the table as CSV or XLSX.")
        )
    if start.startswith(("{", "[")):
        raise RefusedError(_("This is JSON and no table. Give the table as CSV or XLSX."))


def _decoded(raw: bytes) -> tuple[str, list[Note]]:
    """The text of a file, and a note where it is not UTF-8."""
    wide = _utf16(raw)
    if wide:
        try:
            said = raw.decode(wide)
        except UnicodeDecodeError as error:
            raise RefusedError(_binary()) from error
        notes = [_read(_("The file is in UTF-16, as “Unicode text” is saved; it was read so."))]
        return _plain(said), notes
    try:
        return _plain(raw.decode("utf-8-sig")), []
    except UnicodeDecodeError:
        pass
    said = raw.decode("cp1252", errors="replace")
    _no_control(said)
    first = next(word for word in re.findall(r"[^\s,;\"]*[^\x00-\x7f][^\s,;\"]*", said))
    sentence = _(
        "The file is not in UTF-8; it was read as Windows-1252, which older Excel saves. "
        "See whether “{word}” is right; if not, save it as CSV UTF-8."
    )
    return _plain(said), [_read(sentence.format(word=first[:40]))]


def _utf16(raw: bytes) -> str:
    """The kind of UTF-16 that the bytes are in, "" where they are in none."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = raw[:2_000]
    if len(start) >= 4 and len(start) % 2 == 0:
        even, odd = start[::2].count(0), start[1::2].count(0)
        if odd > len(start) * 0.4 and not even:
            return "utf-16-le"
        if even > len(start) * 0.4 and not odd:
            return "utf-16-be"
    return ""


def _binary() -> str:
    return _("This is no text and no spreadsheet. Give the table as CSV or XLSX.")


def _no_control(text: str) -> None:
    start = text[:20_000]
    odd = len(re.findall("[\x00-\x08\x0e-\x1f\x7f\ufffd]", start))
    if "\x00" in start or odd > len(start) * ODD:
        raise RefusedError(_binary())


def _plain(text: str) -> str:
    """`text` with one kind of line break, refused where it is no text."""
    _no_control(text)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str) -> Note:
    return Note(NoteKind.READ, text)


def _separated(text: str, notes: list[Note]) -> Readings:
    """The text split at each separator that stands in it."""
    first = 1
    named = re.match(r'"?sep=(.)"?\n', text)
    if named:
        text, first = text[named.end() :], 2
    if not text.endswith("\n"):
        last = next((line for line in reversed(text.split("\n")) if line.strip()), "")
        sentence = _(
            "The file ends without a line break, as Google Sheets saves it. "
            "See that its last row is whole: “{row}”."
        )
        notes.append(_read(sentence.format(row=last[-80:])))
    lines = text.count("\n") + 1
    if lines > limits.ROWS + 1:
        raise RefusedError(
            _("The file has {n} lines, at most {most} are read. Give one table of this "
              "dashboard.")
            .format(n=f"{lines:,}", most=f"{limits.ROWS:,}")
        )  # fmt: skip
    start = text[:20_000]
    found = [mark for mark in ((named[1],) if named else SEPARATORS) if mark in start]
    grids: list[Grid] = []
    kept: list[str] = []
    wrong: RefusedError | None = None
    for mark in found or [","]:
        try:
            grids.append(_split(text, mark, first))
            kept.append(mark)
        except RefusedError as error:
            wrong = wrong or error
    if wrong and not grids:
        raise wrong
    return Readings(grids, tuple(notes), tuple(kept))


def _split(text: str, mark: str, first: int) -> Grid:
    """The text split at one separator; quotation marks must be closed."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    cells: list[list[str]] = []
    numbers: list[int] = []
    start = first
    try:
        for row in rows:
            if len(row) > limits.COLUMNS and len("".join(row[limits.COLUMNS :]).strip()):
                raise RefusedError(_too_wide(len(row), start))
            cells.append(row)
            numbers.append(start)
            start = rows.line_num + first
    except csv.Error as error:
        if "field limit" in str(error):
            raise RefusedError(
                _(
                    "The row that starts in line {line} has a cell of more than {n} letters: this is "
                    "no table, or a quotation mark is not closed."
                ).format(line=f"{start:,}", n=f"{csv.field_size_limit():,}")
            ) from error
        raise RefusedError(
            _(
                "The row that starts in line {line} cannot be read: a quotation mark is not closed, "
                "or the file is cut short ({reason})."
            ).format(line=f"{start:,}", reason=error)
        ) from error
    return _unwrapped(trimmed(Grid("", cells, numbers)), mark)


def _too_wide(wide: int, line: int) -> str:
    return ngettext(
        "Line {line} has {n} cell, at most {most} are read. Give one table of this dashboard.",
        "Line {line} has {n} cells, at most {most} are read. Give one table of this dashboard.",
        wide,
    ).format(line=f"{line:,}", n=f"{wide:,}", most=limits.COLUMNS)


def _unwrapped(grid: Grid, mark: str) -> Grid:
    """`grid` with its rows split once more where each stands in one pair of quotation marks."""
    full = [row for row in grid.rows if row]
    if not full or any(len(row) > 1 for row in full) or mark not in full[0][0]:
        return grid
    rows = [next(csv.reader(row, delimiter=mark), []) for row in grid.rows]
    return trimmed(Grid(grid.name, rows, grid.numbers))
