"""Where the tables are kept: a folder of this machine, a ZIP, or an address in a store of objects.

``DATA_DIR`` names it. Whatever fsspec can open is read alike (``s3://``, ``gs://``, ``https://``,
``memory://`` ...); the package for a protocol that fsspec does not bring must be installed.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lib.store.files import DATA, belongs, folder_files

#: The setting that names the place.
SETTING = "DATA_DIR"

#: A bundle is 6 MB in some 60 files: more than this is none of ours.
MOST_FILES, MOST_BYTES = 1_000, 200_000_000

#: What a store of objects may say of a file so as to tell one version from another.
MARKS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "created", "size")


class PlaceError(Exception):
    """The place of the data cannot be read; the message says why, for the log."""


@dataclass(frozen=True)
class Place:
    """A folder, a ZIP or an address; `address` as `DATA_DIR` gives it."""

    address: str

    @classmethod
    def configured(cls) -> Place:
        """The place that ``DATA_DIR`` names, or the project's own data folder."""
        return cls(os.environ.get("DATA_DIR", "").strip() or str(DATA))

    @property
    def _is_local(self) -> bool:
        return "://" not in self.address and not self._is_zip

    @property
    def _is_zip(self) -> bool:
        return self.address.lower().endswith(".zip")

    def mark(self) -> str:
        """A short text that differs whenever the files do; nothing of a file is read for it.

        Raises:
            PlaceError: the place cannot be looked at.
        """
        seen = _local_marks(Path(self.address)) if self._is_local else self._remote_marks()
        if not seen:
            raise PlaceError(f"no table is in {self.address}")
        return hashlib.sha256(repr(sorted(seen)).encode()).hexdigest()

    def files(self) -> dict[str, bytes]:
        """Relative name -> bytes of everything that this project reads, as `folder_files`.

        Raises:
            PlaceError: the place cannot be read.
        """
        if self._is_local:
            return folder_files(Path(self.address))
        try:
            return self._unpacked() if self._is_zip else self._fetched()
        except (OSError, ValueError, ImportError, zipfile.BadZipFile) as error:
            raise PlaceError(f"{self.address}: {error}") from error

    def _system(self) -> tuple[Any, str]:
        """The file system of the address and the path in it."""
        # Imported here: the usual server reads a folder and needs none of it.
        import fsspec

        return fsspec.core.url_to_fs(self.address)  # type: ignore[no-any-return]

    def _remote_marks(self) -> list[tuple[str, str]]:
        try:
            system, root = self._system()
            system.invalidate_cache()
            found = {root: system.info(root)} if self._is_zip else system.find(root, detail=True)
        except (OSError, ValueError, ImportError) as error:
            raise PlaceError(f"{self.address}: {error}") from error
        return [
            (name, repr([str(info.get(mark, "")) for mark in MARKS]))
            for name, info in found.items()
        ]

    def _fetched(self) -> dict[str, bytes]:
        """The files of a folder in a store of objects."""
        system, root = self._system()
        system.invalidate_cache()
        base = root.rstrip("/") + "/"
        sizes = {
            name: int(info.get("size") or 0)
            for name, info in system.find(root, detail=True).items()
        }
        wanted = {name: name.removeprefix(base) for name in sizes}
        wanted = {name: short for name, short in wanted.items() if belongs(short)}
        _bounded(len(wanted), sum(sizes[name] for name in wanted))
        return {
            short: bytes(system.cat_file(name))
            for name, short in sorted(wanted.items(), key=lambda pair: pair[1])
        }

    def _unpacked(self) -> dict[str, bytes]:
        """The files of a ZIP, whose one outer folder, if it has one, is left out."""
        system, path = self._system()
        system.invalidate_cache()
        with zipfile.ZipFile(io.BytesIO(bytes(system.cat_file(path)))) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _bounded(len(entries), sum(entry.file_size for entry in entries))
            named = {PurePosixPath(entry.filename): entry for entry in entries}
            outer = {path.parts[0] for path in named if path.parts}
            inside = len(outer) == 1 and all(len(path.parts) > 1 for path in named)
            short = {
                PurePosixPath(*path.parts[1:]).as_posix() if inside else path.as_posix(): entry
                for path, entry in named.items()
            }
            return {
                name: archive.read(entry)
                for name, entry in sorted(short.items())
                if ".." not in PurePosixPath(name).parts and belongs(name)
            }


def _local_marks(folder: Path) -> list[tuple[str, str]]:
    """Name, size and time of every file of a folder that is read."""
    seen = []
    try:
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if belongs(name) and path.is_file():
                stat = path.stat()
                seen.append((name, f"{stat.st_size} {stat.st_mtime_ns}"))
    except OSError as error:
        raise PlaceError(f"{folder}: {error}") from error
    return seen


def _bounded(files: int, size: int) -> None:
    """Refuse what cannot be a bundle.

    Raises:
        ValueError: too many files or bytes.
    """
    if files > MOST_FILES or size > MOST_BYTES:
        raise ValueError(f"{files:,} files of {size:,} bytes are no bundle")
