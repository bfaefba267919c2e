"""County shapes as numbers: all 58, the right way round, names inside their counties."""

import pytest
from shapely.geometry import Point, Polygon

from lib.maps import geometry


def test_all_58_counties_have_an_outline(store):
    shapes = geometry.outlines(store.topology)
    assert len(shapes) == 58
    assert set(shapes) == set(store.table("counties")["county_fips"])


def test_outer_rings_run_clockwise_as_the_drawing_wants_them(store):
    """The other way round a browser fills the whole page with one county."""
    for fips, rings in geometry.outlines(store.topology).items():
        assert geometry._area(rings[0]) < 0, fips


def test_projection_and_its_inverse_agree():
    for place in ((-124.2, 42.0), (-120.0, 37.0), (-114.2, 32.6)):
        assert geometry.unproject(*geometry.project(*place)) == pytest.approx(place)


def test_the_middle_meridian_stands_upright_and_the_equator_at_zero():
    assert geometry.project(-120, 0) == pytest.approx((0, 0))
    assert geometry.project(-120, 37)[0] == 0


def test_areas_keep_their_proportion(store):
    """San Bernardino has 20,057 and Santa Cruz 445 square miles of land; water adds a little."""
    shapes = geometry.outlines(store.topology)
    area = {
        fips: Polygon([geometry.project(*point) for point in shapes[fips][0]]).area
        for fips in ("06071", "06087")
    }
    assert area["06071"] / area["06087"] == pytest.approx(20057 / 445, rel=0.06)


def test_each_name_stands_inside_its_county(store):
    shapes = geometry.outlines(store.topology)
    for fips, spot in geometry.spots(store.topology).items():
        county = Polygon(shapes[fips][0]).buffer(0)
        assert county.contains(Point(spot.longitude, spot.latitude)), fips


def test_a_name_that_fits_never_leaves_its_county(store):
    """So names cannot collide: each keeps to its own county at any scale."""
    shapes = geometry.outlines(store.topology)
    for fips, spot in geometry.spots(store.topology).items():
        if spot.width == 0:
            continue
        x, y = geometry.project(spot.longitude, spot.latitude)
        ring = Polygon([geometry.project(*point) for point in shapes[fips][0]]).buffer(0)
        for dx in (-0.49, 0.49):
            for dy in (-0.49, 0, 0.49):
                assert ring.contains(Point(x + dx * spot.width, y + dy * spot.height)), fips


def test_a_frame_of_some_counties_lies_within_that_of_the_state(store):
    whole = geometry.frame(store.topology)
    part = geometry.frame(store.topology, ["06075", "06001"])
    assert whole.left < part.left < part.right < whole.right
    assert whole.bottom < part.bottom < part.top < whole.top
