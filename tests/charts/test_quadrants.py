"""Two measures against each other: a tiny synthetic example, drawn wide and on a phone."""

from __future__ import annotations

import itertools
import math
import re
from typing import Any

import pandas as pd
import pytest
import vl_convert

from lib import charts, theme

WIDE, PHONE = 760, 358
CORNERS = ("less, more", "more, more", "less, none", "more, none")
TIPS = (("name", "County"),)


def sides(values: list[float], others: list[float]) -> tuple[charts.Side, charts.Side]:
    across = charts.side(values, title="Need", number=".0%", cuts=[0.2, 9.0], from_zero=False)
    up = charts.side(others, title="Services", number=".0%", cuts=[0.5], from_zero=True)
    return across, up


def drawn(rows: pd.DataFrame, width: int) -> str:
    """The form as SVG at a width, in light."""
    held = rows.dropna(subset=["value", "other"])
    across, up = sides(held["value"].tolist(), held["other"].tolist())
    spec: Any = charts.quadrants(
        {"one": "@both_31", "two": "@both_13"}, across=across, up=up, corners=CORNERS,
        largest=float(rows["size"].max()), tooltip=TIPS, picked="picked",
    )  # fmt: skip
    painted = theme.paint(spec, theme.Mode.LIGHT, theme.Medium.SCREEN)
    painted |= {
        "data": {"values": rows.astype(object).where(rows.notna(), None).to_dict("records")},
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    return str(vl_convert.vegalite_to_svg(painted, vl_version="6.1"))


@pytest.fixture
def synthetic_rows() -> pd.DataFrame:
    """Synthetic: three places with both values, one without the second."""
    return pd.DataFrame(
        {
            "county_fips": ["1", "2", "3", "4"], "name": ["First", "Second", "Third", "Absent"],
            "value": [0.1, 0.2, 0.4, 0.3], "other": [0.0, 1.0, 0.0, None],
            "size": [10.0, 1000.0, 100.0, 5.0], "kind": ["one", "one", "two", "two"],
            "selected": [False, True, False, False],
            "label_right": 9.0, "label_down": [0.0, 0.0, 30.0, 0.0],
            "label_side": ["left", "", "center", ""],
            "slim_label_right": 0.0, "slim_label_down": 0.0, "slim_label_side": "",
        }
    )  # fmt: skip


@pytest.mark.parametrize(("width", "named"), [(WIDE, {"First", "Third"}), (PHONE, set())])
def test_a_dot_for_each_place_with_both_values_and_names_where_they_fit(
    synthetic_rows: pd.DataFrame, width: int, named: set[str]
) -> None:
    svg = drawn(synthetic_rows, width)
    said = set(re.findall(r">([^<>]+)</text>", svg))
    assert set(CORNERS) <= said
    # The selected one is always named; what has no second value is nowhere.
    assert said & set(synthetic_rows["name"]) == {*named, "Second"}
    assert [svg.count(f"County: {name}") for name in synthetic_rows["name"]] == [1, 1, 1, 0]
    assert "NaN" not in svg


def test_a_side_from_zero_keeps_zero_and_a_skewed_one_is_drawn_by_its_root() -> None:
    across, up = sides([0.1, 0.2, 0.4], [0.4, 0.5, 0.8])
    assert (across.ends, up.ends) == ((0.1, 0.4), (0.0, 0.8))
    assert across.cuts == (0.2,)  # the other one is outside
    skewed = charts.side([1, 4, 100], title="", number="", cuts=[], from_zero=False)
    assert skewed.is_root
    assert skewed.at(25) == pytest.approx(math.sqrt(25) / math.sqrt(100))
    assert charts.side([3, 3], title="", number="", cuts=[], from_zero=False).at(3) == 0


@pytest.mark.parametrize("slim", [False, True])
def test_names_never_share_a_place_nor_leave_the_frame(slim: bool) -> None:
    """Synthetic: thirty places on one line, as counties where nothing is reported."""
    count = 30
    across = [place / (count - 1) for place in range(count)]
    found = charts.named_at(
        ["A county"] * count, across, [0.0] * count, [36.0] * count, CORNERS, slim=slim
    )
    kept = [(x, spot) for x, spot in zip(across, found, strict=True) if spot[2]]
    assert 5 <= len(kept) < count
    wide, length = (300, 50) if slim else (620, 50)
    boxes = []
    for x, (right, down, side) in kept:
        at = x * (wide - 28) + 14 + right
        left = at - {"left": 0, "right": length, "center": length / 2}[side]
        assert -1 <= left <= wide - length + 1
        boxes.append((left, down))
    for one, other in itertools.combinations(boxes, 2):
        assert abs(one[0] - other[0]) >= length * 0.9 or abs(one[1] - other[1]) >= 14
