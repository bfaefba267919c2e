"""The districts of a chamber as a layer of the map page; a click opens one."""

from __future__ import annotations

import streamlit as st

from lib.i18n import _
from lib.subjects.county_map import words
from lib.subjects.districts import words_search as district_search
from lib.ui import (
    address,
    clickable,
    district_ways as ways,
    library,
    parameters,
    provenance,
    under,
)
from lib.ui.figure import mode
from lib.ui.heading import head

#: The choice of what the map is divided into, in the address.
LAYER = "layer"

FIGURE = "district_map"

parameters.own(LAYER)


def choice() -> str:
    """Counties or the districts of a chamber."""
    return address.buttons(LAYER, _("Areas"), words.layer_names(), hidden=True)


def drawn(chamber: str) -> None:
    """The districts of a chamber with their words, and the way to each."""
    clickable.follow()
    zoom = address.chosen("zoom", words.zoom_names())
    params = {"chamber": chamber, "zoom": zoom}
    figure = library.figure(FIGURE, **params)
    head(figure)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        clickable.drawing(
            library.drawn(FIGURE, params, mode()),
            f"layer-{chamber}-{zoom}",
            figure.alt,
            lambda mark: clickable.lead(ways.PAGE, ways.query(chamber, mark["district"])),
        )
        with st.container(
            horizontal=True, gap="medium", vertical_alignment="bottom", key="choices-of-layer"
        ):
            choice()
            address.buttons("zoom", _("Show"), words.zoom_names(), hidden=True)
        under.row(figure, params)
        under.care(figure)
    with right:
        _ways_to(chamber)


def _ways_to(chamber: str) -> None:
    """What a click does, and the list of the same districts."""
    with st.container(border=True):
        st.markdown(provenance.plain(district_search.open_one()))
        st.page_link(
            ways.PAGE,
            label=district_search.list_of(chamber),
            icon=":material/arrow_forward:",
            query_params={"chamber": chamber},
        )
