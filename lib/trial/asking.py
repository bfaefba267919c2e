"""The server's side of a trial: wait for a turn, pass the bytes on, hear what the child says."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from lib import i18n
from lib.trial import limits, talk
from lib.trial.hearing import Heard
from lib.trial.turns import BusyError, Turns, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.trial.hearing import Tell
    from lib.trial.model import Picture, Trial

__all__ = ["BusyError", "drawn", "tried"]

ROOT = Path(__file__).resolve().parents[2]

#: Seconds that a visitor waits for a turn; a trial takes about twenty-five.
PATIENCE = 120.0

#: One trial at a time: each takes a core and the memory of a second store.
TURNS = Turns()


def tried(
    asked: talk.Request,
    tell: Tell,
    visitor: Visitor | None = None,
    waiting: Callable[[int], object] = lambda _before: None,
) -> Trial:
    """Try files in a process of its own, in place of the tables of this edition.

    Args:
        asked: the files, and those of the bundle as everybody may take them away: what is
            compared with, and all that the process gets to see.
        tell: called with what the process is at, and the share of that done, 0 to 1.
        visitor: who gives them, so that nobody is served again and again before others.
        waiting: called every second of waiting with the number of files that come first.

    Raises:
        BusyError: others' files took longer than `PATIENCE`.
    """
    with TURNS.turn(visitor or Visitor(""), PATIENCE, waiting):
        return _heard(asked, tell).trial()


def drawn(
    asked: talk.Request,
    tell: Tell,
    visitor: Visitor | None = None,
    waiting: Callable[[int], object] = lambda _before: None,
) -> list[Picture]:
    """Figures of tables that were judged sound before, drawn as they are and as they would be.

    Args and errors are those of `tried`.
    """
    with TURNS.turn(visitor or Visitor(""), PATIENCE, waiting):
        return _heard(asked, tell).pictures


def environment() -> dict[str, str]:
    """All that the process of a trial is told about this one: its language, nothing else."""
    told = {
        "DASHBOARD_LOCALE": i18n.current_locale(),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    if os.name == "nt":  # without it Windows starts no program
        told["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return told


def _heard(asked: talk.Request, tell: Tell) -> Heard:
    with subprocess.Popen(  # our own module, and no word of the visitor
        [sys.executable, "-m", "lib.trial.child"],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        timer = threading.Timer(limits.PATIENCE, child.kill)
        timer.start()
        heard = Heard(tell)
        try:
            if child.stdin is None or child.stdout is None:
                raise RuntimeError("the trial has no pipes")
            try:
                for part in talk.request(asked):
                    child.stdin.write(part)
                child.stdin.close()
            except BrokenPipeError:  # it ended early; what it said is still to be heard
                # What is left in the pipe's buffer would raise again when the block ends.
                with contextlib.suppress(BrokenPipeError):
                    child.stdin.close()
            heard.listen(child.stdout)
        finally:
            timer.cancel()
            child.kill()
    return heard
