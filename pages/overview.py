"""Overview: where California stands, in six numbers, a map, a line and a board."""

import streamlit as st

from lib import ui
from lib.i18n import _
from lib.wording import pages

ui.page_header(
    pages.overview_headline(ui.finding("headline_numbers")),
    _(
        "How palliative care has spread through California's hospitals and communities, where it "
        "is missing, and for whom. Every number names its source and its date; what is not known "
        "is shown as unknown."
    ),
)
ui.cards("headline_numbers")

ui.section(_("Where programs are reported, and how that changed"))
left, right = st.columns(2, gap="large")
with left:
    ui.show(
        "county_status_map",
        choose="year",
        label=_("Year of the state report"),
    )
with right:
    ui.show("license_line")
    ui.show("latest_milestones")

ui.section(
    _("Five drivers, eight opportunities"),
    _(
        "A 2023 review named what moved the field and what could. The board says what evidence "
        "this edition holds for each, and what is missing."
    ),
)
ui.show("drivers_board")

ui.section(_("Ways in"))
ui.ways_in(pages.ways_in())
ui.end_page()
