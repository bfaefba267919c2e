"""The catalog of indicators: read by people who have not seen its tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib import figures

if TYPE_CHECKING:
    from lib.store import Store


def test_no_word_for_readers_is_the_name_of_a_file_or_column(store: Store) -> None:
    named = re.compile(r"\w_\w|\.csv")
    held = store.table("indicators")
    for column in ("name", "definition", "caveat", "comparability"):
        assert [text for text in held[column] if named.search(text)] == []
    cohorts = figures.build(store, "indicator_card", {"indicator": "cohort_participant_count"})
    assert "Palliative Care Action Community" in set(cohorts.rows["group"])
    for indicator in ("cohort_participant_count", "life_expectancy_years_chrr"):
        rows = figures.build(store, "indicator_card", {"indicator": indicator}).rows
        assert [name for name in rows["group"] if "_" in name] == []
