"""Writes the static edition, a folder that needs no server: ``python -m tools.make_site``.

The pages are read as a visitor reads them: each page of the dashboard runs once, and its
headline, words and figures are taken over in their order. What is written is then checked link
by link (`tools.check_site`).
"""

from __future__ import annotations

import argparse
import logging
import re
import shutil
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from lib import figures, nav
from lib.figures import county_unknown, stories, tabs
from lib.figures.county_held import TABS
from lib.i18n import _
from lib.model import DataError, Figure
from lib.outputs import brief, site, stage
from lib.outputs.saving import Progress, save
from lib.outputs.site import Part, SitePage
from lib.schema.lists import CHAMBERS
from lib.ui import library
from lib.wording import county_index
from lib.wording import tabs as tab_words
from tools import check_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lib.store import Store
    from lib.store.stories import Story

    #: A figure that a page asked for, and the choices it asked with.
    Seen = list[tuple[Figure, dict[str, str]]]

ROOT = Path(__file__).resolve().parent.parent

#: Further figures of a county page -> its choices, where one picture is not enough.
CHOSEN: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "county_numbers": ({"topic": "supply"}, {"topic": "need"}),
}

#: The figures over the tabs of a county page, in reading order.
OVER = ("county_dots", "county_four")

#: A choice with more values than this is a search, not a set of pictures.
CHOICES = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the site; 1 when a page could not be made or a link leads nowhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=check_site.SITE)
    parser.add_argument("--counties", nargs="*", help="only these codes, for a quick look")
    parser.add_argument("--pages", nargs="*", help="only these pages, for a quick look")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    logging.disable(logging.WARNING)  # Streamlit would rather be run than read
    try:
        store = library.store()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    making = given.to.with_name(f".{given.to.name}.part")
    shutil.rmtree(making, ignore_errors=True)
    whole = given.pages is None and given.counties is None
    places = counties(store, given.counties)
    told = stories.stories(store).values() if whole else ()
    failed = write(store, making, chapters(given.pages), places, list(told))
    faults = check_site.faults(making) if whole else []
    shutil.rmtree(given.to, ignore_errors=True)
    making.rename(given.to)
    print(f"{check_site.summary(given.to)}\n{given.to}, {time.monotonic() - began:.1f} s")
    for line in (*(f"Not made: {line}" for line in failed), *faults):
        print(line, file=sys.stderr)
    return 1 if failed or faults else 0


def chapters(wanted: Sequence[str] | None = None) -> list[nav.PageEntry]:
    """The pages that are read from the dashboard: all, or those whose path is wanted."""
    held = [entry for entry in nav.PAGES if entry.path not in site.LEFT_OUT]
    return [entry for entry in held if wanted is None or entry.path in wanted]


def counties(store: Store, wanted: Sequence[str] | None = None) -> dict[str, str]:
    """Code -> name of the counties that get a page: all, or those whose code is wanted."""
    table = store.table("counties")
    held = dict(zip(table["county_fips"], table["name"], strict=True))
    return {fips: name for fips, name in held.items() if wanted is None or fips in wanted}


def write(
    store: Store,
    folder: Path,
    entries: Sequence[nav.PageEntry],
    places: Mapping[str, str],
    told: Sequence[Story] = (),
) -> list[str]:
    """Write pages of the dashboard, of counties, of stories, and what all share.

    Returns what could not be made.
    """
    pages: list[tuple[str, Callable[[], Sequence[SitePage]]]] = [
        *((entry.title, partial(chapter, store, entry)) for entry in entries),
        *((name, partial(county, store, fips, name)) for fips, name in places.items()),
        (_("Districts"), partial(districts, store)),
        (_("Stories"), partial(presented, store, told)),
    ]
    progress = Progress(len(pages))
    failed = []
    for name, make in pages:
        try:
            for page in make():
                for path, content in site.files(page, store).items():
                    save(folder / path, content)
        except (ValueError, KeyError, RuntimeError) as error:
            failed.append(f"{name}: {error}")
        progress.step(name)
    save(folder / "counties.html", site.county_index(store))
    for path, content in site.shared(ROOT / "static" / "icon.png").items():
        save(folder / path, content)
    return failed


