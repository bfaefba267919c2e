"""The table of closed lists, and the contract of a table with the words of its lists filled in.

A word that only names something is data: a row of `vocabulary`. A word that code acts on
(`withheld`, `day`, the rule of a measure) is code, and stands in `lib.schema.lists`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lib.schema.columns import ID_PATTERN, Column, number, text, whole
from lib.schema.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VOCABULARY = Table.of(
    "vocabulary",
    "one word of one closed list: what it is called, and its place among the others",
    ("list", "word"),
    Column("list", "the list", pattern=ID_PATTERN, like="cohort_kind"),
    whole("order", "place in the list, as readers meet it", low=1),
    text("word", "the word as the other tables write it"),
    text("label", "the word as readers see it"),
    text("heading", "the words over several of them", blank=True),
    text("part_of", "what it belongs to: a word of another list, where one is", blank=True),
    number("low", "lowest value, units only", blank=True),
    number("high", "highest value, units only", blank=True),
    text("note", "what it stands for, in a sentence", blank=True),
)

#: List -> the list whose words its own words or their `part_of` must be.
SUBSETS = {
    "overlay_category": "milestone_category",
    "landmark_category": "milestone_category",
    "equity_panel": "equity_subject",
}
PARTS = {
    "milestone_category": "milestone_family",
    "domain": "domain_part",
    "facility_type": "facility_part",
    "audience": "toolkit_fit",
    "toolkit_topic": "toolkit_fit",
    "equity_panel": "equity_panel_part",
}

#: What a county page counts beside hospitals, and what stands on the cards of participation: words
#: of these lists are indicators, or types of site.
COUNTED = ("county_care", "participation_point")

Words = tuple[tuple[str, tuple[str, ...]], ...]


def words_of(rows: Sequence[Mapping[str, str]]) -> Words:
    """List -> its words in order, as pairs that can be kept, from rows of the table as text."""
    lists: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        place = int(row["order"]) if row["order"].isdecimal() else 0
        lists.setdefault(row["list"], []).append((place, row["word"]))
    return tuple((name, tuple(word for _p, word in sorted(held))) for name, held in lists.items())


@lru_cache(maxsize=256)
def filled(table: Table, words: Words) -> Table:
    """The contract with the words of each closed list among what its column allows."""
    known = dict(words)
    return replace(
        table,
        columns=tuple(
            replace(column, allowed=(*known.get(column.words, ()), *column.allowed))
            if column.words
            else column
            for column in table.columns
        ),
    )
