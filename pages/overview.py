"""Overview: the finding, the search, the map that opens counties; then change, and ways on."""

import streamlit as st

from lib import ui
from lib.i18n import _
from lib.wording import overview

ui.first_screen()

left, right = st.columns([3, 2], gap="large")
with left:
    ui.show("license_line")
with right:
    with st.container(border=True):
        st.markdown(overview.which_number())
    ui.show("latest_milestones")

ui.section(_("What other pages show"))
ui.teasers()
ui.unknown_fold("Hospital programs")
ui.end_page()