def chapter(store: Store, entry: nav.PageEntry) -> list[SitePage]:
    """A page of the dashboard, and a page for each of its figures that has choices."""
    page, seen = read(entry)
    parts, more = [], []
    for part in _whole(store, entry, page.parts, seen):
        others = _others(store, seen, part.figure)
        if part.figure is not None and others:
            file = f"more/{part.figure.figure_id.replace('_', '-')}-{entry.path}.html"
            title = _("Other choices: {headline}").format(headline=part.figure.headline)
            more.append(SitePage(file, title, "", [Part(figure=other) for other in others]))
            part = replace(part, more=file)
        parts.append(part)
    return [replace(page, parts=parts), *more]


def _whole(store: Store, entry: nav.PageEntry, parts: Sequence[Part], seen: Seen) -> list[Part]:
    """The parts of a page with what it does not show at once: its other tabs, the first map."""
    shown = {part.figure.figure_id for part in parts if part.figure is not None}

    def built(figure_ids: Sequence[str]) -> list[Part]:
        found = []
        for figure_id in figure_ids:
            if figure_id not in shown and figure_id in figures.REGISTRY:
                shown.add(figure_id)
                figure = figures.build(store, figure_id, figures.defaults(figure_id, store))
                seen.append((figure, {}))
                found.append(Part(figure=figure))
        return found

    if entry.is_default:  # drawn by the page itself, over all others
        return [*built(nav.DRAWN_BY_PARTS[entry.path]), *parts]
    whole = list(parts)
    for tab, listed in tabs.PAGES.get(entry.path, {}).items():
        more = built(listed)
        whole += [Part(heading=tab_words.name(entry.path, tab)), *more] if more else []
    return [*whole, *built(nav.DRAWN_BY_PARTS.get(entry.path, ()))]


def _others(store: Store, seen: Seen, figure: Figure | None) -> list[Figure]:
    """The figure with each other value of its short choices, one choice changed at a time."""
    asked = next((params for held, params in seen if held is figure), None)
    if figure is None or asked is None:
        return []
    return [
        figures.build(store, figure.figure_id, {**asked, name: value})
        for name, values in figures.options(figure.figure_id, store).items()
        for value in (values if len(values) <= CHOICES else ())
        if value != asked.get(name, values[0])
    ]


def read(entry: nav.PageEntry) -> tuple[SitePage, Seen]:
    """A page of the dashboard as it reads: title, words and figures; and all figures it built."""
    seen: Seen = []
    original = library.figure

    def noted(figure_id: str, **params: str) -> Figure:
        seen.append((original(figure_id, **params), params))
        return seen[-1][0]

    setattr(library, "figure", noted)  # noqa: B010 - a plain assignment would be refused
    try:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120).run()
        if not entry.is_default:
            app = app.switch_page(entry.file).run()
    finally:
        setattr(library, "figure", original)  # noqa: B010
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    title, parts = "", _Parts()
    for item in app.main:
        kind, text = item.type, str(getattr(item, "value", ""))
        if kind == "title":
            title = plain(text)
            parts.listening = True
        elif kind == "header":
            parts.section(plain(text))
        elif kind == "subheader":
            headline = plain(text.partition("\n")[0])
            parts.figures(_named(seen, headline, str(item.proto.anchor)))
        elif kind == "metric" and not parts.has_figure:
            parts.figures(_carded(seen, str(getattr(item, "label", ""))))
        elif kind == "markdown" and title:
            parts.said(text)
        else:
            parts.listening = False
    file = "index.html" if entry.is_default else f"{entry.path}.html"
    return SitePage(file, title, "\n\n".join(parts.opening), parts.finished()), seen


