"""The district page without a district: a map of one chamber that opens one, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive.rows import each
from lib.i18n import _
from lib.schema.lists import CHAMBERS
from lib.subjects.county_map.words import zoom_names
from lib.subjects.districts import held as district_held, words
from lib.ui import address, chrome, clickable, district_ways as ways, library, provenance, under
from lib.ui.figure import mode
from lib.ui.heading import MEASURE
from lib.ui.kept import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.model import Figure

MAP = "district_map"

#: The session keeps under this that a district was clicked.
CLICKED = "district-clicked"


def header(chamber: str) -> None:
    """In how many districts of the chamber, and of the others, no site reports a program."""
    store = library.store()
    none = {
        name: int(district_held.status(store, name)["reporting"].eq(0).sum()) for name in CHAMBERS
    }
    figure = library.figure(MAP, chamber=chamber)
    said = f"{words.every_chamber(none)} {district_held.lines(store, chamber)}"
    chrome.page_header(figure.headline, provenance.plain(said))


def district_index() -> None:
    """The map of a chamber's districts, and their list."""
    chamber = ways.asked_chamber()
    left, right = st.columns([5, 4], gap="medium")
    with left:
        _map(chamber)
    with right:
        figure = library.figure(MAP, chamber=chamber)
        kept(f"districts of {chamber}", lambda: _list(figure))


@st.fragment
def _map(chamber: str) -> None:
    """The map; a click on a district opens its page."""
    if st.session_state.pop(CLICKED, False):
        st.rerun()  # the district is in the address, and the whole page follows
    zoom = address.buttons("zoom", _("Show"), zoom_names(), hidden=True)
    params = {"chamber": chamber, "zoom": zoom}
    figure = library.figure(MAP, **params)
    clickable.drawing(
        library.drawn(MAP, params, mode()),
        f"district-map-{chamber}",
        figure.alt,
        lambda mark: _open(ways.query(chamber, mark["district"])),
    )
    under.row(figure, params, alone=False)
    under.care(figure)


def _open(query: Mapping[str, str]) -> None:
    """Put the district that was clicked into the address."""
    st.query_params.update(query)
    st.session_state[CLICKED] = True


def _list(figure: Figure) -> None:
    """The districts by what their sites report, each a link."""
    chamber = figure.params["chamber"]
    for kind in words.map_kinds():
        held = figure.rows[figure.rows["class"].eq(kind)].sort_values("number")
        if held.empty:
            continue
        st.markdown(words.group(kind, len(held)), width=MEASURE)
        _links(held, chamber, kind)


def _links(held: pd.DataFrame, chamber: str, kind: str) -> None:
    """One class: where no site reports, a line each with the nearest that does."""
    is_long = kind == "none"
    with st.container(
        horizontal=not is_long, gap="xxsmall" if is_long else "small", key=f"kind-{kind}"
    ):
        for row in each(held):
            label = (
                words.without(row.number, row.answered, row.near_miles, row.near_site)
                if is_long
                else words.entry(row.number, row.reporting, row.answered)
            )
            st.page_link(
                ways.PAGE,
                label=provenance.heading(label),
                query_params={"chamber": chamber, "number": row.district},
            )
