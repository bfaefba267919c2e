"""What a reader meets on the page: cues of tables, answers in words, shapes that are read aloud."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.acting import eventually, pointed_at
from tests.browser.visiting import PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.visiting import Visit


def edge(table: Locator) -> float:
    """How much darker the outermost right of a table is than what lies 30 pixels inward."""
    picture = Image.open(io.BytesIO(table.screenshot())).convert("L")
    wide, high = picture.width, min(picture.height, 600)  # below the window nothing is drawn
    rows = range(high // 4, high * 3 // 4)
    # The lightest points of each column are the ground, whatever is written there.
    outer, inner = (
        sorted(picture.getpixel((x, y)) for y in rows)[-len(rows) // 4 :][0]
        for x in (wide - 2, wide - 30)
    )
    return float(inner - outer)


def ends(table: Locator) -> None:
    table.evaluate("t => { t.scrollLeft = t.scrollWidth; }")


def test_a_table_that_goes_on_is_shaded_until_its_end(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=PHONE).open("programs", tab="list")
    table = page.locator(".wide").first
    table.scroll_into_view_if_needed()
    assert table.evaluate("t => t.scrollWidth > t.clientWidth + 40")
    eventually(page, lambda: edge(table), lambda shade: shade > 25)
    ends(table)
    eventually(page, lambda: edge(table), lambda shade: shade < 10)


def test_a_grid_that_goes_on_is_shaded(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=PHONE).open("county_map", drawing="table")
    scroller = page.locator(".stDataFrame .dvn-scroller").first
    scroller.scroll_into_view_if_needed()
    assert scroller.evaluate("t => t.scrollWidth > t.clientWidth")
    shade = "t => getComputedStyle(t).boxShadow"
    assert "inset" in scroller.evaluate(shade)
    ends(scroller)
    eventually(page, lambda: scroller.evaluate(shade), lambda found: found == "none")


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"color": "need", "measure": "death_count", "year": "2012"}, "Withheld (small numbers)"),
        ({"year": "2017"}, "Did not answer"),
        ({"color": "both"}, "No general acute care hospital"),
    ],
)
def test_shapes_are_heard_and_pointed_at_in_words(
    visit: Callable[..., Visit], choices: dict[str, Any], said: str
) -> None:
    page = visit().open("county_map", **choices)
    shapes = page.locator('[data-testid="stVegaLiteChart"] [aria-roledescription="geoshape"]')
    expect(shapes).to_have_count(58)
    heard = shapes.evaluate_all("all => all.map(s => s.getAttribute('aria-label'))")
    assert not any("[object" in text for text in heard)
    assert any(said in text for text in heard)
    # What the pointer is told of a county without a number is the same.
    tooltip = pointed_at(shapes.nth(next(i for i, text in enumerate(heard) if said in text)))
    expect(tooltip).to_contain_text(said)


def test_two_sites_of_one_name_are_two_rows_on_the_page(visit: Callable[..., Visit]) -> None:
    page = visit().open("county", county="06029")
    chart = page.locator('[data-testid="stVegaLiteChart"]').filter(has_text="0808").first
    assert chart.get_by_text("4168").count() == 1
