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
    tooltips,
    value_axis,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: A page narrower than this, in pixels, has no room for long names beside bars.
SLIM = "containerSize()[0] < 480"

#: Pixels that a long name beside its bar may take, more where the page is wide.
BESIDE = "containerSize()[0] > 900 ? 380 : 240"

#: Pixels a bar whose name stands above it, and how much lower it is for that.
LONG_STEP, LOWER = 44, 8

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
    is_long: bool = False,
) -> dict[str, Any]:
    """Bars of `value` by `group`, colored by `kind`.

    Needs columns `group` (text), `value` (number or missing), `label` (text at the bar's end; for a
    missing value it says so), `kind` (a key of `colors`) and those of `tooltip`. `is_long` is for
    long names, which stand above their bars on a phone.
    """
    step = max(step, LONG_STEP) if is_long else step
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "group:N",
            sort=None,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, **_names(step, is_long=is_long)),
        ),
        x=value_axis(
            alt.Scale(domain=[0, top], range=horizontal(LABEL_ROOM, LABEL_ROOM)),
            value_format,
            values=[t for t in ticks if t <= top],
        ),
        color=colored("kind", colors),
        tooltip=tooltips(tooltip),
    )
    lower: dict[str, Any] = {"yOffset": alt.ExprRef(f"{SLIM} ? {LOWER} : 0")} if is_long else {}
    high: Any = {"expr": f"{SLIM} ? 14 : {step * 0.62:.0f}"} if is_long else {"band": 0.62}
    bar = base.mark_bar(height=high, cornerRadiusEnd=2, **lower)
    label = (
        base.transform_calculate(at="isValid(datum.value) ? datum.value : 0")
        .mark_text(style="label", align="left", dx=8, color="@ink", **lower)
        .encode(x="at:Q", text="label:N", color=alt.value("@ink"))
    )
    return finish(alt.layer(bar, label).properties(height=count * step + AXIS_ROOM))


def _names(step: int, *, is_long: bool) -> dict[str, Any]:
    """How names stand at bars: beside them, long ones above them where a page is slim."""
    if not is_long:
        return {"labelPadding": 8}
    return {
        "labelPadding": alt.ExprRef(f"{SLIM} ? 0 : 8"),
        "labelAlign": alt.ExprRef(f"{SLIM} ? 'left' : 'right'"),
        "labelOffset": alt.ExprRef(f"{SLIM} ? {-step * 0.22:.0f} : 0"),
        "labelLimit": alt.ExprRef(f"{SLIM} ? containerSize()[0] : {BESIDE}"),
    }
