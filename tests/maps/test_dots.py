"""Which names of what lies around a place have room on its map of dots."""

from __future__ import annotations

import math

import pytest

from lib.maps.dots import BESIDE, OVER, room


def test_a_name_needs_the_scale_at_which_it_stands_clear_of_the_nearest_words() -> None:
    # At 43 pixels a unit, words two units to the side are 86 pixels away: just enough.
    assert BESIDE == 86
    assert room(0.0, 0.0, [(2.0, 0.0)]) == pytest.approx(43)
    # One unit up, 17 pixels are enough, though nothing is free at the side.
    assert OVER == 17
    assert room(0.0, 0.0, [(0.0, 1.0)]) == pytest.approx(17)
    # The nearest of several decides.
    assert room(0.0, 0.0, [(2.0, 0.0), (0.0, 1.0)]) == pytest.approx(43)


def test_alone_a_name_has_room_at_any_scale_and_on_a_dot_at_none() -> None:
    assert room(0.0, 0.0, []) == 0
    assert room(1.0, 1.0, [(1.0, 1.0)]) == math.inf
