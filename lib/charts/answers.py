"""A grid of answers: one row a site, one column a year, shape and color by what it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import AXIS_ROOM, LEGEND_ROW, NARROW, ROWS, colored, finish, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


#: Pixels a site, and how many sites make a list long enough to stand closer.
ROOMY, CLOSE, MANY = 30, 18, 40

#: Pixels that a site's name may take on a phone and elsewhere.
SHORT, LONG = 224, 340


@form()
def answers(
    kinds: Mapping[str, tuple[str, str]],
    *,
    years: Sequence[int],
    count: int,
    tooltip: Sequence[tuple[str, str]],
    step: int | None = None,
) -> dict[str, Any]:
    """One mark a site and year.

    Needs columns `group` (text, unique, in reading order), `kind_<year>` for each of `years` (a key
    of `kinds`) and those of `tooltip`. `kinds` are words of an answer -> (color token, shape), in
    the order of the legend; `years` are the columns. Without a `step` many sites get fewer pixels
    each.
    """
    step = step or (ROOMY if count <= MANY else CLOSE)
    # Beside long site names a phone has room for one column of the legend.
    legend = alt.Legend(
        title=None,
        orient="top",
        columns=alt.ExprRef(f"width < {NARROW} ? 1 : {len(kinds)}"),
    )
    chart = (
        alt.Chart(ROWS)
        .transform_fold([f"kind_{year}" for year in years], as_=["asked", "kind"])
        .transform_calculate(year="slice(datum.asked, 5)")
        .mark_point(filled=True, size=190, opacity=1, strokeWidth=1.4, stroke="@soft")
        .encode(
            y=alt.Y(
                "group:N",
                sort=None,
                title=None,
                axis=alt.Axis(
                    ticks=False,
                    domain=False,
                    labelPadding=10,
                    grid=True,
                    # On a phone the legend needs what a long name would take.
                    labelLimit=alt.ExprRef(f"width < {NARROW} ? {SHORT} : {LONG}"),
                ),
            ),
            x=alt.X(
                "year:O",
                title=None,
                axis=alt.Axis(
                    orient="top",
                    labelAngle=0,
                    ticks=False,
                    domain=False,
                    labelExpr=f"width < {46 * len(years)} ? slice(datum.label, 2) : datum.label",
                ),
            ),
            color=colored("kind", {kind: color for kind, (color, __) in kinds.items()}, legend),
            shape=alt.Shape(
                "kind:N",
                scale=alt.Scale(domain=list(kinds), range=[shape for __, shape in kinds.values()]),
                legend=legend,
            ),
            tooltip=[alt.Tooltip("kind:N", title=" "), *tooltips(tooltip)],
        )
        .properties(height=count * step + AXIS_ROOM + len(kinds) * LEGEND_ROW)
    )
    return finish(chart)
