"""Community action: a county's needs-assessment starter, toolkits, coalitions, field plans."""

from lib import ui
from lib.i18n import _
from lib.wording import community

ui.page_header(
    community.page_headline(ui.finding("coalition_list")),
    _(
        "The starter follows the Community Action Project of the Coalition to Transform Advanced "
        "Care (C-TAC)."
    ),
)


def coalitions() -> None:
    """Every coalition that we list."""
    ui.show("coalition_list")


def statewide() -> None:
    """What a statewide coalition works on, next to the data we found on it."""
    ui.show("approach_areas")


ui.tabs(
    "community_action",
    {
        "starter": ui.needs_assessment,
        "toolkits": ui.toolkits,
        "coalitions": coalitions,
        "statewide": statewide,
    },
)
ui.unknowns(["County supply and need", "Rural"])
ui.end_page()
