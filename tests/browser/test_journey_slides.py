"""A presenter with a talk of her own: six charts from several pages, shown, taken away, linked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.acting import at_rest
from tests.browser.test_journey_present import stage
from tests.browser.visiting import PATIENCE, PHONE, Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Frame, Locator, Page

HEADLINES = [
    "Where nobody reports a program",
    "What the state looks like today",
    "Kern on the map",
    "Kern beside counties like it",
    "Which of our 13 hospitals can help?",
    "Who is asked, and in which language?",
]

#: The number of slides at the head of the page.
COUNT = ".st-key-masthead a[href*=present] strong"

#: What the tab keeps in the moment in which the number is first seen.
SEEN = """count => {
  new MutationObserver((_changes, watch) => {
    if (!document.querySelector(count)) return;
    watch.disconnect();
    setTimeout(() => { window.keptThen = sessionStorage.getItem("slides") ?? "nothing"; });
  }).observe(document, { subtree: true, childList: true });
}"""

#: A finger across the slide, from right to left, as the browser of a phone says it.
SWIPED = """stage => {
  const at = (x) => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 60 });
  stage.dispatchEvent(new TouchEvent('touchstart', { touches: [at(300)], changedTouches: [at(300)] }));
  stage.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(90)] }));
}"""


class Hand:
    """Presses, counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def press(self, locator: Locator) -> None:
        locator.click()
        self.presses += 1

    def add(self, figure_id: str, number: int) -> None:
        """Add the figure, and see it counted at the head of the page."""
        self.press(self.page.locator(f".st-key-slide-{figure_id} button"))
        expect(self.page.locator(COUNT)).to_have_text(str(number), timeout=PATIENCE)
        button = self.page.locator(f".st-key-slide-{figure_id} button")
        expect(button).to_have_count(1)
        expect(button).to_contain_text("In my slides")

    def seek(self, words: str, path: str) -> None:
        """Find a page by typing."""
        box = (
            settled(self.page)
            .get_by_role("searchbox")
            .or_(self.page.locator("[class*=st-key-seek] input"))
        )
        box.first.fill(words)
        box.first.press("Enter")
        self.page.wait_for_url(re.compile(path), timeout=PATIENCE)
        settled(self.page)


def at(frame: Frame, number: int, total: int = 6) -> None:
    expect(frame.locator(".scene.shown > svg")).to_contain_text(f"{number} of {total}")


def test_what_is_counted_is_kept(visit: Callable[..., Visit]) -> None:
    """Who loads the page anew once the number has risen loses nothing, however long the page takes."""
    page = visit().open("overview")
    page.evaluate(SEEN, COUNT)
    Hand(page).add("county_status_map", 1)
    assert page.evaluate("JSON.parse(window.keptThen).whole")


