"""A process of its own that puts figures on the shelf, beside the visitors and not before them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from lib import i18n
from lib.figures import shelved
from lib.store import keeping
from lib.store.place import SETTING as PLACE
from lib.store.shelf import SETTING as SHELF, Shelf

ROOT = Path(__file__).resolve().parents[2]

#: Seconds after which a build is given up: on two busy cores it takes one minute.
PATIENCE = 600.0

#: What stands on a shelf once a part is built.
MARKS = {"tables": keeping.TABLES, "figures": shelved.FIGURES, "places": shelved.PLACES}


def ask_for(part: str, shelf: Shelf) -> bool:
    """Have a part of `lib.build` put on the shelf if it is not there, and wait for it.

    Returns:
        False where it is not there afterwards: this process then builds what it needs.
    """
    if shelf.folder is None or shelf.has(MARKS[part]):
        return shelf.folder is not None
    try:
        shelf.folder.mkdir(mode=0o700, exist_ok=True)
        subprocess.run(  # noqa: S603 - our own module, and no word of a visitor
            [sys.executable, "-m", "lib.build", "--upto", part],
            cwd=ROOT,
            env=environment(shelf.folder.parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return shelf.has(MARKS[part])


def environment(home: Path) -> dict[str, str]:
    """All that the process is told: where tables are and figures belong, and the language."""
    told = {
        SHELF: str(home),
        "DASHBOARD_LOCALE": i18n.current_locale(),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    if place := os.environ.get(PLACE):
        told[PLACE] = place
    if os.name == "nt":  # without it Windows starts no program
        told["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return told
