"""One row a dated event, in order: a mark as wide as its date is known, and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.lettering import grounded
from lib.charts.spec import ROWS, colored, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Pixels of the axis at the top, and of a line of the legend.
AXIS, LEGEND = 26, 22
#: The width from which the legend stands on one line.
WIDE = 600
#: Pixels between a mark and its title.
GAP = 12


@form()
def events(
    colors: Mapping[str, str],
    *,
    count: int,
    years: tuple[int, int],
    tooltip: Sequence[tuple[str, str]],
    step: int = 22,
    legend: bool = True,
    precisions: Sequence[str] = ("year", "day", "month"),
) -> dict[str, Any]:
    """Marks by row at their dates, each with its title on the side that has more room.

    A day is a filled dot, a month a ring in its middle, a year a bar across the year.

    Needs columns `row` (number from 0), `begin`, `end` and `middle` (decimal years), `precise`
    ("day", "month" or "year"), `kind` (a key of `colors`; also the legend's words), `label`
    (the title) and those of `tooltip`.

    `legend` is False where the kinds need no naming; `precisions` are those that the rows hold: a
    layer without a mark would be an unnamed graphic to a screen reader.
    """
    color = colored(
        "kind",
        colors,
        alt.Legend(
            title=None,
            orient="top",
            symbolType="circle",
            columns=alt.expr(f"width > {WIDE} ? {len(colors)} : 1"),
            offset=14,
        )
        if legend
        else None,
    )
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "middle:Q",
            scale=alt.Scale(domain=list(years), nice=False, zero=False),
            axis=alt.Axis(
                orient="top",
                format="d",
                title=None,
                tickMinStep=1,
                domain=False,
                labelOverlap="greedy",
                labelSeparation=12,
            ),
        ),
        y=alt.Y(
            "row:Q",
            scale=alt.Scale(domain=[-0.7, count - 0.3], reverse=True, nice=False, zero=False),
            axis=None,
        ),
        color=color,
        tooltip=tooltips(tooltip),
    )
    day = base.transform_filter("datum.precise == 'day'").mark_point(
        filled=True, size=90, opacity=1
    )
    month = base.transform_filter("datum.precise == 'month'").mark_point(
        filled=False, size=80, strokeWidth=2.5, opacity=1
    )
    year = (
        base.transform_filter("datum.precise == 'year'")
        .mark_rule(strokeWidth=9)
        .encode(x="begin:Q", x2="end:Q")
    )
    height = count * step + AXIS + (LEGEND * len(colors) + 8 if legend else 0)
    marks = {"year": year, "day": day, "month": month}
    held = [mark for name, mark in marks.items() if name in set(precisions)]
    return finish(alt.layer(*held, *_titles(base)).properties(height=height))


def _titles(base: alt.Chart) -> list[alt.Chart]:
    """The titles, each cut to the room on its side of the mark, on a ground of paper."""
    right = "scale('x', datum.middle) < width / 2"
    after, before = f"scale('x', datum.end) + {GAP}", f"scale('x', datum.begin) - {GAP}"
    mark = {
        "style": "label",
        "fontWeight": 400,
        "align": alt.expr(f"{right} ? 'left' : 'right'"),
        "limit": alt.expr(f"{right} ? width - ({after}) : {before}"),
    }
    return grounded(base, mark, x=f"{right} ? {after} : {before}", field="label")
