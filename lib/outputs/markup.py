"""HTML as a tree of elements: text is always escaped, no page is glued from strings."""

from __future__ import annotations

import base64
import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from fontTools.ttLib import TTFont

from lib import theme
from lib.i18n import current_locale
from lib.outputs.drawing import SVG
from lib.outputs.lettering import FILES, FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def element(
    tag: str, *children: str | ET.Element, classes: str = "", **attributes: str
) -> ET.Element:
    """An element with text and elements in it; ``data_x`` becomes the attribute ``data-x``."""
    made = ET.Element(
        tag, {name.rstrip("_").replace("_", "-"): v for name, v in attributes.items()}
    )
    if classes:
        made.set("class", classes)
    for child in children:
        append(made, child)
    return made


def append(parent: ET.Element, child: str | ET.Element) -> None:
    """Put `child` at the end of `parent`."""
    if isinstance(child, ET.Element):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + child
    else:
        parent.text = (parent.text or "") + child


def html(part: ET.Element) -> str:
    """An element as text for a page."""
    return ET.tostring(part, encoding="unicode", method="html")


def table(rows: pd.DataFrame, caption: str) -> ET.Element:
    """`rows`, already written as text, as a table with a caption and column headers."""
    head = element("tr", *(element("th", str(name), scope="col") for name in rows.columns))
    body = (element("tr", *(_cell(str(cell)) for cell in cells)) for cells in rows.to_numpy())
    return element(
        "div",
        element(
            "table",
            element("caption", caption),
            element("thead", head),
            element("tbody", *body),
        ),
        classes="wide",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


#: A cell of more letters than this is a phrase or a sentence: it keeps a width to be read in.
PHRASE, SENTENCE = 24, 60


def _cell(text: str) -> ET.Element:
    if text.startswith("https://"):
        site = text.removeprefix("https://").split("/")[0]
        return element("td", element("a", site, href=text))
    width = "long" if len(text) > SENTENCE else "some" if len(text) > PHRASE else ""
    return element("td", text, classes=width)


def document(title: str, head: Iterable[ET.Element], body: Iterable[ET.Element]) -> str:
    """A whole page as text."""
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            *head,
        ),
        element("body", *body),
        lang=current_locale().split("_")[0],
    )
    for part in page.iter():
        _localize(part)
    text = html(page)
    # A browser knows a mark of a drawing that ends at once; a county has a thousand of them.
    for tag in ("path", "use"):
        text = text.replace(f'"></{tag}>', '"/>')
    return f"<!doctype html>\n{text}"


def _localize(part: ET.Element) -> None:
    """Drawings inside a page need no namespace: the parser knows them by their name."""
    if part.tag.startswith(f"{{{SVG}}}"):
        part.tag = part.tag.removeprefix(f"{{{SVG}}}")
    for name in [n for n in part.attrib if n.startswith("{")]:
        part.attrib.pop(name)


def picture(svg: str) -> ET.Element:
    """A drawing as an element that keeps its proportions in any width."""
    drawn = ET.fromstring(svg)  # noqa: S314 - written by our own renderer
    drawn.attrib.pop("width", None)
    drawn.attrib.pop("height", None)
    return drawn


#: The fonts that pages use: one headline weight, three for text.
USED = tuple(
    file for (family, weight), file in FILES.items() if family == theme.SANS or weight == 700
)


@cache
def faces(*, embedded: bool, folder: str = "") -> str:
    """The font faces as CSS: inside the text, or as files of `folder`."""
    rules = []
    for (family, weight), file in FILES.items():
        if file not in USED:
            continue
        name = file.replace(".ttf", ".woff2")
        address = (
            "data:font/woff2;base64," + base64.b64encode(woff2(file)).decode()
            if embedded
            else f"{folder}{name}"
        )
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
            f'src:url("{address}") format("woff2")}}'
        )
    return "\n".join(rules)


@cache
def _icon() -> str:
    icon = (Path(__file__).resolve().parents[2] / "static" / "icon.png").read_bytes()
    return "data:image/png;base64," + base64.b64encode(icon).decode()


def icon() -> ET.Element:
    """The page's picture inside the page: without one a browser asks the server for it."""
    return element("link", rel="icon", href=_icon())


@cache
def woff2(file: str) -> bytes:
    """A shipped font, packed for the web."""
    font = TTFont(FONTS / file, recalcTimestamp=False)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
