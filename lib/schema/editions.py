"""The tables of editions: what each one brought, row by row and headline by headline."""

from __future__ import annotations

from lib.schema import lists
from lib.schema.columns import Column, choice, date, identifier, reference, text
from lib.schema.table import Table

VERSION_PATTERN = r"\d{4}\.(?:0[1-9]|1[0-2])(?:\.\d+)?"
_VERSION = reference("version", "the edition", "editions.version")

EDITION_TABLES: tuple[Table, ...] = (
    Table.of(
        "editions",
        "one edition of these tables, the oldest first",
        ("version",),
        Column("version", "year and month, then a number", pattern=VERSION_PATTERN, like="2026.11"),
        date("date", "day of the edition"),
        text("note", "what it brings, in a sentence"),
    ),
    Table.of(
        "edition_changes",
        "one row or cell that an edition changed; written by `python -m lib.release`",
        ("version", "table", "row", "column"),
        _VERSION,
        choice("kind", "what became of it", lists.CHANGE_KINDS),
        text("table", "the table, as its file is called"),
        text(
            "row",
            "key of the row, its parts joined by a comma and a space; * for a whole table or column",
        ),
        text("column", "the cell revised, or the column added; blank for a whole row", blank=True),
        text("before", "what it said, for a cell revised", blank=True),
        text("after", "what it says, for a cell revised", blank=True),
        text("why", "the reason, where one was given", blank=True),
    ),
    Table.of(
        "edition_headlines",
        "one chart whose headline an edition changed; written by `python -m lib.release`",
        ("version", "figure_id"),
        _VERSION,
        identifier("figure_id", "the chart"),
        text("before", "its headline in the edition before; blank for a new chart", blank=True),
        text("after", "its headline since"),
    ),
)
