"""Programs: which hospitals report palliative care, how that changed, and what else counts."""

from lib import ui
from lib.i18n import _
from lib.wording import pages

ui.page_header(
    pages.programs_headline(ui.finding("site_answers")),
    _(
        "Several counts exist, and they do not count the same hospitals. Each stands in a figure "
        "of its own, with the reason in words; no line joins two of them. Palliative care is not "
        "hospice, and it is not only end-of-life care."
    ),
)

ui.section(
    _("Every year, by license"),
    _("The state report of each year, added up by license: the only yearly series."),
)
ui.show("license_line")
ui.show("license_step")

ui.section(
    _("Site by site"),
    _("The same report, each hospital site's own answers; more questions, fewer years."),
)
ui.show("site_answers")
ui.show(
    "site_split",
    choose="split",
    label=_("Compare sites by"),
    names=ui.split_names(),
)
ui.show(
    "site_switches",
    choose="span",
    label=_("Between which reports"),
)
ui.show("team_make_up")

ui.section(_("Public hospitals"))
ui.show("public_hospitals")

ui.section(
    _("Earlier and other counts"),
    _(
        "Other people asked other hospitals: all sizes or 50 beds and more, everyone or those who "
        "answered. Their levels differ for that reason and are not to be compared."
    ),
)
ui.show("surveys")
ui.show("report_card")
ui.show("report_card_states", choose="edition", label=_("Edition"))
ui.show("state_indicator")

ui.section(_("Clinics and community programs"))
ui.show("outpatient_services")
ui.show("community_counties")

ui.section(_("Find a hospital"))
ui.hospital_finder()
ui.unknowns(["Hospital programs"])
ui.end_page()
