"""One vocabulary of answers, the same in chart, table, what is read aloud, and file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lib import figures
from lib.model import DataState
from lib.outputs import tabular
from lib.subjects.county_map import words as county_map
from lib.subjects.equity import words as equity
from lib.wording import places, states

ROOT = Path(__file__).resolve().parents[2]

WORDS = {
    "reported": "Reported",
    "zero": "Zero",
    "withheld": "Withheld (small numbers)",
    "not answered": "Did not answer",
    "not collected": "Not collected here",
    "not yet updated": "Not yet updated",
    "no hospital": "No general acute care hospital",
}


def test_each_state_has_its_own_word() -> None:
    assert {state.value: states.label(state.value) for state in DataState} == WORDS


@pytest.mark.parametrize("state", ["withheld", "not answered", "not yet updated", "not collected"])
def test_map_page_and_equity_say_the_same(state: str) -> None:
    from lib.derive.measures import Measure, Role

    chosen = Measure("m", Role.NEED, "observed", "all", "i", "", "M", "share", (), "")
    assert county_map.state(state, chosen) == WORDS[state] == places.state_words(state)
    assert equity.state_words("withheld") == WORDS["withheld"]


def test_no_other_words_for_a_state_are_left_in_the_code() -> None:
    old = r"Value held|No answer held|Hospital did not answer|Its hospital did not answer\"|Not read\"|Not held\"|Not answered\"|fewer than 11 people\"|\"No answer\"|\"No report\""
    found = [
        f"{path.name}: {match[0]}"
        for path in (ROOT / "lib").rglob("*.py")
        for match in re.finditer(old, path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("measure", "year"),
    [("death_count", "2012"), ("death_rate", "2016"), ("no_vehicle_share", "2014")],
)
def test_withheld_counties_say_so_everywhere(store: Any, measure: str, year: str) -> None:
    # Alpine and Sierra: the deaths of one, or the answers of its households, are fewer than 11.
    for figure_id in ("county_map", "county_bars"):
        figure = figures.build(store, figure_id, {"measure": measure, "year": year})
        rows = figure.rows.set_index("name")
        for county in ("Alpine", "Sierra"):
            assert rows.loc[county, "value_words"] == WORDS["withheld"]
            assert rows.loc[county, "kind"] == "Withheld (small numbers) (2)"
            assert pd.isna(rows.loc[county, "value"])
        written = tabular.written(tabular.table_rows(figure), figure.columns)
        told = written[written["County"].isin(["Alpine", "Sierra"])]
        assert told["Value as a number"].tolist() == [WORDS["withheld"]] * 2
        assert "Not collected" not in written.to_csv()
        assert "Withheld (small numbers) (2)" in figure.alt
        assert any("we hide counts of fewer than 11 people" in text for text in figure.caveats)
        claims = {claim.label: claim for claim in figure.claims}
        assert claims["Alpine"].value == WORDS["withheld"]
        assert claims["Alpine"].numerator == ""


def test_a_withheld_observation_says_so_in_its_card(store: Any) -> None:
    figure = figures.build(store, "indicator_card", {"indicator": "deaths_resident_count_dof"})
    alpine = figure.rows[figure.rows["place"].eq("Alpine")]
    assert alpine["written"].eq(WORDS["withheld"]).sum() == 5
    assert not alpine["written"].eq(WORDS["not collected"]).any()


def test_alpines_oldest_residents_are_shown_as_published(store: Any) -> None:
    # Department of Finance: six people of 85 and over on July 1, 2010.
    older = figures.build(store, "county_older", {"county": "06003"}).rows
    first = older[older["series"].eq("85") & older["year"].eq(2010)]
    assert first["words"].tolist() == ["6"]
    mapped = figures.build(store, "county_map", {"measure": "people_85_count", "year": "2010"})
    rows = mapped.rows.set_index("name")
    assert rows.loc["Alpine", "value_words"] == "6"


def test_a_county_behind_the_others_is_not_yet_updated(store: Any) -> None:
    from lib.derive import measures

    chosen = measures.measure(store, "no_vehicle_share")
    newest = measures.years(store, chosen)[0]

    class Behind:
        """The tables without one county's newest row: made for this test."""

        def table(self, name: str) -> pd.DataFrame:
            frame = store.table(name)
            if name != "observations":
                return frame
            late = frame["indicator_id"].eq(chosen.indicator_id) & frame["geo_id"].eq("06001")
            return frame[~(late & frame["period_end"].str.startswith(str(newest)))]

    rows = measures.county_values(Behind(), chosen, newest).set_index("county_fips")
    assert rows.loc["06001", "state"] == DataState.NOT_YET_UPDATED.value
    assert rows["state"].eq(DataState.NOT_YET_UPDATED.value).sum() == 1


def test_the_answer_is_a_column_only_where_it_tells_rows_apart(store: Any) -> None:
    for row in store.table("measures").itertuples():
        figure = figures.build(store, "county_map", {"measure": row.measure_id})
        labels = {column.field for column in figure.columns}
        assert ("state_words" in labels) == (figure.rows["state_words"].nunique() > 1)
