"""Counts of hospitals: small frames worked by hand, and the real table's known numbers."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.derive import hospitals


@pytest.fixture
def synthetic() -> pd.DataFrame:
    """Five synthetic sites (no real hospital): one blank answer, one county without any."""
    return pd.DataFrame(
        {
            "facility_id": ["a", "b", "c", "d", "e", "a", "b"],
            "year": [2024, 2024, 2024, 2024, 2024, 2022, 2022],
            "county_fips": ["06001", "06001", "06003", "06005", "06007", "06001", "06001"],
            "ownership": [
                "nonprofit",
                "district",
                "nonprofit",
                "",
                "district",
                "nonprofit",
                "district",
            ],
            "general_acute_beds": [300, 49, 50, None, 99, 300, 49],
            "inpatient_palliative": ["Yes", "No", "", "Yes", "No", "No", "No"],
            "outpatient_palliative": ["No", "No", "", "No", "Yes", "No", "No"],
        }
    )


def test_a_missing_answer_is_no_base_and_no_no(synthetic: pd.DataFrame) -> None:
    table = hospitals.reporting(synthetic, ["year"], "inpatient_palliative")
    assert table.to_dict("records") == [
        {"year": 2022, "reporting": 0, "answered": 2, "share": 0.0},
        {"year": 2024, "reporting": 2, "answered": 4, "share": 0.5},
    ]


def test_a_blank_group_stays_out_of_its_split_only(synthetic: pd.DataFrame) -> None:
    now = synthetic[synthetic["year"] == 2024]
    by_owner = hospitals.reporting(now, ["ownership"], "inpatient_palliative")
    assert by_owner["answered"].sum() == 3
    assert hospitals.counted(now) == (2, 4)


#: Size class -> its lowest number of beds, as data/split_groups.csv has them.
LOWS = {"under 50": 0.0, "50-99": 50.0, "100-299": 100.0, "300 or more": 300.0}


def test_bed_classes_cut_at_50_100_and_300_and_count_a_blank_as_small(
    synthetic: pd.DataFrame,
) -> None:
    classes = hospitals.classes(synthetic["general_acute_beds"], LOWS).tolist()
    assert classes[:5] == ["300 or more", "under 50", "50-99", "under 50", "50-99"]


def test_a_change_needs_an_answer_in_both_years(synthetic: pd.DataFrame) -> None:
    changes = hospitals.switched(synthetic, 2022, 2024, "inpatient_palliative")
    assert changes["facility_id"].tolist() == ["a"]
    assert changes["change"].tolist() == ["No to Yes"]


def test_a_county_without_an_answer_is_unknown_when_it_has_a_hospital(
    synthetic: pd.DataFrame,
) -> None:
    counties = pd.DataFrame(
        {"county_fips": ["06001", "06005", "06007", "06009"], "name": ["A", "B", "C", "D"]}
    )
    then = hospitals.county_status(synthetic, counties, 2022).set_index("name")["status"]
    now = hospitals.county_status(synthetic, counties, 2024).set_index("name")["status"]
    assert then.to_dict() == {
        "A": "none reported",
        "B": "not answered",
        "C": "not answered",
        "D": "no hospital",
    }
    assert now.to_dict() == {
        "A": "inpatient",
        "B": "inpatient",
        "C": "outpatient only",
        "D": "no hospital",
    }


def test_inputs_are_never_written_to(synthetic: pd.DataFrame) -> None:
    before = synthetic.copy(deep=True)
    hospitals.classes(synthetic["general_acute_beds"], LOWS)
    hospitals.reporting(synthetic, ["ownership", "year"], "inpatient_palliative")
    hospitals.switched(synthetic, 2022, 2024, "inpatient_palliative")
    pd.testing.assert_frame_equal(synthetic, before)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            "inpatient_palliative",
            [(2015, 166, 425), (2017, 179, 416), (2022, 177, 412), (2024, 166, 416)],
        ),
        (
            "outpatient_palliative",
            [(2015, 70, 425), (2017, 100, 416), (2022, 100, 412), (2024, 91, 416)],
        ),
        (
            "inpatient_hospice",
            [(2015, 36, 425)],
        ),
    ],
)
def test_sites_that_report(store, answer, expected) -> None:
    table = hospitals.reporting(store.table("hospital_programs"), ["year"], answer)
    counted = table[["year", "reporting", "answered"]].itertuples(index=False, name=None)
    assert set(expected) <= set(counted)


def test_sites_of_50_or_more_beds(store) -> None:
    sites = store.table("hospital_programs")
    larger = sites[hospitals.classes(sites["general_acute_beds"], LOWS) != "under 50"]
    table = hospitals.reporting(larger, ["year"], "inpatient_palliative").set_index("year")
    shares = [round(table.at[year, "share"] * 100, 1) for year in (2017, 2022, 2024)]
    assert shares == [51.5, 52.3, 48.2]


def test_the_yearly_line_by_license(store) -> None:
    line = hospitals.license_line(
        store.table("hospital_license_years"), store.table("hospital_programs"), [2017]
    )
    counted = line[["year", "reporting", "answered"]].itertuples(index=False, name=None)
    assert list(counted)[:7] == [
        (2017, 164, 365),
        (2019, 156, 358),
        (2020, 157, 360),
        (2021, 154, 355),
        (2022, 157, 362),
        (2023, 145, 362),
        (2024, 146, 363),
    ]


def test_the_step_between_2022_and_2023(store) -> None:
    table = store.table("hospital_license_years")
    years = tuple(range(2019, 2025))
    changes = hospitals.switched(table, 2022, 2023, "inpatient_team_reported", through=years)
    assert changes["change"].value_counts().to_dict() == {"Yes to No": 16, "No to Yes": 4}
    assert hospitals.present_in_all(table, years) == 335


@pytest.mark.parametrize(
    ("first", "last", "to_no", "to_yes"),
    [(2022, 2024, 21, 9), (2017, 2022, 19, 19), (2015, 2017, 6, 19)],
)
def test_sites_that_changed_their_answer(store, first, last, to_no, to_yes) -> None:
    changes = hospitals.switched(
        store.table("hospital_programs"), first, last, "inpatient_palliative"
    )
    assert changes["change"].value_counts().to_dict() == {"Yes to No": to_no, "No to Yes": to_yes}


def test_counties_without_a_reporting_site_in_2024(store) -> None:
    status = hospitals.county_status(
        store.table("hospital_programs"), store.table("counties"), 2024
    )
    without = hospitals.counties_without(status)
    assert len(without) == 24
    assert sorted(without[without["status"] == "no hospital"]["name"]) == ["Alpine", "Sierra"]
    older = store.observed("population_65plus_count_dof")
    in_2024 = older[older["period_end"].str.startswith("2024")]
    assert in_2024[in_2024["geo_id"].isin(without["county_fips"])]["value"].sum() == 345_421


def test_colusa_and_lassen_are_unknown_in_2017(store) -> None:
    status = hospitals.county_status(
        store.table("hospital_programs"), store.table("counties"), 2017
    )
    assert sorted(status[status["status"] == "not answered"]["name"]) == ["Colusa", "Lassen"]


@pytest.mark.parametrize(
    ("owner", "n", "total"),
    [
        ("city or county", 16, 24),
        ("University of California", 11, 18),
        ("nonprofit", 131, 229),
        ("district", 4, 31),
        ("for-profit", 4, 111),
    ],
)
def test_owners_in_2024(store, owner, n, total) -> None:
    sites = store.table("hospital_programs")
    table = hospitals.reporting(sites[sites["year"] == 2024], ["ownership"], "inpatient_palliative")
    row = table.set_index("ownership").loc[owner]
    assert (row["reporting"], row["answered"]) == (n, total)
