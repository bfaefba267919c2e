"""Which report years the tables have: a synthetic list of reports worked by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.derive import reports


class Synthetic:
    """Synthetic tables: sites of 1901 (a minimum), 1903 and 1904; licenses of 1901, added up."""

    def table(self, name: str) -> pd.DataFrame:
        assert name == "reports"
        return pd.DataFrame(
            [
                ("sites", 1904, "c", "preliminary", "complete", "read", ""),
                ("sites", 1901, "a", "final", "minimum", "read", "Some are missing."),
                ("sites", 1903, "b", "final", "complete", "read", ""),
                ("licenses", 1901, "a", "final", "complete", "added_up", ""),
            ],
            columns=["report", "year", "source_id", "version", "coverage", "how", "note"],
        )


TABLES = Synthetic()


def test_years_are_those_of_the_list_in_order_with_their_gaps() -> None:
    assert reports.years(TABLES) == (1901, 1903, 1904)
    assert reports.newest(TABLES) == 1904
    assert reports.years(TABLES, reports.LICENSES) == (1901,)


def test_spans_follow_each_other_the_newest_first() -> None:
    assert reports.spans(TABLES) == ((1903, 1904), (1901, 1903))


def test_a_year_has_its_own_source() -> None:
    assert reports.source(TABLES, 1903) == "b"
    assert reports.newest_source(TABLES) == "c"
    assert reports.sources(TABLES) == ("a", "b", "c")
    with pytest.raises(KeyError):
        reports.source(TABLES, 1902)


def test_a_minimum_is_known_as_one_and_said() -> None:
    assert reports.complete_years(TABLES) == (1903, 1904)
    assert reports.notes(TABLES) == ("Some are missing.",)
    assert reports.note(TABLES, 1901) == "Some are missing."
    assert reports.note(TABLES, 1903) == ""


def test_licenses_may_be_added_up_from_sites() -> None:
    assert reports.is_added_up(TABLES, 1901)
