"""What is not known of a page's subject, behind a fold that says how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.derive.unknowns import of
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

    Raises:
        KeyError: a topic is none of the list: it was renamed there, or here.
    """
    known = vocabulary.words(library.store(), "unknown_topic")
    if strange := set(topics) - set(known):
        raise KeyError(*strange)
    held = of(library.store(), topics)
    title = ngettext("What we do not know ({n})", "What we do not know ({n})", len(held)).format(
        n=numbers.count(len(held))
    )
    with st.expander(title, key="unknown_open", on_change="rerun") as more:
        if more.open:
            unknown_lines(topics)


def unknown_lines(topics: Sequence[str]) -> None:
    """The questions of these topics as a list, and who might know."""
    lines = [
        _("- {what}. *Who might know: {holder}.*").format(
            what=provenance.plain(what), holder=provenance.plain(holder)
        )
        for what, holder in of(library.store(), topics)
    ]
    st.markdown("\n".join(lines), width=MEASURE)
