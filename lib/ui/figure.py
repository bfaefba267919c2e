"""`show`: a figure on the page, chart first, what is asked of it in one row under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import figures, theme
from lib.i18n import _
from lib.outputs.tabular import written as written
from lib.ui import address, heading, library, overlay, under
from lib.ui.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.model import Figure

#: A choice with more letters than this, label and words together, is a list: buttons would take
#: the headline's room.
LETTERS = 62
LIST_WIDTH = 280


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
        label: the words at the choice.
        names: value -> the word shown for it.
        below: writes what follows the figure's row, such as its rows in words.
        **params: fixed parameters.
    """
    # What no change can touch stands outside the fragments: it is not sent with each change. No
    # container holds the whole: a fragment copies what it stands in each time it runs.
    figure = library.figure(figure_id, **params)
    if not choose:
        heading.head(figure)
    if choose or overlay.fits(figure):
        _chosen(figure_id, choose, label, names or {}, params, below)
    else:
        drawing(figure, params)
        under.row(figure, params)
        if below:
            below(figure)
        under.care(figure)


@st.fragment
def _chosen(
    figure_id: str,
    choose: str,
    label: str,
    names: Mapping[str, str],
    params: dict[str, str],
    below: Callable[[Figure], None] | None,
) -> None:
    """What a choice changes: the words over the chart, the chart, and all that is under it.

    Milestones laid over a line come with sources of their own; those of the line stay.
    """
    chosen = dict(params)
    if choose:
        # The headline stands above the control and depends on it: read before it is drawn.
        chosen[choose] = address.chosen(choose, figures.options(figure_id, library.store())[choose])
    figure = plain = library.figure(figure_id, **chosen)
    laid = overlay.chosen(plain)
    if laid:
        chosen |= laid
        figure = library.figure(figure_id, **chosen)
    if choose:
        heading.topped(figure, lambda: choice(figure_id, choose, label, names))
    drawing(figure, chosen)
    under.row(figure, chosen, source=plain)
    overlay.told(figure)
    if below:
        below(figure)
    under.care(figure)


def choice(figure_id: str, parameter: str, label: str, names: Mapping[str, str]) -> str:
    """One of the values that a parameter may take; its id stands in the URL, not its word."""
    values = figures.options(figure_id, library.store())[parameter]
    words = {value: names.get(value, value) for value in values}
    if len(label) + sum(map(len, words.values())) > LETTERS:
        return address.listed(parameter, label, words, width=LIST_WIDTH)
    return address.buttons(parameter, label, words)


def drawing(figure: Figure, chosen: dict[str, str]) -> None:
    """The chart; of a figure that has none, its table."""
    if figure.chart is None:
        under.table(figure, chosen)
        return
    if figure.is_empty:
        st.markdown(_("There is no data for this choice, so there is no chart."))
        return
    token = f"Chart {mode()} {figure.figure_id} {sorted(chosen.items())}"
    kept(token, lambda: _chart(figure, chosen))


def _chart(figure: Figure, chosen: dict[str, str]) -> None:
    st.vega_lite_chart(
        spec=library.drawn(figure.figure_id, chosen, mode()),
        theme=None,
        key=f"{figure.figure_id}_chart",
        alt=figure.alt,
    )
