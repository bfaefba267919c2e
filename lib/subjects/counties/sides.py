"""On which side of its dot the words of each stand, so that none lies over another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.maps.geometry import Frame

#: The drawing on a desk, in pixels: width and height without its margins.
WIDE, HIGH = 540, 334
#: Pixels of a letter, of a line, and from a dot to its words.
LETTER, LINE, GAP = 7.0, 17.0, 11.0
#: The same on a phone, whose page has less width and no less height: a letter as it is on average.
SLIM, SLIM_LETTER = 340, 6.5
#: Words right of this part of the frame stand at the left of their dot, where nothing speaks against.
TURN = 0.62

#: Left, low, right and high.
Box = tuple[float, float, float, float]


def sides(frame: Frame, places: Sequence[tuple[float, float, int]]) -> list[str]:
    """Left or right for each of a few dots, with the fewest words that lie over another thing.

    `places` are the dots that have words: x and y in the plane, and how many letters.
    """
    scale = min(WIDE / (frame.right - frame.left), HIGH / (frame.top - frame.bottom))
    middle = (frame.left + frame.right) / 2
    dots = [((x - middle) * scale, y * scale, letters * LETTER) for x, y, letters in places]
    turn = frame.left + TURN * (frame.right - frame.left)
    usual = ["left" if x > turn else "right" for x, _y, _letters in places]
    ways = [list(way) for way in itertools.product(("right", "left"), repeat=len(places))]
    return min(ways, key=lambda way: _cost(dots, way, usual))


def cities(frame: Frame, dots: Sequence[tuple[float, float, str]]) -> dict[int, tuple[str, str]]:
    """The dots beside which the name of their city stands, and on which side.

    A city is named once, beside its outermost dot, and only where its name lies over no dot, no
    other name and no edge.

    `dots` are x and y in the plane and the city, the most important first.

    Returns:
        Place in `dots` -> the city and "left" or "right".
    """
    scale = min(WIDE / (frame.right - frame.left), HIGH / (frame.top - frame.bottom))
    middle = (frame.left + frame.right) / 2
    spots = [((x - middle) * scale, y * scale) for x, y, _city in dots]
    taken = [(x - GAP / 2, y - GAP / 2, x + GAP / 2, y + GAP / 2) for x, y in spots]
    edge = (frame.right - frame.left) / 2 * scale
    found: dict[int, tuple[str, str]] = {}
    for city in dict.fromkeys(city for _x, _y, city in dots if city):
        own = [at for at, (_x, _y, name) in enumerate(dots) if name == city]
        ends = (
            (max(own, key=lambda at: spots[at][0]), "right"),
            (min(own, key=lambda at: spots[at][0]), "left"),
        )
        free: list[tuple[int, str, Box]] = []
        for at, side in ends:
            box = _box((*spots[at], len(city) * LETTER), side)
            if box[0] > -edge and box[2] < edge and not any(meet(box, other) for other in taken):
                free.append((at, side, box))
        if free:
            # Of two that have room on a desk, the one that a phone does not cut off.
            at, side, box = min(free, key=lambda one: _is_cut(frame, dots[one[0]], one[1]))
            found[at] = (city, side)
            taken.append(box)
    return found


def on_a_phone(frame: Frame, named: Sequence[tuple[float, float, str, str]]) -> list[bool]:
    """Which of the names have room on a phone: whole, and over no other that is shown there.

    `named` are x and y of the dot in the plane, the name and its side, the most important first.
    """
    taken: list[Box] = []
    found = []
    for x, y, name, side in named:
        box = _slim(frame, (x, y, name), side)
        has_room = not _is_cut(frame, (x, y, name), side)
        has_room &= not any(meet(box, other) for other in taken)
        found.append(has_room)
        taken += [box] if has_room else []
    return found


def _slim(frame: Frame, dot: tuple[float, float, str], side: str) -> Box:
    """Where the name of a dot lies on a phone, from the middle of the drawing."""
    x, y, name = dot
    scale = min(SLIM / (frame.right - frame.left), HIGH / (frame.top - frame.bottom))
    middle = (frame.left + frame.right) / 2
    return _box(((x - middle) * scale, y * scale, len(name) * SLIM_LETTER), side)


def _is_cut(frame: Frame, dot: tuple[float, float, str], side: str) -> bool:
    left, _low, right, _high = _slim(frame, dot, side)
    return left < -SLIM / 2 or right > SLIM / 2


def _cost(
    dots: Sequence[tuple[float, float, float]], way: Sequence[str], usual: Sequence[str]
) -> tuple[int, int]:
    """How much lies over something else or beyond the edge, then how much stands unusually."""
    boxes = [_box(dot, side) for dot, side in zip(dots, way, strict=True)]
    over = sum(meet(a, b) for a, b in itertools.combinations(boxes, 2))
    over += sum(
        meet(box, (x - GAP / 2, y - GAP / 2, x + GAP / 2, y + GAP / 2))
        for box in boxes
        for x, y, _long in dots
    )
    over += sum(left < -WIDE / 2 or right > WIDE / 2 for left, _low, right, _high in boxes)
    return over, sum(a != b for a, b in zip(way, usual, strict=True))


def _box(dot: tuple[float, float, float], side: str) -> Box:
    x, y, long = dot
    left = x + GAP if side == "right" else x - GAP - long
    return left, y - LINE / 2, left + long, y + LINE / 2


def meet(one: Box, other: Box) -> bool:
    """True where two boxes have a part in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
