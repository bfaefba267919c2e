"""Draws a page as it is declared (`lib.page`), part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import figures
from lib.i18n import _
from lib.page import Columns, Held, Part, Section, Special, words
from lib.pages import PAGES
from lib.ui import address, chrome, library, parts, provenance, titles
from lib.ui.county import choose_county, county_brief, county_header, to_the_questions
from lib.ui.district import choose_district, district_brief, district_header
from lib.ui.district_ways import districts_of_zip
from lib.ui.edition import per_edition
from lib.ui.figure import show
from lib.ui.heading import head, unseen
from lib.ui.search import county_links, is_searching, search_answer
from lib.ui.seekbox import box_in_page, has_box
from lib.ui.tabs import tabs
from lib.ui.unknown import unknowns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.model import Figure
    from lib.page import Choice, Item, Page

    Place = Mapping[str, str]


#: Wide enough for a definition of rural with its count, in pixels.
CHOICE_WIDTH = 330


def draw(page: Page) -> None:
    """A page, from its headline to its footer."""
    if page.path not in parts.OPENINGS:  # else the headline is a part of what opens the page
        chrome.page_header(*_opening(page.path))
    _contents(page, {})
    chrome.end_page()


@per_edition(maxsize=32)
def _opening(path: str) -> tuple[str, str]:
    """Headline and introduction of a page, worked out once for all its visitors."""
    page, held = PAGES[path], Held(library.store(), library.figure)
    return words(page.headline, held), words(page.introduction, held)


def draw_county(page: Page) -> None:
    """The page of the county that the address means, or of all counties.

    A county's page is a fragment: another county leaves the frame of the page as it is, but for its
    title. The page of all has the search in its middle, which what follows has at its head: there
    the frame is drawn as well.
    """
    (_county if has_box() else _county_alone)(page)


@st.fragment
def _county_alone(page: Page) -> None:
    _county(page)


def _county(page: Page) -> None:
    titles.follow(page.path)
    county = county_header()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_county(county, labelled=not county)
        if county:
            county_brief(county)
            to_the_questions(county)
        else:
            box_in_page()
    search_answer()
    if county:
        districts_of_zip()
        _contents(page, {"county": county})
    elif not is_searching():
        _items(page.index, {})
    chrome.end_page()


@st.fragment
def draw_district(page: Page) -> None:
    """The page of the district that the address means, or of a whole chamber; a fragment as well."""
    titles.follow(page.path)
    district = district_header()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_district(district)
        if district:
            district_brief(district)
    if district:
        _contents(page, dict(zip(("chamber", "number"), district, strict=True)))
    else:
        _items(page.index, {})
    chrome.end_page()


def _contents(page: Page, place: Place) -> None:
    """All between the headline and the footer."""
    _links(page)
    if page.choice:
        _following(page, page.choice, place)
    else:
        _body(page, place)
    if page.unknowns:
        unknowns(page.unknowns)


def _links(page: Page) -> None:
    """One line of links to the sections that ask for one."""
    linked = [item for item in page.items if isinstance(item, Section) and item.link]
    if linked:
        chrome.parts({section.anchor: _(section.link) for section in linked})


@st.fragment
def _following(page: Page, choice: Choice, place: Place) -> None:
    """One choice for the page, and all that follows it."""
    names = choice.names(library.store())
    with st.container(horizontal=True, key="choices-of-page"):
        chosen = address.listed(choice.parameter, _(choice.label), names, width=CHOICE_WIDTH)
    _body(page, {**place, choice.parameter: chosen})


def _body(page: Page, place: Place) -> None:
    _items(page.items, place)
    if page.tabs:
        tabs(page, place, lambda tab: _items(tab.items, place))
    _items(page.after, place)


def _items(items: Sequence[Item], place: Place) -> None:
    """Items one under the other."""
    for item in items:
        if isinstance(item, Part):
            _part(item, place)
        elif isinstance(item, Special):
            parts.SPECIAL[item.name](**place, **item.given)
        elif isinstance(item, Columns):
            _columns(item, place)
        else:
            _section(item, place)


def _columns(item: Columns, place: Place) -> None:
    spread: Any = list(item.widths) or len(item.columns)
    gap: Any = item.gap
    for column, items in zip(st.columns(spread, gap=gap), item.columns, strict=True):
        with column:
            _items(items, place)


def _section(item: Section, place: Place) -> None:
    if item.is_unseen:
        unseen(_(item.title))
    else:
        chrome.section(_(item.title), _(item.words) if item.words else "", anchor=item.anchor)
    _items(item.items, place)


def _part(part: Part, place: Place) -> None:
    """A figure, with the choices of the page that it has."""
    known = figures.options(part.figure, library.store())
    given = {name: value for name, value in place.items() if name in known}
    if part.is_cards:
        chrome.cards(part.figure)
        return
    if part.without:
        figure = library.figure(part.figure, **given)
        if figure.is_empty:
            head(figure, _(part.without))
            provenance.source_line(figure)
            return
    choice = part.choice
    show(
        part.figure,
        choose=choice.parameter if choice else "",
        label=_(choice.label) if choice else "",
        names=choice.names(library.store()) if choice else None,
        below=_to_counties if part.links_counties else None,
        **given,
    )


def _to_counties(figure: Figure) -> None:
    county_links(figure.rows["county_fips"].tolist())
