"""The matrix of drivers and opportunities: each row opens its evidence, bound to the URL."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.i18n import _
from lib.subjects.drivers.evidence import PICKED
from lib.ui import address, clickable, library, provenance, under
from lib.ui.figure import mode, show
from lib.ui.heading import head

MATRIX = "driver_evidence"
CHOICE = "opportunity"


@st.fragment
def one_opportunity() -> None:
    """One matrix of all of them; a click on a row, or its name in the list, opens its evidence."""
    titles = list(library.store().table("opportunities")["title"])
    chosen = address.chosen(CHOICE, titles)
    left, right = st.columns([6, 5], gap="medium")
    with left:
        _matrix(titles, chosen)
    with right:
        address.listed(
            CHOICE, _("Driver or opportunity"), {each: each for each in titles}, width=300
        )
        _measures(chosen)
    show("opportunity_ties", opportunity=chosen)


def _matrix(titles: list[str], chosen: str) -> None:
    """The matrix, with the row that is open in a band."""
    figure = library.figure(MATRIX)
    head(figure)
    clickable.drawing(
        _marked(chosen),
        # A browser says nothing of a row that is picked again: each row that is open has a drawing.
        f"{MATRIX}-{titles.index(chosen)}",
        figure.alt,
        lambda row: address.remember(CHOICE, str(row["group"]), titles[0]),
        picked=PICKED,
    )
    under.row(figure, {})
    under.care(figure)


def _measures(chosen: str) -> None:
    """The measures of the open row, or words for none."""
    measures = library.figure("opportunity_measures", opportunity=chosen)
    if measures.is_empty:
        head(measures, _("We have no measure for this topic. It is a gap in what is counted."))
        provenance.source_line(measures)
    else:
        show("opportunity_measures", opportunity=chosen)


def _marked(title: str) -> dict[str, Any]:
    """The matrix with the row of `title` open."""
    spec = library.drawn(MATRIX, {}, mode())
    bands, *others = spec["layer"]
    click = {**bands["params"][0], "value": [{"group": title}]}
    return {**spec, "layer": [{**bands, "params": [click]}, *others]}
