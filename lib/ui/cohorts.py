"""Learning communities on the page: the timeline with its overlay, the ledger, one effort."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs import tabular
from lib.ui import library, provenance
from lib.ui.figure import MEASURE, show, written
from lib.wording import cohorts as words
from lib.wording import milestones, numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure


def attribution() -> None:
    """The caution that stays in sight: side by side is not cause and effect."""
    with st.container(border=True, width=MEASURE):
        st.markdown(words.attribution())


def overlaid_timeline() -> None:
    """The timeline of all efforts, the choice of milestones over it, and these as words."""
    show(
        "cohort_timeline",
        choose="cohort_overlay",
        label=_("Milestones laid over the timeline"),
        names=words.overlay_names(),
        below=_laid_over,
    )


def _laid_over(figure: Figure) -> None:
    """The milestones laid over the timeline as words, when asked for."""
    lines = figure.rows[figure.rows["part"] == "line"]
    if lines.empty:
        return
    with st.expander(
        _("The milestones laid over, in words"), key="cohort_overlay_open", on_change="rerun"
    ) as more:
        if more.open:
            st.markdown(_overlay_words(lines), width=MEASURE)


def _overlay_words(lines: pd.DataFrame) -> str:
    """The numbered milestones as an ordered list, and the line on cause."""
    listed = [
        _("{number}. {when}, {kind}: {title}. {summary}").format(
            number=row.number,
            when=row.when,
            kind=str(row.kind_words).lower(),
            title=provenance.plain(str(row.title)),
            summary=provenance.plain(str(row.contribution)),
        )
        for row in lines.itertuples()
    ]
    return "\n".join([*listed, "", milestones.not_cause()])


@st.fragment
def ledger() -> None:
    """Every effort with everything that is held, behind a filter by kind."""
    figure = library.figure("cohort_ledger")
    st.subheader(figure.headline, anchor="cohort_ledger")
    st.markdown(figure.subtitle, width=MEASURE)
    every = _("All")
    kinds = [every, *figure.rows["kind_words"].drop_duplicates()]
    kind = st.selectbox(
        _("Kind of effort"), kinds, key="cohort_kind", bind="query-params", width=280
    )
    rows = figure.rows if kind == every else figure.rows[figure.rows["kind_words"] == kind]
    fitting = replace(figure, rows=rows)
    st.markdown(words.found(len(rows)))
    st.dataframe(
        written(tabular.table_rows(fitting), figure.columns),
        hide_index=True,
        alt=_("Table of efforts with everything that is held on each"),
        key="cohort_ledger_table",
    )
    _download(fitting, "cohort_ledger_csv", _("CSV (the rows listed)"))
    provenance.source_line(figure)


def _download(figure: Figure, key: str, label: str) -> None:
    """A button for the rows shown."""
    st.download_button(
        label,
        data=lambda: tabular.csv_text(figure),
        file_name=tabular.file_name(figure, "csv"),
        mime="text/csv",
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


@st.fragment
def one_cohort() -> None:
    """One effort: facts, members, counties, activities, milestones meanwhile, sources."""
    figure = library.figure("cohort_facts")
    names = dict(
        figure.rows[["cohort_id", "cohort"]].drop_duplicates().itertuples(index=False, name=None)
    )
    st.subheader(figure.headline, anchor="cohort_facts")
    st.markdown(figure.subtitle, width=MEASURE)
    asked = st.query_params.get("cohort", "")
    picked = st.selectbox(
        _("Effort"),
        list(names),
        format_func=lambda cohort_id: names.get(cohort_id, cohort_id),
        key="cohort",
        bind="query-params",
        width=560,
    )
    if asked and asked not in (*names, *names.values()):
        st.info(_("This address names an effort that is not held; you see another one instead."))
    rows = figure.rows[figure.rows["cohort_id"] == picked]
    with st.container(border=True):
        _facts(rows)
        for part, title in _parts().items():
            _part(rows[rows["part"] == part], title)
        _sources(rows)
    shown = _of_one(figure, rows)
    _download(shown, "cohort_facts_csv", _("CSV (this effort)"))
    provenance.source_line(shown)


def _of_one(figure: Figure, rows: pd.DataFrame) -> Figure:
    """The figure of one effort alone, with its name, its time and its own sources."""
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
        "activity": _("Planned or described activities"),
        "milestone": _("Milestones that fell into its stated time"),
    }


def _facts(rows: pd.DataFrame) -> None:
    facts = rows[rows["part"] == "fact"]
    lines = [f"- **{row.what}:** {provenance.plain(str(row.detail))}" for row in facts.itertuples()]
    st.markdown("\n".join(lines), width=MEASURE)


def _part(rows: pd.DataFrame, title: str) -> None:
    """One part as a list; an empty one says that nothing is held."""
    st.markdown(f"**{title}**")
    if rows.empty:
        st.markdown(_("None is held."))
        return
    lines = [
        f"- {provenance.plain(str(row.what))}"
        + (f" ({provenance.plain(str(row.detail))})" if row.detail else "")
        for row in rows.itertuples()
    ]
    st.markdown("\n".join(lines), width=MEASURE)


def _sources(rows: pd.DataFrame) -> None:
    """The sources of the effort, with the place in them where it is stated."""
    st.markdown(_("**Sources**"))
    rows = rows[rows["part"] != "milestone"]
    places = rows[["source_id", "locator"]].drop_duplicates().sort_values("locator").iloc[::-1]
    places = places.drop_duplicates("source_id")
    lines = [
        f"- {provenance.linked(library.store().source(str(row.source_id)))}"
        + (f" ({provenance.plain(str(row.locator))})" if row.locator else "")
        for row in places.itertuples()
    ]
    st.markdown("\n".join(lines), width=MEASURE)
