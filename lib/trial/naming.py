"""What tables and columns are called, and what a file or a header calls them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from typing import TYPE_CHECKING

from lib.store import file_names

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What programs put around the name of a table when they save it.
AROUND = re.compile(
    r"\(\d+\)|\bcopy\b|\bof\b|\bsheet ?\d*\b|\bedited\b|\bfinal\b|\bv\d+\b|\b\d{4}\b|\bnew\b", re.I
)


def key_of(cell: str) -> str:
    """A column's name as it is declared, from how a person or a program wrote it."""
    plain = unicodedata.normalize("NFKC", cell).casefold()
    plain = re.sub("[\u200b-\u200d\u2060\ufeff\u00ad]", "", plain)
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def named_by(file_name: str, names: Sequence[str] | None = None) -> str:
    """The table that a file's name tells; "" where it tells none.

    Downloads are named as the tables, with "_" for a folder; browsers add "(1)", Google Sheets
    the name of the sheet, people a year or "final".
    """
    stem = PurePath(file_name.replace("\\", "/")).stem
    known = names or file_names()
    parts = [part for part in re.split(r" - ", stem) if part.strip()]
    for said in (stem, *parts, *(AROUND.sub(" ", part) for part in (stem, *parts))):
        plain = key_of(said)
        for name in known:
            if plain in (key_of(name), key_of(name.rpartition("/")[2])):
                return name
    return ""
