"""Bars of many places in tiers: colored by class, labelled, one to be picked by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, PERCENT, ROWS, finish, horizontal, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Kept free for the label at a bar's end, in pixels.
LABEL_ROOM = 130
STEP = 20


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

    Needs columns `county_fips`, `name`, `value` (number or missing), `bar_label` (text at the
    bar's end), `kind` (a key of `colors`), `selected` (True or False) and those of `tooltip`.

    Args:
        colors: kind -> color token, in the order of the legend.
        count: the number of bars, for the height.
        tooltip: (field, label) pairs of formatted text.
        domain: the ends of the axis, zero within.
        picked: the name of the click that gives a row's `county_fips`.
        value_format: d3 format of the axis.
    """
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelPadding=6, labelOverlap=False),
        ),
        x=alt.X(
            "value:Q",
            scale=alt.Scale(domain=list(domain), range=horizontal(LABEL_ROOM, LABEL_ROOM)),
            axis=alt.Axis(
                format=value_format,
                title=None,
                tickCount=3,
                domain=False,
                ticks=False,
                orient="top",
            ),
        ),
        tooltip=tooltips(tooltip),
    )
    click = alt.selection_point(name=picked, fields=["county_fips"], on="click")
    bar = (
        base.mark_bar(height={"band": 0.72}, cursor="pointer", stroke="@soft", strokeWidth=0.7)
        .encode(
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=list(colors), range=list(colors.values())),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    columns=1,
                    symbolType="square",
                    symbolStrokeColor="@soft",
                    symbolStrokeWidth=1,
                ),
            ),
        )
        .add_params(click)
    )
    # A band over the whole row: a bar of zero has no length that an outline could show.
    band = (
        base.transform_filter("datum.selected")
        .mark_bar(height={"band": 1}, color="@earlier_mark", opacity=0.35, aria=False)
        .encode(x=alt.value(0), x2=alt.value("width"))
    )
    outline = (
        base.transform_filter("datum.selected")
        .transform_calculate(at="isValid(datum.value) ? datum.value : 0")
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
    label = (
        base.transform_calculate(at="isValid(datum.value) ? max(datum.value, 0) : 0")
        .mark_text(style="quiet", align="left", dx=7, color="@ink")
        .encode(x="at:Q", text="bar_label:N", color=alt.value("@ink"))
    )
    height = count * STEP + 30 + LEGEND_ROW * len(colors)
    spec = finish(alt.layer(bar, band, outline, label).properties(height=height))
    return _params_in_layer(spec, picked)


def _params_in_layer(spec: dict[str, Any], picked: str) -> dict[str, Any]:
    """`spec` with the click declared in the layer of the bars, where the screen looks for it."""
    for param in spec.pop("params", []):
        param.pop("views", None)
        if param["name"] == picked:
            bars = spec["layer"][0]
            bars.pop("name", None)
            bars.setdefault("params", []).append(param)
    return spec
