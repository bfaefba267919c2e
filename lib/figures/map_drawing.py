"""The two drawings that every county map shares: counties in classes, bars in tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lib import charts, maps
from lib.derive import vocabulary
from lib.figures.map_rows import ZOOMS
from lib.maps import geometry

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.store import Store

Zoom = Literal["state", "bay", "south"]

Tips = tuple[tuple[str, str], ...]


def draw_map(
    store: Store,
    colors: Mapping[str, str],
    outlined: tuple[str, ...],
    zoom: str,
    tips: Tips,
) -> charts.Form:
    """The map of rows in classes, zoomed to a part of the state."""
    return maps.counties(
        colors,
        tooltip=tips,
        outlined=outlined,
        frame=geometry.frame(store.topology, ZOOMS[zoom]),
        outline_label=vocabulary.sentence(store, "county_map", "outline"),
        is_whole=zoom == "state",
    )


def draw_bars(
    rows: pd.DataFrame, colors: Mapping[str, str], tips: Tips, unit: str
) -> charts.Form | None:
    """Bars of the values; kinds that are words and not numbers have none."""
    held = rows["value"].dropna()
    if held.empty:
        return None
    formats = {"share": ".0%", "growth": "+.0%", "usd": "$,.0f", "count": ",.0f"}
    return charts.tiers(
        colors,
        count=len(rows),
        tooltip=tips,
        domain=(min(0.0, float(held.min())), max(float(held.max()), 0.0) or 1.0),
        picked=maps.PICKED,
        value_format=formats.get(unit, ",.1f"),
    )
