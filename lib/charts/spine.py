"""One line a measure from the lowest to the highest place, with marks for those compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, NARROW, ROWS, colored, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


@dataclass(frozen=True)
class Mark:
    """How one of those compared is drawn: its words in the legend, its color and its shape."""

    label: str
    color: str
    shape: str


def middle_half(values: pd.Series) -> dict[str, float]:
    """Where the middle half of the places begins and ends on their line, 0..1."""
    low, high = float(values.min()), float(values.max())
    quarters = {"middle_low": 0.25, "middle_high": 0.75}
    span = (high - low) or 1.0
    return {name: (float(values.quantile(q)) - low) / span for name, q in quarters.items()}


@form("table")
def spine(
    marks: Mapping[str, Mark],
    *,
    count: int,
    tooltip: Sequence[tuple[str, str]],
    step: int = 92,
    said: str = "",
    reading: str = "",
) -> dict[str, Any]:
    """A row a measure; each row has its own scale from 0 (lowest place) to 1 (highest).

    Needs columns `group` (text, in reading order), `middle_low` and `middle_high` (where the middle
    half of the places begins and ends, 0..1), `low_label` and `high_label` (text at the ends of the
    line), `label` (text over the first mark, or why there is none), the keys of `marks` (0..1,
    missing where not held) and those of `tooltip`. `marks` are column -> mark; the first one is
    the place in focus. `said` is a column with the values of all marks in words: it stands under
    the name of the row, in place of the label over the first mark. `reading` says how a line is
    read, in the figure's subtitle; a slide that has a table in its place leaves it out.
    """
    base = alt.Chart(ROWS).encode(y=alt.Y("group:N", sort=None, title=None, axis=None))
    ends = base.transform_calculate(zero="0", one="1")
    line = ends.mark_rule(strokeWidth=2, color="@rule").encode(x=_at("zero", axis=None), x2="one:Q")
    middle = base.mark_rule(strokeWidth=9, color="@rule", strokeCap="round").encode(
        x=_at("middle_low"), x2="middle_high:Q"
    )
    # The name stands over its line and not beside it: on a phone the line needs the width.
    name = ends.mark_text(style="label", color="@ink", align="left", dy=-40).encode(
        x=_at("zero"), text="group:N"
    )
    low = ends.mark_text(style="quiet", color="@soft", align="left", dy=19).encode(
        x=_at("zero"), text="low_label:N"
    )
    high = ends.mark_text(style="quiet", color="@soft", align="right", dy=19).encode(
        x=_at("one"), text="high_label:N"
    )
    layers = [line, middle, name, low, high, _points(base, marks, tooltip)]
    layers += [_said(ends, said)] if said else _labels(base, ends, next(iter(marks)))
    return finish(alt.layer(*layers).properties(height=count * step + 2 * LEGEND_ROW))


def _at(field: str, **axis: Any) -> alt.X:
    """A place on the line of its measure, with room for a mark at either end."""
    scale = alt.Scale(domain=[-0.04, 1.04], nice=False)
    return alt.X(f"{field}:Q", scale=scale, **axis)


def _points(
    base: alt.Chart, marks: Mapping[str, Mark], tooltip: Sequence[tuple[str, str]]
) -> alt.Chart:
    """The marks of those compared, the first one larger, with their legend."""
    names = list(marks)
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=alt.ExprRef(f"width < {NARROW} ? 2 : {len(names)}"),
        labelExpr=" : ".join(f"datum.label == '{n}' ? '{m.label}'" for n, m in marks.items())
        + " : ''",
    )
    shapes = alt.Scale(domain=names, range=[mark.shape for mark in marks.values()])
    folded = base.transform_fold([*names], as_=["who", "at"]).transform_filter("isValid(datum.at)")
    points: alt.Chart = folded.mark_point(
        filled=True, opacity=1, stroke="@paper", strokeWidth=1
    ).encode(
        x=_at("at"),
        color=colored("who", {name: mark.color for name, mark in marks.items()}, legend),
        shape=alt.Shape("who:N", scale=shapes, legend=legend),
        size=alt.condition(f"datum.who == '{names[0]}'", alt.value(260), alt.value(120)),
        tooltip=tooltips(tooltip),
    )
    return points


def _said(ends: alt.Chart, column: str) -> alt.Chart:
    """The values in words, where a phone has room for all of them."""
    text: alt.Chart = ends.mark_text(style="quiet", color="@ink", align="left", dy=-20).encode(
        x=_at("zero"), text=f"{column}:N"
    )
    return text


def _labels(base: alt.Chart, ends: alt.Chart, focus: str) -> tuple[alt.Chart, alt.Chart]:
    """The words over the first mark, and why there is none."""
    label = (
        base.transform_filter(f"isValid(datum.{focus})")
        .transform_calculate(
            edge=f"datum.{focus} < 0.12 ? 'left' : datum.{focus} > 0.88 ? 'right' : 'center'"
        )
        .mark_text(style="label", color="@ink", dy=-18, align={"expr": "datum.edge"})
        .encode(x=_at(focus), text="label:N")
    )
    missing = (
        ends.transform_filter(f"!isValid(datum.{focus})")
        .mark_text(style="quiet", color="@soft", align="left", dy=-18, fontStyle="italic")
        .encode(x=_at("zero"), text="label:N")
    )
    return label, missing
