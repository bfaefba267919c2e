"""Names in readable case: the state writes them in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib.intake.known import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Initials (L.A.) or a word with its apostrophes.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")


def readable(name: str, words: Mapping[str, str]) -> str:
    """`name` with capitals at the start of words only; a word not all in capitals is kept.

    `words` is plain form -> how a word is written that follows no rule (UCSF, of).
    """
    if plain(name) in words:
        return words[plain(name)]
    text = _WORD.sub(lambda found: _word(found[0], words), " ".join(name.split()))
    return text[:1].upper() + text[1:]


def _word(word: str, words: Mapping[str, str]) -> str:
    if not word.isupper() or "." in word:
        return word
    return words.get(plain(word), word[:1] + word[1:].lower())
