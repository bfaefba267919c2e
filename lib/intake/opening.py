"""From the bytes of a file to its sheets, or the sentence that says why it cannot be opened."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

import openpyxl

from lib.i18n import _
from lib.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: Bytes of a file, and of what a workbook unpacks to; the largest published has 0.7 and 10 MB.
MOST_BYTES = 60_000_000
MOST_UNPACKED = 600_000_000
#: Rows of a sheet; the state has some 500 hospitals.
MOST_ROWS = 50_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, OSError, EOFError)


@dataclass(frozen=True)
class RawSheet:
    """One sheet: its name, its rows when asked for, and how many they may be (0: not known)."""

    name: str
    rows: Callable[[], Iterator[Sequence[object]]]
    expected: int


def content_of(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        Refusal: there is none, or it cannot be read, or it is far too large.
    """
    if path == Path():
        raise Refusal(_("Say which file is to be taken in, such as FILE=hosp25_util_data.xlsx."))
    if not path.exists():
        raise Refusal(_("There is no file {path}.").format(path=path))
    if path.is_dir():
        raise Refusal(_("{path} is a folder; name the workbook in it.").format(path=path))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(_too_large(path.name))
        return path.read_bytes()
    except OSError as error:
        raise Refusal(_("{path} cannot be read.").format(path=path)) from error


@contextmanager
def opened(content: bytes, name: str) -> Iterator[tuple[RawSheet, ...]]:
    """The sheets of a workbook, or the one sheet of a CSV file named after the file.

    Raises:
        Refusal: it is neither, or it is locked, damaged or far too large. Also where the
            damage is met only while rows are read inside the ``with`` block.
    """
    _refuse_others(content, name)
    if not content.startswith(b"PK"):
        yield (_csv(content, name),)
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl says of styles and extensions
        book = _workbook(content, name)
        try:
            yield tuple(_sheet(sheet, name) for sheet in book.worksheets)
        finally:
            book.close()


def _refuse_others(content: bytes, name: str) -> None:
    """Say what the file is where it is neither a workbook of today nor a text."""
    start = content[:512].lstrip().lower()
    if not content.strip():
        said = _("{name} is empty.")
    elif len(content) > MOST_BYTES:
        said = _too_large("{name}")
    elif content.startswith(_OLE) and _ENCRYPTED in content:
        said = _("{name} is protected by a password; save it without one and try again.")
    elif content.startswith(_OLE):
        said = _("{name} is an old .xls workbook; save it as .xlsx and try again.")
    elif start.startswith((b"<!doctype", b"<html", b"<?xml")):
        said = _("{name} is a web page or XML and not a workbook; download the file itself.")
    elif start.startswith(b"%pdf"):
        said = _("{name} is a PDF; download the state's workbook (.xlsx) instead.")
    elif not content.startswith(b"PK") and b"\x00" in content[:4_000]:
        said = _("{name} is neither an .xlsx workbook nor a CSV file saved from one.")
    else:
        return
    raise Refusal(said.format(name=name))


def _too_large(name: str) -> str:
    said = _("{name} is larger than {most} MB; the state's workbook has less than one.")
    return said.format(name=name, most=MOST_BYTES // 1_000_000)


def _workbook(content: bytes, name: str) -> Any:
    """The .xlsx workbook, its rows unread."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
        if not any(entry.filename == "xl/workbook.xml" for entry in entries):
            said = _("{name} is no .xlsx workbook; save it as .xlsx and try again.")
            raise Refusal(said.format(name=name))
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise Refusal(_too_large(name))
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except _BROKEN as error:
        raise Refusal(_damaged(name)) from error


def _damaged(name: str) -> str:
    return _("{name} is damaged and cannot be read; download it again.").format(name=name)


def _sheet(sheet: Any, name: str) -> RawSheet:
    """One sheet of a workbook; a cell that cannot be read says that the file is damaged."""
    expected = sheet.max_row or 0
    sheet.reset_dimensions()  # what other programs write there is not always true

    def rows() -> Iterator[Sequence[object]]:
        try:
            yield from _limited(sheet.iter_rows(values_only=True), name)
        except _BROKEN as error:
            raise Refusal(_damaged(name)) from error

    return RawSheet(str(sheet.title), rows, min(expected, MOST_ROWS))


def _csv(content: bytes, name: str) -> RawSheet:
    """The sheet that a CSV file is, in UTF-8 or as Windows writes it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    start = text[:20_000]
    delimiter = max(",;\t", key=start.count)

    def rows() -> Iterator[Sequence[object]]:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            yield from _limited(lines, name)
        except csv.Error as error:
            said = _("{name} is no CSV file that can be read: {reason}.")
            raise Refusal(said.format(name=name, reason=error)) from error

    return RawSheet(Path(name).stem, rows, text.count("\n"))


def _limited(rows: Iterator[Sequence[object]], name: str) -> Iterator[Sequence[object]]:
    """`rows`, and a refusal where they do not end."""
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            said = _("{name} has more than {most} rows in one sheet; the state lists some 500.")
            raise Refusal(said.format(name=name, most=f"{MOST_ROWS:,}"))
        yield row
