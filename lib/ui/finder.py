"""The hospital finder: search, filter and sort every site; take away what is left."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib.i18n import _, ngettext
from lib.outputs import tabular
from lib.ui import library, provenance
from lib.ui.chrome import unknown_choice
from lib.ui.figure import MEASURE
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure

#: Rows sent to the browser at once; the file holds all that fit.
ROWS_SHOWN = 25


@lru_cache(maxsize=1)
def _searchable() -> pd.Series[str]:
    """Name and city of each row of the list, in lower case."""
    rows = library.figure("hospital_list").rows
    return (rows["name"] + " " + rows["city"]).str.lower()


@lru_cache(maxsize=1)
def _choices() -> dict[str, list[str]]:
    """Filter -> what it offers; the first keeps everything."""
    rows = library.figure("hospital_list").rows
    every = _("All")
    return {
        "county": [every, *sorted(rows["county"].unique())],
        "answer": [every, *sorted(rows[_answer()].unique())],
        "sort": [_("County"), _("Name"), _("Acute beds")],
    }


@lru_cache(maxsize=1)
def _answer() -> str:
    """The column with the newest inpatient answers."""
    return f"inpatient_{int(library.figure('hospital_list').rows['last_year'].max())}"


@st.fragment
def hospital_finder() -> None:
    """The list of hospitals behind a search box, two filters and an order, all in the URL."""
    figure = library.figure("hospital_list")
    st.subheader(figure.headline, anchor="hospital_list")
    st.markdown(figure.subtitle, width=MEASURE)
    fits = _fitting(figure)
    shown = fits[:ROWS_SHOWN]
    st.markdown(_counted(len(fits), len(shown)))
    if len(fits):
        table = library.tabled("hospital_list", {})
        st.dataframe(
            table.take(shown),
            hide_index=True,
            alt=_("Table of hospitals and what each reported"),
            key="hospital_list_table",
        )
    else:
        st.markdown(_("No hospital fits: try part of the name, a city, or another county."))
    st.download_button(
        _("CSV (the rows that fit)"),
        data=lambda: tabular.csv_text(replace(figure, rows=figure.rows.loc[fits])),
        file_name=tabular.file_name(figure, "csv"),
        mime="text/csv",
        key="hospital_list_csv",
        on_click="ignore",
        icon=":material/download:",
    )
    provenance.source_line(figure)


def _counted(fits: int, shown: int) -> str:
    """How many sites fit, and how many of them are listed."""
    if fits > shown:
        return _("{n} sites fit; the first {shown} are listed. The file holds all.").format(
            n=numbers.count(fits), shown=numbers.count(shown)
        )
    return ngettext("{n} site fits.", "{n} sites fit.", fits).format(n=numbers.count(fits))


def _picked(label: str, key: str) -> str:
    """One of a filter's choices; an unknown one in the address falls back to the first."""
    offered = _choices()[key]
    unknown_choice(key, offered)
    chosen = st.selectbox(label, offered, key=key, bind="query-params", width=200)
    return chosen if chosen in offered else offered[0]


def _fitting(figure: Figure) -> list[int]:
    """The places, in order, of the rows that fit the search box and the filters."""
    with st.container(horizontal=True):
        words = st.text_input(
            _("Name or city"), key="find", bind="query-params", max_chars=60, width=260
        )
        county = _picked(_("County"), "county")
        answer = _picked(
            _("Inpatient program, {year}").format(year=_answer().rpartition("_")[2]), "answer"
        )
        order = _picked(_("Sort by"), "sort")
    rows, offered = figure.rows, _choices()
    fits = pd.Series(data=True, index=rows.index)
    for word in (words or "").lower().split():
        fits &= _searchable().str.contains(word, regex=False)
    if county != offered["county"][0]:
        fits &= rows["county"] == county
    if answer != offered["answer"][0]:
        fits &= rows[_answer()] == answer
    held = rows[fits]
    by = {offered["sort"][1]: "name", offered["sort"][2]: "general_acute_beds"}.get(order)
    if by:
        held = held.sort_values(by, ascending=by == "name", na_position="last")
    return [int(place) for place in held.index]
