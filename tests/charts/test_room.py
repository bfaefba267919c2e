"""How high a chart stands on a page; all rows are synthetic."""

from __future__ import annotations

from lib import charts

TIPS = (("group", "Group"),)


def height(chart: charts.Form) -> float:
    return float(charts.roomy(dict(chart), chart)["height"])


def test_a_line_is_tall_and_the_names_of_events_stand_over_it() -> None:
    line = charts.trend({"a": "@teal"}, years=[2017, 2024], tooltip=TIPS, height=320)
    event = {"start": 2018.0, "end": 2018.0, "is_day": True, "number": "1", "lane": 1}
    over = charts.with_milestones(line, [event], tooltip=TIPS)
    assert height(line) == 440
    assert height(over) > 440


def test_rows_are_pulled_apart_a_little_and_a_long_list_not_at_all() -> None:
    few = charts.bars({"a": "@teal"}, count=6, tooltip=TIPS)
    many = charts.bars({"a": "@teal"}, count=40, tooltip=TIPS)
    assert few["height"] < height(few) <= 440
    assert height(many) == many["height"]
