"""Bars at their dates, one row an effort, with dated lines laid over from the top edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.lettering import grounded
from lib.charts.spec import ROWS, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Pixels: a row, a heading over a group of rows, a lane of labels at the top edge.
ROW, HEADING, LANE = 44, 40, 19
#: Pixels of the axis at the top.
AXIS = 26
#: A character of a row's name in pixels, and the width from which names of lines are written.
LETTER, WIDE = 7.2, 700
#: Room kept at the right of a wide chart, so that late names and labels stay in the frame.
MARGIN = 210


@form()
def timeline(
    colors: Mapping[str, str],
    *,
    years: tuple[int, int],
    height: int,
    tooltip: Sequence[tuple[str, str]],
    line_tooltip: Sequence[tuple[str, str]],
    precisions: Sequence[str] = ("day", "month", "year"),
) -> dict[str, Any]:
    """Bars by row, each under its name, and numbered lines with their names in lanes.

    Needs columns `part` ("bar" or "line"), `y` (pixels from the top: the bar's middle, or the
    line's label), `begin` and `end` (decimal years, missing where not known), `low` and `high`
    (the same, widened by an open end), `kind` (a key of `colors`, for bars), `name`, `beside`
    (text on the bar's own line), `heading` (text over the first row of a group, else empty),
    `number` (a line's number as text), `precise` (a line's "day", "month" or "year") and those
    of the tooltips.

    Args:
        colors: kind -> color token.
        years: first and last year of the axis.
        height: pixels, as given by `heights`.
        tooltip: (field, label) pairs of a bar.
        line_tooltip: (field, label) pairs of a line.
        precisions: those of the lines held, none where nothing is laid over; a layer without
            a mark would be an unnamed graphic to a screen reader.
    """
    edge = alt.expr(f"width > {WIDE} ? width - {MARGIN} : width - 16")
    base = alt.Chart(ROWS).encode(
        x=alt.X(
            "begin:Q",
            scale=alt.Scale(domain=list(years), nice=False, zero=False, range=[0, edge]),
            axis=alt.Axis(
                orient="top",
                format="d",
                title=None,
                tickMinStep=1,
                labelFlush=False,
                labelOverlap="greedy",
                labelSeparation=12,
                domain=False,
            ),
        ),
        y=alt.Y(
            "y:Q",
            scale=alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False),
            axis=None,
        ),
    )
    layers = [*_lines(base, height, line_tooltip, set(precisions)), *_bars(base, colors, tooltip)]
    layers += [*_names(base), *(_line_labels(base, line_tooltip) if precisions else [])]
    return finish(alt.layer(*layers).properties(height=height + AXIS))


def _lines(
    base: alt.Chart, height: int, tooltip: Sequence[tuple[str, str]], precisions: set[str]
) -> list[alt.Chart]:
    """Dashed lines for days and months; a year-only date shades its year."""
    line = base.transform_filter("datum.part == 'line'").encode(
        y2=alt.datum(height), tooltip=tooltips(tooltip)
    )
    year = line.transform_filter("datum.precise == 'year'").mark_rect(color="@plum", opacity=0.13)
    exact = line.transform_filter("datum.precise != 'year'").mark_rule(
        color="@plum", strokeDash=[4, 3], strokeWidth=1.3
    )
    shaded = [year.encode(x2="end:Q")] if "year" in precisions else []
    return [*shaded, *([exact] if precisions & {"day", "month"} else [])]


def _bars(
    base: alt.Chart, colors: Mapping[str, str], tooltip: Sequence[tuple[str, str]]
) -> list[alt.Chart]:
    """The bars, and a thin dashed tail where the source states no start or no end."""
    color = alt.Color(
        "kind:N", scale=alt.Scale(domain=list(colors), range=list(colors.values())), legend=None
    )
    dated = base.transform_filter("datum.part == 'bar' && isValid(datum.begin)")
    tail = dated.mark_rule(strokeWidth=2, strokeDash=[3, 3]).encode(
        x="low:Q", x2="high:Q", color=color
    )
    # A day or a month is too thin for a bar at this scale: a dot marks it.
    dot = dated.transform_filter("datum.end - datum.begin < 0.1").mark_point(
        filled=True, size=90, opacity=1
    )
    bar = dated.mark_rule(strokeWidth=11).encode(x2="end:Q", color=color, tooltip=tooltips(tooltip))
    return [tail, bar, dot.encode(color=color, tooltip=tooltips(tooltip))]


def _names(base: alt.Chart) -> list[alt.Chart]:
    """The name over each bar, a quiet line beside it and the headings; kept within the frame."""
    rows = base.transform_filter("datum.part == 'bar'")
    start = (
        "isValid(datum.begin) ? max(0, min(scale('x', datum.low), "
        f"width - length(datum.name) * {LETTER})) : 0"
    )
    name = {"style": "label", "dy": -17, "align": "left", "limit": alt.expr("width")}
    # On the side of the bar that has more room, and never longer than that room.
    right = "scale('x', datum.high) < width * 0.55 || !isValid(datum.begin)"
    after, before = "scale('x', datum.high) + 8", "scale('x', datum.low) - 8"
    beside_at = f"!isValid(datum.begin) ? 0 : {right} ? {after} : {before}"
    beside = {
        "style": "quiet",
        "align": alt.expr(f"{right} ? 'left' : 'right'"),
        "limit": alt.expr(
            f"!isValid(datum.begin) ? width : {right} ? width - ({after}) : {before}"
        ),
    }
    heading = (
        rows.transform_filter("datum.heading != ''")
        .mark_text(style="label", align="left", dy=-44)
        .encode(x=alt.value(0), text="heading:N", color=alt.value("@soft"))
    )
    return [
        *grounded(rows, name, x=start, field="name"),
        *grounded(rows, beside, x=beside_at, field="beside", ink="@soft"),
        heading,
    ]


def _line_labels(base: alt.Chart, tooltip: Sequence[tuple[str, str]]) -> list[alt.Chart]:
    """The number of each line at the top edge, with its name where there is room for it."""
    lines = base.transform_filter("datum.part == 'line'").transform_calculate(
        written=f"datum.number + (width > {WIDE} ? '  ' + datum.name : '')"
    )
    return [
        lines.mark_text(style="event", align="left", dx=4, baseline="middle").encode(
            text="written:N", color=alt.value("@plum"), tooltip=tooltips(tooltip)
        )
    ]
