"""One rule for above, below and about the same; numbers below are worked by hand."""

from __future__ import annotations

import pytest

from lib import figures
from lib.derive.comparing import Side, side
from lib.subjects.counties import words as county_words
from lib.subjects.programs import words as programs
from lib.subjects.rural import words as rural


@pytest.mark.parametrize(
    ("value", "reference", "unit", "expected"),
    [
        (0.59, 0.594, "share", Side.SAME),  # 59% beside 59.4%: within a percentage point
        (0.60, 0.594, "share", Side.SAME),
        (0.61, 0.594, "share", Side.ABOVE),
        (0.58, 0.594, "share", Side.BELOW),
        (0.02, 0.025, "share", Side.BELOW),  # half a point, but a fifth of so small a share
        (0.0249, 0.025, "share", Side.SAME),
        (0.59449, 0.59351, "share", Side.SAME),
        (98.0, 100.0, "per_10k", Side.SAME),  # 2% of 100
        (97.9, 100.0, "per_10k", Side.BELOW),
        (103.0, 100.0, "per_10k", Side.ABOVE),
        (81_000, 80_000, "usd", Side.SAME),
        (0.0, 0.0, "share", Side.SAME),
    ],
)
def test_sides(value, reference, unit, expected):
    assert side(value, reference, unit) is expected


def test_a_countys_numbers_are_never_called_apart_where_they_read_alike(store):
    wrong = []
    for fips in store.table("counties")["county_fips"]:
        for topic in ("supply", "need", "context"):
            figure = figures.build(store, "county_numbers", {"county": fips, "topic": topic})
            rows = figure.rows
            alike = rows["county"].eq(rows["state"]) & rows["state_at"].notna()
            wrong += rows[alike & rows["beside_state"].ne("About the same")].index.tolist()
            counts = rows["beside_state"].value_counts()
            compared = int(rows["beside_state"].ne("").sum())
            above, same, below = (
                int(counts.get(word, 0)) for word in ("Above", "About the same", "Below")
            )
            if rows["county_at"].notna().any():
                said = f"{above} of {compared} numbers above, {same} about the same, {below} below"
                assert said in figure.headline
    assert wrong == []


def test_headlines_that_compare_have_a_middle():
    assert "about the same as" in programs.card_headline("2015", 0.674, 0.671)
    assert "fewer than" in programs.card_headline("2015", 0.60, 0.67)
    assert "less often" not in rural.page_headline((40, 100), (404, 1000), 2024, "USDA 2023")
    assert "less often" in rural.page_headline((5, 32), (161, 384), 2024, "USDA 2023")
    # 59 of 100 beside a median of 59.4%: one more site is no finding.
    assert "about at the median" in county_words.gap_headline("K", 59, 100, 1, 0.594, 100)
    assert "One more of" in county_words.gap_headline("K", 2, 5, 1, 0.594, 5)
    # 40.4 and 39.8 percent both read 40%.
    assert "as in 2017" in programs.license_headline(2017, 0.404, 2024, 0.398)
