"""A page under a browser's translator: no text outlives the figure that it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.acting import eventually
from tests.browser.visiting import PATIENCE, Visit, go_to, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# Chrome's translator puts each text into two elements named font, again after each change. Its
# words are the page's own here, marked, so that what it wrote can be held against the page. One
# way leaves the page's text node inside, the other takes it off the page and writes a new one.
TRANSLATOR = """(way) => {
  const done = new WeakSet();
  const skip = 'script, style, svg, textarea, input, iframe, noscript, font';
  function translate(text) {
    if (done.has(text) || !text.data.trim() || !text.parentElement) return;
    if (text.parentElement.closest(skip)) return;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    outer.append(inner);
    if (way === 'moves') {
      text.replaceWith(outer);
      inner.append(text);
      done.add(text);
    } else {
      const said = document.createTextNode('«' + text.data + '»');
      done.add(said);
      inner.append(said);
      text.replaceWith(outer);
    }
  }
  function all(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(translate);
  }
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node.nodeType === 3) translate(node); else if (node.nodeType === 1) all(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
  all(document.body);
}"""
FONTS = """() => document.querySelectorAll('[data-testid="stMain"] font font').length"""
READ = """() => [...document.querySelectorAll(
  '[data-testid="stMain"] :is(h1, h2, h3, p, li, caption, th, td, [role=radio])')]
  .filter(each => each.checkVisibility()).map(each => each.textContent)"""


def read(page: Page) -> list[str]:
    """All words of the page, without the translator's marks."""
    return [re.sub(r"\s+", " ", re.sub("[«»]", "", text)).strip() for text in page.evaluate(READ)]


def pick(page: Page, name: str, value: str) -> None:
    """Choose `value` in the list `name`."""
    box = page.get_by_role("combobox", name=name, exact=True).first
    box.click()
    box.fill(value)
    page.get_by_role("option").filter(has_text=value).first.click()


def press(page: Page, name: str) -> None:
    """Choose a button by what it says, in whatever elements."""
    page.get_by_role("radio").filter(has_text=re.compile(rf"^\W*{name}\W*$")).first.click()


def pick_more(page: Page, name: str, value: str) -> None:
    """Choose `value` in the list `name`, which is behind "More choices"."""
    if not page.get_by_role("combobox", name=name, exact=True).first.is_visible():
        page.get_by_test_id("stPopoverButton").last.click()
    pick(page, name, value)


def press_more(page: Page, name: str) -> None:
    """Choose a button that is behind "More choices"."""
    button = page.get_by_role("radio").filter(has_text=re.compile(rf"^\W*{name}\W*$")).first
    if not button.is_visible():
        page.get_by_test_id("stPopoverButton").last.click()
    button.click()


WALKS: dict[str, list[Callable[[Page], object]]] = {
    "county": [
        lambda page: pick(page, "County", "Fresno"),
        lambda page: pick(page, "County", "Alpine"),
        lambda page: pick(page, "County", "Kern"),
    ],
    "county_map": [
        lambda page: press_more(page, "Need"),
        lambda page: press_more(page, "Need and services"),
        lambda page: pick(page, "County", "Fresno"),
    ],
    "equity": [
        lambda page: page.get_by_role("tab").nth(1).click(),
        lambda page: pick_more(page, "Breakdown", "Language"),
        lambda page: pick_more(page, "Breakdown", "Income"),
    ],
    "programs": [
        lambda page: pick(page, "Compare hospitals by", "Size"),
        lambda page: pick(page, "Compare hospitals by", "Teaching"),
        lambda page: go_to(page, "Milestones"),
    ],
}


@pytest.mark.parametrize(
    ("walk", "way"), [*((walk, "replaces") for walk in WALKS), ("county", "moves")]
)
def test_words_follow_each_choice_under_a_translator(
    visit: Callable[..., Visit], walk: str, way: str
) -> None:
    translated, plain = visit(), visit()
    page = translated.open(walk)
    page.evaluate(TRANSLATOR, way)
    before = read(page)
    for step in WALKS[walk]:
        address = page.url
        step(page)
        page.wait_for_function("href => location.href !== href", arg=address, timeout=PATIENCE)
        settled(page)
        fresh = plain.open(page.url.removeprefix(translated.server.url))
        expect(page.locator("h1")).to_have_count(1, timeout=PATIENCE)
        said = read(fresh)
        now = eventually(page, lambda: read(page), lambda words, said=said: words == said)
        assert now != before
        assert page.evaluate(FONTS) > 20
        before = now
