"""The screen: the only room that imports streamlit."""

from lib.ui.catalog import catalog_headline, indicators, tables, whole_bundle
from lib.ui.chrome import (
    cards,
    end_page,
    frame,
    page_header,
    section,
    unknowns,
    ways_in,
)
from lib.ui.cohorts import attribution, ledger, one_cohort, overlaid_timeline
from lib.ui.figure import show
from lib.ui.finder import hospital_finder
from lib.ui.library import finding
from lib.ui.milestones import chain, milestone_list, one_year

__all__ = [
    "attribution",
    "cards",
    "catalog_headline",
    "chain",
    "end_page",
    "finding",
    "frame",
    "hospital_finder",
    "indicators",
    "ledger",
    "milestone_list",
    "one_cohort",
    "one_year",
    "overlaid_timeline",
    "page_header",
    "section",
    "show",
    "tables",
    "unknowns",
    "ways_in",
    "whole_bundle",
]
