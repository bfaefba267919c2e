"""Which events a trend shows: eight at most, by a rule, with names that do not meet."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from lib import figures
from lib.subjects.milestones import landmarks, overlay, words_overlay as words


@pytest.mark.parametrize(("first", "last"), [(2017, 2024), (2000, 2024), (2012, 2016)])
def test_eight_at_most_in_order_with_names_that_do_not_meet(store: Any, first: int, last: int):
    laid = overlay.within(store, words.ALL, first, last)
    shown = landmarks.foremost(store, laid, first, last)
    assert 0 < len(shown) <= 8
    assert list(shown["number"]) == [str(n + 1) for n in range(len(shown))]
    assert shown["middle"].is_monotonic_increasing
    spans = []
    for row in shown.itertuples():
        at = (row.middle - first + 0.5) / (last - first + 1)
        begin = at - landmarks.NAME if row.is_late else at
        spans.append((row.lane, begin, begin + landmarks.NAME))
    for (lane, begin, end), (other, start, stop) in combinations(spans, 2):
        assert lane != other or end <= start + 1e-9 or stop <= begin + 1e-9


def test_those_on_a_path_come_first(store: Any):
    """From milestone_chains.csv: more than eight events of these years are on a path."""
    laid = overlay.within(store, words.ALL, 2000, 2024)
    shown = landmarks.foremost(store, laid, 2000, 2024)
    paths = set(store.table("milestone_chains")["milestone_id"])
    assert len(paths & set(laid["milestone_id"])) > 8
    assert set(shown["milestone_id"]) <= paths


def test_few_events_are_all_shown(store: Any):
    laid = overlay.within(store, "benefit", 2017, 2024)
    shown = landmarks.foremost(store, laid, 2017, 2024)
    assert list(shown["milestone_id"]) == list(laid["milestone_id"])


def test_the_words_for_the_eye_say_how_many_are_left_out(store: Any):
    figure = figures.build(store, "license_line", {"milestones": words.ALL})
    total = len(overlay.within(store, words.ALL, 2017, 2024))
    assert total > 8
    assert f"8 of {total} milestones from 2017 to 2024 are shown on the chart." in figure.alt
    assert len(figure.chart["datasets"]["milestones"]) == 8
