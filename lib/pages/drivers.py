"""Drivers and opportunities: what the 2023 review named, and the evidence found for each."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Part, Special, Tab
from lib.subjects.drivers import words as drivers

PAGE = Page(
    "drivers",
    lambda held: drivers.page_headline(held.figure("drivers_board")),
    N_("Each square is one measure. Choose a row by name to see its values and what is missing."),
    tabs=(
        Tab(
            "evidence",
            N_("Evidence for each"),
            (
                Special(
                    "one_opportunity",
                    ("driver_evidence", "opportunity_measures", "opportunity_ties"),
                ),
            ),
        ),
        Tab("board", N_("All in one table"), (Part("drivers_board"),)),
        Tab("numbers", N_("Headline numbers"), (Part("headline_numbers", is_cards=True),)),
    ),
    unknowns=("Medi-Cal palliative care", "Workforce"),
)
