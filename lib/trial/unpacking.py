"""A visitor's files one by one: what lies in a ZIP is taken out in memory, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from lib.i18n import _, ngettext
from lib.trial import limits
from lib.trial.grid import RefusedError
from lib.trial.model import Given, Note, NoteKind
from lib.trial.sheets import STRANGERS

#: Endings of files that may be tables.
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls")

#: What computers put into a ZIP beside what was meant.
LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")

#: The one file of the bundle that is no table and belongs to what is judged.
EDITION = "edition.toml"

#: A ZIP that unfolds to so many times its size is no collection of tables.
FOLD = 200


@dataclass(frozen=True)
class Single:
    """One file to read: what the visitor knows it as, and the place of what it came in."""

    name: str
    file_name: str
    content: bytes
    file: int
    table: str = ""
    year: int | None = None
    packed: bool = False


@dataclass
class Unpacked:
    """The files to read, what was noted, and the edition file where a ZIP brought one."""

    singles: list[Single] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    edition: bytes = b""
    _unfolded: int = 0

    def unfold(self, size: int, name: str) -> None:
        """Count what a ZIP unfolds to.

        Raises:
            RefusedError: all of them unfold to more than a bundle.
        """
        self._unfolded += size
        if self._unfolded > limits.UNPACKED:
            raise RefusedError(
                _(
                    "{name} unfolds to far more than the tables of an edition, so it was not "
                    "opened. Put only the tables in it."
                ).format(name=name)
            )


def unpacked(given: list[Given]) -> Unpacked:
    """Every file on its own.

    Raises:
        RefusedError: there are too many, they are too large, or a ZIP is not to be trusted.
    """
    if len(given) > limits.FILES:
        raise RefusedError(
            _(
                "You dropped {n} files; at most {most} are checked together. Put the tables in "
                "one ZIP and drop that."
            ).format(n=len(given), most=limits.FILES)
        )
    if sum(len(file.content) for file in given) > limits.TOGETHER:
        raise RefusedError(
            _("Together the files have more than {most} MB. Drop only the tables that change.")
            .format(most=limits.TOGETHER // 1_000_000)
        )  # fmt: skip
    out = Unpacked()
    for place, file in enumerate(given):
        if _is_zip(file):
            _take_out(file, place, out)
        else:
            out.singles.append(
                Single(file.file_name, file.file_name, file.content, place, file.table, file.year)
            )
    return out


def _is_zip(file: Given) -> bool:
    """True for a ZIP that is no document of an office program."""
    if not file.content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        if file.file_name.lower().endswith(".zip"):
            raise _damaged(file.file_name) from error
        return False  # the reader of spreadsheets says what it is
    return not names & {"xl/workbook.xml", "[Content_Types].xml", *STRANGERS}


def _take_out(file: Given, place: int, out: Unpacked) -> None:
    """The tables of one ZIP, and a note on what else is in it."""
    left: list[str] = []
    found = 0
    with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
        entries = [each for each in packed.infolist() if not each.is_dir()]
        _trusted(entries, file, out)
        for entry in entries:
            name = entry.filename
            if any(part in name for part in LITTER):
                continue
            path = PurePosixPath(name)
            if path.name == EDITION:
                out.edition = _content(packed, entry, file.file_name)
            elif path.suffix.lower() in TABLES and not path.name.startswith("."):
                found += 1
                content = _content(packed, entry, file.file_name)
                inside = path.parts[-2:] if path.parts[-2:-1] == ("observations",) else (path.name,)
                called = "/".join(inside)
                out.singles.append(
                    Single(
                        f"{file.file_name}: {called}", "_".join(inside), content, place, packed=True
                    )
                )
            else:
                left.append(path.name)
    if not found:
        raise RefusedError(
            _("{name} contains no table. Put the tables in it as CSV or XLSX.").format(
                name=file.file_name
            )
        )
    if left:
        out.notes.append(_left_out(file.file_name, left))


def _trusted(entries: list[zipfile.ZipInfo], file: Given, out: Unpacked) -> None:
    """Refuse a ZIP that is locked, too full, or names places outside itself."""
    name = file.file_name
    if len(entries) > limits.PACKED:
        said = _("{name} contains {n} files; at most {most} are read. Put only the tables in it.")
        raise RefusedError(said.format(name=name, n=f"{len(entries):,}", most=limits.PACKED))
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise RefusedError(
                _(
                    "{name} names a place outside itself ({path}), so it was not opened. "
                    "Make the ZIP anew from the tables."
                ).format(name=name, path=entry.filename[:80])
            )
        if entry.flag_bits & 1:
            said = _("{name} is protected by a password. Make the ZIP without one.")
            raise RefusedError(said.format(name=name))
    size = sum(entry.file_size for entry in entries)
    out.unfold(size if size < FOLD * max(len(file.content), 1) else limits.UNPACKED + 1, name)


def _content(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """What one file of a ZIP holds; never more than it says of itself."""
    try:
        return packed.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> RefusedError:
    said = _("{name} is damaged and cannot be opened. Make the ZIP anew.")
    return RefusedError(said.format(name=name))


def _left_out(name: str, left: list[str]) -> Note:
    shown = ", ".join(each[:40] for each in left[:5])
    said = ngettext(
        "{name}: {n} file is not a table and was left aside: {files}.",
        "{name}: {n} files are not tables and were left aside: {files}.",
        len(left),
    )
    if len(left) > 5:
        shown = _("{files} and {n} more").format(files=shown, n=len(left) - 5)
    return Note(NoteKind.READ, said.format(name=name, n=len(left), files=shown))
