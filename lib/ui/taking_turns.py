"""Whose page is drawn next: a few at a time, first come, first served.

A hundred pages drawn at once are all ready when the last one is, and their threads take the core
from each other on the way. One after the other they are ready in half that time on average; and a
change of a control, which takes no turn, waits for few others.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Pages that are drawn at once. Two would share one core, as all do that run in one process.
AT_ONCE = 1

#: Seconds after which a page counts no more: it waits for a file, and others go on.
LONGEST = 0.5


class Turns:
    """Places for those that are drawn now, and who waits for one."""

    def __init__(
        self,
        at_once: int = AT_ONCE,
        longest: float = LONGEST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._at_once = at_once
        self._longest = longest
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._began: dict[threading.Event, float] = {}
        self._mine = threading.local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold a place; wait until one is free."""
        self._mine.place = mine = threading.Event()
        with self._lock:
            self._waiting.append(mine)
            self._pass_on()
        while not mine.wait(self._longest):
            with self._lock:
                self._pass_on()
        try:
            yield
        finally:
            with self._lock:
                self._began.pop(mine, None)
                self._pass_on()

    def stand_aside(self) -> None:
        """Let others go on for the rest of this page: it waits for another process."""
        mine: threading.Event | None = getattr(self._mine, "place", None)
        with self._lock:
            if mine is not None:
                self._began.pop(mine, None)
            self._pass_on()

    def _pass_on(self) -> None:
        """Give every place that is free to the one who has waited for it longest."""
        now = self._clock()
        for each in [each for each, at in self._began.items() if now - at >= self._longest]:
            del self._began[each]
        while self._waiting and len(self._began) < self._at_once:
            following = self._waiting.popleft()
            self._began[following] = now
            following.set()


#: Those of this process.
TURNS = Turns()
