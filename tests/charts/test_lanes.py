"""Lanes, the Gantt, named columns and panels: each a tiny example, drawn wide and on a phone."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
import vl_convert

from lib import charts, theme

WIDE, PHONE = 1120, 358


def drawn(spec: Any, rows: pd.DataFrame, width: int) -> str:
    """The form as SVG at a width, in light."""
    painted = theme.paint(spec, theme.Mode.LIGHT, theme.Medium.SCREEN)
    painted |= {
        "data": {"values": rows.to_dict("records")},
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    return str(vl_convert.vegalite_to_svg(painted, vl_version="6.1"))


def texts(svg: str) -> list[str]:
    return re.findall(r">([^<>]+)</text>", svg)


def height(svg: str) -> float:
    return float(re.search(r'height="([\d.]+)"', svg)[1])  # type: ignore[index]


@pytest.fixture
def synthetic_lanes() -> tuple[pd.DataFrame, charts.Laid]:
    """Synthetic: two lanes; two dots of the first on one day, one of them named."""
    lanes, at, labels = ["a", "a", "b"], [2010.0, 2010.0, 2020.5], ["A landmark", "", "Another"]
    laid = charts.laid(lanes, at, labels, (2000, 2025))
    rows = pd.DataFrame(
        {
            "middle": at, "precise": ["day", "month", "year"], "kind": "one", "label": labels,
            "lane": ["Lane A", "", "Lane B"], "title": ["x", "y", "z"], **laid.columns,
        }
    )  # fmt: skip
    return rows, laid


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_lanes_name_themselves_and_their_landmarks(
    synthetic_lanes: tuple[pd.DataFrame, charts.Laid], width: int
) -> None:
    rows, laid = synthetic_lanes
    spec = charts.lanes(
        {"one": "@teal"}, places=laid, years=(2000, 2025), tooltip=(("title", "Event"),)
    )
    svg = drawn(spec, rows, width)
    assert {"Lane A", "Lane B", "A landmark", "Another"} <= set(texts(svg))
    assert svg.count("Event: ") == 3


def test_dots_of_one_moment_are_stacked_and_the_named_one_is_at_the_foot(
    synthetic_lanes: tuple[pd.DataFrame, charts.Laid],
) -> None:
    rows, laid = synthetic_lanes
    for place in ("y", "narrow_y"):
        assert rows[place][0] > rows[place][1]
    assert laid.narrow > laid.height  # a phone has the names of the lanes over their dots


def test_labels_of_a_lane_never_share_a_place() -> None:
    laid = charts.laid(["a"] * 2, [2010.0, 2010.5], ["A long label of a dot"] * 2, (2000, 2025))
    assert laid.columns["label_y"][0] != laid.columns["label_y"][1]


@pytest.fixture
def synthetic_bars() -> tuple[pd.DataFrame, tuple[int, int]]:
    """Synthetic: a dated bar, one without dates, and a line over them."""
    places, tall, narrow = charts.rows_at([True, False], 1)
    bars = pd.DataFrame(
        {
            "part": "bar", "name": ["First", "Second"], "begin": [2010.0, None],
            "end": [2012.0, None], "low": [2010.0, None], "high": [2012.0, None], "kind": "one",
            "beside": ["2010-2011", "no dates"], "heading": ["A group", ""], "number": "",
            "called": "", "precise": "", **places,
        }
    )  # fmt: skip
    line = {"part": "line", "name": "A law", "begin": 2011.5, "end": 2011.6, "number": "1",
            "called": "A law", "precise": "day", "y": 8, "narrow_y": 8}  # fmt: skip
    return pd.concat([bars, pd.DataFrame([line])], ignore_index=True), (tall, narrow)


def gantt(heights: tuple[int, int]) -> charts.Form:
    return charts.gantt(
        {"one": "@teal"},
        years=(2008, 2015),
        heights=heights,
        tooltip=(("name", "Initiative"),),
        line_tooltip=(("name", "Milestone"),),
        precisions=("day",),
    )


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_gantt_says_every_name_at_every_width(
    synthetic_bars: tuple[pd.DataFrame, tuple[int, int]], width: int
) -> None:
    rows, heights = synthetic_bars
    svg = drawn(gantt(heights), rows.astype(object).where(rows.notna(), None), width)
    assert {"First", "Second", "A group"} <= set(texts(svg))
    assert ("1" if width == PHONE else "A law  1") in [t.strip() for t in texts(svg)]
    assert "NaN" not in svg


def test_a_row_without_dates_has_no_bar(
    synthetic_bars: tuple[pd.DataFrame, tuple[int, int]],
) -> None:
    rows, heights = synthetic_bars
    svg = drawn(gantt(heights), rows.astype(object).where(rows.notna(), None), WIDE)
    assert svg.count("Initiative: First") == 1
    assert "Initiative: Second" not in svg


@pytest.mark.parametrize("sizes", [(3, 1), (1, 3), (0, 2), (2, 0), (1, 0)])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_two_columns_say_every_name_under_its_head(sizes: tuple[int, int], width: int) -> None:
    """Synthetic names."""
    rows = pd.DataFrame(
        [
            {"column": column, "line": line, "name_words": f"Site {column}{line}",
             "quiet": "City", "kind": str(column), "head": f"Head {column}" if not line else ""}
            for column, n in enumerate(sizes)
            for line in range(n)
        ]
    )  # fmt: skip
    spec = charts.named(
        {"0": "@sand", "1": "@teal"}, lines=sizes, tooltip=(("name_words", "Hospital"),)
    )
    svg = drawn(spec, rows, width)
    said = texts(svg)
    assert set(rows["name_words"]) <= set(said)
    assert {f"Head {column}" for column, n in enumerate(sizes) if n} == {
        text for text in said if text.startswith("Head")
    }
    tops = [float(y) for y in re.findall(r"translate\([\d.]+,\s*([\d.]+)\)", svg)]
    assert max(tops) <= height(svg)


@pytest.mark.parametrize(("width", "across"), [(WIDE, 3), (PHONE, 2), (250, 1)])
def test_panels_are_on_one_scale_and_fewer_side_by_side_on_a_phone(width: int, across: int) -> None:
    """Synthetic shares: three panels with one value each, two with the same."""
    rows = pd.DataFrame(
        {
            "panel": [0, 1, 2], "year": [2010, 2010, 2020], "value": [0.5, 0.5, 0.25],
            "label": ["50%", "50%", "25%"], "from_year": None, "from_value": None,
            "title": ["A", "B", "C"], "base": ["a", "b", "c"],
        }
    )  # fmt: skip
    spec = charts.panels(count=3, years=(2000, 2024), tooltip=(("label", "Share"),))
    svg = drawn(spec, rows, width)
    assert {"A", "B", "C", "100%", "0%", "2000", "2024"} <= set(texts(svg))
    rows_of_panels = -(-3 // across)
    assert height(svg) == pytest.approx(rows_of_panels * height(drawn(spec, rows, WIDE)), rel=0.05)
