"""Learning communities: the numbers quoted from the record, and rows that lack a date or size."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib import figures
from lib.charts.gantt import ROW, TALL
from lib.subjects.cohorts import (
    efforts as cohorts,
    facts as cohort_facts,
    members as cohort_members,
    rounds as cohort_rounds,
    timeline as cohort_timeline,
    words,
)
from tests import frozen

if TYPE_CHECKING:
    from lib.store import Store

OVERLAYS = figures.options("cohort_timeline", frozen.store())["cohort_overlay"]


def bars(store: Store, **params: str) -> pd.DataFrame:
    rows = cohort_timeline.cohort_timeline(store, **params).rows
    return rows[rows["part"] == "bar"].set_index("cohort_id")


def test_every_effort_has_its_bar_row(store: Store) -> None:
    assert len(bars(store)) == 22


def test_one_foundation_paid_for_eleven(store: Store) -> None:
    figure = cohort_timeline.cohort_timeline(store)
    assert figure.headline == "One foundation funded 11 of the 22 initiatives we found since 1999"
    assert figure.subtitle.startswith("The foundation is the California Health Care Foundation.")


def test_a_year_only_effort_spans_its_years(store: Store) -> None:
    row = bars(store).loc["spcph_2008"]
    assert (row["begin"], row["end"]) == (2008.0, 2014.0)
    assert row["size"] == "15 public hospitals"


def test_dates_that_are_not_stated_are_said_and_not_invented(store: Store) -> None:
    rows = bars(store)
    assert pd.isna(rows.loc["ctac_cap", "begin"])
    assert rows.loc["ctac_cap", "when"] == "no dates given"
    assert rows.loc["pclc_ucsf", "when"] == "from 2002, no end given"
    assert rows.loc["csu_dhcs_training", "when"] == "until March 31, 2019, no start given"
    assert rows.loc["pclc_ucsf", "high"] > rows.loc["pclc_ucsf", "end"]
    assert rows.loc["spcph_2008", "high"] == rows.loc["spcph_2008", "end"]


def test_a_size_that_is_not_stated_is_said(store: Store) -> None:
    assert bars(store).loc["mcp_lc_2021", "size"].startswith("number not given")


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_rows_of_the_timeline_never_share_a_height(store: Store, overlay: str) -> None:
    rows = cohort_timeline.cohort_timeline(store, cohort_overlay=overlay).rows
    lines = rows[rows["part"] == "line"]
    for place, row in (("y", ROW), ("narrow_y", TALL)):
        heights = sorted(rows[rows["part"] == "bar"][place])
        assert all(later - earlier >= row for earlier, later in pairwise(heights))
        assert lines.empty or lines[place].max() < min(heights) - row


def test_all_initiatives_with_a_policy_story_take_no_more_than_620_pixels(store: Store) -> None:
    assert cohort_timeline.cohort_timeline(store).height <= 620


def test_the_overlay_is_the_sb_1004_path_until_another_is_chosen(store: Store) -> None:
    rows = cohort_timeline.cohort_timeline(store).rows
    lines = rows[rows["part"] == "line"]
    assert lines["number"].tolist() == [str(n) for n in range(1, 9)]
    assert lines.iloc[0]["title"] == "SB 1004 (Medi-Cal palliative care) signed"
    assert "Medi-Cal palliative care begins" in lines["title"].tolist()
    # Of eight lines two are named on the picture; all are in its table and in its words.
    assert lines["called"].replace("", pd.NA).dropna().tolist() == [
        "SB 1004 signed",
        "Medi-Cal palliative care begins",
    ]


def test_a_milestone_before_the_first_year_drawn_is_named(store: Store) -> None:
    figure = cohort_timeline.cohort_timeline(store, cohort_overlay="hospice_licensing")
    assert "California Hospice Licensure Act (1990)" in figure.subtitle


def test_timing_is_never_called_cause(store: Store) -> None:
    for overlay in OVERLAYS:
        figure = cohort_timeline.cohort_timeline(store, cohort_overlay=overlay)
        assert "Timing does not prove cause." in figure.subtitle


def test_overlays_have_names(store: Store) -> None:
    assert list(OVERLAYS) == list(words.overlay_names(store))
    assert all(words.overlay_names(store).values())


def test_the_ledger_holds_every_effort_with_its_locator(store: Store) -> None:
    rows = cohorts.cohort_ledger(store).rows
    assert len(rows) == 22
    assert rows["locator"].ne("").all()


def test_facts_of_one_effort(store: Store) -> None:
    rows = cohort_facts.cohort_facts(store).rows
    pilot = rows[rows["cohort_id"] == "phc_pilot_2015"]
    counties = pilot[pilot["part"] == "county"]["what"].tolist()
    assert counties == ["Humboldt", "Napa", "Shasta", "Yolo"]
    meanwhile = pilot[pilot["part"] == "milestone"]["what"].tolist()
    assert "SB 19 authorizes a POLST registry pilot" in meanwhile
    assert "SB 1004 (Medi-Cal palliative care) signed" not in meanwhile


def test_members_whose_county_is_unknown_are_counted_and_said(store: Store) -> None:
    figure = cohort_members.cohort_member_map(store)
    assert figure.headline == ("We can map 23 of 75 named memberships, in 11 counties")
    assert "52 more memberships have no county" in figure.subtitle
    assert len(figure.rows) == 58
    assert figure.rows["status"].value_counts().to_dict() == {
        "none": 43, "organization": 11, "county": 4,
    }  # fmt: skip


def test_rounds_add_up_within_an_effort_only(store: Store) -> None:
    figure = cohort_rounds.cohort_rounds(store)
    rounds = figure.rows.drop_duplicates(["effort", "activity"])
    assert rounds["added"].tolist() == [7, 10, 12, 5]
    assert rounds["cumulative"].tolist() == [7, 17, 12, 17]
    assert len(figure.rows) == 34
    assert "we do not add sizes together" in figure.subtitle


def test_organizations_recur(store: Store) -> None:
    recurring = dict(cohort_rounds.recurring_organizations(store))
    assert recurring["Partnership HealthPlan of California"] == 3
    assert recurring["ResolutionCare"] == 2
    assert "Yolo Hospice" not in recurring


def test_planned_is_not_called_held(store: Store) -> None:
    figure = cohort_members.planned_activities(store)
    assert "nine webinars" in figure.headline
    assert figure.headline.endswith("we do not know how many took place")
    assert figure.rows["value"].dropna().tolist() == [9.0, 2.0, 2.0]
    assert figure.rows["value"].isna().sum() == 2


def test_efforts_with_overlapping_names_without_end_or_size_and_with_hostile_text(
    store: Store,
) -> None:
    """Synthetic rows: two efforts of one name, one without dates, size or funder."""
    table = store.table("cohorts")
    twin = table.iloc[[0]].assign(
        cohort_id="twin_one", name="Twin", start="", end="", date_precision="unknown"
    )
    other = twin.assign(cohort_id="twin_two", name="Twin", funder="", contribution="<b>x</b> | *y*")
    tables = {**store._tables, "cohorts": pd.concat([table, twin, other], ignore_index=True)}
    broken = replace(store, _tables=tables)
    rows = cohort_timeline.cohort_timeline(broken).rows
    twins = rows[rows["name"] == "Twin"]
    assert len(twins) == 2
    assert twins["y"].nunique() == 2
    assert twins["when"].eq("no dates given").all()
    assert "not given" in set(twins["funder_words"])
    assert len(cohort_facts.cohort_facts(broken).rows) > 500


def test_each_count_of_learning_communities_says_how_many_are_statewide(store: Store) -> None:
    ledger = figures.build(store, "cohort_ledger", {})
    assert words.headline_of(ledger).startswith("Seven statewide learning communities")
    told = "Of the eight learning communities, seven are statewide and one regional (Humboldt"
    assert told in words.introduction(ledger)
    headings = set(figures.build(store, "cohort_timeline", {}).rows["heading"])
    assert "Learning communities (8: 7 statewide, 1 regional)" in headings
    cards = figures.build(store, "headline_numbers", {}).rows.set_index("label")["value"]
    assert cards["Statewide learning communities we found"] == "7"
    alike = ledger.rows.assign(geography="California")
    assert words.reach(alike) == ""  # synthetic: where all are statewide, nothing is said
