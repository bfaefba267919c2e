"""Cells that nobody can mend but the steward: why, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lib.i18n import _
from lib.trial.dates import Order

if TYPE_CHECKING:
    from lib.schema import Column

#: What a spreadsheet writes where a formula came to nothing.
ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|ERROR!|#+)")


@dataclass(frozen=True)
class Fault:
    """One cell, why it cannot be read, and the remedy; alike for all cells of one cause."""

    row: int
    column: str
    value: str
    problem: str
    remedy: str


#: What is wrong, and the remedy.
Words: TypeAlias = tuple[str, str]


def error() -> Words:
    """An error of a formula in place of what it should have given."""
    remedy = _("Fix the formula, and paste its values in place of it (paste special, values only).")
    return _("a formula of the spreadsheet came to an error"), remedy


def lost_digits(column: Column) -> Words:
    """An id that a spreadsheet shows with an exponent: its last digits are gone."""
    remedy = _("Take the ids from the table again, in a column of the kind text: {example}.")
    problem = _("a spreadsheet wrote the id as a number and dropped its last digits")
    return problem, remedy.format(example=column.like)


def date(order: Order) -> Words:
    """A date that cannot be told, or could be two."""
    remedy = _("Write it as 2024-01-31, as 2024-01 or as 2024, as precisely as the source does.")
    if order is Order.MIXED:
        return _("some dates of this column have the day first and some the month"), remedy
    return _("not a date that can be told"), remedy


def number(kind: str, column: Column) -> Words:
    """A cell of a number column that holds no number."""
    observed = column.name in ("value", "numerator")
    if kind == "withheld":
        if observed:
            return _("a sign for a withheld number, where a number belongs"), _(
                "A withheld number is entered as a blank: leave value and numerator empty and write "
                "withheld as the status. Do not put another number in its place."
            )
        return _("a sign for a withheld number, where a number belongs"), _(
            "A withheld number is entered as a blank cell. Do not put another number in its place."
        )
    if kind == "absent":
        if column.name == "value":
            return _("a sign that there is no number"), _(
                "Take the row out: what was not collected or not found has no row. If the "
                "number is known and withheld, leave value and numerator empty and write "
                "withheld as the status."
            )
        return _("a sign that there is no number"), (
            _("Leave the cell empty.") if column.blank else _("Take the row out.")
        )
    if kind == "percent":
        return _("a percentage"), _(
            "Write a share with a point, as the source gives it: 0.43 for 43%."
        )
    if kind == "date":
        return _("a date where a number belongs: a spreadsheet makes one of 1-9 or 3/4"), _(
            "Take the number from the source. A range such as 1-9 means a withheld number, "
            "which is entered as a blank."
        )
    return _("not a number"), _(
        "Write the source's number in digits, with a point before decimals."
    )
