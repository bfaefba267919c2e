"""Every row has a mark of its own: two sites of one name and city are two, on every drawing.

What is counted is read from the finished drawings, not from the rows that made them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from lib import figures
from lib.maps import explore
from lib.outputs import drawing
from lib.outputs.tabular import table_rows
from lib.subjects.county_map.points import hospital_points
from lib.subjects.shared.sites import told_apart

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

COUNTIES = [f"06{n:03d}" for n in range(1, 116, 2)]

#: Pairs of sites of one name in one city, by their state numbers (hospital_programs.csv).
TWINS = (
    ("06029", "106150808", "106154168"),
    ("06049", "106250956", "106254005"),
    ("06059", "106304079", "106304585"),
    ("06059", "106304039", "106301175"),
    ("06085", "106430905", "106430035"),
)


def marks(store: Store, figure: Figure) -> list[str]:
    """The place of every mark of a list, down and across; those of its key have no words."""
    drawn = drawing.chart(figure, store.topology, width=800)
    groups = [node for node in drawn.iter() if "mark-symbol role-mark" in node.get("class", "")]
    return [
        path.get("transform", "") for group in groups for path in group if path.get("aria-label")
    ]


@pytest.mark.parametrize(
    ("figure_id", "table"),
    [("county_hospitals", "hospital_programs"), ("county_licenses", "hospital_license_years")],
)
def test_every_site_of_every_county_has_its_own_marks(
    store: Store, figure_id: str, table: str
) -> None:
    wrong, years = {}, store.table(table)["year"].nunique()
    for fips in COUNTIES:
        figure = figures.build(store, figure_id, {"county": fips})
        if figure.is_empty:
            continue
        places = marks(store, figure)
        told = (len(places), len(set(places)), len(table_rows(figure)))
        rows = len(figure.rows)
        if told != (rows * years, rows * years, rows):
            wrong[fips] = (rows, told)
    assert wrong == {}


def test_all_sites_of_the_tables_are_in_the_countys_figures(store: Store) -> None:
    sites = store.table("hospital_programs")
    shown = [
        site
        for fips in COUNTIES
        for site in figures.build(store, "county_hospitals", {"county": fips}).rows["facility_id"]
    ]
    assert sorted(shown) == sorted(sites["facility_id"].unique())


@pytest.mark.parametrize(("fips", "one", "other"), TWINS)
def test_twins_are_two_rows_with_their_own_answers(
    store: Store, fips: str, one: str, other: str
) -> None:
    figure = figures.build(store, "county_hospitals", {"county": fips})
    rows = figure.rows.set_index("facility_id")
    assert rows.loc[one, "name"] == rows.loc[other, "name"]
    assert rows.loc[one, "group"] != rows.loc[other, "group"]
    assert one in rows.loc[one, "group"]
    assert other in rows.loc[other, "group"]
    # The table and the file keep them apart as well.
    assert set(table_rows(figure)["facility_id"]) >= {one, other}


def test_the_finder_and_the_districts_list_every_site(store: Store) -> None:
    sites = store.table("hospital_programs")
    finder = table_rows(figures.build(store, "hospital_list", {}))
    assert sorted(finder["facility_id"]) == sorted(sites["facility_id"].unique())
    newest = sites[sites["year"] == sites["year"].max()]
    listed = [
        site
        for number in range(1, 41)
        for site in table_rows(
            figures.build(store, "district_sites", {"chamber": "senate", "number": str(number)})
        )["facility_id"]
    ]
    assert sorted(listed) == sorted(newest["facility_id"])


def test_the_map_to_explore_has_a_point_for_every_placed_site(store: Store) -> None:
    points = hospital_points(store)
    sites = store.table("hospital_programs")
    newest = sites[sites["year"] == sites["year"].max()]
    assert sorted(points["facility_id"]) == sorted(newest["facility_id"])
    placed = points[points["lat"].notna()].rename(columns={"report": "kind"})
    colors = dict.fromkeys(("inpatient", "outpatient", "neither"), "#123456")
    layer = explore._hospitals(placed, colors, ink="#000000")
    assert len(layer.data) == len(placed)


@pytest.mark.parametrize("figure_id", ["county_map", "need_supply_map", "county_status_map"])
def test_a_map_has_a_shape_for_every_county(store: Store, figure_id: str) -> None:
    figure = figures.build(store, figure_id, {})
    drawn = drawing.chart(figure, store.topology, width=800)
    filled = next(node for node in drawn.iter() if "mark-shape role-mark" in node.get("class", ""))
    assert len(list(filled)) == len(figure.rows) == 58


@pytest.mark.parametrize("figure_id", ["site_switches", "license_step", "rural_critical_access"])
def test_lists_of_sites_lose_none_in_table_or_file(store: Store, figure_id: str) -> None:
    figure = figures.build(store, figure_id, {})
    assert len(table_rows(figure)) == len(figure.rows) > 0


def test_names_that_are_alike_are_told_apart_by_city_then_by_number() -> None:
    # Invented sites.
    sites = pd.DataFrame(
        {
            "name": ["A", "B", "B", "C", "C"], "city": ["x", "x", "y", "z", "z"],
            "facility_id": ["1", "2", "3", "4", "5"],
        }
    )  # fmt: skip
    assert told_apart(sites) == ["A", "B (x)", "B (y)", "C (state number 4)", "C (state number 5)"]


def test_bars_of_counties_stand_in_order_of_value_within_each_class(store: Any) -> None:
    for measure in store.table("measures").query("unit != 'category'")["measure_id"]:
        rows = figures.build(store, "county_bars", {"measure": measure}).rows
        assert rows["order"].is_monotonic_increasing, measure
        for _kind, part in rows.groupby("order"):
            assert part["value"].dropna().is_monotonic_decreasing, measure
    rows = figures.build(store, "need_supply_bars", {}).rows
    assert all(part["value"].dropna().is_monotonic_decreasing for _k, part in rows.groupby("order"))
