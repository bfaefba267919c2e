"""How a number is rounded for readers: half goes away from zero, as people learn it and spreadsheets do.

Python, Babel and printf-style formats round half to the even digit (12.5 becomes 12) or follow the
binary form of a number (1.45 becomes 1.4); a reader who checks with n of N gets 13 and 1.5.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

#: Digits after the point beyond which a difference is one of binary arithmetic, not of the data.
BINARY = 12


def half_up(value: float, digits: int = 0) -> float:
    """`value` with so many digits after the point; what is missing or endless stays as it is."""
    number = float(value)
    if not math.isfinite(number):
        return number
    exact = Decimal(repr(round(number, BINARY)))
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)) + 0.0  # never -0


def whole(value: float) -> int:
    """`value` as a whole number."""
    return int(half_up(value))
