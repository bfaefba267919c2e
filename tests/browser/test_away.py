"""A network that goes and comes: words of ours, no box, and nothing at all over a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.acting import at_rest, eventually
from tests.browser.relay import Relay, relayed
from tests.browser.test_journey_present import stage
from tests.browser.visiting import DESKTOP, PATIENCE, PHONE, Visit, choose, settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tools.serving import Server

LOST = "Connection lost. Reconnecting; your view is kept."
BACK = "Connected again."
GONE = "The network is gone. The slides go on: all of them are here."
#: Streamlit's box comes about four seconds after the network went.
LONG_ENOUGH = 9_000
FOCUSED = "() => document.activeElement.textContent"
IS_GONE = """() => document.querySelector('[data-testid="stApp"]')
  .dataset.testConnectionState !== 'CONNECTED'"""


@pytest.fixture
def line(server: Server) -> Iterator[Relay]:
    with relayed(server) as relay:
        yield relay


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_lost_connection_is_said_in_our_words_and_takes_no_focus(
    browser: Browser, line: Relay, viewport: tuple[int, int]
) -> None:
    visitor = Visit.begin(browser, line.seen_from_browser, viewport=viewport)
    page = visitor.open("programs", split="beds")
    page.locator(".st-key-choose-split").get_by_role("combobox").focus()
    before = page.evaluate(FOCUSED)
    line.cut()
    expect(page.get_by_text(LOST)).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(LONG_ENOUGH)
    assert page.get_by_role("dialog").count() == 0
    assert page.get_by_text("Streamlit").count() == 0
    assert page.get_by_text(LOST).is_visible()
    line.mend()
    expect(page.get_by_text(BACK)).to_be_visible(timeout=PATIENCE)
    settled(page)
    eventually(page, lambda: page.evaluate(FOCUSED), lambda text: text == before)
    expect(page.get_by_text(BACK)).to_have_count(0, timeout=PATIENCE)
    assert "split=beds" in page.url
    choose(page, "Compare hospitals by", "Teaching")
    expect(page.locator("h3#site_split")).to_contain_text("teaching", timeout=PATIENCE)
    visitor.context.close()


def test_nothing_shows_over_a_talk_and_its_keys_go_on(browser: Browser, line: Relay) -> None:
    visitor = Visit.begin(browser, line.seen_from_browser)
    page = visitor.open("present", story="no_program")
    frame = stage(page)
    talk = page.locator("iframe[title*='presenter']")
    with page.expect_popup() as opened:
        frame.get_by_role("button", name="Open notes in a new window").click()
    notes = opened.value
    expect(notes.locator("body")).to_contain_text("whose county is sand?")
    page.bring_to_front()
    stands = at_rest(talk)
    line.cut()
    page.wait_for_function(IS_GONE)
    page.wait_for_timeout(LONG_ENOUGH)
    assert page.get_by_role("dialog").count() == 0
    for said in (page.get_by_text(LOST), page.get_by_test_id("stConnectionStatus")):
        assert said.filter(visible=True).count() == 0
    page.keyboard.press("PageDown")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("2 of 6")
    # Who speaks is told, in the window that the room does not see.
    expect(notes.get_by_text(GONE)).to_be_visible(timeout=PATIENCE)
    line.mend()
    settled(page)
    expect(notes.get_by_text(GONE)).to_have_count(0, timeout=PATIENCE)
    assert at_rest(talk) == stands
    page.keyboard.press("PageDown")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("3 of 6")
    visitor.context.close()
