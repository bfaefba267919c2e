"""One figure as a page that works offline: picture with tooltips, words, table, sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.outputs import drawing, markup
from lib.outputs.markup import element
from lib.outputs.tabular import table_rows, written
from lib.outputs.words import citation, edition_line, link_line, source_line

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from lib.model import Figure

WEB = Path(__file__).resolve().parents[2] / "assets" / "web"

#: The drawing's own width; the page scales it to the reader's.
WIDTH = 900


def html(figure: Figure, topology: dict[str, Any]) -> str:
    """The figure as one self-contained page."""
    style = element("style", markup.faces(embedded=True) + (WEB / "page.css").read_text("utf-8"))
    footer = element("footer", element("p", edition_line(figure)), element("p", link_line(figure)))
    footer.set("class", "site")
    return markup.document(
        figure.headline,
        [style],
        [element("main", *parts(figure, topology, heading="h1", prefix="f-")), footer],
    )


def parts(
    figure: Figure, topology: dict[str, Any], *, heading: str, prefix: str
) -> list[ET.Element]:
    """The figure's parts in reading order, from its headline to its sources."""
    out = [
        element(heading, figure.headline),
        element("p", figure.subtitle, classes="subtitle"),
    ]
    rows = written(table_rows(figure), figure.columns)
    caption = _("Table: {headline}").format(headline=figure.headline)
    if figure.chart is not None and not figure.is_empty:
        drawn = drawing.chart(figure, topology, width=WIDTH, prefix=prefix)
        for name in ("width", "height"):
            drawn.attrib.pop(name, None)
        drawn.set("role", "img")
        drawn.set("aria-label", figure.alt)
        out.append(element("figure", drawn))
        table = element("details", element("summary", _("Table")), markup.table(rows, caption))
        out.append(table)
    elif figure.is_empty:
        out.append(element("p", _("There is nothing to draw: no row is held for this choice.")))
    else:
        out.append(markup.table(rows, caption))
    return [*out, _about(figure), element("p", source_line(figure), classes="source")]


def _about(figure: Figure) -> ET.Element:
    """What is counted, cautions and full sources, behind one click."""
    about = element("details", element("summary", _("About")))
    if figure.definition:
        about.append(element("p", figure.definition))
    if figure.caveats:
        about.append(element("p", element("strong", _("Read with care"))))
        about.append(element("ul", *(element("li", caveat) for caveat in figure.caveats)))
    about.append(element("p", element("strong", _("Sources"))))
    about.append(element("ul", *(element("li", citation(s)) for s in figure.sources)))
    return about
