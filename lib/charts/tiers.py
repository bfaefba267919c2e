"""Bars of many places in tiers: colored by class, labelled, one to be picked by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import (
    LEGEND_ROW,
    PERCENT,
    ROWS,
    colored,
    finish,
    horizontal,
    named_rows,
    tooltips,
    value_axis,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Kept free for the label at a bar's end, in pixels.
LABEL_ROOM = 130
STEP = 20

LEGEND = alt.Legend(
    title=None,
    orient="top",
    columns=1,
    symbolType="square",
    symbolStrokeColor="@soft",
    symbolStrokeWidth=1,
)


@form()
def tiers(
    colors: Mapping[str, str],
    *,
    count: int,
    tooltip: Sequence[tuple[str, str]],
    domain: tuple[float, float],
    picked: str,
    value_format: str = PERCENT,
) -> dict[str, Any]:
    """Bars of `value` by `name`, in the order of the rows, with the selected one outlined.

    Needs columns `county_fips`, `name`, `value` (number or missing), `bar_label` (text at the bar's
    end), `kind` (a key of `colors`), `selected` (True or False) and those of `tooltip`. `domain`
    is the ends of the axis, zero within.
    """
    base = alt.Chart(ROWS).encode(
        y=named_rows(6, "name", labelOverlap=False),
        x=value_axis(
            alt.Scale(domain=list(domain), range=horizontal(LABEL_ROOM, LABEL_ROOM)),
            value_format,
            tickCount=3,
            orient="top",
        ),
        tooltip=tooltips(tooltip),
    )
    click = alt.selection_point(name=picked, fields=["county_fips"], on="click")
    bar = (
        base.mark_bar(height={"band": 0.72}, cursor="pointer", stroke="@soft", strokeWidth=0.7)
        .encode(color=colored("kind", colors, LEGEND))
        .add_params(click)
    )
    label = (
        base.transform_calculate(at="isValid(datum.value) ? max(datum.value, 0) : 0")
        .mark_text(style="quiet", align="left", dx=7, color="@ink")
        .encode(x="at:Q", text="bar_label:N", color=alt.value("@ink"))
    )
    height = count * STEP + 30 + LEGEND_ROW * len(colors)
    whole = alt.layer(bar, *_selected(base), label).properties(height=height)
    return _params_in_layer(finish(whole), picked)


def _selected(base: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    """The band and the outline of the selected bar."""
    selected = base.transform_filter("datum.selected")
    # A band over the whole row: a bar of zero has no length that an outline could show.
    band = selected.mark_bar(
        height={"band": 1}, color="@earlier_mark", opacity=0.35, aria=False
    ).encode(x=alt.value(0), x2=alt.value("width"))
    outline = (
        selected.transform_calculate(at="isValid(datum.value) ? datum.value : 0")
        .mark_bar(
            height={"band": 0.95},
            filled=False,
            fill=None,
            stroke="@ink",
            strokeWidth=2.5,
            aria=False,
        )
        .encode(x="at:Q")
    )
    return band, outline


def _params_in_layer(spec: dict[str, Any], picked: str) -> dict[str, Any]:
    """`spec` with the click declared in the layer of the bars, where the screen looks for it."""
    for param in spec.pop("params", []):
        param.pop("views", None)
        if param["name"] == picked:
            bars = spec["layer"][0]
            bars.pop("name", None)
            bars.setdefault("params", []).append(param)
    return spec
