"""The static edition: pages that need no server, made of the dashboard's figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lib import nav
from lib.i18n import _
from lib.outputs import deck, image, markup, papers, parcel, saving, sheet, stage, tabular
from lib.outputs.markup import element
from lib.outputs.saving import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store import Store
    from lib.store.stories import Story


@dataclass(frozen=True)
class Part:
    """One thing on a page, in reading order: words under a heading, or a figure.

    `points` are listed one under the other. `more` is the page that holds the other choices
    of the figure. `files` are offered under the words: what a link says -> path and content.
    """

    heading: str = ""
    words: str = ""
    points: Sequence[str] = ()
    figure: Figure | None = None
    more: str = ""
    files: Mapping[str, tuple[str, bytes | str]] = field(default_factory=dict)


@dataclass(frozen=True)
class SitePage:
    """One page: its file, title, opening words and parts."""

    file: str
    title: str
    introduction: str
    parts: Sequence[Part]

    @property
    def up(self) -> str:
        """The way from the page's folder to the root of the site."""
        return "../" * self.file.count("/")


#: From so many headings on a page begins with a list of them.
LISTED = 4


def files(page: SitePage, store: Store) -> dict[str, bytes | str]:
    """The page and the files it offers, by path from the root of the site."""
    written: dict[str, bytes | str] = {}
    body: list[ET.Element] = []
    level = "h2"  # figures stand under a section's heading once there is one
    for place, part in enumerate(page.parts, start=1):
        if part.heading:
            body.append(element("h2", part.heading, id=slug(part.heading)))
            level = "h3"
        if part.words:
            body.append(element("p", part.words))
        if part.points:
            body.append(element("ul", *(element("li", point) for point in part.points)))
        if part.files:
            written |= dict(part.files.values())
            offered = {said: path for said, (path, _content) in part.files.items()}
            body.append(_ways_on(page, part, offered))
        if part.figure is not None:
            drawn = sheet.parts(part.figure, store.topology, heading=level, prefix=f"f{place}-")
            drawn[0].set("id", part.figure.figure_id)
            body += [*drawn, _ways_on(page, part, _offered(part.figure, store, written))]
    _unlike(body)
    main = element("main", element("h1", page.title), id="main")
    main.extend(element("p", words) for words in page.introduction.split("\n\n") if words)
    headings = [part for part in body if part.tag == "h2"]
    if len(headings) >= LISTED:
        main.append(_contents(headings))
    main.extend(body)
    written[page.file] = markup.document(page.title, _head(page), _frame(page, main, store))
    return written


def _offered(figure: Figure, store: Store, written: dict[str, bytes | str]) -> dict[str, str]:
    """Put the figure's own files into `written`; the words of a link -> its path."""
    made: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        _("CSV (data in this chart)"): ("csv", lambda: tabular.csv_text(figure)),
        parcel.label(): ("zip", lambda: parcel.zipped(figure)),
    }
    if figure.chart is not None and not figure.is_empty:
        made[_("SVG (drawing)")] = ("svg", lambda: image.svg(figure, store.topology))
    paths = {}
    for said, (ending, make) in made.items():
        paths[said] = f"files/{tabular.file_name(figure, ending)}"
        written[paths[said]] = make()
    return paths


def _ways_on(page: SitePage, part: Part, offered: dict[str, str]) -> ET.Element:
    """The line of links under a figure: its files, and the page of its other choices."""
    line = element("p", classes="source ways")
    for said, path in offered.items():
        link = element("a", said, href=page.up + path)
        if not path.endswith(".html"):  # a page is opened, a file is kept
            link.set("download", "")
        line.append(link)
    if part.more:
        line.append(element("a", _("Other versions of this chart"), href=page.up + part.more))
    return line


def _unlike(body: Sequence[ET.Element]) -> None:
    """Number the ids of headings and the names of regions that recur on a page."""
    headings = [("id", part, "{name}-{n}") for part in body if part.tag in {"h2", "h3"}]
    regions = [
        ("aria-label", part, "{name} ({n})")
        for top in body
        for part in top.iter()
        if part.get("role") == "region"
    ]
    seen: Counter[tuple[str, str]] = Counter()
    for attribute, part, again in [*headings, *regions]:
        name = part.get(attribute, "")
        seen[attribute, name] += 1
        if name and seen[attribute, name] > 1:
            part.set(attribute, again.format(name=name, n=seen[attribute, name]))


def _contents(headings: Sequence[ET.Element]) -> ET.Element:
    """The headings of a page as a list of links."""
    links = (element("a", heading.text or "", href=f"#{heading.get('id')}") for heading in headings)
    return element(
        "nav",
        element("ul", *(element("li", link) for link in links)),
        classes="contents",
        aria_label=_("On this page"),
    )


def _head(page: SitePage) -> list[ET.Element]:
    return [
        element("link", rel="stylesheet", href=f"{page.up}site.css"),
        element("link", rel="icon", href=f"{page.up}icon.png"),
    ]


def _frame(page: SitePage, main: ET.Element, store: Store) -> list[ET.Element]:
    """The way around the site, the page, and the footer."""
    entries = []
    for file, title in [*chapters(), ("counties.html", _("Counties"))]:
        link = element("a", title, href=page.up + file)
        if file == page.file:
            link.set("aria-current", "page")
        entries.append(element("li", link))
    edition = store.edition
    said = _("{title}, edition {version} of {date}. This copy works offline.").format(
        title=edition.title, version=edition.version, date=edition.date
    )
    return [
        element("a", _("Skip to main content"), href="#main", classes="skip"),
        element(
            "header",
            element("nav", element("ul", *entries), classes="pages", aria_label=_("Pages")),
            classes="site",
        ),
        main,
        element("footer", element("p", said), classes="site"),
    ]


#: Pages of the dashboard that are not read off the screen: the static edition has its own.
LEFT_OUT = ("county", "district", "present")

STORIES = "stories.html"
DISTRICTS = "districts.html"


def chapters() -> list[tuple[str, str]]:
    """The file and the name of every page in the list of pages, in reading order."""
    read = [entry for entry in nav.PAGES if entry.path not in LEFT_OUT]
    return [
        *(("index.html" if e.is_default else f"{e.path}.html", e.title) for e in read),
        (DISTRICTS, _("Districts")),
        (STORIES, _("Stories")),
    ]


def stories(told: Sequence[tuple[Story, Sequence[Shown]]], topology: dict[str, Any]) -> SitePage:
    """The stories to present, each as a page that needs nothing else, as slides and as PDF."""
    parts = []
    for story, shown in told:
        name = f"stories/{saving.stem([story.story_id])}"
        made: dict[str, tuple[str, bytes | str]] = {
            _("Present (one page, works offline)"): (f"{name}.html", stage.html(story, shown)),
            _("PowerPoint (editable)"): (f"{name}.pptx", deck.pptx(story, shown, topology)),
            _("PDF"): (f"{name}.pdf", papers.story(story, shown)),
        }
        parts.append(Part(heading=story.title, words=story.summary, files=made))
    return SitePage(STORIES, _("Stories to present"), "", parts)


def county_file(name: str) -> str:
    """The page of a county."""
    return f"county/{saving.stem([name])}.html"


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


__all__ = ["Part", "SitePage", "county_file", "county_index", "files", "shared", "stories"]
