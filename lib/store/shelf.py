"""What every process works out alike, kept on the disk: for one edition and one version of the code.

A shelf holds bytes under names. It is a help and never a need: where it cannot be written, is not
ours alone, or does not hold what was put there, everything is worked out as if there were none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import shutil
import stat
import tempfile
import time
import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib import i18n

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: The setting that names the folder; ``off`` keeps nothing on the disk.
SETTING = "DASHBOARD_CACHE"
OFF = ("off", "0")

NAME = "california-palliative-care-progress"

#: Of as many states of data and code the shelves are kept: replicas may be an edition apart.
KEPT = 4

#: The most that one shelf holds, in bytes. All figures of all places take about 20 MB.
MOST = 200_000_000

#: What changes how tables and figures come out, beside our own code.
PACKAGES = ("altair", "babel", "pandas", "pandera", "pyarrow")

LIB = Path(__file__).resolve().parents[1]

#: To a fifth of their size in a tenth of a millisecond each; the next level saves little.
LEVEL = 1

#: Letters of the digest that every file begins with.
DIGEST = 32


@dataclass(frozen=True)
class Shelf:
    """The shelf of one edition; `folder` is None where nothing can be kept."""

    folder: Path | None

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Shelf:
        """The shelf of the edition that `files` hold, for the code and the language that run."""
        home = home_folder()
        return cls(home / _mark(files) if home else None)

    def get(self, name: str) -> bytes | None:
        """What was put under `name`, or None where nothing whole is there."""
        if self.folder is None:
            return None
        try:
            kept = (self.folder / _file(name)).read_bytes()
        except OSError:
            return None
        digest, content = kept[:DIGEST], kept[DIGEST:]
        return zlib.decompress(content) if digest == _digest(content) else None

    def has(self, name: str) -> bool:
        """True where something was put under `name`."""
        return self.folder is not None and (self.folder / _file(name)).is_file()

    def put(self, name: str, content: bytes) -> bool:
        """Keep `content` under `name`, whole or not at all; False where that cannot be."""
        if self.folder is None:
            return False
        content = zlib.compress(content, LEVEL)
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            if _size(self.folder) + len(content) > MOST:
                return False
            handle, part = tempfile.mkstemp(dir=self.folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_digest(content) + content)
                Path(part).replace(self.folder / _file(name))
            except OSError:
                Path(part).unlink(missing_ok=True)
                raise
        except OSError:
            return False
        return True

    def clear_others(self) -> None:
        """Let go of the shelves of the oldest editions and versions."""
        if self.folder is None or not self.folder.is_dir():
            return
        with contextlib.suppress(OSError):
            os.utime(self.folder)
            others = [each for each in self.folder.parent.iterdir() if each.is_dir()]
            others.sort(key=lambda each: each.stat().st_mtime, reverse=True)
            for old in others[KEPT:]:
                shutil.rmtree(old, ignore_errors=True)


def home_folder() -> Path | None:
    """The folder of all shelves: the one that is set, the platform's own, or one for scratch.

    A folder that others may write to is not taken: what is read from it is trusted.
    """
    asked = os.environ.get("DASHBOARD_CACHE", "").strip()
    if asked.lower() in OFF and asked:
        return None
    given = [asked] if asked else list(_usual())
    return next((home for home in map(Path, given) if _is_ours(home)), None)


def _usual() -> Iterator[str]:
    """Where a cache is kept when nobody says where: by the service manager, user, or scratch."""
    # systemd names the folder that it has made for a unit (CacheDirectory=).
    if given := os.environ.get("CACHE_DIRECTORY", ""):
        yield given.partition(":")[0]
    if own := os.environ.get("XDG_CACHE_HOME", "") or os.environ.get("LOCALAPPDATA", ""):
        yield str(Path(own) / NAME)
    else:
        with contextlib.suppress(RuntimeError):
            yield str(Path.home() / ".cache" / NAME)
    yield str(Path(tempfile.gettempdir()) / f"{NAME}-{_user()}")


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _is_ours(home: Path) -> bool:
    """True for a folder, made if need be, that nobody else but the administrator may write to."""
    try:
        if not home.is_absolute():
            return False
        if not home.exists():
            home.mkdir(mode=0o700, parents=True)
        # systemd names its folder by a link; among temporary files anybody may set one.
        is_scratch = home.parent == Path(tempfile.gettempdir())
        told = home.lstat() if is_scratch else home.stat()
    except OSError:
        return False
    if not stat.S_ISDIR(told.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return told.st_uid in (0, _user()) and not told.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _mark(files: Mapping[str, bytes]) -> str:
    """Names the state of data, code and language; another state has another shelf."""
    digest = hashlib.sha256(code_mark().encode())
    digest.update(i18n.current_locale().encode())
    for name, content in sorted(files.items()):
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1)
def code_mark() -> str:
    """Names the version of what works tables and figures out."""
    digest = hashlib.sha256(platform.python_version().encode())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    catalogs = sorted(i18n.LOCALE_FOLDER.rglob("*.mo")) if i18n.LOCALE_FOLDER.is_dir() else []
    for file in [*sorted(LIB.rglob("*.py")), *catalogs]:
        # Not the folder they lie in: a copy of the same code works the same out.
        digest.update("/".join(file.parts[-3:]).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _file(name: str) -> str:
    """The name of a file: any letter may stand in the name of what is kept."""
    return hashlib.sha256(name.encode()).hexdigest()[:40]


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=DIGEST).digest()


#: Seconds for which the size of a shelf is not summed up again.
SUMMED = 10.0
_sizes: dict[Path, tuple[float, int]] = {}


def _size(folder: Path) -> int:
    """Bytes that a shelf holds, as they were some seconds ago at most."""
    at, size = _sizes.get(folder, (-SUMMED, 0))
    if time.monotonic() - at >= SUMMED:
        size = sum(each.stat().st_size for each in os.scandir(folder) if each.is_file())
        _sizes[folder] = (time.monotonic(), size)
    return size


def joined(head: Any, parts: Sequence[bytes]) -> bytes:
    """A JSON value and byte strings as one byte string, which `taken_apart` takes apart."""
    text = json.dumps({"sizes": [len(part) for part in parts], "head": head}).encode()
    return b"".join([len(text).to_bytes(4, "big"), text, *parts])


def taken_apart(content: bytes) -> tuple[Any, list[bytes]]:
    """What `joined` has joined.

    Raises:
        ValueError: it was not made by `joined`.
    """
    begin = 4 + int.from_bytes(content[:4], "big")
    said = json.loads(content[4:begin])
    parts = []
    for size in said["sizes"]:
        parts.append(content[begin : begin + size])
        begin += size
    if begin != len(content):
        raise ValueError("the parts do not fill what was kept")
    return said["head"], parts
