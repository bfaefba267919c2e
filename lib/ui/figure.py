"""`show`: a figure on the page as chart, table, download and about, each rerun on its own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyarrow as pa
import streamlit as st

from lib import figures, theme
from lib.i18n import _
from lib.outputs import tabular
from lib.outputs.tabular import written as written
from lib.ui import address, library, overlay, provenance
from lib.ui.downloads import downloads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.model import Figure

#: The widest a paragraph may run, in pixels: about 75 characters.
MEASURE = 720

#: Tables up to this many rows are plain, readable by every assistive technology; longer ones
#: scroll and sort.
PLAIN_ROWS = 60


def mode() -> theme.Mode:
    """Light or dark, as the visitor sees the page."""
    return theme.Mode.DARK if st.context.theme.type == "dark" else theme.Mode.LIGHT


def show(
    figure_id: str,
    *,
    choose: str = "",
    label: str = "",
    names: Mapping[str, str] | None = None,
    below: Callable[[Figure], None] | None = None,
    **params: str,
) -> None:
    """Draw a figure of the registry.

    Args:
        figure_id: its name in the registry.
        choose: a parameter that the reader may choose; its value lives in the URL under
            the same name.
        label: the words over the choice.
        names: value -> the word shown for it.
        below: writes what follows the views of the variant chosen, such as its rows in words.
        **params: fixed parameters.
    """
    _figure(figure_id, choose, label, names or {}, params, below)


@st.fragment
def _figure(
    figure_id: str,
    choose: str,
    label: str,
    names: Mapping[str, str],
    params: dict[str, str],
    below: Callable[[Figure], None] | None,
) -> None:
    chosen = dict(params)
    with st.container(key=f"figure-{figure_id}", gap="small"):
        if choose:
            # The headline stands above the control and depends on it: read before it is drawn.
            chosen[choose] = address.chosen(choose, figures.options(figure_id)[choose])
        figure = library.figure(figure_id, **chosen)
        chosen |= overlay.chosen(figure)
        figure = library.figure(figure_id, **chosen)
        st.subheader(provenance.heading(figure.headline), anchor=figure_id)
        st.markdown(provenance.heading(figure.subtitle), width=MEASURE)
        if choose:
            choice(figure_id, choose, label, names)
        overlay.choice(figure)
        _views(figure, chosen)
        overlay.words(figure)
        if below:
            below(figure)
        provenance.source_line(figure)


def choice(figure_id: str, parameter: str, label: str, names: Mapping[str, str]) -> str:
    """One of the values that a parameter may take; its id stands in the URL, not its word."""
    values = figures.options(figure_id)[parameter]
    return address.buttons(parameter, label, {value: names.get(value, value) for value in values})


def view_names() -> tuple[str, str, str, str]:
    """The words on the tabs of a figure."""
    return _("Chart"), _("Table"), _("Download"), _("About")


def _views(figure: Figure, chosen: dict[str, str]) -> None:
    """The four views; only the open one is computed, and a change of view reruns only it."""
    drawn = zip(view_names(), (_chart, _table, _downloads, _about), strict=True)
    views = dict(list(drawn)[1:] if figure.chart is None else drawn)
    tabs = st.tabs(
        list(views), key=f"{figure.figure_id}_view", on_change="rerun", bind="query-params"
    )
    for tab, draw in zip(tabs, views.values(), strict=True):
        if tab.open:
            with tab:
                draw(figure, chosen)


def _chart(figure: Figure, chosen: dict[str, str]) -> None:
    if figure.is_empty:
        st.markdown(_("There is nothing to draw: no row is held for this choice."))
        return
    st.vega_lite_chart(
        spec=library.drawn(figure.figure_id, chosen, mode()),
        theme=None,
        key=f"{figure.figure_id}_chart",
        alt=figure.alt,
    )


@lru_cache(maxsize=provenance.KEPT)
def literal(figure: Figure) -> pa.Table:
    """The figure's table with its texts as they are written, not as Markdown."""
    rows = tabular.written(tabular.table_rows(figure), figure.columns)
    return provenance.literal(pa.Table.from_pandas(rows, preserve_index=False))


def _table(figure: Figure, chosen: dict[str, str]) -> None:
    rows = library.tabled(figure.figure_id, chosen)
    alt = _("Table: {headline}").format(headline=figure.headline)
    if rows.num_rows <= PLAIN_ROWS:
        st.table(literal(figure), alt=alt, hide_index=True)
    else:
        st.dataframe(rows, hide_index=True, alt=alt)


def _downloads(figure: Figure, chosen: dict[str, str]) -> None:
    downloads(figure)


def _about(figure: Figure, chosen: dict[str, str]) -> None:
    provenance.about(figure)
