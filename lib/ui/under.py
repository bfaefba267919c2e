"""What stands under a figure: its sources, what can be asked of it, and its cautions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _, ngettext
from lib.outputs import tabular
from lib.outputs.markup import element, html
from lib.ui import (
    address,
    downloads,
    library,
    listing,
    overlay,
    parameters,
    provenance,
    reporting,
    slides,
)
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Figure

#: Tables up to so many letters are tables of the page, read by every assistive technology; longer
#: ones, which would take longer to send than to look for, scroll and sort in a grid.
PLAIN = 7_000

#: Pixels of a grid: its page, the least of a column, its height and that of a row, in which the
#: browser breaks words from 65 on.
PAGE_WIDE, LEAST_WIDE, HIGH, ROW_HIGH = 1160, 170, 560, 72


def row(
    figure: Figure,
    chosen: Mapping[str, str],
    *,
    source: Figure | None = None,
    alone: bool = True,
) -> None:
    """One quiet row: sources, period and date, then Table, Get and About; what they open.

    Nothing takes the chart away, and only what is asked for is made. The row names the sources of
    `source` where milestones brought others along. What is asked for is drawn by itself; without
    `alone` it is drawn with the fragment of one chart in which it stands, which is sooner than a
    fragment within a fragment.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"row-{figure.figure_id}"
    ):
        st.markdown(provenance.quiet(provenance.line(source or figure)))
        overlay.choice(figure)
        (_asked_alone if alone else _asked)(figure, dict(chosen))
        slides.add(figure, chosen)


@st.fragment
def _asked_alone(figure: Figure, chosen: dict[str, str]) -> None:
    _asked(figure, chosen)


def _asked(figure: Figure, chosen: dict[str, str]) -> None:
    """What can be asked of a figure, and what is asked: no chart is sent again for it."""
    opened = address.opened(
        parameters.view(figure.figure_id),
        _("More on this chart"),
        asked_names(figure),
        closed=closed(figure),
    )
    if opened == closed(figure):
        return
    # The key is what gives it the whole width of the row (static/frame/figure.css).
    with st.container(key=f"more-{figure.figure_id}"):
        _more(opened, figure, chosen)


def _more(opened: str, figure: Figure, chosen: dict[str, str]) -> None:
    _chart, _table, get, about = parameters.VIEWS
    if opened == get:
        downloads.get(figure)
    elif opened == about:
        kept(f"About {figure.figure_id} {sorted(chosen.items())}", lambda: _about(figure))
        reporting.told(figure)
    else:
        table(figure, chosen)


def closed(figure: Figure) -> str:
    """The view of a figure of which nothing more is asked, as the address may name it."""
    chart, asked_table, *_others = parameters.VIEWS
    return asked_table if figure.chart is None else chart


def asked_names(figure: Figure) -> dict[str, str]:
    """What can be asked of a figure: view -> the word in the row; a table is no more to ask."""
    _chart, asked_table, get, about = parameters.VIEWS
    names = {asked_table: _("Table"), get: _("Get"), about: _("About")}
    names.pop(closed(figure), None)
    return names


def _about(figure: Figure) -> None:
    provenance.about(figure)


def care(figure: Figure) -> None:
    """The first caution of a figure, and the others behind their number; none says nothing."""
    said = cautions(figure)
    if said:
        st.html(said)


@per_edition(maxsize=provenance.KEPT)
def cautions(figure: Figure) -> str:
    """The cautions as HTML: one in sight, the rest folded."""
    if not figure.caveats:
        return ""
    first, *others = figure.caveats
    said = element("p", element("strong", _("Read with care:")), f" {first}")
    whole = element("div", said, classes="care")
    if others:
        more = ngettext("{n} more caution", "{n} more cautions", len(others)).format(
            n=numbers.count(len(others))
        )
        listed = element("ul", *(element("li", text) for text in others))
        whole.append(element("details", element("summary", more), listed))
    return html(whole)


@per_edition(maxsize=provenance.KEPT)
def _listed(figure: Figure) -> str:
    """The figure's table as a table of the page."""
    rows = tabular.written(tabular.table_rows(figure), figure.columns)
    return listing.written(rows, _named(figure))


def _named(figure: Figure) -> str:
    return _("Table: {headline}").format(headline=figure.headline)


def table(figure: Figure, chosen: Mapping[str, str]) -> None:
    """The rows of a figure as a table of the page, or in a grid where they are many."""
    if len(_listed(figure)) <= PLAIN:
        token = f"Table {figure.figure_id} {sorted(chosen.items())}"
        kept(token, lambda: st.html(_listed(figure)))
    else:
        rows = library.tabled(figure.figure_id, dict(chosen))
        # Columns share the page, and rows are high enough for what then breaks.
        wide = st.column_config.Column(width=max(LEAST_WIDE, PAGE_WIDE // rows.num_columns))
        st.dataframe(
            rows,
            hide_index=True,
            alt=_named(figure),
            height=HIGH,
            row_height=ROW_HIGH,
            column_config=dict.fromkeys(rows.column_names, wide),
        )
