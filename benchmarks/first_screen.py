"""What a visitor sees of each page before scrolling, at the sizes of a desktop and of a phone.

    python -m benchmarks.first_screen                      # all pages
    python -m benchmarks.first_screen --page programs      # one page
    python -m benchmarks.first_screen --figures            # each figure, headline to chart
    python -m benchmarks.first_screen --at http://localhost:8501/

Old numbers (before the chart-first figure) stand behind a slash. The program ends with 1 when the
median of headline to chart misses its goal.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from lib.nav import PAGES
from tools.find_browser import find_browser
from tools.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DESKTOP = (1440, 900)
PHONE = (390, 844)
FLAGS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")

#: The script rests, every chart has been painted, and nothing has moved for a while.
IS_DRAWN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!app || !main?.querySelector('h1') || app.dataset.testScriptState !== 'notRunning') return false;
  if (document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')) return false;
  const charts = [...document.querySelectorAll('.stVegaLiteChart')].filter((e) => e.checkVisibility());
  if (!charts.every((e) => e.querySelector('svg.marks, canvas')?.getBoundingClientRect().height > 1)) return false;
  const high = main.scrollHeight;
  if (window.highBefore !== high) { window.highBefore = high; window.since = performance.now(); }
  return performance.now() - window.since > 700;
}"""

#: The address of a page that shows a place, as it was measured before.
ASKED = {"county": "?county=06037"}

#: Headline to chart, in pixels: the goal at each size.
GOALS = {DESKTOP: 120, PHONE: 180}

#: Before: screens high at both sizes, then at the first pixels to the first chart and the part of
#: it that the first screen shows.
OLD = {
    "overview": (4.6, 8.9, 1130, 0), "programs": (11.9, 16.9, 666, 69),
    "participation": (4.4, 7.6, 1095, 0), "learning_communities": (8.3, 11.6, 732, 13),
    "milestones": (12.7, 20.2, 582, 86), "county_map": (2.4, 4.2, 691, 32),
    "county": (13.0, 18.4, 1140, 0), "rural": (9.7, 14.0, 633, 93),
    "equity": (9.1, 13.2, 722, 56), "drivers": (5.1, 7.4, 602, 90),
    "community_action": (10.3, 14.6, None, None), "data_sources": (7.5, 10.1, None, None),
}  # fmt: skip
#: Pages of which at least half of the first picture was in the first screen, of those with one.
OLD_SHOWN = {DESKTOP: 6, PHONE: 0}

#: Screens high at the size of a desktop: the goal of a page, and that of every other one.
SCREENS = {"overview": 2.5, "county": 3.0}
ANY_SCREENS = 5.0

OLD_DISTANCE = {DESKTOP: 248, PHONE: 357}

