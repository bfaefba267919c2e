"""The presenter's journey: a story on a shared screen, with the network gone, and as a deck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.acting import eventually
from tests.browser.visiting import PATIENCE, Visit, go_to, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Frame, Page

SCREEN = (1920, 1080)
#: What a browser without a screen of its own has instead of the lock that keeps one on.
LOCK = """() => {
  window.staysOn = 0;
  const request = async () => { window.staysOn += 1; return { release: async () => {} }; };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
}"""
#: The smallest type of the scene shown, in pixels of the screen, and what leaves its frame.
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.scene.shown text')]
  .filter(text => text.textContent.trim() && text.getBoundingClientRect().width)
  .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
CLIPPED = """() => {
  const frame = document.querySelector('.scene.shown svg').getBoundingClientRect();
  return [...document.querySelectorAll('.scene.shown text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
  }).map(text => text.textContent);
}"""


def stage(page: Page) -> Frame:
    """The presenter's frame once its first scene stands."""
    handle = page.locator("iframe[title*='presenter']").element_handle(timeout=PATIENCE)
    frame = handle.content_frame()
    assert frame is not None
    frame.locator(".scene.shown > svg").wait_for(timeout=PATIENCE)
    return frame


def shown(frame: Frame) -> str:
    """All words of the scene that is on stage."""
    return " ".join(frame.locator(".scene.shown > svg text").all_text_contents())


def carries_its_source(frame: Frame, number: int, total: int) -> None:
    expect(frame.locator(".scene.shown > svg")).to_contain_text(f"{number} of {total}")
    words = shown(frame)
    assert "Source: " in words
    assert re.search(r"As of [\w ,]*\d{4}", words)


def test_the_story_goes_on_without_a_network(visit: Callable[..., Visit]) -> None:
    presenter = visit(viewport=SCREEN)
    page = presenter.open("present")
    page.get_by_role("radio", name="Where no program is reported").click()
    page.wait_for_function("location.search.includes('story=no_program')", timeout=PATIENCE)
    frame = stage(settled(page))
    frame.wait_for_function("document.querySelectorAll('.scene').length === 6", timeout=PATIENCE)
    presenter.context.set_offline(True)
    frame.evaluate(LOCK)
    frame.get_by_role("button", name="Full screen").click()
    frame.wait_for_function("document.querySelector('.presenter.full')", timeout=PATIENCE)
    frame.wait_for_function("window.staysOn >= 1", timeout=PATIENCE)
    # No sidebar, no header: the stage takes the room that the screen has.
    size = "([wide, high]) => innerWidth === wide && innerHeight === high"
    frame.wait_for_function(size, arg=list(SCREEN), timeout=PATIENCE)
    seen = []
    for number in range(1, 7):
        carries_its_source(frame, number, 6)
        assert frame.evaluate(CLIPPED) == []
        assert frame.evaluate(SMALLEST) >= 23.9, number
        seen.append(shown(frame))
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) == 6
    page.keyboard.press("ArrowLeft")
    carries_its_source(frame, 5, 6)
    for key, number in [("Home", 1), ("PageDown", 2), ("End", 6), ("PageUp", 5)]:
        page.keyboard.press(key)
        carries_its_source(frame, number, 6)
    presenter.context.set_offline(False)
    settled(page)
    presenter.console_errors.clear()  # the browser says that the network was cut, as it was


def test_type_can_be_read_from_the_back_row(visit: Callable[..., Visit]) -> None:
    frame = stage(visit(viewport=SCREEN).open("present", story="hospital_care"))
    wide = "document.querySelector('.scene.shown svg').getBoundingClientRect().width"
    for number in range(1, 10):
        carries_its_source(frame, number, 9)
        assert frame.evaluate(SMALLEST) * SCREEN[0] / frame.evaluate(wide) >= 23.9, number
        assert frame.evaluate(CLIPPED) == []
        if number < 9:
            frame.get_by_role("button", name="Next").click()


