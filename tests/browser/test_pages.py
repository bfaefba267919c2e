"""Every page, in a real browser: drawn, worded, sourced, quiet, reachable, within its frame."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from lib.nav import PAGES, PageEntry
from lib.pages import PAGES as DECLARED
from tests.browser.visiting import PHONE, Visit, address_of, choose, figure_of, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

COUNTIES = 58
NARROWEST = 320  # pixels, as WCAG 1.4.10 has it
ASSEMBLY = 80
DATA = Path(__file__).resolve().parents[2] / "data"

# What Streamlit's own shell violates, by rule and by element. Ours is never listed here.
SHELL_VIOLATIONS: dict[str, tuple[str, ...]] = {
    # A navigation with groups wraps its list items in divisions (the drawer of a phone).
    "list": ('[data-testid="stSidebarNavItems"]',),
    "listitem": ('[data-testid="stSidebarNavItems"] li',),
    # The place to drop a file has a name but no part; the button in it is what takes the focus.
    "presentation-role-conflict": ('[data-testid="stFileUploaderDropzone"]',),
}

VIOLATING = """([target, allowed]) => {
  const element = document.querySelector(target);
  return !(element && allowed.some(selector => element.matches(selector)));
}"""
CHARTS = '[data-testid="stVegaLiteChart"]'
# The largest layer of shapes of each chart that has one: on a map, the counties.
SHAPES_DRAWN = f"""() => [...document.querySelectorAll('{CHARTS}')].map(chart =>
  [...chart.querySelectorAll('.mark-shape.role-mark')].map(layer =>
    [...layer.querySelectorAll('path')].filter(shape =>
      (shape.getAttribute('d') || '').length > 10).length)
).filter(layers => layers.length).map(layers => Math.max(...layers))"""
UNNAMED_CHARTS = f"""() => [...document.querySelectorAll('{CHARTS}')].filter(chart =>
  !(chart.getAttribute('aria-label') || '').trim()).length"""
EMPTY_CHARTS = f"""() => [...document.querySelectorAll('{CHARTS}')].filter(chart =>
  chart.querySelector('svg') && ![...chart.querySelectorAll('.role-mark')].some(layer =>
    layer.querySelector('path, text, line, rect, image'))).map(chart =>
  chart.getAttribute('aria-label'))"""
SOURCE_LINES = """() => [...document.querySelectorAll(
  '[data-testid="stMain"] :is(p, small, figcaption)')].filter(line =>
  /^Sources?\\b/.test(line.textContent.trim())).length"""
OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth,
                  main.scrollWidth - main.clientWidth);
}"""


def violations_of_ours(page: Page) -> list[str]:
    """Rule and element of each accessibility violation that is not Streamlit's shell's."""
    found = []
    for violation in Axe().run(page).response["violations"]:
        allowed = list(SHELL_VIOLATIONS.get(violation["id"], ()))
        for node in violation["nodes"]:
            target = node["target"][-1]
            if page.evaluate(VIOLATING, [target, allowed]):
                found.append(f"{violation['id']}: {target} {node['html'][:160]}")
    return found


