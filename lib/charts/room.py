"""How high a chart stands on the screen, where it has the page's width and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.charts.form import Form
from lib.charts.trend import LANE, MILESTONES, years_of

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A line over years, and the most that rows are pulled apart to, in pixels.
TALL = 440
#: Rows a little farther apart read better; much farther, they no longer look like one list.
APART = 1.3


def roomy(spec: dict[str, Any], chart: Mapping[str, Any]) -> dict[str, Any]:
    """`spec`, painted from `chart`, at the height that a page gives it.

    Maps, long lists and squares keep their own.
    """
    height = spec.get("height")
    if not isinstance(height, int | float):
        return spec
    under = chart.arguments.get("spec", chart) if isinstance(chart, Form) else chart
    if years_of(under):
        names = _names(spec)
        return {**spec, "height": max(height - names, TALL) + names}
    if height < TALL and _has_rows(spec):
        return {**spec, "height": round(min(height * APART, TALL))}
    return spec


def _names(spec: Mapping[str, Any]) -> int:
    """What the names of events take over a plot."""
    events = spec.get("datasets", {}).get(MILESTONES, [])
    return LANE * (1 + max((int(event["lane"]) for event in events), default=-1))


def _has_rows(spec: Mapping[str, Any]) -> bool:
    """True for marks in rows of a list whose size follows their row."""
    layers = [layer for layer in spec.get("layer", [spec]) if isinstance(layer.get("mark"), dict)]
    marks = [layer["mark"] for layer in layers]
    if any("expr" in mark["height"] for mark in marks if isinstance(mark.get("height"), dict)):
        return False
    sides = [layer.get("encoding", {}).get("y", {}) for layer in layers]
    return any(side.get("type") in ("nominal", "ordinal") for side in sides)
