"""County map: color the counties by supply, need, context, or need and supply together."""

from lib import ui
from lib.i18n import _
from lib.wording import county_map

ui.page_header(
    county_map.page_headline(ui.finding("county_map")),
    _(
        "See where hospitals report programs, where older and seriously ill people live, and how "
        "the two compare. The map, bars, points and table all show the same choice. Pick a "
        "county in any of them, or in the list, to see its numbers and hospitals. Palliative "
        "care is not the same as hospice, and it is not only for the end of life."
    ),
)
ui.section(_("One measure at a time, all 58 counties"))
ui.county_map(
    one="county_map",
    one_bars="county_bars",
    pair="need_supply_map",
    pair_bars="need_supply_bars",
)
ui.unknowns(["Hospital programs"])
ui.end_page()
