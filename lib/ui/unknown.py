"""What is not known of a page's subject, behind a fold that says how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _, ngettext
from lib.ui import library, provenance
from lib.ui.heading import MEASURE
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence


@st.fragment
def unknowns(topics: Sequence[str]) -> None:
    """The gaps of these topics, the first topic's first, and who might know.

    Args:
        topics: of `unknowns.csv`; the page's own subject comes first.
    """
    table = library.store().table("unknowns")
    held = table[table["topic"].isin(list(topics))].copy()
    held["rank"] = held["topic"].map(list(topics).index)
    held = held.sort_values("rank", kind="stable")
    title = ngettext("What we do not know ({n})", "What we do not know ({n})", len(held)).format(
        n=numbers.count(len(held))
    )
    with st.expander(title, key="unknown_open", on_change="rerun") as more:
        if more.open:
            lines = [
                _("- {what}. *Who might know: {holder}.*").format(
                    what=provenance.plain(str(row.what_is_not_known).rstrip(".")),
                    holder=provenance.plain(str(row.who_might_hold_it).rstrip(".")),
                )
                for row in held.itertuples()
            ]
            st.markdown("\n".join(lines), width=MEASURE)
