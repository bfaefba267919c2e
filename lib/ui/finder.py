"""The hospital finder: search, filter and sort every site; take away what is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _, ngettext
from lib.outputs import tabular
from lib.ui import library, provenance
from lib.ui.figure import written
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd


@st.fragment
def hospital_finder() -> None:
    """The list of hospitals behind a search box and two filters, all in the URL."""
    figure = library.figure("hospital_list")
    st.subheader(figure.headline, anchor="hospital_list")
    st.markdown(figure.subtitle)
    rows = _filtered(figure.rows)
    st.markdown(
        ngettext("{n} site fits.", "{n} sites fit.", len(rows)).format(n=numbers.count(len(rows)))
    )
    fitting = replace(figure, rows=rows)
    if len(rows):
        st.dataframe(
            written(tabular.table_rows(fitting), figure.columns),
            hide_index=True,
            alt=_("Table of hospitals and what each reported"),
            key="hospital_list_table",
        )
    else:
        st.markdown(_("No hospital fits: try part of the name, a city, or another county."))
    st.download_button(
        _("CSV (the rows listed)"),
        data=lambda: tabular.csv_text(fitting),
        file_name=tabular.file_name(figure, "csv"),
        mime="text/csv",
        key="hospital_list_csv",
        on_click="ignore",
        icon=":material/download:",
    )
    provenance.source_line(figure)


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that fit the search box, the county and the answer."""
    every = _("All")
    newest = int(rows["last_year"].max())
    with st.container(horizontal=True):
        words = st.text_input(
            _("Name or city"), key="find", bind="query-params", max_chars=60, width=260
        )
        counties = [every, *sorted(rows["county"].unique())]
        county = st.selectbox(_("County"), counties, key="county", bind="query-params", width=220)
        answers = [every, *sorted(rows[f"inpatient_{newest}"].unique())]
        answer = st.selectbox(
            _("Inpatient program, {year}").format(year=newest),
            answers,
            key="answer",
            bind="query-params",
            width=220,
        )
    if words:
        text = rows["name"] + " " + rows["city"]
        for word in words.split():
            rows = rows[text.loc[rows.index].str.contains(word, case=False, regex=False)]
    if county != every:
        rows = rows[rows["county"] == county]
    if answer != every:
        rows = rows[rows[f"inpatient_{newest}"] == answer]
    return rows
