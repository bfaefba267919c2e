"""The Equity page's own controls: subject, breakdown, measure and reference, all in the URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.i18n import _
from lib.subjects.equity import view as equity, words
from lib.ui import address, library, parameters, provenance
from lib.ui.figure import choice, show
from lib.ui.heading import MEASURE

if TYPE_CHECKING:
    from collections.abc import Mapping

parameters.own("equity_subject", "breakdown", "life_county")


@st.fragment
def equity_explorer() -> None:
    """Any measure by the groups of any breakdown that holds it; impossible pairs are not listed."""
    store = library.store()
    views = {view.view_id: view for view in equity.views(store)}
    subjects, cuts = (
        vocabulary.labels(store, name) for name in ("equity_subject", "equity_breakdown")
    )
    linked = views.get(address.given("gap", list(views), ""))
    # The widest choice stands in sight, the narrower ones are one touch away.
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="choices-and-equity"
    ):
        with st.container(horizontal=True, key="choices-first-equity"):
            subject = _one_of(
                _("Subject"),
                "equity_subject",
                subjects,
                usual=linked.subject if linked else "",
                width=315,
            )
        with st.popover(_("More choices"), type="tertiary", icon=":material/tune:"):
            mine = [view for view in views.values() if view.subject == subject]
            held = {
                cut: name for cut, name in cuts.items() if any(v.breakdown == cut for v in mine)
            }
            breakdown = _one_of(
                _("Breakdown"),
                "breakdown",
                held,
                usual=linked.breakdown if linked else "",
                group=subject,
            )
            names = {v.view_id: _measure(v) for v in mine if v.breakdown == breakdown}
            gap = _one_of(_("Measure"), "gap", names, group=f"{subject}-{breakdown}", width=315)
            reference = _reference(gap)
    provenance.small(words.unanswered([name for cut, name in cuts.items() if cut not in held]))
    show("equity_gap", gap=gap, reference=reference)


def _reference(gap: str) -> str:
    """What the groups are compared with; the usual one is named so: its figure is built already."""
    against = dict(equity.references(library.store(), gap))
    if not against:
        return "usual"
    picked = _one_of(_("Compared with"), "reference", against, group=gap)
    return "usual" if picked == next(iter(against)) else picked


def _measure(view: equity.View) -> str:
    """The name of a view's measure, with the place where it is not California."""
    store = library.store()
    if not view.indicator_id:
        return _("Hospital sites that report an inpatient program")
    name = store.indicator(view.indicator_id).name
    if view.dimension.endswith("southern_california"):
        return _("{name}, Southern California").format(name=name)
    return name


#: The explorer's choices from the widest to the narrowest; a change forgets the narrower ones.
CHOICES = ("equity_subject", "breakdown", "gap", "reference")


def _one_of(
    label: str,
    name: str,
    names: Mapping[str, str],
    *,
    usual: str = "",
    group: str = "",
    width: int = 205,
) -> str:
    """As `address.listed`; a new choice forgets the narrower ones."""
    forget = CHOICES[CHOICES.index(name) + 1 :] if name in CHOICES else ()
    return address.listed(name, label, names, group=group, usual=usual, forget=forget, width=width)


@st.fragment
def equity_counties() -> None:
    """Counties through the lens of one group, with the rule for what is hidden."""
    group = choice("equity_counties", "older_group", _("Show older people who are"), {})
    show("equity_counties", older_group=group)
    if library.figure("equity_counties", older_group=group).rows["withheld"].any():
        why_hidden()


def why_hidden() -> None:
    """The small-number rule behind a button."""
    with st.popover(_("Why are some numbers hidden?"), icon=":material/lock:"):
        st.markdown(words.why_hidden())


@st.fragment
def equity_life() -> None:
    """Length of life in the county that the reader picks."""
    store = library.store()
    counties = store.table("counties")["county_fips"].tolist()
    ordered = sorted(counties, key=lambda code: (code != "06037", store.names[code]))
    names = {code: store.names[code] for code in ordered}
    county = _one_of(_("Show life expectancy for"), "life_county", names)
    show("equity_life", life_county=county)


@st.fragment
def equity_growth() -> None:
    """Growth of the older population by age and horizon, within one projection table."""
    with st.container(horizontal=True):
        older = choice("equity_growth", "older", _("Age group"), {})
        since = library.figure("equity_growth").period[:4]
        until = choice("equity_growth", "until", _("Growth from {year} to").format(year=since), {})
    show("equity_growth", older=older, until=until)


def reading_equity() -> None:
    """How to read the charts of the page, behind a fold: it stood over the first chart before."""
    with st.expander(_("How to read these charts")):
        st.markdown(words.how_to_read(), width=MEASURE)
