"""A grid of what is held: one row a group of people, one cell a subject, the year in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, NARROW, ROWS, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEP = 62
HEAD = 96


@form()
def coverage(
    ages: Mapping[str, tuple[str, str]],
    *,
    people: int,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """Cells of `subject` by `people`, filled by `age`, with `text` in them.

    Needs columns `people` (text), `subject` (text), `age` (a key of `ages`), `text` (the year,
    or a dash), `label` (text at the right of the row, on its first cell only, else empty;
    `short` on a phone),
    `name` (the row's name, on its first cell only) and those of `tooltip`.

    Args:
        ages: words of an age -> (color token of the cell, of the text); also the legend.
        people: the number of rows, for the height.
        tooltip: (field, label) pairs of formatted text.
    """
    base = alt.Chart(ROWS).encode(
        y=alt.Y("people:N", sort=None, axis=None, scale=alt.Scale(padding=0.05)),
        x=alt.X(
            "subject:N",
            sort=None,
            scale=alt.Scale(padding=0.08),
            axis=alt.Axis(
                orient="top", title=None, labelAngle=-40, ticks=False, domain=False, labelLimit=150
            ),
        ),
    )
    color = alt.Color(
        "age:N",
        scale=alt.Scale(domain=list(ages), range=[fill for fill, _text in ages.values()]),
        legend=alt.Legend(title=None, orient="bottom", symbolType="square", columns=1),
    )
    cell = base.mark_rect(height=26, yOffset=10, cornerRadius=2, stroke="@soft", strokeWidth=0.8)
    cell = cell.encode(color=color, tooltip=tooltips(tooltip))
    texts = [
        base.transform_filter(alt.FieldEqualPredicate(field="age", equal=age))
        .mark_text(style="quiet", dy=10, color=ink)
        .encode(text="text:N")
        for age, (_fill, ink) in ages.items()
    ]
    name = base.mark_text(style="label", align="left", dy=-15, color="@ink").encode(
        x=alt.value(0), text="name:N"
    )
    label = (
        base.transform_calculate(shown=f"width < {NARROW} ? datum.short : datum.label")
        .mark_text(style="quiet", align="right", dy=-15, color="@soft")
        .encode(x=alt.value("width"), text="shown:N")
    )
    height = people * STEP + HEAD + LEGEND_ROW * (len(ages) + 1)
    return finish(alt.layer(cell, *texts, name, label).properties(height=height))
