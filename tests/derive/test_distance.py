"""Distances against a geometry library and known ground; borders against the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from lib.derive import distance

if TYPE_CHECKING:
    from lib.store import Store

SQUARE = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [-120.0, 37.0]},
    # Two squares side by side that share arc 1.
    "arcs": [
        [[1, 0], [-1, 0], [0, 1], [1, 0]],
        [[1, 0], [0, 1]],
        [[1, 1], [1, 0], [0, -1], [-1, 0]],
    ],
    "objects": {
        "counties": {
            "geometries": [
                {"type": "Polygon", "id": "06001", "arcs": [[0, -2]]},
                {"type": "Polygon", "id": "06003", "arcs": [[1, 2]]},
            ]
        }
    },
}


def test_positions_agree_with_the_library() -> None:
    lat, lon = [32.6, 37.5, 41.9], [-117.1, -120.0, -124.1]
    known = gpd.GeoSeries.from_xy(lon, lat, crs=4269).to_crs(3310)
    ours = distance.projected(lat, lon)
    assert np.allclose(ours[:, 0], known.x, atol=0.01)
    assert np.allclose(ours[:, 1], known.y, atol=0.01)


def test_shared_arc_is_a_border() -> None:
    assert distance.adjoining(SQUARE) == {"06001": ("06003",), "06003": ("06001",)}


def test_nearest_comes_first_and_placeless_sites_are_left_out() -> None:
    sites = pd.DataFrame(
        {
            "name": ["far", "near", "nowhere"],
            "lat": [38.0, 37.1, None],
            "lon": [-119.0, -119.9, None],
        }
    )
    found = distance.nearest(SQUARE, sites, "06001", 5)
    assert found["name"].tolist() == ["near", "far"]
    # 37.05 N to 37.1 N is about 5.55 km, 120.05-119.9: the middle lies at 119.95 W.
    assert found["miles"].iloc[0] == pytest.approx(4.4, abs=0.3)


def test_real_counties(store: Store) -> None:
    touching = distance.adjoining(store.topology)
    assert len(touching) == 58
    assert touching["06003"] == ("06005", "06009", "06017", "06051", "06109")
    assert all(fips in touching[other] for fips, others in touching.items() for other in others)
    shapes = gpd.read_file("data/geometry/ca_counties.topo.json").set_index("id")
    middle = shapes.set_crs(4269, allow_override=True).to_crs(3310).buffer(0).centroid
    ours = distance.centers(store.topology)
    apart = np.hypot(
        ours["x"] - middle.x.reindex(ours.index), ours["y"] - middle.y.reindex(ours.index)
    )
    assert apart.max() < 1
