"""Small-number protection: tries to get hidden cells back from everything the store hands out.

The synthetic frames below are invented for the test and stand for nothing.
"""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from lib.derive import suppression
from lib.derive.suppression import LEAST, protected, recoverable, withheld

RACE = ("population_65plus_race_share_dof", "population_race_share_dof")
#: A rule that guards what the tables show as published: real cells by which the guard is tried.
GUARDED = pd.DataFrame({"indicator_id": RACE, "rule": "guard", "cell": "numerator"})


def lines_of(table: pd.DataFrame) -> list[list[int]]:
    """The sums a reader knows: each county's total and the state's total of each group."""
    across = [list(part.index) for _place, part in table.groupby("geo_id")]
    down = [list(part.index) for _group, part in table.groupby("group")]
    return [*across, *down] if table["group"].nunique() > 1 else down


def tables_of(observations: pd.DataFrame, indicators: tuple[str, ...]) -> list[pd.DataFrame]:
    """Each indicator and period as one table of counties and groups."""
    rows = observations[
        observations["indicator_id"].isin(indicators) & observations["geo_id"].str.match(r"\d{5}")
    ]
    keys = ["indicator_id", "period_end", "dimension", "source_id"]
    return [part for _key, part in rows.groupby(keys)]


def attack(table: pd.DataFrame) -> set[int]:
    """The hidden cells that subtraction brings back, alone or by sums that leave no choice."""
    hidden = list(table.index[table["withheld"]])
    lines = lines_of(table)
    found = set(recoverable(hidden, lines))
    for line in lines:
        alone = [cell for cell in line if cell in hidden]
        found.update(alone if len(alone) == 1 else [])
    return found


def test_no_count_under_eleven_leaves_the_store(store):
    rules = store.table("people_counts")
    guarded = rules[rules["rule"] == "guard"]
    for rule in guarded.itertuples():
        rows = store.observed(rule.indicator_id, dimension=None)
        held = rows[rule.cell].dropna()
        assert (held >= LEAST).all(), rule.indicator_id
        gone = rows[rows["withheld"]]
        assert gone[["value", "numerator"]].isna().all(axis=None)


def test_hidden_cells_cannot_be_recovered_by_subtraction(store):
    guarded = store.table("people_counts").query("rule == 'guard'")["indicator_id"]
    tables = tables_of(store.observations, tuple(guarded))
    assert sum(table["withheld"].sum() for table in tables) > 20
    assert [cell for table in tables for cell in attack(table)] == []


def test_nor_in_tables_with_many_groups():
    rows = protected(raw_observations(), GUARDED)
    tables = tables_of(rows, RACE)
    assert sum(table["withheld"].sum() for table in tables) > 100
    assert [cell for table in tables for cell in attack(table)] == []


def test_the_same_attack_succeeds_where_only_small_cells_are_hidden(monkeypatch):
    # The guard's second half taken away: the attack must then find something.
    monkeypatch.setattr(
        suppression,
        "withheld",
        lambda counts, _lines, _already=(): {c for c, n in counts.items() if n < LEAST},
    )
    tables = tables_of(protected(raw_observations(), GUARDED), RACE)
    assert any(attack(table) for table in tables)


def test_two_hidden_cells_never_hold_fewer_than_eleven_people_together():
    raw = raw_observations()
    for table in tables_of(protected(raw, GUARDED), RACE):
        for line in lines_of(table):
            hidden = [cell for cell in line if table.at[cell, "withheld"]]
            if hidden:
                assert len(hidden) >= 2
                people = raw.loc[raw["key"].isin(keys(table.loc[hidden])), "numerator"].sum()
                assert people >= LEAST or len(hidden) == len(line)


