"""The finding of a figure as its heading, with the sentence under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import provenance

if TYPE_CHECKING:
    from lib.model import Figure

#: The widest a paragraph may run, in pixels: about 75 characters.
MEASURE = 720

#: Sent once with the page: the heading may run wider than the sentence under it, and stands
#: clear of the figure before it.
STYLE = f"""<style>
[data-testid="stHeading"] p {{ max-width: {MEASURE}px; }}
[data-testid="stHeading"]:has(p) {{ padding-top: 0.9rem; }}
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
