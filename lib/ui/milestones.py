"""Milestones on the page: the searchable list, the paths as words, and one year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.i18n import _
from lib.subjects.milestones import words
from lib.ui import address, library, listing, parameters, provenance, slides
from lib.ui.downloads import offer_rows
from lib.ui.edition import per_edition
from lib.ui.figure import show
from lib.ui.heading import MEASURE, head
from lib.ui.kept import kept

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure

parameters.own("milestone_words", "of_kind", "of_level", "in_year", "listed")


def _line(row: object) -> str:
    """One milestone as text: date, kind, level, title, what happened, sources."""
    held = library.store().milestone_sources(row)
    parts = {
        name: provenance.plain(str(getattr(row, name, "")))
        for name in ("when", "category_words", "level_words", "title", "summary")
    }
    return _(
        "**{when}**, {category_words} ({level_words}): **{title}.** {summary} {source}"
    ).format(source="; ".join(provenance.shortly(source) for source in held), **parts)


def chain() -> None:
    """One path of milestones as a drawing and as an ordered list."""
    show(
        "milestone_chain",
        choose="chain",
        label=_("Choose a policy story"),
        names=vocabulary.labels(library.store(), "milestone_chain"),
        below=_steps,
    )


def _steps(figure: Figure) -> None:
    """The steps of a path as an ordered list."""
    steps = [f"{row.order}. {_line(row)}" for row in figure.rows.itertuples()]
    st.markdown("\n".join(steps), width=MEASURE)


#: Milestones listed until all are asked for.
FEW = 12


@st.fragment
def milestone_list() -> None:
    """The milestones under their years, the latest first, behind a search box and two filters."""
    figure = library.figure("milestone_list")
    head(figure)
    with st.container(horizontal=True):
        asked = _asked()
    fitting = _fitting(*asked)
    found = len(fitting.rows)
    names = {"some": words.few(FEW), "all": words.show_all(found)}
    is_whole = found <= FEW or address.chosen("listed", names) == "all"
    rows = fitting.rows.iloc[::-1]
    kept(
        f"milestone_list {asked} {is_whole}",
        lambda: _list(rows if is_whole else rows.head(FEW), found),
    )
    if found > FEW:
        address.buttons("listed", _("How many are listed"), names, hidden=True)
    offer_rows(_("CSV (all that match)"), fitting)
    provenance.source_line(figure)
    slides.no_room()


def _list(rows: pd.DataFrame, found: int) -> None:
    """How many milestones match, and those that are listed."""
    st.markdown(words.found(found))
    if len(rows):
        st.markdown("\n".join(_by_year(rows)), width=MEASURE)
    else:
        st.markdown(_("No milestone matches. Try part of a word, or another type."))


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


def _asked() -> tuple[tuple[str, ...], str, str]:
    """What the search box and the two filters say: words, kind and level."""
    kinds = _named("category", "category_words")
    levels = _named("level", "level_words")
    sought = address.sought("milestone_words", _("Search titles and text"))
    kind = address.buttons("of_kind", _("Kind"), kinds)
    level = address.buttons("of_level", _("Level"), levels)
    return sought, kind, level


@per_edition(maxsize=512)
def _fitting(sought: tuple[str, ...], kind: str, level: str) -> Figure:
    """The list with the milestones that hold every word, of the kind and the level."""
    figure = library.figure("milestone_list")
    picked = {"category": kind, "level": level}
    rows = listing.fitting(figure.rows, sought, ("title", "summary"), picked)
    choices = {
        **figure.page_choices,
        "milestone_words": " ".join(sought),
        "of_kind": kind,
        "of_level": level,
    }
    return replace(figure, rows=rows, page_choices=choices)


@per_edition(maxsize=2)
def _named(ids: str, words_: str) -> dict[str, str]:
    """Id -> its words, by words; all of them first."""
    rows = library.figure("milestone_list").rows
    pairs = rows[[ids, words_]].drop_duplicates().sort_values(words_)
    return {listing.ALL: _("All"), **dict(pairs.itertuples(index=False, name=None))}


@st.fragment
def one_year() -> None:
    """Everything the record holds for one year, side by side, with the line on cause."""
    head(library.figure("year_by_year"))
    years = _years()
    year = address.listed("in_year", _("Year"), {each: each for each in years})
    shown = _of_year(year)
    kept(f"in_year {year}", lambda: _year(shown))
    offer_rows(_("CSV (this year)"), shown)
    provenance.source_line(shown)


@per_edition(maxsize=1)
def _years() -> list[str]:
    """Every year of the record; one with something to see comes first as well."""
    years = [str(year) for year in sorted(library.figure("year_by_year").rows["year"].unique())]
    # The year in which the first path begins says more than an empty early year.
    return [str(library.figure("milestone_chain").rows.iloc[0]["date"])[:4], *years]


def _year(figure: Figure) -> None:
    """What one year holds, part by part."""
    st.markdown(f"**{provenance.heading(figure.headline)}**")
    for part, title in _parts().items():
        _part(figure.rows[figure.rows["part"] == part], title)


@per_edition(maxsize=64)
def _of_year(year: str) -> Figure:
    """The record of one year with its own headline."""
    figure = library.figure("year_by_year")
    rows = figure.rows[figure.rows["year"] == int(year)]
    counts = rows["part"].value_counts()
    headline = words.year_headline(
        int(year),
        int(counts.get("milestone", 0)),
        int(counts.get("cohort", 0)),
        int(counts.get("measure", 0)),
    )
    return replace(figure, rows=rows, headline=headline, params={"in_year": year})


def _parts() -> dict[str, str]:
    """Part of a year's record -> its heading."""
    return {
        "milestone": _("Milestones"),
        "cohort": _("Initiatives under way"),
        "measure": _("Statewide numbers for periods ending this year"),
    }


def _part(rows: pd.DataFrame, title: str) -> None:
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
    listing.part(title, lines)
