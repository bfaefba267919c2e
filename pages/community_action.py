"""Community action: a county's needs-assessment starter, toolkits, coalitions, field plans."""

from lib import ui
from lib.i18n import _
from lib.wording import community

ui.page_header(
    community.page_headline(ui.finding("coalition_list")),
    _(
        "Pick a county and take away a starter for a needs assessment: facts with their sources, "
        "questions to ask locally, people to convene, coalitions and toolkits. It follows the "
        "four elements of C-TAC's Community Action Project."
    ),
)

ui.section(_("A starter for your county"))
ui.needs_assessment()

ui.section(_("Find a toolkit"))
ui.toolkits()

ui.section(_("Every coalition listed"))
ui.show("coalition_list")

ui.section(
    _("What a statewide coalition works on"),
    _("Four approach areas and their projects, each beside what is held that bears on it."),
)
ui.show("approach_areas")

ui.unknowns(["County supply and need", "Rural"])
ui.end_page()
