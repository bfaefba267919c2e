"""`show`: a figure on the page as chart, table, download and about, each rerun on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import figures, theme
from lib.i18n import _
from lib.outputs import image, tabular
from lib.ui import library, provenance
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from lib.model import Column, Figure

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
    **params: str,
) -> None:
    """Draw a figure of the registry.

    Args:
        figure_id: its name in the registry.
        choose: a parameter that the reader may choose; its value lives in the URL under
            the same name.
        label: the words over the choice.
        names: value -> the word shown for it.
        **params: fixed parameters.
    """
    _figure(figure_id, choose, label, names or {}, params)


@st.fragment
def _figure(
    figure_id: str, choose: str, label: str, names: Mapping[str, str], params: dict[str, str]
) -> None:
    chosen = dict(params)
    with st.container(key=f"figure-{figure_id}", gap="small"):
        # The headline depends on the choice and stands above it: its place is kept first.
        words = st.container(gap="small")
        if choose:
            chosen[choose] = choice(figure_id, choose, label, names)
        figure = library.figure(figure_id, **chosen)
        with words:
            st.subheader(figure.headline, anchor=figure_id)
            st.markdown(figure.subtitle, width=MEASURE)
        _views(figure, chosen)
        provenance.source_line(figure)


def choice(figure_id: str, parameter: str, label: str, names: Mapping[str, str]) -> str:
    """One of the values that a parameter may take, bound to the URL."""
    values = figures.options(figure_id)[parameter]
    picked = st.segmented_control(
        label,
        values,
        default=values[0],
        required=True,
        format_func=lambda value: names.get(value, value),
        key=parameter,
        bind="query-params",
    )
    return picked if picked in values else values[0]


def view_names() -> tuple[str, str, str, str]:
    """The words on the tabs of a figure."""
    return _("Chart"), _("Table"), _("Download"), _("About")


def _views(figure: Figure, chosen: dict[str, str]) -> None:
    """The four views; only the open one is computed."""
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
        figure.rows,
        library.chart(figure.figure_id, chosen, mode()),
        theme=None,
        key=f"{figure.figure_id}_chart",
        alt=figure.alt,
    )


def _table(figure: Figure, chosen: dict[str, str]) -> None:
    rows = written(tabular.table_rows(figure), figure.columns)
    alt = _("Table: {headline}").format(headline=figure.headline)
    if len(rows) <= PLAIN_ROWS:
        st.table(rows, alt=alt, hide_index=True)
    else:
        st.dataframe(rows, hide_index=True, alt=alt)


def written(rows: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """`rows` with labels for names and every number as a reader sees it."""
    writers: dict[str, Callable[[float], str]] = {
        "share": numbers.exact_percent,
        "count": numbers.count,
        "number": numbers.number,
        "rate": numbers.number,
    }
    out = rows.copy()
    for column in columns:
        write = writers.get(column.kind)
        out[column.field] = [
            numbers.not_collected()
            if write and numbers.is_missing(value)
            else (write(value) if write else str(value))
            for value in rows[column.field]
        ]
    return out.rename(columns={column.field: column.label for column in columns})


def _downloads(figure: Figure, chosen: dict[str, str]) -> None:
    """Files of exactly what is drawn; made only when asked for."""
    shapes = library.store().topology
    files: list[tuple[str, str, str, Callable[[], str | bytes]]] = [
        (_("CSV (the rows drawn)"), "csv", "text/csv", lambda: tabular.csv_text(figure)),
    ]
    if figure.chart is not None:
        files += [
            (_("PNG (picture)"), "png", "image/png", lambda: image.png(figure, shapes)),
            (_("SVG (drawing)"), "svg", "image/svg+xml", lambda: image.svg(figure, shapes)),
        ]
    with st.container(horizontal=True):
        for label, ending, mime, make in files:
            st.download_button(
                label,
                data=make,
                file_name=tabular.file_name(figure, ending),
                mime=mime,
                key=f"{figure.figure_id}_{ending}",
                on_click="ignore",
                icon=":material/download:",
            )
    st.caption(_("Every file carries its title, source, period and edition."))


def _about(figure: Figure, chosen: dict[str, str]) -> None:
    provenance.about(figure)
