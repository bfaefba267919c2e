"""Classes: fixed bounds, fifths and thirds, worked by hand."""

import math

import pytest
from hypothesis import given, strategies as st

from lib.subjects.county_map import breaks as classing
from lib.subjects.county_map.breaks import Breaks


@pytest.mark.parametrize(
    ("value", "place"), [(0.1, 1), (0.25, 2), (0.49, 2), (0.5, 3), (0.99, 4), (1, 5), (-1, 1)]
)
def test_a_value_falls_in_the_class_whose_lower_bound_it_reaches(value, place):
    assert Breaks((0, 0.25, 0.5, 0.75, 1), fixed=True).place(value) == place


def test_fifths_of_one_to_ten_hold_two_each():
    breaks = classing.even(range(1, 11), 5)
    assert [sum(breaks.place(v) == c for v in range(1, 11)) for c in range(1, 6)] == [2] * 5


@pytest.mark.parametrize("values", [[], [math.nan, math.nan], [7.0], [3, 3, 3]])
def test_nothing_one_value_and_one_repeated_value_make_one_class(values):
    breaks = classing.even(values, 5)
    assert breaks.count == 1
    assert breaks.place(3) == 1


def test_thirds_of_supply_keep_zero_apart_and_split_the_rest_at_its_middle():
    breaks = classing.thirds([0, 0, 0, 1, 2, 3, 4], zero_apart=True)
    assert [breaks.place(v) for v in (0, 1, 2, 3, 4)] == [1, 2, 2, 3, 3]


def test_thirds_of_supply_where_all_that_report_are_alike_have_no_third_class():
    breaks = classing.thirds([0, 0, 1, 1], zero_apart=True)
    assert [breaks.place(v) for v in (0, 1)] == [1, 2]


def test_bounds_are_rounded_to_two_figures():
    assert classing.rounded(57123) == 57000
    assert classing.rounded(0.08643) == 0.086
    assert classing.rounded(0) == 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=58), st.integers(2, 6))
def test_every_value_has_a_class_and_a_larger_one_never_a_lower_class(values, parts):
    breaks = classing.even(values, parts)
    places = [breaks.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert 1 <= places[0] <= places[-1] <= breaks.count
