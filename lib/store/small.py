"""Offences against the small-number rule: what the tables say they withhold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import suppression
from lib.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Offence
    from lib.store.held import Held


def small_numbers(tables: Mapping[str, Held]) -> list[Offence]:
    """Blank values that are not said to be withheld, and told ones that are."""
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
    return found
