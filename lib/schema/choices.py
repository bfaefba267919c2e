"""The tables of what a reader may choose: how hospitals are split."""

from __future__ import annotations

from lib.schema.columns import identifier, number, reference, text, whole
from lib.schema.table import Table

CHOICE_TABLES: tuple[Table, ...] = (
    Table(
        "splits",
        "one trait of a hospital site by which sites may be compared",
        ("split",),
        (
            identifier("split", "id of the split"),
            whole("order", "place among the splits", low=1),
            text("column", "column of hospital_programs that holds the trait"),
            text("label", "words on its button"),
            text(
                "note",
                "the caution that goes with it; {years} stands for the report years in which the "
                "column is blank",
                blank=True,
            ),
        ),
    ),
    Table(
        "split_groups",
        "one group of a split: a word of its column, or a class of its numbers",
        ("split", "group"),
        (
            reference("split", "the split", "splits.split"),
            whole("order", "place in the split", low=1),
            text("group", "the word of the column, or a name for the class"),
            number("low", "lowest number of the class, for a column of numbers", low=0, blank=True),
            text("label", "group as readers see it"),
            text("phrase", "the sites of the group, in the middle of a sentence"),
        ),
    ),
)
