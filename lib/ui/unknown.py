"""What is not known of a page's subject, behind a fold that says how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.i18n import _, ngettext
from lib.ui import library, provenance
from lib.ui.heading import MEASURE
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


@st.fragment
def unknowns(topics: Sequence[str]) -> None:
    """The gaps of these topics, the first topic's first, and who might know.

    Args:
        topics: of `unknowns.csv`; the page's own subject comes first.

    Raises:
        KeyError: a topic is none of the list: it was renamed there, or here.
    """
    known = vocabulary.words(library.store(), "unknown_topic")
    if strange := set(topics) - set(known):
        raise KeyError(*strange)
    held = _of(topics)
    title = ngettext("What we do not know ({n})", "What we do not know ({n})", len(held)).format(
        n=numbers.count(len(held))
    )
    with st.expander(title, key="unknown_open", on_change="rerun") as more:
        if more.open:
            unknown_lines(topics)


def _of(topics: Sequence[str]) -> pd.DataFrame:
    """The gaps of these topics, the first topic's first."""
    table = library.store().table("unknowns")
    held = table[table["topic"].isin(list(topics))]
    return held.assign(rank=held["topic"].map(list(topics).index)).sort_values(
        "rank", kind="stable"
    )


def unknown_lines(topics: Sequence[str]) -> None:
    """The questions of these topics as a list, and who might know."""
    lines = [
        _("- {what}. *Who might know: {holder}.*").format(
            what=provenance.plain(str(row.what_is_not_known).rstrip(".")),
            holder=provenance.plain(str(row.who_might_hold_it).rstrip(".")),
        )
        for row in _of(topics).itertuples()
    ]
    st.markdown("\n".join(lines), width=MEASURE)
