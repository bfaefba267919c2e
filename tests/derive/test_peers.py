"""Likeness and the gap, with numbers worked by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.subjects.counties import peers_like as peers

# A synthetic table of three counties.
TABLE = pd.DataFrame(
    {
        "population": [100.0, 100.0, 10_000.0],
        "rural_share": [0.0, 1.0, 0.5],
        "older_share": [0.1, 0.1, 0.1],
        "medi_cal_share": [0.3, 0.3, 0.3],
        "beds": [0.0, 0.0, 9.0],
    },
    index=pd.Index(["06001", "06003", "06005"], name="county_fips"),
)


def test_likeness_by_rurality() -> None:
    # Standard deviation of 0, 1, 0.5 is sqrt(1/6): one apart is 2.449 deviations.
    apart = peers.likeness(TABLE, "06001", ["rural_share"])
    assert apart.index.tolist() == ["06005", "06003"]
    assert apart["06003"] == pytest.approx(6**0.5)
    assert apart["06005"] == pytest.approx(6**0.5 / 2)


def test_population_counts_as_a_logarithm() -> None:
    # log of 100, 100, 10,000: the deviation of 0, 0, 1 is sqrt(2)/3.
    apart = peers.likeness(TABLE, "06001", ["population"])
    assert apart["06003"] == 0
    assert apart["06005"] == pytest.approx(3 / 2**0.5)


@pytest.mark.parametrize(
    ("reporting", "answered", "shares", "more"),
    [
        (1, 5, [0.2, 0.4, 0.6], 1),  # the median 0.4 of 5 is 2 sites
        (0, 3, [0.5], 2),  # half of 3 is 1.5: two sites
        (2, 4, [0.5], 0),
        (3, 4, [0.5], 0),
        (0, 2, [0.0, 0.0], 0),
        (0, 2, [None], 0),
    ],
)
def test_sites_to_median(
    reporting: int, answered: int, shares: list[float | None], more: int
) -> None:
    assert peers.sites_to_median(reporting, answered, pd.DataFrame({"value": shares})) == more
