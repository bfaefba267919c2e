"""An aide on a phone: from a ZIP code to the member's district and its brief, in three actions."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.test_journey_county import tab_to
from tests.browser.test_pages import violations_of_ours
from tests.browser.visiting import PATIENCE, PHONE, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit

SEARCH = "Find a place or a subject"
HEADLINE = "7 of 16 hospital sites in Assembly District 2"


def test_from_a_zip_code_to_a_district_and_its_brief(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open()
    page.get_by_label(SEARCH).tap()
    page.keyboard.type("95501")
    page.keyboard.press("Enter")  # 1
    page.get_by_role("link", name="Assembly District 2 (all)").tap(timeout=PATIENCE)  # 2
    expect(page.locator("h1")).to_contain_text(HEADLINE, timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"/district\?chamber=assembly&number=2"))
    settled(page)
    # The outline is drawn, with a dot for each site.
    dot = page.locator('.stVegaLiteChart svg.marks path[aria-label*="Sutter Coast Hospital"]')
    expect(dot.first).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations_of_ours(page) == []
    with page.expect_download(timeout=PATIENCE) as asked:
        page.get_by_role("button", name="Download district brief").tap()  # 3
    brief = PdfReader(io.BytesIO(Path(asked.value.path()).read_bytes()))
    assert len(brief.pages) == 1
    assert "district?chamber=assembly&number=2" in brief.pages[0].extract_text()


def test_the_same_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    page = visit().open()
    tab_to(page, SEARCH)
    page.keyboard.type("Assembly District 2")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(HEADLINE, timeout=PATIENCE)
    settled(page)
    tab_to(page, "Download district brief (PDF, one page)")
    with page.expect_download(timeout=PATIENCE) as asked:
        page.keyboard.press("Enter")
    assert asked.value.suggested_filename.endswith(".pdf")


def test_a_district_of_the_map_opens_its_page(visit: Callable[..., Visit]) -> None:
    page = visit().open("district", chamber="senate")
    shape = page.locator('svg.marks path[aria-label*="State Senate District 4"]').first
    shape.click(timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text("State Senate District 4", timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"chamber=senate&number=4"))
    page.go_back()
    expect(page.locator("h1")).to_contain_text("In 2 of 40 state Senate", timeout=PATIENCE)
    # So does one of the layer that the map of counties offers, and Back leads to that layer.
    page.goto(page.url.replace("district?chamber=senate", "county_map?layer=congressional"))
    shape = page.locator('svg.marks path[aria-label*="Congressional District 2;"]').first
    shape.click(timeout=PATIENCE)
    expect(page.locator("h1")).to_contain_text("Congressional District 2 ", timeout=PATIENCE)
    expect(page).to_have_url(re.compile(r"/district\?chamber=congressional&number=2$"))
    page.go_back()
    listed = page.get_by_role("link", name="All congressional districts, as a list")
    expect(listed).to_be_visible(timeout=PATIENCE)
