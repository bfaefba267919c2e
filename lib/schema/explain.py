"""What is wrong with a cell and how to mend it, in words for a data steward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.schema.columns import EARLIEST, LATEST

if TYPE_CHECKING:
    from lib.schema.columns import Column


def explain(problem: str, column: Column) -> tuple[str, str]:
    """The problem and its remedy in words, for the `problem` of a cell of `column`."""
    match problem:
        case "blank":
            return (
                _("the cell is blank"),
                _("Fill it in from the source, or take the row out: what is not known has no row."),
            )
        case "allowed":
            return (
                _("not a word of the closed list"),
                _("Use one of: {words}.").format(words=", ".join(column.allowed)),
            )
        case "pattern":
            return (
                _("not in the form this column needs"),
                _("Write it as text like {example}.").format(example=column.like),
            )
        case "low":
            return (
                _("below the lowest value allowed"),
                _("Use {low} or more.").format(low=column.low),
            )
        case "high":
            return (
                _("above the highest value allowed"),
                _("Use {high} or less.").format(high=column.high),
            )
        case _:
            return _explain_reading(problem)


def _explain_reading(problem: str) -> tuple[str, str]:
    """The problem and remedy of a cell that cannot be read as what it should be."""
    match problem:
        case "number":
            return (
                _("not a number"),
                _("Write the source's number in digits, with a point before decimals."),
            )
        case "whole":
            return _("not a whole number"), _("Write the source's number in digits only.")
        case "text":
            return (
                _("outer spaces, control characters or letters lost in a wrong encoding"),
                _("Type the words again and save the file as UTF-8."),
            )
        case "year":
            return (
                _("no fact of this edition can be of this year"),
                _("Give a year from {first} to {last}.").format(first=EARLIEST, last=LATEST),
            )
        case "day":
            return _("no calendar has this day"), _("Correct the day or the month.")
        case "repeated":
            return (
                _("another row has the same key"),
                _("Keep one of the two rows, or correct the key of one."),
            )
        case _:
            return (
                _("breaks the rule {rule}").format(rule=problem),
                _("See data/README.md for what this column holds."),
            )
