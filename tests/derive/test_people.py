"""Shares and rates of people, on synthetic numbers worked by hand."""

from __future__ import annotations

import pandas as pd

from lib.derive import people


def test_a_share_of_nothing_is_unknown() -> None:
    synthetic_parts = pd.DataFrame(
        {"geo_id": ["a", "b", "c"], "period_end": ["2024"] * 3, "value": [5, 0, 3]}
    )
    synthetic_wholes = pd.DataFrame(
        {"geo_id": ["a", "b"], "period_end": ["2024"] * 2, "value": [20, 0]}
    )
    table = people.share(synthetic_parts, synthetic_wholes)
    assert table[["geo_id", "share"]].to_dict("records") == [{"geo_id": "a", "share": 0.25}]


def test_a_rate_has_no_value_where_the_base_is_zero() -> None:
    rates = people.per_10k(
        pd.Series([3, 1], index=["a", "b"]), pd.Series([1000, 0], index=["a", "b"])
    )
    assert rates["a"] == 30
    assert pd.isna(rates["b"])
