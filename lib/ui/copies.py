"""What can be pasted elsewhere: a figure's link, its citations, its frame and where its rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import figures
from lib.i18n import _
from lib.outputs import addresses, citing, embedding, words
from lib.outputs.markup import element, html as as_text
from lib.ui import library

if TYPE_CHECKING:
    from lib.model import Figure


def html(figure: Figure) -> str:
    """Buttons that copy; static/frame/copy.js does it and sets the day of access.

    A frame and the rows need an address to be named by: without one they are not offered.
    """
    texts = {
        _("Copy link"): words.link_line(figure),
        _("Copy citation"): citing.plain(figure),
        _("Copy citation (APA)"): citing.apa(figure),
        _("Copy citation (BibTeX)"): citing.bibtex(figure),
    }
    if words.address() and figure.figure_id in figures.REGISTRY:
        texts[_("Copy embed code")] = embedding.pasted(figure, words.address(), chosen(figure))
        texts[_("Copy data address")] = data_address(figure)
    buttons = [
        element("button", label, type="button", data_copy=text, data_said=_("Copied"))
        for label, text in texts.items()
    ]
    whole = element(
        "div",
        element("p", _("Link, citation, embedding"), classes="group"),
        element("div", *buttons, classes="copies"),
    )
    return as_text(whole)


def heading(title: str) -> str:
    """The quiet name over a group of files."""
    return as_text(element("p", title, classes="group"))


def chosen(figure: Figure) -> dict[str, str]:
    """The choices of a figure that are not the usual ones: an address without them is shorter."""
    usual = figures.defaults(figure.figure_id, library.store())
    return {name: value for name, value in figure.params.items() if usual.get(name) != value}


def data_address(figure: Figure) -> str:
    """Where the rows of a figure stand for programs."""
    path = addresses.with_choices(figure.figure_id, chosen(figure))
    return words.link_of(f"data/{addresses.LATEST}/{path}")
