"""The way in: a ZIP code on a phone leads to its county, and so does a click on the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import PATIENCE, PHONE, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.visiting import Visit

SEARCH = "Find a place or a subject"
#: The share of a window that the map takes of it, and whether the box is in sight.
FIRST_SCREEN = """() => {
  const map = document.querySelector('.st-key-door svg.marks').getBoundingClientRect();
  const box = document.querySelector('.st-key-seek-large input').getBoundingClientRect();
  const seen = Math.max(0, Math.min(map.bottom, innerHeight) - Math.max(map.top, 0));
  return {map: seen / innerHeight, box: box.bottom < innerHeight && box.top > 0};
}"""

SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def test_a_zip_code_on_a_phone_takes_two_actions_and_no_scrolling(
    visit: Callable[..., Visit],
) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open()
    seen = page.evaluate(FIRST_SCREEN)
    assert seen["box"]
    assert seen["map"] >= 0.45
    page.get_by_label(SEARCH).tap()
    page.keyboard.type("95501")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/county\?county=06023"), timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text("Humboldt County", timeout=PATIENCE)
    leads_back_in_one_step(page)
    the_sign_of_the_search_takes_a_tap_and_leads_to_the_top(page)
    the_menu_closes_when_it_has_served(page)


def the_sign_of_the_search_takes_a_tap_and_leads_to_the_top(page: Page) -> None:
    """From far down in one place to the headline of another, and back to where one was."""
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("Humboldt County", timeout=PATIENCE)
    settled(page)
    page.mouse.move(PHONE[0] / 2, PHONE[1] / 2)
    page.mouse.wheel(0, 600)
    page.wait_for_function(f"{SCROLLED} > 500")
    box = page.locator(".st-key-seek-small").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 14, box["y"] + 14)
    expect(page.get_by_label(SEARCH)).to_be_focused()
    page.keyboard.type("Kern")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Kern County", timeout=PATIENCE)
    expect(page.locator("h1")).to_be_focused(timeout=PATIENCE)
    assert page.evaluate(SCROLLED) == 0
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Humboldt County", timeout=PATIENCE)
    page.wait_for_function(f"{SCROLLED} > 500")


def the_menu_closes_when_it_has_served(page: Page) -> None:
    """A tap beside it closes it and does nothing else; a page of it closes it as it opens."""
    menu = page.locator('[data-testid="stSidebar"][data-collapsed="false"]')
    address = page.url
    page.get_by_test_id("stExpandSidebarButton").tap()
    expect(menu).to_have_count(1)
    page.touchscreen.tap(PHONE[0] - 20, 480)
    expect(menu).to_have_count(0)
    assert page.url == address
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name="Drivers").tap()
    expect(page).to_have_url(re.compile("/drivers"), timeout=PATIENCE)
    expect(menu).to_have_count(0)


def leads_back_in_one_step(page: Page) -> None:
    """Back leads to the first page as it was opened, with no choice of the next in its address."""
    page.go_back()
    expect(page).to_have_url(re.compile(r"^http://[^/?]+/$"), timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text("California hospital sites", timeout=PATIENCE)


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_county_of_the_map_opens_its_page(visit: Callable[..., Visit], touch: bool) -> None:
    look = {"viewport": PHONE, "has_touch": True, "is_mobile": True} if touch else {}
    page = visit(**look).open()
    county = page.locator('.st-key-door svg.marks path[aria-label*="Kern"]').first
    county.tap() if touch else county.click()
    expect(page).to_have_url(re.compile(r"/county\?county=06029"), timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text("Kern County", timeout=PATIENCE)
    leads_back_in_one_step(page)


def test_the_name_the_edition_and_the_search_stay_in_sight(visit: Callable[..., Visit]) -> None:
    page = visit().open("programs", tab="change")
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 2500)
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 1000")
    for words in ("California Palliative Care Progress", "Edition 2026.11"):
        expect(page.get_by_text(words).first).to_be_in_viewport()
    expect(page.get_by_label(SEARCH)).to_be_in_viewport()
    expect(page.get_by_test_id("stTopNav")).to_be_in_viewport()
    page.keyboard.press("Tab")  # from now on the browser shows where the focus is
    name = page.locator(".st-key-masthead-name a").first
    name.focus()
    expect(name).to_have_css("outline-style", "solid")
    opens_the_guide_by_keys(page)


def opens_the_guide_by_keys(page: Page) -> None:
    """Its words are there; its ways into other pages come into the room that is kept for them."""
    page.locator(".st-key-guide button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("What the words mean")).to_be_visible()
    way = page.get_by_role("link", name="3. See who is missed")
    expect(way).to_be_visible()
    expect(page.get_by_role("link", name="3. Check any number")).to_be_visible()
    kept, taken = page.locator(".st-key-guide-tours").evaluate(
        "it => [parseFloat(getComputedStyle(it).minHeight), it.getBoundingClientRect().height]"
    )
    assert abs(kept - taken) < 2
    way.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/equity"), timeout=PATIENCE)
