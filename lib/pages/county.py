"""County: one of the 58, what its hospitals report, how it compares, what surrounds it."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Columns, Page, Part, Section, Special, Tab

PAGE = Page(
    "county",
    lambda held: held.figure("county_findings", **held.place).headline,
    lambda held: held.figure("county_findings", **held.place).subtitle,
    items=(
        Section(
            N_("Map and numbers"),
            (Columns(((Part("county_dots"),), (Part("county_four"),))),),
            is_unseen=True,
        ),
    ),
    tabs=(
        Tab(
            "hospitals",
            N_("Hospitals"),
            (
                Special("county_sites", ("county_hospitals", "county_licenses"), ("list",)),
                Special("county_unknown"),
            ),
        ),
        Tab(
            "compared",
            N_("Compared"),
            (Special("county_comparison", ("county_peers", "county_numbers")),),
        ),
        Tab(
            "older",
            N_("Older people and care"),
            (
                Columns(((Part("county_older"),), (Part("county_growth"),))),
                Columns(((Part("county_care"),), (Part("county_plans"),)), widths=(13, 11)),
            ),
        ),
        Tab(
            "around",
            N_("Around it"),
            (
                Part("county_nearest"),
                Part("county_neighbors", links_counties=True),
                Special("districts_of_county"),
                Part(
                    "county_efforts",
                    without=N_(
                        "Statewide initiatives reach this county too; no source that we read "
                        "places one of them here by name. That does not mean that nothing happened."
                    ),
                ),
            ),
        ),
        Tab(
            "meeting",
            N_("For a meeting"),
            (
                Special("county_findings", ("county_findings",)),
                Part("starter_questions"),
                Special("to_the_starter"),
            ),
        ),
    ),
    index=(Special("county_index", ("county_map",)),),
    borrows=("starter_questions",),
    brief=(
        "county_findings",
        "county_hospitals",
        "county_dots",
        "county_four",
        "county_older",
        "county_growth",
        "starter_questions",
    ),
)
