"""The map to explore: county shapes and hospitals as points, panned and zoomed by hand.

pydeck is imported here and only when such a map is asked for; it draws without a basemap and
asks nothing of any other host.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from lib.maps import geometry

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    import pydeck

    #: What is drawn, for who hands it on and need not know the library.
    Deck: TypeAlias = pydeck.Deck

#: No basemap: this name stops the library from asking for one (None and "" do not).
NO_BASEMAP = "__MAP_STYLE__"

#: What the names of the layers begin with.
COUNTIES, HOSPITALS = "counties", "hospitals"

#: Part of the state -> longitude and latitude of its middle and the zoom that shows it.
VIEWS = {"state": (-119.4, 37.2, 4.4), "bay": (-122.2, 37.8, 7.4), "south": (-118.0, 33.7, 6.9)}

SHAPE_OPACITY = 165
DECIMALS = 3


def deck(
    topology: dict[str, Any],
    rows: pd.DataFrame,
    points: pd.DataFrame,
    colors: Mapping[str, str],
    *,
    zoom: str,
    ink: str,
    paper: str,
    touches: int = 0,
) -> Deck:
    """Counties colored by `kind`, hospitals over them.

    Args:
        topology: the bundled shapes.
        rows: one a county: `county_fips`, `name`, `kind`, `value_words`, `selected`.
        points: one a hospital: `name`, `words`, `county_fips`, `kind`, `lon`, `lat`,
            `beds`.
        colors: kind of a county or a hospital -> ``#RRGGBB``.
        zoom: a key of `VIEWS`.
        ink: color of the selected county's line, ``#RRGGBB``.
        paper: color of the lines between counties.
        touches: how often something was picked. It goes into the names of the layers: the
            browser marks a pick by the place of its row in a layer, fades all others, and takes
            a second touch of that place as the end of the pick. A layer of another name is
            fresh, and the colors stay those of the key.
    """
    import pydeck

    longitude, latitude, level = VIEWS[zoom]
    made = pydeck.Deck(
        map_provider=None,
        map_style=NO_BASEMAP,
        initial_view_state=pydeck.ViewState(
            longitude=longitude, latitude=latitude, zoom=level, min_zoom=4, max_zoom=12
        ),
        layers=[
            _counties(topology, rows, colors, ink=ink, paper=paper, touches=touches),
            _hospitals(points, colors, ink=ink, touches=touches),
        ],
        tooltip={"text": "{name}\n{words}"},
    )
    # As text once: that takes longer than all else, and spaces are a third of what it gives.
    text = json.dumps(json.loads(made.to_json()), separators=(",", ":"))
    made.to_json = lambda: text
    return made


def _counties(
    topology: dict[str, Any],
    rows: pd.DataFrame,
    colors: Mapping[str, str],
    *,
    ink: str,
    paper: str,
    touches: int,
) -> pydeck.Layer:
    """The shapes, the selected one in a heavy line."""
    import pydeck

    return pydeck.Layer(
        "GeoJsonLayer",
        features(topology, rows, colors, ink=ink, paper=paper),
        id=f"{COUNTIES}-{touches}",
        pickable=True,
        stroked=True,
        filled=True,
        get_fill_color="properties.fill",
        get_line_color="properties.line",
        get_line_width="properties.width",
        line_width_units=pydeck.types.String("pixels"),
    )


def _hospitals(
    points: pd.DataFrame, colors: Mapping[str, str], *, ink: str, touches: int = 0
) -> pydeck.Layer:
    """The hospitals, sized by beds and colored by what they report."""
    import pydeck

    return pydeck.Layer(
        "ScatterplotLayer",
        [
            {
                "name": str(name),
                "words": str(words),
                "county_fips": str(fips),
                "at": [float(lon), float(lat)],
                "size": round(2 + float(beds) ** 0.5 / 3, 1),
                "fill": [*rgb(colors[str(kind)]), 240],
            }
            for name, words, fips, lon, lat, beds, kind in zip(
                points["name"],
                points["words"],
                points["county_fips"],
                points["lon"],
                points["lat"],
                points["beds"],
                points["kind"],
                strict=True,
            )
        ],
        id=f"{HOSPITALS}-{touches}",
        pickable=True,
        stroked=True,
        get_position="at",
        get_radius="size",
        radius_units=pydeck.types.String("pixels"),
        get_fill_color="fill",
        get_line_color=[*rgb(ink), 255],
        line_width_min_pixels=1.2,
    )


def features(
    topology: dict[str, Any], rows: pd.DataFrame, colors: Mapping[str, str], *, ink: str, paper: str
) -> dict[str, Any]:
    """The counties of `rows` as GeoJSON, rounded, the selected one last so that it lies on top."""
    shapes = geometry.outlines(topology)
    found = []
    for __, row in rows.sort_values("selected", kind="stable").iterrows():
        selected = bool(row["selected"])
        found.append(
            {
                "type": "Feature",
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring]]
                        for ring in shapes[row["county_fips"]]
                    ],
                },
                "name": row["name"],
                "words": row["value_words"],
                "county_fips": row["county_fips"],
                "properties": {
                    "fill": [*rgb(colors[row["kind"]]), SHAPE_OPACITY],
                    "line": [*rgb(ink if selected else paper), 255],
                    "width": 3 if selected else 1,
                },
            }
        )
    return {"type": "FeatureCollection", "features": found}


def rgb(color: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#RRGGBB``, 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
