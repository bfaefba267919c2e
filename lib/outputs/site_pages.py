"""The pages of the static edition, made from the declarations of the pages (`lib.pages`)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lib import figures, nav, pages
from lib.figures import stories
from lib.i18n import _
from lib.outputs import site, site_parts, stage
from lib.outputs.site_frame import (
    APART,
    Part,
    SitePage,
    choice_file,
    choices_file,
    file_of,
    more_file,
)
from lib.outputs.site_parts import plain
from lib.page import Columns, Held, Part as Declared, Section, Special, words
from lib.wording import documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.model import Figure
    from lib.page import Item, Page
    from lib.store import Store
    from lib.store.stories import Story

#: A choice with more values than this has a page for each of them, and no page of pictures.
CHOICES = 8

#: Choices that are left to the app: their values are those of another choice, or of one measure.
LEFT_OUT = frozenset({"year", "reference", "number", "chamber"})


@dataclass(frozen=True)
class Offer:
    """A choice with many values: its parameter, the figures that follow it, and its values."""

    page: str
    parameter: str
    figures: Sequence[str]
    values: Sequence[str]

    @property
    def key(self) -> str:
        """Its name in addresses."""
        return f"{self.figures[0].replace('_', '-')}-{self.parameter.replace('_', '-')}"


def offers(store: Store) -> list[Offer]:
    """Every choice with many values on the pages of the dashboard."""
    return [
        offer
        for path, page in pages.PAGES.items()
        if path not in APART
        for item in page.leaves()
        for offer in _offers(store, path, item)
    ]


def _offers(store: Store, path: str, item: Declared | Special) -> Iterator[Offer]:
    """The choices with many values of one item; figures of an item share them."""
    many: dict[str, Offer] = {}
    for figure_id in item.figures():
        for name, values in figures.options(figure_id, store).items():
            if len(values) > CHOICES and name not in LEFT_OUT:
                held = many.get(name, Offer(path, name, (), values))
                many[name] = Offer(path, name, (*held.figures, figure_id), values)
    yield from many.values()


@dataclass(frozen=True)
class Reader:
    """Reads a declaration into the parts of a page, and notes the pages of further choices."""

    held: Held
    path: str
    more: list[SitePage]

    def items(self, items: Sequence[Item]) -> Iterator[Part]:
        """Items one under the other."""
        for item in items:
            if isinstance(item, Declared):
                yield self.figure(item.figure)
                yield from self._ways(item)
            elif isinstance(item, Columns):
                for column in item.columns:
                    yield from self.items(column)
            elif isinstance(item, Section):
                inner = list(self.items(item.items))
                if inner and not item.is_unseen:
                    yield Part(heading=_(item.title), words=_(item.words) if item.words else "")
                yield from inner
            else:
                yield from self.special(item)
                yield from self._ways(item)

    def special(self, item: Special) -> Iterator[Part]:
        """What the app draws in a way of its own: its words, then its figures."""
        if item.name in site_parts.SPECIAL:
            yield from site_parts.SPECIAL[item.name](self.held, **item.given)
        for figure_id in item.shows:
            for choices in CHOSEN.get(figure_id, ({},)):
                yield self.figure(figure_id, **choices)

    def _ways(self, item: Declared | Special) -> Iterator[Part]:
        """The ways to all values of a choice with many, and to the counties of the rows."""
        if isinstance(item, Declared) and item.links_counties:
            rows = self.figure(item.figure).figure
            codes = [] if rows is None else rows.rows["county_fips"].tolist()
            own = self.held.place.get("county", "")
            yield site_parts.county_links(self.held, [code for code in codes if code != own])
        if self.path not in APART:
            for offer in _offers(self.held.store, self.path, item):
                said = site_parts.number_of(len(offer.values))
                yield Part(links={choices_file(offer.key): said})

    def figure(self, figure_id: str, **choices: str) -> Part:
        """One figure; its other choices have a page of their own."""
        known = figures.options(figure_id, self.held.store)
        place = {name: value for name, value in self.held.place.items() if name in known}
        built = self.held.figure(figure_id, **place, **choices)
        others = [] if place or choices else self._others(figure_id, known)
        if not others:
            return Part(figure=built)
        file = more_file(figure_id, self.path)
        title = _("Other choices: {headline}").format(headline=built.headline)
        self.more.append(SitePage(file, title, "", [Part(figure=other) for other in others]))
        return Part(figure=built, more=file)

    def _others(self, figure_id: str, known: Mapping[str, Sequence[str]]) -> list[Figure]:
        """The figure with each other value of its short choices, one changed at a time."""
        return [
            self.held.figure(figure_id, **{name: value})
            for name, values in known.items()
            for value in (values[1:] if len(values) <= CHOICES else ())
        ]


#: Figures of which one picture is not enough -> the choices of each.
CHOSEN: Mapping[str, Sequence[Mapping[str, str]]] = {
    "county_numbers": ({"topic": "supply"}, {"topic": "need"}),
}


def read(page: Page, reader: Reader) -> Iterator[Part]:
    """All parts of a page, its tabs one under the other."""
    yield from reader.items(page.items)
    for tab in page.tabs:
        inner = list(reader.items(tab.items))
        if inner:
            yield Part(heading=_(tab.title))
            yield from inner
    yield from reader.items(page.after)
    yield from site_parts.not_known(reader.held, page.unknowns)


def chapters(wanted: Sequence[str] | None = None) -> list[nav.PageEntry]:
    """The pages that are read from their declaration: all, or those whose path is wanted."""
    held = [entry for entry in nav.PAGES if entry.path not in APART]
    return [entry for entry in held if wanted is None or entry.path in wanted]


def chapter(held: Held, entry: nav.PageEntry) -> list[SitePage]:
    """A page of the dashboard, and a page for each of its figures that has short choices."""
    page, more = pages.PAGES[entry.path], list[SitePage]()
    title, introduction = (words(text, held) for text in (page.headline, page.introduction))
    parts = list(read(page, Reader(held, entry.path, more)))
    said = documents.descriptions()[entry.path]
    return [SitePage(file_of(entry.path), title, plain(introduction), parts, said), *more]


def chosen(held: Held, offer: Offer, value: str) -> SitePage:
    """The page of one value of a choice with many."""
    built = [held.figure(figure_id, **{offer.parameter: value}) for figure_id in offer.figures]
    parts = [Part(figure=figure) for figure in built]
    if "starter_facts" in offer.figures:
        parts.insert(0, site_parts.starter_files(built, held))
    page = next(entry for entry in nav.PAGES if entry.path == offer.page)
    ways = {file_of(offer.page): page.title, choices_file(offer.key): _("All versions")}
    return SitePage(
        choice_file(offer.key, value), built[0].headline, "", [*parts, Part(links=ways)]
    )


def choice_index(offer: Offer, titles: Mapping[str, str]) -> SitePage:
    """The values of a choice by the headline of each.

    Args:
        offer: the choice.
        titles: file -> title of the pages that were made.
    """
    files = {choice_file(offer.key, value): value for value in offer.values}
    links = {file: titles[file] for file in files if file in titles}
    times = Counter(links.values())
    for file, said in links.items():
        if times[said] > 1:  # two measures may have one finding
            links[file] = f"{said} ({files[file].replace('_', ' ')})"
    page = next(entry for entry in nav.PAGES if entry.path == offer.page)
    title = _("{page}: all {n} versions of a chart").format(page=page.title, n=len(links))
    return SitePage(choices_file(offer.key), title, "", [Part(links=links)])


def presented(held: Held, told: Sequence[Story]) -> list[SitePage]:
    """The page of the stories, with each story as files."""
    topology = held.store.topology
    shown = [
        (story, tuple(stage.scenes(story, stories.scenes(story, held.figure), topology)))
        for story in told
    ]
    return [site.stories(shown, topology)]


#: Figures kept once built: the headline of a page is made of one that it shows.
KEPT = 128


@lru_cache(maxsize=KEPT)
def _built(store: Store, figure_id: str, params: tuple[tuple[str, str], ...]) -> Figure:
    return figures.build(store, figure_id, dict(params))


def held_of(store: Store, **place: str) -> Held:
    """The tables and figures of a place, or of the whole state."""
    return Held(
        store,
        lambda figure_id, **given: _built(store, figure_id, tuple(sorted(given.items()))),
        place,
    )