def keys(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    names = ["indicator_id", "geo_id", "period_end", "group"]
    return list(rows[names].itertuples(index=False, name=None))


def raw_observations() -> pd.DataFrame:
    """The numbers as they stand in the files, before the guard."""
    from lib.store import folder_files
    from lib.store.loading import read_tables
    from tests.frozen import DATA

    frame = read_tables(folder_files(DATA))[0]["observations"].frame
    frame = frame[frame["indicator_id"].isin(RACE)]
    return frame.assign(key=keys(frame))


def test_every_small_county_cell_is_guarded_or_exempt_with_a_reason(store):
    # A new table of people with small cells must be decided on, not forgotten.
    from lib.store import folder_files
    from lib.store.loading import read_tables
    from tests.frozen import DATA

    rows = read_tables(folder_files(DATA))[0]["observations"].frame
    county = rows[rows["geo_id"].str.match(r"\d{5}")]
    small = county["numerator"].lt(LEAST) | (county["unit"].eq("count") & county["value"].lt(LEAST))
    found = set(county.loc[small | county["status"].eq("withheld"), "indicator_id"])
    organizations = {
        name
        for name in found
        if any(word in name for word in ("_site_", "agency", "facility", "bed_", "surveyed"))
    } | {"acca_church_count", "sonoma_acp_event_count"}
    assert found - organizations == set(store.table("people_counts")["indicator_id"])


def test_no_guarded_count_stands_open_in_the_tables_themselves(store):
    # The files of the repository are public: what no page shows must not be read there either.
    from lib.store.loading import read_tables

    rules = store.table("people_counts").query("rule == 'guard'")
    cells = dict(zip(rules["indicator_id"], rules["cell"], strict=True))
    rows = read_tables(store.files)[0]["observations"].frame
    rows = rows[rows["indicator_id"].isin(list(cells)) & rows["geo_id"].str.match(r"\d{5}")]
    told = [rows.at[row, cells[name]] for row, name in rows["indicator_id"].items()]
    assert not (pd.Series(told) < LEAST).any()
    hidden = rows[rows["status"].eq("withheld")]
    assert len(hidden) == store.observations["withheld"].sum() > 20
    assert hidden[["value", "numerator"]].isna().all(axis=None)
    tables = tables_of(rows.assign(withheld=rows["status"].eq("withheld")), tuple(cells))
    assert [cell for table in tables for cell in attack(table)] == []


@pytest.mark.parametrize(
    ("age", "people"), [("2010-07-01", 6), ("2011-07-01", 7)], ids=["2010", "2011"]
)
def test_published_estimates_of_residents_are_shown(store, age, people):
    # Department of Finance, people of 85 and over in Alpine County.
    held = store.observed("population_85plus_count_dof", "06003")
    row = held[held["period_end"].eq(age)].iloc[0]
    assert not row["withheld"]
    assert row["value"] == people


def test_cells_withheld_before_are_joined_by_what_would_give_them_away():
    # Synthetic: b is withheld already; alone in its line it would follow from the sum.
    assert withheld({"a": 30, "c": 50}, [["a", "b", "c"]], {"b"}) == {"a", "b"}


def test_one_small_cell_takes_the_smallest_neighbors_with_it():
    # Synthetic: rows A, B, C by columns x, y, z; only A-x is small.
    counts = {
        ("A", "x"): 4, ("A", "y"): 20, ("A", "z"): 90,
        ("B", "x"): 30, ("B", "y"): 25, ("B", "z"): 80,
        ("C", "x"): 60, ("C", "y"): 70, ("C", "z"): 50,
    }  # fmt: skip
    lines = [[(r, c) for c in "xyz"] for r in "ABC"] + [[(r, c) for r in "ABC"] for c in "xyz"]
    hidden = withheld(counts, lines)
    assert hidden == {("A", "x"), ("A", "y"), ("B", "x"), ("B", "y")}
    assert recoverable(list(hidden), lines) == set()


def test_two_zeros_alone_are_not_left_to_add_up_to_zero():
    counts = {"a": 0, "b": 0, "c": 40, "d": 50}
    assert withheld(counts, [["a", "b", "c", "d"]]) == {"a", "b", "c"}


def test_a_bridge_between_two_blocks_is_found():
    # Two 2x2 blocks joined by one cell: each line hides two cells or more, yet it follows.
    block = list(itertools.product("AB", "xy")) + list(itertools.product("CD", "zw"))
    cells = [*block, ("B", "z")]
    lines = [[c for c in cells if c[0] == r] for r in "ABCD"]
    lines += [[c for c in cells if c[1] == k] for k in "xyzw"]
    assert recoverable(cells, lines) == {("B", "z")}


@pytest.mark.parametrize("least_visible", [11, 5000])
def test_large_cells_stay(least_visible):
    counts = {"a": least_visible, "b": least_visible + 1}
    assert withheld(counts, [["a", "b"]]) == set()


def test_protection_writes_nothing_to_its_input():
    rows = pd.DataFrame(
        {
            "indicator_id": "people", "geo_id": ["06001", "06003", "06005"],
            "period_start": "2020", "period_end": "2020", "dimension": "total", "group": "all",
            "source_id": "s", "value": [3.0, 12.0, 400.0], "numerator": float("nan"),
            "status": "reported",
        }
    )  # fmt: skip
    rules = pd.DataFrame({"indicator_id": ["people"], "rule": ["guard"], "cell": ["value"]})
    before = rows.copy()
    out = protected(rows, rules)
    pd.testing.assert_frame_equal(rows, before)
    assert out["withheld"].tolist() == [True, True, False]
    assert out["value"].isna().tolist() == [True, True, False]
