"""Data and sources: every number, source, disagreement and gap, and the files to download."""

from __future__ import annotations

from lib.i18n import N_
from lib.page import Held, Page, Part, Section, Special, Tab
from lib.subjects.sources import words as catalog


def headline(held: Held) -> str:
    """How much the bundle holds."""
    tables = held.store
    return catalog.page_headline(
        len(tables.table("indicators")), len(tables.observations), len(tables.table("sources"))
    )


PAGE = Page(
    "data_sources",
    headline,
    N_("Search a number to see what it counts, where it comes from, and what not to join it with."),
    tabs=(
        Tab(
            "find",
            N_("Find a number"),
            (Special("indicators", ("indicator_card",), ("subject", "domain")),),
        ),
        Tab("sources", N_("Sources"), (Part("source_list"),)),
        Tab("conflicts", N_("Where sources disagree"), (Part("conflict_list"),)),
        Tab("unknown", N_("Not known"), (Part("unknown_list"),)),
        Tab(
            "download",
            N_("Download"),
            (
                Special("whole_bundle"),
                Section(N_("One table"), (Special("tables", choices=("table",)),)),
            ),
        ),
        Tab("check", N_("Check new data"), (Special("check_new_data"),)),
        Tab("changed", N_("What changed"), (Special("what_changed", choices=("since",)),)),
    ),
)
