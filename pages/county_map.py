"""County map: color the counties by services, need, context, or need and services together."""

from lib import ui
from lib.i18n import _
from lib.wording import county_map

finding = ui.finding("county_map")
ui.page_header(county_map.page_headline(finding), county_map.page_introduction(finding))
ui.unseen(_("The map and its numbers"))
ui.county_map(
    one="county_map",
    one_bars="county_bars",
    pair="need_supply_map",
    pair_bars="need_supply_bars",
)
ui.to_every_district()
ui.unknowns(["Hospital programs"])
ui.end_page()
