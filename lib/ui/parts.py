"""What draws each special part of a page, by the name that its declaration gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.ui import (
    catalog,
    cohorts,
    community,
    county,
    county_index,
    county_map,
    district,
    district_index,
    district_ways,
    door,
    drivers,
    editions,
    equity,
    finder,
    milestones,
    my_slides,
    present,
    rural,
    trial,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Pages of which the first part draws the headline too.
OPENINGS = frozenset({"overview"})

#: Name -> what draws it, given the place that the page is about.
SPECIAL: Mapping[str, Callable[..., None]] = {
    "first_screen": door.first_screen,
    "which_number": door.which_number,
    "teasers": door.teasers,
    "unknown_fold": door.unknown_fold,
    "hospital_finder": finder.hospital_finder,
    "cohort_timeline": cohorts.overlaid_timeline,
    "one_cohort": cohorts.one_cohort,
    "cohort_ledger": cohorts.ledger,
    "milestone_chain": milestones.chain,
    "milestone_list": milestones.milestone_list,
    "one_year": milestones.one_year,
    "rural_map": rural.rural_map,
    "one_opportunity": drivers.one_opportunity,
    "county_map": county_map.county_map,
    "to_every_district": district_ways.to_every_district,
    "county_index": county_index.county_index,
    "county_sites": county.county_sites,
    "county_unknown": unknown.of_county,
    "county_comparison": county.comparison,
    "county_findings": county.county_findings,
    "districts_of_county": district_ways.of_county,
    "to_the_starter": county.to_the_starter,
    "district_index": district_index.district_index,
    "district_findings": district.findings,
    "district_questions": district.questions,
    "district_unknown": unknown.of_district,
    "to_the_chambers": district.to_the_chambers,
    "equity_explorer": equity.equity_explorer,
    "equity_counties": equity.equity_counties,
    "equity_life": equity.equity_life,
    "equity_growth": equity.equity_growth,
    "reading_equity": equity.reading_equity,
    "needs_assessment": community.needs_assessment,
    "toolkits": community.toolkits,
    "presenter": present.presenter,
    "my_slides": my_slides.my_slides,
    "indicators": catalog.indicators,
    "whole_bundle": catalog.whole_bundle,
    "tables": catalog.tables,
    "check_new_data": trial.check_new_data,
    "what_changed": editions.what_changed,
}
