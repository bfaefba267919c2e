"""The county page without a county: a map that opens one, and the 58 by what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import reports
from lib.derive.rows import each
from lib.subjects.counties import words_index as words
from lib.subjects.shared.status import county_status
from lib.ui import chrome, clickable, library, provenance, search
from lib.ui.figure import mode
from lib.ui.heading import MEASURE
from lib.ui.seek import COUNTY_PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: The figure whose map opens a county.
MAP = "county_map"

#: What the hospitals of a county report, in the order of the list.
ORDER = ("inpatient", "outpatient only", "none reported", "not answered", "no hospital")


def header() -> None:
    """The headline of the page: in how many counties a hospital site reports a program."""
    status, year = _status()
    n = int(status["status"].eq("inpatient").sum())
    chrome.page_header(words.headline(n, len(status), year), words.introduction())


def county_index() -> None:
    """The map of the 58 counties, and their list."""
    figure = library.figure(MAP)
    left, right = st.columns([5, 4], gap="medium")
    with left:
        clickable.drawing(
            library.marked(MAP, {}, mode(), ""), "county-index-map", figure.alt, _open
        )
        provenance.source_line(figure)
    with right:
        _list()


def _open(mark: Mapping[str, object]) -> None:
    """Go to the county that was clicked in the map."""
    fips = str(mark["county_fips"])
    if fips in library.store().names:
        search.forget()
        st.query_params["county"] = fips


def _status() -> tuple[pd.DataFrame, int]:
    year = reports.newest(library.store())
    return county_status(library.store(), year), year


def _list() -> None:
    """The counties by what their hospital sites report, each a link."""
    status, year = _status()
    for name in ORDER:
        held = status[status["status"].eq(name)].sort_values("name")
        if held.empty:
            continue
        st.markdown(words.group(name, len(held), year), width=MEASURE)
        with st.container(horizontal=True, gap="small", key=f"counties-{name.replace(' ', '-')}"):
            for row in each(held):
                st.page_link(
                    COUNTY_PAGE,
                    label=words.entry(
                        provenance.heading(str(row.name)), int(row.inpatient), int(row.sites)
                    ),
                    query_params={"county": str(row.county_fips)},
                )
