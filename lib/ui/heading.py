"""The finding of a figure as its heading, with the sentence under it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import provenance
from lib.ui.listing import MEASURE as MEASURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure

#: Sent once with the page. The sentence under a heading takes the whole width of the chart, two
#: lines of it on a phone (a tap opens it: static/frame/figure.js; About repeats it).
STYLE = """<style>
[data-testid="stHeading"]:has(p) { padding-top: 0.9rem; }
</style>"""


def head(figure: Figure, words: str | None = None) -> None:
    """The headline as an h3 that a link may name, and the subtitle or `words` under it, as one message.

    Streamlit takes the first line of a heading as the heading and draws the others as text.
    """
    under = figure.subtitle if words is None else words
    lines = [provenance.heading(figure.headline), provenance.heading(under)]
    st.subheader("\n".join(lines), anchor=figure.figure_id)


def unseen(title: str) -> None:
    """An h2 that is heard and not seen: between the h1 and the h3 of figures no step is missing.

    static/frame/figure.css hides it.
    """
    st.html(f'<h2 class="unseen">{escape(title)}</h2>')


def topped(figure: Figure, choice: Callable[[], object]) -> None:
    """A headline with the control that `choice` draws at its right, on a phone under it."""
    # The key is what static/frame/figure.css arranges them by.
    with st.container(horizontal=True, key=f"head-{figure.figure_id}"):
        head(figure)
        choice()