def test_a_link_opens_its_scene_and_a_chart_leaves_the_talk_open(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("present", story="no_program", scene="3")
    frame = stage(page)
    carries_its_source(frame, 3, 6)
    frame.get_by_role("button", name="Next").click()
    carries_its_source(frame, 4, 6)
    expect(page).to_have_url(re.compile("scene=4"))
    with page.expect_popup() as opened:  # the talk stays where it is
        frame.get_by_role("link", name="Explore this chart").click()
    other = opened.value
    other.wait_for_url("**/programs**", timeout=PATIENCE)
    expect(other).to_have_url(re.compile("split=critical_access"))
    other.close()
    carries_its_source(stage(page), 4, 6)


def test_keys_of_the_browser_stay_the_browsers(visit: Callable[..., Visit]) -> None:
    frame = stage(visit().open("present", story="no_program"))
    frame.locator(".stage").focus()
    frame.evaluate(
        "() => addEventListener('keydown', e => { window.left = [e.key, e.defaultPrevented]; })"
    )
    for key, is_taken in [("r", False), ("c", False), ("Escape", False), ("ArrowRight", True)]:
        carries_its_source(frame, 1, 6)
        frame.page.keyboard.press(key)
        assert frame.evaluate("window.left") == [key, is_taken]


def test_notes_stand_in_a_window_of_their_own(visit: Callable[..., Visit]) -> None:
    page = visit().open("present", story="no_program")
    frame = stage(page)
    with page.expect_popup() as opened:
        frame.get_by_role("button", name="Open notes in a new window").click()
    notes = opened.value
    expect(notes.locator("body")).to_contain_text("whose county is sand?")
    notes.keyboard.press("ArrowRight")
    expect(notes.locator("body")).to_contain_text("seven years before")
    carries_its_source(frame, 2, 6)
    frame.get_by_role("button", name="Notes", exact=True).click()
    expect(frame.locator(".scene.shown .notes")).to_be_visible()
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(frame.locator(".missing")).to_have_text("There are 6 slides")
    carries_its_source(frame, 2, 6)
    page.reload()
    expect(notes.locator("body")).to_contain_text("This window lost its slides.")


def test_the_deck_says_what_the_scenes_say(visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit().open("present", story="hospital_care")
    titles = stage(page).locator(".scene").evaluate_all("all => all.map(s => s.dataset.title)")
    with page.expect_download(timeout=PATIENCE) as taken:
        page.get_by_role("button", name="PowerPoint (editable)").click()
    file = tmp_path / "story.pptx"
    taken.value.save_as(file)
    slides = list(Presentation(str(file)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides[1:-1]] == titles
    assert len(titles) == 9
    # The last slide leads to the story, as a code and as a link.
    (code,) = [shape for shape in slides[-1].shapes if shape.shape_type == 13]
    assert "present?story=hospital_care" in code._element.xpath(".//p:cNvPr")[0].get("descr")
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)
    for slide in slides[1:-1]:
        notes = slide.notes_slide.notes_text_frame.text
        said, source, link = (
            notes.split("\n\n")[0],
            notes.index("Source: "),
            notes.split("\n\n")[-1],
        )
        assert len(said) > 40
        assert source > 0
        assert re.search(r"(programs|overview|participation|rural|equity)?#\w+", link)
        assert any(
            shape.has_text_frame and "Source: " in shape.text_frame.text for shape in slide.shapes
        )
        for part in slide.shapes:
            if part.has_chart or part.shape_type == 13:  # a picture
                assert len(part._element.xpath(".//p:cNvPr")[0].get("descr", "")) > 20


def test_keys_work_at_once_without_a_click(visit: Callable[..., Visit]) -> None:
    page = visit().open("present", story="no_program")
    frame = stage(page)
    assert page.evaluate("document.activeElement === document.body")
    # The stage and its controls are on the first screen, whole.
    height = page.viewport_size["height"]  # type: ignore[index]
    low = "() => document.querySelector('.stage').getBoundingClientRect().bottom"
    over = "() => frameElement.getBoundingClientRect().top"
    eventually(
        page, lambda: frame.evaluate(low) + frame.evaluate(over), lambda y: 600 < y <= height
    )
    for key, number in [
        ("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("Shift+Space", 3), ("PageUp", 2),
        ("ArrowDown", 3), ("ArrowUp", 2), ("ArrowLeft", 1), ("End", 6), ("Home", 1),
    ]:  # fmt: skip
        page.keyboard.press(key)
        carries_its_source(frame, number, 6)
    # A control keeps the keys that it has a use for.
    page.get_by_role("radio", name="Where no program is reported").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    carries_its_source(frame, 1, 6)
    frame.get_by_role("button", name="Next").focus()
    page.keyboard.press("Space")  # pressed once, by the button
    carries_its_source(frame, 2, 6)
    # Another story has the same keys, once.
    page.get_by_role("radio", name="Where no program is reported").press("Home")
    page.get_by_role("radio").first.click()
    expect(frame.locator(".scene.shown > svg")).to_contain_text("1 of ", timeout=PATIENCE)
    frame.wait_for_function("document.querySelectorAll('.scene').length !== 6", timeout=PATIENCE)
    frame.locator(".stage").focus()
    page.keyboard.press("PageDown")
    expect(frame.locator(".scene.shown > svg")).to_contain_text("2 of ")


def test_a_link_of_the_navigation_leads_to_a_stage_with_keys(visit: Callable[..., Visit]) -> None:
    page = visit().open("programs")
    go_to(page, "Present")
    page.wait_for_url("**/present**", timeout=PATIENCE)
    frame = stage(settled(page))
    expect(frame.locator(".scene.shown > svg")).to_contain_text("1 of ")
    for key, number in [("ArrowRight", 2), ("Space", 3), ("PageUp", 2)]:
        page.keyboard.press(key)
        expect(frame.locator(".scene.shown > svg")).to_contain_text(f"{number} of ")


def test_what_fills_the_screen_holds_no_notes(visit: Callable[..., Visit]) -> None:
    page = visit().open("present", story="no_program")
    frame = stage(page)
    notes = frame.locator(".scene.shown .notes")
    frame.get_by_role("button", name="Notes", exact=True).click()
    expect(notes).to_be_visible()
    frame.get_by_role("button", name="Full screen").click()
    frame.wait_for_function("document.querySelector('.presenter.full')", timeout=PATIENCE)
    for _scene in range(3):
        expect(notes).to_be_hidden()
        page.keyboard.press("ArrowRight")
    expect(frame.get_by_role("button", name="Notes", exact=True)).to_be_hidden()
    page.evaluate("document.exitFullscreen()")
    expect(notes).to_be_visible()
