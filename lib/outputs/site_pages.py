"""The pages of the static edition, made from the declarations of the pages (`lib.pages`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib import figures, nav, pages
from lib.figures import county_unknown, stories
from lib.i18n import _
from lib.outputs import brief, site, stage
from lib.outputs.site import Part, SitePage
from lib.page import Columns, Held, Section, Special, words
from lib.page import Part as Declared
from lib.schema.lists import CHAMBERS
from lib.wording import overview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lib.model import Figure
    from lib.page import Item, Page
    from lib.store import Store
    from lib.store.stories import Story

#: A choice with more values than this is a search, not a set of pictures.
CHOICES = 8

#: Parts of the app that need a server, or that the static edition has elsewhere.
WITHOUT = frozenset({"teasers", "to_every_district", "to_the_starter", "districts_of_county"})


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
            elif isinstance(item, Columns):
                for column in item.columns:
                    yield from self.items(column)
            elif isinstance(item, Section):
                inner = list(self.items(item.items))
                if inner and not item.is_unseen:
                    yield Part(heading=_(item.title), words=_(item.words) if item.words else "")
                yield from inner
            elif item.name not in WITHOUT:
                yield from self.special(item)

    def special(self, item: Special) -> Iterator[Part]:
        """What the app draws in a way of its own: its words, then its figures."""
        yield from SPECIAL[item.name](self.held) if item.name in SPECIAL else ()
        for figure_id in item.shows:
            for choices in CHOSEN.get(figure_id, ({},)):
                yield self.figure(figure_id, **choices)

    def figure(self, figure_id: str, **choices: str) -> Part:
        """One figure; its other choices have a page of their own."""
        known = figures.options(figure_id, self.held.store)
        place = {name: value for name, value in self.held.place.items() if name in known}
        built = self.held.figure(figure_id, **place, **choices)
        others = [] if place else self._others(figure_id, known)
        if not others:
            return Part(figure=built)
        file = f"more/{figure_id.replace('_', '-')}-{self.path}.html"
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
    "district_map": tuple({"chamber": chamber} for chamber in CHAMBERS),
}


def _county_unknown(held: Held) -> Iterator[Part]:
    yield Part(
        heading=_("What we do not know"),
        points=county_unknown.listed(held.store, held.place["county"]),
    )


def _which_number(_held: Held) -> Iterator[Part]:
    yield Part(words=plain(overview.which_number()))


#: Special part -> its words.
SPECIAL: Mapping[str, Callable[[Held], Iterator[Part]]] = {
    "county_unknown": _county_unknown,
    "which_number": _which_number,
}


def chapters(wanted: Sequence[str] | None = None) -> list[nav.PageEntry]:
    """The pages that are read from their declaration: all, or those whose path is wanted."""
    held = [entry for entry in nav.PAGES if entry.path not in site.LEFT_OUT]
    return [entry for entry in held if wanted is None or entry.path in wanted]


def chapter(held: Held, entry: nav.PageEntry) -> list[SitePage]:
    """A page of the dashboard, and a page for each of its figures that has choices."""
    page, more = pages.PAGES[entry.path], list[SitePage]()
    title, introduction = (words(text, held) for text in (page.headline, page.introduction))
    parts = list(_parts(page, Reader(held, entry.path, more)))
    file = "index.html" if entry.is_default else f"{entry.path}.html"
    return [SitePage(file, title, plain(introduction), parts), *more]


def _parts(page: Page, reader: Reader) -> Iterator[Part]:
    """All parts of a page, its tabs one under the other."""
    yield from reader.items(page.items)
    for tab in page.tabs:
        inner = list(reader.items(tab.items))
        if inner:
            yield Part(heading=_(tab.title))
            yield from inner
    yield from reader.items(page.after)


def county(held: Held, name: str) -> list[SitePage]:
    """The page of the county that is the place: its tabs one under the other."""
    page, fips = pages.PAGES["county"], held.place["county"]
    paper = (f"files/{brief.file_name(held.store, fips)}", brief.pdf(held.store, fips))
    parts = [
        Part(files={_("Download county brief (PDF, two pages)"): paper}),
        *_parts(page, Reader(held, page.path, [])),
    ]
    introduction = f"{words(page.headline, held)}.\n\n{words(page.introduction, held)}"
    place = held.figure("county_findings", county=fips).place
    return [SitePage(site.county_file(name), place, introduction, parts)]


def districts(held: Held) -> list[SitePage]:
    """The districts of each chamber as a map and a table."""
    said = _(
        "Each table lists every district with its hospital sites that report a program and, where "
        "it has none, the nearest one. The page and the brief of one district are on the "
        "dashboard."
    )
    parts = list(Reader(held, "district", []).items(pages.PAGES["district"].index))
    title = _("Assembly, state Senate and congressional districts")
    return [SitePage(site.DISTRICTS, title, said, parts)]


def presented(held: Held, told: Sequence[Story]) -> list[SitePage]:
    """The page of the stories, with each story as files."""
    topology = held.store.topology
    shown = [
        (story, tuple(stage.scenes(story, stories.scenes(story, held.figure), topology)))
        for story in told
    ]
    return [site.stories(shown, topology)]


def held_of(store: Store, **place: str) -> Held:
    """The tables and figures of a place, or of the whole state."""
    return Held(store, lambda figure_id, **given: figures.build(store, figure_id, given), place)


def plain(text: str) -> str:
    """Markdown as plain words."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)[*`]+", "", text)
    return re.sub(r"\\(.)", r"\1", text)
