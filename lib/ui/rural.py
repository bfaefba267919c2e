"""The map of a definition of rural, and the counties without a hospital that reports a program."""

from __future__ import annotations

import streamlit as st

from lib.subjects.rural import words as rural
from lib.ui import clickable, library, seek, under
from lib.ui.figure import mode
from lib.ui.heading import head
from lib.ui.search import county_links

MAP = "rural_map"


def rural_map(rural_by: str) -> None:
    """The map of a definition of rural; a click opens a county."""
    clickable.follow()
    params = {"rural_by": rural_by}
    figure = library.figure(MAP, **params)
    head(figure)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        spec = library.marked(MAP, params, mode(), "")
        clickable.drawing(spec, f"{MAP}-{rural_by}", figure.alt, seek.lead_to_county)
    with right:
        without = figure.rows[figure.rows["is_rural"] & figure.rows["nonmetro"]]
        st.markdown(rural.without_listed(len(without)))
        county_links(sorted(without["county_fips"], key=library.store().names.__getitem__))
    under.row(figure, params)
    under.care(figure)
