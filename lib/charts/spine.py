"""One line a measure from the lowest to the highest place, with marks for those compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, NARROW, ROWS, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Mark:
    """How one of those compared is drawn: its words in the legend, its color and its shape."""

    label: str
    color: str
    shape: str


@form()
def spine(
    marks: Mapping[str, Mark],
    *,
    count: int,
    tooltip: Sequence[tuple[str, str]],
    step: int = 92,
) -> dict[str, Any]:
    """A row a measure; each row has its own scale from 0 (lowest place) to 1 (highest).

    Needs columns `group` (text, in reading order), `middle_low` and `middle_high` (where the
    middle half of the places begins and ends, 0..1), `low_label` and `high_label` (text at
    the ends of the line), `label` (text over the first mark, or why there is none), the keys of `marks` (0..1,
    missing where not held) and those of `tooltip`.

    Args:
        marks: column -> mark; the first one is the place in focus.
        count: the number of rows, for the height.
        tooltip: (field, label) pairs of formatted text.
        step: pixels a row.
    """
    focus = next(iter(marks))
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "group:N",
            sort=None,
            title=None,
            axis=None,
        )
    )
    scale = alt.Scale(domain=[-0.04, 1.04], nice=False)
    ends = base.transform_calculate(zero="0", one="1")
    line = ends.mark_rule(strokeWidth=2, color="@rule").encode(
        x=alt.X("zero:Q", scale=scale, axis=None), x2="one:Q"
    )
    middle = base.mark_rule(strokeWidth=9, color="@rule", strokeCap="round").encode(
        x=alt.X("middle_low:Q", scale=scale), x2="middle_high:Q"
    )
    # The name stands over its line and not beside it: on a phone the line needs the width.
    name = ends.mark_text(style="label", color="@ink", align="left", dy=-40).encode(
        x=alt.X("zero:Q", scale=scale), text="group:N"
    )
    low = ends.mark_text(style="quiet", color="@soft", align="left", dy=19).encode(
        x=alt.X("zero:Q", scale=scale), text="low_label:N"
    )
    high = ends.mark_text(style="quiet", color="@soft", align="right", dy=19).encode(
        x=alt.X("one:Q", scale=scale), text="high_label:N"
    )
    names = list(marks)
    words = {name: mark.label for name, mark in marks.items()}
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=alt.ExprRef(f"width < {NARROW} ? 2 : {len(names)}"),
        labelExpr=" : ".join(f"datum.label == '{n}' ? '{w}'" for n, w in words.items()) + " : ''",
    )
    folded = base.transform_fold([*names], as_=["who", "at"]).transform_filter("isValid(datum.at)")
    point = folded.mark_point(filled=True, opacity=1, stroke="@paper", strokeWidth=1).encode(
        x=alt.X("at:Q", scale=scale),
        color=alt.Color(
            "who:N",
            scale=alt.Scale(domain=names, range=[marks[n].color for n in names]),
            legend=legend,
        ),
        shape=alt.Shape(
            "who:N",
            scale=alt.Scale(domain=names, range=[marks[n].shape for n in names]),
            legend=legend,
        ),
        size=alt.condition(f"datum.who == '{focus}'", alt.value(260), alt.value(120)),
        tooltip=tooltips(tooltip),
    )
    label = (
        base.transform_filter(f"isValid(datum.{focus})")
        .transform_calculate(
            edge=f"datum.{focus} < 0.12 ? 'left' : datum.{focus} > 0.88 ? 'right' : 'center'"
        )
        .mark_text(style="label", color="@ink", dy=-18, align={"expr": "datum.edge"})
        .encode(x=alt.X(f"{focus}:Q", scale=scale), text="label:N")
    )
    missing = (
        ends.transform_filter(f"!isValid(datum.{focus})")
        .mark_text(style="quiet", color="@soft", align="left", dy=-18, fontStyle="italic")
        .encode(x=alt.X("zero:Q", scale=scale), text="label:N")
    )
    return finish(
        alt.layer(line, middle, name, low, high, point, label, missing).properties(
            height=count * step + 2 * LEGEND_ROW
        )
    )
