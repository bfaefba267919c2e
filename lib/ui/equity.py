"""The Equity page's own controls: subject, breakdown, measure and reference, all in the URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.figures import equity
from lib.i18n import _
from lib.ui import chrome, library, provenance
from lib.ui.figure import choice, show
from lib.wording import equity as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@st.fragment
def equity_explorer() -> None:
    """Any measure by the groups of any breakdown that holds it; impossible pairs are not listed."""
    store = library.store()
    views = equity.views(store)
    chrome.unknown_choice("gap", [view.view_id for view in views])
    subjects, cuts = words.subject_names(), words.breakdown_names()
    with st.container(horizontal=True):
        subject = _one_of(_("Subject"), "equity_subject", list(subjects), subjects)
        mine = [view for view in views if view.subject == subject]
        held = [cut for cut in cuts if any(view.breakdown == cut for view in mine)]
        breakdown = _one_of(_("Breakdown"), "breakdown", held, cuts)
        fitting = [view for view in mine if view.breakdown == breakdown]
        names = {view.view_id: _measure(view) for view in fitting}
        gap = _one_of(_("Measure"), "gap", list(names), names, width=315)
        against = dict(equity.references(store, gap))
        reference = "usual"
        if against:
            reference = _one_of(_("Compared with"), "reference", list(against), against)
    absent = [name for cut, name in cuts.items() if cut not in held]
    provenance.small(words.unanswered(absent))
    show("equity_gap", gap=gap, reference=reference)


def _measure(view: equity.View) -> str:
    """The name of a view's measure, with the place where it is not California."""
    store = library.store()
    if not view.indicator_id:
        return _("Hospital sites that report an inpatient program")
    name = store.indicator(view.indicator_id).name
    if view.dimension.endswith("southern_california"):
        return _("{name}, Southern California").format(name=name)
    return name


def _one_of(
    label: str, key: str, values: Sequence[str], names: Mapping[str, str], *, width: int = 205
) -> str:
    """One of `values`, bound to the URL under `key`; the first where the address has another."""
    picked = st.selectbox(
        label,
        values,
        format_func=lambda value: names.get(value, value),
        key=key,
        bind="query-params",
        width=width,
    )
    return picked if picked in values else values[0]


@st.fragment
def equity_counties() -> None:
    """Counties through the lens of one group, with the rule for what is hidden."""
    group = choice("equity_counties", "older_group", _("Older people who are"), {})
    show("equity_counties", older_group=group)
    why_hidden()


def why_hidden() -> None:
    """The small-number rule behind a button."""
    with st.popover(_("Why is this hidden?"), icon=":material/lock:"):
        st.markdown(words.why_hidden())


@st.fragment
def equity_life() -> None:
    """Length of life in the county that the reader picks."""
    store = library.store()
    counties = store.table("counties")["county_fips"].tolist()
    ordered = sorted(counties, key=lambda code: (code != "06037", store.names[code]))
    county = _one_of(_("County for length of life"), "life_county", ordered, store.names)
    show("equity_life", life_county=county)


@st.fragment
def equity_growth() -> None:
    """Growth of the older population by age and horizon, within one projection table."""
    with st.container(horizontal=True):
        older = choice("equity_growth", "older", _("Age and older"), {})
        until = choice("equity_growth", "until", _("From 2020 until"), {})
    show("equity_growth", older=older, until=until)
