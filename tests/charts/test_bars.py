"""Bars of one row and of 400, and names that stand above their bars; synthetic rows."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from lib import charts
from tests.charts.test_lanes import WIDE, drawn, height, texts


def synthetic(n: int) -> pd.DataFrame:
    """Synthetic: `n` bars, the last without a value."""
    return pd.DataFrame(
        [
            {"group": f"Row {i}", "value": (i + 1) / n if i + 1 < n or n == 1 else None,
             "label": f"{i + 1} of {n}", "kind": "one"}
            for i in range(n)
        ]
    )  # fmt: skip


@pytest.mark.parametrize("is_long", [False, True])
@pytest.mark.parametrize("n", [1, 400])
def test_one_row_and_400_have_their_room_names_and_labels(n: int, is_long: bool) -> None:
    rows = synthetic(n)
    spec = charts.bars({"one": "@teal"}, count=n, tooltip=(("group", "Row"),), is_long=is_long)
    svg = drawn(spec, rows.astype(object).where(rows.notna(), None), WIDE)
    said = texts(svg)
    assert set(rows["group"]) | set(rows["label"]) <= set(said)
    assert height(svg) >= 20 * n


def test_long_names_stand_above_their_bars_only_where_a_page_is_slim() -> None:
    given = {"count": 3, "tooltip": (("group", "Row"),)}
    beside = json.dumps(charts.bars({"one": "@teal"}, **given)["layer"])
    above = json.dumps(charts.bars({"one": "@teal"}, **given, is_long=True)["layer"])
    assert "containerSize()[0] < 480" in above
    assert "containerSize" not in beside


def test_squares_stand_closer_on_a_phone_where_their_words_need_room() -> None:
    """Synthetic: a row of six squares and its words."""
    rows = pd.DataFrame(
        [
            {"group": "Row", "place": i + 1, "kind": "one", "label": "6 measures" if i == 5 else ""}
            for i in range(6)
        ]
    )
    spec = charts.units(
        {"one": "@teal"}, groups=1, across=8, least=8, narrow=13, tooltip=(("group", "Row"),)
    )
    for width in (WIDE, 218):
        assert "6 measures" in texts(drawn(spec, rows, width))
    wide, slim = (
        drawn(spec, rows, width).count('aria-roledescription="rect mark"') for width in (WIDE, 218)
    )
    assert wide == slim == 6
