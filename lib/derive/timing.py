"""Dates of any precision as spans of time, and where labels over them find room."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Length of a date as text -> how precisely it is known.
PRECISION = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True)
class Span:
    """A stretch of time in decimal years: 2014.0 is the first moment of 2014."""

    begin: float
    end: float

    @property
    def middle(self) -> float:
        """The moment halfway."""
        return (self.begin + self.end) / 2

    def overlaps(self, year: int) -> bool:
        """True when some part of the span lies in `year`."""
        return self.begin < year + 1 and self.end > year


def span(date: str) -> Span:
    """The time that a date covers: a year spans the year, a month the month, a day the day.

    Args:
        date: YYYY, YYYY-MM or YYYY-MM-DD.
    """
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return Span(float(parts[0]), float(parts[0] + 1))
    if len(parts) == 2:
        return Span(parts[0] + (parts[1] - 1) / 12, parts[0] + parts[1] / 12)
    day = dt.date(*parts)
    length = 366 if calendar.isleap(day.year) else 365
    at = day.timetuple().tm_yday - 1
    return Span(day.year + at / length, day.year + (at + 1) / length)


def places(dates: Iterable[str]) -> dict[str, list[Any]]:
    """The columns of dates on an axis of time: `begin`, `end`, `middle` and how `precise` they are."""
    held = [(span(date), PRECISION[len(date)]) for date in dates]
    return {
        "begin": [each.begin for each, _precise in held],
        "end": [each.end for each, _precise in held],
        "middle": [each.middle for each, _precise in held],
        "precise": [precise for _each, precise in held],
    }


def run(start: str, end: str) -> Span | None:
    """The time from the first moment of `start` to the last of `end`, None without any date.

    Where one of the two is not stated the span covers the date that is.
    """
    if not start and not end:
        return None
    return Span(span(start or end).begin, span(end or start).end)


def months_between(first: str, last: str) -> tuple[int, int]:
    """Whole years and months from one day or month to a later one, as a calendar counts."""
    one, other = ([int(part) for part in date.split("-")] for date in (first, last))
    months = (other[0] - one[0]) * 12 + other[1] - one[1]
    if len(one) > 2 and len(other) > 2 and other[2] < one[2]:
        months -= 1
    return divmod(months, 12)


def lanes(places: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each label so that none covers another, nor a line drawn down from another.

    Each label starts at its place and runs right; a line falls from it. A label that would
    start under an earlier one goes to a lower lane, so its line begins below the earlier text.

    Args:
        places: (start, length) of each label, sorted by start.
    """
    found: list[int] = []
    for at, (start, _length) in enumerate(places):
        above = [
            lane
            for lane, (earlier, length) in zip(found, places[:at], strict=True)
            if earlier + length > start
        ]
        found.append(max(above) + 1 if above else 0)
    return found
