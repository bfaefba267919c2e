"""The static edition: pages that need no server, made of the dashboard's figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib import nav
from lib.i18n import _
from lib.outputs import markup, sheet, tabular
from lib.outputs.markup import element
from lib.outputs.saving import slug
from lib.outputs.words import edition_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from lib.model import Figure
    from lib.store import Store


@dataclass(frozen=True)
class Part:
    """One thing on a page, in reading order: words under a heading, or a figure."""

    heading: str = ""
    words: str = ""
    figure: Figure | None = None


@dataclass(frozen=True)
class SitePage:
    """One page: its file, title, opening words, parts, and how deep its folder lies."""

    file: str
    title: str
    introduction: str
    parts: Sequence[Part]

    @property
    def up(self) -> str:
        """The way from the page's folder to the root of the site."""
        return "../" * self.file.count("/")


def files(page: SitePage, store: Store) -> dict[str, str]:
    """The page and the files it offers, by path from the root of the site."""
    written = {}
    body: list[ET.Element] = []
    heading = "h2"  # figures stand under a section's heading once there is one
    for place, part in enumerate(page.parts, start=1):
        if part.heading:
            body.append(element("h2", part.heading))
            heading = "h3"
        if part.words:
            body.append(element("p", part.words))
        if part.figure is not None:
            name = f"files/{tabular.file_name(part.figure, 'csv')}"
            written[name] = tabular.csv_text(part.figure)
            body += sheet.parts(part.figure, store.topology, heading=heading, prefix=f"f{place}-")
            link = element("a", _("CSV (the rows drawn)"), href=page.up + name, download="")
            body.append(element("p", link, classes="source"))
    main = element("main", element("h1", page.title), id="main")
    if page.introduction:
        main.append(element("p", page.introduction))
    main.extend(body)
    written[page.file] = markup.document(page.title, _head(page), _frame(page, main, store))
    return written


def _head(page: SitePage) -> list[ET.Element]:
    return [
        element("link", rel="stylesheet", href=f"{page.up}site.css"),
        element("link", rel="icon", href=f"{page.up}icon.png"),
    ]


def _frame(page: SitePage, main: ET.Element, store: Store) -> list[ET.Element]:
    """The way around the site, the page, and the footer."""
    entries = []
    for file, title in [*CHAPTERS, ("counties.html", _("Counties"))]:
        link = element("a", title, href=page.up + file)
        if file == page.file:
            link.set("aria-current", "page")
        entries.append(element("li", link))
    edition = store.edition
    said = _("{title}, edition {version} of {date}. A copy that needs no network.").format(
        title=edition.title, version=edition.version, date=edition.date
    )
    return [
        element("a", _("Skip to the text"), href="#main", classes="skip"),
        element(
            "header",
            element("nav", element("ul", *entries), classes="pages", aria_label=_("Pages")),
            classes="site",
        ),
        main,
        element("footer", element("p", said), classes="site"),
    ]


#: Pages of the dashboard that are made of figures; the others need a server.
LEFT_OUT = ("county", "present", "data_sources")

CHAPTERS = tuple(
    ("index.html" if entry.is_default else f"{entry.path}.html", entry.title)
    for entry in nav.PAGES
    if entry.path not in LEFT_OUT
)


def county_file(name: str) -> str:
    """The page of a county."""
    return f"county/{slug(name)}.html"


def county_index(store: Store) -> str:
    """The list of all counties as a page."""
    names = sorted(store.table("counties")["name"])
    links = (element("li", element("a", name, href=county_file(name))) for name in names)
    page = SitePage("counties.html", _("Counties of California"), "", ())
    main = element(
        "main",
        element("h1", page.title),
        element("ul", *links, classes="columns"),
        id="main",
    )
    return markup.document(page.title, _head(page), _frame(page, main, store))


def shared(icon: Path) -> dict[str, bytes]:
    """What all pages share: the style, the fonts and the icon."""
    css = markup.faces(embedded=False, folder="fonts/") + (sheet.WEB / "page.css").read_text(
        "utf-8"
    )
    out = {"site.css": css.encode(), "icon.png": icon.read_bytes()}
    for file in markup.USED:
        out[f"fonts/{file.replace('.ttf', '.woff2')}"] = markup.woff2(file)
    return out


__all__ = ["Part", "SitePage", "county_file", "county_index", "edition_line", "files", "shared"]
