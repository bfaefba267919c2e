"""The closed lists of the bundle: their words in order, and what readers see for each.

Labels are data and go through `lib.i18n` all the same: `make catalog` reads them from the table.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib.i18n import told

if TYPE_CHECKING:
    import pandas as pd

    from lib.derive.measures import Tables


@lru_cache(maxsize=256)
def listed(tables: Tables, name: str) -> pd.DataFrame:
    """The words of one list in order, index `word`; columns as in `vocabulary`.

    Raises:
        KeyError: no list has that name.
    """
    table = tables.table("vocabulary")
    held = table[table["list"].eq(name)].sort_values("order").set_index("word")
    if held.empty:
        raise KeyError(name)
    return held


def words(tables: Tables, name: str) -> tuple[str, ...]:
    """The words of one list, in order."""
    return tuple(listed(tables, name).index)


def labels(tables: Tables, name: str) -> dict[str, str]:
    """Word -> what readers see, in order."""
    return _told(tables, name, "label")


def headings(tables: Tables, name: str) -> dict[str, str]:
    """Word -> the words over several of them, in order; an empty text where there are none."""
    return _told(tables, name, "heading")


def notes(tables: Tables, name: str) -> dict[str, str]:
    """Word -> the sentence on it, in order; an empty text where there is none."""
    return _told(tables, name, "note")


def parts(tables: Tables, name: str) -> dict[str, str]:
    """Word -> the word of another list that it belongs to, in order."""
    return dict(listed(tables, name)["part_of"])


@lru_cache(maxsize=8)
def _sentences(tables: Tables) -> dict[tuple[str, str], tuple[str, str]]:
    table = tables.table("figure_words")
    keys = zip(table["figure_id"], table["place"], strict=True)
    return dict(zip(keys, zip(table["text"], table["source_id"], strict=True), strict=True))


def sentence(tables: Tables, figure_id: str, place: str, **numbers: object) -> str:
    """What a figure says at one place of one survey, list or year; empty where nothing is.

    Only the names in `numbers` are filled in.
    """
    text = told(_sentences(tables).get((figure_id, place), ("", ""))[0])
    for name, value in numbers.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def sentence_sources(tables: Tables, figure_id: str) -> list[str]:
    """The sources that the sentences of a figure name, in order."""
    held = _sentences(tables).items()
    return [source for (figure, _place), (_text, source) in held if figure == figure_id and source]


def _told(tables: Tables, name: str, column: str) -> dict[str, str]:
    return {str(word): told(str(text)) for word, text in listed(tables, name)[column].items()}
