"""A county's number for each measure, against the evidence and by hand."""

import pytest

from lib.derive import measures


def of(store, measure_id, year):
    chosen = measures.measure(store, measure_id)
    return measures.county_values(store, chosen, year).set_index("county_fips")


def test_every_measure_gives_every_county_a_state_and_its_newest_year_a_source(store):
    for chosen in measures.measures(store):
        newest = measures.years(store, chosen)[0]
        rows = measures.county_values(store, chosen, newest)
        assert len(rows) == 58
        assert rows["county_fips"].is_unique
        held = rows[rows["state"].isin(["reported", "zero"])]
        assert held["source_id"].ne("").all(), chosen.measure_id
        assert held["locator"].ne("").all(), chosen.measure_id
        if chosen.unit != "category":
            assert rows["value"].notna().eq(rows["state"].isin(["reported", "zero"])).all()


def test_166_of_416_sites_report_in_2024_and_24_counties_have_none(store):
    rows = of(store, "inpatient_site_count", 2024)
    assert (rows["numerator"].sum(), rows["denominator"].sum()) == (166, 416)
    assert rows["state"].eq("zero").sum() == 22
    assert set(rows[rows["state"].eq("no hospital")]["name"]) == {"Alpine", "Sierra"}


def test_counties_whose_only_hospital_was_silent_are_unknown_not_zero(store):
    rows = of(store, "inpatient_site_share", 2017)
    assert set(rows[rows["state"].eq("not answered")]["name"]) == {"Colusa", "Lassen"}
    assert rows.loc["06011", "value"] != 0


def test_licenses_of_2024_are_146_of_363_and_of_2017_are_164_of_365(store):
    for year, n, total in ((2024, 146, 363), (2017, 164, 365)):
        rows = of(store, "license_team_share", year)
        assert (rows["numerator"].sum(), rows["denominator"].sum()) == (n, total)


def test_38_critical_access_hospitals_are_the_base_and_other_counties_have_none(store):
    rows = of(store, "critical_access_site_share", 2024)
    assert rows["denominator"].sum() == 38
    assert rows[rows["denominator"].isna()]["state"].eq("no hospital").all()


def test_growth_stays_within_one_projection(store):
    rows = of(store, "growth_65_2060", 2060)
    projected = store.observed("population_65plus_projected_count_dof_2020", "06037")
    by_year = dict(zip(projected["period_end"].str[:4], projected["value"], strict=True))
    expected = by_year["2060"] / by_year["2020"] - 1
    assert rows.loc["06037", "value"] == pytest.approx(expected)
    assert rows.loc["06037", "status"] == "estimated"


def test_deaths_are_divided_by_the_population_at_the_start_of_their_year(store):
    # Alameda: 10,355 deaths from July 2023 to June 2024 over 1,644,199 people in July 2023.
    row = of(store, "death_rate", 2024).loc["06001"]
    assert (row["numerator"], row["denominator"]) == (10355, 1644199)
    assert row["value"] == pytest.approx(62.979, abs=0.001)


def test_a_year_that_is_not_held_is_not_collected(store):
    assert of(store, "poverty_share", 1999)["state"].eq("not collected").all()
    assert of(store, "hospice_office_count", 1999)["state"].eq("not collected").all()


def test_an_unknown_measure_is_refused(store):
    with pytest.raises(KeyError):
        measures.measure(store, "happiness")


def test_the_contract_allows_exactly_the_rules_that_the_code_knows():
    from lib.schema import lists

    assert set(lists.MEASURE_RULES) == set(measures.RULES)
    assert set(lists.MEASURE_ROLES) == set(measures.Role)
