"""The rural page: one definition for all its figures, chosen once, and its tabs."""

from __future__ import annotations

import streamlit as st

from lib import figures
from lib.i18n import _
from lib.ui import library
from lib.ui.address import buttons
from lib.ui.figure import show
from lib.ui.search import county_links
from lib.ui.tabs import tabs
from lib.wording import rural


def rural_headline() -> str:
    """The finding of the page, from the sites of the latest year."""
    figure = library.figure("rural_sites")
    rows = figure.rows
    now = rows[rows["when"] == "current"]
    inside, outside = (
        (int(part["reporting"].sum()), int(part["answered"].sum()))
        for part in (now[now["rural"]], now[~now["rural"]])
    )
    return rural.page_headline(inside, outside, int(now["year"].max()))


@st.fragment
def rural_parts() -> None:
    """The definition that the reader chooses, once for the page, and what it says in each tab."""
    values = figures.options("rural_sites", library.store())["rural_by"]
    words = rural.definition_names(library.store())
    definition = buttons("rural_by", _("Rural by"), {value: words[value] for value in values})

    def sites() -> None:
        show("rural_sites", rural_by=definition)
        show("rural_critical_access")

    def counties() -> None:
        show("rural_counties", rural_by=definition)
        show(
            "rural_without",
            below=lambda figure: county_links(figure.rows["county_fips"].tolist()),
        )

    def earlier() -> None:
        show("community_counties")
        show("rural_teams")

    tabs(
        "rural",
        {
            "sites": sites,
            "counties": counties,
            "distance": lambda: show("rural_distance"),
            "barriers": lambda: show("rural_barriers", rural_by=definition),
            "earlier": earlier,
            "definitions": lambda: show("rural_definitions"),
        },
    )
