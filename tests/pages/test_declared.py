"""A page is declared once: what draws it, and what is made of it elsewhere, read that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures, nav
from lib.outputs import site_parts
from lib.page import Columns, Page, Part, Section, Special, Tab
from lib.pages import PAGES, address_of, shown_on, tabs_of
from lib.ui import parts
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.page import Item


def specials(items: Sequence[Item | Tab]) -> Iterator[Special]:
    """Every special part, however deep it stands."""
    for item in items:
        if isinstance(item, Special):
            yield item
        elif isinstance(item, Columns):
            for column in item.columns:
                yield from specials(column)
        elif isinstance(item, Section | Tab):
            yield from specials(item.items)


EVERY = [
    special
    for page in PAGES.values()
    for special in specials([*page.items, *page.tabs, *page.after, *page.index])
]


def test_every_page_has_a_declaration_and_a_file_that_names_it() -> None:
    assert list(PAGES) == [entry.path for entry in nav.PAGES]
    for entry in nav.PAGES:
        assert f"{entry.path}.PAGE" in (ROOT / entry.file).read_text("utf-8")


def test_special_parts_are_drawn_and_what_is_drawn_is_declared() -> None:
    assert {special.name for special in EVERY} == set(parts.SPECIAL)
    told = [*site_parts.SPECIAL, *site_parts.PLAIN, *site_parts.APP_ONLY]
    assert sorted(told) == sorted(parts.SPECIAL)


def test_every_figure_stands_on_a_page_and_no_page_names_another() -> None:
    shown, known = set(shown_on()), set(figures.REGISTRY)
    assert not known - shown, "on no page: give each a Part(...) in a declaration of lib/pages"
    assert not shown - known, "no such figure: name it in `__all__` of its module in lib/subjects"


def test_a_choice_in_sight_is_one_of_its_figure() -> None:
    def chosen(items: Sequence[Item | Tab]) -> Iterator[Part]:
        for item in items:
            if isinstance(item, Part):
                yield item
            elif isinstance(item, Columns):
                for column in item.columns:
                    yield from chosen(column)
            elif isinstance(item, Section | Tab):
                yield from chosen(item.items)

    for page in PAGES.values():
        for part in chosen([*page.items, *page.tabs]):
            if part.choice:
                assert part.choice.parameter in figures.options(part.figure)


def test_a_figure_of_two_pages_has_the_first_one_for_its_own() -> None:
    assert shown_on()["site_split"] == "programs"
    assert tabs_of()["site_split"] == "now"
    assert address_of("license_line") == ""  # the first page stands at the root
    assert "license_line" not in tabs_of()  # there it is under no tab
    assert shown_on()["starter_questions"] == "community_action"


def test_a_brief_takes_figures_of_its_page_only() -> None:
    with pytest.raises(ValueError, match="not on the page"):
        Page("x", "X", "", items=(Part("surveys"),), brief=("county_four",))


def test_the_static_edition_runs_no_page() -> None:
    for file in ("tools/make_site.py", "lib/outputs/site_pages.py", "lib/outputs/site.py"):
        source = (ROOT / file).read_text("utf-8")
        assert not [word for word in ("AppTest", "setattr", "streamlit") if word in source]
