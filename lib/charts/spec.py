"""What every form shares: the placeholder for data, tooltips and the finishing step."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import altair as alt
from altair.utils import schemapi

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Altair else holds every part of every chart against the schema as it is made.
schemapi.disable_debug_mode()

#: The rows are bound by name when the figure is drawn or exported.
ROWS = alt.Data(name="rows")

PERCENT = ".0%"

#: Below this width, in pixels, a chart is read on a phone: fewer labels, none at the side.
NARROW = 480

#: What axes and legends take from the height of a chart, in pixels: the screen fits the whole
#: drawing, axes included, into the height that a form asks for.
AXIS_ROOM = 40
LEGEND_ROW = 22


def horizontal(room: int, narrow_room: int) -> list[Any]:
    """A horizontal range that leaves `room` pixels free at the right, less on a phone."""
    free = f"width < {NARROW} ? {narrow_room} : {room}"
    return [0, alt.ExprRef(f"max(width - ({free}), 20)")]


def colored(field: str, colors: Mapping[str, str], legend: alt.Legend | None = None) -> alt.Color:
    """Marks colored by a field, whose values are named in the legend in the order of `colors`."""
    scale = alt.Scale(domain=list(colors), range=list(colors.values()))
    return alt.Color(f"{field}:N", scale=scale, legend=legend)


def named_rows(padding: int, field: str = "group", **axis: Any) -> alt.Y:
    """A row a value of a field, in the order of the rows, with its name at the left."""
    plain = alt.Axis(ticks=False, domain=False, labelPadding=padding, **axis)
    return alt.Y(f"{field}:N", sort=None, title=None, axis=plain)


def value_axis(scale: alt.Scale, value_format: str, **axis: Any) -> alt.X:
    """`value` from left to right, without the line and the ticks of an axis."""
    plain = alt.Axis(format=value_format, title=None, domain=False, ticks=False, **axis)
    return alt.X("value:Q", scale=scale, axis=plain)


def tooltips(pairs: Sequence[tuple[str, str]]) -> list[alt.Tooltip]:
    """One tooltip line a (field, label) pair; fields hold text that is already formatted."""
    return [alt.Tooltip(field=field, type="nominal", title=label) for field, label in pairs]


def spoken(pairs: Sequence[tuple[str, str]]) -> alt.ExprRef:
    """What a screen reader says of a mark: each field of `pairs` after its label.

    Without it the drawing engine reads out every channel, and a shape as "[object Object]".
    """
    said = (f"{json.dumps(f'{label}: ')} + datum['{name}']" for name, label in pairs)
    return alt.ExprRef(" + '; ' + ".join(said))


def finish(chart: alt.Chart | alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    """`chart` as a specification without data, theme configuration or schema address.

    It is not held against the schema here: a visitor would wait for that. A test does so for
    every figure.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)
    for key in ("data", "config", "$schema", "datasets"):
        spec.pop(key, None)
    for layer in spec.get("layer", []):
        if layer.get("data", {}).get("name") == "rows":
            layer.pop("data")
    return spec


def lean(spec: Mapping[str, Any]) -> dict[str, Any]:
    """`spec` with what all its layers encode alike said once: the same drawing in fewer bytes."""
    return _shared(_plain(dict(spec)))


#: Channels that show a text; the drawing engine takes it for one when nothing else is said.
TEXTS = ("text", "tooltip")


def _plain(part: Any) -> Any:
    """`part` without the word that a text which is shown is a text."""
    if isinstance(part, list):
        return [_plain(value) for value in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _untyped(value) if name in TEXTS else _plain(value) for name, value in part.items()
    }


def _untyped(shown: Any) -> Any:
    if isinstance(shown, list):
        return [_untyped(value) for value in shown]
    if isinstance(shown, dict) and shown.get("type") == "nominal" and "field" in shown:
        return {name: value for name, value in shown.items() if name != "type"}
    return shown


def _shared(spec: dict[str, Any]) -> dict[str, Any]:
    """`spec` with what its layers encode alike beside them; layers of other data stay apart."""
    layers = spec.get("layer", [])
    if not layers or "encoding" in spec:
        return spec
    runs = [(apart, list(run)) for apart, run in groupby(layers, lambda layer: "data" in layer)]
    if len(runs) == 1:
        return {**spec, **_said_once(layers)}
    grouped = [
        layer
        for apart, run in runs
        for layer in (run if apart or len(run) == 1 else [_said_once(run)])
    ]
    return {**spec, "layer": grouped}


#: What a place says of its axis: a layer with another field on it takes the same axis anyway.
PLACE = {"field", "type", "axis", "scale", "title"}


def _said_once(layers: list[dict[str, Any]]) -> dict[str, Any]:
    """`layers` as one group, with the encoding that all of them share."""
    encodings = [layer.get("encoding", {}) for layer in layers]
    first, *others = encodings
    shared = {
        channel: meaning
        for channel, meaning in first.items()
        if all(other.get(channel) == meaning for other in others)
    }
    for channel in ("x", "y"):
        usual = None if channel in shared else _usual([each.get(channel) for each in encodings])
        if usual:
            shared[channel] = usual
    if not shared:
        return {"layer": layers}
    own = [
        {
            **layer,
            "encoding": {c: m for c, m in layer["encoding"].items() if m != shared.get(c, not m)},
        }
        for layer in layers
    ]
    return {"encoding": shared, "layer": own}


def _usual(places: list[Any]) -> dict[str, Any] | None:
    """The place that most layers share, where the others only name another field on its axis."""
    if not all(
        isinstance(place, dict) and {"field", "type"} <= set(place) <= PLACE for place in places
    ):
        return None
    usual: dict[str, Any] = max(places, key=places.count)
    return usual if places.count(usual) > 1 else None
