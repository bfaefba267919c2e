"""Milestones: laws, rules, benefits, programs, reports, money and coalitions in time."""

from lib import ui
from lib.i18n import _
from lib.wording import milestones

ui.page_header(
    milestones.law_to_benefit(ui.finding("milestone_chain")),
    _(
        "Laws, benefits, programs, reports and funding, state and federal. POLST stands for "
        "Physician Orders for Life-Sustaining Treatment, CHCF for California Health Care Foundation."
    ),
)


def timeline() -> None:
    """All milestones in lanes, or those of one kind with their titles."""
    ui.show(
        "milestone_timeline",
        choose="milestone_kind",
        label=_("Show which milestones"),
        names=ui.milestone_kinds(),
    )


ui.tabs(
    "milestones",
    {
        "timeline": timeline,
        "paths": ui.chain,
        "list": ui.milestone_list,
        "year": ui.one_year,
    },
)
ui.unknowns(["Policy", "Medi-Cal palliative care"])
ui.end_page()
