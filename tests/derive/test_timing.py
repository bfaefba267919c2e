"""Dates as spans and lanes of labels, worked by hand."""

import pytest
from hypothesis import given, strategies as st

from lib.derive import timing


@pytest.mark.parametrize(
    ("date", "begin", "end"),
    [
        ("2014", 2014.0, 2015.0),
        ("2014-07", 2014.5, 2014 + 7 / 12),
        ("2014-12", 2014 + 11 / 12, 2015.0),
        ("2014-01-01", 2014.0, 2014 + 1 / 365),
        ("2016-12-31", 2016 + 365 / 366, 2017.0),  # 2016 is a leap year
    ],
)
def test_a_date_spans_what_is_known_of_it(date: str, begin: float, end: float) -> None:
    assert timing.span(date) == timing.Span(pytest.approx(begin), pytest.approx(end))


def test_a_year_is_not_the_first_of_january() -> None:
    year, day = timing.span("2014"), timing.span("2014-01-01")
    assert year.end - year.begin == 1.0
    assert year.middle == 2014.5
    assert day.end - day.begin < 0.003


def test_a_run_ends_with_the_last_moment_of_its_end() -> None:
    assert timing.run("2008", "2013") == timing.Span(2008.0, 2014.0)
    assert timing.run("2017", "2019-08") == timing.Span(2017.0, pytest.approx(2019 + 8 / 12))


def test_a_run_with_one_date_covers_that_date_and_without_any_nothing() -> None:
    assert timing.run("2002", "") == timing.Span(2002.0, 2003.0)
    assert timing.run("", "2019-03-31") == timing.span("2019-03-31")
    assert timing.run("", "") is None


def test_overlap_with_a_year() -> None:
    ran = timing.Span(2008.0, 2014.0)
    assert [year for year in range(2006, 2017) if ran.overlaps(year)] == list(range(2008, 2014))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2014-09-25", "2018-01-01", (3, 3)),
        ("2014-09-25", "2018-09-24", (3, 11)),
        ("2014-09-25", "2018-09-25", (4, 0)),
        ("2014-09", "2015-08", (0, 11)),
    ],
)
def test_months_between(first: str, last: str, expected: tuple[int, int]) -> None:
    assert timing.months_between(first, last) == expected


def test_labels_that_would_touch_go_down_a_lane_and_far_ones_come_back_up() -> None:
    assert timing.lanes([(2014.0, 3.0), (2015.0, 5.0), (2018.0, 4.0), (2023.0, 2.0)]) == [
        0,
        1,
        2,
        0,
    ]
    assert timing.lanes([]) == []


@given(st.lists(st.tuples(st.floats(1990, 2026), st.floats(0.1, 12)), max_size=25).map(sorted))
def test_no_label_covers_another_nor_a_line_that_falls_from_another(
    places: list[tuple[float, float]],
) -> None:
    lanes = timing.lanes(places)
    for i, (start, length) in enumerate(places):
        for j, (other, _length) in enumerate(places):
            if i != j and start <= other < start + length and (other, j) > (start, i):
                # The later label starts under the earlier one: it must lie below it.
                assert lanes[j] > lanes[i]
