"""The process that draws: started when asked, ended when idle, replaced when killed."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from lib.outputs import engine, engine_child
from lib.outputs.engine import Engine, EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The smallest sheet there is (synthetic).
SHEET = {"main.typ": b"#set page(width: 20pt, height: 10pt, margin: 0pt)\n#rect()"}
HOW = {"every_font": False, "how": {"format": "png"}}


@pytest.fixture
def own() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.end()


def gone(pid: int) -> bool:
    """True once a process of ours has ended."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_it_starts_when_asked_and_another_takes_over_when_it_is_killed(own: Engine) -> None:
    assert own.pid is None
    first = own.ask("typeset", SHEET, **HOW)
    assert first.startswith(b"\x89PNG")
    pid = own.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert own.ask("typeset", SHEET, **HOW) == first
    assert own.pid not in (None, pid)
    assert (own.asked, own.started) == (2, 2)


def test_what_it_cannot_draw_is_an_error_and_not_its_end(own: Engine) -> None:
    with pytest.raises(EngineError, match="unknown variable"):
        own.ask("typeset", {"main.typ": b"#nothing"}, **HOW)
    pid = own.pid
    assert own.ask("typeset", SHEET, **HOW)
    assert own.pid == pid


def test_a_drawing_that_never_ends_is_given_up_and_the_next_one_is_drawn() -> None:
    own = Engine(patience=0.3)
    endless = {"main.typ": b"#let f(x) = x\n#for i in range(100000000) { f(i) }"}
    with pytest.raises(EngineError, match="no drawing after"):
        own.ask("typeset", endless, **HOW)
    own._patience = 60.0
    assert own.ask("typeset", SHEET, **HOW)
    own.end()


def test_it_ends_when_it_has_idled_and_when_nobody_can_ask_any_more() -> None:
    own = Engine(idle=0.2)
    own.ask("typeset", SHEET, **HOW)
    pid = own._process.pid if own._process else 0
    assert gone(pid)
    other = Engine()
    other.ask("typeset", SHEET, **HOW)
    process = other._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(30) == 0
    other.end()


def test_it_is_told_nothing_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "synthetic")
    assert "A_SECRET" not in engine.environment()
    assert set(engine.environment()) <= {
        "LANG", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8", "SYSTEMROOT",
    }  # fmt: skip


def test_the_same_is_drawn_inside_and_outside(own: Engine) -> None:
    inside = engine_child.make({"what": "typeset", **HOW}, SHEET)
    assert own.ask("typeset", SHEET, **HOW) == inside
