"""What changed since an edition: three synthetic editions worked by hand."""

from __future__ import annotations

import pandas as pd

from lib.derive import editions
from lib.wording import editions as words


class Synthetic:
    """Synthetic tables: three editions, of which the second and third changed something."""

    def table(self, name: str) -> pd.DataFrame:
        rows, columns = {
            "editions": (
                [("1901.01", "1901-01-01", "a"), ("1901.02", "1901-02-01", "b"), ("1902.01", "1902-01-01", "c")],
                ["version", "date", "note"],
            ),
            "edition_changes": (
                [
                    ("1901.02", "added", "sites", "x, 1901", "", "", "", ""),
                    ("1902.01", "revised", "sites", "y, 1900", "beds", "3", "4", "misread"),
                    ("1902.01", "withdrawn", "sites", "z, 1900", "", "", "", ""),
                ],
                ["version", "kind", "table", "row", "column", "before", "after", "why"],
            ),
            "edition_headlines": (
                [
                    ("1901.02", "line", "One", "Two"),
                    ("1902.01", "line", "Two", "Three"),
                    ("1901.02", "map", "Red", "Blue"),
                    ("1902.01", "map", "Blue", "Red"),
                ],
                ["version", "figure_id", "before", "after"],
            ),
        }[name]  # fmt: skip
        return pd.DataFrame(rows, columns=columns)


TABLES = Synthetic()


def test_changes_are_those_of_every_later_edition() -> None:
    assert editions.later(TABLES, "1901.01") == ("1901.02", "1902.01")
    assert len(editions.changes_since(TABLES, "1901.01")) == 3
    assert editions.changes_since(TABLES, "1901.02")["kind"].tolist() == ["revised", "withdrawn"]
    assert editions.changes_since(TABLES, "1902.01").empty
    assert editions.changes_since(TABLES, "an edition that never was").empty


def test_a_headline_is_compared_with_the_edition_named_and_not_with_the_one_between() -> None:
    since_first = editions.headlines_since(TABLES, "1901.01").to_dict("records")
    assert since_first == [{"figure_id": "line", "before": "One", "after": "Three"}]
    assert editions.headlines_since(TABLES, "1901.02")["figure_id"].tolist() == ["line", "map"]


def test_a_row_appeared_first_where_it_was_added_or_else_in_the_first_edition() -> None:
    assert editions.since(TABLES, "sites", editions.key(["x", 1901])) == "1901.02"
    assert editions.since(TABLES, "sites", "y, 1900") == "1901.01"


def test_revised_words_are_told_apart_from_revised_numbers() -> None:
    """An edition that says "No number changed" may count many revisions. The rows are synthetic."""
    changes = pd.DataFrame(
        [
            ("revised", "indicators", "caveat", "age 65 and over", "age 65 and older"),
            ("revised", "measures", "note", "", "A model's estimate"),
            ("revised", "cohorts", "planned_count", "12", "14"),
            ("revised", "observations/context", "value", "", ""),  # withheld in the public file
            ("added", "sources", "", "", ""),
        ],
        columns=["kind", "table", "column", "before", "after"],
    )
    found = editions.by_kind(changes)
    assert found == {"revised": 4, "added": 1, editions.NUMBERS: 2}
    assert words.counts(found, 0) == (
        "1 addition, 2 revisions of words, 2 revisions of numbers, 0 withdrawals, "
        "0 chart headlines changed."
    )
    quiet = editions.by_kind(changes.head(2))
    assert "2 revisions of words, 0 revisions of numbers" in words.counts(quiet, 0)


def test_an_edition_that_says_that_no_number_changed_counts_none(live) -> None:
    notes = live.table("editions").set_index("version")["note"]
    quiet = [version for version, note in notes.items() if "No number changed" in note]
    changes = live.table("edition_changes")
    assert quiet
    for version in quiet:
        assert editions.NUMBERS not in editions.by_kind(changes[changes["version"].eq(version)])
