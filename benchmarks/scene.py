"""A served copy of the app with a proxy and a browser in front of it, and how its pages fare."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.behind import COOKIE
from tools.proxying import Replica, free_ports
from tools.serving import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Download, Page

    from tools.proxying import Proxy

SERVED = (".streamlit", "assets", "data", "lib", "pages", "server", "static")
FILES = ("serve.py", "streamlit_app.py")
PATIENCE = 60_000  # milliseconds
DRAWN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning' && document.querySelector('h1')
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]');
}"""
# A page can be away for less time than one look at it takes, so it keeps a note itself.
WATCH = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.away = [];
  new MutationObserver(() => {
    if (app.dataset.testConnectionState !== 'CONNECTED') window.away.push(Date.now() / 1000);
  }).observe(app, {attributes: true, attributeFilter: ['data-test-connection-state']});
}"""
WAS_AWAY = "() => !window.away || window.away.length > 0"  # no note: the page was loaded anew


@dataclass
class Scene:
    """What every fault is given: a copy of the app, two processes, a proxy, a browser."""

    root: Path
    folder: Path
    running: list[Replica]
    proxy: Proxy
    browser: Browser
    settings: Mapping[str, str]
    lost: list[str] = field(default_factory=list)

    def another(
        self, name: str, more: Mapping[str, str] | None = None, *, disk_full: bool = False
    ) -> Replica:
        """A process of the copy that is not behind the proxy; not started yet."""
        log = self.folder / f"{name}.log"
        given = {**self.settings, **(more or {})}
        return Replica(free_ports(1)[0], log, self.root, given, disk_full=disk_full)

    @contextmanager
    def page(self, path: str, port: int | None = None, letter: str = "") -> Iterator[Page]:
        """A new visitor's page, drawn; closed when the block ends.

        Args:
            path: page and choices.
            port: of a process that is asked past the proxy.
            letter: of the process behind the proxy that is to answer; none for whose turn it is.
        """
        context = self.browser.new_context(accept_downloads=True, reduced_motion="reduce")
        if letter:
            context.add_cookies([{"name": COOKIE, "value": letter, "url": self.proxy.url}])
        page = context.new_page()
        site = f"http://127.0.0.1:{port}/" if port else self.proxy.url
        page.goto(site + path, timeout=PATIENCE)
        drawn(page)
        page.evaluate(WATCH)
        yield page
        context.close()

    def of(self, page: Page) -> Replica:
        """The process that a page is open on."""
        letter = next(c["value"] for c in page.context.cookies() if c["name"] == COOKIE)
        return self.running["ab".index(letter)]

    def say(self, fault: str, saw: str, lost: list[str]) -> None:
        """One fault, three lines."""
        self.lost += [f"{fault}: {each}" for each in lost]
        print(f"{fault}\n    saw:  {saw}\n    lost: {'; '.join(lost) or 'nothing'}", flush=True)


def copied(folder: Path) -> Path:
    """The app in a folder of its own, so that its tables may be broken."""
    for name in SERVED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def built(root: Path, cache: Path) -> dict[str, str]:
    """The settings of a copy whose figures are built, as before any start of an edition."""
    settings = {"DASHBOARD_CACHE": str(cache)}
    subprocess.run(
        [sys.executable, "-m", "lib.build", "--upto", "figures"],
        cwd=root,
        env={**os.environ, **settings, "PYTHONPATH": str(root)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return settings


def drawn(page: Page) -> None:
    """Wait until the page rests."""
    page.wait_for_function(DRAWN, timeout=PATIENCE, polling=50)


def view(page: Page) -> tuple[str, str]:
    """What must be the same afterwards: address and headline."""
    return page.url, page.locator("h1").first.inner_text()


def back(page: Page, before: tuple[str, str], begun: float) -> tuple[str, list[str]]:
    """How long a page was away, and what it lost.

    Args:
        page: a page that `Scene.page` opened.
        before: its view.
        begun: when it was struck, in seconds since the epoch.
    """
    page.wait_for_function(WAS_AWAY, timeout=PATIENCE, polling=50)
    drawn(page)
    noted = page.evaluate("() => (window.away || [])[0]")
    away = time.time() - (noted or begun)
    now = view(page)
    return f"back after {away:.1f} s", [] if now == before else [f"the view {before}, now {now}"]


def downloaded(page: Page, number: int, patience: int = PATIENCE) -> bytes:
    """The file behind the button of this number under the first figure with files."""
    buttons = page.locator('[data-testid="stDownloadButton"] button')
    if buttons.count() <= number:  # a list of hospitals has one of its own
        page.get_by_text("Get", exact=True).first.click()
        buttons.first.wait_for(timeout=PATIENCE)
        drawn(page)
    with page.expect_download(timeout=patience) as waiting:
        buttons.nth(number).click()
    arrived: Download = waiting.value
    return Path(arrived.path()).read_bytes()
