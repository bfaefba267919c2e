"""How soon the first page of the static edition stands, next to the app and to one chart.

    python -m tools.make_site                              # first: what is measured
    python -m benchmarks.static_first                      # ten rounds
    python -m benchmarks.static_first --rounds 3

Each round opens, one after the other and each in a browser that has nothing of it yet, the first
page of `build/site` from a server of files, the app's first page, and an app of one chart
(`one_chart/`) as Streamlit serves it. The clock runs from the address to the first chart painted.
Only ratios are judged: the machine drifts, and the three drift together. The program ends with 1
when the static page takes more than 0.3 of the one-chart app or of ours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.first_screen import FLAGS
from tools.check_site import LANDING, SITE
from tools.find_browser import find_browser
from tools.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROUNDS = 10
MOST = 0.3
PATIENCE = 120_000  # ms

#: A chart, and it takes room: of each kind of page the first.
DRAWN = """() => {
  const charts = ['.drawing svg', '.door-map svg, [data-testid="stMain"] svg[role="img"], .stVegaLiteChart svg.marks, .stVegaLiteChart canvas'];
  return charts.some((each) => [...document.querySelectorAll(each)].some((e) => e.getBoundingClientRect().height > 60));
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Write nothing."""


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """The address of `folder` behind the plainest server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def first_draw(browser: Browser, address: str) -> tuple[float, int]:
    """Milliseconds to the first chart, and bytes received, in a browser that has nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script("window.began = performance.now()")
    page.goto(address, wait_until="commit")
    page.wait_for_function(DRAWN, timeout=PATIENCE, polling="raf")
    took = float(page.evaluate("performance.now()"))
    sizes = "performance.getEntries().reduce((sum, each) => sum + (each.transferSize || 0), 0)"
    received = int(page.evaluate(sizes))
    context.close()
    return took, received


def measured(rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Every opening of the three first pages, in turn."""
    taken: dict[str, list[tuple[float, int]]] = {"static": [], "app": [], "one chart": []}
    with (
        tempfile.TemporaryDirectory() as logs,
        files(SITE) as static,
        served(Path(logs) / "app.txt") as app,
        served(Path(logs) / "one.txt", "benchmarks/one_chart/streamlit_app.py") as one,
        sync_playwright() as driver,
    ):
        app.settle()
        browser = driver.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        addresses = {"static": static, "app": app.url, "one chart": one.url}
        for turn in range(rounds + 1):  # the first opening warms what the servers keep
            for name, address in addresses.items():
                found = first_draw(browser, address)
                if turn:
                    taken[name].append(found)
        browser.close()
    return taken


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args(arguments)
    if not (SITE / "index.html").is_file():
        print("There is no static edition: python -m tools.make_site", file=sys.stderr)
        return 1
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {given.rounds} rounds")
    taken = measured(given.rounds)
    static = statistics.median(took for took, _received in taken["static"])
    is_within = max(received for _took, received in taken["static"]) <= LANDING
    for name, openings in taken.items():
        median = statistics.median(took for took, _received in openings)
        ratio = statistics.median(
            ours / theirs
            for (ours, _b), (theirs, _c) in zip(taken["static"], openings, strict=True)
        )
        received = max(received for _took, received in openings)
        print(f"{name:10} {median:8.0f} ms {received:12,} bytes   static takes {ratio:.2f} of it")
        is_within = is_within and (name == "static" or ratio <= MOST)
    print(f"bar {MOST} of each, {LANDING:,} bytes: {'met' if is_within else 'missed'}")
    return 0 if is_within and static else 1


if __name__ == "__main__":
    sys.exit(main())
