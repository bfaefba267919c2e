"""Times a rerun of every control on every page against a one-line app in the same run.

``make bench`` prints a table and ends with 1 when a bar is missed. Absolute times drift with
the machine, so each change of ours is followed at once by one of the one-line app, and only
their ratio is judged.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.crowd import YARDSTICK
from benchmarks.session import Visitor
from lib import nav
from lib.pages import PAGES
from tools.serving import served

if TYPE_CHECKING:
    from benchmarks.controls import Control

REPEATS = 30
UNTIMED = 4  # changes before the clock runs: every value of a control is met once
BACK = -1  # the turn that sets a control to what the page opens with
MOST_P95 = 5.0  # times our own median


@dataclass(frozen=True)
class Bar:
    """What a change may cost: times the one-line app's median, and bytes."""

    name: str
    most_median: float
    most_bytes: int


FIGURE = Bar("figure", 3.0, 10_000)
PLACE = Bar("place", 6.0, 30_000)

#: What all of a page or tab follows, though only a fragment runs: a tab, a place, the page's choice.
FOLLOWED = (
    *("tab", "county_choice", "district_choice", "chamber"),
    *dict.fromkeys(page.choice.parameter for page in PAGES.values() if page.choice),
)


def bar(control: Control) -> Bar:
    """The bar of a control: a place's where the page, a tab or all that follows it is drawn anew."""
    is_place = not control.fragment_id or control.key in FOLLOWED
    return PLACE if is_place else FIGURE


@dataclass(frozen=True)
class Timing:
    """What was measured of one control."""

    page: str
    control: str
    bar: Bar
    ours_ms: tuple[float, ...]
    yardstick_ms: tuple[float, ...]
    received: float

    @property
    def median_ratio(self) -> float:
        """Our median over the one-line app's."""
        return statistics.median(self.ours_ms) / statistics.median(self.yardstick_ms)

    @property
    def p95_ratio(self) -> float:
        """Our 95th percentile over our own median."""
        return p95(self.ours_ms) / statistics.median(self.ours_ms)

    @property
    def is_within(self) -> bool:
        """True when every bar is met."""
        return (
            self.median_ratio <= self.bar.most_median
            and self.p95_ratio <= MOST_P95
            and self.received <= self.bar.most_bytes
        )

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"{self.page:<22}{self.control:<32}{self.bar.name:<7}"
            f"{statistics.median(self.ours_ms):>8.1f}{p95(self.ours_ms):>8.1f}"
            f"{statistics.median(self.yardstick_ms):>10.1f}{p95(self.yardstick_ms):>8.1f}"
            f"{self.median_ratio:>8.2f}{self.p95_ratio:>8.2f}{self.received:>9.0f}"
            f"  {'' if self.is_within else 'over'}"
        )


HEADER = (
    f"{'page':<22}{'control':<32}{'bar':<7}{'ms':>8}{'p95':>8}{'one-line':>10}{'p95':>8}"
    f"{'ratio':>8}{'p95':>8}{'bytes':>9}"
)


def p95(values: tuple[float, ...]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def time_control(
    page: str, control: Control, ours: Visitor, yardstick: Visitor, repeats: int
) -> Timing:
    """`repeats` changes of a control of ours, each beside a change of the one-line app's.

    The control is then set back: as from a browser, the state of every control met so far goes
    along with each later change, but a visitor does not leave all of them off their defaults.
    """
    toggle = yardstick.open().controls[0]
    timed, beside, received = [], [], []
    for turn in range(UNTIMED + repeats):
        answer = ours.change(control, turn)
        other = yardstick.change(toggle, turn)
        if answer.failures:
            raise RuntimeError(f"{page}, {control.key}: {answer.failures[0]}")
        if turn >= UNTIMED:
            timed.append(answer.seconds * 1000)
            beside.append(other.seconds * 1000)
            received.append(answer.received)
    ours.change(control, BACK)
    return Timing(
        page, control.key, bar(control), tuple(timed), tuple(beside), statistics.median(received)
    )


def time_pages(ours_at: str, yardstick_at: str, only: str, repeats: int) -> list[Timing]:
    """Every control of every page (or of the page `only`), printed as it is measured."""
    timings = []
    for entry in nav.PAGES:
        if only and entry.path != only:
            continue
        with Visitor(ours_at) as ours, Visitor(yardstick_at) as yardstick:
            opened = ours.open("" if entry.is_default else entry.path)
            print(f"{entry.path}: opens with {opened.received:,} bytes", flush=True)
            # What the page follows comes last: it takes other controls away or draws them anew.
            for control in sorted(opened.controls, key=lambda control: bar(control) is PLACE):
                timings.append(time_control(entry.path, control, ours, yardstick, repeats))
                print(timings[-1], flush=True)
    return timings


def main() -> int:
    """0 when every control is within the bars, 1 when one is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--page", default="", help="only this page, by its address")
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as logs,
        served(Path(logs) / "ours.txt") as ours,
        served(Path(logs) / "yardstick.txt", YARDSTICK) as yardstick,
    ):
        ours.settle()
        print(HEADER)
        timings = time_pages(ours.address, yardstick.address, arguments.page, arguments.repeats)
    over = [timing for timing in timings if not timing.is_within]
    print(
        f"{len(timings) - len(over)} of {len(timings)} controls within their bars: a figure's "
        f"{FIGURE.most_median:g}x and {FIGURE.most_bytes:,} bytes, a place's {PLACE.most_median:g}x "
        f"and {PLACE.most_bytes:,}, p95 {MOST_P95:g}x"
    )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
