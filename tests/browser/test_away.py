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

    from playwright.sync_api import Browser, Frame, Page

    from tools.serving import Server

LOST = "Connection lost. Reconnecting; your view is kept."
BACK = "Connected again."
GONE = "The network is gone. The slides go on: all of them are here."
#: Streamlit's box comes about four seconds after the network went.
LONG_ENOUGH = 6_000
STAGE = "iframe[title*='presenter']"
FOCUSED = "() => document.activeElement.textContent"
#: From now on, notes what the page says of the line: pages come back one after the other.
LISTEN = """() => {
  window.heard = '';
  new MutationObserver(() => {
    window.heard += document.querySelector('.frame-connection')?.textContent || '';
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""
IS_GONE = """() => document.querySelector('[data-testid="stApp"]')
  .dataset.testConnectionState !== 'CONNECTED'"""


@pytest.fixture
def line(server: Server) -> Iterator[Relay]:
    with relayed(server) as relay:
        yield relay


def test_a_network_that_goes_is_told_and_takes_no_focus_and_never_shows_over_a_talk(
    browser: Browser, line: Relay
) -> None:
    """A page on a desktop, one on a phone and a talk lose the same network at once."""
    looks = [Visit.begin(browser, line.seen_from_browser, viewport=v) for v in (DESKTOP, PHONE)]
    pages = [look.open("programs", split="beds") for look in looks]
    speaker = Visit.begin(browser, line.seen_from_browser)
    talk = speaker.open("present", story="no_program")
    frame = stage(talk)
    with talk.expect_popup() as opened:
        frame.get_by_role("button", name="Open notes in a new window").click()
    notes = opened.value
    expect(notes.locator("body")).to_contain_text("whose county is sand?")
    talk.bring_to_front()
    stands = at_rest(talk.locator(STAGE))
    for page in pages:
        page.locator(".st-key-choose-split").get_by_role("combobox").focus()
    before = [page.evaluate(FOCUSED) for page in pages]
    line.cut()
    for page in pages:
        expect(page.get_by_text(LOST)).to_be_visible(timeout=PATIENCE)
    talk.wait_for_function(IS_GONE)
    talk.wait_for_timeout(LONG_ENOUGH)
    for page in pages:
        assert page.get_by_role("dialog").count() == 0
        assert page.get_by_text("Streamlit").count() == 0
        assert page.get_by_text(LOST).is_visible()
    assert talk.get_by_role("dialog").count() == 0
    for said in (talk.get_by_text(LOST), talk.get_by_test_id("stConnectionStatus")):
        assert said.filter(visible=True).count() == 0
    turns(talk, frame, 2)
    # Who speaks is told, in the window that the room does not see.
    expect(notes.get_by_text(GONE)).to_be_visible(timeout=PATIENCE)
    # Who has no such window reads it beside the controls; a slide that fills the screen stays clean.
    said = frame.get_by_text("No network: slides go on")
    expect(said).to_be_visible()
    frame.evaluate("document.querySelector('.presenter').classList.add('full')")
    expect(said).to_be_hidden()
    frame.evaluate("document.querySelector('.presenter').classList.remove('full')")
    for page in pages:
        page.evaluate(LISTEN)
    line.mend()
    for page, focused in zip(pages, before, strict=True):
        page.wait_for_function("back => window.heard.includes(back)", arg=BACK, timeout=PATIENCE)
        goes_on(page, focused)
    settled(talk)
    expect(notes.get_by_text(GONE)).to_have_count(0, timeout=PATIENCE)
    expect(said).to_be_hidden()
    assert at_rest(talk.locator(STAGE)) == stands
    turns(talk, frame, 3)
    for visitor in (*looks, speaker):
        visitor.context.close()


def goes_on(page: Page, focused: str) -> None:
    """The view, its focus and its controls are as they were, and what was said is gone."""
    settled(page)
    eventually(page, lambda: page.evaluate(FOCUSED), lambda text: text == focused)
    expect(page.get_by_text(BACK)).to_have_count(0, timeout=PATIENCE)
    assert "split=beds" in page.url
    choose(page, "Compare hospitals by", "Teaching")
    expect(page.locator("h3#site_split")).to_contain_text("teaching", timeout=PATIENCE)


def turns(talk: Page, frame: Frame, scene: int) -> None:
    """A key goes on to this scene."""
    talk.keyboard.press("PageDown")
    expect(frame.locator(".scene.shown > svg")).to_contain_text(f"{scene} of 6")
