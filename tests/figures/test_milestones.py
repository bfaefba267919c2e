"""Milestones: dates as precise as known, paths in order, numbers counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.figures import milestones, year_by_year
from lib.wording import milestones as words

if TYPE_CHECKING:
    from lib.store import Store

KINDS = figures.options("milestone_timeline")["milestone_kind"]
CHAINS = figures.options("milestone_chain")["chain"]


def test_every_milestone_stands_on_a_row_of_its_own_in_order(store: Store) -> None:
    rows = milestones.milestone_timeline(store).rows
    assert len(rows) == 67
    assert rows["row"].tolist() == list(range(67))
    assert rows["begin"].is_monotonic_increasing
    assert rows.iloc[0]["title"] == "California Hospice Licensure Act"


def test_half_of_the_record_is_from_2017_on(store: Store) -> None:
    figure = milestones.milestone_timeline(store)
    assert figure.headline == "34 of 67 milestones on record since 1990 fall in 2017 or later"
    laws = milestones.milestone_timeline(store, milestone_kind="law")
    assert laws.headline == "11 of 20 law milestones on record since 1990 fall in 2016 or later"
    by_year = store.table("milestones")["date"].str[:4].astype(int)
    assert int((by_year >= 2017).sum()) == 34


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_shows_its_own(store: Store, kind: str) -> None:
    rows = milestones.milestone_timeline(store, milestone_kind=kind).rows
    assert kind == "all" or set(rows["category"]) == {kind}
    assert rows["row"].tolist() == list(range(len(rows)))


def test_a_year_is_drawn_as_a_year(store: Store) -> None:
    rows = milestones.milestone_timeline(store).rows.set_index("milestone_id")
    founded = rows.loc["cccc_1998"]
    assert (founded["begin"], founded["end"], founded["when"]) == (1998.0, 1999.0, "1998")
    assert rows.loc["sb_1004_2014", "when"] == "September 25, 2014"
    assert rows.loc["dsnp_2024", "when"] == "January 2024"


@pytest.mark.parametrize("chain", CHAINS)
def test_paths_are_short_and_never_run_backwards(store: Store, chain: str) -> None:
    rows = milestones.milestone_chain(store, chain=chain).rows
    assert 4 <= len(rows) <= 12
    assert rows["order"].tolist() == list(range(1, len(rows) + 1))
    # A step known to the year may lie anywhere in it: its end must not precede the step before.
    assert all(rows["end"].iloc[1:].to_numpy() >= rows["begin"].iloc[:-1].to_numpy())


def test_sb_1004_from_signing_to_benefit(store: Store) -> None:
    figure = milestones.milestone_chain(store)
    assert words.law_to_benefit(figure) == (
        "Medi-Cal palliative care began three years and three months after its law was signed"
    )


def test_one_year_beside_cohorts_and_data(store: Store) -> None:
    rows = year_by_year.year_by_year(store).rows
    then = rows[rows["year"] == 2018]
    titles = then[then["part"] == "milestone"]["what"].tolist()
    assert "Medi-Cal palliative care begins" in titles
    running = then[then["part"] == "cohort"]["what"].tolist()
    assert "Increasing Access to Palliative Care in Rural California" in running
    assert "Medi-Cal Palliative Care Community" not in running
    before = rows[rows["year"] == 1999]
    assert before[before["part"] == "cohort"]["what"].tolist() == [
        "UC Davis end-of-life outreach grant"
    ]


def test_undated_efforts_stand_in_no_year(store: Store) -> None:
    rows = year_by_year.year_by_year(store).rows
    assert "Community Action Project" not in set(rows["what"])


def test_every_kind_has_a_name(store: Store) -> None:
    assert set(KINDS) == set(words.category_choices())


@pytest.mark.parametrize(
    ("years", "months", "said"),
    [(3, 3, "three years and three months"), (1, 0, "one year"), (0, 1, "one month")],
)
def test_gaps_in_words(years: int, months: int, said: str) -> None:
    assert words.gap_words(years, months) == said
