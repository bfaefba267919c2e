"""One figure for a frame on somebody else's page: its words, drawing and source, and a way back."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from lib import theme
from lib.i18n import _
from lib.outputs import drawing, flat, in_path, markup, outlines, tabular, words
from lib.outputs.markup import element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.model import Figure

#: Widths of the two drawings; a rule of style shows the one that fits the frame.
WIDE, NARROW = 720, 350

#: Pixels that words and source take beside the drawing, and what a table without one gets.
BESIDE, TABLE = 300, 620

#: Where the typefaces are, seen from where the dashboard starts.
FONTS = "embed/fonts/"

#: The scripts and the style, as they stand in the page.
WEB = Path(__file__).resolve().parents[2] / "assets" / "web"

#: Tells the page around the frame how high the figure is, each time that changes.
SCRIPT = (WEB / "embed.js").read_text("utf-8")

#: What hears it on that page; one is enough for any number of frames.
LISTENER = (
    '<script>addEventListener("message",e=>{if(e.data?.type!=="figure-height")return;'
    'for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)'
    'f.style.height=e.data.height+"px"})</script>'
)

#: Colors of words and lines around the drawing.
AROUND = ("paper", "ink", "soft", "rule", "teal")
VARIABLE = re.compile(r"var\(--(\w+)\)")

#: Ahead of a frame that no server answers: the theme its address asks for, before anything is drawn.
THEMED = (WEB / "embed-themed.js").read_text("utf-8")

#: At the end of such a frame: what of its address means nothing here, and the code to paste where
#: it is looked at alone.
ALONE = (WEB / "embed-alone.js").read_text("utf-8")

STYLE = (WEB / "embed.css").read_text("utf-8")


def page(
    figure: Figure,
    topology: dict[str, Any],
    *,
    home: str,
    fonts: str,
    mode: theme.Mode = theme.Mode.LIGHT,
    notes: Sequence[str] = (),
    place: str = "",
) -> str:
    """The figure as a page for a frame.

    Args:
        figure: the figure.
        topology: the outlines.
        home: where the dashboard starts, seen from the page, with a slash at its end.
        fonts: the folder of the typefaces, seen from the page, with a slash at its end.
        mode: light, dark, or as the reader's device is set.
        notes: said first, such as that the address asked for something that is not here.
        place: the page of the static edition that has the figure, seen from `home`: the frame is a
            file, and its script reads the address, which no server does.
    """
    is_file = bool(place)
    told = [element("p", each, classes="note", role="note") for each in notes]
    told += [_unknown(figure)] if is_file else []
    back = element(
        "a",
        _("Explore it in {title}").format(title=figure.edition.title),
        href=f"{home}{place or words.place_of(figure)}",
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
        *([_paste(figure)] if is_file else []),
    )
    return _document(figure.headline, body, fonts, mode, figure.figure_id, is_file=is_file)


def _unknown(figure: Figure) -> ET.Element:
    """What a frame that is a file says of an address that asks for something else."""
    edition = figure.edition.version
    note = element("p", classes="note", role="note", hidden="", data_edition=edition)
    note.set("data-unknown", not_here("@"))
    note.set(
        "data-other",
        _("This chart was made to show edition {wanted}. This copy has edition {shown}. Its numbers may differ.").format(wanted="@", shown=edition),
    )  # fmt: skip
    return note


def not_here(part: str) -> str:
    """What is said of a part of an address that means nothing."""
    return _(
        "This address asks for something that is not here ({part}). You see the usual view."
    ).format(part=part)


def _paste(figure: Figure) -> ET.Element:
    """The lines to paste, for who opens the frame by itself; its script knows where it stands."""
    said = element("summary", _("Embed code"))
    return element("details", said, element("pre"), hidden="", data_code=_code(figure, "@"))


def sorry(said: str, *, home: str, fonts: str) -> str:
    """The page where there is no such figure."""
    back = element("a", _("See all charts"), href=home, target="_blank", rel="noopener")
    body = element("main", element("p", said), element("p", back))
    return _document(_("No chart here"), body, fonts, theme.Mode.LIGHT, "")


def _document(
    title: str,
    body: ET.Element,
    fonts: str,
    mode: theme.Mode,
    figure_id: str,
    *,
    is_file: bool = False,
) -> str:
    drawn = ET.tostring(body, encoding="unicode")
    look = _colors(mode, set(VARIABLE.findall(drawn))) + STYLE
    style = element("style", markup.faces(embedded=False, folder=fonts) + look)
    robots = element("meta", name="robots", content="noindex")
    first, last = ([element("script", each)] if is_file else [] for each in (THEMED, ALONE))
    ends = [*last, element("script", SCRIPT)]
    text = markup.document(title, [robots, style, *first], [body, *ends])
    own = f'data-figure="{html.escape(figure_id)}"'
    if mode is theme.Mode.AUTO and not is_file:
        own += ' data-theme="auto"'
    return text.replace("<html ", f"<html {own} ", 1)


def _colors(mode: theme.Mode, named: set[str]) -> str:
    """The colors of a frame as variables: those around its drawing, and those that it names."""
    tokens = [token for token in theme.LIGHT if token in {*AROUND, *named}]

    def said(of: theme.Mode) -> str:
        listed = " ".join(f"--{token}: {theme.PALETTES[of][token]};" for token in tokens)
        return f"{{ color-scheme: {of.value}; {listed} }}"

    if mode is not theme.Mode.AUTO:
        return f"\n:root {said(mode)}"
    dark = said(theme.Mode.DARK)
    return (
        f"\n:root {said(theme.Mode.LIGHT)}\n[data-theme=dark] {dark}"
        f"\n@media (prefers-color-scheme: dark) {{ [data-theme=auto] {dark} }}"
    )


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
    prefix = f"{name}-"
    drawn = drawing.chart(figure, topology, width=width, mode=mode, prefix=prefix)
    flat.lighten(drawn)
    outlines.thin(drawn)
    flat.draw_once(drawn, prefix)
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


def file(figure_id: str, choices: Mapping[str, str]) -> str:
    """The path of the frame as a file, its choices named in the path as `addresses` does."""
    asked = in_path.written(choices)
    return f"embed/{figure_id}/{asked}.html" if asked else f"embed/{figure_id}.html"


def pasted(figure: Figure, home: str, choices: Mapping[str, str]) -> str:
    """The lines that a web editor pastes into a page.

    `home` is where the dashboard stands, such as ``https://host/base``; `choices` made the figure.
    """
    return _code(figure, html.escape(f"{home}/{address(figure.figure_id, choices)}"))


def _code(figure: Figure, source: str) -> str:
    height = TABLE if figure.chart is None else figure.height + BESIDE
    title = html.escape(figure.headline)
    return (
        f'<iframe src="{source}" title="{title}" width="100%" height="{height}" '
        f'style="border:0" loading="lazy"></iframe>\n{LISTENER}'
    )


__all__ = [
    "FONTS",
    "LISTENER",
    "SCRIPT",
    "address",
    "file",
    "files",
    "not_here",
    "page",
    "pasted",
    "sorry",
]
