"""Without a mouse or without sight: tooltips close, new headlines are read out, stops have names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.acting import eventually, picture_at_rest, pointed_at
from tests.browser.visiting import PATIENCE, choose, go_to, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit

HEARD = ".frame-heard[role=status]"
STOPS = """() => [...document.querySelectorAll('[data-testid="stMain"] [tabindex="0"]')]
  .filter(each => each.checkVisibility() && !each.textContent.trim()
    && !each.getAttribute('aria-label') && !each.labels?.length)
  .map(each => each.outerHTML.slice(0, 120))"""


def test_escape_closes_a_tooltip_and_leaves_the_page(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map")
    tip = pointed_at(page.locator(".mark-shape.role-mark path").nth(12))
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    pointed_at(page.locator(".mark-shape.role-mark path").nth(15))


def test_a_new_headline_is_read_out(visit: Callable[..., Visit]) -> None:
    page = visit().open("programs")
    heard = page.locator(HEARD)
    expect(heard).to_have_text("")
    choose(page, "Compare hospitals by", "Teaching")
    headline = page.locator("h3#site_split")
    expect(headline).to_contain_text("eaching", timeout=PATIENCE)
    expect(heard).to_have_text(headline.inner_text(), timeout=PATIENCE)
    # A view brings no other headline, and nothing is said twice.
    page.get_by_role("radio", name="Table").first.click()
    settled(page)
    expect(heard).to_have_text(headline.inner_text())
    go_to(page, "Equity")
    page.wait_for_url("**/equity**", timeout=PATIENCE)
    settled(page)
    expect(heard).to_have_text(page.locator("h1").inner_text(), timeout=PATIENCE)


def test_the_map_to_explore_is_a_named_stop_that_takes_its_keys(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("county_map", drawing="explore")
    drawn = page.get_by_role("application", name="Map to explore")
    expect(drawn).to_be_visible(timeout=PATIENCE)
    eventually(page, lambda: page.evaluate(STOPS), lambda unnamed: unnamed == [])
    page.get_by_role("radio", name="Explore").first.focus()
    for _press in range(12):  # the map is above the choice of its views
        page.keyboard.press("Shift+Tab")
        if drawn.evaluate("each => each === document.activeElement"):
            break
    assert drawn.evaluate("each => each === document.activeElement")
    assert drawn.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    before = picture_at_rest(drawn)
    page.keyboard.press("ArrowRight")
    eventually(page, drawn.screenshot, lambda picture: picture != before)
