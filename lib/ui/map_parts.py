"""What the map to explore has beside it: its key, and what a touch on it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import charts, theme
from lib.i18n import _
from lib.ui import figure as figure_view

if TYPE_CHECKING:
    from collections.abc import Mapping


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
