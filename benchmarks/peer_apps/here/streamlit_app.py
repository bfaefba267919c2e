"""The same as `as_installed.py`, written as the dashboard's pages are: rows read once, a constant form."""

import os

import pandas as pd
import streamlit as st

SPEC = {
    "mark": "bar",
    "encoding": {
        "x": {"field": "county", "type": "nominal"},
        "y": {"field": "sites", "type": "quantitative"},
    },
}


@st.cache_resource
def of_years() -> dict[int, pd.DataFrame]:
    """Year -> its rows; never written to."""
    rows = pd.read_csv(os.environ["PEER_ROWS"], dtype={"county": str})
    return {int(str(year)): group for year, group in rows.groupby("year")}


@st.fragment
def page() -> None:
    """The chart, its choice and its sum."""
    held = of_years()
    year = st.radio("Year", sorted(held), horizontal=True)
    st.vega_lite_chart(held[year], SPEC, key="chart")
    st.text(f"{year}: {held[year]['sites'].sum()} sites")


page()
