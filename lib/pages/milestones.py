"""Milestones: laws, rules, benefits, programs, reports, money and coalitions in time."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Choice, Page, Part, Special, Tab
from lib.subjects.milestones import words as milestones

PAGE = Page(
    "milestones",
    lambda held: milestones.law_to_benefit(held.figure("milestone_chain")),
    N_(
        "Laws, benefits, programs, reports and funding, state and federal. POLST stands for "
        "Physician Orders for Life-Sustaining Treatment, CHCF for California Health Care Foundation."
    ),
    tabs=(
        Tab(
            "timeline",
            N_("Timeline"),
            (
                Part(
                    "milestone_timeline",
                    Choice(
                        "milestone_kind", N_("Show which milestones"), milestones.category_choices
                    ),
                ),
            ),
        ),
        Tab("paths", N_("Policy stories"), (Special("milestone_chain", ("milestone_chain",)),)),
        Tab(
            "list",
            N_("List"),
            (
                Special(
                    "milestone_list",
                    ("milestone_list",),
                    ("milestone_words", "of_kind", "of_level", "listed"),
                ),
            ),
        ),
        Tab("year", N_("One year"), (Special("one_year", ("year_by_year",), ("in_year",)),)),
    ),
    unknowns=("Policy", "Medi-Cal palliative care"),
)
