"""The rural page: one definition for all its figures, chosen once, and its tabs."""

from __future__ import annotations

import streamlit as st

from lib import figures, maps
from lib.i18n import _
from lib.ui import library, under
from lib.ui.address import listed
from lib.ui.figure import LIST_WIDTH, mode, show
from lib.ui.heading import head
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


MAP = "rural_map"
COUNTY_PAGE = "pages/county.py"

#: Where a click on the map leads.
OPENED = "rural-county"


def _map(definition: str) -> None:
    """The map of the definition; a click opens a county."""
    opened = st.session_state.pop(OPENED, "")
    if opened:
        st.switch_page(COUNTY_PAGE, query_params={"county": opened})
    params = {"rural_by": definition}
    figure = library.figure(MAP, **params)
    key = f"{MAP}-{definition}"
    head(figure)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        st.vega_lite_chart(
            spec=library.marked(MAP, params, mode(), ""),
            theme=None,
            key=key,
            alt=figure.alt,
            on_select=lambda: _open(key),
            selection_mode=maps.PICKED,
        )
    with right:
        without = figure.rows[figure.rows["is_rural"] & figure.rows["nonmetro"]]
        st.markdown(rural.without_listed(len(without)))
        county_links(sorted(without["county_fips"], key=library.store().names.__getitem__))
    under.row(figure, params)
    under.care(figure)


def _open(key: str) -> None:
    """Remember the county of a click on the map."""
    picked = st.session_state[key]["selection"].get(maps.PICKED) or []
    if picked:
        st.session_state[OPENED] = str(picked[0]["county_fips"])


@st.fragment
def rural_parts() -> None:
    """The definition that the reader chooses, once for the page, and what it says in each tab."""
    values = figures.options("rural_sites", library.store())["rural_by"]
    words = rural.definition_names(library.store())
    with st.container(horizontal=True, key="choices-of-rural"):
        names = {value: words[value] for value in values}
        definition = listed("rural_by", _("Rural by"), names, width=LIST_WIDTH)

    def sites() -> None:
        _map(definition)
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
