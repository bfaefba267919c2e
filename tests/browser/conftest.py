"""A served app, a real Chromium, and visits that fail when anything went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from lib.nav import PAGES, PageEntry
from tests.browser.visiting import PHONE, TOUCH, Visit, Windows, address_of
from tests.frozen import DATA
from tools.find_browser import find_browser
from tools.serving import Server, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

LOG_TAIL = 6000  # characters

FLAGS = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--use-angle=swiftshader",  # maps on WebGL need a renderer without a graphics card
    "--enable-unsafe-swiftshader",
    # The browser itself must ask nothing outside, or its requests hide ours.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page is looked at and left: making its scripts fast costs more than that ever saves.
    "--js-flags=--no-opt --no-maglev",
    # Tabs of one visitor share a process: each would read and compile all scripts for itself.
    "--process-per-site",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that ``-m "not browser"`` leaves them out."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The app as `make run` serves it; its log must end without a complaint."""
    shared = getattr(request.config, "workerinput", {}).get("server")
    if shared:  # one for all workers; tests/conftest.py reads its log at the end
        url, log, pid = shared
        running = Server(url, Path(log), pid)
        running.wait()
        yield running
        return
    with served(tmp_path_factory.mktemp("server") / "log.txt", data=str(DATA)) as running:
        yield running
        complaints = running.complaints()
    log = running.log.read_text(encoding="utf-8")
    assert not complaints, f"The server's log complains:\n{log[-LOG_TAIL:]}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run; a missing one is an error, not a skip."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def windows(browser: Browser, server: Server) -> Windows:
    """Windows of the browser that tests use one after the other."""
    return Windows(browser, server)


@pytest.fixture(scope="session", params=PAGES, ids=lambda entry: entry.path)
def seen(request: pytest.FixtureRequest, windows: Windows) -> Iterator[tuple[PageEntry, Visit]]:
    """Each page opened once on a desktop, by its own address, for all that look at it so.

    Whoever looks leaves it as it was.
    """
    entry: PageEntry = request.param
    visit = windows.take()
    visit.open(address_of(entry))
    yield entry, visit
    windows.give_back(visit)


@pytest.fixture(scope="session", params=PAGES, ids=lambda entry: entry.path)
def in_hand(request: pytest.FixtureRequest, windows: Windows) -> Iterator[tuple[PageEntry, Visit]]:
    """As `seen`, on a phone under a finger."""
    entry: PageEntry = request.param
    visit = windows.take(viewport=PHONE, **TOUCH)
    visit.open(address_of(entry))
    yield entry, visit
    windows.give_back(visit)


@pytest.fixture
def visit(windows: Windows) -> Iterator[Callable[..., Visit]]:
    """Begin a visit: ``visit(viewport=PHONE).open("programs")``; problems fail the test."""
    begun: list[Visit] = []

    def begin(**look: object) -> Visit:
        begun.append(windows.take(**look))
        return begun[-1]

    yield begin
    problems = [each.problems() for each in begun if each.problems()]
    for each in begun:
        windows.give_back(each)
    assert not problems, problems


@pytest.fixture
def first_visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """As `visit`, with an empty cache, and on another server if one is given as `on`."""
    begun: list[Visit] = []

    def begin(on: Server = server) -> Visit:
        begun.append(Visit.begin(browser, on))
        return begun[-1]

    yield begin
    for each in begun:
        each.context.close()
    problems = [each.problems() for each in begun if each.problems()]
    assert not problems, problems
