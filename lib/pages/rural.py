"""Rural coverage: rural by which definition, what is reported there, and how far it is."""

from __future__ import annotations

from lib.derive import rurality
from lib.i18n import N_
from lib.page import Choice, Held, Page, Part, Special, Tab
from lib.subjects.rural import words as rural


def headline(held: Held) -> str:
    """The finding of the page, from the sites of the latest year."""
    rows = held.figure("rural_sites").rows
    now = rows[rows["when"] == "current"]
    inside, outside = (
        (int(part["reporting"].sum()), int(part["answered"].sum()))
        for part in (now[now["rural"]], now[~now["rural"]])
    )
    by = rural.definition_names(held.store)[rurality.first(held.store)]
    return rural.page_headline(inside, outside, int(now["year"].max()), by)


PAGE = Page(
    "rural",
    headline,
    lambda held: rural.introduction(held.store),
    choice=Choice("rural_by", N_("Rural by"), rural.definition_choices),
    tabs=(
        Tab(
            "sites",
            N_("Hospitals"),
            (
                Special("rural_map", ("rural_map",)),
                Part("rural_sites"),
                Part("rural_critical_access"),
            ),
        ),
        Tab(
            "counties",
            N_("Counties"),
            (Part("rural_counties"), Part("rural_without", links_counties=True)),
        ),
        Tab("distance", N_("Distance"), (Part("rural_distance"),)),
        Tab("barriers", N_("Barriers"), (Part("rural_barriers"),)),
        Tab("earlier", N_("Earlier work"), (Part("community_counties"), Part("rural_teams"))),
        Tab("definitions", N_("Definitions"), (Part("rural_definitions"),)),
    ),
    unknowns=("Rural", "County supply and need"),
)
