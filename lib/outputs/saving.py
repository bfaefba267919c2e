"""Files written whole or not at all, and a bar that says how far the work has come."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def save(path: Path, content: bytes | str) -> None:
    """Write `content` beside its place and move it there: nothing is left half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content if isinstance(content, bytes) else content.encode())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def slug(name: str) -> str:
    """A name as part of a file name: "San Luis Obispo" is "san-luis-obispo"."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


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
