"""Compares the pinned packages with the list of known weaknesses of PyPI: ``python -m tools.audit``.

Exit code 0 where none is known, 1 where one is, 2 where the list cannot be reached or read: then
nothing is known, and the program says so. One question a package to ``pypi.org`` and no other host;
nothing is installed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PINS = Path(__file__).resolve().parents[1] / "constraints.txt"
ADDRESS = "https://pypi.org/pypi/{name}/{version}/json"
PATIENCE = 20.0  # seconds for one answer

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([A-Za-z0-9._!+-]+)\s*$")


class UnreachableError(Exception):
    """The list of known weaknesses cannot be reached or read; the message says why."""


@dataclass(frozen=True)
class Weakness:
    """A known weakness of a package in the version that is pinned."""

    package: str
    version: str
    name: str
    fixed_in: str

    def __str__(self) -> str:
        """One line."""
        mended = f"mended in {self.fixed_in}" if self.fixed_in else "not mended yet"
        return f"{self.package} {self.version}: {self.name}, {mended}"


def pins(text: str) -> list[tuple[str, str]]:
    """Package and version of each pin."""
    return [(found[1], found[2]) for line in text.splitlines() if (found := PIN.match(line))]


def asked(name: str, version: str) -> dict[str, Any]:
    """What PyPI tells of one version of a package.

    Raises:
        UnreachableError: it tells nothing.
    """
    try:
        address = ADDRESS.format(name=name, version=version)
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            told: dict[str, Any] = json.load(answer)
    except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
        raise UnreachableError(f"{name} {version}: {error}") from error
    return told


def weaknesses(
    packages: Iterable[tuple[str, str]], ask: Callable[[str, str], dict[str, Any]] = asked
) -> list[Weakness]:
    """What is known of these packages.

    Raises:
        UnreachableError: it could not be asked of one of them, or the answer has no such list.
    """
    found = []
    for name, version in packages:
        told = ask(name, version)
        if "vulnerabilities" not in told:
            raise UnreachableError(f"{name} {version}: the answer holds no list of weaknesses")
        for each in told["vulnerabilities"]:
            if not each.get("withdrawn"):
                fixed = ", ".join(map(str, each.get("fixed_in") or ()))
                found.append(Weakness(name, version, str(each.get("id", "unnamed")), fixed))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where no weakness is known, 1 where one is, 2 where that cannot be told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pins", type=Path, default=PINS, help="the file with the versions")
    named = pins(parser.parse_args(arguments).pins.read_text("utf-8"))
    try:
        found = weaknesses(named)
    except UnreachableError as error:
        print(f"NOT AUDITED: the list of known weaknesses cannot be reached ({error}).")
        print("Nothing is known about any package. Try again where pypi.org can be reached.")
        return 2
    for weakness in found:
        print(weakness)
    print(f"{len(named)} packages, {len(found)} known weaknesses")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
