"""`show`: a figure on the page as chart, table, download and about, each rerun on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import figures, theme
from lib.i18n import _
from lib.outputs import tabular
from lib.outputs.tabular import written as written
from lib.ui import address, library, listing, overlay, parameters, provenance
from lib.ui.downloads import downloads
from lib.ui.edition import per_edition
from lib.ui.heading import head
from lib.ui.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.model import Figure

#: Tables up to so many letters are tables of the page, read by every assistive technology; longer
#: ones, which would take longer to send than to look for, scroll and sort in a grid.
PLAIN = 7_000


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
    # What no change can touch stands outside the fragments: it is not sent with each change. No
    # container holds the whole: a fragment copies what it stands in each time it runs.
    figure = library.figure(figure_id, **params)
    if not choose:
        head(figure)
    if choose or overlay.fits(figure):
        _chosen(figure_id, choose, label, names or {}, params, below)
    else:
        _fixed(figure, params, below)
    if not choose:
        provenance.source_line(figure)


@st.fragment
def _chosen(
    figure_id: str,
    choose: str,
    label: str,
    names: Mapping[str, str],
    params: dict[str, str],
    below: Callable[[Figure], None] | None,
) -> None:
    """What a choice changes: the words over it, the views, and the sources of a variant.

    Milestones laid over a line come with sources of their own; those of the line stay.
    """
    chosen = dict(params)
    if choose:
        # The headline stands above the control and depends on it: read before it is drawn.
        chosen[choose] = address.chosen(choose, figures.options(figure_id, library.store())[choose])
    figure = library.figure(figure_id, **chosen)
    laid = overlay.chosen(figure)
    if laid:
        chosen |= laid
        figure = library.figure(figure_id, **chosen)
    if choose:
        head(figure)
        choice(figure_id, choose, label, names)
    overlay.choice(figure)
    _views(figure, chosen, below, is_variant=bool(choose))


@st.fragment
def _fixed(figure: Figure, params: dict[str, str], below: Callable[[Figure], None] | None) -> None:
    """The views of a figure without a choice: only they are drawn again."""
    _views(figure, params, below)


def choice(figure_id: str, parameter: str, label: str, names: Mapping[str, str]) -> str:
    """One of the values that a parameter may take; its id stands in the URL, not its word."""
    values = figures.options(figure_id, library.store())[parameter]
    return address.buttons(parameter, label, {value: names.get(value, value) for value in values})


def view_names() -> dict[str, str]:
    """View -> the word on the switch between the views of a figure."""
    words = _("Chart"), _("Table"), _("Download"), _("About")
    return dict(zip(parameters.VIEWS, words, strict=True))


def _views(
    figure: Figure,
    chosen: dict[str, str],
    below: Callable[[Figure], None] | None,
    *,
    is_variant: bool = False,
) -> None:
    """The four views behind one switch; only the one shown is computed and sent.

    One row of buttons is one message to the browser; tabs would be five, for the same clicks.
    A variant is followed by its own sources.
    """
    chart, table, download, about = parameters.VIEWS
    views: dict[str, Callable[[], None]] = {
        chart: lambda: _chart(figure, chosen),
        table: lambda: _table(figure, chosen),
        download: lambda: downloads(figure),
        about: lambda: provenance.about(figure),
    }
    if figure.chart is None:
        del views[chart]
    words = view_names()
    shown = address.pills(
        parameters.view(figure.figure_id), _("View"), {view: words[view] for view in views}
    )

    def write() -> None:
        views[shown]()
        laid_over = overlay.words(figure)
        if laid_over:
            st.markdown(laid_over)
        if is_variant and not below:
            provenance.source_line(figure)

    if shown == download or (shown == table and not _is_plain(figure)):
        write()
    else:
        kept(f"{shown} {mode()} {figure.figure_id} {sorted(chosen.items())}", write)
    if below:
        below(figure)
        if is_variant:
            provenance.source_line(figure)


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


@per_edition(maxsize=provenance.KEPT)
def _listed(figure: Figure) -> str:
    """The figure's table as a table of the page."""
    rows = tabular.written(tabular.table_rows(figure), figure.columns)
    return listing.written(rows, _named(figure))


def _named(figure: Figure) -> str:
    return _("Table: {headline}").format(headline=figure.headline)


def _is_plain(figure: Figure) -> bool:
    return len(_listed(figure)) <= PLAIN


def _table(figure: Figure, chosen: dict[str, str]) -> None:
    if _is_plain(figure):
        st.html(_listed(figure))
    else:
        rows = library.tabled(figure.figure_id, chosen)
        st.dataframe(rows, hide_index=True, alt=_named(figure))
