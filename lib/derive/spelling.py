"""One spelling for what is typed and what is searched: marks, case and typed signs aside."""

from __future__ import annotations

import unicodedata

#: Signs that keyboards, phones and word processors write in several ways.
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def plain(text: str) -> str:
    """`text` in small letters without accents: "La Cañada" and "la canada" come out alike."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().translate(_SIGNS)


def words(text: str) -> tuple[str, ...]:
    """The words of a search in that spelling."""
    return tuple(plain(text).split())
