"""Every page on a phone, under a finger, and in forced colors, as a reader meets it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from lib.ui.look import KEPT
from tests.browser.acting import again_until, at_rest, eventually, picture_at_rest
from tests.browser.test_pages import CHARTS, OVERFLOW
from tests.browser.visiting import DESKTOP, PHONE, TOUCH, Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from lib.nav import PageEntry

CANVAS = '[data-testid="stDeckGlJsonChart"] canvas'
FINGER = 44  # pixels of a style: WCAG 2.5.5
WAIT = 30_000

# Links that stand in a sentence are as tall as its lines (WCAG 2.5.5, exception for inline).
SMALL_TARGETS = f"""() => [...document.querySelectorAll('.stApp :is(button, a[href], input, select, '
    + 'textarea, summary, [role="button"], [role="radio"], [role="combobox"])')].filter(each => {{
  if (!each.checkVisibility({{visibilityProperty: true}}) || each.closest('p, li:not(nav li)')) return false;
  const {{width, height}} = (each.closest('label') || each).getBoundingClientRect();
  return width > 2 && Math.min(width, height) < {FINGER} - 0.1;
}}).map(each => each.outerHTML.slice(0, 160))"""

UNSOURCED = """kept => [...document.querySelectorAll('[data-testid="stElementToolbar"] button')].filter(
  each => each.checkVisibility() && !kept.some(name => (each.ariaLabel || '').startsWith(name))
).map(each => each.ariaLabel)"""

#: What comes after the headline and its introduction: a choice, a card, a figure or a list.
FIRST_ANSWER = """() => Math.min(...[...document.querySelectorAll('.stMain :is(h2, h3, li, label, iframe, '
    + '.stMetric, .stVegaLiteChart)')].map(each => each.getBoundingClientRect())
  .filter(box => box.height > 2).map(box => box.top))"""

#: Tabs that are narrower than their words.
CUT_TABS = """() => [...document.querySelectorAll('[role="tab"]')]
  .filter(tab => tab.scrollWidth > tab.clientWidth + 1).map(tab => tab.textContent)"""

#: Charts whose key goes on outside them.
CUT_KEYS = """() => [...document.querySelectorAll('.stVegaLiteChart')].filter(
  chart => [...chart.querySelectorAll('.role-legend text')].some(
    text => text.getBoundingClientRect().right > chart.getBoundingClientRect().right + 1)).length"""


#: How high each element is.
HEIGHTS = "all => all.map(each => Math.round(each.getBoundingClientRect().height))"


def test_a_phone_shows_more_than_the_headline_within_its_width_for_a_finger(
    in_hand: tuple[PageEntry, Visit],
) -> None:
    entry, visit = in_hand
    page = visit.page
    headline = page.locator("h1").bounding_box()
    assert headline is not None
    assert headline["y"] + headline["height"] < PHONE[1] * 0.33
    assert page.evaluate(FIRST_ANSWER) < PHONE[1] * 0.7
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(CUT_TABS) == []
    assert page.evaluate(UNSOURCED, list(KEPT)) == []
    if entry.path == "county_map":  # what opens stands outside of the page
        page.get_by_role("button", name="More choices").tap()
        opened = page.locator('[data-testid="stPopoverBody"] [role="radio"]')
        expect(opened.first).to_be_visible()
        assert min(opened.evaluate_all(HEIGHTS)) >= 44
        page.keyboard.press("Escape")
    # A small phone, and a desktop of 1280 by 1024 at 400%.
    for width, height in ((360, 740), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        page.wait_for_function(f"() => ({OVERFLOW})() <= 0", timeout=5_000)
        page.wait_for_function(f"() => ({CUT_KEYS})() === 0", timeout=5_000)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert visit.problems() == {}


def test_forced_colors_tell_the_page_and_where_the_focus_is(visit: Callable[..., Visit]) -> None:
    """What is chosen in a page is looked at on every page, in `test_pages.py`."""
    page = visit(forced_colors="active").open("programs")
    charts_keep_their_ground(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.get_by_role("button", name="Expand sidebar").click()
    here = page.locator('[data-testid="stSidebarNavLink"][aria-current="page"]')
    elsewhere = page.locator('[data-testid="stSidebarNavLink"]:not([aria-current])').first
    assert background(here) != background(elsewhere)
    elsewhere.focus()
    page.keyboard.press("Tab")
    outline = "() => getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) not in ("none", "auto")
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})


def background(element: Locator) -> str:
    """The color behind an element."""
    return str(element.evaluate("each => getComputedStyle(each).backgroundColor"))


def charts_keep_their_ground(page: Page) -> None:
    """Painted for a light page, on the black of a high contrast they could not be read."""
    drawing = page.locator(f"{CHARTS} svg.marks").first
    assert background(drawing) == "rgb(251, 250, 246)"
    label = drawing.locator("text").first
    assert label.evaluate("each => getComputedStyle(each).fill") == "rgb(29, 43, 51)"


def test_no_toolbar_gives_a_file_without_its_source(seen: tuple[PageEntry, Visit]) -> None:
    entry, visit = seen
    page = visit.page
    toolbars = page.get_by_test_id("stElementToolbar")
    assert toolbars.count() > 0 or entry.path not in ("programs", "learning_communities", "equity")
    assert page.evaluate(UNSOURCED, list(KEPT)) == []
    assert page.locator('button[aria-label^="Fullscreen"]').count() == toolbars.count()


def test_more_contrast_is_given_where_it_is_asked_for(visit: Callable[..., Visit]) -> None:
    page = visit(contrast="more").open("programs")
    line = page.locator(".stMarkdownColoredText").first
    assert line.evaluate("each => getComputedStyle(each).color") == "rgb(29, 43, 51)"
    button = page.locator('[role="radio"]').first
    assert button.evaluate("each => getComputedStyle(each).borderColor") == "rgb(29, 43, 51)"


def test_nothing_moves_where_less_motion_is_asked_for(seen: tuple[PageEntry, Visit]) -> None:
    page = seen[1].page
    slow = """() => [...document.querySelectorAll('.stApp *')].filter(each => {
      const {transitionDuration, animationDuration} = getComputedStyle(each);
      return [transitionDuration, animationDuration].join().split(',').some(t => parseFloat(t) > 0.01);
    }).length"""
    assert page.evaluate(slow) == 0


def swipe(page: Page, fingers: list[tuple[float, float, float, float]]) -> None:
    """Fingers put down at x and y, moved by a distance together, and lifted."""
    hand = page.context.new_cdp_session(page)
    steps = 10
    for step in range(steps + 1):
        points = [
            {"id": n, "x": x + dx * step / steps, "y": y + dy * step / steps}
            for n, (x, y, dx, dy) in enumerate(fingers)
        ]
        kind = "touchMove" if step else "touchStart"
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(16)
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def scrolled(page: Page) -> float:
    """How far the page has been scrolled."""
    return float(
        page.evaluate("""() => document.querySelector('[data-testid="stMain"]').scrollTop""")
    )


def middle(element: Locator) -> tuple[float, float]:
    """The place of an element's middle once it stands in the middle of the window."""
    element.evaluate("each => each.scrollIntoView({block: 'center', behavior: 'instant'})")
    box = at_rest(element)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_one_finger_scrolls_over_the_map_to_explore_and_two_zoom_it(
    visit: Callable[..., Visit],
) -> None:
    page = visit(viewport=PHONE, **TOUCH).open("county_map", drawing="explore")
    canvas = page.locator(CANVAS)
    canvas.wait_for(timeout=WAIT)
    x, y = middle(canvas)
    before = scrolled(page)
    swipe(page, [(x, y, 0, -200)])
    eventually(page, lambda: scrolled(page), lambda now: now - before > 100)
    x, y = middle(canvas)
    picture, before = picture_at_rest(canvas), scrolled(page)
    swipe(page, [(x - 30, y, -70, 0), (x + 30, y, 70, 0)])
    eventually(page, canvas.screenshot, lambda now: now != picture)
    assert scrolled(page) == before


