"""Many visitors on one process, each changing a control every two seconds.

``python -m benchmarks.crowd`` prints what a change took, in milliseconds, what the process took of
a core and of memory, and ends with 1 when a bar is missed. The visitors are threads of one other
process: on two cores they and the server have one each, so the times hold their waiting too.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.controls import MOST_VALUES
from benchmarks.session import Visitor
from lib.nav import PAGES
from tools.serving import Server, served

if TYPE_CHECKING:
    from collections.abc import Callable

VISITORS = 100
SECONDS = 60.0
EVERY = 2.0  # seconds between two changes of one visitor
MOST_P95 = 200.0  # milliseconds
MOST_MEDIAN_COLD, MOST_P95_COLD, MOST_OPENED_COLD = 300.0, 1500.0, 1000.0  # on a new server
MOST_MEMORY = 400.0  # MiB, with files being taken away
EXPORTS = 15.0  # seconds in which files are taken
YARDSTICK = "benchmarks/one_line/serve.py"
GET = "Get"  # the button that opens what can be taken away
CONTROLS = 4  # that one visitor moves between: nobody tries all of a page within a minute


@dataclass
class Heard:
    """What all visitors together have met."""

    milliseconds: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    asked: int = 0
    answered: int = 0
    files: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def visit(
    address: str,
    number: int,
    until: threading.Event,
    heard: Heard,
    join: Callable[[str], Visitor] = Visitor,
) -> None:
    """One visitor: opens a page, then changes a control every two seconds.

    Pages go round, controls by a seed of the visitor's number: two runs ask for the same.
    """
    seed = random.Random(number)  # noqa: S311 - no secret
    entry = PAGES[number % len(PAGES)]
    try:
        with join(address) as visitor:
            opened = visitor.open("" if entry.is_default else entry.path)
            with heard.lock:
                heard.opened.append(opened.seconds * 1000)
                heard.failures += opened.failures
            chosen = seed.sample(opened.controls, min(CONTROLS, len(opened.controls)))
            turn = 0
            until.wait(seed.uniform(0, EVERY))
            while chosen and not until.is_set():
                begun = time.monotonic()
                with heard.lock:
                    heard.asked += 1
                answer = visitor.change(seed.choice(chosen), turn)
                with heard.lock:
                    heard.answered += 1
                    heard.milliseconds.append(answer.seconds * 1000)
                    heard.failures += answer.failures
                # A tab or a page drawn anew holds other controls than before.
                here = {control.widget_id for control in answer.controls}
                chosen = [control for control in chosen if control.widget_id in here]
                others = [control for control in answer.controls if control not in chosen]
                chosen += seed.sample(others, min(CONTROLS - len(chosen), len(others)))
                turn += 1
                until.wait(max(0.0, EVERY - (time.monotonic() - begun)))
    except Exception as error:  # whatever a visitor meets is what is counted
        with heard.lock:
            heard.failures.append(f"visitor {number} on {entry.path}: {error!r}")


def takes(address: str, until: threading.Event, heard: Heard) -> None:
    """One visitor after the other takes a file away, of all kinds in turn, page after page."""
    number = 0
    while not until.is_set():
        entry, seed = PAGES[number % len(PAGES)], random.Random(number)  # noqa: S311 - no secret
        number += 1
        try:
            with Visitor(address) as visitor:
                visitor.open("" if entry.is_default else entry.path)
                with heard.lock:
                    heard.files += taken(visitor, seed)
        except Exception as error:  # whatever a visitor meets is what is counted
            with heard.lock:
                heard.failures.append(f"a file of {entry.path}: {error!r}")
        until.wait(EVERY)


def taken(visitor: Visitor, seed: random.Random) -> int:
    """Open "Get" under one figure and take one of its files; how many came."""
    under = [control for control in visitor.controls if GET in control.values]
    if not under:
        return 0
    control = seed.choice(under)
    answer = visitor.change(control, control.values.index(GET) - 1)
    return int(bool(answer.files) and visitor.take(seed.choice(answer.files)) > 0)


def memory(pid: int) -> float:
    """Resident memory of a process in MiB, or NaN where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def beside(pid: int) -> float:
    """Resident memory of the processes that a process has started, in MiB."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    started = Path(f"/proc/{pid}/task").glob("*/children") if children.exists() else ()
    return sum(memory(int(child)) for each in started for child in each.read_text().split())


def busy(pid: int) -> float:
    """Seconds of a core that a process has used, or NaN where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def shown_round(address: str) -> None:
    """One visitor meets every value of every control: figures are built once a process."""
    for entry in PAGES:
        with Visitor(address) as visitor:
            for control in visitor.open("" if entry.is_default else entry.path).controls:
                for turn in range(MOST_VALUES):
                    # Another district takes away what the page of a chamber has.
                    is_here = any(now.widget_id == control.widget_id for now in visitor.controls)
                    if control.fragment_id and is_here:
                        visitor.change(control, turn)


