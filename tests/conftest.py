"""What every test may ask for: the frozen edition, and a page opened from the entry file."""

from __future__ import annotations

import asyncio
import gc
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from lib import nav
from tests import frozen
from tests.frozen import DATA
from tools.serving import Server, started

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

# A test may put its own in place of a function: what comes of it must not be kept for others.
os.environ["DASHBOARD_CACHE"] = "off"
# Pages say the numbers of the frozen edition, whatever edition stands in data/.
os.environ["DATA_DIR"] = str(DATA)

ROOT = Path(__file__).resolve().parent.parent
BROWSER = ROOT / "tests" / "browser"
SERVER: pytest.StashKey[tuple[ExitStack, Server]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    """Start one server for the browser tests of all workers: each would warm up its own."""
    spread = getattr(config.option, "dist", "no") != "no" and not hasattr(config, "workerinput")
    if not spread or config.option.collectonly or "not browser" in config.option.markexpr:
        return
    asked = [Path(name.split("::")[0]).resolve() for name in config.args]
    if not any(BROWSER.is_relative_to(path) or path.is_relative_to(BROWSER) for path in asked):
        return
    stack = ExitStack()
    folder = stack.enter_context(TemporaryDirectory())
    config.stash[SERVER] = (
        stack,
        stack.enter_context(started(Path(folder) / "log.txt", data=str(DATA))),
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: while a browser is waited for, another one works."""
    can_tell = hasattr(os, "sched_getaffinity")
    return (len(os.sched_getaffinity(0)) if can_tell else os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each worker where the one server answers."""
    if SERVER in node.config.stash:
        running = node.config.stash[SERVER][1]
        node.workerinput["server"] = (running.url, str(running.log), running.pid)


def pytest_collection_finish() -> None:
    """What is imported stays: Streamlit looks through all of it after each run of a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when the log of the one server holds a complaint."""
    if SERVER in session.config.stash:
        running = session.config.stash[SERVER][1]
        if running.complaints():
            print(f"The server's log complains:\n{running.log.read_text(encoding='utf-8')}")
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the one server."""
    if SERVER in config.stash:
        config.stash[SERVER][0].close()


def awaited(work: Coroutine[Any, Any, None]) -> None:
    """Run `work` to its end; Playwright may hold this thread's loop when a browser was open."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def store() -> Any:
    """The tables of the frozen edition, read and checked once."""
    return frozen.store()


@pytest.fixture(scope="session")
def live() -> Any:
    """The tables in data/, read and checked once."""
    from lib.store import load

    return load()


@pytest.fixture(scope="session")
def every_figure(store: Any) -> dict[str, Any]:
    """Name -> each figure of the registry with its defaults, built once for all who ask."""
    from lib import figures

    return {name: figures.build(store, name, {}) for name in figures.REGISTRY}


@pytest.fixture(scope="session", autouse=True)
def one_look_for_components() -> Iterator[None]:
    """Ask the installed packages for components once: every page opened would ask them all."""
    with pytest.MonkeyPatch.context() as patch:
        looked = lru_cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", looked)
        yield


@pytest.fixture
def open_page() -> Callable[..., AppTest]:
    """Open a page as a visitor does: through the entry file, its address already set.

    ``open_page("pages/programs.py", year="2022")`` gives the page after its first run, which is
    the first one of its session. A page is known by its file as long as its path is the same.
    """
    default = next(entry.file for entry in nav.PAGES if entry.is_default)

    def opened(page_file: str, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run() if page_file == default else app.switch_page(page_file).run()

    return opened
