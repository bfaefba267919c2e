"""How to use the dashboard: what it is, ways in for each group of readers, words, numbers."""

from __future__ import annotations

import streamlit as st

from lib.outputs.words import operator
from lib.ui import provenance
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.wording import guide as words, maker


@st.fragment
def button() -> None:
    """The button that opens the guide, and the guide.

    Its words go with every page: they are there at once, and without a network too. The ways into
    other pages, which need the server anyway, are most of its messages: they follow once it is
    open, into room that static/frame/masthead.css keeps for them.
    """
    start = words.headings()[0]
    before, after = _texts()
    with st.popover(words.label(), icon=":material/help:", key="guide", on_change="rerun") as more:
        st.markdown(before)
        with st.container(key="guide-tours", gap=None):
            st.markdown(f"**{start}**")
            if more.open:
                kept("guide", _tours)
        st.markdown(after)


@per_edition(maxsize=1)
def _texts() -> tuple[str, str]:
    """What stands before the ways in, and after them."""
    _start, meanings, numbers, names = words.headings()
    made = maker.who(provenance.plain(operator()))
    return (
        f"{words.purpose()}\n\n**{maker.title()}.** {made}",
        f"**{meanings}**\n\n{words.definitions()}\n\n**{numbers}**\n\n{words.which_number()}\n\n"
        f"**{names}**\n\n{words.short_names()}",
    )


def _tours() -> None:
    """The steps for each group of readers, each a link."""
    for readers, steps in words.tours().items():
        st.markdown(f"*{readers}*")
        for label, page, query in steps:
            st.page_link(page, label=label, query_params=query or None)
