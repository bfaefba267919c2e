"""Groups under each other with their gap to one of them: dots, or bars for parts of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import AXIS_ROOM, NARROW, ROWS, colored, finish, horizontal, tooltips

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Pixels a group: its name and value over its track.
STEP = 56
NAME_UP = -19
#: Kept free at the right for the words of a group, in pixels, and on a phone.
WORDS = 216
NARROW_WORDS = 96


def _base(
    groups: Sequence[str], domain: tuple[float, float], ticks: Sequence[float], value_format: str
) -> tuple[alt.Chart, alt.X]:
    """Rows on a common scale without a side axis, so that a phone keeps the full width."""
    x = alt.X(
        "value:Q",
        scale=alt.Scale(
            domain=list(domain), nice=False, zero=False, range=horizontal(WORDS, NARROW_WORDS)
        ),
        axis=alt.Axis(
            format=value_format, title=None, values=list(ticks), domain=False, ticks=False
        ),
    )
    y = alt.Y(
        "group:N",
        sort=None,
        axis=None,
        scale=alt.Scale(domain=list(groups), paddingOuter=0.15),
    )
    return alt.Chart(ROWS).encode(y=y), x


def _words(base: alt.Chart) -> list[alt.Chart]:
    """The group's name at the left and its value (or why there is none) at the right."""
    at_left = base.encode(x=alt.value(0), text="name:N")
    name = at_left.mark_text(style="label", align="left", dy=NAME_UP, color="@ink")
    # Where the reference line crosses a name on a phone, the paper shows around the letters.
    halo = at_left.mark_text(
        style="label", align="left", dy=NAME_UP, color="@paper", stroke="@paper", strokeWidth=6
    )
    right = base.transform_calculate(shown=f"width < {NARROW} ? datum.short : datum.label").encode(
        x=alt.value("width"), text="shown:N"
    )
    held = right.transform_filter("datum.state == 'measured'").mark_text(
        style="label", align="right", dy=NAME_UP, color="@ink"
    )
    absent = right.transform_filter("datum.state != 'measured'").mark_text(
        style="quiet", align="right", dy=NAME_UP, color="@soft"
    )
    return [halo, name, held, absent]


def _tracks(base: alt.Chart) -> list[alt.Chart]:
    """A line a group; dashed where the group has no value."""
    # Lines that may have no row stay out of the accessibility tree: an empty layer would be an
    # unnamed picture there. The dots, the table and the summary say the same.
    ends = {"x": alt.value(0), "x2": alt.value("width")}
    return [
        base.transform_filter("datum.state == 'measured'")
        .mark_rule(aria=False, color="@rule", strokeWidth=1)
        .encode(**ends),
        base.transform_filter("datum.state != 'measured'")
        .mark_rule(aria=False, color="@soft", strokeWidth=1.2, strokeDash=[2, 5])
        .encode(**ends),
    ]


@form("gaps")
def gaps(
    *,
    groups: Sequence[str],
    domain: tuple[float, float],
    ticks: Sequence[float],
    value_format: str,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """One dot a group, its interval, and its distance from the reference group.

    Needs columns `group` (text, one of `groups`, which are drawn in their order), `name` (text), `state` ("measured" or why
    not), `value`, `low`, `high`, `earlier` (numbers or missing), `against` (the value of the
    reference, missing where there is none), `role` ("reference" or "group"), `label` (text at
    the right; `short` on a phone) and those of `tooltip`. The reference is a diamond on a dashed line.
    """
    base, x = _base(groups, domain, ticks, value_format)
    held = base.transform_filter("datum.state == 'measured'").encode(x=x)
    line = (
        alt.Chart(ROWS)
        .transform_filter("isValid(datum.against)")
        .transform_aggregate(against="mean(against)")
        .mark_rule(aria=False, color="@soft", strokeDash=[5, 4], strokeWidth=1.2)
        .encode(x="against:Q", y=alt.value(0), y2=alt.value("height"))
    )
    span = (
        base.transform_filter("datum.state == 'measured' && isValid(datum.against)")
        .mark_rule(aria=False, color="@light_teal", strokeWidth=6)
        .encode(x=x, x2="against:Q")
    )
    earlier = (
        base.transform_filter("isValid(datum.earlier)")
        .mark_point(aria=False, size=90, color="@earlier_mark", filled=True, opacity=1)
        .encode(x="earlier:Q", tooltip=tooltips(tooltip))
    )
    dot = held.mark_point(filled=True, size=230, opacity=1, stroke="@paper", strokeWidth=1.5)
    dot = dot.encode(
        shape=alt.Shape(
            "role:N",
            scale=alt.Scale(domain=["group", "reference"], range=["circle", "diamond"]),
            legend=None,
        ),
        color=colored("role", {"group": "@teal", "reference": "@ink"}),
        tooltip=tooltips(tooltip),
    )
    bounds = (
        base.transform_filter("isValid(datum.low)")
        .mark_rule(aria=False, color="@ink", strokeWidth=2)
        .encode(x=alt.X("low:Q"), x2="high:Q")
    )
    layers = [*_tracks(base), line, span, earlier, dot, bounds, *_words(base)]
    return finish(alt.layer(*layers).properties(height=len(groups) * STEP + AXIS_ROOM))


@form("gaps")
def parts(
    *,
    groups: Sequence[str],
    domain: tuple[float, float],
    ticks: Sequence[float],
    value_format: str,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """One bar a group from zero: its part of a whole, which is no rate and has no reference.

    Needs the columns of `gaps` without `against`, `role`, `low` and `high`.
    """
    base, x = _base(groups, domain, ticks, value_format)
    bar = (
        base.transform_filter("datum.state == 'measured'")
        .mark_bar(color="@teal", height=14, cornerRadiusEnd=2)
        .encode(x=x, x2=alt.datum(0), tooltip=tooltips(tooltip))
    )
    earlier = (
        base.transform_filter("isValid(datum.earlier)")
        .mark_tick(color="@ink", thickness=3, size=24)
        .encode(x="earlier:Q", tooltip=tooltips(tooltip))
    )
    layers = [*_tracks(base), bar, earlier, *_words(base)]
    return finish(alt.layer(*layers).properties(height=len(groups) * STEP + AXIS_ROOM))
