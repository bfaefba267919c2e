"""What is wrong with a cell and how to mend it, in words for a data steward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from lib.i18n import _
from lib.schema.columns import EARLIEST, LATEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.schema.columns import Column


#: How alike (0 to 100) the nearest known word must be to be worth a mention.
ALIKE = 70


def explain(problem: str, column: Column, cell: str = "") -> tuple[str, str]:
    """The problem and its remedy in words, for the `problem` of a `cell` of `column`."""
    if problem == "allowed":
        return _explain_word(column, cell)
    words = {
        "blank": (
            _("the cell is blank"),
            _("Fill it in from the source, or take the row out: what is not known has no row."),
        ),
        "pattern": (
            _("not in the form this column needs"),
            _("Write it as text like {example}.").format(example=column.like),
        ),
        "low": (
            _("below the lowest value allowed"),
            _("Use {low} or more.").format(low=column.low),
        ),
        "high": (
            _("above the highest value allowed"),
            _("Use {high} or less.").format(high=column.high),
        ),
        "number": (
            _("not a number"),
            _("Write the source's number in digits, with a point before decimals."),
        ),
        "whole": (_("not a whole number"), _("Write the source's number in digits only.")),
        "text": (
            _("outer spaces, control characters or letters lost in a wrong encoding"),
            _("Type the words again and save the file as UTF-8."),
        ),
        "year": (
            _("no fact of this dashboard can be of this year"),
            _("Give a year from {first} to {last}.").format(first=EARLIEST, last=LATEST),
        ),
        "day": (_("not a real date"), _("Correct the day or the month.")),
        "repeated": (
            _("another row has the same key"),
            _("Keep one of the two rows, or correct the key of one."),
        ),
    }
    return words.get(problem) or (
        _("breaks the rule {rule}").format(rule=problem),
        _("See data/README.md for what this column contains."),
    )


def _explain_word(column: Column, cell: str) -> tuple[str, str]:
    """The problem and remedy of a cell that is no word of its list: the nearest one comes first."""
    listed = _("Use one of: {words}.").format(words=", ".join(column.allowed))
    near = nearest(cell, column.allowed)
    if near:
        listed = _("Did you mean {word}? {listed}").format(word=near, listed=listed)
    if column.words:
        listed = _("{listed} A new word needs its row in vocabulary.csv, list {name}.").format(
            listed=listed, name=column.words
        )
    return _("not one of the allowed words"), listed


def nearest(cell: str, known: Iterable[str]) -> str:
    """The known word most like `cell`, or an empty text where none is alike."""
    found = process.extractOne(cell, list(known), scorer=fuzz.WRatio, score_cutoff=ALIKE)
    return str(found[0]) if found else ""
