"""The tabs of a county's page: bound to the address, and only the open one is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import figures
from lib.figures.county_held import TABS
from lib.ui import address, county, county_unknown, district_ways, library, parameters
from lib.ui.figure import show
from lib.wording import county_index as words

if TYPE_CHECKING:
    from collections.abc import Callable

parameters.own("tab")

KEY = "county-tab"
USUAL = "hospitals"


def county_tabs(fips: str) -> None:
    """The open tab of a county's page; a parameter of a figure opens the tab of that figure."""
    names = words.tab_names()
    now = asked_tab()
    # The address is the record: the tabs follow it, also after a link or the Back button.
    st.session_state[KEY] = names[now]
    tabs = st.tabs(list(names.values()), key=KEY, on_change=_keep)
    address.say_odd("tab", names, names[now])
    for name, tab in zip(names, tabs, strict=True):
        if name == now:
            with tab:
                _content(fips)[name]()


def asked_tab() -> str:
    """The tab that the address names or, in an older address, means by a figure's choice."""
    return address.given("tab", words.tab_names(), _implied())


def _implied() -> str:
    for figure_id, tab in TABS.items():
        chosen = {*figures.options(figure_id, library.store())} - {"county"}
        views = {parameters.view(figure_id), parameters.laid_over(figure_id)}
        if any(name in st.query_params for name in (*chosen, *views)):
            return tab
    return USUAL


def _keep() -> None:
    """Write the tab to the address, the first one too: a choice left there may mean another."""
    ids = {label: name for name, label in words.tab_names().items()}
    address.remember("tab", ids.get(str(st.session_state[KEY]), USUAL), "")


def _content(fips: str) -> dict[str, Callable[[], None]]:
    """Tab -> what draws it."""

    def hospitals() -> None:
        county.county_sites(fips)
        county_unknown.folded(fips)

    def older() -> None:
        for pair in (("county_older", "county_growth"), ("county_care", "county_plans")):
            for column, figure_id in zip(st.columns(2, gap="medium"), pair, strict=True):
                with column:
                    show(figure_id, county=fips)

    def around() -> None:
        show("county_nearest", county=fips)
        county.neighbors(fips)
        district_ways.of_county(fips)
        county.efforts(fips)

    return {
        "hospitals": hospitals,
        "compared": lambda: county.comparison(fips),
        "older": older,
        "around": around,
        "meeting": lambda: county.meeting(fips),
    }
