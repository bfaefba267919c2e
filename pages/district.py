"""District: one of the 172, what its hospital sites report, and how it compares; or all of a chamber."""

import streamlit as st

from lib import ui

district = ui.district_header()
with st.container(horizontal=True, vertical_alignment="bottom"):
    ui.choose_district(district)
    if district:
        ui.district_brief(district)

if district:
    ui.district_opening(district)
    ui.district_parts(district)
else:
    ui.district_index()
ui.end_page()
