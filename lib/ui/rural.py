"""The rural page: one choice of definition for the figures that depend on it."""

from __future__ import annotations

import streamlit as st

from lib.i18n import _
from lib.ui import library
from lib.ui.figure import choice, show
from lib.ui.search import county_links
from lib.wording import rural


def rural_headline() -> str:
    """The finding of the page, from the sites of the newest year."""
    rows = library.figure("rural_sites").rows
    now = rows[rows["when"] == "current"]
    inside, outside = (
        (int(part["reporting"].sum()), int(part["answered"].sum()))
        for part in (now[now["rural"]], now[~now["rural"]])
    )
    return rural.page_headline(inside, outside)


@st.fragment
def by_definition() -> None:
    """Sites, counties and barriers under the definition that the reader chooses."""
    names = rural.definition_names(library.store())
    picked = choice("rural_sites", "rural_by", _("Rural according to"), names)
    definition = picked if picked in names else next(iter(names))
    show("rural_sites", rural_by=definition)
    show("rural_counties", rural_by=definition)
    show("rural_barriers", rural_by=definition)


def counties_without() -> None:
    """The counties without a reporting hospital, with links to their pages."""
    show(
        "rural_without",
        below=lambda figure: county_links(figure.rows["county_fips"].tolist()),
    )
