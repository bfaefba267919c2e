"""Learning communities on the page: the timeline with its overlay, the ledger, one effort."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.i18n import _
from lib.outputs import tabular
from lib.subjects.cohorts import efforts as cohorts, words
from lib.subjects.milestones import words as milestones
from lib.ui import address, library, listing, parameters, provenance, slides
from lib.ui.downloads import offer_rows
from lib.ui.edition import per_edition
from lib.ui.figure import show, written
from lib.ui.heading import MEASURE, head
from lib.ui.kept import kept
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure

parameters.own("cohort", "cohort_kind", "timeline_kind")


def _timeline_kinds() -> dict[str, str]:
    """The kinds of efforts that the timeline may show, all of them first."""
    names = vocabulary.headings(library.store(), cohorts.KINDS)
    return words.timeline_kinds({k: names[k] for k in cohorts.kinds_in_time(library.store())})


@st.fragment
def overlaid_timeline() -> None:
    """The timeline of initiatives, the choice of milestones over it, and these as words."""
    kinds = _timeline_kinds()
    show(
        "cohort_timeline",
        choose="cohort_overlay",
        label=_("Show milestones"),
        names=words.overlay_names(library.store()),
        below=_in_words,
        cohort_kind=address.chosen("timeline_kind", kinds),
    )
    # Under the chart, so that one choice alone is over it.
    address.buttons("timeline_kind", _("Show initiatives"), kinds)


def _in_words(figure: Figure) -> None:
    """The timeline as two lists, when asked for: the efforts, and the milestones laid over."""
    with st.expander(
        _("The timeline in words"), key="cohort_overlay_open", on_change="rerun"
    ) as more:
        if not more.open:
            return
        kept(f"cohort_timeline {sorted(figure.params.items())}", lambda: _both_lists(figure))


def _both_lists(figure: Figure) -> None:
    bars = figure.rows[figure.rows["part"] == "bar"]
    lines = figure.rows[figure.rows["part"] == "line"]
    st.markdown(_effort_words(bars), width=MEASURE)
    if len(lines):
        st.markdown(_("**Milestones shown on the timeline**"))
        st.markdown(_milestone_words(lines), width=MEASURE)
        st.markdown(milestones.not_cause())


def _effort_words(bars: pd.DataFrame) -> str:
    """Each effort on a line of a list: name, kind, time, size, who ran it and who paid."""
    return "\n".join(
        _("- **{name}** ({kind}; {when}). {size}. Convener: {convener}. Funder: {funder}.").format(
            name=provenance.plain(str(row.name)),
            kind=str(row.kind_words).lower(),
            when=row.when,
            size=provenance.plain(numbers.capitalized(str(row.size))),
            convener=provenance.plain(str(row.convener_words)),
            funder=provenance.plain(str(row.funder_words)),
        )
        for row in bars.itertuples()
    )


def _milestone_words(lines: pd.DataFrame) -> str:
    """The numbered milestones as an ordered list."""
    return "\n".join(
        _("{number}. {when}, {kind}: {title}. {summary}").format(
            number=row.number,
            when=row.when,
            kind=str(row.kind_words).lower(),
            title=provenance.plain(str(row.title)),
            summary=provenance.plain(str(row.contribution)),
        )
        for row in lines.itertuples()
    )


@per_edition(maxsize=1)
def _kinds() -> dict[str, str]:
    """Every kind of effort by id, all of them first."""
    rows = library.figure("cohort_ledger").rows[["kind", "kind_words"]].drop_duplicates()
    return {listing.ALL: _("All"), **dict(rows.itertuples(index=False, name=None))}


@per_edition(maxsize=16)
def _of_kind(kind: str) -> Figure:
    """The ledger with the efforts of one kind."""
    figure = library.figure("cohort_ledger")
    held = listing.fitting(figure.rows, (), ("name",), {"kind": kind})
    return replace(figure, rows=held, page_choices={**figure.page_choices, "cohort_kind": kind})


@per_edition(maxsize=16)
def _ledger_rows(kind: str) -> pd.DataFrame:
    """Its table as a reader sees it."""
    fitting = _of_kind(kind)
    return written(tabular.table_rows(fitting), fitting.columns)


@st.fragment
def ledger() -> None:
    """Every effort with everything that is held, behind a filter by kind."""
    figure = library.figure("cohort_ledger")
    head(figure)
    kinds = _kinds()
    kind = address.listed("cohort_kind", _("Type of initiative"), kinds)
    fitting = _of_kind(kind)
    st.markdown(words.found(len(fitting.rows)))
    st.dataframe(
        _ledger_rows(kind),
        hide_index=True,
        alt=_("Table of initiatives with all the details we have"),
        key="cohort_ledger_table",
    )
    offer_rows(_("CSV (the rows listed)"), fitting)
    provenance.source_line(figure)
    slides.no_room()


@per_edition(maxsize=1)
def _names() -> dict[str, str]:
    """Every effort by id."""
    rows = library.figure("cohort_facts").rows
    return dict(rows[["cohort_id", "cohort"]].drop_duplicates().itertuples(index=False, name=None))


@st.fragment
def one_cohort() -> None:
    """One effort: facts, members, counties, activities, milestones meanwhile, sources."""
    head(library.figure("cohort_facts"))
    names = _names()
    picked = address.listed("cohort", _("Initiative"), names)
    shown = _of_one(picked)
    kept(f"cohort {picked}", lambda: _card(shown.rows))
    offer_rows(_("CSV (this initiative)"), shown)
    provenance.source_line(shown)


def _card(rows: pd.DataFrame) -> None:
    """All that is held on one effort."""
    with st.container(border=True):
        _facts(rows)
        for part, title in _parts().items():
            _part(rows[rows["part"] == part], title)
        _sources(rows)


@per_edition(maxsize=128)
def _of_one(cohort_id: str) -> Figure:
    """The figure of one effort alone, with its name, its time and its own sources."""
    figure = library.figure("cohort_facts")
    rows = figure.rows[figure.rows["cohort_id"] == cohort_id]
    facts = rows[rows["part"] == "fact"]
    sources = [library.store().source(each) for each in rows["source_id"].unique()]
    return replace(
        figure,
        rows=rows,
        headline=str(rows.iloc[0]["cohort"]),
        params={"cohort": str(rows.iloc[0]["cohort_id"])},
        period=str(facts.iloc[1]["detail"]),
        sources=tuple(sources),
        as_of=numbers.date(max(source.published for source in sources)),
    )


def _parts() -> dict[str, str]:
    """Part of the facts -> its heading."""
    return {
        "member": _("Organizations named"),
        "county": _("Counties named"),
        "activity": _("Activities planned or described"),
        "milestone": _("Milestones during this time"),
    }


def _facts(rows: pd.DataFrame) -> None:
    facts = rows[rows["part"] == "fact"]
    lines = [f"- **{row.what}:** {provenance.plain(str(row.detail))}" for row in facts.itertuples()]
    st.markdown("\n".join(lines), width=MEASURE)


def _part(rows: pd.DataFrame, title: str) -> None:
    lines = [
        f"- {provenance.plain(str(row.what))}"
        + (f" ({provenance.plain(str(row.detail))})" if row.detail else "")
        for row in rows.itertuples()
    ]
    listing.part(title, lines)


def _sources(rows: pd.DataFrame) -> None:
    """The sources of the effort, with the place in them where it is stated."""
    rows = rows[rows["part"] != "milestone"]
    places = rows[["source_id", "locator"]].drop_duplicates().sort_values("locator").iloc[::-1]
    places = places.drop_duplicates("source_id")
    lines = [
        f"- {provenance.linked(library.store().source(str(row.source_id)))}"
        + (f" ({provenance.plain(str(row.locator))})" if row.locator else "")
        for row in places.itertuples()
    ]
    listing.part(_("Sources"), lines)
