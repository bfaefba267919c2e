"""The county map in a real browser: 58 shapes, pointer and keyboard, links, points, no outside."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from lib.figures import build
from lib.store import load
from tests.browser.visiting import DESKTOP, PHONE, Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SHAPES = """() => {
  const layers = [...document.querySelectorAll('.mark-shape.role-mark')];
  return [...layers[0].querySelectorAll('path')].map(shape => {
    const box = shape.getBBox();
    return [box.x, box.y, box.width, box.height, shape.getAttribute('fill')];
  });
}"""
CARD = ".st-key-county-card"


def chosen(page: Page, name: str) -> None:
    """Wait until the card speaks of this county."""
    page.locator(CARD).get_by_role("heading", name=f"{name} County").wait_for(timeout=20_000)


def click_county(page: Page, name: str, **choice: str) -> None:
    """Click the shape of a county on the map of these choices."""
    rows = build(load(), "county_map", choice).rows
    place = int(rows.index[rows["name"].eq(name)][0])
    page.locator(".mark-shape.role-mark").first.locator("path").nth(place).click()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_58_counties_are_drawn_none_blank_and_the_right_way_round(
    visit: Callable[..., Visit], viewport: tuple[int, int]
) -> None:
    page = visit(viewport=viewport).open("county_map")
    shapes = page.evaluate(SHAPES)
    assert len(shapes) == 58
    assert all(width > 1 and height > 1 for _, _, width, height, _ in shapes)
    # A shape the wrong way round covers the page: no county is half as wide as the state.
    right = max(x + width for x, _, width, _, _ in shapes)
    left = min(x for x, *_ in shapes)
    assert max(width for _, _, width, _, _ in shapes) < 0.5 * (right - left)
    fills = [fill.lower() for *_, fill in shapes]
    assert fills.count("#e8b765") == 22
    assert fills.count("#f1eee6") == 2


def test_pointer_selects_a_county_in_the_map_and_the_link_reopens_it(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("county_map", color="need", measure="people_85_share", year="2019")
    click_county(page, "Inyo", measure="people_85_share", year="2019")
    chosen(page, "Inyo")
    settled(page)
    assert "county=06027" in page.url
    again = visit()
    again.page.goto(page.url)
    settled(again.page)
    chosen(again.page, "Inyo")
    # 2.9 percent of 2019: the year and the measure came along.
    assert again.page.locator(CARD).inner_text() == page.locator(CARD).inner_text()
    assert "2019" in again.page.locator("h2, h3").filter(has_text="aged 85").first.inner_text()


def test_counties_without_a_hospital_can_be_picked_as_well(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map")
    click_county(page, "Alpine")
    chosen(page, "Alpine")


def test_bars_select_as_the_map_does(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map", drawing="bars")
    page.locator(".mark-rect.role-mark path").nth(3).click()
    page.locator(CARD).get_by_role("heading").wait_for(timeout=20_000)
    assert "county=06" in page.url


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_keyboard_alone_selects_a_county_and_reaches_its_page(
    visit: Callable[..., Visit], viewport: tuple[int, int]
) -> None:
    page = visit(viewport=viewport).open("county_map")
    box = page.get_by_role("combobox", name="County")
    box.focus()
    page.keyboard.type("Siski")
    page.keyboard.press("Enter")
    chosen(page, "Siskiyou")
    link = page.get_by_role("link", name="Open the page of Siskiyou County")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/county?county=06093*", timeout=20_000)
    settled(page)
    assert "Siskiyou" in page.locator("h1").inner_text()


def test_the_page_loads_no_point_map_until_asked_and_then_draws_pixels(
    visit: Callable[..., Visit],
) -> None:
    begun = visit()
    loaded: list[str] = []
    begun.context.on("request", lambda request: loaded.append(request.url))
    page = begun.open("county_map")
    assert not [url for url in loaded if "deck" in url.lower()], "pydeck came with the first load"
    page.get_by_role("radio", name="Explore hospitals").click()
    canvas = page.locator('[data-testid="stDeckGlJsonChart"]')
    canvas.wait_for(timeout=30_000)
    settled(page)
    page.wait_for_timeout(2_500)
    assert [url for url in loaded if "deck" in url.lower()]
    picture = Image.open(io.BytesIO(canvas.screenshot())).convert("RGB")
    colors = picture.getcolors(picture.width * picture.height) or []
    large = [count for count, _ in colors if count > picture.width * picture.height * 0.004]
    assert len(large) >= 5, "the point map is blank"


def test_rural_outline_is_switched_inside_the_browser(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map")
    switch = page.get_by_role("checkbox", name="Outline counties outside metropolitan areas")
    before = page.locator(".mark-shape.role-mark").nth(2).locator("path").count()
    switch.check()
    page.wait_for_timeout(300)
    after = page.locator(".mark-shape.role-mark").nth(2).locator("path").count()
    assert before == 0
    assert after == 21  # counties outside metropolitan areas, counties.csv, nonmetro_2023
