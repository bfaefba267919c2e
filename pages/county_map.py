"""County map: color the counties by supply, need, context, or need and supply together."""

from lib import ui
from lib.i18n import _
from lib.wording import county_map

ui.page_header(
    county_map.page_headline(ui.finding("county_map")),
    _(
        "Where programs are reported, where older and seriously ill people live, and where the "
        "two meet. Map, bars, points and table show one selection; choose a county in any of "
        "them, or in the list, to see its numbers and its hospitals. Palliative care is not "
        "hospice, and it is not only end-of-life care."
    ),
)
ui.section(_("The 58 counties, one question at a time"))
ui.county_map(
    one="county_map",
    one_bars="county_bars",
    pair="need_supply_map",
    pair_bars="need_supply_bars",
)
ui.unknowns(["Hospital programs"])
ui.end_page()
