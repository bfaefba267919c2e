"""Axe over the pages of the static edition, at the sizes of a desk and of a phone.

    python -m tools.check_site --axe          # every page: minutes to an hour
    python -m tools.check_site --axe 25       # every 25th of each kind, and every first page

It needs the packages for tests and a browser; the build itself does not.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from lib.outputs.saving import Progress
from tools.find_browser import find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Write nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def sampled(folder: Path, every: int) -> list[str]:
    """The pages to open: of each folder the first and every so-many-th one."""
    kinds: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        kinds.setdefault(name.partition("/")[0] if "/" in name else "", []).append(name)
    whole = kinds.pop("", [])  # the pages of the list of pages: all of them
    return [*whole, *(name for names in kinds.values() for name in names[::every])]


def faults(folder: Path, every: int = 1) -> list[str]:
    """What axe finds on each page and size, and pages wider than their window; a line each."""
    found: list[str] = []
    names = sampled(folder, every)
    progress = Progress(len(names))
    with _served(folder) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        for name in names:
            page.set_viewport_size(SIZES[0])  # type: ignore[arg-type]
            page.goto(address + name)
            for size in SIZES:
                page.set_viewport_size(size)  # type: ignore[arg-type]
                found += [f"{name} ({size['width']} px): {said}" for said in _wrong(page)]
            progress.step(name)
        browser.close()
    return found


def _wrong(page: Page) -> Iterator[str]:
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']} {node['target']}"
    if (beyond := page.evaluate(OVERFLOW)) > 0:
        yield f"{beyond} px wider than its window"
