"""The map of a definition of rural, and the counties without a hospital that reports a program."""

from __future__ import annotations

import streamlit as st

from lib import maps
from lib.subjects.rural import words as rural
from lib.ui import library, under
from lib.ui.figure import mode
from lib.ui.heading import head
from lib.ui.search import county_links

MAP = "rural_map"
COUNTY_PAGE = "pages/county.py"

#: Where a click on the map leads.
OPENED = "rural-county"


def rural_map(rural_by: str) -> None:
    """The map of a definition of rural; a click opens a county."""
    opened = st.session_state.pop(OPENED, "")
    if opened:
        st.switch_page(COUNTY_PAGE, query_params={"county": opened})
    params = {"rural_by": rural_by}
    figure = library.figure(MAP, **params)
    key = f"{MAP}-{rural_by}"
    head(figure)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        st.vega_lite_chart(
            spec=library.marked(MAP, params, mode(), ""),
            theme=None,
            key=key,
            alt=figure.alt,
            on_select=lambda: _open(key),
            selection_mode=maps.PICKED,
        )
    with right:
        without = figure.rows[figure.rows["is_rural"] & figure.rows["nonmetro"]]
        st.markdown(rural.without_listed(len(without)))
        county_links(sorted(without["county_fips"], key=library.store().names.__getitem__))
    under.row(figure, params)
    under.care(figure)


def _open(key: str) -> None:
    """Remember the county of a click on the map."""
    picked = st.session_state[key]["selection"].get(maps.PICKED) or []
    if picked:
        st.session_state[OPENED] = str(picked[0]["county_fips"])
