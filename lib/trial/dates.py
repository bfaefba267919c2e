"""Dates as spreadsheets write them: day numbers, 9/6/2016, Apr-23, 6 September 2016."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from lib.trial.digits import ascii_digits
from lib.trial.spoiled import DAY_ZERO, month_number

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
LOCAL = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")

#: Day numbers that are taken for dates: 1927 to 2100. A year has four digits.
DAYS = range(10_000, 73_415)

#: Spreadsheets read a year of two digits below this as one of 2000 and later.
TURN = 30


class Order(StrEnum):
    """What comes first in a date such as 9/6/2016, and how that is known."""

    MONTH = "month"
    DAY = "day"
    ASSUMED = "assumed"  # nothing in the column tells; month first, as in the United States
    MIXED = "mixed"  # some dates can only be one, some only the other


@dataclass(frozen=True)
class Reading:
    """A date's text, and the kind of repair it took ("" for none)."""

    text: str
    kind: str = ""


def order(cells: Iterable[str], held: Container[str]) -> Order:
    """What comes first in the local dates of a file, told by its dates or by those held."""
    parts = [match for cell in set(cells) if (match := LOCAL.fullmatch(cell.split(" ")[0]))]
    parts = [match for match in parts if min(int(match[1]), int(match[3])) <= 12]
    day = any(int(match[1]) > 12 or match[2] == "." for match in parts)
    month = any(int(match[3]) > 12 for match in parts)
    if day and month:
        return Order.MIXED
    if day:
        return Order.DAY
    if month:
        return Order.MONTH
    known = [_iso(_year(match[4]), int(match[1]), int(match[3])) in held for match in parts]
    other = [_iso(_year(match[4]), int(match[3]), int(match[1])) in held for match in parts]
    if sum(known) != sum(other):
        return Order.MONTH if sum(known) > sum(other) else Order.DAY
    return Order.ASSUMED


def read(cell: str, first: Order, precision: str) -> Reading:
    """What one cell of a date column says; as it is where nobody can tell."""
    plain = ascii_digits(cell).lstrip("'")
    if ISO.fullmatch(plain):
        return Reading(plain, "" if plain == cell else "digits")
    whole = re.sub(r"^([0-9]{4,5})\.0+$", r"\1", plain)
    if re.fullmatch(r"[0-9]{4}", whole):
        return Reading(whole)
    if whole.isdigit() and int(whole) in DAYS:
        day = DAY_ZERO + timedelta(days=int(whole))
        return Reading(_cut(day.isoformat(), precision), "serial")
    clock = re.fullmatch(
        r"(.+?)[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.0+)?(?: ?[AP]M)?Z?", plain
    )
    told = _local(clock[1] if clock else plain, first)
    if told:
        kind = "" if clock and ISO.fullmatch(clock[1]) else "local"
        if kind and first is Order.ASSUMED and LOCAL.fullmatch(clock[1] if clock else plain):
            kind = "assumed"
        return Reading(_cut(told, precision), kind)
    return Reading(cell)


def _cut(day: str, precision: str) -> str:
    """A full date as precisely as the row says it is known: a spreadsheet adds the first day."""
    if precision == "month" and day.endswith("-01"):
        return day[:7]
    return day[:4] if precision == "year" and day.endswith("-01-01") else day


def _local(text: str, first: Order) -> str:
    """The ISO form of a date in local form, "" where it is none or can be two."""
    if ISO.fullmatch(text):
        return text
    digits = LOCAL.fullmatch(text)
    if digits:
        if first is Order.MIXED:
            return ""
        one, two = int(digits[1]), int(digits[3])
        return _iso(_year(digits[4]), *((two, one) if first is Order.DAY else (one, two)))
    years = re.fullmatch(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})", text)
    if years:
        return _iso(int(years[1]), int(years[2]), int(years[3]))
    month = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{4})", text)
    if month:
        return f"{month[2]}-{int(month[1]):02d}" if 1 <= int(month[1]) <= 12 else ""
    return _worded(text)


def _worded(text: str) -> str:
    """Apr-23, April 2023, 6-Sep-16, 6 September 2016, Sep 6, 2016."""
    month = re.fullmatch(r"([A-Za-z]{3,9})\.?[- ]([0-9]{4}|[0-9]{2})", text)
    if month and month_number(month[1]):
        return f"{_year(month[2])}-{month_number(month[1]):02d}"
    day = re.fullmatch(r"([0-9]{1,2})\.?[- ]([A-Za-z]{3,9})\.?[- ,]+([0-9]{4}|[0-9]{2})", text)
    if day and month_number(day[2]):
        return _iso(_year(day[3]), month_number(day[2]), int(day[1]))
    named = re.fullmatch(r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", text)
    if named and month_number(named[1]):
        return _iso(int(named[3]), month_number(named[1]), int(named[2]))
    return ""


def _year(text: str) -> int:
    number = int(text)
    return number if len(text) == 4 else number + (2000 if number < TURN else 1900)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
