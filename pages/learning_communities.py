"""Learning communities: who learned together, when, paid by whom, and what is known of it."""

from lib import ui
from lib.i18n import _
from lib.wording import cohorts

ui.page_header(
    cohorts.headline_of(ui.finding("cohort_ledger")),
    _(
        "Learning communities, payer-provider partnerships, technical assistance and grant "
        "programs: who took part, for how long, and what did it leave behind?"
    ),
)
ui.attribution()

ui.section(_("All efforts in time"))
ui.overlaid_timeline()

ui.section(_("Everything on record"))
ui.ledger()
ui.one_cohort()

ui.section(
    _("Who took part"),
    _("Most efforts publish a number of participants, and few publish their names."),
)
ui.show("cohort_member_map")
ui.show("cohort_rounds")

ui.section(_("Planned activities against time"))
ui.show("planned_activities")
ui.unknowns(["Learning communities"])
ui.end_page()
