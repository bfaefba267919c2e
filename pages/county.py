"""County: one of the 58, what its hospitals report, what surrounds them, what is not known."""

import streamlit as st

from lib import ui
from lib.i18n import _

county = ui.county_header()
with st.container(horizontal=True, vertical_alignment="top"):
    ui.choose_county(county)
    ui.place_search()

ui.search_answer()

if county:
    ui.county_findings(county)
    ui.county_brief(county)

    ui.section(_("Hospitals here, and the nearest programs"))
    ui.county_sites(county)
    ui.show("county_nearest", county=county)

    ui.section(
        _("Beside counties like it, the state and the nation"),
        _(
            "Likeness is measured, not judged: choose the traits that count and how many counties to "
            "compare with. The choice stays in the address."
        ),
    )
    ui.comparison(county)

    ui.section(_("Older residents"))
    ui.show("county_older", county=county)
    ui.show("county_growth", county=county)

    ui.section(_("Medi-Cal and other care"))
    ui.show("county_plans", county=county)
    ui.show("county_care", county=county)

    ui.section(_("Around it"))
    ui.neighbors(county)
    ui.efforts(county)

    ui.unknowns(["County supply and need", "Rural", "Medi-Cal plans"])
ui.end_page()
