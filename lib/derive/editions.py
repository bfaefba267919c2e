"""What changed since an edition, and in which edition a row first appeared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from lib.derive.measures import Tables

ADDED, REVISED, WITHDRAWN = "added", "revised", "withdrawn"

#: In place of the key of a row: the whole table, or all cells of one column.
EVERY = "*"

#: What joins the parts of a row's key.
JOINT = ", "


def key(parts: Iterable[object]) -> str:
    """The key of a row in one text; one that ends in an empty part ends in no space."""
    return JOINT.join(str(part) for part in parts).rstrip()


def versions(tables: Tables) -> tuple[str, ...]:
    """Every edition, the oldest first."""
    return tuple(tables.table("editions")["version"].astype(str))


def later(tables: Tables, version: str) -> tuple[str, ...]:
    """The editions after `version`, the oldest first; none where it is not known."""
    every = versions(tables)
    return every[every.index(version) + 1 :] if version in every else ()


def changes_since(tables: Tables, version: str) -> pd.DataFrame:
    """The rows of `edition_changes` of every edition after `version`."""
    table = tables.table("edition_changes")
    return table[table["version"].isin(later(tables, version))].reset_index(drop=True)


#: A kind apart from `REVISED` for readers: most revisions are of words.
NUMBERS = "numbers revised"

#: What a cell with a number holds, and the columns of numbers whose cells may be withheld here.
NUMBER = r"-?\d+(?:\.\d+)?"
COUNTED = ("value", "numerator", "denominator")


def by_kind(changes: pd.DataFrame) -> dict[str, int]:
    """Kind of change -> rows and cells; a kind that does not occur has no entry.

    `REVISED` counts every revision; `NUMBERS` those of them in which a cell has another number, or
    got or lost one.
    """
    found = {str(kind): int(n) for kind, n in changes["kind"].value_counts().items()}
    revised = changes[changes["kind"].eq(REVISED)]
    before, after = (
        revised[side].str.fullmatch(NUMBER) | revised[side].eq("") for side in ("before", "after")
    )
    is_blank = revised["before"].eq("") & revised["after"].eq("")
    is_number = before & after & ~is_blank | revised["column"].isin(COUNTED)
    numbers = int(is_number.sum())
    return found | ({NUMBERS: numbers} if numbers else {})


def headlines_since(tables: Tables, version: str) -> pd.DataFrame:
    """One row a chart whose headline changed after `version`: `figure_id`, `before`, `after`.

    A chart that changed more than once has its first `before` and its last `after`; one that
    reads again as it did has no row.
    """
    table = tables.table("edition_headlines")
    held = table[table["version"].isin(later(tables, version))]
    order = {name: place for place, name in enumerate(versions(tables))}
    held = held.assign(_order=held["version"].map(order)).sort_values("_order")
    grouped = held.groupby("figure_id", sort=True).agg(
        before=("before", "first"), after=("after", "last")
    )
    return grouped[grouped["before"] != grouped["after"]].reset_index()


@lru_cache(maxsize=4)
def added(tables: Tables) -> Mapping[tuple[str, str], str]:
    """(table, key of the row) -> the newest edition that added it."""
    table = tables.table("edition_changes")
    held = table[table["kind"].eq(ADDED) & ~(table["row"].eq(EVERY) & table["column"].ne(""))]
    return {
        (str(row.table), str(row.row)): str(row.version) for row in held.itertuples(index=False)
    }


def since(tables: Tables, table: str, row: str) -> str:
    """The edition in which a row first appeared: the first one unless a later one added it.

    `row` is the key of the row, as `key` writes it.
    """
    every = versions(tables)
    first = added(tables).get((table, EVERY), every[0] if every else "")
    return added(tables).get((table, row), first)
