"""Equity: whom palliative care reaches, whom it misses, and whom nobody counted."""

from lib import ui
from lib.i18n import _
from lib.wording import equity, pages

lead = ui.finding("equity_lead")
ui.page_header(
    pages.equity_headline(lead),
    _(
        "Groups stand side by side in one fixed order, with the sample and the interval where they "
        "are held. A group without a value stays in the picture and says so. A gap is no verdict "
        "on the people in it: it says what was asked, whom, and what the answer was. Palliative "
        "care is not hospice, and it is not only end-of-life care."
    ),
)
ui.section(_("A wide gap that is well measured"), equity.who_chose())
ui.show("equity_lead")

ui.section(
    _("Choose a subject and a breakdown"),
    _("Only pairs that hold data are offered. The diamond is the group the others stand beside."),
)
ui.equity_explorer()

ui.section(
    _("Whom nobody counted"),
    _("An empty cell: no California measure was found in any source read for this edition."),
)
ui.show("equity_coverage")

ui.section(
    _("Hospitals by owner, size and place"),
    _("Facts about hospitals, not people; answers on a state form."),
)
ui.show("site_split", choose="split", label=_("Compare sites by"), names=ui.split_names())

ui.section(_("Counties through this lens"))
ui.equity_counties()
ui.equity_life()

ui.section(
    _("A look ahead"),
    _(
        "Who is older today by race stands under Length of life, older people, above; people 85 "
        "and older by race, and projections by race, are not in the tables held."
    ),
)
ui.equity_growth()
ui.unknowns(["Equity"])
ui.end_page()
