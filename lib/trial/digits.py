"""Numbers as people and spreadsheets write them: 1,234, 1E+05, 12.0, full-width digits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lib.schema import Kind
from lib.trial.spoiled import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.schema import Column

PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
GROUPED = re.compile(r"-?[0-9]{1,3}(?:[, '][0-9]{3})+(?:\.[0-9]+)?")
GROUPED_BY_POINTS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
COMMA = re.compile(r"-?[0-9]+,[0-9]+")
EXPONENT = re.compile(r"-?[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")

#: Signs that publishers put in place of a number they know and do not tell.
WITHHELD = re.compile(
    r"(?:<|<=|≤|&lt;|under|fewer than|less than|below|up to) ?[0-9]+|\*+|†|‡|\^|[0-9]+ ?(?:-|–|to) ?[0-9]+"
    r"|(?:data )?(?:suppressed|withheld|redacted|masked|censored|hidden|confidential|protected)\W*"
    r"|\(?[sx]\)?|lnr|sdc|too (?:few|small).*|small (?:number|count)s?",
    re.IGNORECASE,
)
#: Signs for a number that is not there at all.
ABSENT = re.compile(
    r"\(?(?:n\.?/?a\.?|#n/a|null|none|nan|nil|blank|missing|unknown|unk|tbd|tba|pending|not .*|no data"
    r"|no answer|no response|did not answer|dk|nr|nd)\)?|-+|–|—|\.+|\?+|…",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """A number's text, the kind of repair it took ("" for none), or the fault that it is."""

    text: str
    kind: str = ""
    fault: str = ""


def ascii_digits(text: str) -> str:
    """`text` with the digits and signs of other scripts as the usual ones."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in plain)


def comma_is_point(cells: Iterable[str], *, comma_free: bool) -> bool:
    """True where commas of this column stand before decimals, as in much of the world.

    A comma before exactly three digits parts thousands, unless nothing but a zero stands before
    it or commas do not separate the cells and no cell of the column has a point.
    """
    different = set(cells)
    if any(GROUPED_BY_POINTS.fullmatch(cell) and "," in cell for cell in different):
        return True
    told = [cell for cell in different if COMMA.fullmatch(cell)]
    if any(re.search(r",(?:[0-9]{1,2}|[0-9]{4,})$|^-?0,", cell) for cell in told):
        return True
    return comma_free and bool(told) and not any("." in cell for cell in different)


def read(cell: str, column: Column, *, comma_is_point: bool) -> Reading:
    """What one cell of a number column says."""
    plain = ascii_digits(cell).lstrip("'").strip()
    if plain != cell and PLAIN.fullmatch(plain):
        return Reading(_fitting(plain, column), "digits" if cell.lstrip("'") != plain else "form")
    if PLAIN.fullmatch(plain):
        return Reading(_fitting(plain, column))
    if re.fullmatch(r"\+[0-9.]+|-?\.[0-9]+|-?[0-9]+\.", plain):
        return Reading(_fitting(bare(Decimal(plain)), column))
    if EXPONENT.fullmatch(plain):
        return Reading(_fitting(bare(Decimal(plain)), column), "exponent")
    money = plain.removeprefix("$").strip()
    if comma_is_point and COMMA.fullmatch(money):
        return Reading(_fitting(money.replace(",", "."), column), "comma")
    if comma_is_point and GROUPED_BY_POINTS.fullmatch(money):
        return Reading(_fitting(money.replace(".", "").replace(",", "."), column), "comma")
    if GROUPED.fullmatch(money) or (money != plain and PLAIN.fullmatch(money)):
        return Reading(_fitting(re.sub("[, ']", "", money), column), "thousands")
    return Reading(cell, fault=_fault(plain))


def _fitting(text: str, column: Column) -> str:
    """The text as its column writes it: 12.0 is 12 where a whole number is needed."""
    return re.sub(r"\.0+$", "", text) if column.kind is Kind.WHOLE else text


def _fault(text: str) -> str:
    if re.fullmatch(r"-?[0-9.,]+ ?%", text):
        return "percent"
    if WITHHELD.fullmatch(text):
        return "withheld"
    if ABSENT.fullmatch(text):
        return "absent"
    if re.search(
        r"[0-9][-/.][A-Za-z]{3}|[A-Za-z]{3}-[0-9]|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]/[0-9]", text
    ):
        return "date"
    return "other"
