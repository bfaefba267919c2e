"""Equity: who palliative care reaches, who it misses, and who has not been counted."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Choice, Page, Part, Special, Tab
from lib.pages import words as pages
from lib.pages.choosing import split_names

PAGE = Page(
    "equity",
    lambda held: pages.equity_headline(held.store, held.figure("equity_coverage")),
    N_(
        "A gap is not a judgment of people. It shows what was asked, who was asked, and the answers."
    ),
    tabs=(
        Tab("lead", N_("A wide gap"), (Part("equity_lead"),)),
        Tab(
            "explore",
            N_("Compare groups"),
            (Special("equity_explorer", ("equity_gap",), ("equity_subject", "breakdown")),),
        ),
        Tab("counted", N_("Who has been counted"), (Part("equity_coverage"),)),
        Tab(
            "hospitals",
            N_("Hospitals"),
            (Part("site_split", Choice("split", N_("Compare hospitals by"), split_names)),),
        ),
        Tab("counties", N_("Counties"), (Special("equity_counties", ("equity_counties",)),)),
        Tab(
            "life",
            N_("Life expectancy"),
            (Special("equity_life", ("equity_life",), ("life_county",)),),
        ),
        Tab("ahead", N_("Projected growth"), (Special("equity_growth", ("equity_growth",)),)),
    ),
    after=(Special("reading_equity"),),
    unknowns=("Equity",),
)