@dataclass
class Told:
    """What came of a crowd."""

    heard: Heard
    times: list[float]
    memory: float

    @property
    def p95(self) -> float:
        """The 95th percentile of a change, in milliseconds."""
        return statistics.quantiles(self.times, n=20)[-1]

    @property
    def lost(self) -> int:
        """Changes that were never answered."""
        return self.heard.asked - self.heard.answered

    def is_slow(self, *, is_cold: bool) -> bool:
        """True where a bar of time is missed; a server that has just started has its own."""
        if not is_cold:
            return self.p95 > MOST_P95
        median, opened = statistics.median(self.times), statistics.median(self.heard.opened)
        return self.p95 > MOST_P95_COLD or median > MOST_MEDIAN_COLD or opened > MOST_OPENED_COLD


def crowd(server: Server, visitors: int, seconds: float, name: str, *, is_cold: bool) -> Told:
    """Let `visitors` in, wait, and see them out; files are taken away when time was measured.

    On a server that has just started every change counts; else those of the first seconds do not,
    in which everybody comes at once.
    """
    heard, until = Heard(), threading.Event()
    with ThreadPoolExecutor(visitors + 1) as pool:
        used, begun = busy(server.pid), time.monotonic()
        for number in range(visitors):
            pool.submit(visit, server.address, number, until, heard)
            time.sleep(EVERY / visitors)
        if not is_cold:
            time.sleep(5)  # everybody has a page open
            used, begun = busy(server.pid), time.monotonic()
        first = 0 if is_cold else len(heard.milliseconds)
        time.sleep(seconds)
        core = (busy(server.pid) - used) / (time.monotonic() - begun)
        times, plain = heard.milliseconds[first:], memory(server.pid)
        pool.submit(takes, server.address, until, heard)
        time.sleep(EXPORTS)
        exporting, others = memory(server.pid), beside(server.pid)
        until.set()
    # Here everybody has gone, with the answer to the last question or without it.
    told = Told(heard, times, max(plain, exporting))
    print(
        f"{name}: {visitors} visitors, {seconds:g} s, load {os.getloadavg()[0]:.1f}: "
        f"{heard.asked:,} changes, {told.lost} lost; median {statistics.median(times):.0f} ms, "
        f"p95 {told.p95:.0f} ms, longest {max(times):.0f} ms; "
        f"opening a page {statistics.median(heard.opened):.0f} ms (median), "
        f"longest {max(heard.opened):.0f} ms; {core:.0%} of a core; "
        f"memory {plain:.0f} MiB, as {heard.files} files were taken {exporting:.0f} MiB, "
        f"and {others:.0f} MiB of what it started",
        flush=True,
    )
    return told


def main() -> int:
    """0 when every change was answered in time and memory stayed within its bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=VISITORS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--cold", action="store_true", help="let them in as the server starts")
    parser.add_argument(
        "--floor", action="store_true", help="a one-line app first, in the same run"
    )
    asked = parser.parse_args()
    name = "just started" if asked.cold else "up for a while"
    with tempfile.TemporaryDirectory() as folder:
        if asked.floor:
            with served(Path(folder) / "line.txt", YARDSTICK) as line:
                crowd(line, asked.visitors, asked.seconds, "one-line app", is_cold=asked.cold)
        with served(Path(folder) / "log.txt") as server:
            if not asked.cold:
                server.settle()
                idle = memory(server.pid)
                shown_round(server.address)
                print(f"idle: {idle:.0f} MiB; after one visitor: {memory(server.pid):.0f} MiB")
            told = crowd(server, asked.visitors, asked.seconds, name, is_cold=asked.cold)
            complaints = server.complaints()
    for said in [*told.heard.failures[:10], *complaints[:10]]:
        print(said)
    bad = told.lost or told.heard.failures or complaints or told.memory > MOST_MEMORY
    return 1 if bad or told.is_slow(is_cold=asked.cold) else 0


if __name__ == "__main__":
    sys.exit(main())
