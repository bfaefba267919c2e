"""Participation: memberships, training and networks, each at its own date."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Page, Part, Section
from lib.subjects.participation import words as participation

PAGE = Page(
    "participation",
    lambda held: participation.headline_of(held.figure("participation_points")),
    N_(
        "We found no annual counts. CAPC is a national membership organization. Its Palliative "
        "Care Leadership Centers (PCLC) train teams from hospitals and other organizations."
    ),
    items=(
        Section(N_("All counts in time"), (Part("participation_dates"),), is_unseen=True),
        Section(
            N_("California, each count at its date"),
            (Part("participation_points", is_cards=True),),
            anchor="california",
            link=N_("California"),
        ),
        Section(
            N_("Training nationwide"),
            (Part("pclc_teams"), Part("pclc_centers"), Part("pclc_history")),
            words=N_(
                "These are national totals of teams trained. They are not the same count as "
                "organizations in California."
            ),
            anchor="training",
            link=N_("Training nationwide"),
        ),
        Section(
            N_("National challenges named by CAPC, and what we know for California"),
            (Part("capc_challenges"),),
            anchor="challenges",
            link=N_("Challenges"),
        ),
        Section(
            N_("What it would take to count every year"),
            (Part("participation_series"),),
            anchor="needed",
            link=N_("Counting every year"),
        ),
    ),
    unknowns=("Participation",),
)
