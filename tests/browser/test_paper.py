"""Every page printed: read back from the PDF that a browser's own print makes of it."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from lib import theme
from lib.nav import PAGES, PageEntry
from lib.ui.look import grid_on_paper
from tests.browser.acting import eventually
from tests.browser.test_pages import CHARTS
from tests.browser.visiting import Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SHEET = 725  # pixels of a style: Letter between margins of 12 mm, the wider of the two papers
SMALLEST = 9  # points; a chart's letters are 13 pixels, or 9.75 points, on the screen

#: Each figure's headline, and every text in its chart where a sheet can hold the chart.
FIGURES = f"""() => [...document.querySelectorAll('{CHARTS}')].map(chart => {{
  const heads = [...document.querySelectorAll('.stMain :is(h1, h2, h3)')].filter(head =>
    head.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING);
  const drawing = chart.querySelector('svg.marks');
  return {{head: heads.at(-1).innerText, tall: drawing.viewBox.baseVal.height > 860,
          texts: [...drawing.querySelectorAll('text')].filter(text =>
            text.getAttribute('opacity') !== '0' && text.checkVisibility()).map(text => text.textContent)}};
}})"""
# As they stand on the sheets, where a narrower chart has fewer labels on its axes: heard after
# the page's own listener.
NOTE_FIGURES = f"""() => addEventListener('beforeprint', () => {{ window.figures = ({FIGURES})(); }},
  {{once: true}})"""
CELLS = """() => [...document.querySelectorAll('.wide :is(th, td)')].map(each => each.innerText)"""
CUT = """() => [...document.querySelectorAll('.wide')].filter(each =>
  each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX !== 'visible').length"""
#: What is pressed on one page or the other, without spaces.
PRESSED = ("Addtoslides", "Morechoices", "Findinthislist", "morecaution")
TITLES = [entry.title for entry in PAGES]


def printed(page: Page, paper: str) -> list[str]:
    """The text of each sheet, without spaces and hyphens: the typesetter breaks where it likes."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [bare(sheet.extract_text()) for sheet in reader.pages]


def bare(text: str) -> str:
    """`text` without spaces, hyphens and the marks of what is left out."""
    return re.sub(r"[\s\-\u2010\u00ad\u2026]", "", unicodedata.normalize("NFKC", text))


def test_a_printed_page_has_whole_figures_and_tables_and_no_controls(
    seen: tuple[PageEntry, Visit],
) -> None:
    entry, visit = seen
    for paper in ("Letter", "A4") if entry in PAGES[:2] else ("Letter",):
        is_whole_on(paper, visit.page)
    assert visit.problems() == {}


def is_whole_on(paper: str, page: Page) -> None:
    """Printed so, a page has whole figures and tables and no controls."""
    cells = page.evaluate(CELLS)
    page.evaluate(NOTE_FIGURES)
    sheets = printed(page, paper)
    figures = page.evaluate("() => window.figures")
    everything = "".join(sheets)
    for button in ("TableGetAbout", bare("".join(TITLES)), "keyboard_double", *PRESSED):
        assert button not in everything
    assert bare("Rural coverage") not in sheets[0] or bare("Learning communities") not in sheets[0]
    for figure in figures:
        texts = [bare(text) for text in figure["texts"]]
        if figure["tall"]:
            assert [text for text in texts if text not in everything] == [], figure["head"]
        else:
            held = [sheet for sheet in sheets if all(text in sheet for text in texts)]
            assert held, (figure["head"], [text for text in texts if text not in everything])
            assert any(bare(figure["head"]) in sheet for sheet in held), figure["head"]
    # Word by word: the lines of a cell stand between those of its neighbors.
    words = {bare(word) for cell in cells for word in cell.split()}
    assert {word for word in words if word not in everything} == set()
    if page.get_by_test_id("stDataFrame").count():
        assert bare(grid_on_paper()) in everything
    settled(page)


def test_a_printed_chart_is_drawn_for_the_sheet_and_a_source_gives_its_address(
    visit: Callable[..., Visit],
) -> None:
    """As wide as the sheet, with letters of the size they have on the screen, and back after."""
    page = visit().open("programs")
    before = page.locator(f"{CHARTS} svg.marks").first.get_attribute("width")
    reader = PdfReader(io.BytesIO(page.pdf(format="Letter")))
    sizes = []

    def note(text: str, now: list[float], placed: list[float], _font: object, size: float) -> None:
        if text.strip() == "%":  # stands apart from its number at an axis
            sizes.append(abs(size * placed[3] * now[3]))

    for sheet in reader.pages:
        sheet.extract_text(visitor_text=note)
    assert sizes
    assert min(sizes) >= SMALLEST, sizes
    settled(page)
    expect(page.locator(f"{CHARTS} svg.marks").first).to_have_attribute("width", str(before))
    link = page.locator(".stMain p a[href^='https://data.chhs.ca.gov']").first
    address = link.get_attribute("href")
    assert address is not None
    assert bare(address) in bare("".join(sheet.extract_text() for sheet in reader.pages))


@pytest.mark.parametrize(
    # The map of the first page is as wide as the state is at its height.
    ("address", "share"),
    [("", 0.75), ("programs", 0.95), ("county_map", 0.95), ("community_action", 0.95)],
)
def test_nothing_on_a_sheet_is_wider_than_the_sheet_and_charts_fill_it(
    visit: Callable[..., Visit], address: str, share: float
) -> None:
    page = visit().open(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 960})
    settled(page)
    widths = (
        f"() => [...document.querySelectorAll('{CHARTS} svg.marks')].map(each =>"
        " each.getBoundingClientRect().width)"
    )
    eventually(
        page,
        lambda: page.evaluate(widths),
        lambda found: all(width > share * SHEET for width in found),
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") <= SHEET
    assert page.evaluate(CUT) == 0
    page.emulate_media(media="null")
    page.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.parametrize("address", ["", "programs"])
def test_a_dark_page_is_printed_in_light_colors(visit: Callable[..., Visit], address: str) -> None:
    page = visit(color_scheme="dark").open(address)
    ink = page.locator("h1").evaluate("each => getComputedStyle(each).color")
    page.emulate_media(media="print")
    expect(page.locator("h1")).not_to_have_css("color", ink)
    used = (
        f"() => [...new Set([...document.querySelectorAll('{CHARTS} svg.marks *')].flatMap(each =>"
        " [getComputedStyle(each).fill, getComputedStyle(each).stroke]))]"
    )
    dark = {rgb(color) for color in set(theme.DARK.values()) - set(theme.LIGHT.values())}
    eventually(
        page,
        lambda: set(page.evaluate(used)),
        lambda found: not dark & found and rgb(theme.LIGHT["ink"]) in found,
    )
    page.emulate_media(media="null")


def rgb(color: str) -> str:
    """``#RRGGBB`` as a browser writes a computed color."""
    return f"rgb({', '.join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_a_county_on_paper_gives_addresses_of_sources_and_of_its_brief(
    visit: Callable[..., Visit],
) -> None:
    visitor = visit()
    page = visitor.open("county", county="06029", tab="compared")
    expect(page.locator(".on-paper")).to_be_hidden()
    link = page.locator(".stMain p a[href^='https://data.chhs.ca.gov']").first
    address = link.get_attribute("href")
    assert address is not None
    everything = "".join(printed(page, "Letter"))
    assert bare(address) in everything
    assert bare(f"Open {visitor.server.url}county?county=06029 and press") in everything
    # Of the tabs only the open one is named.
    assert "Compared" in everything
    assert bare("For a meeting") not in everything
