"""The tabs of a page: bound to the address, and only the open one is built."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lib import figures
from lib.figures.tabs import CHOICES, PAGES
from lib.ui import address, library, parameters
from lib.ui.heading import unseen
from lib.wording import tabs as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

parameters.own("tab")


def tabs(
    page: str, content: Mapping[str, Callable[[], None]], *, forget: Sequence[str] = ()
) -> None:
    """The open tab of a page; a choice in the address opens the tab in which it is made.

    Args:
        page: the path of the page, a key of `lib.figures.tabs.PAGES`.
        content: tab -> what draws it, in the order of reading.
        forget: choices made within one tab, which another takes out of the address.
    """
    names = {tab: words.name(page, tab) for tab in content}
    key = f"{page}-tab"
    now = asked(page)
    # The address is the record: the tabs follow it, also after a link or the Back button.
    st.session_state[key] = names[now]
    drawn = st.tabs(list(names.values()), key=key, on_change=partial(_keep, key, names, forget))
    address.say_odd("tab", names, names[now])
    with drawn[list(names).index(now)]:
        unseen(names[now])
        content[now]()


def asked(page: str) -> str:
    """The tab that the address names or, in an older address, means by a choice."""
    names = {tab: words.name(page, tab) for tab in PAGES[page]}
    return address.given("tab", names, _implied(page))


def _implied(page: str) -> str:
    """The tab of the first choice that the address makes; else the first tab."""
    for name, tab in CHOICES.get(page, {}).items():
        if name in st.query_params:
            return tab
    for tab, shown in PAGES[page].items():
        if any(_is_chosen(figure_id) for figure_id in shown):
            return tab
    return next(iter(PAGES[page]))


def _is_chosen(figure_id: str) -> bool:
    """True where the address makes a choice of this figure."""
    own = figures.options(figure_id, library.store())
    views = (parameters.view(figure_id), parameters.laid_over(figure_id))
    return any(name in st.query_params for name in (*own, *views))


def _keep(key: str, names: Mapping[str, str], forget: Sequence[str]) -> None:
    """Write the tab to the address, the first one too: a choice left there may mean another."""
    ids = {label: name for name, label in names.items()}
    address.remember("tab", ids.get(str(st.session_state[key]), next(iter(names))), "")
    for each in forget:
        st.query_params.pop(each, None)
