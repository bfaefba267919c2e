"""The finding of a figure as its heading, with the sentence under it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import provenance

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure

#: The widest a paragraph may run, in pixels: about 75 characters.
MEASURE = 720

#: Sent once with the page. The sentence under a heading takes the whole width of the chart, two
#: lines of it on a phone (a tap opens it: static/frame/figure.js; About repeats it).
STYLE = """<style>
[data-testid="stHeading"]:has(p) { padding-top: 0.9rem; }
</style>"""


def head(figure: Figure, words: str | None = None) -> None:
    """The headline as an h3 that a link may name, and the sentence under it, as one message.

    Streamlit takes the first line of a heading as the heading and draws the others as text.

    Args:
        figure: whose headline; its id is the anchor.
        words: what stands under it in place of the subtitle.
    """
    under = figure.subtitle if words is None else words
    lines = [provenance.heading(figure.headline), provenance.heading(under)]
    st.subheader("\n".join(lines), anchor=figure.figure_id)


def unseen(title: str) -> None:
    """An h2 that is heard and not seen: between the h1 and the h3 of figures no step is missing.

    static/frame/figure.css hides it.
    """
    st.html(f'<h2 class="unseen">{escape(title)}</h2>')


def topped(figure: Figure, choice: Callable[[], object], words: str | None = None) -> None:
    """A headline with one choice at its right, on a phone under it.

    Args:
        figure: whose headline.
        choice: draws the control.
        words: what stands under it in place of the subtitle.
    """
    # The key is what static/frame/figure.css arranges them by.
    with st.container(horizontal=True, key=f"head-{figure.figure_id}"):
        head(figure, words)
        choice()
