"""One driver or opportunity at a time: chosen by name, bound to the URL."""

from __future__ import annotations

import streamlit as st

from lib.i18n import _
from lib.ui import address, library, provenance
from lib.ui.figure import show
from lib.ui.heading import head


@st.fragment
def one_opportunity() -> None:
    """The chosen driver or opportunity: its measures, its cohorts and milestones."""
    titles = list(library.store().table("opportunities")["title"])
    chosen = address.listed(
        "opportunity", _("Driver or opportunity"), {each: each for each in titles}, width=300
    )
    measures = library.figure("opportunity_measures", opportunity=chosen)
    if measures.is_empty:
        head(measures, _("We have no measure for this topic. It is a gap in what is counted."))
        provenance.source_line(measures)
    else:
        show("opportunity_measures", opportunity=chosen)
    show("opportunity_ties", opportunity=chosen)
