"""Places as dots on one scale, in rows by class, sized by how many people they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import AXIS_ROOM, NARROW, ROWS, colored, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEP = 92


@form()
def strip(
    colors: Mapping[str, str],
    *,
    top: float,
    most: float,
    ticks: Sequence[float],
    value_format: str,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """Dots of `value` in a row a `kind`, in the order of `colors`.

    Needs columns `kind` (a key of `colors`), `value` (number or missing), `people` (number or
    missing, the dot's area), `head` (the row's words, on one of its dots only, else empty; `head_short` on
    a phone),
    `mark` (a name beside a dot, mostly empty) and those of `tooltip`.

    `top` is the upper end of the scale, which starts at zero; `most` the number of people of the
    largest dot.
    """
    base = alt.Chart(ROWS).encode(
        y=alt.Y("kind:N", sort=list(colors), axis=None, scale=alt.Scale(domain=list(colors))),
        x=alt.X(
            "value:Q",
            scale=alt.Scale(domain=[0, top], nice=False),
            axis=alt.Axis(
                format=value_format, title=None, values=list(ticks), domain=False, ticks=False
            ),
        ),
    )
    dot = base.mark_point(filled=True, opacity=0.8, stroke="@soft", strokeWidth=1, yOffset=12)
    dot = dot.encode(
        size=alt.Size("people:Q", scale=alt.Scale(domain=[0, most], range=[30, 900]), legend=None),
        color=colored("kind", colors),
        tooltip=tooltips(tooltip),
    )
    head = (
        base.transform_calculate(shown=f"width < {NARROW} ? datum.head_short : datum.head")
        .mark_text(style="label", align="left", dy=-30, color="@ink")
        .encode(x=alt.value(0), text="shown:N")
    )
    mark = (
        base.transform_filter("datum.mark != ''")
        .mark_text(style="quiet", dy=-9, color="@soft")
        .encode(text="mark:N")
    )
    height = len(colors) * STEP + AXIS_ROOM
    return finish(alt.layer(dot, head, mark).properties(height=height))
