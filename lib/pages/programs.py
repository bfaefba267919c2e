"""Programs: which hospitals report palliative care, how that changed, and what else counts."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Choice, Columns, Page, Part, Special, Tab
from lib.pages import words as pages
from lib.pages.choosing import split_names

PAGE = Page(
    "programs",
    lambda held: pages.programs_headline(held.figure("site_answers")),
    N_(
        "Reports changed; care itself may not have changed. Quote hospital sites for how many "
        "report a program in a year, and hospital licenses for the change from year to year. Never "
        "mix the two. Palliative care is not the same as hospice, and it is not only for the end "
        "of life."
    ),
    tabs=(
        Tab(
            "now",
            N_("Now"),
            (
                Part("site_split", Choice("split", N_("Compare hospitals by"), split_names)),
                Part("team_make_up"),
            ),
        ),
        Tab(
            "change",
            N_("Change"),
            (
                Part("license_line"),
                Part("site_answers"),
                Part("site_switches", Choice("span", N_("Compare which reports"))),
                Part("license_step"),
            ),
        ),
        Tab(
            "earlier",
            N_("Earlier counts"),
            (
                Part("other_counts"),
                Columns(
                    (
                        (
                            Part("surveys"),
                            Part("report_card"),
                            Part("public_hospitals"),
                            Part("outpatient_services"),
                        ),
                        (
                            Part("state_indicator"),
                            Part("report_card_states", Choice("edition", N_("Edition"))),
                            Part("community_counties"),
                        ),
                    )
                ),
            ),
        ),
        Tab(
            "list",
            N_("Hospital list"),
            (Special("hospital_finder", ("hospital_list",), ("find", "county", "answer", "sort")),),
        ),
    ),
    unknowns=("Hospital programs",),
)