def test_has_exactly_one_h1(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.page.locator("h1").count() == 1


def test_names_a_source(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.page.evaluate(SOURCE_LINES) >= 1


def test_every_chart_has_alt_text(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.page.evaluate(UNNAMED_CHARTS) == 0


def test_no_chart_is_blank(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.page.evaluate(EMPTY_CHARTS) == []


def test_every_map_draws_all_counties(seen: tuple[PageEntry, Visit]) -> None:
    entry, visit = seen
    drawn = visit.page.evaluate(SHAPES_DRAWN)
    shapes = ASSEMBLY if entry.path == "district" else COUNTIES
    assert all(count == shapes for count in drawn), drawn
    assert drawn or not entry.is_default


def test_shows_no_error_box(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.page.get_by_test_id("stException").count() == 0


def test_has_no_accessibility_violation_of_ours(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert violations_of_ours(visit.page) == []


SELECTED = """() => [...document.querySelectorAll('[role="radiogroup"]')].map(group => {
  const look = each => each && getComputedStyle(each).backgroundColor;
  return [look(group.querySelector('[aria-checked="true"]')),
          look(group.querySelector('[aria-checked="false"]'))];
}).filter(([chosen, other]) => chosen && other)"""

#: A page of each kind: a map in front, a choice of place, tabs.
ODD = [entry for entry in PAGES if entry.path in ("overview", "county", "programs")]


def test_every_tab_is_accessible_and_no_wider_than_the_narrowest_screen(
    in_hand: tuple[PageEntry, Visit],
) -> None:
    """On 320 pixels, which is also what 1,280 are at a zoom of 400%."""
    entry, visit = in_hand
    page = visit.page
    page.set_viewport_size({"width": NARROWEST, "height": PHONE[1]})
    tabs = [tab.tab for tab in DECLARED[entry.path].tabs]
    if entry.path != "county":  # which has tabs only with a place
        goes_through(page, tabs)
        if tabs:
            page.get_by_role("tab").first.click()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    settled(page)
    assert visit.problems() == {}


def test_every_tab_of_a_county_is_so_on_a_desktop_as_narrow(visit: Callable[..., Visit]) -> None:
    page = visit(viewport=(NARROWEST, PHONE[1])).open("county", county="06029")
    goes_through(page, [tab.tab for tab in DECLARED["county"].tabs])


def goes_through(page: Page, tabs: list[str]) -> None:
    """Press tab after tab and look at each; at the page where it has none."""
    for number, tab in enumerate(tabs or [""]):
        if number:
            page.get_by_role("tab").nth(number).click()
            page.wait_for_url(f"**tab={tab}*")
        settled(page)
        assert violations_of_ours(page) == [], tab
        page.wait_for_function(f"() => ({OVERFLOW})() <= 0", timeout=5_000)
        assert page.evaluate(EMPTY_CHARTS) == [], tab


def test_is_quiet_and_asks_no_other_host(seen: tuple[PageEntry, Visit]) -> None:
    _, visit = seen
    assert visit.problems() == {}


def test_fits_the_width_of_a_desktop(seen: tuple[PageEntry, Visit]) -> None:
    assert seen[1].page.evaluate(OVERFLOW) <= 0


def test_forced_colors_tell_what_is_chosen(seen: tuple[PageEntry, Visit]) -> None:
    page = seen[1].page
    page.emulate_media(forced_colors="active")
    for chosen, other in page.evaluate(SELECTED):
        assert chosen != other
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("entry", ODD, ids=lambda entry: entry.path)
def test_odd_address_still_gives_the_page_and_fits_a_phone(
    visit: Callable[..., Visit], entry: PageEntry
) -> None:
    # Every page is tried so without a browser (`tests/pages/test_first_pages.py`); here all
    # oddities meet on one page, whose words about them are the longest that a phone has to hold.
    page = visit(viewport=PHONE).open(
        address_of(entry),
        year="banana",
        county="99999",
        split="<script>alert(1)</script>",
        edition="%00",
        nonsense="2024'--",
    )
    assert page.locator("h1").count() == 1
    assert page.get_by_test_id("stException").count() == 0
    assert "Traceback" not in page.locator("body").inner_text()
    assert page.evaluate(OVERFLOW) <= 0


def test_dark_page_is_as_accessible_and_quiet(visit: Callable[..., Visit]) -> None:
    page = visit(color_scheme="dark").open()
    assert violations_of_ours(page) == []


def test_a_step_back_brings_the_earlier_view(visit: Callable[..., Visit]) -> None:
    page = visit().open("programs")
    figure = figure_of(page, "site_split")
    seen: list[tuple[str, str]] = []

    def note() -> None:
        settled(page)
        pressed = figure.get_by_role("combobox").input_value()
        seen.append((figure.locator("h3").inner_text(), pressed))

    note()
    for choice, part in (("Size", "split=beds"), ("Teaching", "split=teaching")):
        choose(page, "Compare hospitals by", choice)
        page.wait_for_url(f"**{part}*")
        note()
    page.go_back()
    expect(figure.get_by_role("combobox")).to_have_value("Size")
    note()
    assert [pressed for _, pressed in seen] == ["Owner", "Size", "Teaching", "Size"]
    assert seen[3][0] == seen[1][0] != seen[2][0]


def test_the_finders_file_holds_what_its_controls_found_last(visit: Callable[..., Visit]) -> None:
    """The button is not drawn again with each change; what it gives is."""
    page = visit().open("programs", county="Kern")
    held = (DATA / "hospital_programs.csv").read_text(encoding="utf-8")
    rows = [
        row
        for row in csv.DictReader(held.splitlines())
        if row["county_fips"] == "06029" and row["year"] == "2024"
    ]
    reporting = {row["name"] for row in rows if row["inpatient_palliative"] == "Yes"}
    assert 0 < len(reporting) < len(rows)
    assert found(page) > reporting
    answers = page.locator(".st-key-answer")
    answers.get_by_role("radio", name="Yes", exact=True).click()
    page.wait_for_function("href => location.href.includes('answer=Yes')")
    settled(page)
    assert found(page) == reporting


def found(page: Page) -> set[str]:
    """The names of the sites in the finder's file."""
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV (hospitals listed)").click()
    lines = csv.reader(Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines())
    head, *rows = [line for line in lines if line and not line[0].startswith("#")]
    return {row[head.index("Hospital")] for row in rows}
