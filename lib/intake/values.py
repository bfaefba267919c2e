"""One cell of the state's workbook as the text that our tables hold."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from lib.intake.fields import FIELDS, Kind
from lib.intake.known import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.intake.known import Known

#: Day 0 of the serial dates of spreadsheets.
_DAY_ZERO = date(1899, 12, 30)
_FORMS = ("%m/%d/%Y", "%m/%d/%y", "%d-%b-%Y", "%d-%b-%y", "%B %d, %Y")


class UnreadableError(Exception):
    """A cell that says something its field cannot hold."""


class UnknownWordError(Exception):
    """A word that is not in the list of its field."""


def facility(cell: object) -> str:
    """A facility number: nine digits, whether the cell is a number or a text."""
    digits = _digits(cell)
    if len(digits) != 9:
        raise UnreadableError
    return digits


def license_number(cell: object) -> str:
    """A license number of nine signs; numbers lose their leading zero in a spreadsheet."""
    word = _digits(cell) if isinstance(cell, float) else str(cell).strip().upper()
    if not re.fullmatch(r"[A-Z]?\d{1,9}", word):
        raise UnreadableError
    return word.zfill(9)


def _digits(cell: object) -> str:
    """The digits of a whole number; "" where the cell is none."""
    found = re.fullmatch(r"(\d+)(?:\.0+)?", str(cell).strip())
    return found[1] if found else ""


def count(cell: object) -> str:
    """A whole number, 0 or more; a thousands separator is allowed."""
    word = str(cell).strip()
    digits = _digits(word.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", word) else word)
    if not digits:
        raise UnreadableError
    return str(int(digits))


def day(cell: object) -> date:
    """A date, from a date cell, the serial number of a spreadsheet, or a text."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    word = str(cell).strip()
    if serial := _digits(word):
        if not 20_000 < int(serial) < 80_000:
            raise UnreadableError
        return _DAY_ZERO + timedelta(days=int(serial))
    try:
        return datetime.fromisoformat(word).date()
    except ValueError:
        return _written_day(re.sub(r"\s+\d{1,2}:\d\d(:\d\d)?(\s*[AP]M)?$", "", word))


def _written_day(word: str) -> date:
    for form in _FORMS:
        try:
            return datetime.strptime(word, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise UnreadableError


def worded(list_name: str, cell: object, known: Known) -> str:
    """Our word for the state's; "" where the state's word means no answer."""
    word = plain(cell)
    if list_name == "county":
        word = re.sub(r" county$", "", word)
    try:
        return known.words[list_name][word.removesuffix(".0") if word == "0.0" else word]
    except KeyError as error:
        raise UnknownWordError from error


def read_cell(field: str, cells: Mapping[str, object], known: Known) -> str:
    """The cell of `field` as text, "" where it is blank; dates in ISO form.

    Raises:
        UnreadableError: it is no number or date.
        UnknownWordError: no list has the word.
    """
    cell = cells.get(field)
    if cell is None:
        return ""
    kind = FIELDS[field]
    match kind.kind:
        case Kind.FACILITY:
            return facility(cell)
        case Kind.LICENSE:
            return license_number(cell)
        case Kind.DATE:
            return day(cell).isoformat()
        case Kind.COUNT:
            return count(cell)
        case Kind.WORD:
            return worded(kind.words, cell, known)
    return " ".join(str(cell).split())
