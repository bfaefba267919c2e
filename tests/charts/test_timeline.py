"""The two forms in time, compiled: nothing collides, nothing leaves the frame."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd
import pytest
import vl_convert

from lib import charts, theme


def drawn(spec: dict[str, object], rows: pd.DataFrame, width: int) -> str:
    """The form as SVG at a width, in light."""
    painted = theme.paint(spec, theme.Mode.LIGHT, theme.Medium.SCREEN)
    painted |= {
        "data": {"values": rows.to_dict("records")},
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    return str(vl_convert.vegalite_to_svg(painted, vl_version="6.1"))


@pytest.fixture
def synthetic_events() -> pd.DataFrame:
    """Synthetic: one event of each precision."""
    return pd.DataFrame(
        {
            "row": [0, 1, 2],
            "begin": [2000.0, 2010.5, 2020.25],
            "end": [2001.0, 2010 + 7 / 12, 2020.253],
            "middle": [2000.5, 2010.54, 2020.2515],
            "precise": ["year", "month", "day"],
            "kind": ["one", "one", "two"],
            "label": ["A year <script>alert(1)</script>", "A month", "A day"],
        }
    )


def spec_of(rows: pd.DataFrame) -> dict[str, object]:
    return charts.events(
        {"one": "@plum", "two": "@teal"},
        count=len(rows),
        years=(1999, 2026),
        tooltip=(("label", "Event"),),
    )


def test_events_carries_no_data_and_no_color_value(synthetic_events: pd.DataFrame) -> None:
    text = str(spec_of(synthetic_events))
    assert "'data'" not in text
    assert not re.search(r"#[0-9A-Fa-f]{6}", text)


def test_a_year_is_a_bar_as_wide_as_a_year(synthetic_events: pd.DataFrame) -> None:
    svg = drawn(spec_of(synthetic_events), synthetic_events, 1000)
    rules = re.findall(r'<line [^>]*x2="(-?[\d.]+)" y2="0" stroke="[^"]+" stroke-width="9"', svg)
    assert len(rules) == 1
    assert abs(float(rules[0])) == pytest.approx(1000 / 27, rel=0.05)


def test_hostile_text_is_drawn_as_text(synthetic_events: pd.DataFrame) -> None:
    svg = drawn(spec_of(synthetic_events), synthetic_events, 1000)
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


@pytest.mark.parametrize("width", [330, 1000])
def test_titles_stay_on_rows_of_their_own(synthetic_events: pd.DataFrame, width: int) -> None:
    svg = drawn(spec_of(synthetic_events), synthetic_events, width)
    titles = re.findall(r'<text [^>]*translate\([\d.]+,([\d.]+)\)[^>]*font-weight="400"', svg)
    heights = sorted({float(height) for height in titles})
    assert len(heights) == 3
    assert all(later - earlier > 14 for earlier, later in pairwise(heights))
