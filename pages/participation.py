"""Participation: memberships, training and networks, each at its own date."""

from lib import ui
from lib.i18n import _
from lib.wording import participation

ui.page_header(
    participation.headline_of(ui.finding("participation_points")),
    _(
        "CAPC is the Center to Advance Palliative Care, a national membership body; PCLC are the "
        "Palliative Care Leadership Centers that train teams. What is published on who took part "
        "are single dates: each is shown as one date, and no line is drawn through them."
    ),
)
ui.cards("participation_points")

ui.section(
    _("Training in the nation"),
    _("National totals of teams, which are another count than organizations in California."),
)
ui.show("pclc_teams")
ui.show("pclc_centers")
ui.show("pclc_history")

ui.section(
    _("What CAPC calls the challenges, and what is held for California"),
)
ui.show("capc_challenges")

ui.section(_("What a yearly series would need"))
ui.show("participation_series")
ui.unknowns(["Participation"])
ui.end_page()
