"""The pages in reading order: pure data, read by the frame, the tests and the outputs."""

from __future__ import annotations

from dataclasses import dataclass

from lib.i18n import _


@dataclass(frozen=True)
class PageEntry:
    """One page: its file, its path in the URL, its title, its group, its icon.

    A wide page fills the window (a presenter's screen); the others keep a reading width.
    """

    file: str
    path: str
    title: str
    group: str
    icon: str
    is_wide: bool = False

    @property
    def is_default(self) -> bool:
        """True for the page that opens at the root of the site."""
        return self.path == "overview"


PAGES: tuple[PageEntry, ...] = (
    PageEntry("pages/overview.py", "overview", _("Overview"), "", "home"),
    PageEntry("pages/programs.py", "programs", _("Programs"), _("Statewide"), "local_hospital"),
    PageEntry(
        "pages/participation.py", "participation", _("Participation"), _("Statewide"), "groups"
    ),
    PageEntry(
        "pages/learning_communities.py",
        "learning_communities",
        _("Learning communities"),
        _("Statewide"),
        "school",
    ),
    PageEntry("pages/milestones.py", "milestones", _("Milestones"), _("Statewide"), "flag"),
    PageEntry("pages/drivers.py", "drivers", _("Drivers"), _("Statewide"), "hub"),
    PageEntry("pages/county_map.py", "county_map", _("County map"), _("Places"), "map"),
    PageEntry("pages/county.py", "county", _("County"), _("Places"), "location_on"),
    PageEntry("pages/district.py", "district", _("District"), _("Places"), "account_balance"),
    PageEntry("pages/rural.py", "rural", _("Rural coverage"), _("Places"), "landscape"),
    PageEntry("pages/equity.py", "equity", _("Equity"), _("Equity and toolkits"), "diversity_3"),
    PageEntry(
        "pages/community_action.py",
        "community_action",
        _("Community action"),
        _("Equity and toolkits"),
        "handshake",
    ),
    PageEntry(
        "pages/present.py",
        "present",
        _("Present"),
        _("Present and data"),
        "slideshow",
        is_wide=True,
    ),
    PageEntry(
        "pages/data_sources.py",
        "data_sources",
        _("Data and sources"),
        _("Present and data"),
        "database",
    ),
)

#: Figures that a page draws through a part of lib.ui; all others stand in the page's own file.
DRAWN_BY_PARTS: dict[str, tuple[str, ...]] = {
    "overview": ("county_status_map", "four_numbers"),
    "programs": ("hospital_list",),
    "learning_communities": ("cohort_timeline", "cohort_facts"),
    "milestones": ("milestone_list", "year_by_year"),
    "county": (
        "county_findings",
        "county_dots",
        "county_four",
        "county_numbers",
        "county_peers",
        "county_hospitals",
        "county_licenses",
        "county_nearest",
        "county_older",
        "county_growth",
        "county_plans",
        "county_care",
        "county_efforts",
        "county_neighbors",
    ),
    "district": (
        "district_findings",
        "district_dots",
        "district_numbers",
        "district_years",
        "district_sites",
        "district_counties",
        "district_map",
    ),
    "rural": (
        "rural_sites",
        "rural_critical_access",
        "rural_counties",
        "rural_without",
        "rural_distance",
        "rural_barriers",
        "rural_teams",
        "rural_definitions",
    ),
    "equity": ("equity_gap", "equity_counties", "equity_life", "equity_growth"),
    "drivers": ("opportunity_measures", "opportunity_ties"),
    "community_action": (
        "starter_facts",
        "starter_questions",
        "starter_people",
        "starter_help",
        "starter_coalitions",
        "toolkit_list",
    ),
    "data_sources": ("indicator_card",),
}
