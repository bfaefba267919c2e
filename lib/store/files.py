"""The bundle as files: what was checked, with small counts of people withheld."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lib.derive.suppression import WITHHELD
from lib.i18n import _
from lib.schema import OBSERVATIONS
from lib.store.loading import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from lib.store.bundle import Store

#: What belongs to the bundle; stories and derived pictures travel elsewhere.
PATTERNS = ("*.csv", "observations/*.csv", "geometry/*.json", "*.toml", "*.md", "datapackage.json")

#: The columns that would tell a withheld count.
TELLING = ("value", "numerator")


def bundle_files(store: Store, folder: Path = DATA) -> dict[str, bytes]:
    """Relative name -> bytes of every file of the bundle, in order of their names.

    Observations that `store` withholds travel without their number and say so in their note.
    """
    hidden = _withheld(store)
    paths = sorted({path for pattern in PATTERNS for path in folder.glob(pattern)})
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return {
        name: _protected(content, hidden) if name.startswith("observations/") else content
        for name, content in files.items()
    }


def _withheld(store: Store) -> set[tuple[str, ...]]:
    """The keys of the observations that are withheld."""
    rows = store.observations
    keys = rows[rows["withheld"]][list(OBSERVATIONS.key)].astype(str)
    return set(keys.itertuples(index=False, name=None))


def _protected(content: bytes, hidden: set[tuple[str, ...]]) -> bytes:
    """A file of observations without the numbers of the rows in `hidden`."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, OBSERVATIONS.header, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        if tuple(row[name] for name in OBSERVATIONS.key) in hidden:
            row |= {**dict.fromkeys(TELLING, ""), "status": WITHHELD}
            row["note"] = _("Withheld: a count of fewer than 11 people, or one that would tell it.")
        writer.writerow(row)
    return out.getvalue().encode("utf-8")
