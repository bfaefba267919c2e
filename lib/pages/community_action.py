"""Community action: a county's needs-assessment starter, toolkits, coalitions, field plans."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Part, Special, Tab
from lib.subjects.community import words as community

PAGE = Page(
    "community_action",
    lambda held: community.page_headline(held.figure("coalition_list")),
    N_(
        "The starter follows the Community Action Project of the Coalition to Transform Advanced "
        "Care (C-TAC)."
    ),
    tabs=(
        Tab(
            "starter",
            N_("County starter"),
            (
                Special(
                    "needs_assessment",
                    (
                        "starter_facts",
                        "starter_questions",
                        "starter_people",
                        "starter_coalitions",
                        "starter_help",
                    ),
                    ("county",),
                ),
            ),
        ),
        Tab(
            "toolkits",
            N_("Toolkits"),
            (Special("toolkits", ("toolkit_list",), ("toolkit", "readers", "about")),),
        ),
        Tab("coalitions", N_("Coalitions"), (Part("coalition_list"),)),
        Tab("statewide", N_("Statewide plans"), (Part("approach_areas"),)),
    ),
    unknowns=("County supply and need", "Rural"),
)
