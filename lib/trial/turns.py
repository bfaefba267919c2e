"""Whose file is checked next: one at a time, and nobody again and again before others."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Seconds for which the time that a visitor took counts against the next file.
REMEMBERED = 600.0

#: Files that may wait; more would wait longer than anybody does.
WAITING = 20


class BusyError(Exception):
    """Other files are being checked, and the wait for this one was too long."""


@dataclass(frozen=True)
class Visitor:
    """Who gives a file: one visit, and the address it comes from (shared behind a proxy)."""

    visit: str
    address: str = ""


@dataclass
class Turns:
    """The one place, and who waits for it.

    Whoever took the least time lately comes first, then whoever came first: a visitor who gives
    file after file waits behind everybody else, and holds nobody up but by the file at work.
    """

    clock: Callable[[], float] = time.monotonic
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _busy: bool = False
    _waiting: list[tuple[int, Visitor]] = field(default_factory=list)
    _spent: list[tuple[float, Visitor, float]] = field(default_factory=list)
    _tickets: int = 0

    @contextmanager
    def turn(
        self, visitor: Visitor, patience: float, tell: Callable[[int], object]
    ) -> Iterator[None]:
        """Hold the place; `tell` hears every second how many are before this one.

        Raises:
            BusyError: the place was not free within `patience` seconds, or too many wait.
        """
        self._wait(visitor, patience, tell)
        began = self.clock()
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
                self._spent.append((self.clock(), visitor, self.clock() - began))
                self._changed.notify_all()

    def _wait(self, visitor: Visitor, patience: float, tell: Callable[[int], object]) -> None:
        until = self.clock() + patience
        with self._changed:
            if len(self._waiting) >= WAITING:
                raise BusyError
            self._tickets += 1
            ticket = (self._tickets, visitor)
            self._waiting.append(ticket)
        try:
            while True:
                with self._changed:
                    before = self._before(ticket)
                    if not self._busy and not before:
                        self._busy = True
                        return
                    if self.clock() >= until:
                        raise BusyError
                    self._changed.wait(min(1.0, max(until - self.clock(), 0.01)))
                # Outside the lock: a visitor who has left is noticed here, by an exception.
                tell(before + 1 if self._busy else before)
        finally:
            with self._changed:
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def _before(self, ticket: tuple[int, Visitor]) -> int:
        """How many that wait come before this one."""
        return sum(self._rank(other) < self._rank(ticket) for other in self._waiting)

    def _rank(self, ticket: tuple[int, Visitor]) -> tuple[float, float, int]:
        number, visitor = ticket
        since = self.clock() - REMEMBERED
        self._spent = [entry for entry in self._spent if entry[0] >= since]
        visit = sum(took for _at, who, took in self._spent if who.visit == visitor.visit)
        address = sum(took for _at, who, took in self._spent if who.address == visitor.address)
        return visit, address, number
