"""The map to explore: every county and hospital in it, and no basemap asked for."""

import json
import subprocess
import sys

import pandas as pd

from lib import theme
from lib.figures import build
from lib.maps import explore
from lib.subjects.county_map import points as map_points


def drawn(store, **query):
    figure = build(store, "county_map", query)
    scale = figure.chart["layer"][0]["encoding"]["color"]["scale"]
    tokens = dict(zip(scale["domain"], scale["range"], strict=True)) | map_points.POINT_COLORS
    colors = {kind: theme.LIGHT[token[1:]] for kind, token in tokens.items()}
    points = map_points.hospital_points(store).rename(columns={"report": "kind"})
    rows = figure.rows.assign(selected=figure.rows["county_fips"].eq("06037"))
    deck = explore.deck(
        store.topology, rows, points, colors, zoom="state", ink="#000000", paper="#FFFFFF"
    )
    return json.loads(deck.to_json())


def test_58_shapes_and_every_site_with_coordinates_are_drawn(store):
    counties, hospitals = drawn(store)["layers"]
    assert len(counties["data"]["features"]) == 58
    assert len(hospitals["data"]) == 416
    assert {len(f["geometry"]["coordinates"]) > 0 for f in counties["data"]["features"]} == {True}


def test_24_counties_are_drawn_as_without_in_2024(store):
    sand = [*explore.rgb(theme.LIGHT["sand"]), explore.SHAPE_OPACITY]
    none = [*explore.rgb(theme.LIGHT["none"]), explore.SHAPE_OPACITY]
    fills = [f["properties"]["fill"] for f in drawn(store)["layers"][0]["data"]["features"]]
    assert fills.count(sand) == 22
    assert fills.count(none) == 2


def test_the_selected_county_lies_on_top_with_a_heavy_line(store):
    features = drawn(store)["layers"][0]["data"]["features"]
    assert features[-1]["county_fips"] == "06037"
    assert features[-1]["properties"]["width"] > features[0]["properties"]["width"]


def test_no_basemap_is_named(store):
    deck = drawn(store)
    assert deck["mapStyle"] == explore.NO_BASEMAP
    assert "mapProvider" not in deck or deck["mapProvider"] is None


def test_pydeck_stays_out_of_the_process_until_the_map_is_asked_for():
    code = (
        "import sys; import lib.maps, lib.figures, lib.maps.explore; "
        "sys.exit('pydeck' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_points_without_any_hospital_are_an_empty_layer(store):
    none = pd.DataFrame(columns=["name", "words", "county_fips", "kind", "lon", "lat", "beds"])
    layer = json.loads(explore._hospitals(none, {}, ink="#000000").to_json())
    assert layer["data"] == []
