"""The tabs of a page: bound to the address, and only the open one is built."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lib import figures
from lib.i18n import _
from lib.ui import address, library, parameters
from lib.ui.heading import unseen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from lib.page import Page, Tab

parameters.own("tab")


def tabs(page: Page, place: Collection[str], draw: Callable[[Tab], None]) -> None:
    """The open tab of a page; a choice in the address opens the tab in which it is made.

    `place` are choices of the whole page, which belong to no tab; `draw` draws what a tab holds.
    """
    names = {tab.tab: _(tab.title) for tab in page.tabs}
    key = f"{page.path}-tab"
    now = address.given("tab", names, _implied(page, place))
    # The address is the record: the tabs follow it, also after a link or the Back button.
    st.session_state[key] = names[now]
    drawn = st.tabs(
        list(names.values()), key=key, on_change=partial(_keep, key, names, page.forgets)
    )
    address.say_odd("tab", names, names[now])
    for tab, shown in zip(page.tabs, drawn, strict=True):
        if tab.tab == now:
            with shown:
                unseen(names[now])
                draw(tab)


def _implied(page: Page, place: Collection[str]) -> str:
    """The tab of the first choice that the address makes; else the first tab."""
    for tab in page.tabs:
        if any(name in st.query_params for name in tab.choices()):
            return tab.tab
    for tab in page.tabs:
        if any(_is_chosen(figure_id, place) for figure_id in tab.figures()):
            return tab.tab
    return page.tabs[0].tab


def _is_chosen(figure_id: str, place: Collection[str]) -> bool:
    """True where the address makes a choice of this figure."""
    own = set(figures.options(figure_id, library.store())) - set(place)
    views = (parameters.view(figure_id), parameters.laid_over(figure_id))
    return any(name in st.query_params for name in (*own, *views))


def _keep(key: str, names: Mapping[str, str], forget: Sequence[str]) -> None:
    """Write the tab to the address, the first one too: a choice left there may mean another."""
    ids = {label: name for name, label in names.items()}
    address.remember("tab", ids.get(str(st.session_state[key]), next(iter(names))), "")
    for each in forget:
        st.query_params.pop(each, None)
