"""Drivers and opportunities: what the 2023 review named, and the evidence held for each."""

from lib import ui
from lib.i18n import _
from lib.wording import drivers

ui.page_header(
    drivers.page_headline(ui.finding("drivers_board")),
    _(
        "A review of 2023 named five drivers that moved palliative care in California and eight "
        "opportunities ahead. For each, this page shows which measures are held, their newest "
        "value and direction, what happened, and what is missing."
    ),
)

ui.section(
    _("How much is measured"),
    _("A strong row repeats measures of the whole state. A thin one rests on single dates."),
)
ui.show("driver_evidence")
ui.show("opportunity_evidence")

ui.section(_("One by one"))
ui.one_opportunity()

ui.section(_("The whole board"))
ui.show("drivers_board")

ui.section(
    _("The field in six numbers"),
    _("Each number has its own date and its own total. They do not add up to one whole."),
)
ui.cards("headline_numbers")

ui.unknowns(["Medi-Cal palliative care", "Workforce"])
ui.end_page()
