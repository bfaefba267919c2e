"""Finds what has a name and is no place: pages, measures, initiatives, milestones, sources.

Every word typed must be found, at the beginning of a word at least. A word that nothing begins
with stands for the words most like it, so that "palliatve" finds what "palliative" finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from lib.derive import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: A word is taken for another one that resembles it by this much, of 100, and has as many letters.
ALIKE = 80.0
SHORTEST_MISSPELLED = 4

#: Words that say nothing of what is looked for.
EMPTY = frozenset({"a", "and", "for", "in", "of", "on", "the", "to"})


class Fit(IntEnum):
    """How well an entry answers, the best first."""

    NAMED = 0
    IN_NAME = 1
    IN_TEXT = 2
    RESEMBLES = 3


@dataclass(frozen=True)
class Entry:
    """One thing that can be found: a group, its name, and where a visitor is led.

    `text` is searched as well as the name; `query` is what the address of `page` must say.
    """

    group: str
    name: str
    page: str
    query: tuple[tuple[str, str], ...] = ()
    note: str = ""
    text: str = ""
    url: str = ""


@dataclass(frozen=True)
class Index:
    """The entries, the words of each, and which entries have a word."""

    entries: tuple[Entry, ...]
    keys: tuple[str, ...]
    named: Mapping[str, frozenset[int]]
    told: Mapping[str, frozenset[int]]


def compared(text: str) -> str:
    """`text` in small letters without accents, other signs than letters and digits as spaces."""
    return " ".join(str(utils.default_process(spelling.plain(text))).split())


def index(entries: Iterable[Entry]) -> Index:
    """The index of these entries."""
    held = tuple(entries)
    named: dict[str, set[int]] = {}
    told: dict[str, set[int]] = {}
    for place, entry in enumerate(held):
        for word in compared(entry.name).split():
            named.setdefault(word, set()).add(place)
        for word in compared(f"{entry.name} {entry.text}").split():
            told.setdefault(word, set()).add(place)
    keys = tuple(compared(entry.name) for entry in held)
    return Index(held, keys, _frozen(named), _frozen(told))


def _frozen(words: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    return {word: frozenset(places) for word, places in words.items()}


def _begun(words: Mapping[str, frozenset[int]], wanted: str) -> frozenset[int]:
    """The entries with a word that begins with `wanted`; a single letter must be a whole word."""
    if len(wanted) < 2:
        return words.get(wanted, frozenset())
    return frozenset().union(*(places for word, places in words.items() if word.startswith(wanted)))


def _like(words: Mapping[str, frozenset[int]], wanted: str) -> frozenset[int]:
    """The entries with a word that `wanted` may be a misspelling of."""
    if len(wanted) < SHORTEST_MISSPELLED or any(letter.isdigit() for letter in wanted):
        return frozenset()
    found = process.extract(wanted, words.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    return frozenset().union(*(words[word] for word, _score, _place in found))


def _all(held: list[frozenset[int]]) -> frozenset[int]:
    return frozenset.intersection(*held) if held else frozenset()


def find(where: Index, text: str) -> tuple[tuple[Fit, Entry], ...]:
    """What `text` may mean, the best first, in the order of the index where alike.

    Of a group with a hit in the name, what only tells of the words is left out.
    """
    key = compared(text)
    wanted = [word for word in key.split() if word not in EMPTY]
    if not wanted or len(key) < 2:
        return ()
    in_name = [_begun(where.named, word) for word in wanted]
    in_text = [_begun(where.told, word) for word in wanted]
    named, told = _all(in_name), _all(in_text)
    alike: frozenset[int] = frozenset()
    if not told:
        alike = _all(
            [found or _like(where.told, w) for w, found in zip(wanted, in_text, strict=True)]
        )
    groups = {where.entries[place].group for place in named}
    fits = dict.fromkeys(alike, Fit.RESEMBLES)
    fits |= {p: Fit.IN_TEXT for p in told if where.entries[p].group not in groups}
    fits |= {p: Fit.NAMED if where.keys[p] == key else Fit.IN_NAME for p in named}
    ranked = sorted(fits, key=lambda place: (fits[place], place))
    return tuple((fits[place], where.entries[place]) for place in ranked)
