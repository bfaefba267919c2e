"""The county map in a real browser: 58 shapes, pointer and keyboard, links, points, no outside."""

from __future__ import annotations

import csv
import io
import math
import re
import time
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import TimeoutError as PlaywrightTimeout, expect
from shapely import MultiPoint, Polygon, union_all

from lib import theme
from lib.figures import build
from lib.maps import explore, geometry
from lib.subjects.county_map.points import hospital_points
from tests import frozen
from tests.browser.acting import again_until, eventually
from tests.browser.visiting import DESKTOP, PHONE, Visit, settled
from tests.frozen import DATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

SHAPES = """() => {
  const layers = [...document.querySelectorAll('.mark-shape.role-mark')];
  return [...layers[0].querySelectorAll('path')].map(shape => {
    const box = shape.getBBox();
    return [box.x, box.y, box.width, box.height, shape.getAttribute('fill')];
  });
}"""
CARD = ".st-key-county-card"
READY = 30_000
CANVAS = '[data-testid="stDeckGlJsonChart"] canvas'
CHECKED = """() => [...document.querySelectorAll('[role=radio][aria-checked=true]')]
  .map(radio => radio.innerText)"""

CORNER = (6.0, 6.0)  # far from the state where all of it is shown

Color = tuple[int, int, int]
Place = tuple[float, float]


def chosen(page: Page, name: str) -> None:
    """Wait until the card speaks of this county."""
    card_of(page, name).wait_for(timeout=READY)


def card_of(page: Page, name: str) -> Locator:
    """The headline of a county's card."""
    return page.locator(CARD).get_by_role("heading", name=f"{name} County")


def click_county(page: Page, name: str, **choice: str) -> None:
    """Click the shape of a county on the map of these choices, until it is taken."""
    rows = build(frozen.store(), "county_map", choice).rows
    place = int(rows.index[rows["name"].eq(name)][0])
    shape = page.locator(".mark-shape.role-mark").first.locator("path").nth(place)
    again_until(shape.click, card_of(page, name))


def test_58_counties_are_drawn_none_blank_and_the_right_way_round(
    visit: Callable[..., Visit],
) -> None:
    are_drawn(visit(viewport=PHONE).open("county_map"))


def are_drawn(page: Page) -> None:
    """Each county has its shape and its color."""
    shapes = page.evaluate(SHAPES)
    assert len(shapes) == 58
    assert all(width > 1 and height > 1 for _, _, width, height, _ in shapes)
    # A shape the wrong way round covers the page: no county is half as wide as the state.
    right = max(x + width for x, _, width, _, _ in shapes)
    left = min(x for x, *_ in shapes)
    assert max(width for _, _, width, _, _ in shapes) < 0.5 * (right - left)
    fills = [fill.lower() for *_, fill in shapes]
    assert fills.count(theme.LIGHT["zero"].lower()) == 22
    assert fills.count("#f1eee6") == 2


