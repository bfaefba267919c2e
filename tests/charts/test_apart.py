"""Labels stand apart: from each other and from the lines, in every county, wide and on a phone."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
import pytest

from lib import charts, figures
from lib.outputs import drawing, lettering
from lib.theme import SANS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

NUMBER = r"-?\d+(?:\.\d+)?"


class Box(NamedTuple):
    """The place of a text."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def test_labels_keep_their_place_where_there_is_room() -> None:
    assert charts.apart([1.0, 5.0], 1, low=0, high=9) == [1.0, 5.0]


def test_labels_of_one_height_are_spread_around_it() -> None:
    assert charts.apart([5.0, 5.0, 5.0], 2, low=0, high=9) == [3.0, 5.0, 7.0]


def test_labels_stay_within_the_plot_and_in_order() -> None:
    found = charts.apart([0.1, 0.0, 0.2], 1, low=0, high=9)
    assert found == [1.0, 0.0, 2.0]
    assert charts.apart([9.0, 8.9], 1, low=0, high=9) == [9.0, 8.0]


def test_a_name_goes_under_a_line_that_rises_into_it() -> None:
    # Invented: one line that climbs, one that stays.
    rows = pd.DataFrame(
        {
            "series": ["a", "a", "b", "b"], "segment": ["a", "a", "b", "b"],
            "year": [2000, 2010, 2000, 2010], "value": [0.5, 0.9, 0.1, 0.1],
        }
    )  # fmt: skip
    assert charts.name_sides(rows, top=1, height=300) == ["below", "below", "above", "above"]


def walked(
    node: ET.Element, x: float = 0, y: float = 0
) -> Iterator[tuple[ET.Element, float, float]]:
    """Every element of a drawing with where its group was moved to."""
    move = re.match(rf"translate\(({NUMBER}),\s*({NUMBER})\)", node.get("transform", ""))
    if move:
        x, y = x + float(move[1]), y + float(move[2])
    yield node, x, y
    for child in node:
        yield from walked(child, x, y)


def box(node: ET.Element, x: float, y: float) -> Box:
    text = "".join(node.itertext())
    size = float(re.sub("[^0-9.]", "", node.get("font-size", "14")))
    wide = lettering.width(text, SANS, int(node.get("font-weight", "400")), size)
    left = {"middle": x - wide / 2, "end": x - wide}.get(node.get("text-anchor", "start"), x)
    return Box(text, left, left + wide, y - 0.72 * size, y + 0.2 * size)


def labels_and_lines(drawn: ET.Element) -> tuple[list[Box], list[tuple[float, ...]]]:
    """The texts that are set in bold, which are the labels, and every piece of a line."""
    texts: list[Box] = []
    lines: list[tuple[float, ...]] = []
    for node, x, y in walked(drawn):
        tag = node.tag.rpartition("}")[2]
        if tag == "text" and node.get("font-weight") == "600":
            texts.append(box(node, x, y))
        stroke = node.get("stroke", "none")
        if (
            tag == "path"
            and node.get("fill", "none") == "none"
            and float(node.get("stroke-width", 1)) >= 3
        ):
            del stroke
            points = re.findall(rf"[ML]({NUMBER}),({NUMBER})", node.get("d", ""))
            at = [(float(a) + x, float(b) + y) for a, b in points]
            lines += [(*one, *other) for one, other in pairwise(at)]
    return texts, lines


def struck(label: Box, line: tuple[float, ...]) -> bool:
    x1, y1, x2, y2 = line
    return any(
        label.left < x1 + (x2 - x1) * t / 60 < label.right
        and label.top < y1 + (y2 - y1) * t / 60 < label.bottom
        for t in range(61)
    )


def faults(
    store: Any, figure_id: str, width: float, height: float | None = None, **params: str
) -> list[str]:
    figure = figures.build(store, figure_id, params)
    drawn = drawing.chart(figure, store.topology, width=width, height=height)
    texts, lines = labels_and_lines(drawn)
    assert texts
    assert lines
    over = [
        f"{a.text} / {b.text}"
        for a, b in combinations(texts, 2)
        if a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
    ]
    return over + [text.text for text in texts if any(struck(text, line) for line in lines)]


@pytest.mark.parametrize("width", [340, 760])
@pytest.mark.parametrize("figure_id", ["county_growth", "county_older"])
def test_the_ends_of_a_countys_lines_are_named_apart(
    store: Any, figure_id: str, width: float
) -> None:
    counties = store.table("counties")["county_fips"]
    wrong = {fips: faults(store, figure_id, width, county=fips) for fips in counties}
    assert {fips: found for fips, found in wrong.items() if found} == {}


@pytest.mark.parametrize("width", [340, 760])
@pytest.mark.parametrize(
    "figure_id", ["surveys", "report_card", "state_indicator", "license_line", "site_answers"]
)
def test_no_label_of_a_trend_is_struck_through(store: Any, figure_id: str, width: float) -> None:
    assert faults(store, figure_id, width) == []


# The room that a slide leaves under a headline of one line, of two, and of three.
@pytest.mark.parametrize("height", [370, 330, 290])
@pytest.mark.parametrize(
    "figure_id", ["surveys", "report_card", "state_indicator", "license_line", "site_answers"]
)
def test_no_label_of_a_trend_lies_over_another_on_a_slide(
    store: Any, figure_id: str, height: float
) -> None:
    assert faults(store, figure_id, 880, height) == []


def test_labels_between_two_near_lines_are_turned_apart() -> None:
    # Invented: two lines that both fall a little, so near each other that only one label fits.
    rows = pd.DataFrame(
        {
            "segment": ["a", "a", "b", "b"], "year": [2000, 2010, 2000, 2010],
            "value": [0.26, 0.21, 0.15, 0.14],
        }
    )  # fmt: skip
    assert charts.label_sides(rows, top=0.6, height=420)[1::2] == ["below", "below"]
    rows["value"] = [0.24, 0.218, 0.145, 0.142]
    assert charts.label_sides(rows, top=0.6, height=420)[1::2] == ["above", "below"]
