"""Hands the words of the tables that readers see to the catalog of messages (babel.cfg)."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

#: The columns whose cells are shown; the ids and words that tables use are not.
SHOWN = (
    "short_name",
    "text",
    "label",
    "heading",
    "phrase",
    "title",
    "short",
    "limits",
    "sentence",
    "note",
)


def extract(
    file: IO[bytes], keywords: Any, comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Babel's extraction of one table: line, no function, the words, no comment; each cell once."""
    rows = csv.DictReader(io.StringIO(file.read().decode("utf-8"), newline=""))
    for row in rows:
        for name in SHOWN:
            if row.get(name):
                yield rows.line_num, None, row[name], []