class _Parts:
    """The parts of a page as they come; words count where they follow a heading or words."""

    def __init__(self) -> None:
        self.listening = True
        self.opening: list[str] = []
        self.held: list[Part] = []

    @property
    def has_figure(self) -> bool:
        """True once a figure has come."""
        return any(part.figure for part in self.held)

    def section(self, heading: str) -> None:
        """A new section begins, and words about it may follow."""
        self.held.append(Part(heading=heading))
        self.listening = True

    def figures(self, found: Iterator[Figure]) -> None:
        """A figure; the words after it are its own and come with it."""
        self.held += [Part(figure=figure) for figure in found]
        self.listening = False

    def said(self, text: str) -> None:
        """Words of the page: its opening, those under a heading, or a list."""
        if not self.listening or text.startswith(":small["):
            self.listening = False
        elif not self.held:
            self.opening.append(plain(text))
        elif text.startswith("- "):
            points = [plain(line.removeprefix("- ")) for line in text.splitlines()]
            self.held.append(Part(points=points))
        else:
            self.held.append(Part(words=plain(text)))

    def finished(self) -> list[Part]:
        """The parts without headings that have nothing under them: those need a server."""
        after = [*self.held[1:], Part(heading="-")]
        return [
            part for part, next_ in zip(self.held, after, strict=True)
            if not (part.heading and next_.heading)
        ]  # fmt: skip


def _named(seen: Seen, headline: str, anchor: str) -> Iterator[Figure]:
    """The figure that stands under this headline on the page."""
    for figure, _params in reversed(seen):
        if plain(figure.headline) == headline and anchor in {"", figure.figure_id}:
            yield figure
            return


def _carded(seen: Seen, label: str) -> Iterator[Figure]:
    """The figure whose rows are shown as cards, told by the label of a card."""
    for figure, _params in reversed(seen):
        if "label" in figure.rows and label in set(figure.rows["label"].astype(str)):
            yield figure
            return


def plain(text: str) -> str:
    """Markdown as plain words."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)[*`]+", "", text)
    return re.sub(r"\\(.)", r"\1", text)


def county(store: Store, fips: str, name: str) -> list[SitePage]:
    """The page of a county: its tabs one under the other, then what is not known."""
    opening = figures.build(store, "county_findings", {"county": fips})
    paper = (f"files/{brief.file_name(store, fips)}", brief.pdf(store, fips))
    parts = [
        Part(files={_("Download county brief (PDF, two pages)"): paper}),
        *(Part(figure=figures.build(store, figure_id, {"county": fips})) for figure_id in OVER),
    ]
    for tab, heading in county_index.tab_names().items():
        parts.append(Part(heading=heading))
        for figure_id in (figure_id for figure_id, place in TABS.items() if place == tab):
            for choices in CHOSEN.get(figure_id, ({},)):
                figure = figures.build(store, figure_id, {"county": fips, **choices})
                parts.append(Part(figure=figure))
    parts.append(Part(heading=_("What we do not know")))
    parts.append(Part(points=county_unknown.listed(store, fips)))
    introduction = f"{opening.headline}.\n\n{opening.subtitle}"
    return [SitePage(site.county_file(name), opening.place, introduction, parts)]


def districts(store: Store) -> list[SitePage]:
    """The districts of each chamber as a map and a table; their own pages need a server."""
    parts = [
        Part(figure=figures.build(store, "district_map", {"chamber": chamber}))
        for chamber in CHAMBERS
    ]
    words = _(
        "Each table lists every district with its hospital sites that report a program and, where "
        "none does, the nearest that does. The page and the brief of one district are on the "
        "dashboard."
    )
    return [
        SitePage(
            site.DISTRICTS, _("Assembly, state Senate and congressional districts"), words, parts
        )
    ]


def presented(store: Store, told: Sequence[Story]) -> list[SitePage]:
    """The page of the stories, with each story as files."""
    shown = [
        (story, tuple(stage.scenes(story, stories.scenes(story, library.figure), store.topology)))
        for story in told
    ]
    return [site.stories(shown, store.topology)]


if __name__ == "__main__":
    sys.exit(main())
