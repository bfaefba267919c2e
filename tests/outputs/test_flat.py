"""Drawings on their way to pixels."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from lib import figures
from lib.outputs import card, flat, image, lettering
from lib.outputs.drawing import SVG

if TYPE_CHECKING:
    from lib.store import Store


def flattened(texts: str) -> ET.Element:
    """An invented drawing with these texts, made flat."""
    drawn = ET.fromstring(f'<svg xmlns="{SVG}"><g>{texts}</g></svg>')  # noqa: S314 - ours
    flat.flatten(drawn)
    return drawn[0]


@pytest.mark.parametrize(
    ("anchor", "share"), [("start", 0.0), ("middle", -0.5), ("end", -1.0)], ids=lambda v: str(v)
)
def test_text_that_is_the_ground_of_itself_becomes_a_bar_behind_it(
    anchor: str, share: float
) -> None:
    kept = f'text-anchor="{anchor}" font-family="Progress Sans" font-size="20px" font-weight="600"'
    bar, text = flattened(
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
    (text,) = flattened('<text font-size="20px" fill="#000" stroke="#fff">Medi-Cal</text>')
    assert text.tag == f"{{{SVG}}}text"


def test_every_label_of_a_timeline_stays_and_its_grounds_are_bars(store: Store) -> None:
    figure = figures.build(store, "milestone_timeline", {})
    drawn = card.picture(figure, store.topology, card.DESK)
    every = list(drawn.iter(f"{{{SVG}}}text"))
    said = {mark.text for mark in every if mark.get("opacity") != "0"}
    strokes = [mark for mark in drawn.iter(f"{{{SVG}}}text") if mark.get("stroke")]
    assert len(strokes) >= int(figure.rows["label"].ne("").sum()) > 0
    flat.flatten(drawn)
    assert {mark.text for mark in drawn.iter(f"{{{SVG}}}text")} == said
    assert not [mark for mark in drawn.iter(f"{{{SVG}}}text") if mark.get("stroke")]


def test_a_long_list_stands_on_a_narrow_sheet(store: Store) -> None:
    grid = figures.build(store, "rural_critical_access", {})
    assert grid.chart is not None
    tall = replace(grid, chart={**grid.chart, "height": image.LONG + 1})
    grouped = figures.build(store, "county_hospitals", {"county": "06037"})
    for figure, width in ((tall, image.COLUMN.width), (grouped, card.DESK.width)):
        drawn = ET.fromstring(image.svg(figure, store.topology))  # noqa: S314 - ours
        assert float(drawn.get("width", "")) == width


def test_what_shows_nothing_goes_and_an_opacity_becomes_its_colors() -> None:
    kept = list(
        flattened(
            '<path id="seen" d="M0,0" fill="#000" opacity="0.5"><title>Words</title></path>'
            '<path id="full" d="M0,0" stroke="#000" opacity="1"/>'
            '<path id="gone" d="M0,0" fill="#000" opacity="0"/><path id="off" display="none"/>'
            '<text id="empty"/>'
        )
    )
    assert [mark.get("id") for mark in kept] == ["seen", "full"]
    seen = kept[0]
    assert (seen.get("fill-opacity"), seen.get("stroke-opacity")) == ("0.5", None)
    assert not list(seen)
    names = {name for mark in kept for name in mark.attrib if name.endswith("opacity")}
    assert names == {"fill-opacity"}


def test_a_drawing_inside_becomes_a_group_of_its_place_and_scale() -> None:
    (group,) = flattened(
        '<svg x="30" y="7" width="200" height="100" viewBox="0 0 100 50"><rect/></svg>'
    )
    assert group.tag == f"{{{SVG}}}g"
    assert group.attrib == {"transform": "translate(30,7) scale(2.00000) translate(-0,-0)"}


def test_plain_text_is_lifted_to_where_it_stood() -> None:
    """Worked by hand: 10 + 2 * (3 + 5) across and 20 + 2 * (4 + 6) down, twice the size."""
    drawn = flattened(
        '<g transform="translate(10,20) scale(2)"><g transform="translate(3,4)">'
        '<text transform="translate(5,6)" font-family="Progress Sans, sans-serif"'
        ' font-size="12px" font-weight="bold" fill="#123456">Medi-Cal</text></g></g>'
    )
    (line,) = flat.lift(drawn)
    assert (line.x, line.y, line.size) == (26, 40, 24)
    assert (line.family, line.weight, line.color) == ("Progress Sans", 700, "#123456")
    assert line.words == "Medi-Cal"
    assert not list(drawn.iter(f"{{{SVG}}}text"))


@pytest.mark.parametrize(
    "text",
    [
        '<text transform="rotate(-90)" font-size="9px">turned</text>',
        '<text font-size="9px" fill="#000" stroke="#fff">outlined</text>',
        '<text font-size="9px" fill="#000" fill-opacity="0.5">half seen</text>',
        '<g clip-path="url(#c)"><text font-size="9px">cut off</text></g>',
        '<g transform="scale(1,2)"><text font-size="9px">stretched</text></g>',
        '<text font-size="9px">缓和医疗</text>',
    ],
)
def test_other_text_stays_in_the_drawing(text: str) -> None:
    drawn = flattened(text)
    assert flat.lift(drawn) == []
    assert len(list(drawn.iter(f"{{{SVG}}}text"))) == 1


def test_lifted_text_is_in_the_picture(store: Store) -> None:
    """Without its text a picture is another: what is lifted is set again."""
    figure = figures.build(store, "license_line", {})
    drawn = card.picture(figure, store.topology, card.DESK, worded=False)
    bare = card.picture(figure, store.topology, card.DESK, worded=False)
    for parent in list(bare.iter()):
        for text in parent.findall(f"{{{SVG}}}text"):
            parent.remove(text)
    ink = [dark(image.raster(one, 1.0)) for one in (drawn, bare)]
    assert ink[0] > 2 * ink[1]


def dark(png: bytes) -> int:
    """How many pixels of a picture are darker than the middle."""
    return sum(Image.open(io.BytesIO(png)).convert("L").histogram()[:128])


def test_marks_say_words_of_the_field_or_nothing(store: Store) -> None:
    """The dashed ends of the cohorts' bars once read "low: 2008; y: 238"."""
    figure = figures.build(store, "cohort_timeline", {})
    drawn = ET.fromstring(image.svg(figure, store.topology))  # noqa: S314 - ours
    titles = [title.text or "" for title in drawn.iter(f"{{{SVG}}}title")]
    assert len(titles) >= len(figure.rows)
    assert not [words for words in titles if re.search(r"\by:|_", words)]
