"""Which figure is in which tab of its page: files, links and old addresses open that tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.figures import county_held

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Page -> tab -> its figures, both in reading order; the first tab opens where none is asked for.
PAGES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "programs": {
        "now": ("site_split", "team_make_up"),
        "change": ("license_line", "site_answers", "site_switches", "license_step"),
        "earlier": (
            "other_counts",
            "surveys",
            "state_indicator",
            "report_card",
            "report_card_states",
            "public_hospitals",
            "outpatient_services",
            "community_counties",
        ),
        "list": ("hospital_list",),
    },
    "learning_communities": {
        "timeline": ("cohort_timeline", "cohort_facts"),
        "details": ("cohort_ledger",),
        "members": ("cohort_member_map", "cohort_rounds"),
        "plans": ("planned_activities",),
    },
    "milestones": {
        "timeline": ("milestone_timeline",),
        "paths": ("milestone_chain",),
        "list": ("milestone_list",),
        "year": ("year_by_year",),
    },
    "rural": {
        "sites": ("rural_map", "rural_sites", "rural_critical_access"),
        "counties": ("rural_counties", "rural_without"),
        "distance": ("rural_distance",),
        "barriers": ("rural_barriers",),
        "earlier": ("rural_teams",),
        "definitions": ("rural_definitions",),
    },
    "equity": {
        "lead": ("equity_lead",),
        "explore": ("equity_gap",),
        "counted": ("equity_coverage",),
        "hospitals": (),
        "counties": ("equity_counties",),
        "life": ("equity_life",),
        "ahead": ("equity_growth",),
    },
    "data_sources": {
        "find": ("indicator_card",),
        "sources": ("source_list",),
        "conflicts": ("conflict_list",),
        "unknown": ("unknown_list",),
        "download": (),
        "check": (),
        "changed": (),
    },
    "drivers": {
        "evidence": ("driver_evidence", "opportunity_measures", "opportunity_ties"),
        "board": ("drivers_board",),
        "numbers": ("headline_numbers",),
    },
    "community_action": {
        "starter": (
            "starter_facts",
            "starter_questions",
            "starter_people",
            "starter_coalitions",
            "starter_help",
        ),
        "toolkits": ("toolkit_list",),
        "coalitions": ("coalition_list",),
        "statewide": ("approach_areas",),
    },
}

#: Page -> a choice of its own, which belongs to no figure -> the tab in which it is made.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "programs": dict.fromkeys(("find", "county", "answer", "sort"), "list"),
    "learning_communities": {
        "timeline_kind": "timeline",
        "cohort_kind": "details",
        "cohort": "timeline",
    },
    "milestones": {
        **dict.fromkeys(("milestone_words", "of_kind", "of_level", "listed"), "list"),
        "in_year": "year",
    },
    "equity": {
        **dict.fromkeys(("equity_subject", "breakdown"), "explore"),
        "split": "hospitals",
        "life_county": "life",
    },
    "data_sources": {
        **dict.fromkeys(("subject", "domain"), "find"),
        "table": "download",
        "since": "changed",
    },
    "community_action": {
        "toolkit": "toolkits",
        **dict.fromkeys(("readers", "about"), "toolkits"),
        "county": "starter",
    },
}

#: Figure -> its tab, on whichever page it is.
TABS: Mapping[str, str] = {
    **county_held.TABS,
    **{
        figure_id: tab
        for tabs in PAGES.values()
        for tab, shown in tabs.items()
        for figure_id in shown
    },
}
