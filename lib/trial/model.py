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


class Step(StrEnum):
    """What a trial is at."""

    READING = "reading"
    CHECKING = "checking"
    FIGURES = "figures"
    PICTURES = "pictures"


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
    """One file as a visitor gives it.

    `table` is the one chosen for it and `year` the report year, where the file did not tell.
    """

    file_name: str
    content: bytes
    table: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Piece:
    """One table or report among the files, as it was read.

    Attributes:
        name: what the visitor knows it as: the file, with its sheet or its place in a ZIP.
        file: the place of its file among those given.
        table: the table it is, "" where it is a report or where neither it nor its name tells.
        notes: sentences on how it was read.
        refusal: the one sentence on a file that cannot be read.
        years: the report years that may be meant, where its dates do not agree.
        account: what the state's report says, part by part, as `lib.intake.accounts` gives it.
        mended: the table as `data/` holds it.
    """

    name: str
    file: int = 0
    table: str = ""
    notes: tuple[Note, ...] = ()
    refusal: str = ""
    years: tuple[int, ...] = ()
    account: tuple[tuple[str, ...], ...] = ()
    mended: bytes = b""

    def told(self, kind: NoteKind) -> tuple[str, ...]:
        """The sentences of one kind."""
        return tuple(note.text for note in self.notes if note.kind is kind)

    @property
    def asks(self) -> bool:
        """True where the visitor must say what it is."""
        return bool(self.years) or not (self.table or self.refusal or self.account)


@dataclass(frozen=True)
class Headline:
    """The headline of one figure, now and with the files."""

    figure_id: str
    before: str
    after: str


@dataclass(frozen=True)
class Picture:
    """One figure drawn twice as PNG, with what is seen for those who do not see it."""

    figure_id: str
    before: bytes
    after: bytes
    alt_before: str
    alt_after: str


@dataclass(frozen=True)
class Trial:
    """What came of the files, judged together.

    Attributes:
        pieces: each table and report as it was read.
        notes: sentences on the files as a whole.
        refusal: the one sentence on why none of them was read.
        causes: all that is wrong, one for each cause.
        offences: the same row by row.
        changes: table -> what would change in it; tables that would not are left out.
        figures: how many figures were built, 0 where something is wrong.
        headlines: of the figures that would show something else, where the headlines differ too.
        changed: the figures that would show something else and have a picture, in order.
        pictures: the first of them, drawn.
        files: file of `data/` -> its new content, for those that differ.
        version: the edition that they make, "" where nothing would change.
    """

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    refusal: str = ""
    causes: tuple[Cause, ...] = ()
    offences: tuple[Offence, ...] = ()
    changes: Mapping[str, Changes] = field(default_factory=dict)
    figures: int = 0
    headlines: tuple[Headline, ...] = ()
    changed: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    version: str = ""

    def told(self, kind: NoteKind) -> tuple[str, ...]:
        """The sentences of one kind, of all files; each names its file where there are several."""
        own = [note.text for note in self.notes if note.kind is kind]
        several = len(self.pieces) > 1
        for piece in self.pieces:
            own += [f"{piece.name}: {text}" if several else text for text in piece.told(kind)]
        return tuple(own)

    @property
    def refused(self) -> tuple[Piece, ...]:
        """The files that cannot be read."""
        return tuple(piece for piece in self.pieces if piece.refusal)