MEASURED = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const drawn = '.stVegaLiteChart, .stDeckGlJsonChart, .stCustomComponentV1, iframe, svg[role="img"], [data-picture]';
  const charts = [...main.querySelectorAll(drawn)].filter((e) => e.checkVisibility() && e.clientHeight !== 0);
  const controls = 'button, input, textarea, select, summary, [role="combobox"], .stPageLink a';
  const box = (e) => { const b = e.getBoundingClientRect(); return {top: b.top + main.scrollTop, bottom: b.bottom + main.scrollTop, height: b.height}; };
  const before = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const first = charts[0];
  const heads = [...main.querySelectorAll('h3[id]')];
  const figures = heads.map((head, i) => {
    const next = heads[i + 1];
    const chart = charts.find((c) => before(head, c) && (!next || before(c, next)));
    return chart ? {name: head.id, px: Math.round(box(chart).top - box(head).top), high: Math.round(box(chart).height)} : null;
  }).filter(Boolean);
  const seen = first && Math.max(0, Math.min(innerHeight, box(first).bottom) - box(first).top);
  return {
    screens: main.scrollHeight / innerHeight,
    top: first ? Math.round(box(first).top) : null,
    seen: seen || 0,
    share: first ? Math.round(100 * seen / box(first).height) : null,
    controls: first ? [...main.querySelectorAll(controls)].filter((c) => before(c, first) && c.checkVisibility()).length : null,
    figures,
  };
}"""


@dataclass(frozen=True)
class Seen:
    """One page at one size."""

    page: str
    size: tuple[int, int]
    found: dict[str, Any]

    def __str__(self) -> str:
        """A line of the table: what is now, and what was before behind a slash."""
        old = OLD.get(self.page)
        is_desktop = self.size == DESKTOP
        screens = f" / {old[0 if is_desktop else 1]}" if old else ""
        top = f" / {old[2]}" if old and old[2] and is_desktop else ""
        share = f" / {old[3]}%" if old and old[3] is not None and is_desktop else ""
        held = self.found
        first = "none" if held["top"] is None else f"{held['top']}{top}"
        part = "-" if held["share"] is None else f"{held['share']}%{share}"
        controls = "-" if held["controls"] is None else str(held["controls"])
        px = [figure["px"] for figure in held["figures"]]
        distance = f"{statistics.median(px):.0f} (most {max(px)})" if px else "-"
        return (
            f"{self.page:<22}{held['screens']:>5.1f}{screens:<8}{first:>14}{part:>12}"
            f"{controls:>10}   {distance}"
        )


HEADER = f"{'page':<22}{'screens':>9}{'':<4}{'first chart':>14}{'share':>12}{'controls':>10}   headline to chart"


def look(browser: Browser, at: str, only: str, size: tuple[int, int]) -> list[Seen]:
    """Every page at one size, as a visitor first sees it."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", locale="en-US"
    )
    page = context.new_page()
    seen = []
    for entry in PAGES:
        if only and entry.path != only:
            continue
        path = "" if entry.is_default else entry.path
        page.goto(f"{at}{path}{ASKED.get(entry.path, '')}")
        page.wait_for_function(IS_DRAWN, timeout=60_000, polling=100)
        seen.append(Seen(entry.path, size, page.evaluate(MEASURED)))
        print(seen[-1], flush=True)
    context.close()
    return seen


def summed(seen: list[Seen], size: tuple[int, int]) -> None:
    """Print how many pages meet the other goals, with the old number, and which do not."""
    drawn = [page for page in seen if page.found["top"] is not None]
    half = [page for page in drawn if page.found["share"] >= 50 or _fills(page, size)]
    missed = [page.page for page in drawn if page not in half]
    print(
        f"half of the picture, or a picture over half of the screen: {len(half)} of {len(drawn)} "
        f"pages (was {OLD_SHOWN[size]}, goal all){': not ' if missed else ''}{', '.join(missed)}"
    )
    if size == DESKTOP:
        long = [
            f"{page.page} {page.found['screens']:.1f}"
            for page in seen
            if round(page.found["screens"], 1) > SCREENS.get(page.page, ANY_SCREENS)
        ]
        print(
            f"screens high: {len(seen) - len(long)} of {len(seen)} pages within their goal"
            f"{': not ' if long else ''}{', '.join(long)}"
        )


def _fills(page: Seen, size: tuple[int, int]) -> bool:
    """True where a picture larger than the screen takes half of it."""
    return bool(page.found["seen"] >= size[1] / 2)


def judged(seen: list[Seen], size: tuple[int, int], *, each: bool) -> bool:
    """Print headline to chart over all figures; True where the median meets the goal."""
    figures = sorted((f for page in seen for f in page.found["figures"]), key=lambda f: f["px"])
    if not figures:
        return True
    if each:
        for figure in figures:
            print(f"    {figure['px']:>5} px   chart {figure['high']:>5} px   {figure['name']}")
    goal = GOALS[size]
    px = [figure["px"] for figure in figures]
    within = sum(each_ <= goal for each_ in px)
    print(
        f"headline to chart at {size[0]}: median {statistics.median(px):.0f} px (was "
        f"{OLD_DISTANCE[size]}, goal {goal}); {within} of {len(px)} figures within it\n"
    )
    return bool(statistics.median(px) <= goal)


def main() -> int:
    """0 when the usual figure meets its goal at both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", default="", help="only this page, by its address")
    parser.add_argument("--at", default="", help="a server that runs already")
    parser.add_argument("--figures", action="store_true", help="name each figure")
    asked = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as logs, sync_playwright() as playwright:
        running = nullcontext() if asked.at else served(Path(logs) / "log.txt")
        with running as server:
            at = asked.at or (server.url if server else "")
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            for size in (DESKTOP, PHONE):
                print(f"{size[0]}x{size[1]}\n{HEADER}")
                seen = look(browser, at, asked.page, size)
                summed(seen, size)
                good &= judged(seen, size, each=asked.figures)
            browser.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
