"""The drawing engine and the typesetter, in a process of their own.

Together they take more memory than all else that a server holds, and they are needed only when
somebody takes a file away. So the process starts when it is first asked, ends when it has idled
for a while, and is killed when it does not answer. What it draws does not depend on which
process draws it: it keeps nothing of one drawing for the next.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lib.outputs import engine_child

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]

#: Seconds without a drawing after which the process ends.
IDLE = 180.0

#: Seconds after which a drawing is given up; the slowest takes three on a busy machine.
PATIENCE = 90.0


class EngineError(Exception):
    """The process did not answer, or said that it cannot draw this; the message says why."""


class Engine:
    """One process that draws for all; who asks meanwhile waits."""

    def __init__(self, idle: float = IDLE, patience: float = PATIENCE) -> None:
        self._idle = idle
        self._patience = patience
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._used = 0.0
        #: How many drawings were asked for, and how many processes were started for them.
        self.asked = self.started = 0

    @property
    def pid(self) -> int | None:
        """The process, or None where none runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def ask(self, what: str, parts: Mapping[str, bytes], **how: Any) -> bytes:
        """What the process makes of `parts`.

        Raises:
            EngineError: it cannot, or it did not answer in time.
        """
        with self._lock:
            self.asked += 1
            try:
                return self._answer(what, parts, how)
            except (OSError, EOFError):
                # It was ended from outside: another one draws it.
                self._end()
            try:
                return self._answer(what, parts, how)
            except (OSError, EOFError) as error:
                self._end()
                raise EngineError("the drawing engine ends as it draws this") from error

    def wake(self) -> None:
        """Start the process beside what goes on, where somebody may soon ask for a drawing."""
        if self.pid is None:
            threading.Thread(target=self._woken, name="engine-wake", daemon=True).start()

    def _woken(self) -> None:
        with contextlib.suppress(EngineError):
            self.ask("wake", {})

    def _answer(self, what: str, parts: Mapping[str, bytes], how: Mapping[str, Any]) -> bytes:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise OSError("the drawing engine has no pipes")
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._patience, give_up)
        timer.start()
        try:
            engine_child.send(process.stdin, {"what": what, **how}, parts)
            said, made = engine_child.receive(process.stdout)
        except (OSError, EOFError) as error:
            if late.is_set():
                self._end()
                raise EngineError(f"no drawing after {self._patience:g} s") from error
            raise
        finally:
            timer.cancel()
            self._used = time.monotonic()
        if failed := said.get("error"):
            raise EngineError(str(failed))
        return made["made"]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "lib.outputs.engine_child"],
                cwd=ROOT,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self.started += 1
            self._watch(self._process)
        return self._process

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Look again after a while whether a process still has something to do."""
        timer = threading.Timer(self._idle, self._end_if_idle, [process])
        timer.daemon = True
        timer.start()

    def _end_if_idle(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            if self._process is not process or process.poll() is not None:
                return
            if time.monotonic() - self._used >= self._idle:
                self._end()
                return
        self._watch(process)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            # What is left in a pipe's buffer cannot be written to a process that has ended.
            with contextlib.suppress(OSError):
                _closed(pipe)
        process.wait()

    def end(self) -> None:
        """End the process; the next drawing starts another one."""
        with self._lock:
            self._end()


def _closed(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        pipe.close()


def environment() -> dict[str, str]:
    """All that the process is told of this one: nothing."""
    import os

    told = {"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    if os.name == "nt":  # without it Windows starts no program
        told["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return told


class _Use:
    """Where this process draws."""

    inside = False


ENGINE = Engine()
atexit.register(ENGINE.end)


def stay_inside() -> None:
    """Draw in this process from now on: it is one of its own already, and will end."""
    _Use.inside = True


def _made(what: str, parts: Mapping[str, bytes], **how: Any) -> bytes:
    if _Use.inside:
        return engine_child.make({"what": what, **how}, parts)
    return ENGINE.ask(what, parts, **how)


def compiled(spec: str) -> dict[str, Any]:
    """A Vega-Lite specification in the engine's own language."""
    made: dict[str, Any] = json.loads(_made("compile", {"spec": spec.encode()}))
    return made


def svg(vega: str) -> str:
    """The drawing of a compiled specification."""
    return _made("svg", {"vega": vega.encode()}).decode()


def typeset(files: Mapping[str, bytes], *, every_font: bool, **how: Any) -> bytes:
    """What the typesetter makes of `files`, whose first is ``main.typ``.

    `every_font` puts the machine's own fonts beside the shipped ones; `how` is as the typesetter
    calls it: format, resolution, standards.
    """
    return _made("typeset", files, every_font=every_font, how=how)
