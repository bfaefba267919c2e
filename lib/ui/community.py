"""The community page's own controls: a county's starter and the search for toolkits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _, ngettext
from lib.outputs import parcel, starter, tabular
from lib.subjects.community import words as community
from lib.subjects.community.rows import elements
from lib.ui import address, library, listing, parameters, provenance, slides, titles
from lib.ui.county import asked_county, choose_county, say_odd_county
from lib.ui.downloads import offer, offer_both, offer_rows
from lib.ui.figure import show
from lib.ui.heading import MEASURE, head
from lib.ui.listing import ALL
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

parameters.own("toolkit", "readers", "about")

#: The figures of the starter, in the order of its pages.
FIGURES = (
    "starter_facts",
    "starter_questions",
    "starter_people",
    "starter_coalitions",
    "starter_help",
)

#: Those behind their headline: a meeting needs them once it knows what it wants.
FOLDED = ("starter_help",)


def county_chosen() -> str:
    """The code of the county that the address means, by code or name, and its list."""
    county = asked_county() or library.figure(FIGURES[0]).params["county"]
    titles.show("community_action")
    say_odd_county(county)
    choose_county(county)
    return county


@st.fragment
def needs_assessment() -> None:
    """A county's starter: choose, take away, and read it here by its four elements."""
    words = elements(library.store())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        county = county_chosen()
        figures = [library.figure(figure_id, county=county) for figure_id in FIGURES]
        name = starter.file_name(figures[0], "csv")
        offer(
            _("Download the starter (PDF to print)"),
            starter.file_name(figures[0], "pdf"),
            lambda: starter.pdf(figures, words),
            key="starter_pdf",
        )
        offer_both(
            _("CSV (all tables in the starter)"),
            "starter",
            name,
            lambda: starter.csv_text(figures),
            lambda: parcel.stacked(figures, name),
        )
    shown = (FIGURES[:2], FIGURES[2:4], FIGURES[4:], ())
    for name, sentence, ids in zip(community.element_names(), words, shown, strict=True):
        st.header(f"{name}\n{provenance.heading(sentence)}", anchor=False)
        for figure_id in ids:
            if figure_id in FOLDED:
                with st.expander(
                    provenance.heading(library.figure(figure_id, county=county).headline)
                ):
                    show(figure_id, county=county)
            else:
                show(figure_id, county=county)
    st.markdown(community.share_words(), width=MEASURE)


@st.fragment
def toolkits() -> None:
    """The toolkits behind a search box and two filters, all in the URL."""
    figure = library.figure("toolkit_list")
    head(figure)
    words, picked = _asked(figure.rows)
    rows = listing.fitting(figure.rows, words, ("title", "publisher"), picked)
    choices = {column: value for column, value in picked.items() if value != ALL}
    fitting = replace(figure, rows=rows, page_choices={"toolkit": " ".join(words), **choices})
    st.markdown(
        ngettext("{n} toolkit matches.", "{n} toolkits match.", len(rows)).format(
            n=numbers.count(len(rows))
        )
    )
    if len(rows):
        st.dataframe(
            tabular.written(tabular.table_rows(fitting), figure.columns),
            hide_index=True,
            alt=_("Table of toolkits with their audience, topic and web address"),
            column_config={_("Address"): st.column_config.LinkColumn(display_text=_("Open"))},
            key="toolkit_list_table",
        )
    else:
        st.markdown(_("No toolkit matches. Try one word from the title, or choose All."))
    offer_rows(_("CSV (the rows listed)"), fitting)
    provenance.source_line(figure)
    slides.no_room()


def _asked(rows: pd.DataFrame) -> tuple[tuple[str, ...], dict[str, str]]:
    """What the search box, the audience and the topic say."""
    with st.container(horizontal=True):
        words = address.sought("toolkit", _("Search titles"), width=260)
        picked = {}
        for column, label in (("readers", _("Audience")), ("about", _("Topic"))):
            values = {ALL: _("All"), **{value: value for value in sorted(rows[column].unique())}}
            picked[column] = address.listed(column, label, values, width=280)
    return words, picked
