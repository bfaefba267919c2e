"""The visitors of the benches hold a page as a browser does."""

from __future__ import annotations

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.controls import Control, Found
from benchmarks.growth import _earlier
from benchmarks.rerun import FIGURE, PLACE, bar
from lib.ui import address


def toggle(path: list[int], name: str, fragment: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend(path)
    message.delta.fragment_id = fragment
    message.delta.new_element.checkbox.id = name
    return message


def names(page: Found) -> list[str]:
    return [control.widget_id for control in page.controls()]


def test_a_part_drawn_anew_takes_only_what_stood_in_its_own_place() -> None:
    page = Found()
    page.begin([])
    for path, name in (([0, 0], "head"), ([0, 1, 0], "tab"), ([0, 1, 1], "under the tab")):
        page.note(toggle(path, name))
    page.end()
    assert names(page) == ["head", "tab", "under the tab"]
    page.begin(["a fragment"])
    block = ForwardMsg()
    block.metadata.delta_path.extend([0, 1])
    block.delta.add_block.vertical.SetInParent()
    page.note(block)
    page.note(toggle([0, 1, 0], "tab", "a fragment"))
    page.end()
    assert sorted(names(page)) == ["head", "tab"]
    page.begin([])
    page.note(toggle([0, 0], "another page"))
    page.end()
    assert names(page) == ["another page"]


def test_a_run_of_a_part_that_draws_nothing_takes_nothing() -> None:
    page = Found()
    page.begin([])
    page.note(toggle([0, 0], "head"))
    page.end()
    page.begin(["a fragment"])
    page.end()
    assert names(page) == ["head"]


def test_a_tab_and_a_place_have_another_bar_than_a_figure() -> None:
    def of(key: str, fragment: str) -> object:
        return bar(Control(f"id-{key}", "string_value", ("a", "b"), fragment))

    assert of("license_line_view", "f") is FIGURE
    for key, fragment in (("tab", "f"), ("county_choice", "f"), ("seek", ""), ("rural_by", "f")):
        assert of(key, fragment) is PLACE


def test_synthetic_rows_take_the_nearest_years_that_are_free() -> None:
    row = dict.fromkeys(("indicator_id", "geo_id", "dimension", "group", "source_id"), "synthetic")
    held = [{**row, "period_start": str(year), "period_end": str(year)} for year in (2020, 2019)]
    assert [each["period_start"] for each in _earlier(held, 2)] == ["2018", "2017", "2016", "2015"]
    first = [{**row, "period_start": "1901", "period_end": "1901"}]
    assert [each["period_start"] for each in _earlier(first, 9)] == ["1900"]


def test_a_control_that_is_drawn_away_as_it_is_changed_keeps_nothing() -> None:
    address.keeper("county", "synthetic-control", "")()
    assert "county" not in st.query_params
