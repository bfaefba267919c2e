"""Facts of the real tables, stated as numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.schema import DOMAINS, OBSERVATIONS, TABLES
from lib.store import DATA
from tools.make_geometry import doubled_area

if TYPE_CHECKING:
    from lib.store import Store

ROWS = {
    "sources": 282,
    "indicators": 228,
    "geographies": 95,
    "counties": 58,
    "hospital_programs": 1_244,
    "hospital_license_years": 2_160,
    "hospital_districts": 416,
    "facilities": 3_064,
    "regions": 232,
    "zip_counties": 2_862,
    "medi_cal_plans": 116,
    "cohorts": 22,
    "cohort_members": 75,
    "cohort_counties": 13,
    "activities": 36,
    "coalitions": 38,
    "coalition_counties": 34,
    "milestones": 67,
    "milestone_counties": 33,
    "opportunities": 13,
    "opportunity_indicators": 52,
    "opportunity_links": 73,
    "field_agenda": 35,
    "agenda_indicators": 17,
    "agenda_links": 16,
    "toolkit_resources": 26,
    "conflicts": 46,
    "unknowns": 43,
    "observations": 16_890,
}
DOMAIN_ROWS = {
    "programs": 213,
    "participation": 55,
    "cohorts": 14,
    "policy": 13,
    "rural": 101,
    "equity": 2_225,
    "need": 7_938,
    "workforce": 210,
    "context": 6_121,
}


@pytest.mark.parametrize(("table", "rows"), ROWS.items())
def test_no_row_is_lost(store: Store, table: str, rows: int):
    assert len(store.table(table)) == rows


def test_no_domain_lost_a_row(store: Store):
    assert store.observations["domain"].value_counts().to_dict() == DOMAIN_ROWS
    assert set(DOMAIN_ROWS) == set(DOMAINS)


def test_the_hospital_sites_of_each_year(store: Store):
    sites = store.table("hospital_programs")
    assert sites.groupby("year").size().to_dict() == {2017: 416, 2022: 412, 2024: 416}
    yes = sites[sites["inpatient_palliative"] == "Yes"]
    assert yes.groupby("year").size().to_dict() == {2017: 179, 2022: 177, 2024: 166}


def test_the_licenses_that_report_a_team(store: Store):
    licenses = store.table("hospital_license_years")
    yes = licenses[licenses["inpatient_team_reported"] == "Yes"]
    assert licenses.groupby("year").size().tolist() == [358, 360, 355, 362, 362, 363]
    assert yes.groupby("year").size().tolist() == [156, 157, 154, 157, 145, 146]


def test_license_numbers_keep_their_leading_zero_in_every_year(store: Store):
    sites = store.table("hospital_programs")
    assert sites["license_no"].str.len().eq(9).all()
    assert sites.groupby("year")["license_no"].nunique().to_dict() == {
        2017: 365,
        2022: 359,
        2024: 359,
    }


def test_every_assembly_senate_and_congressional_district_holds_a_site(store: Store):
    districts = store.table("hospital_districts")
    assert districts["assembly_district"].nunique() == 80
    assert districts["senate_district"].nunique() == 40
    assert districts["congressional_district"].nunique() == 52


def test_only_alpine_and_sierra_have_no_hospital_site_in_any_year(store: Store):
    missing = set(store.table("counties")["county_fips"]) - set(
        store.table("hospital_programs")["county_fips"]
    )
    assert {store.names[fips] for fips in missing} == {"Alpine", "Sierra"}


def test_every_county_has_people_plans_regions_and_a_zip_code(store: Store):
    counties = set(store.table("counties")["county_fips"])
    assert len(counties) == 58
    for name in ("medi_cal_plans", "regions", "zip_counties"):
        assert counties <= set(store.table(name)["county_fips"]), name
    people = store.observed("population_count_dof")
    assert counties <= set(people["geo_id"])


def test_there_is_one_shape_for_each_county(store: Store):
    shapes = store.topology["objects"]["counties"]["geometries"]
    assert {shape["id"] for shape in shapes} == set(store.table("counties")["county_fips"])
    assert {shape["id"]: shape["properties"]["name"] for shape in shapes} == {
        fips: store.names[fips] for fips in store.table("counties")["county_fips"]
    }


def test_the_shapes_use_every_arc_and_lie_in_california(store: Store):
    topology = store.topology
    used = {
        index if index >= 0 else ~index
        for index in (
            int(number)
            for number in re.findall(
                r"-?\d+",
                str([shape["arcs"] for shape in topology["objects"]["counties"]["geometries"]]),
            )
        )
    }
    assert used == set(range(len(topology["arcs"])))
    west, south, east, north = topology["bbox"]
    assert -124.5 < west < -124.3
    assert 32.4 < south < 32.6
    assert -114.2 < east < -114.0
    assert 41.9 < north < 42.1


def test_the_outer_rings_are_clockwise(store: Store):
    for shape in store.topology["objects"]["counties"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        assert max(doubled_area(rings[0], store.topology["arcs"]) for rings in polygons) < 0, shape[
            "properties"
        ]


def test_the_served_shapes_are_the_recorded_shapes():
    recorded = DATA / "geometry" / "ca_counties.topo.json"
    served = DATA.parent / "static" / "ca_counties.topo.json"
    assert served.read_bytes() == recorded.read_bytes()
    assert 10_000 < len(recorded.read_bytes()) < 60_000


def test_the_opportunities_are_the_five_and_eight_and_only_data_has_no_indicator(store: Store):
    opportunities = store.table("opportunities")
    assert opportunities.groupby("group").size().to_dict() == {"driver": 5, "opportunity": 8}
    linked = store.table("opportunity_indicators").groupby("opportunity_title").size()
    assert set(opportunities["title"]) - set(linked.index) == {"Data"}
    assert linked.between(2, 6).all()
    assert set(store.table("opportunity_links")["opportunity_title"]) == set(opportunities["title"])


def test_which_sources_carry_no_row(store: Store):
    sources = store.table("sources")
    assert sources["use"].value_counts().to_dict() == {
        "cited": 278,
        "background": 3,
        "geometry": 1,
    }
    assert sources["address"].eq("weak").sum() == 44
    assert sources.loc[sources["url"] == "", "address"].eq("weak").all()


def test_the_dictionary_names_every_table_and_column():
    words = (DATA / "README.md").read_text("utf-8")
    for table in (*TABLES.values(), OBSERVATIONS):
        assert f"`{table.name}" in words or f"`{table.name}.csv`" in words, table.name
        missing = [c.name for c in table.columns if f"`{c.name}`" not in words]
        assert missing == [], (table.name, missing)
    for dimension in OBSERVATIONS.column("dimension").allowed:
        assert f"`{dimension}`" in words, dimension
    for unit in OBSERVATIONS.column("unit").allowed:
        assert f"`{unit}`" in words, unit


def test_no_file_speaks_of_a_place_on_someones_disk():
    for path in DATA.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert not re.search(r"(?:^|[\s\"'(])(?:/work/|/home/|/tmp/|file://)", text), path
