"""Cells of what leaves as CSV: numbers as numbers, text that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from lib.i18n import current_locale
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

#: With it Excel reads a file as UTF-8; pandas and R pass over it.
BOM = "\ufeff"

#: Text that begins so could run as a formula in a spreadsheet; it gets an apostrophe. Spaces and
#: signs that show nothing may stand before it, and some programs take the wide forms as well.
RUNS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")

#: A number with its sign, its groups of digits, a dollar or a percent sign: it calculates nothing.
NUMBER = re.compile(r"[+\-]?\$?(\d[\d,]*(\.\d+)?|\.\d+)([eE][+\-]?\d+)?%?")

#: A number that is written for readers, in English: behind a sign, or in groups of three digits.
WRITTEN = re.compile(r"[+\-\u00b1](\d+|\d{1,3}(,\d{3})+)(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?")

#: Digits whose leading zero belongs to them, such as a county's 06001.
CODE = re.compile(r"-?0\d")

#: Whole numbers beyond this are not exact as floating point.
EXACT = 2**53

#: The signs that are printed for a minus; no program takes them for the one of the keyboard.
MINUS = re.compile(r"[\u2212\ufe63\uff0d]")


def plain_minus(text: str) -> str:
    """`text` with the minus of the keyboard in place of the printer's."""
    return MINUS.sub("-", text)


def safe(cell: object) -> object:
    """`cell`, or its text behind an apostrophe when a spreadsheet might run it.

    Numbers are never touched, whether they come as numbers or as text.
    """
    if isinstance(cell, str):
        return "'" + cell if RUNS.match(cell) and not NUMBER.fullmatch(cell) else cell
    return "" if numbers.is_missing(cell) else cell


def written(cell: object) -> object:
    """`cell` as it stands in a CSV: "+18" is 18, "1,234" is 1234, 12.0 is 12, the rest `safe`."""
    if isinstance(cell, str):
        text = plain_minus(cell)
        if current_locale().startswith("en") and WRITTEN.fullmatch(text):
            bare = text.lstrip("+\u00b1").replace(",", "")
            return text if CODE.match(bare) else bare
        return safe(text)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return safe(cell)


#: A whole number, or one with decimals, as it is written for readers in English.
SHOWN = re.compile(r"([+\-]?)(\$?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,9}))?(%?)")


def number(cell: object, plain: str) -> tuple[float | None, str]:
    """The number that a cell of a workbook holds, and the format that shows it as written.

    Args:
        cell: a number, or text that may be one: "92.4%", "+18", "$1,234".
        plain: the format of what comes as a number.
    """
    if not isinstance(cell, str):
        return float(str(cell)), plain
    shown = SHOWN.fullmatch(plain_minus(cell)) if current_locale().startswith("en") else None
    if shown is None:
        return None, plain
    sign, dollar, whole, decimals, percent = shown.groups()
    value = float(f"{sign}{whole.replace(',', '')}.{decimals or 0}") / (100 if percent else 1)
    form = "#,##0" if "," in whole else "0"
    form = dollar + form + ("." + "0" * len(decimals) if decimals else "") + percent
    return value, f"+{form};-{form};{form}" if sign == "+" else form


def text(rows: pd.DataFrame, write: Callable[[object], object] = written) -> str:
    """The rows as CSV: the names of the columns in the first line, and nothing but the rows.

    `write` gives a cell as it stands there; `safe` leaves numbers in words as they were typed.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe(plain_minus(str(name))) for name in rows.columns])
    for row in rows.itertuples(index=False):
        writer.writerow([write(cell) for cell in row])
    return BOM + out.getvalue()
