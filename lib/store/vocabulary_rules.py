"""Rules between the closed lists and the tables that use their words, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.schema import OBSERVATIONS, TABLES
from lib.schema.explain import nearest
from lib.schema.vocabulary import COUNTED, PARTS, SUBSETS, VOCABULARY
from lib.store.held import are_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.model import Offence
    from lib.store.held import Held, Tables


def vocabulary_rules(tables: Tables) -> list[Offence]:
    """Words that no row uses, lists that nothing reads, parts of nothing, values out of range.

    A word that a row uses and no list defines is told by the contract of that row's table.
    """
    if not are_whole(tables, VOCABULARY.name):
        return []
    held = tables[VOCABULARY.name]
    readers = _readers()
    return [
        *_strange_lists(held, readers),
        *_unused(held, readers, tables),
        *_strange_parts(held),
        *_counted(held, tables),
        *_places(held),
        *_ranges(held, tables),
    ]


def _readers() -> dict[str, list[tuple[str, str]]]:
    """List -> every table and column that holds its words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in (*TABLES.values(), OBSERVATIONS):
        for column in table.columns:
            if column.words:
                found.setdefault(column.words, []).append((table.name, column.name))
    return found


def _strange_lists(held: Held, readers: Mapping[str, object]) -> list[Offence]:
    """Words of a list that nothing reads, each told with the nearest list."""
    known = [*readers, *SUBSETS, *PARTS.values(), *COUNTED]
    lists = held.frame["list"]
    return [
        held.offence(
            int(row),
            "list",
            _("nothing reads this list"),
            _("Use one of: {words}.").format(
                words=nearest(str(lists[row]), known) or ", ".join(sorted(known))
            ),
        )
        for row in held.frame.index[~lists.isin(known)]
    ]


def _unused(
    held: Held, readers: Mapping[str, list[tuple[str, str]]], tables: Tables
) -> list[Offence]:
    """Words that no row of any table uses; not judged where one of the tables has lost rows."""
    frame = held.frame
    found: list[Offence] = []
    used: dict[str, set[str]] = {}
    for whole, name in PARTS.items():
        used.setdefault(name, set()).update(frame.loc[frame["list"].eq(whole), "part_of"])
    for name, places in readers.items():
        if are_whole(tables, *(table for table, _column in places)):
            used[name] = {
                str(word)
                for table, column in places
                for word in tables[table].frame[column].unique()
            }
    for name, words in used.items():
        found += held.offences(
            frame["list"].eq(name) & ~frame["word"].isin(words),
            "word",
            _("no row uses this word"),
            _("Add the rows that use it, or take the word out of vocabulary.csv."),
        )
    return found


def _strange_parts(held: Held) -> list[Offence]:
    """Words that must be words of another list, or belong to one, and are not."""
    frame = held.frame
    found: list[Offence] = []
    for column, rule in (("word", SUBSETS), ("part_of", PARTS)):
        for name, other in rule.items():
            known = frame.loc[frame["list"].eq(other), "word"]
            bad = frame["list"].eq(name) & frame[column].ne("") & ~frame[column].isin(known)
            found += held.offences(
                bad,
                column,
                _("not a word of the list {name}").format(name=other),
                _("Use one of: {words}.").format(words=", ".join(known)),
            )
    stray = frame["part_of"].ne("") & ~frame["list"].isin(PARTS)
    return found + held.offences(
        stray,
        "part_of",
        _("words of this list belong to no other"),
        _("Leave the cell blank."),
    )


def _counted(held: Held, tables: Tables) -> list[Offence]:
    """What pages are to count and is neither an indicator nor a type of site."""
    if not are_whole(tables, "indicators"):
        return []
    frame = held.frame
    known = {
        *tables["indicators"].frame["indicator_id"],
        *frame.loc[frame["list"].eq("facility_type"), "word"],
    }
    return held.offences(
        frame["list"].isin(COUNTED) & ~frame["word"].isin(known),
        "word",
        _("neither an indicator nor a type of site"),
        _("Write the id of an indicator, or a word of the list facility_type."),
    )


def _places(held: Held) -> list[Offence]:
    """Words that claim the place of another word of their list."""
    return held.offences(
        held.frame.duplicated(["list", "order"]),
        "order",
        _("another word of the list has this place"),
        _("Number the words of a list in the order in which readers meet them."),
    )


def _ranges(held: Held, tables: Tables) -> list[Offence]:
    """Values outside the range of their unit, such as a share of 1.7."""
    if OBSERVATIONS.name not in tables:
        return []
    units = held.frame[held.frame["list"].eq("unit")].set_index("word")[["low", "high"]]
    limits = {str(unit): (low, high) for unit, low, high in units.itertuples(name=None)}
    observed = tables[OBSERVATIONS.name]
    found: list[Offence] = []
    for unit, rows in observed.frame.groupby("unit", sort=False):
        if str(unit) in limits:
            found += _out_of_range(observed, rows["value"], str(unit), *limits[str(unit)])
    return found


def _out_of_range(
    held: Held, values: pd.Series[float], unit: str, low: float, high: float
) -> list[Offence]:
    """The values below `low` or above `high`; one that is missing sets no limit."""
    bad = (values < low) | (values > high)
    words = {
        "unit": unit,
        "low": _("any") if low != low else f"{low:g}",
        "high": _("any") if high != high else f"{high:g}",
    }
    problem = _("outside the range of the unit {unit}").format(**words)
    remedy = _(
        "Lowest {low}, highest {high}; a percentage is divided by 100 to make a share."
    ).format(**words)
    return held.offences(held.frame.index.isin(values.index[bad]), "value", problem, remedy)
