"""What a spreadsheet makes of a text when a file is opened in it: dates, numbers, percentages."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The day from which spreadsheets count.
DAY_ZERO = date(1899, 12, 30)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = "|".join(f"{name}[a-z]*" for name in MONTHS)


def month_number(word: str) -> int:
    """1 to 12 for the English name of a month, long or short; 0 where it is none."""
    short = word[:3].title()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def forms(text: str) -> set[str]:
    """Every text that a spreadsheet may show or save in place of `text`."""
    found = {form for make in (_number, _percent, _range, _months, _dated) for form in make(text)}
    if text.lower() in ("true", "false"):
        found.add(text.upper())
    return found - {text}


def _number(text: str) -> Iterable[str]:
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        yield bare(Decimal(text))


def bare(value: Decimal) -> str:
    """A number in the fewest digits, without an exponent."""
    said = f"{value:f}"
    said = said.rstrip("0").rstrip(".") if "." in said else said
    return "0" if said in ("-0", "") else said


def _percent(text: str) -> Iterable[str]:
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?%", text):
        number = Decimal(text[:-1])
        yield f"{number:.2f}%"
        yield bare(number / 100)


def _range(text: str) -> Iterable[str]:
    """5-9 is taken for the ninth of May, 1-50 for January 1950."""
    pair = re.fullmatch(r"([0-9]{1,2})[-/]([0-9]{1,2})", text)
    if not pair or not 1 <= int(pair[1]) <= 12:
        return
    month, second = int(pair[1]), int(pair[2])
    short = MONTHS[month - 1]
    if 1 <= second <= 31:
        yield f"{second}-{short}"
        yield f"{second:02d}-{short}"
    else:
        yield f"{short}-{second:02d}"


def _months(text: str) -> Iterable[str]:
    """January 2017 and 2011-12 are taken for months."""
    named = re.fullmatch(rf"({_MONTH})\.? ([0-9]{{4}})", text, re.IGNORECASE)
    digits = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    if named:
        yield from _month(int(named[2]), month_number(named[1]))
    elif digits:
        yield from _month(int(digits[1]), int(digits[2]))


def _month(year: int, month: int) -> Iterable[str]:
    first = date(year, month, 1)
    yield f"{MONTHS[month - 1]}-{year % 100:02d}"
    yield f"{year}-{month:02d}"
    yield str((first - DAY_ZERO).days)
    yield first.isoformat()
    yield f"{month}/1/{year}"


def _dated(text: str) -> Iterable[str]:
    day = _day(text)
    if day:
        yield f"{day.month}/{day.day}/{day.year}"
        yield f"{day.month:02d}/{day.day:02d}/{day.year}"
        yield f"{day.day}-{MONTHS[day.month - 1]}-{day.year % 100:02d}"
        yield day.isoformat()
        yield str((day - DAY_ZERO).days)


def _day(text: str) -> date | None:
    """The day that a text is taken for; it may be written in words."""
    worded = re.fullmatch(rf"([0-9]{{1,2}}) ({_MONTH})\.? ([0-9]{{4}})", text, re.IGNORECASE)
    american = re.fullmatch(rf"({_MONTH})\.? ([0-9]{{1,2}}), ([0-9]{{4}})", text, re.IGNORECASE)
    try:
        if worded:
            return date(int(worded[3]), month_number(worded[2]), int(worded[1]))
        if american:
            return date(int(american[3]), month_number(american[1]), int(american[2]))
        return (
            date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
        )
    except ValueError:
        return None
