"""The words beside dots of a map: none over another, by examples worked by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from lib import figures
from lib.subjects.counties.sides import on_a_phone, sides

if TYPE_CHECKING:
    from lib.maps.geometry import Frame
    from lib.store import Store

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


def test_an_outline_does_not_run_through_words_that_can_move(store: Store) -> None:
    # Delano lies five pixels under the north border of Kern: its name stands that much lower.
    figure = figures.build(store, "county_dots", {"county": "06029"})
    down = figure.rows[figure.rows["mark"].ne("")].set_index("mark")["down"]
    assert 0 < down["Delano"] <= 9
    assert down.drop("Delano").eq(0).all(), "words that no outline touches stay beside their dots"
    texts = [layer["mark"] for layer in figure.chart["layer"] if "dy" in layer["mark"]]
    assert {mark["dy"]["expr"] for mark in texts} == {"closer ? 0 : datum.down"}


def test_on_a_phone_no_name_is_cut_or_lies_over_another() -> None:
    # The drawing is 340 wide there: a name of ten letters takes 65 pixels beside its dot.
    frame = cast("Frame", SimpleNamespace(left=0.0, right=340.0, bottom=0.0, top=334.0))
    named = [
        (100.0, 100.0, "Bakersfield", "right"),
        (150.0, 100.0, "Ridgecrest", "right"),  # over the first
        (300.0, 200.0, "Lake Isabella", "right"),  # cut by the edge
        (300.0, 200.0, "Delano", "left"),
    ]
    assert on_a_phone(frame, named) == [True, False, False, True]
