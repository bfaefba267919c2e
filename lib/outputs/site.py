"""The static edition: pages that need no server, made of the dashboard's figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.outputs import (
    deck,
    image,
    markup,
    papers,
    parcel,
    saving,
    sheet,
    site_data,
    site_frame,
    stage,
    tabular,
)
from lib.outputs.markup import element
from lib.outputs.saving import slug
from lib.outputs.site_frame import SCRIPT, STORIES, Part, SitePage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store import Store
    from lib.store.stories import Story


#: From so many headings on a page begins with a list of them.
LISTED = 4

#: From so many links in a list on they stand in columns.
MANY_LINKS = 12


def files(page: SitePage, store: Store) -> dict[str, bytes | str]:
    """The page and the files it offers, by path from the root of the site."""
    written: dict[str, bytes | str] = {}
    body: list[ET.Element] = []
    level = "h2"  # figures stand under a section's heading once there is one
    for place, part in enumerate(page.parts, start=1):
        if part.heading:
            body.append(element("h2", part.heading, id=slug(part.heading)))
            level = "h3"
        body += _worded(page, part)
        if part.files:
            written |= dict(part.files.values())
            offered = {said: path for said, (path, _content) in part.files.items()}
            body.append(_ways_on(page, part, offered))
        if part.figure is not None:
            drawn = sheet.parts(part.figure, store.topology, heading=level, prefix=f"f{place}-")
            if part.figure.headline == page.title:  # it stands over the page already
                drawn = drawn[1:]
            drawn[0].set("id", part.figure.figure_id)
            ways = _ways_on(page, part, _offered(page, part.figure, store, written))
            body.append(element("section", *drawn, ways, classes="figure"))
    _unlike(body)
    main = element("main", element("h1", page.title), id="main")
    main.extend(element("p", words) for words in page.introduction.split("\n\n") if words)
    headings = [part for part in body if part.tag == "h2"]
    if len(headings) >= LISTED:
        main.append(_contents(headings))
    main.extend(body)
    written[page.file] = site_frame.written_page(page, store, main)
    return written


def _worded(page: SitePage, part: Part) -> Iterator[ET.Element]:
    """The words, the lists and the table of a part."""
    for words in part.words.split("\n\n") if part.words else ():
        yield element("p", words)
    if part.points:
        yield element("ul", *(element("li", point) for point in part.points))
    if part.links:
        links = (element("a", said, href=page.up + to) for to, said in part.links.items())
        wide = "columns" if len(part.links) >= MANY_LINKS else ""
        yield element("ul", *(element("li", link) for link in links), classes=wide)
    if part.table is not None:
        yield markup.table(*part.table)


def _offered(
    page: SitePage, figure: Figure, store: Store, written: dict[str, bytes | str]
) -> dict[str, str]:
    """Put the figure's own files into `written`; the words of a link -> its path."""
    made: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "csv": (_("CSV (data in this chart)"), lambda: tabular.csv_text(figure)),
        "zip": (parcel.label(), lambda: parcel.zipped(figure)),
    }
    if figure.chart is not None and not figure.is_empty:
        made["svg"] = (_("SVG (drawing)"), lambda: image.svg(figure, store.topology))
    paths = {}
    for ending, (said, make) in made.items():
        if ending in page.forms:
            paths[said] = f"files/{tabular.file_name(figure, ending)}"
            written[paths[said]] = make()
    paths[_("Data address")] = site_data.address(figure, store)
    written |= dict(site_data.rows(figure, store))
    if site_frame.FRAME in page.forms:
        file = paths[_("Embed")] = site_data.frame_file(figure, store)
        if site_data.chosen(figure, store):  # the usual view is written once for all pages
            written[file] = site_data.frame(figure, store, file, page.file)
    return paths


def _ways_on(page: SitePage, part: Part, offered: dict[str, str]) -> ET.Element:
    """The line of links under a figure: its files, and the page of its other choices."""
    line = element("p", classes="source ways")
    for said, path in offered.items():
        link = element("a", said, href=page.up + path)
        # A page is opened and an address read; a file is kept.
        if not path.endswith(".html") and not path.startswith(site_data.LATEST):
            link.set("download", "")
        line.append(link)
    if part.more:
        line.append(element("a", _("Other versions of this chart"), href=page.up + part.more))
    return line


def _unlike(body: Sequence[ET.Element]) -> None:
    """Number the ids of headings and the names of regions that recur on a page."""
    headings = [
        ("id", part, "{name}-{n}")
        for top in body
        for part in top.iter()
        if part.tag in {"h2", "h3"}
    ]
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


def shared(icon: Path) -> dict[str, bytes]:
    """What all pages share: the style, the fonts and the icon."""
    css = markup.faces(embedded=False, folder="fonts/") + (sheet.WEB / "page.css").read_text(
        "utf-8"
    )
    out = {"site.css": css.encode(), "icon.png": icon.read_bytes()}
    out[SCRIPT] = (sheet.WEB / SCRIPT).read_bytes()
    for file in markup.USED:
        out[f"fonts/{file.replace('.ttf', '.woff2')}"] = markup.woff2(file)
    return out
