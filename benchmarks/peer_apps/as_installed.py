"""One chart and one choice in Streamlit as its own pages show it, served as it is installed."""
# mypy: ignore-errors

import os

import altair as alt
import pandas as pd
import streamlit as st

rows = pd.read_csv(os.environ["PEER_ROWS"], dtype={"county": str})
year = st.radio("Year", sorted(rows["year"].unique()), horizontal=True)
shown = rows[rows["year"] == year]
st.altair_chart(alt.Chart(shown).mark_bar().encode(x="county:N", y="sites:Q"))
st.text(f"{year}: {shown['sites'].sum()} sites")
