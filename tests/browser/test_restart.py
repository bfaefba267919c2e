"""Open pages when the server goes and comes again: they act, or say plainly what was lost."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.nav import PAGES
from tests.browser.acting import eventually
from tests.browser.visiting import DESKTOP, choose, settled
from tests.frozen import DATA
from tools.serving import Server, started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Frame, Page, WebSocketRoute

READY = 60_000
LOST = "Connection lost. Reconnecting; your view is kept."
MAIN = "document.querySelector('[data-testid=\"stMain\"]').innerText"
STATE = "document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState"

#: From now on, notices when the server runs the page.
WATCH = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.hasRun = false;
  new MutationObserver(() => { window.hasRun ||= app.dataset.testScriptState === 'running'; })
    .observe(app, {attributes: true});
}"""


@dataclass
class Restarted:
    """A server at one address that can be killed and started again."""

    log: Path
    server: Server
    script: str
    _running: ExitStack = field(default_factory=ExitStack)

    @classmethod
    def at_a_free_port(cls, log: Path, script: str = "serve.py") -> Restarted:
        stack = ExitStack()
        server = stack.enter_context(started(log, script, data=str(DATA)))
        server.wait()
        return cls(log, server, script, stack)

    def kill(self) -> None:
        self._running.close()

    def start(self) -> None:
        """A new process, as after a restart or as the other of two replicas."""
        port = int(self.server.address.rpartition(":")[2])
        again = self._running.enter_context(
            started(self.log, self.script, port=port, data=str(DATA))
        )
        again.wait()
        self.server = replace(self.server, pid=again.pid)


@pytest.fixture(scope="module")
def restarting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Restarted]:
    """A server of these tests' own: the shared one serves others meanwhile."""
    restarted = Restarted.at_a_free_port(tmp_path_factory.mktemp("own") / "log.txt")
    yield restarted
    restarted.kill()


@pytest.fixture
def own(restarting: Restarted) -> Iterator[Restarted]:
    """The server, which a test leaves running."""
    yield restarting
    assert restarting.server.complaints() == []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    width, height = DESKTOP
    made = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-US"
    )
    made.set_default_timeout(READY)
    yield made
    made.close()


#: What the check says of the file that the tests drop.
NONE_OF_OURS = re.compile("No row of this file names the columns")


def gone(page: Page) -> None:
    page.wait_for_function(f"{STATE} !== 'CONNECTED'", timeout=READY)


def stage(page: Page) -> Frame:
    handle = page.locator("iframe[title*='presenter']").element_handle()
    frame = handle.content_frame()
    assert frame is not None
    frame.locator(".scene.shown > svg").wait_for()
    return frame


def acts(page: Page) -> None:
    """One press on the first switch of the page brings what only a server can bring."""
    views = page.get_by_role("radio", name="Get", exact=True)
    radios = page.get_by_role("radio", checked=False)
    switch = radios.first if radios.count() else page.get_by_role("tab").nth(1)
    has_files = views.count() > 0  # asked before the press: a tab that it opens may have them too
    switch = views.first if has_files else switch
    before = page.evaluate(MAIN)
    switch.click()
    page.wait_for_function(f"before => {MAIN} !== before", arg=before, timeout=READY)
    if has_files:
        button = page.get_by_test_id("stDownloadButton").get_by_role("button").first
        with page.expect_download() as taken:
            button.click()
        assert Path(taken.value.path()).stat().st_size > 100


