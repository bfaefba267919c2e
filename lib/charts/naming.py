"""Where names find room among dots: each beside, over or under its own, clear of all others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Heights in pixels, on a wide drawing and on a phone, and the widths for which names find room.
HEIGHT, SLIM_HEIGHT = 520, 440
WIDE, SLIM = 620, 300
#: Pixels free of dots at the right, above and below, where the corners have their words.
SIDE, END = 14, 40
#: Pixels of a letter, of a line, and of the largest dot's area.
LETTER, CORNER_LETTER, LINE, LARGEST = 6.2, 6.6, 15, 700
#: What the axes take from the height.
AXES = 60


def named_at(
    names: Sequence[str],
    across: Sequence[float],
    up: Sequence[float],
    sizes: Sequence[float],
    corners: Sequence[str],
    *,
    slim: bool,
) -> list[tuple[float, float, str]]:
    """Where the names stand that find room, the first ones first: pixels right and down, and side.

    Names keep clear of each other and of the dots, at which one tries the places in turn; a name
    without a place has an empty side.

    Args:
        names: in the order of weight; an empty one wants no place.
        across: 0 to 1 from the left.
        up: 0 to 1 from the foot.
        sizes: area of each dot in square pixels.
        corners: the words in the corners, which names keep clear of too.
        slim: for a phone.
    """
    wide, tall = (SLIM, SLIM_HEIGHT - AXES) if slim else (WIDE, HEIGHT - AXES)
    points = [
        (
            x * (wide - 2 * SIDE) + SIDE,
            END + (1 - y) * (tall - 2 * END),
            math.sqrt(size / math.pi),
        )
        for x, y, size in zip(across, up, sizes, strict=True)
    ]
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in points]
    for place, said in enumerate(corners):
        length = min(len(said) * CORNER_LETTER, wide / 2)
        left, top = (wide - length) * (place % 2), (tall - 20) * (place > 1)
        taken.append((left, top, left + length, top + 20))
    found: list[tuple[float, float, str]] = []
    for name, (x, y, r) in zip(names, points, strict=True):
        spot = _place(len(name) * LETTER, x, y, r, taken, wide) if name else None
        if spot:
            taken.append(spot[1])
        found.append(spot[0] if spot else (0.0, 0.0, ""))
    return found


Box = tuple[float, float, float, float]


def _place(
    length: float, x: float, y: float, r: float, taken: Sequence[Box], wide: float
) -> tuple[tuple[float, float, str], Box] | None:
    """The first free place of a name around its dot: beside, over, under, farther over and under."""
    reach = r + 4
    tries = [(reach, 0.0, "left"), (-reach, 0.0, "right")]
    for step in (1, 2, 3):
        off = r * (step == 1) + LINE * step - LINE / 2
        tries += [(0.0, -off, "center"), (0.0, off, "center")]
    for right, down, align in tries:
        begin = x + right - {"left": 0.0, "right": length, "center": length / 2}[align]
        box = (begin, y + down - LINE / 2, begin + length, y + down + LINE / 2)
        is_inside = box[0] >= 0 and box[2] <= wide
        own = (x - r, y - r, x + r, y + r)
        if is_inside and not any(_meet(box, other) for other in taken if other != own):
            return (right, down, align), box
    return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
