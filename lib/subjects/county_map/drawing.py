"""The two drawings that every county map shares: counties in classes, bars in tiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lib import charts, maps
from lib.derive import vocabulary
from lib.maps import geometry
from lib.subjects.county_map.classes import ZOOMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    crossed: maps.Crossed | None = None,
) -> charts.Form:
    """The map of rows in classes, zoomed to a part of the state; `crossed` is the key of two."""
    return maps.counties(
        colors,
        tooltip=tips,
        outlined=outlined,
        frame=geometry.frame(store.topology, ZOOMS[zoom]),
        outline_label=vocabulary.sentence(store, "county_map", "outline"),
        is_whole=zoom == "state",
        crossed=crossed,
    )


def draw_bars(
    rows: pd.DataFrame, colors: Mapping[str, str], tips: Tips, unit: str
) -> charts.Form | None:
    """Bars of the values; kinds that are words and not numbers have none."""
    held = rows["value"].dropna()
    if held.empty:
        return None
    return charts.tiers(
        colors,
        count=len(rows),
        tooltip=tips,
        domain=(min(0.0, float(held.min())), max(float(held.max()), 0.0) or 1.0),
        picked=maps.PICKED,
        value_format=value_format(unit),
    )


#: Shares that differ by less than this have axes with a decimal.
NEAR = 0.08


def value_format(unit: str, values: Sequence[float] = ()) -> str:
    """The d3 format of an axis of values in `unit`; `values` say how fine it must be."""
    fine = "1" if values and max(values) - min(values) < NEAR else "0"
    formats = {"share": f".{fine}%", "growth": "+.0%", "usd": "$,.0f", "count": ",.0f"}
    return formats.get(unit, ",.1f")
