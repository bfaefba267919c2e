"""One chart and one choice in other frameworks and here, in one run: ``python -m benchmarks.peers``.

The same rows (hospitals that report a program, by county and year), the same choice of a year, the
same sum below. A browser opens each in turn, round after round: until the sum is on the page, then
until it has changed after a click, and the bytes that came. Dash and Streamlit as installed run in
an environment of their own: ``python -m venv PEERS`` and ``PEERS/bin/pip install -r
benchmarks/peer_apps/requirements.txt``, then ``--python PEERS/bin/python``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from playwright.sync_api import sync_playwright

from benchmarks.faults import FLAGS
from lib.store.files import DATA
from tools.find_browser import find_browser
from tools.proxying import free_ports
from tools.serving import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

APPS = Path(__file__).parent / "peer_apps"
ROUNDS = 5
PATIENCE = 60_000
SUM = "() => ((document.body?.innerText || '').match(/\\d{4}: \\d+ sites/) || [''])[0]"
DRAWN = f"() => ({SUM})() && document.querySelector('canvas, svg.marks, svg.main-svg')"


def rows() -> pd.DataFrame:
    """Hospitals that report an inpatient program: county, year, how many."""
    held = pd.read_csv(DATA / "hospital_programs.csv", dtype=str)
    told = held[held["inpatient_palliative"].eq("Yes")]
    counted = told.groupby(["county_fips", "year"]).size().rename("sites").reset_index()
    return counted.rename(columns={"county_fips": "county"})


def static_page(held: pd.DataFrame) -> bytes:
    """A page of its own with Vega in it; the choice is a part of the chart."""
    import vl_convert

    first = str(held["year"].min())
    years = sorted(held["year"].unique())
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": held.to_dict("records")},
        "params": [{"name": "year", "value": first, "bind": {"input": "radio", "options": years}}],
        "transform": [{"filter": "datum.year == year"}],
        "mark": "bar",
        "encoding": {
            "x": {"field": "county", "type": "nominal"},
            "y": {"field": "sites", "type": "quantitative"},
        },
    }
    page = vl_convert.vegalite_to_html(json.dumps(spec), bundle=True)
    sums = {str(year): int(group["sites"].sum()) for year, group in held.groupby("year")}
    told = (
        f"<p id=sum></p><script>const sums={json.dumps(sums)};"
        "const tell = (y) => document.getElementById('sum').textContent = `${y}: ${sums[y]} sites`;"
        f"tell({first});"
        "document.addEventListener('input', (e) => tell(e.target.value), true);</script></body>"
    )
    head, _body, foot = page.rpartition("</body>")  # Vega's own script holds others
    return gzip.compress(f"{head}{told}{foot}".encode())


@contextmanager
def static(body: bytes, port: int) -> Iterator[None]:
    """Serve one page, compressed, as any web server would."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()


@contextmanager
def running(command: list[str], port: int, held: Path, folder: Path) -> Iterator[None]:
    """A program that serves on `port`, from a folder where nobody has set anything."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment |= {"PEER_ROWS": str(held), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        begun = time.monotonic()
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() - begun > 60:
                    raise
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def looked_at(browser: Browser, port: int, click: str) -> tuple[float, float, int]:
    """Milliseconds until drawn and until redrawn, and the bytes that came before the click."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    got: list[int] = []
    session.on("Network.loadingFinished", lambda told: got.append(int(told["encodedDataLength"])))
    begun = time.perf_counter()
    page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
    page.wait_for_function(DRAWN, timeout=PATIENCE, polling=10)
    cold = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(700)  # what still comes
    received, before = sum(got), page.evaluate(SUM)
    begun = time.perf_counter()
    page.get_by_text(click, exact=True).first.click()
    page.wait_for_function(f"was => ({SUM})() !== was", arg=before, timeout=PATIENCE, polling=10)
    again = (time.perf_counter() - begun) * 1000
    context.close()
    return cold, again, received


def served(stack: ExitStack, folder: Path, python: str) -> dict[str, int]:
    """Start all of them; name -> port."""
    held = rows()
    file = folder / "rows.csv"
    held.to_csv(file, index=False)
    plain, here, dash, page = free_ports(4)
    streamlit = ["-m", "streamlit", "run"]
    quiet = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port"]
    started = {
        "Streamlit as installed": (
            plain,
            [python, *streamlit, str(APPS / "as_installed.py"), *quiet, str(plain)],
            folder,
        ),
        "Streamlit as here": (
            here,
            [sys.executable, *streamlit, str(APPS / "here" / "serve.py"), *quiet, str(here)],
            ROOT,
        ),
        "Dash": (dash, [python, str(APPS / "dash_app.py"), str(dash)], folder),
    }
    for port, command, where in started.values():
        stack.enter_context(running(command, port, file, where))
    stack.enter_context(static(static_page(held), page))
    return {**{name: port for name, (port, *_rest) in started.items()}, "static Vega page": page}


def main() -> int:
    """0 when all were measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="of an environment with the peers")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    times: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        ports = served(stack, Path(name), asked.python)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for turn in range(asked.rounds + 1):
            for peer, port in ports.items():
                seen = looked_at(browser, port, "2022")
                if turn:  # the first round meets what each process does once
                    times[peer].append(seen)
        browser.close()
    print(f"load {os.getloadavg()[0]:.1f}; medians of {asked.rounds} rounds (least to most)")
    for peer, every in times.items():
        cold, again, received = (sorted(each[part] for each in every) for part in range(3))
        print(
            f"{peer:<24} drawn {statistics.median(cold):6.0f} ms ({cold[0]:.0f} to {cold[-1]:.0f}), "
            f"again {statistics.median(again):5.0f} ms ({again[0]:.0f} to {again[-1]:.0f}), "
            f"{statistics.median(received) / 1e6:.2f} MB"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
