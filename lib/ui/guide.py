"""How to use the dashboard: what it is, ways in for each group of readers, words, numbers."""

from __future__ import annotations

import streamlit as st

from lib.outputs.words import operator
from lib.ui import provenance
from lib.wording import guide as words, maker


def write() -> None:
    """The whole guide: links and words, no control."""
    start, meanings, numbers, names = words.headings()
    with st.container(key="guide-body", gap="small"):
        made = maker.who(provenance.plain(operator()))
        st.markdown(f"{words.purpose()}\n\n**{maker.title()}.** {made}\n\n**{start}**")
        for readers, steps in words.tours().items():
            with st.container(gap=None):
                st.markdown(f"*{readers}*")
                for label, page, query in steps:
                    st.page_link(page, label=label, query_params=query or None)
        st.markdown(
            f"**{meanings}**\n\n{words.definitions()}\n\n**{numbers}**\n\n{words.which_number()}\n\n"
            f"**{names}**\n\n{words.short_names()}"
        )
