"""The server's side of a trial: wait for a turn, pass the bytes on, hear what the child says."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lib import figures, i18n
from lib.i18n import _
from lib.model import Offence
from lib.trial import limits, talk
from lib.trial.model import Cause, Change, Changes, Given, Note, NoteKind, Trial
from lib.trial.turns import BusyError, Turns, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["BusyError", "tried"]

ROOT = Path(__file__).resolve().parents[2]

#: Seconds that a visitor waits for a turn; a trial takes about twenty.
PATIENCE = 120.0

#: One trial at a time: each takes a core and the memory of a second store.
TURNS = Turns()


def tried(
    given: Given,
    held: Mapping[str, bytes],
    tell: Callable[[float], object],
    visitor: Visitor | None = None,
    waiting: Callable[[int], object] = lambda _before: None,
) -> Trial:
    """Try one file in a process of its own, in place of the table of this edition.

    Args:
        given: the file, and the table it is meant for where that was chosen.
        held: the files of the bundle as everybody may take them away: what is compared with, and
            all that the process gets to see.
        tell: called with the share done, 0 to 1.
        visitor: who gives it, so that nobody is served again and again before others.
        waiting: called every second of waiting with the number of files that come first.

    Raises:
        BusyError: others' files took longer than `PATIENCE`.
    """
    with TURNS.turn(visitor or Visitor(""), PATIENCE, waiting):
        return _tried(given, held, tell)


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


def _tried(given: Given, held: Mapping[str, bytes], tell: Callable[[float], object]) -> Trial:
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
        heard = _Heard(tell)
        try:
            if child.stdin is None or child.stdout is None:
                raise RuntimeError("the trial has no pipes")
            try:
                for part in talk.request([given], held):
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
    return heard.trial()


class _Heard:
    """What the process of a trial has said so far."""

    def __init__(self, tell: Callable[[float], object]) -> None:
        self._tell = tell
        self._said: dict[str, Any] = {}
        self._headlines: dict[str, str] = {}

    def listen(self, lines: IO[bytes]) -> None:
        """Hear the child out; a line that was cut off by its end is not heard."""
        for line in lines:
            if not line.endswith(b"\n"):
                return
            said = json.loads(line)
            if said["say"] == "figure":
                self._headlines[said["figure"]] = said["headline"]
                self._tell(len(self._headlines) / len(figures.REGISTRY))
            else:
                self._said[said["say"]] = said

    def trial(self) -> Trial:
        """What came of it; where the child did not come to an end, that it did not."""
        said = self._said
        if "refused" in said:
            return Trial(refusal=said["refused"]["why"])
        if "asked" in said:
            return Trial()
        if "read" not in said:
            return Trial(
                refusal=_(
                    "Reading this file took more time or memory than any table of this edition "
                    "needs, so it was given up. Save the one sheet as CSV."
                )
            )
        table = said["read"]["table"]
        notes = tuple(Note(NoteKind(n["kind"]), n["text"]) for n in said["read"]["notes"])
        mended = said["read"]["mended"].encode("utf-8")
        if "wrong" in said:
            wrong, offences = _causes(said), _offences(said)
            return Trial(table, notes, causes=wrong, offences=offences, mended=mended)
        if "done" not in said:
            lost = _given_up(table)
            cause = Cause(table, "", (), (), 1, lost.problem, lost.remedy)
            return Trial(table, notes, causes=(cause,), offences=(lost,))
        return Trial(
            table,
            notes,
            headlines=self._headlines,
            changes=_changes(said["sound"]["changes"]),
            mended=mended,
        )


def _causes(said: Mapping[str, Any]) -> tuple[Cause, ...]:
    return tuple(
        Cause(**{**cause, "rows": tuple(cause["rows"]), "values": tuple(cause["values"])})
        for cause in said["wrong"]["causes"]
    )


def _offences(said: Mapping[str, Any]) -> tuple[Offence, ...]:
    return tuple(Offence(**offence) for offence in said["wrong"]["offences"])


def _changes(said: Mapping[str, Any]) -> Changes:
    return Changes(
        tuple(said["added"]),
        tuple(said["removed"]),
        tuple(Change(**cell) for cell in said["cells"]),
        said["added_count"],
        said["removed_count"],
        said["cells_count"],
    )


def _given_up(name: str) -> Offence:
    problem = _("the check did not come to an end")
    remedy = _("Run python -m lib.check with the file in data/: it says where it stops.")
    return Offence(name, 0, "", "", problem, remedy)
