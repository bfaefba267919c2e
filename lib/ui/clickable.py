"""A drawing that can be clicked, and where a click leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import maps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: The session keeps under this where a click leads.
LEADS = "click-leads"


def drawing(
    spec: dict[str, Any],
    key: str,
    alt: str,
    pick: Callable[[dict[str, Any]], object],
    *,
    picked: str = maps.PICKED,
    **size: Any,
) -> None:
    """A drawing of which a mark can be clicked; a click beside all marks changes nothing.

    `alt` is what is seen; `pick` is done with the mark that was clicked, which the specification
    calls `picked`, before the page runs again; Streamlit is told of `size`.
    """

    def act() -> None:
        marks = st.session_state[key]["selection"].get(picked) or []
        if marks:
            pick(marks[0])

    st.vega_lite_chart(
        spec=spec, theme=None, key=key, alt=alt, on_select=act, selection_mode=picked, **size
    )


def lead(page: str, query: Mapping[str, str]) -> None:
    """Remember where a click leads: its callback cannot go there."""
    st.session_state[LEADS] = (page, dict(query))


def follow() -> None:
    """Go where the last click leads."""
    if led := st.session_state.pop(LEADS, None):
        page, query = led
        st.switch_page(page, query_params=query)
