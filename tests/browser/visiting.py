"""A page in a real browser: opened, waited for, and listened to for anything wrong."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from lib.nav import PAGES, PageEntry

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Response

    from tools.serving import Server

DESKTOP = (1440, 900)
PHONE = (390, 844)
TOUCH = {"has_touch": True, "is_mobile": True}
PATIENCE = 30_000  # milliseconds

_questions = itertools.count()

# Streamlit says when its script rests; a chart says so by having painted marks. A page in which
# nothing has changed for a while, counted from the question on, has finished drawing: what was
# pressed a moment ago has not yet been answered.
IS_DRAWN = """asked => {
  const app = document.querySelector('[data-testid="stApp"]');
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!app || !main || !main.querySelector('[data-testid="stElementContainer"]')) return false;
  if (app.dataset.testScriptState !== 'notRunning') return false;
  if (app.dataset.testConnectionState !== 'CONNECTED') return false;
  if (document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')) {
    return false;
  }
  for (const chart of document.querySelectorAll('[data-testid="stVegaLiteChart"]')) {
    const drawing = chart.querySelector('svg.marks, canvas');
    if (!drawing) return false;
    if (chart.checkVisibility() && drawing.getBoundingClientRect().height < 1) return false;
  }
  if (window.watched !== main) {
    window.watched = main;
    window.moved = performance.now();
    new MutationObserver(() => { window.moved = performance.now(); }).observe(
      main, {attributes: true, characterData: true, childList: true, subtree: true});
    return false;
  }
  if (window.asked !== asked) {
    window.asked = asked;
    window.moved = performance.now();
  }
  return performance.now() - window.moved > 300;
}"""


def address_of(entry: PageEntry) -> str:
    """Where the page opens: the default page is the root of the site."""
    return "" if entry.is_default else entry.path


def settled(page: Page) -> Page:
    """`page` once its script rests, its charts are drawn and nothing moves any more."""
    page.wait_for_function(IS_DRAWN, arg=next(_questions), timeout=PATIENCE, polling=100)
    return page


def figure_of(page: Page, figure_id: str) -> Locator:
    """A figure with a choice: its headline, controls, view and sources."""
    block = page.locator('[data-testid="stVerticalBlock"]')
    return block.filter(has=page.locator(f"h3#{figure_id}")).last


def go_to(page: Page, title: str) -> None:
    """Open another page by the bar at the top: directly, or in the menu of its group."""
    entry = next(each for each in PAGES if each.title == title)
    bar = page.get_by_test_id("stTopNav")
    if not entry.group:
        bar.get_by_role("link", name=title, exact=True).click()
        return
    # By what they say, in whatever elements: a translator may have wrapped the words.
    bar.get_by_role("button").filter(has_text=entry.group).click()
    page.get_by_role("menuitem").filter(has_text=re.compile(rf"{title}\W*$")).click()


def choose(page: Page, name: str, value: str) -> None:
    """Choose `value` in the list that is called `name`."""
    box = page.get_by_role("combobox", name=name, exact=True)
    box.click()
    box.fill(value)
    box.press("Enter")


@dataclass
class Visit:
    """One visitor's page and all that went wrong on it."""

    server: Server
    context: BrowserContext
    page: Page
    console_errors: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)
    failed_answers: list[str] = field(default_factory=list)

    @classmethod
    def begin(
        cls,
        browser: Browser,
        server: Server,
        *,
        viewport: tuple[int, int] = DESKTOP,
        color_scheme: str = "light",
        **device: Any,
    ) -> Visit:
        """A visitor with an empty cache, listened to from the first request on.

        Args:
            browser: the browser.
            server: where the pages are.
            viewport: width and height of the window.
            color_scheme: light or dark.
            **device: more of the device, as the browser's context takes it: `has_touch`,
                `forced_colors` and the like.
        """
        width, height = viewport
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            reduced_motion="reduce",
            locale="en-US",
            **device,
        )
        visit = cls(server, context, context.new_page())
        # On the context: requests of workers and of popups count as well.
        context.on("request", visit._note_request)
        context.on("response", visit._note_response)
        visit.page.on(
            "console",
            lambda said: visit.console_errors.append(said.text) if said.type == "error" else None,
        )
        visit.page.on("pageerror", lambda error: visit.console_errors.append(str(error)))
        return visit

    def _note_request(self, request: Request) -> None:
        is_inside = request.url.startswith((self.server.url, "data:", "blob:"))
        if not is_inside and request.url != self.server.origin:
            self.outside_requests.append(request.url)

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed_answers.append(f"{response.status} {response.url}")

    def open(self, path: str = "", **query: str) -> Page:
        """The page at `path`, settled."""
        address = f"{self.server.url}{path}" + (f"?{urlencode(query)}" if query else "")
        self.page.goto(address)
        return settled(self.page)

    def leave(self) -> None:
        """Go away and be forgotten: no address, no storage, no problem is left, but the cache."""
        self.context.set_offline(False)
        for other in self.context.pages:
            if other != self.page:
                other.close()
        if self.page.url.startswith(self.server.url):
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.goto("about:blank")
        self.context.clear_cookies()
        for kind in (self.console_errors, self.outside_requests, self.failed_answers):
            kind.clear()

    def problems(self) -> dict[str, list[str]]:
        """Everything that must not happen on any page, by kind; empty when all is well."""
        kinds = {
            "console errors": self.console_errors,
            "requests to other hosts": self.outside_requests,
            "failed answers": self.failed_answers,
        }
        return {kind: list(found) for kind, found in kinds.items() if found}


@dataclass
class Windows:
    """The windows of one browser, used again by later visits that look alike.

    A page in a new window costs twice what it costs in one that has been used: a process to
    start, and all scripts to be read and compiled anew.
    """

    browser: Browser
    server: Server
    _free: dict[tuple[object, ...], list[Visit]] = field(default_factory=dict)
    _look: dict[int, tuple[object, ...]] = field(default_factory=dict)

    def take(
        self,
        *,
        viewport: tuple[int, int] = DESKTOP,
        color_scheme: str = "light",
        **device: Any,
    ) -> Visit:
        """A visit of this look in a window that nobody uses."""
        look = (viewport, color_scheme, *sorted(device.items()))
        free = self._free.setdefault(look, [])
        visit = (
            free.pop()
            if free
            else Visit.begin(
                self.browser,
                self.server,
                viewport=viewport,
                color_scheme=color_scheme,
                **device,
            )
        )
        self._look[id(visit)] = look
        return visit

    def give_back(self, visit: Visit) -> None:
        """Keep the window for the next visit."""
        visit.leave()
        self._free[self._look.pop(id(visit))].append(visit)
