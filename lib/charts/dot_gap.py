"""Groups in rows, one dot a year on a common scale; the current year strong and labelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import (
    AXIS_ROOM,
    NARROW,
    PERCENT,
    ROWS,
    finish,
    named_rows,
    tooltips,
    value_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How far the year of an earlier dot begins on the dot's other side, in pixels.
BESIDE = 6


@form("dots")
def dot_gap(
    *, groups: int, tooltip: Sequence[tuple[str, str]], top: float = 1.0, step: int = 62
) -> dict[str, Any]:
    """Dots of `value` by `group`; `when` is "current" or "earlier".

    Needs columns `group` (text, rows in reading order), `value` (number), `when`, `label`
    (text over the current dot), `year_label` (text under an earlier dot, empty where it
    would collide), `year_side` ("left" where that text grows to the left) and those of
    `tooltip`.
    """
    base = alt.Chart(ROWS).encode(
        y=named_rows(10),
        x=value_axis(
            alt.Scale(domain=[-0.02 * top, 1.03 * top], nice=False),
            PERCENT,
            values=[round(0.2 * i * top, 4) for i in range(6)],
        ),
    )
    span = (
        base.transform_aggregate(low="min(value)", high="max(value)", groupby=["group"])
        .mark_rule(strokeWidth=3, color="@rule")
        .encode(x="low:Q", x2="high:Q")
    )
    is_now = "datum.when == 'current'"
    layers = [
        span,
        # The rows of a group end with the current one, which lies over the others.
        base.mark_point(filled=True, opacity=1).encode(
            size=alt.condition(is_now, alt.value(260), alt.value(90)),
            color=alt.condition(is_now, alt.value("@teal"), alt.value("@earlier_mark")),
            tooltip=tooltips(tooltip),
        ),
        base.transform_filter(f"width > {NARROW} && datum.year_label")
        .mark_text(
            style="quiet",
            dy=17,
            color="@soft",
            # Two dots may stand close: their years grow away from each other.
            align=alt.ExprRef("datum.year_side == 'left' ? 'right' : 'left'"),
            dx=alt.ExprRef(f"datum.year_side == 'left' ? {BESIDE} : -{BESIDE}"),
        )
        .encode(text="year_label:N"),
        base.mark_text(style="label", dy=-18, color="@ink").encode(text="label:N"),
    ]
    return finish(alt.layer(*layers).properties(height=groups * step + AXIS_ROOM))
