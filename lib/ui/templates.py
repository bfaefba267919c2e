"""Workbooks to fill in, for tables that are kept by hand."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.i18n import _
from lib.outputs import template
from lib.store import bundle_files
from lib.ui import library
from lib.ui.downloads import offer
from lib.ui.heading import MEASURE
from lib.wording import trial as words


def offered() -> None:
    """A fold with a button for each template; a workbook is made when it is asked for."""
    with st.expander(_("Templates to fill in"), width=MEASURE):
        st.markdown(words.templates())
        with st.container(horizontal=True):
            for name in template.kept_by_hand(bundle_files(library.store())):
                plain = name.replace("/", "_")
                offer(
                    _("XLSX ({table})").format(table=name),
                    f"{plain}.xlsx",
                    partial(_made, name),
                    key=f"template_{plain}",
                )


def _made(name: str) -> bytes:
    held = library.store()
    return template.workbook(name, bundle_files(held), held.edition.date)
