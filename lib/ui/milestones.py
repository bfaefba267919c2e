"""Milestones on the page: the searchable list, the paths as words, and one year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.ui import address, library, provenance
from lib.ui.downloads import offer_rows
from lib.ui.figure import show
from lib.ui.heading import MEASURE, head
from lib.wording import milestones as words

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure

CHAINS = ("sb_1004", "polst", "children", "hospice_licensing")


def _line(row: object) -> str:
    """One milestone as text: date, kind, level, title, what happened, source."""
    held = library.store().source(str(getattr(row, "source_id", "")))
    parts = {
        name: provenance.plain(str(getattr(row, name, "")))
        for name in ("when", "category_words", "level_words", "title", "summary")
    }
    return _(
        "**{when}**, {category_words} ({level_words}): **{title}.** {summary} {source}"
    ).format(source=provenance.shortly(held), **parts)


def chain() -> None:
    """One path of milestones as a drawing and as an ordered list."""
    show(
        "milestone_chain",
        choose="chain",
        label=_("Which path"),
        names={each: words.chain_label(each) for each in CHAINS},
        below=_steps,
    )


def _steps(figure: Figure) -> None:
    """The steps of a path as an ordered list."""
    steps = [f"{row.order}. {_line(row)}" for row in figure.rows.itertuples()]
    st.markdown("\n".join(steps), width=MEASURE)


@st.fragment
def milestone_list() -> None:
    """Every milestone as a list under its year, behind a search box and two filters."""
    figure = library.figure("milestone_list")
    head(figure)
    rows = _filtered(figure.rows)
    st.markdown(words.found(len(rows)))
    if len(rows):
        st.markdown("\n".join(_by_year(rows)), width=MEASURE)
    else:
        st.markdown(_("No milestone fits: try part of a word, or another kind."))
    fitting = replace(figure, rows=rows)
    offer_rows(_("CSV (the milestones listed)"), fitting)
    provenance.source_line(figure)


def _by_year(rows: pd.DataFrame) -> list[str]:
    """Markdown lines: a heading a year, a list entry a milestone."""
    lines: list[str] = []
    year = ""
    for row in rows.itertuples():
        now = str(row.date)[:4]
        if now != year:
            year = now
            lines += ["", f"#### {year}", ""]
        lines.append(f"- {_line(row)}")
    return lines


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    """The milestones that fit the search box, the kind and the level."""
    every = {"all": _("All")}
    kinds = every | _named(rows, "category", "category_words")
    levels = every | _named(rows, "level", "level_words")
    sought = address.sought("milestone_words", _("Word in the title or text"))
    kind = address.buttons("of_kind", _("Kind"), kinds)
    level = address.buttons("of_level", _("Level"), levels)
    address.tell([address.odd("of_kind", list(kinds)), address.odd("of_level", list(levels))])
    text = rows["title"] + " " + rows["summary"]
    for word in sought:
        rows = rows[text.loc[rows.index].str.contains(word, case=False, regex=False)]
    if kind != "all":
        rows = rows[rows["category"] == kind]
    if level != "all":
        rows = rows[rows["level"] == level]
    return rows


def _named(rows: pd.DataFrame, ids: str, words_: str) -> dict[str, str]:
    """Id -> its words, by words."""
    pairs = rows[[ids, words_]].drop_duplicates().sort_values(words_)
    return dict(pairs.itertuples(index=False, name=None))


@st.fragment
def one_year() -> None:
    """Everything the record holds for one year, side by side, with the line on cause."""
    figure = library.figure("year_by_year")
    head(figure)
    years = [str(year) for year in sorted(figure.rows["year"].unique())]
    # The year in which the first path begins says more than an empty early year.
    usual = str(library.figure("milestone_chain").rows.iloc[0]["date"])[:4]
    year = address.listed("in_year", _("Year"), {each: each for each in [usual, *years]})
    address.tell([address.odd("in_year", years)])
    rows = figure.rows[figure.rows["year"] == int(year)]
    counts = rows["part"].value_counts()
    headline = words.year_headline(
        int(year),
        int(counts.get("milestone", 0)),
        int(counts.get("cohort", 0)),
        int(counts.get("measure", 0)),
    )
    st.markdown(f"**{headline}**")
    for part, title in _parts().items():
        _part(rows[rows["part"] == part], title)
    shown = replace(figure, rows=rows, headline=headline, params={"in_year": year})
    offer_rows(_("CSV (this year)"), shown)
    provenance.source_line(shown)


def _parts() -> dict[str, str]:
    """Part of a year's record -> its heading."""
    return {
        "milestone": _("Milestones"),
        "cohort": _("Learning efforts under way"),
        "measure": _("Statewide numbers whose period ends in this year"),
    }


def _part(rows: pd.DataFrame, title: str) -> None:
    """One part of a year as a list; an empty one says that nothing is held."""
    st.markdown(f"**{title}**")
    if rows.empty:
        st.markdown(_("None is held."))
        return
    lines = [
        _("- {what}: {detail} ({note})").format(
            what=provenance.plain(str(row.what)),
            detail=provenance.plain(str(row.detail)),
            note=provenance.plain(str(row.note)),
        )
        if row.note
        else _("- {what}: {detail}").format(
            what=provenance.plain(str(row.what)), detail=provenance.plain(str(row.detail))
        )
        for row in rows.itertuples()
    ]
    st.markdown("\n".join(lines), width=MEASURE)
