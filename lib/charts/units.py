"""One square a thing (a hospital, a license), in rows by group, colored by what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, NARROW, ROWS, colored, finish, named_rows, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: The largest square, and what a row has beside it, in pixels.
LARGEST, ROOM = 30, 8

#: Pixels that the names of the rows take at their left, on a wide drawing and on a phone.
NAMES, NAMES_NARROW = 150, 140

#: A key of several kinds stands in a column where the squares have less room, in pixels.
WIDE_KEY = 400

#: Places laid out at the least.
LEAST_ACROSS = 24


@form()
def units(
    colors: Mapping[str, str],
    *,
    groups: int,
    across: int,
    tooltip: Sequence[tuple[str, str]],
    step: int = 52,
    least: int = LEAST_ACROSS,
    narrow: int = 0,
    picked: str = "",
) -> dict[str, Any]:
    """Squares in a row a group, in the order of the rows, with the row's label at its end.

    Needs columns `group` (text), `place` (number from 1, the square's place in its row),
    `kind` (a key of `colors`), `label` (text after the last square of the row, else empty)
    and those of `tooltip`.

    Args:
        colors: kind -> color token; also the legend, in this order.
        groups: the number of rows, for the height.
        across: places in the longest row, room for the label included.
        tooltip: (field, label) pairs of formatted text.
        step: pixels a row.
        least: at least so many places are laid out, so that squares of short rows stand as
            close as those of long ones.
        narrow: places laid out on a phone, where the words at the end of a row need more of them;
            as many as elsewhere without it.
        picked: the name of the click that gives a row's `group`, which then has a band; rows take
            no click without it.
    """
    across = max(across, least)
    places = f"(width < {NARROW} ? {narrow or across} : {across})"
    side = f"clamp(width / {places} - 4, 5, {min(LARGEST, step - ROOM)})"
    base = alt.Chart(ROWS).encode(
        y=named_rows(8),
        x=alt.X("place:Q", scale=_places(across, narrow), axis=None),
    )
    square = base.mark_rect(
        width={"expr": side},
        height={"expr": side},
        cornerRadius=3,
        stroke="@soft",
        strokeWidth=0.8,
    ).encode(
        color=colored(
            "kind",
            colors,
            alt.Legend(
                title=None, orient="top", symbolType="square", columns=_columns(len(colors))
            ),
        ),
        tooltip=tooltips(tooltip),
    )
    label = (
        base.transform_filter("datum.label != ''")
        .mark_text(
            style="label", align="left", dx=alt.ExprRef(f"min(22, width / {places})"), color="@ink"
        )
        .encode(text="label:N")
    )
    layers = [_bands(base, picked), square, label] if picked else [square, label]
    height = groups * step + LEGEND_ROW * (len(colors) + 1)
    spec = finish(alt.layer(*layers).properties(height=height))
    if picked:
        # Declared where the screen looks for it.
        spec.pop("params", None)
        spec["layer"][0].pop("name", None)
        spec["layer"][0]["encoding"].pop("x")
        click = {"type": "point", "fields": ["group"], "on": "click"}
        spec["layer"][0]["params"] = [{"name": picked, "select": click}]
    return spec


def _places(across: int, narrow: int) -> alt.Scale:
    """Places from left to right; more of them, and so closer, on a phone where `narrow` says so."""
    if not narrow:
        return alt.Scale(domain=[0.4, across])
    most = alt.ExprRef(f"width < {NARROW} ? {narrow} : {across}")
    return alt.Scale(domainMin=0.4, domainMax=most)


def _columns(kinds: int) -> Any:
    """A key of several kinds stands on two lines where there is room, and in a column on a phone."""
    return alt.ExprRef(f"width < {WIDE_KEY} ? 1 : {(kinds + 1) // 2}") if kinds > 3 else 1


def _bands(base: alt.Chart, picked: str) -> Any:
    """A band over each row and its name: it takes the click, and shows which row is open."""
    open_ = alt.param(name=picked, select="point")
    return (
        base.transform_filter("datum.place == 1")
        .mark_rect(
            color="@earlier_mark",
            cursor="pointer",
            aria=False,
            x=alt.ExprRef(f"width < {NARROW} ? -{NAMES_NARROW} : -{NAMES}"),
            x2=alt.ExprRef("width"),
        )
        .encode(
            opacity=alt.condition(open_, alt.value(0.28), alt.value(0), empty=False),
        )
    )
