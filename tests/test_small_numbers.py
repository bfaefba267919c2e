"""The small-number rule as the check of the tables applies it; every row here is invented."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.store.held import Held
from lib.store.small import small_numbers

NAN = float("nan")
PLACES = ("06001", "06003", "06005", "06007")


def told(values: list[float], statuses: list[str]) -> dict[str, Held]:
    """Four counties' deaths in one invented year, and the rule that guards them."""
    rows = pd.DataFrame(
        {
            "indicator_id": "deaths", "geo_id": PLACES, "period_start": "2020",
            "period_end": "2020", "dimension": "total", "group": "all", "value": values,
            "numerator": NAN, "denominator": NAN, "unit": "count", "status": statuses,
            "source_id": "s", "note": "",
        }
    )  # fmt: skip
    rules = pd.DataFrame({"indicator_id": ["deaths"], "rule": ["guard"], "cell": ["value"]})
    return {
        "observations": Held(rows, [("observations/need", i + 2) for i in range(4)], whole=True),
        "people_counts": Held(rules, [("people_counts", 2)], whole=True),
    }


OPEN, HIDDEN = "reported", "withheld"


@pytest.mark.parametrize(
    ("values", "statuses", "expected"),
    [
        # Two are withheld and together enough people: nothing to say.
        ([NAN, NAN, 50, 60], [HIDDEN, HIDDEN, OPEN, OPEN], []),
        ([40, 41, 50, 60], [OPEN] * 4, []),
        # A small count stands open, and the next smallest would tell it.
        ([4, 41, 50, 60], [OPEN] * 4, [(2, "not withheld"), (3, "not withheld")]),
        # One alone is withheld: the state's sum less the others gives it back.
        ([NAN, 41, 50, 60], [HIDDEN, OPEN, OPEN, OPEN], [(3, "not withheld")]),
        # Blank, and nobody says why.
        ([NAN, 41, 50, 60], [OPEN] * 4, [(2, "blank")]),
        # Withheld, and told all the same.
        ([4, NAN, 50, 60], [HIDDEN, HIDDEN, OPEN, OPEN], [(2, "all the same")]),
    ],
)
def test_what_the_check_says(values, statuses, expected) -> None:
    found = small_numbers(told(values, statuses))
    assert [offence.row for offence in found] == [row for row, _word in expected]
    for offence, (_row, word) in zip(found, expected, strict=True):
        assert word in offence.problem
        assert offence.remedy