def test_the_wheel_scrolls_over_the_map_to_explore(visit: Callable[..., Visit]) -> None:
    page = visit().open("county_map", drawing="explore")
    canvas = page.locator(CANVAS)
    canvas.wait_for(timeout=WAIT)
    page.mouse.move(*middle(canvas))
    before = scrolled(page)
    page.mouse.wheel(0, 150)
    eventually(page, lambda: scrolled(page), lambda now: now - before > 100)


def test_a_tap_opens_a_charts_note_and_a_swipe_or_a_tap_elsewhere_closes_it(
    visit: Callable[..., Visit],
) -> None:
    page = visit(viewport=PHONE, **TOUCH).open("rural", tab="counties")
    note = page.locator("#vg-tooltip-element.visible")
    county = page.locator(f'{CHARTS} path[aria-label*="Inyo"]').first
    again_until(lambda: page.touchscreen.tap(*middle(county)), note)
    expect(note).to_contain_text("Inyo")
    swipe(page, [(200, 700, 0, -120)])
    expect(note).to_have_count(0)
    x, y = middle(county)
    swipe(page, [(x, y, 0, -200)])  # over the chart itself
    middle(county)  # comes to rest before it is asked
    expect(note).to_have_count(0)
    again_until(lambda: page.touchscreen.tap(*middle(county)), note)
    page.touchscreen.tap(20, 60)
    expect(note).to_have_count(0)
