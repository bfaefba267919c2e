"""One column of a table: its kind, what it may hold and what it points to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column are, once read."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """The contract of one column; `refers` is ``table.column``, `many` allows several ids.

    `words` names a list of `vocabulary`, whose words it may hold beside those of `allowed`.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    blank: bool = False
    allowed: tuple[str, ...] = ()
    words: str = ""
    pattern: str = ""
    like: str = ""
    low: float | None = None
    high: float | None = None
    refers: str = ""
    many: bool = False

    @property
    def refers_to(self) -> tuple[str, str]:
        """The table and column that hold the ids this column may use."""
        table, _, column = self.refers.partition(".")
        return table, column


ID_PATTERN = r"[a-z0-9]+(?:_[a-z0-9]+)*"
SOURCE_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# Digits are written out: \d also means the digits of other scripts, which look the same here.
FIPS_PATTERN = r"06[0-9]{3}"
GEO_PATTERN = r"US|CA|ST-[A-Z]{2}|06[0-9]{3}"
DATE_PATTERN = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
URL_PATTERN = r"https?://\S+"
FACILITY_PATTERN = r"[0-9]{9}|CDPH-[0-9]{9}"

#: The years that a date may name: the oldest fact is of 1990, the farthest projection of 2060.
EARLIEST, LATEST = 1900, 2100

#: No count of people, homes or places is higher: the United States have 340 million residents.
MOST = 400_000_000


def text(name: str, about: str, *, blank: bool = False) -> Column:
    """A column of words."""
    return Column(name, about, blank=blank)


def choice(name: str, about: str, allowed: tuple[str, ...], *, blank: bool = False) -> Column:
    """A column that holds one word of a closed list."""
    return Column(name, about, blank=blank, allowed=allowed)


def word(
    name: str, about: str, listed: str, *, blank: bool = False, also: tuple[str, ...] = ()
) -> Column:
    """A column that holds one word of a list of `vocabulary`, or one of `also`."""
    return Column(name, about, blank=blank, allowed=also, words=listed)


def identifier(name: str, about: str) -> Column:
    """The snake_case id that a table gives its rows."""
    return Column(name, about, pattern=ID_PATTERN, like="report_card_2019")


def reference(name: str, about: str, refers: str, *, blank: bool = False) -> Column:
    """A column that holds an id of another table, written ``table.column``."""
    return Column(name, about, blank=blank, refers=refers)


def source(name: str = "source_id", *, blank: bool = False) -> Column:
    """A column that names the source of the row."""
    return Column(
        name,
        "source of the row",
        blank=blank,
        pattern=SOURCE_PATTERN,
        like="chcf-2014-up-close",
        refers="sources.source_id",
    )


def sources() -> Column:
    """A column that names several sources, separated by spaces."""
    return Column(
        "source_ids",
        "sources of the row, separated by single spaces",
        refers="sources.source_id",
        pattern=rf"{SOURCE_PATTERN}(?: {SOURCE_PATTERN})*",
        like="chcf-2014-up-close chcf-2017-finding-focus",
        many=True,
    )


def county(*, blank: bool = False) -> Column:
    """A column that names a county by its five-digit FIPS code."""
    return Column(
        "county_fips",
        "county, 5-digit FIPS code as text",
        blank=blank,
        pattern=FIPS_PATTERN,
        like="06001",
        refers="counties.county_fips",
    )


def date(name: str, about: str, *, blank: bool = False) -> Column:
    """A date of the precision that is known: YYYY, YYYY-MM or YYYY-MM-DD."""
    return Column(name, about, Kind.DATE, blank=blank, pattern=DATE_PATTERN, like="2024-01-31")


def whole(
    name: str,
    about: str,
    *,
    low: float | None = 0,
    high: float | None = MOST,
    blank: bool = False,
) -> Column:
    """A column of whole numbers."""
    return Column(name, about, Kind.WHOLE, blank=blank, low=low, high=high)


def number(
    name: str,
    about: str,
    *,
    low: float | None = None,
    high: float | None = None,
    blank: bool = False,
) -> Column:
    """A column of plain decimal numbers."""
    return Column(name, about, Kind.NUMBER, blank=blank, low=low, high=high)
