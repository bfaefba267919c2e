"""Memory while a few visitors go round for an hour: ``python -m benchmarks.hour``.

Visitors come, look at a page, change some controls, take a file away now and then, and leave; the
next one comes to the next page. Each minute says the memory of the process and of what it has
started. A server that has just started fills what it keeps for half an hour; so the run ends with 1
where the last third holds more than the one before it, or where anybody met an error. ``--minutes`` makes it shorter; it wants little of a core, so other work may go on.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crowd import beside, busy, memory, taken
from benchmarks.session import Visitor
from lib.nav import PAGES
from tools.serving import Server, served

MINUTES = 60.0
VISITORS = 8
CHANGES = 6  # that one visitor makes on a page
EVERY = 4.0  # seconds between two of them
EXPORT = 10  # one visitor in so many takes a file away
MOST_GROWTH = 0.03  # of the memory in the third of the time before


@dataclass
class Told:
    """What all visitors together have done and met."""

    opened: int = 0
    changed: int = 0
    files: int = 0
    failures: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, *, opened: int = 0, changed: int = 0, files: int = 0) -> None:
        """Add to what was done."""
        with self.lock:
            self.opened += opened
            self.changed += changed
            self.files += files


def stays(address: str, number: int, told: Told, until: threading.Event) -> None:
    """One visit: a page, some changes, perhaps a file; all by a seed of its number."""
    seed = random.Random(number)  # noqa: S311 - no secret
    entry = PAGES[number % len(PAGES)]
    with Visitor(address) as visitor:
        visitor.open("" if entry.is_default else entry.path)
        told.count(opened=1)
        for turn in range(CHANGES):
            if until.wait(EVERY * seed.uniform(0.5, 1.5)) or not visitor.controls:
                break
            answer = visitor.change(seed.choice(visitor.controls), turn)
            told.count(changed=1)
            with told.lock:
                told.failures += answer.failures
        if not until.is_set() and number % EXPORT == 0:
            told.count(files=taken(visitor, seed))


def goes_round(address: str, first: int, told: Told, until: threading.Event) -> None:
    """Visit after visit until the time is over."""
    number = first
    while not until.is_set():
        try:
            stays(address, number, told, until)
        except Exception as error:  # whatever a visitor meets is what is counted
            with told.lock:
                told.failures.append(f"visit {number}: {error!r}")
            until.wait(EVERY)
        number += VISITORS


def watched(server: Server, minutes: float, told: Told) -> list[float]:
    """Print memory each minute; what it was."""
    seen, begun, used = [], time.monotonic(), busy(server.pid)
    while (gone := (time.monotonic() - begun) / 60) < minutes:
        time.sleep(min(60.0, (minutes - gone) * 60))
        now = busy(server.pid)
        seen.append(memory(server.pid))
        print(
            f"{time.strftime('%H:%M:%S')}  {seen[-1]:.0f} MiB, {beside(server.pid):.0f} MiB beside; "
            f"{told.opened:,} pages, {told.changed:,} changes, {told.files} files; "
            f"{(now - used) / 60:.0%} of a core, {len(told.failures)} errors",
            flush=True,
        )
        used = now
    return seen


def main() -> int:
    """0 when memory was flat and nobody met an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    minutes = parser.parse_args().minutes
    told, until = Told(), threading.Event()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "log.txt") as server,
        ThreadPoolExecutor(VISITORS) as pool,
    ):
        server.settle()
        print(f"idle: {memory(server.pid):.0f} MiB", flush=True)
        for number in range(VISITORS):
            pool.submit(goes_round, server.address, number, told, until)
        try:
            seen = watched(server, minutes, told)
        finally:
            until.set()
        complaints = server.complaints()
    third = max(1, len(seen) // 3)
    early, late = (
        statistics.median(seen[-2 * third : -third] or seen),
        statistics.median(seen[-third:]),
    )
    print(
        f"first third {statistics.median(seen[:third]):.0f} MiB, second {early:.0f}, "
        f"last {late:.0f} ({late / early - 1:+.1%}), "
        f"most {max(seen):.0f} MiB; {told.opened:,} pages, {told.changed:,} changes, "
        f"{told.files} files; {len(told.failures)} errors"
    )
    for said in [*told.failures[:10], *complaints[:10]]:
        print(said)
    grew = late > early * (1 + MOST_GROWTH)
    return 1 if grew or told.failures or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
