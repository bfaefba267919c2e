"""Milestones: laws, rules, benefits, programs, reports, money and coalitions in time."""

from lib import ui
from lib.i18n import _
from lib.wording import milestones

ui.page_header(
    milestones.law_to_benefit(ui.finding("milestone_chain")),
    _(
        "What was enacted, paid for, begun and founded, in the order of dates, state and federal. "
        "A date is shown as precisely as its source gives it. Timing does not prove cause."
    ),
)

ui.section(_("Four paths, step by step"))
ui.chain()

ui.section(_("All milestones in time"))
ui.show(
    "milestone_timeline",
    choose="milestone_kind",
    label=_("Which milestones"),
    names=ui.milestone_kinds(),
)

ui.section(_("Search the list"))
ui.milestone_list()

ui.section(_("One year"))
ui.one_year()
ui.unknowns(["Policy", "Medi-Cal palliative care"])
ui.end_page()
