"""Participation: memberships, training and networks, each at its own date."""

from lib import ui
from lib.i18n import _
from lib.wording import participation

ui.page_header(
    participation.headline_of(ui.finding("participation_points")),
    _(
        "We found no annual counts. CAPC is a national membership organization. Its Palliative "
        "Care Leadership Centers (PCLC) train teams from hospitals and other organizations."
    ),
)

training, challenges, needed = (
    _("Training nationwide"),
    _("National challenges named by CAPC, and what we know for California"),
    _("What it would take to count every year"),
)
ui.parts(
    {
        "california": _("California"),
        "training": training,
        "challenges": _("Challenges"),
        "needed": _("Counting every year"),
    }
)
ui.unseen(_("All counts in time"))
ui.show("participation_dates")

ui.section(_("California, each count at its date"), anchor="california")
ui.cards("participation_points")

ui.section(
    training,
    _(
        "These are national totals of teams trained. They are not the same count as "
        "organizations in California."
    ),
    anchor="training",
)
ui.show("pclc_teams")
ui.show("pclc_centers")
ui.show("pclc_history")

ui.section(challenges, anchor="challenges")
ui.show("capc_challenges")

ui.section(needed, anchor="needed")
ui.show("participation_series")
ui.unknowns(["Participation"])
ui.end_page()
