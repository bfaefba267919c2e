"""Whether one number is above, below or about the same as another: one rule for every comparison.

Both numbers are first rounded as they are shown, so that no sentence says "below" of two numbers
that read alike; and a difference too small to matter is called none.
"""

from __future__ import annotations

from enum import StrEnum

from lib.derive.rounding import half_up

#: Shares this near are about the same: one percentage point, less where both are small.
POINT = 0.01
#: Of the number that is compared with: the band of small shares, and of all other numbers.
SMALL_SHARE = 0.05
OTHER = 0.02

#: Digits after the point with which shares and other numbers are shown.
SHARE_DIGITS, DIGITS = 3, 1
NOISE = 1e-9

SHARES = frozenset({"share", "growth"})


class Side(StrEnum):
    """Where a number stands against another."""

    ABOVE = "above"
    SAME = "about the same"
    BELOW = "below"


def shown(value: float, unit: str) -> float:
    """`value` rounded as readers see it."""
    if unit == "usd":
        return half_up(value)
    return half_up(value, SHARE_DIGITS if unit in SHARES else DIGITS)


def side(value: float, reference: float, unit: str) -> Side:
    """Where `value` stands against `reference`, both in `unit` (share, growth or another)."""
    one, other = shown(value, unit), shown(reference, unit)
    band = min(POINT, SMALL_SHARE * abs(other)) if unit in SHARES else OTHER * abs(other)
    if abs(one - other) <= band + NOISE:
        return Side.SAME
    return Side.ABOVE if one > other else Side.BELOW
