"""The bundle as files: the bytes that were read and checked, with small counts of people withheld."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from lib.derive.suppression import WITHHELD
from lib.i18n import _
from lib.schema import OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lib.store.bundle import Store

DATA = Path(__file__).resolve().parents[2] / "data"

#: What belongs to the bundle; stories and derived pictures travel elsewhere.
PATTERNS = ("*.csv", "observations/*.csv", "geometry/*.json", "*.toml", "*.md", "datapackage.json")

#: What is read beside it: stories, and tables that no contract declares, to say so.
BESIDE = ("stories/*.toml", "**/*.csv")

#: The columns that would tell a withheld count.
TELLING = ("value", "numerator")


def folder_files(folder: Path = DATA) -> dict[str, bytes]:
    """Relative name -> bytes of everything in `folder` that this project reads, in order of names.

    This is the only time that the disk is asked: what is checked, drawn and handed out afterwards
    are these bytes. A file that cannot be opened is left out, and the check says that it is missing.
    """
    paths = {path for pattern in (*PATTERNS, *BESIDE) for path in folder.glob(pattern)}
    files: dict[str, bytes] = {}
    for path in sorted(paths):
        try:
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
        except OSError:
            continue
    return files


def belongs(name: str) -> bool:
    """True for the relative name of a file that `folder_files` reads."""
    return name.endswith(".csv") or _fits(name, (*PATTERNS, *BESIDE[:1]))


def bundle_files(store: Store) -> dict[str, bytes]:
    """Relative name -> bytes of every file of the bundle, in order of their names.

    Observations that `store` withholds travel without their number and say so in their note.
    """
    return dict(_public(store))


def bundle_file(store: Store, name: str) -> bytes:
    """One file of the bundle, as `bundle_files` gives it; raises KeyError where there is none."""
    return _public(store)[name]


@lru_cache(maxsize=1)
def _public(store: Store) -> Mapping[str, bytes]:
    hidden = _withheld(store)
    return {
        name: _protected(name, content, hidden)
        for name, content in store.files.items()
        if _fits(name, PATTERNS)
    }


def _fits(name: str, patterns: Iterable[str]) -> bool:
    """True where one of the patterns fits a name; a star does not reach into a folder."""
    path = PurePosixPath(name)
    return any(
        path.match(pattern) and len(path.parts) == len(PurePosixPath(pattern).parts)
        for pattern in patterns
    )


def _withheld(store: Store) -> set[tuple[str, ...]]:
    """The keys of the observations that are withheld."""
    rows = store.observations
    keys = rows[rows["withheld"]][list(OBSERVATIONS.key)].astype(str)
    return set(keys.itertuples(index=False, name=None))


def _protected(name: str, content: bytes, hidden: set[tuple[str, ...]]) -> bytes:
    """A file without the numbers of the observations in `hidden`."""
    if not name.startswith(f"{OBSERVATIONS.name}/"):
        return content
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    told = [
        row
        for row in rows
        if tuple(row[part] for part in OBSERVATIONS.key) in hidden
        and any(row[name] for name in TELLING)
    ]
    if not told:
        return content
    for row in told:
        row |= {**dict.fromkeys(TELLING, ""), "status": WITHHELD}
        row["note"] = _(
            "Withheld: a count of fewer than 11 people, or a number that would reveal one."
        )
    out = io.StringIO()
    writer = csv.DictWriter(out, OBSERVATIONS.header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
