"""Sentences about how the older population is projected to grow."""

from __future__ import annotations

from lib.derive.rounding import half_up
from lib.i18n import _


def times(value: float) -> str:
    """Growth as a multiple."""
    return _("{value} times").format(value=f"{half_up(value, 1):.1f}")


def growth_headline(
    older: str, since: str, until: str, county: str, growth: str, state: str
) -> str:
    """Where the projection has most growth, beside the state."""
    return _(
        "By {until}, {county} County is projected to have {growth} as many people {older} and "
        "older as in {since}, compared with {state} as many in California"
    ).format(since=since, until=until, growth=growth, older=older, county=county, state=state)
