"""One figure as a page that works offline: picture with tooltips, words, table, sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.outputs import drawing, flat, markup, outlines
from lib.outputs.markup import element
from lib.outputs.tabular import table_rows, written
from lib.outputs.words import citation, edition_line, link_line, source_line

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    import pandas as pd

    from lib.model import Figure

WEB = Path(__file__).resolve().parents[2] / "assets" / "web"

#: The drawing's own width. A page scales it a little (page.css): beyond that type would become
#: a headline on a wide screen and dust on a phone, where a drawing is moved sideways instead.
WIDTH = 720

#: Tables with more rows than this scroll inside the page.
LONG_TABLE = 40


def html(figure: Figure, topology: dict[str, Any]) -> str:
    """The figure as one self-contained page."""
    style = element("style", markup.faces(embedded=True) + (WEB / "page.css").read_text("utf-8"))
    link = link_line(figure)
    back = element("a", link, href=link) if link.startswith("http") else link
    footer = element("footer", element("p", edition_line(figure)), element("p", back))
    footer.set("class", "site")
    return markup.document(
        figure.headline,
        [markup.icon(), style],
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
        out.append(_picture(figure, topology, prefix))
        out.append(element("details", element("summary", _("Table")), _table(rows, caption)))
    elif figure.is_empty:
        out.append(element("p", _("There is no data for this choice, so there is no chart.")))
    else:
        out.append(_table(rows, caption))
    return [*out, _about(figure), element("p", source_line(figure), classes="source")]


def _picture(figure: Figure, topology: dict[str, Any], prefix: str) -> ET.Element:
    """The chart, one picture with one alt text; its marks keep their words for the pointer."""
    drawn = drawing.chart(figure, topology, width=WIDTH, prefix=prefix)
    flat.lighten(drawn)
    outlines.thin(drawn)
    flat.draw_once(drawn, prefix)
    wide = drawn.attrib.pop("width", str(WIDTH))
    drawn.attrib.pop("height", None)
    drawn.set("role", "img")
    drawn.set("aria-label", figure.alt)
    drawn.set("style", f"--wide:{float(wide):.0f}")
    said = _("Chart: {headline}").format(headline=figure.headline)
    return element("div", drawn, classes="drawing", tabindex="0", role="region", aria_label=said)


def _table(rows: pd.DataFrame, caption: str) -> ET.Element:
    """The rows as a table; a long one scrolls inside the page."""
    made = markup.table(rows, caption)
    if len(rows) > LONG_TABLE:
        made.set("class", "wide long")
    return made


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
