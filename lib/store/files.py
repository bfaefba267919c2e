"""The bundle as files: what a reader downloads is byte for byte what was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.store.loading import DATA

if TYPE_CHECKING:
    from pathlib import Path

#: What belongs to the bundle; stories and derived pictures travel elsewhere.
PATTERNS = ("*.csv", "observations/*.csv", "geometry/*.json", "*.toml", "*.md", "datapackage.json")


def bundle_files(folder: Path = DATA) -> dict[str, bytes]:
    """Relative name -> bytes of every file of the bundle, in order of their names."""
    paths = {path for pattern in PATTERNS for path in folder.glob(pattern)}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}
