"""Learning communities: who learned together, when, who paid, and what is known of it."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Part, Special, Tab
from lib.subjects.cohorts import words as cohorts

PAGE = Page(
    "learning_communities",
    lambda held: cohorts.headline_of(held.figure("cohort_ledger")),
    lambda held: cohorts.introduction(held.figure("cohort_ledger")),
    tabs=(
        Tab(
            "timeline",
            N_("Timeline"),
            (
                Special(
                    "cohort_timeline",
                    ("cohort_timeline",),
                    ("timeline_kind",),
                    named={"cohort_kind": "timeline_kind"},
                ),
                Special("one_cohort", ("cohort_facts",), ("cohort",)),
            ),
        ),
        Tab(
            "details",
            N_("All initiatives"),
            (Special("cohort_ledger", ("cohort_ledger",), ("cohort_kind",)),),
        ),
        Tab("members", N_("Who took part"), (Part("cohort_member_map"), Part("cohort_rounds"))),
        Tab("plans", N_("Plans"), (Part("planned_activities"),)),
    ),
    unknowns=("Learning communities",),
)
