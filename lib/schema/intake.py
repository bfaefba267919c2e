"""The tables by which a published file of the state is read: its headers and its words."""

from __future__ import annotations

from lib.schema.columns import text
from lib.schema.table import Table

INTAKE_TABLES: tuple[Table, ...] = (
    Table.of(
        "state_layouts",
        "one column that is read from the state's workbook in one of its layouts",
        ("layout", "field", "header"),
        text("layout", "the report years that the layout was used in"),
        text("field", "what the column holds, in our words"),
        text("header", "its header in the workbook; a field may have several"),
    ),
    Table.of(
        "state_words",
        "one word of the state's workbook and what it is called here",
        ("list", "state_word"),
        text("list", "the field, or the kind of field, that the word stands in"),
        text("state_word", "the word as the state writes it; case and spaces do not matter"),
        text("our_word", "the word of our tables, blank where it means no answer", blank=True),
    ),
)
