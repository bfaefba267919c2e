"""Every page's declaration, and which page and tab show a figure."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lib import nav
from lib.page import Special

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.page import Page

#: Path -> what the page shows, in the order of the navigation: `PAGE` of the module of that name.
PAGES: Mapping[str, Page] = {
    entry.path: import_module(f"lib.pages.{entry.path}").PAGE for entry in nav.PAGES
}


@cache
def shown_on() -> Mapping[str, str]:
    """Figure -> the path of its page: the first in reading order that shows it."""
    shown: dict[str, str] = {}
    for path, page in PAGES.items():
        for figure_id in page.figures():
            if figure_id not in page.borrows:
                shown.setdefault(figure_id, path)
    return shown


def figures_of(path: str) -> list[str]:
    """The figures whose page this is."""
    return [figure_id for figure_id, page in shown_on().items() if page == path]


def address_of(figure_id: str) -> str:
    """The path of the page of a figure as an address has it: empty for the first page."""
    path = shown_on().get(figure_id, "")
    return "" if path == nav.PAGES[0].path else path


@cache
def special_of() -> Mapping[str, Special]:
    """Figure -> the part with controls of its own in which it stands."""
    leaves = [leaf for page in PAGES.values() for leaf in page.leaves()]
    specials = [leaf for leaf in reversed(leaves) if isinstance(leaf, Special)]
    return {figure_id: special for special in specials for figure_id in special.shows}


@cache
def tabs_of() -> Mapping[str, str]:
    """Figure -> its tab, on its own page; a figure over the tabs has none."""
    return {
        figure_id: tab.tab
        for path, page in PAGES.items()
        for tab in reversed(page.tabs)
        for figure_id in tab.figures()
        if shown_on()[figure_id] == path
    }
