"""What is asked of a trial, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Offence


#: Only the terminal may try these: which counts of people are protected is not for a visitor.
NOT_HERE = ("people_counts",)


class NoteKind(StrEnum):
    """What a sentence about a file tells."""

    READ = "read"  # how it was read; nothing that it says was changed
    MENDED = "mended"  # a cell that a spreadsheet spoiled, and what it was taken to mean
    DOUBT = "doubt"  # keeps the contract, and is hardly meant so


@dataclass(frozen=True)
class Note:
    """One sentence about a file as it was read: one for each cause, whatever it touched."""

    kind: NoteKind
    text: str


@dataclass(frozen=True)
class Cause:
    """One thing wrong: the first rows and values it shows in, and how many cells in all."""

    table: str
    column: str
    rows: tuple[int, ...]
    values: tuple[str, ...]
    count: int
    problem: str
    remedy: str


@dataclass(frozen=True)
class Change:
    """One cell that would read differently; `before` and `after` as the files hold them."""

    key: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """What a table would change: the first keys of rows and cells, and how many there are."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    cells: tuple[Change, ...] = ()
    added_count: int = 0
    removed_count: int = 0
    cells_count: int = 0

    def __bool__(self) -> bool:
        """True where anything would change."""
        return bool(self.added_count or self.removed_count or self.cells_count)


@dataclass(frozen=True)
class Given:
    """One file as a visitor gives it; `table` is the one chosen for it, "" where it tells."""

    file_name: str
    content: bytes
    table: str = ""


@dataclass(frozen=True)
class Trial:
    """What came of one file.

    `refusal` is the one sentence on a file that cannot be read as a table. `table` is "" where
    neither the file nor its name tells which it is: it has to be asked. `causes` are all that is
    wrong, `offences` the same row by row. `mended` is the table as `data/` holds it. `headlines`
    holds the headline of every figure by its id, where nothing is wrong.
    """

    table: str = ""
    notes: tuple[Note, ...] = ()
    refusal: str = ""
    causes: tuple[Cause, ...] = ()
    offences: tuple[Offence, ...] = ()
    headlines: Mapping[str, str] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    mended: bytes = b""

    def told(self, kind: NoteKind) -> tuple[str, ...]:
        """The sentences of one kind."""
        return tuple(note.text for note in self.notes if note.kind is kind)
