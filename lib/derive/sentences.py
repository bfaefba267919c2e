"""Sentences that stand in a table with places for numbers: ``{top}``, ``{v[White]}``.

Only places of this form are filled: a table may come from anybody, and Python's own formats
reach further than the values given.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"\{(\w+)(?:\[([^\]{}]+)\])?\}")

#: Places that hold a word, and places that hold one for each group.
WORDS = (
    "period",
    "top",
    "low",
    "top_group",
    "low_group",
    "gap",
    "gap_before",
    "ratio",
    "ratio_before",
    "before",
)
BY_GROUP = ("v", "n")


def places(text: str) -> list[tuple[str, str]]:
    """The places of a sentence in order: their name, and their group or an empty text."""
    return [(found[1], found[2] or "") for found in _PLACE.finditer(text)]


def is_sound(text: str) -> bool:
    """True where every brace of a sentence belongs to a place that can be filled."""
    known = all(name in BY_GROUP if group else name in WORDS for name, group in places(text))
    return known and not re.search(r"[{}]", _PLACE.sub("", text))


def filled(text: str, values: Mapping[str, object]) -> str:
    """The sentence with its places filled; an empty text where a value is not held."""
    found: list[str] = []
    for name, group in places(text):
        value = values.get(name)
        if group:
            value = value.get(group) if isinstance(value, dict) else None
        if value is None or value == "":
            return ""
        found.append(str(value))
    words = iter(found)
    return _PLACE.sub(lambda _place: next(words), text)
