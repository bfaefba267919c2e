"""Files written whole or not at all, and a bar that says how far the work has come."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import sys
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def save(path: Path, content: bytes | str) -> None:
    """Write `content` beside its place and move it there: nothing is left half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may write one file, which is the same whoever is last.
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content if isinstance(content, bytes) else content.encode())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def slug(name: str) -> str:
    """A name as part of an address: "San Luis Obispo" is "san-luis-obispo"."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


#: Names that Windows keeps for devices, whatever their ending.
DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")

#: Letters of a name that tell apart what was cut or had no letters of its own.
MARK = 8


#: The longest name of a file without its ending: with the name of a folder it stays under the
#: 260 letters that Windows takes, and no name of today is cut.
LONGEST = 120


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def stem(parts: Sequence[str]) -> str:
    """A file name without its ending: the parts as slugs, joined by "_".

    It has only letters and digits that every system and every ZIP program writes alike: "Cañada"
    is "canada". A name that is cut, or a part of which has no such letters, ends with a mark of
    the whole, so that two such names stay two.
    """
    slugs = [slug(_plain(part)) for part in parts]
    name = "_".join(each for each in slugs if each)
    lost = any(part.strip() and not each for part, each in zip(parts, slugs, strict=True))
    if lost or len(name) > LONGEST or DEVICES.fullmatch(name):
        mark = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:MARK]
        name = f"{name[: LONGEST - MARK - 1].rstrip('-_')}_{mark}".lstrip("_")
    return name


def day(date: str) -> dt.datetime:
    """An ISO date of any precision as the moment that a file says it was made.

    A file of an edition is as old as the edition: made again, it is the same file.
    """
    year, month, of_month = [*map(int, date.split("-")), 1, 1][:3]
    return dt.datetime(year, month, of_month, tzinfo=dt.UTC)


#: One fixed date of all files inside an archive, so that the same edition gives the same bytes.
STAMP = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP, in their order; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


#: When an office file says it was made and changed, in its own properties.
MADE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def dated(office: bytes, date: str) -> bytes:
    """An office file, and the workbooks of its charts, as made on `date` and not now."""
    moment = f"{day(date):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(io.BytesIO(office)) as given:
        files = {name: given.read(name) for name in given.namelist()}
    for name, content in files.items():
        if name.endswith(".xlsx"):
            files[name] = dated(content, date)
        elif name == "docProps/core.xml":
            files[name] = MADE.sub(rb"\g<1>" + moment, content)
    return zipped(files)


@dataclass
class Progress:
    """A bar on one line of a terminal; plain lines where there is none."""

    total: int
    done: int = 0

    def step(self, name: str) -> None:
        """One more thing is done."""
        self.done += 1
        filled = round(30 * self.done / max(1, self.total))
        bar = "#" * filled + "." * (30 - filled)
        end = "\n" if self.done == self.total or not sys.stdout.isatty() else ""
        if sys.stdout.isatty() or self.done % 10 == 0 or self.done == self.total:
            sys.stdout.write(f"\r[{bar}] {self.done} of {self.total}  {name:<24}{end}")
            sys.stdout.flush()
