"""Offences against the small-number rule: what the tables withhold, and what they leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import suppression
from lib.i18n import _

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Offence
    from lib.store.held import Tables


def small_numbers(tables: Tables) -> list[Offence]:
    """Blank values that are not said to be withheld, told ones that are, and open small counts.

    The tables of the repository are public themselves: a count that no page shows must not
    stand open in them either.
    """
    if "observations" not in tables:
        return []
    held = tables["observations"]
    frame = held.frame
    said = frame["status"].eq(suppression.WITHHELD)
    found = held.offences(
        frame["value"].isna() & ~said,
        "value",
        _("blank, and not said to be withheld"),
        _(
            "Give the number. A count of people that may not be told is left blank, with withheld "
            "as its status; what is not known has no row."
        ),
    )
    found += held.offences(
        said & (frame["value"].notna() | frame["numerator"].notna()),
        "value",
        _("withheld, and told all the same"),
        _("Leave value and numerator blank, or say how the number came to be in status."),
    )
    return found + _open_counts(tables, said)


def _open_counts(tables: Tables, said: pd.Series[bool]) -> list[Offence]:
    """Small counts of people that stand open, and numbers that would give one away."""
    if "people_counts" not in tables:
        return []
    held = tables["observations"]
    hidden = suppression.small(held.frame, tables["people_counts"].frame)
    return held.offences(
        held.frame.index.isin(list(hidden)) & ~said,
        "value",
        _("a count of fewer than 11 people, or a number that would give one away, is not withheld"),
        _("Leave value and numerator blank, and write withheld as its status."),
    )
