"""Drawings on their way to pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from lib import figures
from lib.outputs import card, drawing, image, lettering
from lib.outputs.drawing import SVG

if TYPE_CHECKING:
    from lib.store import Store


def flat(texts: str) -> ET.Element:
    """An invented drawing with these texts, made flat."""
    drawn = ET.fromstring(f'<svg xmlns="{SVG}"><g>{texts}</g></svg>')  # noqa: S314 - ours
    drawing.flatten(drawn)
    return drawn[0]


@pytest.mark.parametrize(
    ("anchor", "share"), [("start", 0.0), ("middle", -0.5), ("end", -1.0)], ids=lambda v: str(v)
)
def test_text_that_is_the_ground_of_itself_becomes_a_bar_behind_it(
    anchor: str, share: float
) -> None:
    kept = f'text-anchor="{anchor}" font-family="Progress Sans" font-size="20px" font-weight="600"'
    bar, text = flat(
        f'<text {kept} transform="translate(5,9)" fill="#fff" stroke="#fff" stroke-width="4">'
        f"Medi-Cal<title>Words for the pointer</title></text><text {kept}>Medi-Cal</text>"
    )
    wide = lettering.width("Medi-Cal", "Progress Sans", 600, 20)
    assert wide > 60
    assert bar.tag == f"{{{SVG}}}rect"
    assert float(bar.get("width", "")) == pytest.approx(wide + 4, abs=0.01)
    assert float(bar.get("x", "")) == pytest.approx(share * wide - 2, abs=0.01)
    assert (bar.get("transform"), bar.get("fill")) == ("translate(5,9)", "#fff")
    assert float(bar.get("y", "")) < -10
    assert float(bar.get("y", "")) + float(bar.get("height", "")) > 4
    assert text.text == "Medi-Cal"


def test_text_of_another_outline_stays_text() -> None:
    (text,) = flat('<text font-size="20px" fill="#000" stroke="#fff">Medi-Cal</text>')
    assert text.tag == f"{{{SVG}}}text"


def test_every_label_of_a_timeline_stays_and_its_grounds_are_bars(store: Store) -> None:
    figure = figures.build(store, "milestone_timeline", {})
    drawn = card.picture(figure, store.topology, card.DESK)
    said = {mark.text for mark in drawn.iter(f"{{{SVG}}}text")}
    strokes = [mark for mark in drawn.iter(f"{{{SVG}}}text") if mark.get("stroke")]
    assert len(strokes) >= len(figure.rows)
    drawing.flatten(drawn)
    assert {mark.text for mark in drawn.iter(f"{{{SVG}}}text")} == said
    assert not [mark for mark in drawn.iter(f"{{{SVG}}}text") if mark.get("stroke")]


def test_a_long_list_stands_on_a_narrow_sheet(store: Store) -> None:
    for county, width in (("06037", image.COLUMN.width), ("06023", card.DESK.width)):
        figure = figures.build(store, "county_hospitals", {"county": county})
        drawn = ET.fromstring(image.svg(figure, store.topology))  # noqa: S314 - ours
        assert float(drawn.get("width", "")) == width
