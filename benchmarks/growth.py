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
from contextlib import suppress
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

TIMES = 10
FIRST_YEAR = 1900  # the contract of the tables takes no earlier one
PERIOD = ("period_start", "period_end")
REPEATS = 6
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
    every: tuple[list[float], list[float]] = ([], [])
    for entry in PAGES:
        name, times = "" if entry.is_default else entry.path, ([], [])  # type: tuple[list[float], ...]
        with Visitor(ours) as one, Visitor(theirs) as other:
            shared = {each.widget_id: each for each in other.open(name).controls}
            for control in one.open(name).controls:
                if control.widget_id not in shared or not control.fragment_id:
                    continue
                for turn in range(2 + repeats):
                    both = one.change(control, turn), other.change(shared[control.widget_id], turn)
                    if turn >= 2:
                        for kept, answer in zip(times, both, strict=True):
                            kept.append(answer.seconds * 1000)
                one.change(control, -1)
                other.change(shared[control.widget_id], -1)
        if times[0]:
            print(f"{entry.path:<22}{_line(*times)}", flush=True)
        for kept, new in zip(every, times, strict=True):
            kept += new
    return every


def _line(ours: Sequence[float], theirs: Sequence[float]) -> str:
    one, other = statistics.median(ours), statistics.median(theirs)
    return f"{one:6.1f} ms, grown {other:6.1f} ms: {other / one:.2f}x"


def main() -> int:
    """0 when time and memory grow less than their bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before, now = grown(folder / "data", asked.times)
        shelf = {"DASHBOARD_CACHE": str(folder / "cache")}
        places = ({}, {"DATA_DIR": str(folder / "data")})
        both = [
            Replica(port, folder / f"{port}.log", settings={**shelf, **place})
            for port, place in zip(free_ports(2), places, strict=True)
        ]
        try:
            for replica in both:
                replica.start()
            for replica in both:
                replica.wait(START_SECONDS)
            servers = [Server(f"http://127.0.0.1:{r.port}/", r.log, r.pid) for r in both]
            for server in servers:
                with suppress(RuntimeError):  # still at work for later visitors
                    server.settle()
            print(f"{now:,} observations, all above {before:,} synthetic", flush=True)
            idle = [memory(replica.pid) for replica in both]
            times = compared(servers[0].address, servers[1].address, asked.repeats)
            held = [memory(replica.pid) for replica in both]
            complaints = [line for replica in both for line in replica.complaints()]
        finally:
            for replica in both:
                replica.stop()
    slower = statistics.median(times[1]) / statistics.median(times[0])
    bigger = held[1] / held[0]
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
