"""A value over years: lines broken where years are missing, points, milestones laid over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import altair as alt

from lib.charts.form import Form, form
from lib.charts.raw import pixels, tips, written
from lib.charts.spec import NARROW, PERCENT, ROWS, colored, finish, horizontal, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: Kept free at the right for the names of series, and without names, in pixels.
NAME_ROOM = 190
END_ROOM = 36
#: The same for short names on a phone.
SHORT_ROOM = 92


@form("line")
def trend(
    colors: Mapping[str, str],
    *,
    years: Sequence[int],
    tooltip: Sequence[tuple[str, str]],
    top: float = 1.0,
    value_format: str = PERCENT,
    height: int = 320,
    named: bool = False,
    labels_need: int = 0,
    targets: bool = False,
    below: bool = False,
    ends: bool = False,
    name_year: int | None = None,
    projected: bool = False,
) -> dict[str, Any]:
    """Lines and points over `years`, labelled directly.

    Needs columns `year` (number), `value` (number), `series` (text, a key of `colors`),
    `segment` (text: points of one segment are joined, others never), `label` (text over the
    point), `name` (text beside the last point of a series, else empty), `kind` ("value",
    or "target" for a hollow mark that is no measurement), optionally `side` ("below" sets the
    label under its point), `name_side` ("below" sets the name under the first point on a phone,
    see `name_sides`) and those of `tooltip`.

    Args:
        colors: series -> color token.
        years: the ticks of the time axis.
        tooltip: (field, label) pairs of formatted text.
        top: the upper end of the value axis, which starts at zero.
        value_format: d3 format of the value axis.
        height: pixels.
        named: series are named beside their last point (`name` is filled).
        targets: some rows are targets; a form without any draws no empty mark for them.
        below: some rows have `side`; a form without any carries no marks for them.
        ends: in place of labels over points, `name` (on a phone `short`) stands at the right of
            the last point, at the height `name_at`, which keeps the names apart.
        name_year: the year at whose point a phone names each series; its first where None.
        projected: the years lie ahead.
        labels_need: the width, in pixels, under which only the first and last label stay.
    """
    high: dict[str, Any] = {
        "scale": alt.Scale(domain=[0, top]),
        "axis": alt.Axis(format=value_format, title=None, tickCount=5, domain=False, ticks=False),
    }
    base = alt.Chart(ROWS).encode(
        x=_years(years, NAME_ROOM if named or ends else END_ROOM, SHORT_ROOM if ends else END_ROOM),
        y=alt.Y("value:Q", **high),
        color=colored("series", colors),
    )
    measured = base.transform_filter("datum.kind == 'value'")
    line = measured.mark_line().encode(detail="segment:N", order="year:Q")
    point = measured.mark_point(filled=True, size=90, opacity=1).encode(tooltip=tooltips(tooltip))
    target = (
        base.transform_filter("datum.kind == 'target'")
        .mark_point(filled=False, size=150, strokeWidth=2.5, shape="diamond", opacity=1)
        .encode(tooltip=tooltips(tooltip))
    )
    # On a phone, long labels of neighboring years would collide: only the ends keep theirs.
    labelled = base.transform_filter(
        f"width > {labels_need} || datum.year == datum.first_year || datum.year == datum.last_year"
    )
    sides = SIDES if below else SIDES[:1]
    texts = [
        (labelled.transform_filter(side.test) if below else labelled)
        .mark_text(style="label", dy=side.label)
        .encode(text="label:N", color=alt.value("@ink"))
        for side in sides
    ]
    layers = [line, point, *([target] if targets else []), *([] if ends else texts)]
    if ends:
        layers += _ends(base.encode(y=alt.Y("name_at:Q", **high)))
    if named:
        named_at = str(name_year) if name_year else "datum.first_year"
        layers += _names(base, sides, middle=(min(years) + max(years)) / 2, at=named_at)
    # Said once, not in each of six layers that ask for it.
    whole = alt.layer(*layers).transform_joinaggregate(
        first_year="min(year)", last_year="max(year)", named="max(name)", groupby=["series"]
    )
    return finish(whole.properties(height=height))


def _years(years: Sequence[int], room: int, narrow_room: int) -> alt.X:
    """The time axis, with room for names at its right, in pixels."""
    first, last = min(years), max(years)
    return alt.X(
        "year:Q",
        scale=alt.Scale(
            domain=[first - max(0.5, (last - first) * 0.06), last],
            range=horizontal(room, narrow_room),
            nice=False,
        ),
        axis=alt.Axis(
            values=list(years),
            # Under its dot: pushed inward, the last year would hit the one before on a phone.
            labelFlush=False,
            format="d",
            grid=False,
            title=None,
            labelOverlap="greedy",
            labelSeparation=8,
        ),
    )


class Side(NamedTuple):
    """Where labels stand: their test, and pixels from the point for a value and for a name."""

    test: str
    label: int
    name: int


#: Over the point and under it.
SIDES = (
    Side("(datum.side == 'below') == false", -16, -32),
    Side("(datum.side == 'below') == true", 20, 36),
)

#: On a phone: a name over the label over its point, or under the point.
NAME_PLACES = (
    Side("(datum.side == 'below') == false && (datum.name_side == 'below') == false", -16, -32),
    Side("(datum.side == 'below') == false && (datum.name_side == 'below') == true", -16, 22),
)

#: On a phone: whether a series starts late, and how its name is set there.
ENDS: tuple[tuple[str, Literal["left", "right"], int], ...] = (
    ("false", "left", -12),
    ("true", "right", 24),
)


def _ends(base: alt.Chart) -> list[alt.Chart]:
    """The name of each series at the right of its last point, short on a phone."""
    return [
        base.transform_filter(f"(width < {NARROW}) == {narrow} && datum.name != ''")
        .mark_text(style="label", align="left", dx=12)
        .encode(text=f"{field}:N")
        for narrow, field in (("false", "name"), ("true", "short"))
    ]


def _names(base: alt.Chart, sides: Sequence[Side], *, middle: float, at: str) -> list[alt.Chart]:
    """The names of series: beside the last point, on a phone over the label of the point `at`."""
    wide = (
        base.transform_filter(f"width >= {NARROW} && datum.name != ''")
        .mark_text(style="label", align="left", dx=14)
        .encode(text="name:N")
    )
    narrow = [
        base.transform_filter(
            f"width < {NARROW} && datum.year == {at}"
            f" && (datum.year > {middle}) == {late} && {place.test}"
        )
        .mark_text(style="label", align=align, dx=offset, dy=place.name)
        .encode(text="named:N")
        for late, align, offset in ENDS
        for place in (*NAME_PLACES, *sides[1:])
    ]
    return [wide, *narrow]


def years_of(chart: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """The first and last year of a trend; nothing for a figure of another form.

    Nothing either where its years are projected: no past event can be laid over a projection.
    """
    if isinstance(chart, Form) and isinstance(chart.arguments.get("spec"), Form):
        chart = chart.arguments["spec"]  # what milestones are laid over
    told = chart.arguments if isinstance(chart, Form) and chart.name == trend.__name__ else {}
    if not told or told.get("projected"):
        return None
    return min(told["years"]), max(told["years"])


#: The name under which a trend finds the milestones laid over it: said once for three layers.
MILESTONES = "milestones"

#: Height of one row of names over the plot, in pixels, and letters of a name at most.
LANE = 17
EVENT_NAME = 34

#: Beside its rule the number and the name of an event; on a phone its number alone.
EVENT_NAMES = (
    ("true", "false", f"datum.number + '\u2002' + truncate(datum.title, {EVENT_NAME})", "left", -3),
    ("true", "true", f"truncate(datum.title, {EVENT_NAME}) + '\u2002' + datum.number", "right", 3),
    ("false", "false", "datum.number", "center", 0),
    ("false", "true", "datum.number", "center", 0),
)


@form("line")
def with_milestones(
    spec: Mapping[str, Any],
    milestones: Sequence[Mapping[str, Any]],
    *,
    tooltip: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """A trend with numbered milestones behind its lines.

    A date known to the day is a dashed rule, one known to the month or year a band.

    `milestones` have `start` and `end` on the axis of years, `is_day`, `number` (text), `title`,
    `lane` (from 0, the lowest), `is_late` (its name ends at the rule) and the fields of `tooltip`.
    """
    x = next(layer["encoding"]["x"] for layer in spec["layer"])
    shared: dict[str, Any] = {"data": {"name": MILESTONES}}
    at: dict[str, Any] = {"x": {**x, "field": "start"}, "tooltip": tips(tooltip)}
    band = {
        **shared,
        "transform": [{"filter": "!datum.is_day"}],
        "mark": {"type": "rect", "color": "@plum", "opacity": 0.14, "clip": True},
        "encoding": {**at, "x2": {"field": "end"}},
    }
    rule = {
        **shared,
        "transform": [{"filter": "datum.is_day"}],
        "mark": {"type": "rule", "color": "@plum", "strokeDash": [4, 4], "opacity": 0.7},
        "encoding": at,
    }
    names = [
        {
            **shared,
            "transform": [
                {"filter": f"(width >= {NARROW}) == {wide} && datum.is_late == {late}"},
                {"calculate": "(datum.start + datum.end) / 2", "as": "middle"},
                {"calculate": f"-{LANE} * (datum.lane + 0.6)", "as": "over"},
                {"calculate": text, "as": "named"},
            ],
            "mark": {
                "type": "text",
                "style": "event",
                "color": "@plum",
                "align": align,
                "dx": dx,
            },
            "encoding": {
                "x": {**x, "field": "middle"},
                "y": pixels("over"),
                "text": written("named"),
                "tooltip": tips(tooltip),
            },
        }
        for wide, late, text, align, dx in EVENT_NAMES
    ]
    rows = 1 + max((int(milestone["lane"]) for milestone in milestones), default=-1)
    layers = [band, rule, *spec["layer"], *names]
    return {
        **spec,
        "layer": layers,
        "height": spec["height"] + rows * LANE,
        "datasets": {MILESTONES: [dict(milestone) for milestone in milestones]},
    }
