"""Ten times the observations: what it does to a change and to memory, ``python -m benchmarks.growth``.

The rows are synthetic: each observation again for earlier years, as if the same were counted for
ten times as long (as far as the contract of the tables lets years go back). They exist for this run only, in a folder of its own. Two servers stand side by
side, one with the tables as they are, and each change of a control is made on one and then on the
other. The run ends with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import statistics
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.crowd import memory
from benchmarks.session import Visitor
from lib.nav import PAGES
from lib.schema.tables import OBSERVATIONS
from lib.store.files import DATA
from tools.proxying import Replica, free_ports
from tools.serving import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.controls import Control

TIMES = 10
FIRST_YEAR = 1900  # the contract of the tables takes no earlier one
PERIOD = ("period_start", "period_end")
REPEATS = 6
UNTIMED = 2
MOST_TIME, MOST_MEMORY = 2.0, 3.0
START_SECONDS = 400.0  # tables are read, checked and built anew


def grown(folder: Path, times: int) -> tuple[int, int]:
    """A copy of the tables in `folder` with `times` the observations: rows before and now."""
    shutil.copytree(DATA, folder)
    before = added = 0
    for file in sorted((folder / "observations").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            held = list(csv.DictReader(opened))
        more = list(_earlier(held, times - 1))
        with file.open("a", encoding="utf-8", newline="") as opened:
            csv.DictWriter(opened, list(held[0]), lineterminator="\n").writerows(more)
        before, added = before + len(held), added + len(more)
    return before, before + added


def _earlier(held: list[dict[str, str]], copies: int) -> Iterator[dict[str, str]]:
    """Each row again in the nearest earlier years in which nothing is held."""
    taken = {_key(row) for row in held}
    for row in held:
        found, years = 0, 1
        while found < copies and int(row["period_start"][:4]) - years >= FIRST_YEAR:
            moved = {**row, **{name: _back(row[name], years) for name in PERIOD}}
            if _key(moved) not in taken:
                taken.add(_key(moved))
                found += 1
                yield moved
            years += 1


def _key(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in OBSERVATIONS.key)


def _back(date: str, years: int) -> str:
    return f"{int(date[:4]) - years:04d}{date[4:]}".replace("-02-29", "-02-28")


def compared(ours: str, theirs: str, repeats: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each change on the one server and on the other, page by page."""
    ours_ms: list[float] = []
    theirs_ms: list[float] = []
    for entry in PAGES:
        name = "" if entry.is_default else entry.path
        with Visitor(ours) as one, Visitor(theirs) as other:
            one.open(name)
            other.open(name)
            pairs = [pair for control in _shared(one, other)
                     for pair in _timed(one, other, control, repeats)]  # fmt: skip
        if pairs:
            here, there = ([pair[side] for pair in pairs] for side in (0, 1))
            print(f"{entry.path:<22}{_line(here, there)}", flush=True)
            ours_ms += here
            theirs_ms += there
    return ours_ms, theirs_ms


def _shared(one: Visitor, other: Visitor) -> list[Control]:
    """The controls of parts of a page that both visitors have."""
    there = {control.widget_id for control in other.controls}
    return [c for c in one.controls if c.fragment_id and c.widget_id in there]


def _timed(
    one: Visitor, other: Visitor, control: Control, repeats: int
) -> Iterator[tuple[float, float]]:
    """Milliseconds of one control, changed here and there in turn; then it is set back."""
    for turn in range(UNTIMED + repeats):
        here, there = one.change(control, turn), other.change(control, turn)
        if turn >= UNTIMED:
            yield here.seconds * 1000, there.seconds * 1000
    one.change(control, -1)
    other.change(control, -1)


def _line(ours: Sequence[float], theirs: Sequence[float]) -> str:
    one, other = statistics.median(ours), statistics.median(theirs)
    return f"{one:6.1f} ms, grown {other:6.1f} ms: {other / one:.2f}x"


@contextmanager
def side_by_side(folder: Path, data: Path) -> Iterator[list[Replica]]:
    """A server with the tables as they are and one with those in `data`, both at rest."""
    shelf = {"DASHBOARD_CACHE": str(folder / "cache")}
    both = [
        Replica(port, folder / f"{port}.log", settings={**shelf, **place})
        for port, place in zip(free_ports(2), ({}, {"DATA_DIR": str(data)}), strict=True)
    ]
    try:
        for replica in both:
            replica.start()
        for replica in both:
            replica.wait(START_SECONDS)
        for replica in both:
            with suppress(RuntimeError):  # still at work for later visitors
                Server(f"http://127.0.0.1:{replica.port}/", replica.log, replica.pid).settle()
        yield both
    finally:
        for replica in both:
            replica.stop()


def main() -> int:
    """0 when time and memory grow less than their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before, now = grown(folder / "data", asked.times)
        with side_by_side(folder, folder / "data") as both:
            print(f"{now:,} observations, all above {before:,} synthetic", flush=True)
            idle = [memory(replica.pid) for replica in both]
            addresses = [f"127.0.0.1:{replica.port}" for replica in both]
            times = compared(addresses[0], addresses[1], asked.repeats)
            held = [memory(replica.pid) for replica in both]
            complaints = [line for replica in both for line in replica.complaints()]
    slower, bigger = statistics.median(times[1]) / statistics.median(times[0]), held[1] / held[0]
    print(
        f"all changes: {_line(*times)} (bar {MOST_TIME:g}x); memory idle {idle[0]:.0f} and "
        f"{idle[1]:.0f} MiB, afterwards {held[0]:.0f} and {held[1]:.0f} MiB: {bigger:.2f}x "
        f"(bar {MOST_MEMORY:g}x)"
    )
    for line in complaints[:10]:
        print(line)
    return 1 if slower >= MOST_TIME or bigger >= MOST_MEMORY or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
