"""What is not known of a county, behind a fold that says how much it is."""

from __future__ import annotations

import streamlit as st

from lib.i18n import _
from lib.subjects.counties import unknown as county_unknown, words_sites as words
from lib.ui import library, provenance
from lib.ui.heading import MEASURE


@st.fragment
def folded(county: str) -> None:
    """The gaps of this county first, then those of every county, and who might know."""
    store = library.store()
    own, common = county_unknown.own(store, county), county_unknown.common(store)
    name = _("{county} County").format(county=store.names[county])
    title = words.unknown_title(name, len(own), len(common))
    with st.expander(title, key="unknown_open", on_change="rerun") as more:
        if more.open:
            lines = [f"- {provenance.plain(text)}" for text in own]
            lines += [
                _("- {what}. *Who might know: {holder}.*").format(
                    what=provenance.plain(what), holder=provenance.plain(holder)
                )
                for what, holder in common
            ]
            st.markdown("\n".join(lines), width=MEASURE)
