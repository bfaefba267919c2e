"""Which years of the state's hospital report the bundle has, and where each was read.

The years are rows of `data/reports.csv`, by site or by license: a new report is new rows, and
what says "newest" speaks of it at once. A year without a row is a gap and stays one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from lib.derive.measures import Tables

SITES = "sites"
LICENSES = "licenses"

ADDED_UP = "added_up"
MINIMUM = "minimum"


@lru_cache(maxsize=16)
def listed(tables: Tables, report: str = SITES) -> pd.DataFrame:
    """The reports of one kind, index `year`, oldest first; columns as in `reports`."""
    table = tables.table("reports")
    return table[table["report"].eq(report)].sort_values("year").set_index("year")


def years(tables: Tables, report: str = SITES) -> tuple[int, ...]:
    """The years of one kind of report, oldest first."""
    return tuple(int(year) for year in listed(tables, report).index)


def newest(tables: Tables, report: str = SITES) -> int:
    """The newest year of one kind of report."""
    return years(tables, report)[-1]


def source(tables: Tables, year: int, report: str = SITES) -> str:
    """The source that the rows of one year were read from.

    Raises:
        KeyError: no report of that year.
    """
    return str(listed(tables, report).at[year, "source_id"])


def newest_source(tables: Tables, report: str = SITES) -> str:
    """The source of the newest report of one kind."""
    return source(tables, newest(tables, report), report)


def sources(tables: Tables, report: str = SITES) -> tuple[str, ...]:
    """The sources of every year of one kind of report, oldest first, each once."""
    return tuple(dict.fromkeys(listed(tables, report)["source_id"].astype(str)))


def spans(tables: Tables, report: str = SITES) -> tuple[tuple[int, int], ...]:
    """Every two reports that follow each other, the newest two first."""
    held = years(tables, report)
    return tuple(pairwise(held))[::-1]


def complete_years(tables: Tables) -> tuple[int, ...]:
    """The years whose counts are more than minimums: only these may be compared in a headline."""
    held = listed(tables)
    return tuple(int(year) for year in held.index[held["coverage"].ne(MINIMUM)])


def notes(
    tables: Tables, report: str = SITES, *, shown: Iterable[int] | None = None
) -> tuple[str, ...]:
    """What a reader must know about single years, or about those that are `shown`, oldest first."""
    held = listed(tables, report)["note"].astype(str)
    if shown is not None:
        held = held[held.index.isin(list(shown))]
    return tuple(note for note in held if note)


def note(tables: Tables, year: int, report: str = SITES) -> str:
    """What a reader must know about one year; an empty text where nothing."""
    return str(listed(tables, report)["note"].get(year, ""))


def is_added_up(tables: Tables, year: int) -> bool:
    """True where the licenses of a year were added up from its sites."""
    return bool(listed(tables, LICENSES).at[year, "how"] == ADDED_UP)
