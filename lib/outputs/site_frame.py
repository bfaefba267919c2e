"""What stands around each page of the static edition: its head, the ways around, the footer."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib import nav
from lib.i18n import _
from lib.outputs import dataset, markup, saving, words
from lib.outputs.markup import element
from lib.wording import maker, seeking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree import ElementTree as ET

    import pandas as pd

    from lib.model import Figure
    from lib.store import Store


@dataclass(frozen=True)
class Part:
    """One thing on a page, in reading order: words under a heading, or a figure.

    Attributes:
        heading: begins a section.
        words: a paragraph.
        points: listed one under the other.
        figure: with its picture, table, sources and files.
        more: the page that holds the other choices of the figure.
        files: offered under the words: what a link says -> path and content.
        links: a page of the site, by its path from the root -> what the link to it says.
        table: rows already written as text, and their caption.
    """

    heading: str = ""
    words: str = ""
    points: Sequence[str] = ()
    figure: Figure | None = None
    more: str = ""
    files: Mapping[str, tuple[str, bytes | str]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    table: tuple[pd.DataFrame, str] | None = None


#: What a page offers of each of its figures: files, and the figure alone for a frame.
FRAME = "frame"
FORMS = ("csv", "zip", "svg", FRAME)


@dataclass(frozen=True)
class SitePage:
    """One page: its file, title, opening words and parts; what a shared link says of it."""

    file: str
    title: str
    introduction: str
    parts: Sequence[Part]
    description: str = ""
    forms: Sequence[str] = FORMS

    @property
    def up(self) -> str:
        """The way from the page's folder to the root of the site."""
        return "../" * self.file.count("/")


#: The picture that a shared link shows.
PREVIEW = "preview.png"

#: Where the site will stand, such as ``https://host/folder``; empty where nobody said so.
ADDRESS = "SITE_ADDRESS"


#: The pages that say to search engines for data what the data are.
DESCRIBED = ("index.html", "data_sources.html")


def _head(page: SitePage, store: Store) -> list[ET.Element]:
    """Style and icon, and what a search engine or a shared link says of the page."""
    said = page.description or page.introduction.partition("\n\n")[0]
    address = os.environ.get(ADDRESS, "").rstrip("/")
    shared = {
        "og:title": page.title,
        "og:description": said,
        "og:type": "website",
        "og:site_name": store.edition.title,
        "og:image": f"{address}/{PREVIEW}" if address else page.up + PREVIEW,
    }
    if address:
        shared["og:url"] = f"{address}/{page.file}"
    return [
        element("meta", name="description", content=said),
        *(element("meta", property=name, content=text) for name, text in shared.items() if text),
        element("link", rel="stylesheet", href=f"{page.up}site.css"),
        element("link", rel="icon", href=f"{page.up}icon.png"),
        *([dataset.holder(store, address)] if page.file in DESCRIBED else []),
    ]


def _frame(page: SitePage, main: ET.Element, store: Store) -> list[ET.Element]:
    """The way around the site, the page, and the footer."""
    entries = []
    for file, title in chapters():
        link = element("a", title, href=page.up + file)
        if file == page.file:
            link.set("aria-current", "page")
        entries.append(element("li", link))
    edition = store.edition
    said = _("{title}, edition {version} of {date}. This copy works offline.").format(
        title=edition.title, version=edition.version, date=edition.date
    )
    only = _(
        "Only the online dashboard offers these: your own slides, milestones on a chart, maps that "
        "move and zoom, lists that filter, two choices of a chart at once, and a check of new data."
    )
    made = maker.who(words.operator())
    if contact := words.contact():
        made = _("{who} Contact: {contact}.").format(who=made, contact=contact)
    more = element("p", f"{only} ")
    if online := words.address():
        more.append(element("a", online, href=online))
    return [
        element("a", _("Skip to main content"), href="#main", classes="skip"),
        element(
            "header",
            element("nav", element("ul", *entries), classes="pages", aria_label=_("Pages")),
            *([] if page.file == SEARCH else [search_box(page)]),
            classes="site",
        ),
        main,
        element("footer", element("p", said), element("p", made), more, classes="site"),
    ]


def search_box(page: SitePage) -> ET.Element:
    """The box that opens the page of the search with what was typed."""
    box = element(
        "input", type="search", name="q", aria_label=seeking.label(), placeholder=seeking.placeholder()
    )  # fmt: skip
    return element(
        "form", box, element("button", _("Search")), classes="seek", role="search",
        action=page.up + SEARCH, method="get",
    )  # fmt: skip


#: Pages of the dashboard for which the static edition has pages of its own.
APART = ("county", "district", "present")

SEARCH = "search.html"
SCRIPT = "search.js"
COUNTIES = "counties.html"
STORIES = "stories.html"
DISTRICTS = "districts.html"


def file_of(path: str) -> str:
    """The file of a page of the dashboard, by its path there."""
    elsewhere = {"county": COUNTIES, "district": DISTRICTS, "present": STORIES}
    return elsewhere.get(path) or ("index.html" if path == nav.PAGES[0].path else f"{path}.html")


def chapters() -> list[tuple[str, str]]:
    """The file and the name of every page in the list of pages, in reading order."""
    names = {"county": _("Counties"), "district": _("Districts"), "present": _("Stories")}
    return [(file_of(entry.path), names.get(entry.path, entry.title)) for entry in nav.PAGES]


def district_file(chamber: str, number: int | str) -> str:
    """The page of a district."""
    return f"district/{chamber}-{number}.html"


def county_file(name: str) -> str:
    """The page of a county."""
    return f"county/{saving.stem([name])}.html"


def written_page(page: SitePage, store: Store, main: ET.Element) -> str:
    """A page with all that stands around it, as text."""
    return markup.document(page.title, _head(page, store), _frame(page, main, store))


def more_file(figure_id: str, path: str) -> str:
    """The page of a figure's other choices, beside the page of that path."""
    return f"more/{figure_id.replace('_', '-')}-{path.replace('_', '-')}.html"


def choice_file(key: str, value: str) -> str:
    """The page of one value of a choice."""
    return f"choice/{key}/{saving.stem([value])}.html"


def choices_file(key: str) -> str:
    """The page that lists the values of a choice."""
    return f"choice/{key}.html"
