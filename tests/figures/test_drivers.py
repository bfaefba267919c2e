"""The board of drivers and opportunities, against what the tables hold."""

from __future__ import annotations

from typing import Any

import pytest

from lib import figures
from lib.derive import evidence


def test_only_collaboration_is_strong_and_only_data_is_absent(store: Any):
    board = figures.build(store, "drivers_board", {}).rows
    assert len(board) == 13
    assert list(board[board["strength"] == evidence.STRONG]["title"]) == ["Collaboration"]
    assert list(board[board["strength"] == evidence.ABSENT]["title"]) == ["Data"]


def test_a_disagreement_on_one_year_is_no_direction(store: Any):
    """Partners for Children: 1,677 (August 2012) and 3,331 (2012) are two claims, not a trend."""
    rows = figures.build(store, "opportunity_measures", {"opportunity": "Demonstrating Value"}).rows
    saving = rows[rows["measure"].str.startswith("Monthly saving")].iloc[0]
    assert saving["direction"] == "One date only, so no trend"


def test_attendance_is_the_claim_to_show(store: Any):
    rows = figures.build(store, "opportunity_measures", {"opportunity": "Advocacy"}).rows
    attendance = rows[rows["measure"].str.startswith("Attendance")].iloc[0]
    assert attendance["newest"] == "270 (May 2023)"
    assert attendance["direction"] == "Up, from 185 (April 19, 2010)"


def test_one_square_a_measure_and_one_where_none_is_held(store: Any):
    rows = figures.build(store, "driver_evidence", {}).rows
    assert (rows["group"] == "Equity").sum() == 6
    data = rows[rows["group"] == "Data"]
    assert list(data["extent"]) == [evidence.ABSENT]
    assert list(data["label"]) == ["No measure found"]


def test_a_driver_or_opportunity_has_its_two_tables(store: Any):
    for title in store.table("opportunities")["title"][::4]:
        for figure_id in ("opportunity_measures", "opportunity_ties"):
            figure = figures.build(store, figure_id, {"opportunity": title})
            assert title in figure.headline


def test_an_empty_one_says_so(store: Any):
    figure = figures.build(store, "opportunity_measures", {"opportunity": "Data"})
    assert figure.is_empty
    assert figure.headline == "Data: no measure found"


def test_unknown_title_is_refused(store: Any):
    with pytest.raises(ValueError, match="banana"):
        figures.build(store, "opportunity_ties", {"opportunity": "banana"})


def test_each_row_of_the_matrix_takes_a_click_and_none_is_shown_twice(store: Any):
    figure = figures.build(store, "driver_evidence", {})
    bands, squares, _labels = figure.chart["layer"]
    assert bands["params"] == [
        {"name": "picked", "select": {"type": "point", "fields": ["group"], "on": "click"}}
    ]
    # One band a row, whatever stands in it; the squares have no click of their own.
    assert figure.rows["place"].eq(1).sum() == 13 == figure.rows["group"].nunique()
    assert bands["transform"] == [{"filter": "datum.place == 1"}]
    assert "params" not in squares
