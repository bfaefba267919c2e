"""How much evidence is held, on small frames worked by hand (synthetic)."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.derive import evidence


def observed(*rows: tuple[str, str, str, float, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "indicator_id": indicator,
                "geo_id": place,
                "dimension": "total",
                "period_end": end,
                "value": value,
                "unit": "count",
                "source_id": source,
            }
            for indicator, place, end, value, source in rows
        ]
    )


CONFLICTS = pd.DataFrame({"indicator_id": ["met"], "source_a": ["first"], "source_b": ["second"]})


def test_two_figures_of_one_year_are_no_series():
    held = evidence.held_for(
        ["saved"],
        observed(("saved", "CA", "2012", 3331, "a"), ("saved", "CA", "2012-08-29", 1677, "b")),
    )
    assert list(held["periods"]) == [1]


def test_where_sources_disagree_the_first_is_shown():
    rows = observed(("met", "CA", "2023-05", 270, "first"), ("met", "CA", "2023-05", 400, "second"))
    assert list(evidence.agreed(rows, CONFLICTS)["value"]) == [270]


def test_a_second_source_stands_where_the_first_has_no_figure():
    rows = observed(("met", "CA", "2021", 300, "second"), ("met", "CA", "2023", 270, "first"))
    assert len(evidence.agreed(rows, CONFLICTS)) == 2


def test_newest_and_first_value():
    held = evidence.held_for(
        ["public"], observed(("public", "CA", "2013", 17, "a"), ("public", "CA", "2008", 4, "a"))
    )
    row = held.iloc[0]
    assert (row["first_value"], row["value"], row["period_end"]) == (4, 17, "2013")


@pytest.mark.parametrize(
    ("places", "extent"),
    [
        ([("CA", "2008"), ("CA", "2013")], evidence.REPEATED),
        ([("CA", "2008")], evidence.ONCE),
        ([("06037", "2008")], evidence.PARTLY),
        ([("US", "2008")], evidence.ELSEWHERE),
        ([("ST-OR", "2008")], evidence.ELSEWHERE),
    ],
)
def test_extent(places: list[tuple[str, str]], extent: str):
    rows = observed(*(("m", place, end, 1.0, "a") for place, end in places))
    assert evidence.extent("m", rows) == extent


@pytest.mark.parametrize(
    ("first", "newest", "periods", "way"),
    [
        (4, 17, 2, evidence.UP),
        (17, 4, 2, evidence.DOWN),
        (4, 4, 2, evidence.LEVEL),
        (4, 17, 1, evidence.ONE_DATE),
    ],
)
def test_direction(first: float, newest: float, periods: int, way: str):
    assert evidence.direction(first, newest, periods) == way


def test_nothing_tied_is_absent():
    assert evidence.strength([], evidence.held_for([], observed(("m", "CA", "2008", 1, "a")))) == (
        evidence.ABSENT
    )
