"""The yardstick of a first page: one chart, as Streamlit is installed. Its rows are made up."""

import pandas as pd
import streamlit as st

st.title("One chart")
st.bar_chart(pd.DataFrame({"Made up": [3, 1, 2]}))
