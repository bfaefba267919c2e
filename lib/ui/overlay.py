"""The choice to lay milestones over a trend, and the milestones as words beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.i18n import _
from lib.outputs.markup import element, html
from lib.subjects.milestones import overlay as figures, words_overlay as overlay
from lib.subjects.milestones.events import cited
from lib.ui import address, library, parameters, provenance
from lib.ui.edition import per_edition

if TYPE_CHECKING:
    from lib.model import Figure


def fits(figure: Figure) -> bool:
    """True for a trend over years: milestones may be laid over it."""
    return figures.fits(figure)


def chosen(figure: Figure) -> dict[str, str]:
    """The parameter that lays the chosen kind over a trend; nothing for other forms."""
    if not fits(figure):
        return {}
    picked = address.chosen(parameters.laid_over(figure.figure_id), figures.kinds(library.store()))
    return {} if picked == overlay.NONE else {figures.PARAMETER: picked}


def choice(figure: Figure) -> None:
    """One quiet button that lays events over a trend; nothing for other forms."""
    if not fits(figure):
        return
    # Whatever kind is laid over, the button is pressed; pressed again, it takes them away.
    address.opened(
        parameters.laid_over(figure.figure_id),
        _("Events on the chart"),
        {overlay.ALL: _("Show events")},
        closed=overlay.NONE,
        also=figures.kinds(library.store()),
    )


def told(figure: Figure) -> None:
    """Under a trend with events: which kinds, and each of them in words."""
    said = words(figure)
    if not said:
        return
    known = overlay.choices(library.store())
    kinds = {each: known[each] for each in figures.kinds(library.store()) if each != overlay.NONE}
    name = parameters.laid_over(figure.figure_id)
    address.buttons(
        name, _("Which events"), kinds, default=overlay.NONE, key=f"choose-{name}", tell=False
    )
    st.markdown(said)
    rest = left_out(figure)
    if rest:
        st.html(rest)


@per_edition(maxsize=provenance.KEPT)
def words(figure: Figure) -> str:
    """The caution, every milestone drawn over the figure by number, and who dates them."""
    if figures.PARAMETER not in figure.params:
        return ""
    laid = figures.laid_over(library.store(), figure)
    if laid.empty:
        return overlay.nothing(*figures.years(figure))
    shown = figures.drawn_over(library.store(), figure)
    lines = [f"1. {provenance.plain(str(words))}" for words in shown["words"]]
    caution = f"**{overlay.not_cause()}** {overlay.dates_read_so()}"
    known = [library.store().source(i) for i in cited(library.store(), laid)]
    who = overlay.dated_by(provenance.named(known))
    return "\n".join([caution, "", *lines, "", provenance.quiet(who)])


@per_edition(maxsize=provenance.KEPT)
def left_out(figure: Figure) -> str:
    """The milestones that the chart has no room for, folded, as HTML; nothing where all are drawn."""
    if figures.PARAMETER not in figure.params:
        return ""
    shown = figures.drawn_over(library.store(), figure)
    laid = figures.laid_over(library.store(), figure)
    rest = laid[~laid["milestone_id"].isin(shown["milestone_id"])]
    if rest.empty:
        return ""
    listed = element("ul", *(element("li", str(words)) for words in rest["words"]))
    fold = element("details", element("summary", overlay.more(len(rest))), listed)
    said = element("p", overlay.room_for(len(shown)))
    return html(element("div", said, fold, classes="care"))
