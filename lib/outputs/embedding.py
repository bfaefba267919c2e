"""One figure for a frame on somebody else's page: its words, drawing and source, and a way back."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from lib import theme
from lib.i18n import _
from lib.outputs import drawing, flat, markup, tabular, words
from lib.outputs.markup import element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree import ElementTree as ET

    from lib.model import Figure

#: Widths of the two drawings; a rule of style shows the one that fits the frame.
WIDE, NARROW = 720, 350

#: Pixels that words and source take beside the drawing, and what a table without one gets.
BESIDE, TABLE = 300, 620

#: Where the typefaces are, seen from where the dashboard starts.
FONTS = "embed/fonts/"

#: Tells the page around the frame how high the figure is, each time that changes.
SCRIPT = """
{
  const root = document.documentElement;
  const tell = () => parent.postMessage(
    { type: "figure-height", figure: root.dataset.figure, height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(root);
  addEventListener("load", tell);
}
"""

#: What hears it on that page; one is enough for any number of frames.
LISTENER = (
    '<script>addEventListener("message",e=>{if(e.data?.type!=="figure-height")return;'
    'for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)'
    'f.style.height=e.data.height+"px"})</script>'
)

STYLE = """
:root { color-scheme: %(mode)s; --paper: %(paper)s; --ink: %(ink)s; --soft: %(soft)s; --rule: %(rule)s; --teal: %(teal)s; }
* { box-sizing: border-box; }
html { background: var(--paper); }
body { margin: 0; padding: .9rem 1rem 1rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 "Progress Sans", "Segoe UI", Arial, sans-serif; }
h1 { font: 700 1.3125rem/1.25 "Progress Serif", Georgia, serif; margin: 0 0 .3rem; text-wrap: pretty; }
p { margin: 0 0 .6rem; } a { color: var(--teal); }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; }
.subtitle, .source, .caution, caption { color: var(--soft); }
.source, .caution { font-size: .8125rem; line-height: 1.45; margin: .5rem 0 0; overflow-wrap: anywhere; }
.note { border-left: 4px solid var(--teal); padding: .1rem 0 .1rem .7rem; }
svg { display: block; width: 100%%; height: auto; } svg.narrow { display: none; max-width: 420px; }
svg.spread { max-width: 900px; }
@media (max-width: 560px) { svg.spread { display: none; } svg.narrow { display: block; } h1 { font-size: 1.125rem; } }
summary { cursor: pointer; padding: .35rem 0; color: var(--teal); font-size: .875rem; width: fit-content; }
.wide { overflow: auto; max-height: 30rem; }
table { border-collapse: collapse; font-size: .875rem; width: 100%%; }
caption { text-align: left; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); }
td.some { min-width: 8rem; } td.long { min-width: 16rem; }
@media print { details { display: none; } }
"""


def page(
    figure: Figure,
    topology: dict[str, Any],
    *,
    home: str,
    fonts: str,
    mode: theme.Mode = theme.Mode.LIGHT,
    notes: Sequence[str] = (),
) -> str:
    """The figure as a page for a frame.

    Args:
        figure: the figure.
        topology: the outlines.
        home: where the dashboard starts, seen from the page, with a slash at its end.
        fonts: the folder of the typefaces, seen from the page, with a slash at its end.
        mode: light or dark.
        notes: said first, such as that the address asked for something that is not here.
    """
    told = [element("p", each, classes="note", role="note") for each in notes]
    back = element(
        "a",
        _("Explore it in {title}").format(title=figure.edition.title),
        href=f"{home}{words.place_of(figure)}",
        target="_blank",
        rel="noopener",
    )
    care = [element("p", element("strong", _("Read with care:")), f" {figure.caveats[0]}", classes="caution")] if figure.caveats else []  # fmt: skip
    body = element(
        "main",
        *told,
        element("h1", figure.headline),
        element("p", figure.subtitle, classes="subtitle"),
        *_drawn(figure, topology, mode),
        *care,
        element("p", words.short_line(figure), " ", back, classes="source"),
    )
    return _document(figure.headline, body, fonts, mode, figure.figure_id)


def sorry(said: str, *, home: str, fonts: str) -> str:
    """The page where there is no such figure."""
    back = element("a", _("See all charts"), href=home, target="_blank", rel="noopener")
    body = element("main", element("p", said), element("p", back))
    return _document(_("No chart here"), body, fonts, theme.Mode.LIGHT, "")


def _document(title: str, body: ET.Element, fonts: str, mode: theme.Mode, figure_id: str) -> str:
    look = STYLE % {**theme.PALETTES[mode], "mode": mode.value}
    style = element("style", markup.faces(embedded=False, folder=fonts) + look)
    robots = element("meta", name="robots", content="noindex")
    text = markup.document(title, [robots, style], [body, element("script", SCRIPT)])
    return text.replace("<html ", f'<html data-figure="{html.escape(figure_id)}" ', 1)


def _drawn(figure: Figure, topology: dict[str, Any], mode: theme.Mode) -> list[ET.Element]:
    """The chart for a wide and for a narrow frame and its table behind a fold; else the table."""
    rows = tabular.written(tabular.table_rows(figure), figure.columns)
    table = markup.table(rows, _("Table: {headline}").format(headline=figure.headline))
    if figure.is_empty:
        return [element("p", _("There is no data for this choice, so there is no chart."))]
    if figure.chart is None:
        return [table]
    drawings = [
        _picture(figure, topology, width, mode, name)
        for width, name in ((WIDE, "spread"), (NARROW, "narrow"))
    ]
    return [*drawings, element("details", element("summary", _("Table")), table)]


def _picture(
    figure: Figure, topology: dict[str, Any], width: int, mode: theme.Mode, name: str
) -> ET.Element:
    drawn = drawing.chart(figure, topology, width=width, mode=mode, prefix=f"{name}-")
    flat.lighten(drawn)
    for given in ("width", "height"):
        drawn.attrib.pop(given, None)
    drawn.set("class", name)
    drawn.set("role", "img")
    drawn.set("aria-label", figure.alt)
    return drawn


def files() -> dict[str, bytes]:
    """The typefaces of frames, and of the index of data: path from where the dashboard starts."""
    return {f"{FONTS}{file.replace('.ttf', '.woff2')}": markup.woff2(file) for file in markup.USED}


def address(figure_id: str, choices: Mapping[str, str]) -> str:
    """The path and query of a figure's frame, seen from where the dashboard starts."""
    asked = urlencode({name: value for name, value in choices.items() if value})
    return f"embed/{figure_id}" + (f"?{asked}" if asked else "")


def pasted(figure: Figure, home: str, choices: Mapping[str, str]) -> str:
    """The lines that a web editor pastes into a page.

    Args:
        figure: the figure as it is seen.
        home: where the dashboard stands, such as ``https://host/base``.
        choices: the choices that made it.
    """
    height = TABLE if figure.chart is None else figure.height + BESIDE
    source = html.escape(f"{home}/{address(figure.figure_id, choices)}")
    title = html.escape(figure.headline)
    return (
        f'<iframe src="{source}" title="{title}" width="100%" height="{height}" '
        f'style="border:0" loading="lazy"></iframe>\n{LISTENER}'
    )


__all__ = ["FONTS", "LISTENER", "SCRIPT", "address", "files", "page", "pasted", "sorry"]
