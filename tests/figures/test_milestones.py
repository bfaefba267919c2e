"""Milestones: dates as precise as known, paths in order, numbers counted by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.subjects.cohorts import year_by_year
from lib.subjects.milestones import events as milestones, paths as milestone_paths, words
from lib.wording.numbers import spelled
from tests import frozen

if TYPE_CHECKING:
    from lib.store import Store

KINDS = figures.options("milestone_timeline", frozen.store())["milestone_kind"]
CHAINS = figures.options("milestone_chain", frozen.store())["chain"]


def test_every_milestone_is_a_dot_in_the_lane_of_its_kind_in_order(store: Store) -> None:
    rows = milestones.milestone_timeline(store).rows
    held = store.table("milestones")
    assert sorted(rows["milestone_id"]) == sorted(held["milestone_id"])
    assert rows.iloc[0]["title"] == "California Hospice Licensure Act"
    for _kind, lane in rows.groupby("category"):
        assert lane["begin"].is_monotonic_increasing
        assert lane["lane"].ne("").sum() == 1
    for place in ("y", "narrow_y"):
        spots = rows[[place, "middle"]].round(2)
        assert not spots.duplicated().any()


def test_at_most_ten_landmarks_are_named_two_of_each_policy_story(store: Store) -> None:
    rows = milestones.milestone_timeline(store).rows
    assert rows[rows["label"] != ""]["label"].tolist() == [
        "California Hospice Licensure Act",
        "SB 1004 signed",
        "Hospice license moratorium begins",
        "Children's palliative care waiver approved",
        "Medi-Cal palliative care begins",
        "California POLST program recognized as mature",
        "CHCF funds first POLST coalitions",
        "Children's Hospice and Palliative Care Coalition begins its advocacy",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_headline_counts_what_the_table_holds(store: Store, kind: str) -> None:
    held = store.table("milestones")
    years = held[held["category"].eq(kind) | (kind == "all")]["date"].str[:4].astype(int)
    said = milestones.milestone_timeline(store, milestone_kind=kind).headline
    half = int(years.median())
    counted = {len(years), int(years.min()), half, int(years.ge(half).sum())}
    assert {int(number) for number in re.findall(r"\d+", in_digits(said))} == counted


def in_digits(said: str) -> str:
    """The sentence with its spelled numbers as digits."""
    small = {spelled(n): str(n) for n in range(11)}
    return " ".join(small.get(word.lower(), word) for word in said.split(" "))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_shows_its_own(store: Store, kind: str) -> None:
    rows = milestones.milestone_timeline(store, milestone_kind=kind).rows
    assert kind == "all" or set(rows["category"]) == {kind}
    assert kind == "all" or rows["row"].tolist() == list(range(len(rows)))


def test_a_year_is_drawn_as_a_year(store: Store) -> None:
    rows = milestones.milestone_timeline(store).rows.set_index("milestone_id")
    founded = rows.loc["cccc_1998"]
    assert (founded["begin"], founded["end"], founded["when"]) == (1998.0, 1999.0, "1998")
    assert rows.loc["sb_1004_2014", "when"] == "September 25, 2014"
    assert rows.loc["dsnp_2024", "when"] == "January 2024"


@pytest.mark.parametrize("chain", CHAINS)
def test_paths_are_short_and_never_run_backwards(store: Store, chain: str) -> None:
    rows = milestone_paths.milestone_chain(store, chain=chain).rows
    assert 4 <= len(rows) <= 16
    assert rows["order"].tolist() == list(range(1, len(rows) + 1))
    # A step known to the year may lie anywhere in it: its end must not precede the step before.
    assert all(rows["end"].iloc[1:].to_numpy() >= rows["begin"].iloc[:-1].to_numpy())


def test_a_milestone_names_every_source_that_it_rests_on(store: Store) -> None:
    further = store.table("milestone_sources")
    assert len(further)
    assert further.merge(store.table("milestones"), on=["milestone_id", "source_id"]).empty
    listed = milestones.milestone_list(store)
    rows = listed.rows.set_index("milestone_id")
    known = {source.source_id for source in listed.sources}
    for milestone, source in further[["milestone_id", "source_id"]].itertuples(index=False):
        own = str(rows.loc[milestone, "source_id"])
        for each in (own, source):
            assert store.source(each).title in rows.loc[milestone, "source"]
        assert {own, source} <= known


@pytest.mark.parametrize(
    ("figure_id", "params"),
    [
        ("milestone_timeline", {"milestone_kind": "law"}),
        ("milestone_chain", {"chain": "polst"}),
        ("cohort_timeline", {"cohort_overlay": "polst"}),
        ("opportunity_ties", {"opportunity": "Advocacy"}),
        ("license_line", {"milestones": "law"}),
    ],
)
def test_where_a_milestone_is_described_its_further_source_is_named(
    store: Store, figure_id: str, params: dict[str, str]
) -> None:
    # The license line ends before 2026: the law of 2021 is the one it shows.
    source = "cdph-2022-afl-22-05" if figure_id == "license_line" else "blakespear-2026-sb1088"
    built = figures.build(store, figure_id, params)
    assert source in {each.source_id for each in built.sources}


def test_sb_1004_from_signing_to_benefit(store: Store) -> None:
    figure = milestone_paths.milestone_chain(store)
    assert words.law_to_benefit(figure) == (
        "Palliative care in Medi-Cal began three years and three months after its law, SB 1004, "
        "was signed (September 25, 2014 to January 1, 2018)"
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
    assert set(KINDS) == set(words.category_choices(store))


@pytest.mark.parametrize(
    ("years", "months", "said"),
    [(3, 3, "three years and three months"), (1, 0, "one year"), (0, 1, "one month")],
)
def test_gaps_in_words(years: int, months: int, said: str) -> None:
    assert words.gap_words(years, months) == said
