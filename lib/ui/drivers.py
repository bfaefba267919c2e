"""One driver or opportunity at a time: chosen by name, bound to the URL."""

from __future__ import annotations

import streamlit as st

from lib.i18n import _
from lib.ui import library, provenance
from lib.ui.chrome import unknown_choice
from lib.ui.figure import show
from lib.ui.heading import head


@st.fragment
def one_opportunity() -> None:
    """The chosen driver or opportunity: its measures, its cohorts and milestones."""
    titles = list(library.store().table("opportunities")["title"])
    unknown_choice("opportunity", titles)
    chosen = st.selectbox(
        _("Driver or opportunity"), titles, key="opportunity", bind="query-params", width=300
    )
    measures = library.figure("opportunity_measures", opportunity=chosen)
    if measures.is_empty:
        head(
            measures, _("No measure of this edition bears on it: that is a gap in what is counted.")
        )
        provenance.source_line(measures)
    else:
        show("opportunity_measures", opportunity=chosen)
    show("opportunity_ties", opportunity=chosen)
