"""Equity: who palliative care reaches, who it misses, and who has not been counted."""

from lib import ui
from lib.i18n import _
from lib.wording import pages

ui.page_header(
    pages.equity_headline(ui.finding("equity_lead")),
    _(
        "A gap is not a judgment of the people in it: it shows what was asked, who was asked, and "
        "what they answered."
    ),
)


def lead() -> None:
    """The gap that opens the page."""
    ui.show("equity_lead")


def counted() -> None:
    """Which groups a California measure speaks of, and which none does."""
    ui.show("equity_coverage")


def hospitals() -> None:
    """Hospital sites by owner, size and place: facts about hospitals, not people."""
    ui.show("site_split", choose="split", label=_("Compare hospitals by"), names=ui.split_names())


ui.tabs(
    "equity",
    {
        "lead": lead,
        "explore": ui.equity_explorer,
        "counted": counted,
        "hospitals": hospitals,
        "counties": ui.equity_counties,
        "life": ui.equity_life,
        "ahead": ui.equity_growth,
    },
)
ui.reading_equity()
ui.unknowns(["Equity"])
ui.end_page()
