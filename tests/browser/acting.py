"""Acts and readings that hold on a busy machine: done or taken again until the page has followed.

A chart stands before its listeners do, and may be drawn anew under the pointer; an answer of the
server comes when it comes. So nothing is asserted after a pause of fixed length.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from playwright.sync_api import expect

from tests.browser.visiting import PATIENCE, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Locator, Page

Read = TypeVar("Read")

#: Milliseconds in which an act that was taken shows; on a machine with nothing else to do, 100.
SHOWS = 6_000
TRIES = 5
TOOLTIP = "#vg-tooltip-element.visible"


def eventually(page: Page, read: Callable[[], Read], is_right: Callable[[Read], bool]) -> Read:
    """What `read` gives once it is right; what it gave last fails the test."""
    end = time.monotonic() + PATIENCE / 1000
    while True:
        found = read()
        if is_right(found):
            return found
        assert time.monotonic() < end, found
        page.wait_for_timeout(100)


def again_until(act: Callable[[], object], seen: Locator) -> None:
    """Do `act` until `seen` shows, and not while the page still works: two may undo one."""
    for _try in range(TRIES):
        act()
        try:
            expect(seen).to_be_visible(timeout=SHOWS)
        except AssertionError:
            settled(seen.page)
        if seen.is_visible():
            return
    expect(seen).to_be_visible()


def pointed_at(mark: Locator) -> Locator:
    """The tooltip of a chart's mark: the pointer goes there, and away and back, until it opens."""
    page = mark.page
    tip = page.locator(TOOLTIP)

    def point() -> None:
        page.mouse.move(2, 2)
        mark.hover(force=True)

    again_until(point, tip)
    return tip


def at_rest(element: Locator) -> FloatRect:
    """Where an element stands once it has stopped moving."""
    before: list[FloatRect | None] = [None]

    def stands() -> FloatRect | None:
        element.page.wait_for_timeout(100)
        last, now = before[0], element.bounding_box()
        before[0] = now
        return now if now == last else None

    box = eventually(element.page, stands, lambda found: found is not None)
    assert box is not None
    return box


def picture_at_rest(element: Locator) -> bytes:
    """How an element looks once it looks alike twice."""
    pictures = [b""]

    def looks_alike() -> bool:
        element.page.wait_for_timeout(200)
        pictures.append(element.screenshot())
        return pictures[-1] == pictures[-2]

    eventually(element.page, looks_alike, bool)
    return pictures[-1]
