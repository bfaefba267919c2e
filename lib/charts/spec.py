"""What every form shares: the placeholder for data, tooltips and the finishing step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The rows are bound by name when the figure is drawn or exported.
ROWS = alt.Data(name="rows")

PERCENT = ".0%"

#: Kept free at the right of a chart, in pixels, for labels that run past the last mark.
LABEL_ROOM = 64


def tooltips(pairs: Sequence[tuple[str, str]]) -> list[alt.Tooltip]:
    """One tooltip line a (field, label) pair; fields hold text that is already formatted."""
    return [alt.Tooltip(field=field, type="nominal", title=label) for field, label in pairs]


def finish(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """`chart` as a specification without data, theme configuration or schema address."""
    spec: dict[str, Any] = chart.to_dict()
    for key in ("data", "config", "$schema", "datasets"):
        spec.pop(key, None)
    for layer in spec.get("layer", []):
        if layer.get("data", {}).get("name") == "rows":
            layer.pop("data")
    return spec
