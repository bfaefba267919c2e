"""What stands at the head of every page: name, edition, search, and how to use all this."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import reports
from lib.ui import guide, library, provenance, seekbox, slides
from lib.ui.kept import kept
from lib.wording import documents, guide as words

if TYPE_CHECKING:
    from lib.nav import PageEntry

FIRST_PAGE = "pages/overview.py"


def draw(entry: PageEntry) -> None:
    """The head of a page; its first page has the search in its middle and not here.

    The styles that bring it into one line with the navigation are in static/frame/masthead.css.
    """
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        kept("masthead", _name)
        if not seekbox.stands_in_page(entry):
            seekbox.box()
        slides.count()
        guide.button()


def _name() -> None:
    """The name of the dashboard, which leads to its first page, and its edition."""
    held = library.store()
    with st.container(key="masthead-name", gap=None, width="content"):
        st.page_link(FIRST_PAGE, label=documents.site_name())
        provenance.small(words.edition(held.edition.version, reports.newest(held)))
