"""Addresses that others build on: data read by a program, charts in the frames of another page."""

from __future__ import annotations

import shutil
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from playwright.sync_api import expect

from lib import figures
from lib.wording import numbers
from tests.browser.visiting import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tools.serving import Server

R = shutil.which("Rscript")
DOCS = Path(__file__).resolve().parents[2] / "docs"
INDICATORS = 20

#: True where each frame is as high as what it holds says that it is.
FITTED = """([frame, least]) => {
  const box = document.querySelectorAll('iframe')[frame].style.height;
  return parseInt(box || '0') >= least ? parseInt(box) : false;
}"""


def test_pandas_reads_the_numbers_of_the_page_at_their_address(server: Server, store: Any) -> None:
    every = sorted(store.table("indicators")["indicator_id"])
    some = every[:: len(every) // INDICATORS][:INDICATORS]
    read: dict[str, tuple[int, float, int]] = {}
    for indicator in some:
        where = f"{server.url}data/latest/indicators/{indicator}"
        shown = figures.build(store, "indicator_card", {"indicator": indicator}).rows
        for rows in (pd.read_csv(f"{where}.csv"), pd.read_json(f"{where}.json")):
            ordered = rows.assign(
                geo_id=rows["geo_id"]
                .astype(str)
                .str.zfill(5)
                .where(rows["geo_id"].astype(str).str.isdecimal(), rows["geo_id"]),
                period_end=rows["period_end"].astype(str),
            ).sort_values(["geo_id", "period_end", "dimension", "group", "value"])
            said = [
                "" if pd.isna(value) else numbers.unit_value(value, unit)
                for value, unit in zip(ordered["value"], ordered["unit"], strict=True)
            ]
            withheld = shown["withheld"].tolist()
            on_page = [
                "" if w else text for text, w in zip(shown["written"], withheld, strict=True)
            ]
            assert sorted(said) == sorted(on_page), indicator
            missing = int(rows["value"].isna().sum())
            read[indicator] = (len(rows), round(float(rows["value"].sum()), 4), missing)
    addresses = [f"{server.url}data/latest/indicators/{indicator}" for indicator in some]
    by_r = r_reads(addresses)
    assert {way for way, *_rest in by_r} >= ({"base"} if R else set())
    for way, indicator, rows_, total, missing in by_r:
        # R writes a sum in decimal: what pandas read, to the fourth place.
        assert (rows_, round(total, 4), missing) == read[indicator], (way, indicator)


def r_reads(addresses: list[str]) -> list[tuple[str, str, int, float, int]]:
    """What the documented lines of R read at each address; nothing where there is no R.

    Without R nothing goes unchecked: pandas has just read the same files and held them to the page.
    """
    if not R:
        return []
    script = Path(__file__).resolve().parents[1] / "read_by_r.R"
    done = subprocess.run([R, str(script), *addresses], capture_output=True, text=True, check=True)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {line[6] for line in lines} == {"indicator_id"}  # no byte order mark in a name
    return [(line[0], line[1], int(line[2]), float(line[3]), int(line[4])) for line in lines]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Write nothing."""


@contextmanager
def another_site(folder: Path) -> Iterator[str]:
    """The files of `folder` on a port of their own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()


def test_a_page_of_another_site_shows_three_charts_that_fit_and_ask_nothing_elsewhere(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    example = (DOCS / "embed_example.html").read_text("utf-8")
    written = example.replace("http://localhost:8501/", server.url)
    (tmp_path / "index.html").write_text(written, "utf-8")
    asked: list[str] = []
    wrong: list[str] = []
    context = browser.new_context(viewport={"width": 900, "height": 900}, locale="en-US")
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    with another_site(tmp_path) as site:
        page.goto(site)
        for frame in range(3):
            inside = page.frame_locator("iframe").nth(frame)
            expect(inside.locator("h1")).to_be_visible(timeout=PATIENCE)
            expect(inside.locator("svg.spread")).to_be_visible()
            expect(inside.locator("p.source")).to_contain_text("Source:")
            inside.locator("summary").click()
            expect(inside.locator("table")).to_be_visible()
            high = inside.locator("html").evaluate(
                "root => Math.ceil(root.getBoundingClientRect().height)"
            )
            page.wait_for_function(FITTED, arg=[frame, high], timeout=PATIENCE)
            inside.locator("summary").click()
        # On a phone the drawing for narrow frames takes over.
        page.set_viewport_size({"width": 390, "height": 844})
        expect(page.frame_locator("iframe").first.locator("svg.narrow")).to_be_visible()
        link = page.frame_locator("iframe").first.get_by_role("link").last
        assert str(link.get_attribute("href")).startswith("/")
        assert not [url for url in asked if not url.startswith((site, server.url, "data:"))]
        assert wrong == []
    context.close()
