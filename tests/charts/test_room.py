"""How high charts stand on a page."""

from __future__ import annotations

from lib import charts


def rows(height: int, mark: dict[str, object]) -> dict[str, object]:
    layer = {"mark": {"type": "bar", **mark}, "encoding": {"y": {"field": "a", "type": "nominal"}}}
    return {"height": height, "layer": [layer]}


def test_a_line_over_years_is_as_high_as_a_page_gives_it() -> None:
    spec = charts.trend({"a": "@teal"}, years=[2017, 2024], tooltip=[])
    assert spec["height"] == 320
    assert charts.roomy(dict(spec), spec)["height"] == 440
    assert spec["height"] == 320  # handed out to all: never written to


def test_names_of_events_come_on_top() -> None:
    spec = charts.trend({"a": "@teal"}, years=[2017, 2024], tooltip=[])
    events = [{"lane": lane} for lane in (0, 2, 1)]
    laid = charts.with_milestones(spec, events, tooltip=[])
    assert charts.roomy(dict(laid), laid)["height"] - 440 == laid["height"] - 320 > 0


def test_few_rows_come_apart_and_many_stay() -> None:
    assert charts.roomy(rows(200, {"height": {"band": 0.6}}), {})["height"] == 260
    assert charts.roomy(rows(400, {}), {})["height"] == 440
    assert charts.roomy(rows(1300, {}), {})["height"] == 1300


def test_squares_maps_and_charts_without_a_height_keep_theirs() -> None:
    squares = rows(200, {"height": {"expr": "clamp(width / 9, 5, 30)"}})
    shape = {"height": 300, "layer": [{"mark": {"type": "geoshape"}, "encoding": {}}]}
    for spec in (squares, shape, {"layer": []}):
        assert charts.roomy(spec, {}) is spec