def test_pointer_selects_a_county_in_the_map_and_the_link_reopens_it(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("county_map", color="need", measure="people_85_share", year="2019")
    click_county(page, "Inyo", measure="people_85_share", year="2019")
    chosen(page, "Inyo")
    settled(page)
    expect(page).to_have_url(re.compile("county=06027"))
    again = visit()
    again.page.goto(page.url)
    settled(again.page)
    chosen(again.page, "Inyo")
    # 2.9 percent of 2019: the year and the measure came along.
    assert again.page.locator(CARD).inner_text() == page.locator(CARD).inner_text()
    assert "2019" in again.page.locator("h2, h3").filter(has_text="age 85").first.inner_text()


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
    link = page.get_by_role("link", name="Go to the Siskiyou County page")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/county?county=06093*", timeout=20_000)
    settled(page)
    expect(page.locator("h1")).to_contain_text("Siskiyou")


def test_the_page_loads_no_point_map_until_asked_and_then_draws_pixels(
    first_visit: Callable[..., Visit],
) -> None:
    begun = first_visit()
    loaded: list[str] = []
    begun.context.on("request", lambda request: loaded.append(request.url))
    page = begun.open("county_map")
    assert not [url for url in loaded if "deck" in url.lower()], "pydeck came with the first load"
    page.get_by_role("radio", name="Explore hospitals").click()
    canvas = page.locator('[data-testid="stDeckGlJsonChart"]')
    canvas.wait_for(timeout=30_000)
    settled(page)
    assert [url for url in loaded if "deck" in url.lower()]

    def large() -> int:
        picture = Image.open(io.BytesIO(canvas.screenshot())).convert("RGB")
        size = picture.width * picture.height
        return sum(count > size * 0.004 for count, _ in picture.getcolors(size) or [])

    eventually(page, large, lambda colors: colors >= 5)  # else the point map is blank


def test_rural_outline_is_switched_inside_the_browser(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map")
    switch = page.get_by_role("checkbox", name="Outline counties outside metropolitan areas")
    # Over the counties and the line around those with nothing.
    outlines = page.locator(".mark-shape.role-mark").nth(3).locator("path")
    expect(outlines).to_have_count(0)
    again_until(lambda: switch.set_checked(checked=True), outlines.first)
    expect(outlines).to_have_count(21)  # outside metropolitan areas: counties.csv, nonmetro_2023


def pick_in_list(page: Page, name: str) -> None:
    """Choose a county in the list beside the map."""
    box = page.get_by_role("combobox", name="County")
    box.click()
    box.fill(name)
    page.keyboard.press("Enter")
    chosen(page, name)
    settled(page)


def test_the_24_counties_without_a_reporting_hospital_are_the_ones_drawn_so(
    visit: Callable[..., Visit],
) -> None:
    with (DATA / "counties.csv").open(encoding="utf-8") as held:
        names = {row["county_fips"]: row["name"] for row in csv.DictReader(held)}
    with (DATA / "hospital_programs.csv").open(encoding="utf-8") as held:
        sites = [row for row in csv.DictReader(held) if row["year"] == "2024"]
    answered = {names[row["county_fips"]] for row in sites}
    reporting = {names[row["county_fips"]] for row in sites if row["inpatient_palliative"] == "Yes"}
    page = visit().open("county_map", year="2024")
    are_drawn(page)
    shapes = (
        page.locator(".mark-shape.role-mark")
        .first.locator("path")
        .evaluate_all(
            """shapes => shapes.map(shape => {
          const box = shape.getBBox();
          return [shape.getAttribute('aria-label'), shape.getAttribute('fill'), box.x, box.y];
        })"""
        )
    )
    drawn = {re.findall(r"County: ([^;]+);", label)[0]: fill for label, fill, _x, _y in shapes}
    assert drawn.keys() == set(names.values())
    sand, none = theme.LIGHT["sand"], theme.LIGHT["none"]
    assert {name for name, fill in drawn.items() if fill == sand} == answered - reporting
    assert {name for name, fill in drawn.items() if fill == none} == drawn.keys() - answered
    assert len(drawn.keys() - reporting) == 24
    # Neither mirrored nor upside down: Del Norte is the northwest corner, Imperial the southeast.
    at = {re.findall(r"County: ([^;]+);", label)[0]: (x, y) for label, _fill, x, y in shapes}
    assert at["Del Norte"][0] < at["Imperial"][0]
    assert at["Del Norte"][1] < at["Imperial"][1]
    # One without a hospital can be picked as well.
    click_county(page, "Alpine")
    chosen(page, "Alpine")


@pytest.mark.parametrize("drawing", ["map", "bars"])
def test_a_county_can_be_clicked_again_after_another_was_chosen_elsewhere(
    visit: Callable[..., Visit], drawing: str
) -> None:
    page = visit().open("county_map", drawing=drawing)
    mark = {"map": ".mark-shape.role-mark", "bars": ".mark-rect.role-mark"}[drawing]
    shape = page.locator(mark).first.locator('path[aria-label*="County: Napa;"]')
    again_until(shape.click, card_of(page, "Napa"))
    pick_in_list(page, "Kern")
    again_until(shape.click, card_of(page, "Napa"))
    expect(page).to_have_url(re.compile("county=06055"))


def test_a_link_keeps_measure_year_selection_zoom_and_drawing(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map")
    steps = {"Need": "color=need", "Bay Area": "zoom=bay"}
    for button, part in steps.items():
        page.get_by_role("button", name="More choices").click()
        page.get_by_role("radio", name=button, exact=True).click()
        page.wait_for_function("part => location.href.includes(part)", arg=part, timeout=READY)
        page.keyboard.press("Escape")
    lists = {
        "Measure": ("People age 85 and older (share", "measure=people_85_share"),
        "Year": ("2019", "year=2019"),
        "County": ("Napa", "county=06055"),
    }
    for name, (typed, part) in lists.items():
        settled(page)
        page.get_by_role("combobox", name=name, exact=True).click()
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        page.wait_for_function("part => location.href.includes(part)", arg=part, timeout=READY)
    chosen(page, "Napa")
    assert_reopened_alike(visit, page, "Map")
    page.get_by_role("radio", name="Bars", exact=True).click()
    page.locator(".mark-rect.role-mark").first.wait_for(timeout=READY)
    assert_reopened_alike(visit, page, "Bars")


def assert_reopened_alike(visit: Callable[..., Visit], page: Page, drawing: str) -> None:
    """The address in a fresh browser gives the same choices, words, card and marks."""
    settled(page)
    other = visit().page
    other.goto(page.evaluate("location.href"))
    settled(other)
    chosen(other, "Napa")
    assert drawing in other.evaluate(CHECKED)
    assert other.evaluate(CHECKED) == page.evaluate(CHECKED)
    for shown in (".stVegaLiteChart", CARD, '[data-testid="stMain"] h3'):
        assert other.locator(shown).first.inner_text() == page.locator(shown).first.inner_text()
    marks = """() => [...document.querySelectorAll('svg.marks .role-mark path')]
      .map(mark => [mark.getAttribute('d'), mark.getAttribute('aria-label')])"""
    assert len(page.evaluate(marks)) >= 58
    assert other.evaluate(marks) == page.evaluate(marks)


def on_canvas(place: Place, zoom: str, size: tuple[int, int]) -> Place:
    """Where longitude and latitude stand on the point map, in pixels, by Web Mercator."""
    longitude, latitude, level = explore.VIEWS[zoom]
    world = 512 * 2**level

    def down(degrees: float) -> float:
        return math.log(math.tan(math.pi / 4 + math.radians(degrees) / 2)) / (2 * math.pi) * world

    return (
        size[0] / 2 + (place[0] - longitude) * world / 360,
        size[1] / 2 - down(place[1]) + down(latitude),
    )


@lru_cache
def bare_places(zoom: str, size: tuple[int, int]) -> dict[str, Place]:
    """County -> a pixel well inside it that no hospital's circle covers, where there is one."""
    store = frozen.store()
    sites = hospital_points(store).dropna(subset=["lat"])
    circles = union_all(
        [
            MultiPoint([on_canvas((lon, lat), zoom, size)]).buffer(2 + beds**0.5 / 3 + 2.2)
            for lon, lat, beds in zip(sites["lon"], sites["lat"], sites["beds"], strict=True)
        ]
    )
    window = Polygon([(4, 4), (size[0] - 60, 4), (size[0] - 60, size[1] - 4), (4, size[1] - 4)])
    found = {}
    for fips, rings in geometry.outlines(store.topology).items():
        shape = Polygon([on_canvas(place, zoom, size) for place in rings[0]])
        free = shape.buffer(-1.8).intersection(window).difference(circles)
        if not free.is_empty:
            part = max(getattr(free, "geoms", [free]), key=lambda each: float(each.area))
            at = part.representative_point()
            found[fips] = (at.x, at.y)
    return found


def expected_fills(background: Color) -> dict[str, Color]:
    """County -> its class color, as transparent as the point map draws it."""
    figure = build(frozen.store(), "county_map", {})
    assert figure.chart is not None
    scale = figure.chart["layer"][0]["encoding"]["color"]["scale"]
    tokens = dict(zip(scale["domain"], scale["range"], strict=True))
    part = explore.SHAPE_OPACITY / 255

    def blend(kind: str) -> Color:
        fill = explore.rgb(theme.LIGHT[tokens[kind][1:]])
        red, green, blue = (
            round(part * over + (1 - part) * under)
            for over, under in zip(fill, background, strict=True)
        )
        return red, green, blue

    rows = figure.rows
    return {fips: blend(kind) for fips, kind in zip(rows["county_fips"], rows["kind"], strict=True)}


def picture_of(page: Page) -> Image.Image:
    """The point map as the reader sees it."""
    page.mouse.move(2, 2)  # no tooltip over it
    return Image.open(io.BytesIO(page.locator(CANVAS).screenshot())).convert("RGB")


def is_alike(one: Color, other: Color) -> bool:
    """Nearer than two classes can be: software rounds a color its own way."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 3


def shown_counties(page: Page, zoom: str, background: Color) -> set[str]:
    """The counties drawn in their own color, once all that can be seen are, or after a while."""
    end = time.monotonic() + READY / 1000
    fills = expected_fills(background)
    while True:
        picture = picture_of(page)
        places = bare_places(zoom, picture.size)
        found = {f for f, at in places.items() if is_alike(pixel(picture, at), fills[f])}
        if found == places.keys() or time.monotonic() > end:
            assert found == places.keys(), f"not in their color: {sorted(places.keys() - found)}"
            return found
        page.wait_for_timeout(250)


def pixel(picture: Image.Image, at: Place) -> Color:
    """The color at a place of the picture."""
    red, green, blue = picture.getpixel((int(at[0]), int(at[1])))  # type: ignore[misc]
    return red, green, blue


def test_the_point_map_shows_58_counties_in_their_colors_also_after_a_touch(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("county_map", drawing="explore")
    page.locator(CANVAS).wait_for(timeout=READY)
    background = pixel(picture_of(page), CORNER)
    seen = shown_counties(page, "state", background)
    picture = picture_of(page)
    # The Pacific off Monterey and off Eureka, Nevada, Oregon, Mexico: nothing is drawn there.
    for outside in ((-123.5, 36.0), (-125.5, 40.8), (-117.0, 39.5), (-121.0, 43.0), (-116.0, 31.5)):
        at = on_canvas(outside, "state", picture.size)
        assert is_alike(pixel(picture, at), background), outside
    touch(page, "Inyo", "06027")
    assert shown_counties(page, "state", background) == seen
    pick_in_list(page, "Kern")
    touch(page, "Inyo", "06027")
    for zoom, button in (("bay", "Bay Area"), ("south", "Southern coast")):
        page.get_by_role("button", name="More choices").click()
        page.get_by_role("radio", name=button, exact=True).click()
        page.wait_for_function("part => location.href.includes(part)", arg=f"zoom={zoom}")
        page.keyboard.press("Escape")
        seen |= shown_counties(page, zoom, background)
    assert len(seen) == 58


def touch(page: Page, name: str, fips: str) -> None:
    """Touch a county of the point map until its card shows; a slow renderer misses touches.

    On a busy machine a frame falls between press and release, which then is no touch any more;
    and a card may come late. So both kinds of touch are tried, and none while the page works:
    a second one would take the first back.
    """
    heading = card_of(page, name)
    for delay in (0, 60) * 4:
        box = page.locator(CANVAS).bounding_box()
        assert box is not None
        x, y = bare_places("state", (int(box["width"]), int(box["height"])))[fips]
        page.mouse.move(box["x"] + x, box["y"] + y, steps=3)
        page.wait_for_timeout(300)
        page.mouse.click(box["x"] + x, box["y"] + y, delay=delay)
        try:
            heading.wait_for(timeout=6_000)
        except PlaywrightTimeout:
            settled(page)
        if heading.count():
            settled(page)
            return
    pytest.fail(f"{name} was touched and not selected")
