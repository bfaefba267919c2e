"""Journey 3: an aide types a ZIP code and leaves with a county's page, its brief and its link."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.acting import eventually
from tests.browser.visiting import DESKTOP, PHONE, Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Download, Page

DATA = Path(__file__).resolve().parents[2] / "data"
SEARCH = "Find a place or a subject"
BRIEF = "Download county brief (PDF, two pages)"
READY = 30_000
MOST_TABS = 160

VIEWPORTS = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])

#: Scrolled so that an element is the last on the screen.
AT_FOOT = """each => document.querySelector('[data-testid="stMain"]').scrollBy({
  top: each.getBoundingClientRect().top - innerHeight + 80, behavior: 'instant' })"""

#: Pixels between the dots of two hospital sites of one city.
APART = """() => {
  const [one, other] = ['Cedars-Sinai Medical', 'Ronald Reagan UCLA'].map((name) =>
    document.querySelector(`svg.marks path[aria-label^="Hospital: ${name}"]`).getBoundingClientRect());
  return Math.hypot(one.x + one.width / 2 - other.x - other.width / 2, one.y + one.height / 2 - other.y - other.height / 2);
}"""

FOCUSED = """() => {
  const at = document.activeElement;
  if (!at.matches('a, button, input')) return '';
  return (at.getAttribute('aria-label') || at.innerText || '').trim();
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element whose name begins with `name` has the focus."""
    passed = []
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        passed.append(str(page.evaluate(FOCUSED)))
        # An icon's own text stands before a link's words.
        if name in passed[-1].splitlines() or passed[-1].startswith(name):
            return
    pytest.fail(f"No way to {name!r} by {MOST_TABS} tabs, only past {passed}")


def arrived(page: Page, county: str) -> None:
    """Wait until the page is that of a county."""
    page.wait_for_function(
        "name => document.querySelector('h1')?.textContent.startsWith(name)",
        arg=county,
        timeout=READY,
    )
    settled(page)


def assert_page_of_humboldt(page: Page) -> None:
    """The page says what an aide came for, and nothing of it stands beyond the window's edge."""
    expect(page).to_have_url(re.compile("county=06023"))
    with (DATA / "hospital_programs.csv").open(encoding="utf-8") as held:
        sites = [
            row["name"]
            for row in csv.DictReader(held)
            if row["county_fips"] == "06023" and row["year"] == "2024"
        ]
    assert sites
    heard = page.locator("svg.marks path[aria-label]").evaluate_all(
        "all => all.map(mark => mark.getAttribute('aria-label')).join('\\n')"
    )
    assert [name for name in sites if f"Name: {name}" not in heard] == []
    expect(page.get_by_text("What we do not know about Humboldt County")).to_be_visible()
    page.get_by_role("tab", name="Compared").click()
    expect(page).to_have_url(re.compile("tab=compared"))
    settled(page)
    expect(page.locator("h3#county_peers")).to_be_visible()
    expect(page.get_by_text("most like it")).to_be_visible()
    numbers = page.locator("svg.marks").filter(has_text="Primary care physicians")
    expect(numbers.first).to_contain_text("California")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def assert_brief_of_humboldt(taken: Download) -> None:
    """The file is a PDF of two pages that says whose it is, and in what language."""
    assert taken.suggested_filename.startswith("humboldt_brief_")
    brief = pypdf.PdfReader(io.BytesIO(Path(taken.path()).read_bytes()))
    assert len(brief.pages) == 2
    assert brief.metadata is not None
    assert brief.metadata.title == "Palliative care in Humboldt County"
    assert str(brief.root_object["/Lang"]).startswith("en")


def assert_link_reopens(visit: Callable[..., Visit], page: Page, viewport: tuple[int, int]) -> None:
    """Somebody else who opens the address sees the same county."""
    other = visit(viewport=viewport).page
    other.goto(page.evaluate("location.href"))
    arrived(other, "Humboldt County")
    assert other.locator("h1").inner_text() == page.locator("h1").inner_text()
    for figure in ("four", "peers", "numbers"):
        shown = f"h3#county_{figure}"
        assert other.locator(shown).inner_text() == page.locator(shown).inner_text()


@VIEWPORTS
def test_by_keyboard_alone(visit: Callable[..., Visit], viewport: tuple[int, int]) -> None:
    page = visit(viewport=viewport).open("")
    tab_to(page, SEARCH)
    page.keyboard.type("95501")
    page.keyboard.press("Enter")
    arrived(page, "Humboldt County")
    assert_page_of_humboldt(page)
    tab_to(page, BRIEF)
    with page.expect_download(timeout=READY) as taken:
        page.keyboard.press("Enter")
    assert_brief_of_humboldt(taken.value)
    if viewport == DESKTOP:  # on a phone the pointer does it, below
        assert_link_reopens(visit, page, viewport)


@VIEWPORTS
def test_by_pointer_alone(visit: Callable[..., Visit], viewport: tuple[int, int]) -> None:
    page = visit(viewport=viewport).open("")
    page.get_by_label(SEARCH).click()
    page.keyboard.type("95501")
    # A click beside the box ends the typing.
    page.locator("h1").click()
    arrived(page, "Humboldt County")
    assert_page_of_humboldt(page)
    with page.expect_download(timeout=READY) as taken:
        page.get_by_role("button", name=BRIEF).click()
    assert_brief_of_humboldt(taken.value)
    if viewport == PHONE:
        assert_link_reopens(visit, page, viewport)


def test_a_misspelled_city_and_a_county_by_name(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=PHONE).open("county", county="06037")
    # What only resembles a name is offered; a county by its name is opened at once.
    for typed, county, is_offered in (
        ("Trukee", "Nevada County", True),
        ("Fresno County", "Fresno County", False),
    ):
        box = page.get_by_label(SEARCH)
        box.click()
        box.fill(typed)
        page.keyboard.press("Enter")
        if is_offered:
            main = page.get_by_test_id("stMain")
            main.get_by_role("link", name=county).first.click(timeout=READY)
        arrived(page, county)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # What a tab shows comes up, also where its row was at the foot of the screen.
    tab = page.get_by_role("tab", name="Compared")
    tab.evaluate(AT_FOOT)
    tab.click()
    expect(page.locator("h3#county_peers")).to_be_visible()
    place = "each => each.getBoundingClientRect().top"
    eventually(page, lambda: tab.evaluate(place), lambda top: 0 < top < PHONE[1] * 0.3)
    # A link of the first screen opens the last tab, and brings it into the sight of its row.
    page.get_by_role("link", name="What to say and ask at a meeting").click()
    tab = page.get_by_role("tab", name="For a meeting")
    expect(tab).to_have_attribute("aria-selected", "true", timeout=READY)
    expect(page.locator("h3#starter_questions")).to_be_visible()
    eventually(page, lambda: tab.evaluate(place), lambda top: 0 < top < PHONE[1] * 0.3)
    across = "each => { const at = each.getBoundingClientRect(); return [at.left, at.right]; }"
    eventually(page, lambda: tab.evaluate(across), lambda at: at[0] >= 0 and at[1] <= PHONE[0])


def test_the_link_keeps_whom_a_county_is_compared_with(visit: Callable[..., Visit]) -> None:
    # An older link, without a tab: the choice of a figure opens the tab of that figure.
    page = visit().open("county", county="06023", like="size", peers="5", topic="context")
    expect(page.get_by_role("tab", name="Compared")).to_have_attribute("aria-selected", "true")
    expect(page.locator("h3#county_peers")).to_be_visible()
    said = page.get_by_test_id("stMain").inner_text()
    assert "the 5 counties most like it in population and rurality" in said
    page.get_by_role("tab", name="Hospitals").click()
    expect(page.locator("h3#county_hospitals")).to_be_visible()
    page.go_back()
    expect(page.locator("h3#county_peers")).to_be_visible()


def test_a_long_list_is_searched_and_unfolded_in_place(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=PHONE).open("county", county="06037")
    # A closer look at the dots pulls apart those of the middle of the city.
    before = page.evaluate(APART)
    page.get_by_label("Closer look").check()
    eventually(page, lambda: page.evaluate(APART), lambda apart: apart > 1.9 * before > 0)
    page.get_by_label("Closer look").uncheck()
    eventually(page, lambda: page.evaluate(APART), lambda apart: abs(apart - before) < 1)
    listed = page.locator("svg.marks").filter(has_text="Reports an inpatient program, 2024")
    expect(listed).to_contain_text("and 41 more")
    page.get_by_label("Show all 100").check()
    expect(listed).not_to_contain_text("and 41 more")
    expect(listed).to_contain_text("Catalina Island Medical Center")
    page.get_by_label("Find in this list").fill("catalina")
    found = page.locator("svg.marks").filter(has_text="Catalina Island")
    expect(found).not_to_contain_text("Cedars-Sinai")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_county_is_opened_by_a_click_in_the_map(visit: Callable[..., Visit]) -> None:
    page = visit().open("county")
    page.locator('svg.marks path[aria-label*="County: Inyo"]').first.click()
    arrived(page, "Inyo County")
    expect(page).to_have_url(re.compile("county=06027"))
