"""The yardstick: the least that Streamlit can be asked for."""

import streamlit as st

st.toggle("On")
