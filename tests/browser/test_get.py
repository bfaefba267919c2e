"""What a reader takes of a chart without a file: its link and its citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.visiting import PATIENCE, PHONE, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit

CLIPBOARD = "() => navigator.clipboard.readText()"
HEARD = ".frame-heard[role=status]"


def test_a_link_and_a_citation_are_copied_by_keyboard_and_said(
    visit: Callable[..., Visit],
) -> None:
    visitor = visit()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open("programs", split="beds", site_split_view="Download")
    row = page.locator(".st-key-get-site_split")
    row.get_by_role("button", name="Copy link").press("Enter")
    expect(page.locator(HEARD)).to_have_text("Copied", timeout=PATIENCE)
    link = page.evaluate(CLIPBOARD)
    assert link == f"{visitor.server.url}programs?split=beds&tab=now#site_split"
    row.get_by_role("button", name="Copy citation", exact=True).press("Enter")
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).includes('Accessed')"
    )
    words = page.evaluate(CLIPBOARD)
    assert page.locator("h3#site_split").inner_text() in words
    assert link in words
    assert re.search(r"Accessed [A-Z][a-z]+ [0-9]{1,2}, 20[0-9]{2}[.]$", words)
    row.get_by_role("button", name="Copy citation (BibTeX)").press("Enter")
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('@misc')")
    assert re.search(r"urldate = {20[0-9]{2}-[0-9]{2}-[0-9]{2}}", page.evaluate(CLIPBOARD))


def test_on_a_phone_two_lines_of_words_stand_over_a_chart_and_a_tap_opens_the_rest(
    visit: Callable[..., Visit],
) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open("programs", tab="change")
    words = page.locator('[data-testid="stHeading"]:has(h3#license_line) p')
    # A word says that there is more, and a thumb hits it.
    expect(words).to_have_attribute("data-more", "more")
    expect(words).to_have_attribute("aria-expanded", "false")
    before = words.bounding_box()
    assert before
    assert before["height"] >= 44
    words.tap()
    expect(words).to_have_attribute("data-open", "")
    expect(words).to_have_attribute("aria-expanded", "true")
    settled(page)
    after = words.bounding_box()
    assert after
    assert after["height"] > before["height"]
    # No button of Streamlit's lies over a chart's words.
    chart = page.locator('[data-testid="stFullScreenFrame"]:has(.stVegaLiteChart)').first
    chart.tap()
    expect(chart.get_by_test_id("stElementToolbar")).to_be_hidden()


def test_what_a_press_opens_below_the_window_comes_into_sight(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("programs", split="ownership")
    page.locator(".st-key-site_split_view").get_by_text("Get", exact=True).click()
    # Playwright brings the button into sight and no more: the panel begins under the window's edge.
    page.wait_for_function(
        "(() => { const it = document.querySelector('[class*=st-key-more-]')?.getBoundingClientRect();"
        " return it && it.height > 100 && it.bottom <= innerHeight; })()",
        timeout=30_000,
    )
