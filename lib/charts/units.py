"""One square a thing (a hospital, a license), in rows by group, colored by what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import LEGEND_ROW, ROWS, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    """
    across = max(across, least)
    base = alt.Chart(ROWS).encode(
        y=alt.Y(
            "group:N",
            sort=None,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelPadding=8),
        ),
        x=alt.X("place:Q", scale=alt.Scale(domain=[0.4, across]), axis=None),
    )
    square = base.mark_rect(
        width={"expr": f"clamp(width / {across} - 4, 5, 30)"},
        height={"expr": f"clamp(width / {across} - 4, 5, 30)"},
        cornerRadius=3,
        stroke="@soft",
        strokeWidth=0.8,
    ).encode(
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=list(colors), range=list(colors.values())),
            legend=alt.Legend(title=None, orient="top", symbolType="square", columns=1),
        ),
        tooltip=tooltips(tooltip),
    )
    label = (
        base.transform_filter("datum.label != ''")
        .mark_text(
            style="label", align="left", dx=alt.ExprRef(f"min(22, width / {across})"), color="@ink"
        )
        .encode(text="label:N")
    )
    return finish(
        alt.layer(square, label).properties(height=groups * step + LEGEND_ROW * (len(colors) + 1))
    )