def test_six_slides_of_her_own(visit: Callable[..., Visit], tmp_path: Path) -> None:
    presenter = visit()
    page = presenter.open("overview")
    hand = Hand(page)
    hand.add("county_status_map", 1)
    hand.add("four_numbers", 2)
    hand.seek("93301", "county=06029")
    for number, figure_id in enumerate(("county_dots", "county_four", "county_hospitals"), 3):
        hand.add(figure_id, number)
    page.reload()  # nothing is lost
    expect(settled(page).locator(COUNT)).to_have_text("5")
    hand.seek("equity", "equity")
    hand.add("equity_lead", 6)
    hand.press(page.locator(".st-key-masthead a[href*=present]"))
    frame = stage(settled(page))
    at(frame, 1)
    hand.press(page.get_by_label("Your headline for slide 1"))
    for place, headline in enumerate(HEADLINES, start=1):
        field = page.get_by_label(f"Your headline for slide {place}")
        expect(field).to_be_focused()
        page.keyboard.type(headline)
        page.keyboard.press("Tab")  # to the notes
        page.keyboard.type(f"Say this {place}")
        for _step in range(4 if place < 5 else 3):  # the last slide cannot move down
            page.keyboard.press("Tab")
    # Every number of a headline is one of its chart.
    titles = "document.querySelectorAll('.scene')[5].dataset.title"
    frame.wait_for_function(f"{titles} === {HEADLINES[-1]!r}", timeout=PATIENCE)
    settled(page)
    expect(page).to_have_url(re.compile("slides="))
    link = page.url

    hand.press(frame.get_by_role("button", name="Full screen"))
    frame.wait_for_function("document.querySelector('.presenter.full')", timeout=PATIENCE)
    for number in (2, 3):
        page.keyboard.press("ArrowRight")
        at(frame, number)
    presenter.context.set_offline(True)
    for key, number in [
        ("PageDown", 4),
        ("ArrowRight", 5),
        ("PageDown", 6),
        ("2", 6),
        ("Enter", 2),
    ]:
        page.keyboard.press(key)
        at(frame, number)
    expect(frame.locator(".scene.shown .notes")).to_be_hidden()
    page.keyboard.press("b")
    expect(frame.locator(".black")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(frame.locator(".black")).to_be_hidden()
    at(frame, 2)  # the key only gave the slide back
    presenter.context.set_offline(False)
    page.evaluate("document.exitFullscreen()")
    settled(page)
    presenter.console_errors.clear()  # the browser says that the network was cut, as it was

    with page.expect_download(timeout=PATIENCE) as taken:
        hand.press(page.get_by_role("button", name="PowerPoint (editable)"))
    assert hand.presses < 12
    file = tmp_path / "slides.pptx"
    taken.value.save_as(file)
    slides = list(Presentation(str(file)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides[1:-1]] == HEADLINES
    assert [s.notes_slide.notes_text_frame.text.split("\n\n")[0] for s in slides[1:-1]] == [
        f"Say this {place}" for place in range(1, 7)
    ]

    reopened = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    page = reopened.open(
        "present", **dict(part.split("=") for part in link.split("?")[1].split("&"))
    )
    frame = stage(page)
    for place, headline in enumerate(HEADLINES, start=1):
        expect(page.get_by_label(f"Your headline for slide {place}")).to_have_value(headline)
    expect(page.get_by_label("Notes for slide 3, seen by you only")).to_have_value("Say this 3")
    start = frame.evaluate("Number(document.querySelector('.presenter select').value) + 1")
    frame.locator(".stage").evaluate(SWIPED)
    at(frame, start + 1)
    moved_twice_at_one_point(settled(page))
    seen_by_an_audience(reopened.context, link)


def moved_twice_at_one_point(page: Page) -> None:
    """A slide runs away from no finger: the second press moves it on."""
    button = page.get_by_role("button", name="Move slide 1 down")
    button.scroll_into_view_if_needed()
    box = at_rest(button)
    for _press in range(2):
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    moved = [*HEADLINES[1:3], HEADLINES[0], *HEADLINES[3:]]
    for place, headline in enumerate(moved, start=1):
        field = page.get_by_label(f"Your headline for slide {place}")
        expect(field).to_have_value(headline, timeout=PATIENCE)
    expect(page.get_by_role("button", name="Move slide 3 down")).to_be_focused()


def seen_by_an_audience(context: BrowserContext, link: str) -> None:
    """The same slides in another window, first as the room has them, then as their owner has."""
    page = context.new_page()
    page.goto(f"{link}&audience=yes")
    stage(settled(page))
    first = page.get_by_label("Your headline for slide 1")
    changed = page.get_by_text("These slides were changed in another window.")
    expect(first).to_have_count(0)
    expect(page.get_by_role("button", name="PDF")).to_be_visible()
    expect(changed).to_be_hidden()  # nothing shows over a talk
    page.get_by_role("button", name="Make these my slides").tap()
    expect(first).to_have_value(HEADLINES[0], timeout=PATIENCE)
    expect(changed).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Load those").tap()
    expect(first).to_have_value(HEADLINES[1], timeout=PATIENCE)
    # Nothing is lost without a word.
    expect(page.get_by_role("button", name="Bring back my 6 slides")).to_be_visible()
