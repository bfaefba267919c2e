"""The tables of the state's reports: which are held, and how a published file is read."""

from __future__ import annotations

from lib.schema.columns import choice, source, text, whole
from lib.schema.table import Table

REPORT_TABLES: tuple[Table, ...] = (
    Table(
        "reports",
        "one year of the state's hospital report in one table",
        ("table", "year"),
        (
            choice(
                "table",
                "the table that holds its rows",
                ("hospital_license_years", "hospital_programs"),
            ),
            whole("year", "report year", low=None),
            source(),
            choice("state", "final, or preliminary and to be replaced", ("final", "preliminary")),
            text("locator", "where in the source the rows stand"),
            text("note", "what to know about the report", blank=True),
        ),
    ),
    Table(
        "state_layouts",
        "one column that is read from the state's workbook in one of its layouts",
        ("layout", "field", "header"),
        (
            text("layout", "the report years that the layout was used in"),
            text("field", "what the column holds, in our words"),
            text("header", "its header in the workbook; a field may have several"),
        ),
    ),
    Table(
        "state_words",
        "one word of the state's workbook and what it is called here",
        ("list", "state_word"),
        (
            text("list", "the field, or the kind of field, that the word stands in"),
            text("state_word", "the word as the state writes it; case and spaces do not matter"),
            text("our_word", "the word of our tables, blank where it means no answer", blank=True),
        ),
    ),
)