@dataclass
class Tardy:
    """A server whose words are held back on their way to a page, until it may speak."""

    held: list[tuple[WebSocketRoute, str | bytes]] = field(default_factory=list)
    is_silent: bool = False

    def answer(self, socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        server.on_message(lambda said: self.pass_on(socket, said))

    def pass_on(self, socket: WebSocketRoute, said: str | bytes) -> None:
        if self.is_silent:
            self.held.append((socket, said))
        else:
            socket.send(said)

    def speak(self) -> None:
        self.is_silent = False
        for socket, said in self.held:
            socket.send(said)


@pytest.mark.timeout(400)  # all pages with one restart: each start of a server takes long
def test_every_page_left_open_acts_after_a_restart(own: Restarted, context: BrowserContext) -> None:
    tabs = {entry.path: context.new_page() for entry in PAGES}
    slow, tardy = next(iter(tabs.values())), Tardy()
    slow.route_web_socket(re.compile("_stcore/stream"), tardy.answer)
    for entry in PAGES:
        path = "" if entry.is_default else entry.path
        # Without a place, the page of a county is a search, a map and links.
        path += "?county=06029" if entry.path == "county" else ""
        tabs[entry.path].goto(f"{own.server.url}{path}", wait_until="commit")
    for page in tabs.values():
        page.bring_to_front()
        settled(page)
    tardy.is_silent = True
    own.kill()
    for page in tabs.values():
        page.bring_to_front()
        gone(page)
        expect(page.get_by_text(LOST)).to_have_count(1, timeout=READY)
    own.start()
    slow.bring_to_front()
    takes_no_press_before_the_server_knows_it(slow)
    tardy.speak()
    for path, page in tabs.items():
        page.bring_to_front()
        # The sign that a visitor has: on Present it is in the page and not shown.
        expect(page.get_by_text(LOST)).to_have_count(0, timeout=READY)
        settled(page)
        assert page.get_by_role("dialog").count() == 0, path
        acts(page)


def takes_no_press_before_the_server_knows_it(page: Page) -> None:
    """A new server drops a press on a part of the page that it has not run, without a word."""
    page.wait_for_function(f"{STATE} === 'CONNECTED'", timeout=READY)
    switch = page.get_by_test_id("stMain").locator("button, input, [role=tab]").first
    assert switch.evaluate("each => Boolean(each.closest('[inert]'))")
    expect(page.get_by_text(LOST)).to_be_visible()


def test_what_was_begun_goes_on_or_is_said_to_be_lost(
    own: Restarted, context: BrowserContext, tmp_path: Path
) -> None:
    changed, checked, talk = (context.new_page() for _ in range(3))
    changed.goto(f"{own.server.url}programs?split=beds")
    settled(changed)
    checked.goto(f"{own.server.url}data_sources?tab=check")
    settled(checked)
    upload = tmp_path / "neither.csv"  # a synthetic table that is none of ours
    upload.write_text("one,two\n1,2\n", encoding="utf-8")
    checked.locator("input[type=file]").set_input_files(upload)
    expect(checked.get_by_text(NONE_OF_OURS)).to_be_visible(timeout=READY)
    talk.goto(f"{own.server.url}present?story=no_program&scene=2")
    frame = stage(settled(talk))
    frame.get_by_role("button", name="Full screen").click()
    frame.wait_for_function("document.querySelector('.presenter.full')")

    changed.bring_to_front()
    # The choice leaves for a server that is killed as it answers.
    choose(changed, "Compare hospitals by", "Teaching")
    own.kill()
    gone(changed)
    expect(changed.get_by_role("status").filter(has_text=LOST)).to_be_visible(timeout=READY)
    talk.bring_to_front()
    talk.keyboard.press("ArrowRight")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("3 of 6")
    talk.wait_for_timeout(6000)  # Streamlit's box would have come after four seconds
    assert talk.get_by_role("dialog").count() == 0
    assert talk.get_by_text(LOST).filter(visible=True).count() == 0
    talk.keyboard.press("ArrowRight")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("4 of 6")

    own.start()
    settled(talk)
    assert stage(talk) == frame  # the same stage, not one that begins anew
    assert frame.evaluate("Boolean(parent.document.fullscreenElement)")
    talk.keyboard.press("ArrowRight")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("5 of 6")
    changed.bring_to_front()
    expect(changed.get_by_text(LOST)).to_have_count(0, timeout=READY)
    settled(changed)
    eventually(
        changed,
        lambda: (
            changed.locator(".st-key-choose-split").get_by_role("combobox").input_value(),
            changed.locator("h3#site_split").inner_text(),
        ),
        lambda found: {"Size": "300 or more beds", "Teaching": "teaching"}[found[0]] in found[1],
    )
    acts(changed)
    checked.bring_to_front()
    expect(checked.get_by_text(LOST)).to_have_count(0, timeout=READY)
    settled(checked)
    expect(checked.get_by_text(re.compile("Your file is no longer here"))).to_be_visible()
    expect(checked.get_by_text(upload.name)).to_have_count(0)  # nor does the browser list it
    checked.locator("input[type=file]").set_input_files(upload)
    expect(checked.get_by_text(NONE_OF_OURS)).to_be_visible(timeout=READY)
    expect(checked.get_by_text(re.compile("Your file is no longer here"))).to_have_count(0)


def test_the_plain_app_heals_too(context: BrowserContext, tmp_path: Path) -> None:
    plain = Restarted.at_a_free_port(tmp_path / "log.txt", "streamlit_app.py")
    page = context.new_page()
    page.goto(f"{plain.server.url}rural")
    settled(page)
    plain.kill()
    gone(page)
    page.evaluate(WATCH)
    plain.start()
    # Served so, the page has no scripts of ours: it shows a run and does not wait for it.
    page.wait_for_function("window.hasRun", timeout=READY)
    settled(page)
    acts(page)
    plain.kill()
