"""Horizontal bars from zero, in the order of the rows, with their label at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import (
    AXIS_ROOM,
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
LABEL_ROOM = 84


@form("bars")
def bars(
    colors: Mapping[str, str],
    *,
    count: int,
    tooltip: Sequence[tuple[str, str]],
    top: float = 1.0,
    ticks: Sequence[float] = (0, 0.2, 0.4, 0.6, 0.8, 1.0),
    value_format: str = PERCENT,
    step: int = 34,
) -> dict[str, Any]:
    """Bars of `value` by `group`, colored by `kind`.

    Needs columns `group` (text), `value` (number or missing), `label` (text at the bar's
    end; for a missing value it says so), `kind` (a key of `colors`) and those of `tooltip`.

    Args:
        colors: kind -> color token.
        count: the number of bars, for the height.
        tooltip: (field, label) pairs of formatted text.
        top: the upper end of the axis.
        ticks: the values named on the axis, within `top`.
        value_format: d3 format of the axis.
        step: pixels a bar.
    """
    base = alt.Chart(ROWS).encode(
        y=named_rows(8),
        x=value_axis(
            alt.Scale(domain=[0, top], range=horizontal(LABEL_ROOM, LABEL_ROOM)),
            value_format,
            values=[t for t in ticks if t <= top],
        ),
        color=colored("kind", colors),
        tooltip=tooltips(tooltip),
    )
    bar = base.mark_bar(height={"band": 0.62}, cornerRadiusEnd=2)
    label = (
        base.transform_calculate(at="isValid(datum.value) ? datum.value : 0")
        .mark_text(style="label", align="left", dx=8, color="@ink")
        .encode(x="at:Q", text="label:N", color=alt.value("@ink"))
    )
    return finish(alt.layer(bar, label).properties(height=count * step + AXIS_ROOM))
