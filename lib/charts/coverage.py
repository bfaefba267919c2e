"""A grid of what is held: one row a group of people, one cell a subject, the year in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, NARROW, ROWS, colored, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: One row, in pixels: a phone has room for a name of two lines in it.
STEP = 25
HEAD = 96
#: Room for the names at the left, in pixels.
NAMES = f"width < {NARROW} ? 142 : 270"
#: A longer name has two lines on a phone, and their letters this size.
LONG = 25
SMALL = 11.5


@form()
def coverage(
    ages: Mapping[str, tuple[str, str]],
    *,
    people: int,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """Cells of `subject` by `people`, filled by `age`, with `text` in them.

    Needs columns `people` (text), `subject` (text), `age` (a key of `ages`), `text` (the year,
    or a dash), `name` (the row's name, on its first cell only) and those of `tooltip`.

    `ages` are words of an age -> (color token of the cell, of the text), in the order of the
    legend; `people` is the number of rows, for the height.
    """
    base = alt.Chart(ROWS).encode(
        y=alt.Y("people:N", sort=None, axis=None, scale=alt.Scale(padding=0.08)),
        x=alt.X(
            "subject:N",
            sort=None,
            scale=alt.Scale(padding=0.04, range=[alt.ExprRef(NAMES), alt.ExprRef("width")]),
            axis=alt.Axis(
                orient="top", title=None, labelAngle=-40, ticks=False, domain=False, labelLimit=150
            ),
        ),
    )
    color = colored(
        "age",
        {age: fill for age, (fill, _text) in ages.items()},
        alt.Legend(
            title=None,
            orient="bottom",
            symbolType="square",
            columns=alt.ExprRef(f"width < {NARROW} ? 2 : {len(ages)}"),
        ),
    )
    cell = base.mark_rect(cornerRadius=2, stroke="@soft", strokeWidth=0.8)
    cell = cell.encode(color=color, tooltip=tooltips(tooltip))
    texts = [
        base.transform_filter(alt.FieldEqualPredicate(field="age", equal=age))
        .transform_calculate(
            shown=f"width < {NARROW} && length(datum.text) == 4 "
            "? '\u2019' + slice(datum.text, 2) : datum.text"
        )
        .mark_text(style="quiet", color=ink, fontSize=SMALL)
        .encode(text="shown:N")
        for age, (_fill, ink) in ages.items()
    ]
    name = (
        base.transform_filter("datum.name != ''")
        .transform_calculate(
            shown=f"width < {NARROW} && length(datum.name) > {LONG} "
            f"? replace(datum.name, /^(.{{{LONG - 8},{LONG}}}) /, '$1\\n') : datum.name"
        )
        .mark_text(
            style="label", align="left", color="@ink", fontSize=SMALL, lineBreak="\n", lineHeight=11,
            baseline="middle",
        )
        .encode(x=alt.value(0), text="shown:N")
    )  # fmt: skip
    # Legends in one line, on a phone in lines of their own: the plot keeps its height.
    height = people * STEP + HEAD + LEGEND_ROW * 2
    return finish(alt.layer(cell, *texts, name).properties(height=height))
