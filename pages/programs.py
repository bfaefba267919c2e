"""Programs: which hospitals report palliative care, how that changed, and what else counts."""

import streamlit as st

from lib import ui
from lib.i18n import _
from lib.wording import pages

ui.page_header(
    pages.programs_headline(ui.finding("site_answers")),
    _(
        "Reports changed; care itself may not have changed. Quote hospital sites for how many "
        "report a program in a year, and hospital licenses for the change from year to year. Never "
        "mix the two. Palliative care is not the same as hospice, and it is not only for the end "
        "of life."
    ),
)


def now() -> None:
    """Who reports a program in the latest report, and who is on the teams."""
    ui.show(
        "site_split",
        choose="split",
        label=_("Compare hospitals by"),
        names=ui.split_names(),
    )
    ui.show("team_make_up")


def change() -> None:
    """The annual count by license, the reports by site, and the hospitals that changed."""
    ui.show("license_line")
    ui.show("site_answers")
    ui.show("site_switches", choose="span", label=_("Compare which reports"))
    ui.show("license_step")


def earlier() -> None:
    """All counts on one scale, then each count for itself."""
    ui.show("other_counts")
    left, right = st.columns(2, gap="medium")
    with left:
        ui.show("surveys")
        ui.show("report_card")
        ui.show("public_hospitals")
        ui.show("outpatient_services")
    with right:
        ui.show("state_indicator")
        ui.show("report_card_states", choose="edition", label=_("Edition"))
        ui.show("community_counties")


ui.tabs(
    "programs",
    {"now": now, "change": change, "earlier": earlier, "list": ui.hospital_finder},
)
ui.unknowns(["Hospital programs"])
ui.end_page()
