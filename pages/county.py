"""County: one of the 58, what its hospitals report, how it compares, what surrounds it."""

import streamlit as st

from lib import ui

county = ui.county_header()
with st.container(horizontal=True, vertical_alignment="bottom"):
    ui.choose_county(county)
    if county:
        ui.county_brief(county)
    else:
        ui.box_in_page()

ui.search_answer()

if county:
    ui.districts_of_zip()
    ui.county_opening(county)
    ui.county_tabs(county)
elif not ui.is_searching():
    ui.county_index()
ui.end_page()
