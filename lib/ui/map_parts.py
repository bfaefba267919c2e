"""The map to explore: its shapes and points, its key, and what a touch on it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import charts, theme
from lib.i18n import _
from lib.maps import explore
from lib.subjects.county_map.points import POINT_COLORS
from lib.ui import county_card, figure as figure_view, library
from lib.ui.edition import per_edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Figure

#: What the drawings read; the rest of a figure's rows stays on the server.
SENT = (
    "county_fips", "name", "kind", "value", "value_words", "base_words", "supply_words",
    "bar_label", "nonmetro", "selected", "spot_lon", "spot_lat", "spot_width", "spot_height",
)  # fmt: skip

#: Maps to explore that are kept, each 100 KB.
DECKS = 8


def touched(state: object) -> str:
    """The county of a touch on the map to explore: a shape's, or a hospital's own."""
    objects = state["selection"].get("objects") or {}  # type: ignore[index]
    for found in objects.values():
        if found and "county_fips" in found[0]:
            return str(found[0]["county_fips"])
    return ""


def key(name: str, tokens: Mapping[str, str], shape: str) -> None:
    """The key of a drawing that has none of its own."""
    palette = theme.PALETTES[figure_view.mode()]
    rows = pd.DataFrame(
        {
            "line": range(len(tokens)),
            "label": list(tokens),
            "color": [palette[token[1:]] for token in tokens.values()],
        }
    )
    spec = theme.paint(
        charts.key(count=len(tokens), shape=shape), figure_view.mode(), theme.Medium.SCREEN
    )
    alt = _("Key: {labels}.").format(labels="; ".join(tokens))
    st.vega_lite_chart(rows, spec, theme=None, key=name, alt=alt)


def _with_selected(rows: pd.DataFrame, fips: str) -> pd.DataFrame:
    """The columns that the drawings read, with the selected county marked."""
    sent = [column for column in SENT if column in rows.columns]
    return rows[sent].assign(selected=rows["county_fips"].eq(fips))


def tokens(figure: Figure) -> Mapping[str, str]:
    """Kind of a county -> the name of its color."""
    return figure.chart.colors if isinstance(figure.chart, charts.Form) else {}


@per_edition(maxsize=DECKS)
def deck(figure: Figure, fips: str, zoom: str, mode: theme.Mode, touches: int) -> explore.Deck:
    """The shapes and points of one view of the map to explore, for all who have it."""
    palette = theme.PALETTES[mode]
    sites = county_card.points()
    colors = {**tokens(figure), **POINT_COLORS}
    return explore.deck(
        library.store().topology,
        _with_selected(figure.rows, fips),
        sites[sites["lat"].notna()].rename(columns={"report": "kind"}),
        {kind: palette[token[1:]] for kind, token in colors.items()},
        zoom=zoom,
        ink=palette["ink"],
        paper=palette["paper"],
        touches=touches,
    )
