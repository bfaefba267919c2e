"""Groups beside each other, and every way the numbers can be bad. Synthetic frames throughout."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.subjects.equity import rows as equity


def rows(*records: tuple[str, float], **more: list[object]) -> pd.DataFrame:
    """Observations of groups: (group, value) each, the rest empty unless given."""
    frame = pd.DataFrame(records, columns=["group", "value"])
    for column, empty in (
        ("numerator", None),
        ("denominator", None),
        ("note", ""),
        ("source_id", "s"),
    ):
        frame[column] = more.get(column, [empty] * len(frame))
    return frame


def test_all_groups_stay_in_their_order_and_missing_ones_say_so():
    table = equity.beside(rows(("b", 0.2), ("a", 0.5)), ["a", "b", "c"], "a")
    assert table["group"].tolist() == ["a", "b", "c"]
    assert table["state"].tolist() == ["measured", "measured", "not measured"]
    assert table["difference"].tolist()[1] == pytest.approx(-0.3)
    assert table["ratio"].tolist()[1] == pytest.approx(0.4)
    assert pd.isna(table.loc[2, "difference"])


def test_a_group_nobody_knows_is_refused():
    with pytest.raises(equity.GroupError, match="Martian"):
        equity.beside(rows(("Martian", 0.2)), ["a", "b"], "a")


def test_one_group_twice_is_refused():
    with pytest.raises(equity.GroupError, match="repeated"):
        equity.beside(rows(("a", 0.2), ("a", 0.3)), ["a", "b"], "a")


def test_a_reference_of_zero_gives_a_difference_and_no_ratio():
    table = equity.beside(rows(("a", 0.0), ("b", 0.2)), ["a", "b"], "a")
    assert table.loc[1, "difference"] == pytest.approx(0.2)
    assert table["ratio"].isna().all()
    assert equity.gap(0.2, 0.0) == (0.2, None)


def test_a_reference_without_a_value_gives_no_comparison():
    table = equity.beside(rows(("b", 0.2)), ["a", "b"], "a")
    assert table["difference"].isna().all()
    assert not table["is_reference"].any()


def test_bounds_that_cross_are_refused():
    with pytest.raises(ValueError, match="does not hold its value"):
        equity.interval("95% CI 0.30-0.20.", 0.25)
    with pytest.raises(ValueError, match="does not hold its value"):
        equity.interval("95% CI 0.10-0.20.", 0.25)


def test_both_ways_of_writing_an_interval_are_read():
    assert equity.interval("95% CI 0.046-0.056. Among 31,498.", 0.051) == (0.046, 0.056)
    assert equity.interval("95% interval 76.15 to 79.51", 77.83) == (76.15, 79.51)
    assert equity.interval("p=0.83.", 0.7) is None


def test_overlapping_intervals_make_a_gap_unsure():
    notes = ["95% CI 0.10-0.30.", "95% CI 0.25-0.45.", "95% CI 0.50-0.60."]
    table = equity.beside(
        rows(("a", 0.2), ("b", 0.35), ("c", 0.55), note=notes), ["a", "b", "c"], "a"
    )
    assert table["unsure"].tolist() == [False, True, False]


def test_a_value_without_a_sample_keeps_its_value_and_no_number():
    table = equity.beside(rows(("a", 0.2)), ["a"], "a")
    assert table.loc[0, "value"] == 0.2
    assert pd.isna(table.loc[0, "people"])


def test_one_group_is_no_gap():
    assert equity.widest(equity.beside(rows(("a", 0.2)), ["a", "b"], "a")) is None


def test_withheld_is_not_missing():
    frame = rows(("a", float("nan")), ("b", 0.4)).assign(withheld=[True, False])
    assert equity.beside(frame, ["a", "b"], "b")["state"].tolist() == ["withheld", "measured"]


def test_two_sources_for_one_cell_give_the_one_published_last():
    frame = rows(("a", 0.1), ("a", 0.2), ("b", 0.3), source_id=["old", "new", "old"])
    kept = equity.one_a_cell(frame, {"old": "2010", "new": "2022-05"})
    assert kept["value"].tolist() == [0.2, 0.3]


def test_pacific_islanders_counted_with_asian_are_not_called_unmeasured():
    frame = rows(("Asian", 0.7), note=["Source label: Asian/Pacific Islander."])
    table = equity.beside(frame, ["Asian", equity.PACIFIC], "Asian")
    assert table.loc[1, "state"] == "counted elsewhere"
