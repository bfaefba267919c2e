"""Learning communities: who learned together, when, who paid, and what is known of it."""

from lib import ui
from lib.i18n import _
from lib.wording import cohorts

ui.page_header(
    cohorts.headline_of(ui.finding("cohort_ledger")),
    _(
        "Learning communities, payer-provider partnerships, technical assistance and grant "
        "programs: who took part, how long they lasted, and what they left behind. "
        "Timing does not prove cause."
    ),
)


def timeline() -> None:
    """All initiatives in time, and one of them in detail."""
    ui.overlaid_timeline()
    ui.one_cohort()


def members() -> None:
    """Where named members are, and which participants may be added up."""
    ui.show("cohort_member_map")
    ui.show("cohort_rounds")


ui.tabs(
    "learning_communities",
    {
        "timeline": timeline,
        "details": ui.ledger,
        "members": members,
        "plans": lambda: ui.show("planned_activities"),
    },
)
ui.unknowns(["Learning communities"])
ui.end_page()
