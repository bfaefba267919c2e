"""The screen: the only room that imports streamlit."""

from lib.ui.catalog import catalog_headline, indicators, tables, whole_bundle
from lib.ui.choices import milestone_kinds, split_names
from lib.ui.chrome import (
    cards,
    end_page,
    frame,
    page_header,
    parts,
    section,
)
from lib.ui.cohorts import ledger, one_cohort, overlaid_timeline
from lib.ui.community import needs_assessment, toolkits
from lib.ui.county import choose_county, county_brief, county_header, county_opening
from lib.ui.county_index import county_index
from lib.ui.county_map import county_map
from lib.ui.county_tabs import county_tabs
from lib.ui.district import (
    choose_district,
    district_brief,
    district_header,
    district_opening,
    district_parts,
)
from lib.ui.district_index import district_index
from lib.ui.district_ways import districts_of_zip, to_every_district
from lib.ui.door import first_screen, teasers, unknown_fold
from lib.ui.drivers import one_opportunity
from lib.ui.editions import what_changed
from lib.ui.equity import (
    equity_counties,
    equity_explorer,
    equity_growth,
    equity_life,
    reading_equity,
)
from lib.ui.figure import show
from lib.ui.finder import hospital_finder
from lib.ui.heading import unseen
from lib.ui.library import finding
from lib.ui.milestones import chain, milestone_list, one_year
from lib.ui.my_slides import my_slides
from lib.ui.present import presenter
from lib.ui.rural import rural_headline, rural_parts
from lib.ui.search import is_searching, search_answer
from lib.ui.seekbox import box_in_page
from lib.ui.tabs import tabs
from lib.ui.trial import check_new_data
from lib.ui.unknown import unknowns

__all__ = [
    "box_in_page",
    "cards",
    "catalog_headline",
    "chain",
    "check_new_data",
    "choose_county",
    "choose_district",
    "county_brief",
    "county_header",
    "county_index",
    "county_map",
    "county_opening",
    "county_tabs",
    "district_brief",
    "district_header",
    "district_index",
    "district_opening",
    "district_parts",
    "districts_of_zip",
    "end_page",
    "equity_counties",
    "equity_explorer",
    "equity_growth",
    "equity_life",
    "finding",
    "first_screen",
    "frame",
    "hospital_finder",
    "indicators",
    "is_searching",
    "ledger",
    "milestone_kinds",
    "milestone_list",
    "my_slides",
    "needs_assessment",
    "one_cohort",
    "one_opportunity",
    "one_year",
    "overlaid_timeline",
    "page_header",
    "parts",
    "presenter",
    "reading_equity",
    "rural_headline",
    "rural_parts",
    "search_answer",
    "section",
    "show",
    "split_names",
    "tables",
    "tabs",
    "teasers",
    "to_every_district",
    "toolkits",
    "unknown_fold",
    "unknowns",
    "unseen",
    "what_changed",
    "whole_bundle",
]
