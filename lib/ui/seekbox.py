"""The search box of every page, and the list of what a search has found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from lib import nav
from lib.i18n import _
from lib.ui import address, parameters, provenance, seek
from lib.ui.kept import kept
from lib.wording import seeking as words

if TYPE_CHECKING:
    from lib.derive.seeking import Entry
    from lib.nav import PageEntry

#: The words looked for, in the address: a list of results is a view to share.
PARAMETER = "q"
BOX = "seek"

#: The session keeps under this where a search leads.
LEADS = "seek-leads"

#: So many of a group are listed; the rest are on the page that has them all.
LISTED = 5

#: Group -> the page with all of it, and the choice there that takes the words.
ALL_OF = {
    "milestone": ("pages/milestones.py", "milestone_words"),
    "measure": ("pages/data_sources.py", "subject"),
    "toolkit": ("pages/community_action.py", "toolkit"),
}

#: The page that has the box in its middle while no county is chosen.
COUNTY = "county"

parameters.own(PARAMETER)


def stands_in_page(entry: PageEntry) -> bool:
    """True where the box is a part of the page: on the first one, and where no county is chosen."""
    if asked():
        return False
    is_bare = not any(address.asked(name) for name in ("county", "place", "chamber"))
    return entry.is_default or (entry.path == COUNTY and is_bare)


def has_box() -> bool:
    """True where the county page has the box in its middle: it shows no county."""
    return stands_in_page(next(entry for entry in nav.PAGES if entry.path == COUNTY))


def box_in_page() -> None:
    """The box as a part of the county page, where that shows no county."""
    if has_box():
        box(is_large=True)


def box(*, is_large: bool = False) -> None:
    """The search box; what is typed leads to a page, or to the list of what it may mean.

    Args:
        is_large: True where it is a part of the page and not of its head.
    """
    # Mirrored and not bound: what a link or a step back has put in the address is shown.
    st.session_state[BOX] = asked()
    with st.container(key="seek-large" if is_large else "seek-small"):
        st.text_input(
            words.label(),
            key=BOX,
            type="search",
            placeholder=words.placeholder(),
            icon=":material/search:",
            label_visibility="collapsed",
            autocomplete="off",
            on_change=_look,
        )


def _look() -> None:
    """Look for what was typed: one meaning is gone to, several are listed."""
    if BOX not in st.session_state:
        return  # it was drawn away in the moment in which it was changed
    typed = str(st.session_state[BOX] or "").strip()
    found = seek.answer(typed)
    if found.goes:
        # The words of an earlier search go with the page: taken away here, they would be a step.
        st.session_state[LEADS] = found
    else:
        address.remember(PARAMETER, typed[: address.LONGEST_VALUE], "")


def follow() -> None:
    """Go where a search has led."""
    led = st.session_state.pop(LEADS, None)
    if led:
        st.switch_page(led.goes.page, query_params=dict(led.goes.query))


def asked() -> str:
    """What the address looks for; too long stays too long, and is said to be."""
    return address.asked(PARAMETER)


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def results() -> None:
    """What the words in the address may mean, in place of a page: no headline but its own."""
    found = seek.answer(asked())
    kept(f"seek {found.words}", lambda: _found(found))
    st.button(words.back(), on_click=_close, key="seek-close", icon=":material/close:")
    provenance.small(_("Source: the tables of this dashboard."))


def _found(found: seek.Answer) -> None:
    """What was found, in groups, each hit a link."""
    title = words.headline(found.words, len(found.hits), only_close=found.only_close)
    st.title(provenance.heading(title), anchor=False)
    kinds = Counter(hit.group for hit in found.hits)
    some = words.first_of_each(LISTED) if any(n > LISTED for n in kinds.values()) else ""
    st.markdown(f"{provenance.plain(found.said or words.several())} {some}".rstrip())
    if found.links:
        st.markdown("\n".join(f"- [{label}]({url})" for url, label in found.links))
    for group, title in words.groups().items():
        hits = [hit for hit in found.hits if hit.group == group]
        if hits:
            st.markdown(f"## {words.counted(title, len(hits)) if len(kinds) > 1 else title}")
            _listed(group, hits, found.words)


def _listed(group: str, hits: list[Entry], typed: str) -> None:
    """The first of a group, and the way to all of it."""
    with st.container(gap=None, key=f"seek-{group}"):
        for hit in hits[:LISTED]:
            _hit(hit)
        if len(hits) > LISTED and group in ALL_OF:
            page, choice = ALL_OF[group]
            link = {choice: typed}
            st.page_link(page, label=words.more(len(hits)), query_params=link)
        elif len(hits) > LISTED:
            with st.expander(words.rest(len(hits) - LISTED), key=f"seek-rest-{group}"):
                for hit in hits[LISTED:]:
                    _hit(hit)


def _hit(hit: Entry) -> None:
    """One thing found, as a link to it; a source leads to the source itself."""
    name, note = provenance.heading(hit.name), provenance.heading(hit.note)
    label = f"**{name}**, {note}" if note else f"**{name}**"
    if hit.url:
        st.markdown(f"[{name}]({hit.url}), {note}")
    elif hit.group == "source":
        st.markdown(label)
    else:
        st.page_link(hit.page, label=label, query_params=dict(hit.query))
