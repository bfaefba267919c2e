"""A statewide map of classes: shapes fetched once by URL, values joined by lookup.

The rows travel, the shapes do not: a filter sends 58 short rows and the browser joins them
to the TopoJSON that it already holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from lib.charts.form import form
from lib.charts.spec import ROWS, colored, finish, spoken, tooltips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Served from static/; exports put the bundled shapes in its place.
SHAPES_URL = "app/static/ca_counties.topo.json"

#: Conic equal-area for California: standard parallels 34 and 40.5 degrees north, 120 west
#: (California Albers, EPSG:3310).
PROJECTION: dict[str, Any] = {
    "type": "conicEqualArea",
    "parallels": [34, 40.5],
    "rotate": [120, 0, 0],
}


@form()
def classes(
    colors: Mapping[str, str],
    *,
    tooltip: Sequence[tuple[str, str]],
    outlined: Sequence[str] = (),
    height: int = 560,
) -> dict[str, Any]:
    """Counties filled by `kind`, with a legend in the order of `colors`.

    Needs columns `county_fips` (5-digit text), `kind` (a key of `colors`) and those of `tooltip`.
    `outlined` kinds are drawn with a dashed outline (no such thing, not answered).
    """
    shapes = alt.Data(
        url=SHAPES_URL, format=alt.TopoDataFormat(type="topojson", feature="counties")
    )
    base = alt.Chart(ROWS).transform_lookup(
        lookup="county_fips", from_=alt.LookupData(data=shapes, key="id"), as_="shape"
    )
    fill = base.mark_geoshape(stroke="@paper", strokeWidth=1, description=spoken(tooltip)).encode(
        shape=alt.Shape(field="shape", type="geojson"),
        color=colored(
            "kind",
            colors,
            # Edged: a class that has the color of the page would have no key.
            alt.Legend(
                title=None,
                orient="top-right",
                symbolType="square",
                symbolStrokeColor="@soft",
                symbolStrokeWidth=0.8,
                offset=0,
            ),
        ),
        tooltip=tooltips(tooltip),
    )
    dashed = (
        base.transform_filter(alt.FieldOneOfPredicate(field="kind", oneOf=list(outlined) or [""]))
        .mark_geoshape(
            filled=False,
            fill=None,
            stroke="@soft",
            strokeDash=[4, 3],
            strokeWidth=1.2,
            # The same county once more: its words stand at the filled shape.
            aria=False,
        )
        .encode(shape=alt.Shape(field="shape", type="geojson"))
    )
    # A layer without a mark would be an unnamed graphic to a screen reader.
    layers = [fill, dashed] if outlined else [fill]
    chart = alt.layer(*layers).properties(height=height).project(**PROJECTION)
    return finish(chart)
