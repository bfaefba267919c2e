"""The words beside dots of a map: none over another, by examples worked by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from lib.subjects.counties.sides import sides

if TYPE_CHECKING:
    from lib.maps.geometry import Frame

#: Synthetic: a plane as large as the drawing, so that a unit is a pixel.
FRAME = cast("Frame", SimpleNamespace(left=0.0, right=540.0, bottom=0.0, top=334.0))


def test_words_stand_inward_where_nothing_is_in_the_way() -> None:
    assert sides(FRAME, [(60, 100, 9), (500, 200, 9)]) == ["right", "left"]


def test_two_that_would_meet_turn_away_from_each_other() -> None:
    # 100 pixels apart on one line, 84 pixels of words each: one of them turns outward.
    chosen = sides(FRAME, [(300, 100, 12), (400, 100, 12)])
    assert chosen in (["left", "right"], ["left", "left"], ["right", "right"])
    assert chosen != ["right", "left"]


def test_no_dot_no_words() -> None:
    assert sides(FRAME, []) == []
