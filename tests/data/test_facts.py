"""Facts of the real tables, stated as numbers."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from lib.derive import vocabulary
from lib.schema import OBSERVATIONS, TABLES
from lib.store import DATA
from tools.make_geometry import doubled_area

if TYPE_CHECKING:
    from lib.store import Store


def records(name: str) -> int:
    """The records of a file of data/, its header left out."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _record in csv.reader(file)) - 1


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_lost_between_the_file_and_the_store(store: Store, table: str):
    assert len(store.table(table)) == records(table) > 0


def test_no_domain_loses_a_row_between_its_file_and_the_store(store: Store):
    held = store.observations["domain"].value_counts().to_dict()
    domains = vocabulary.words(store, "domain")
    assert held == {domain: records(f"observations/{domain}") for domain in domains}
    assert all(held.values())


#: Report year -> sites, and sites that answer Yes on an inpatient program, as the state's files
#: were counted by two programs. A later report adds a year; these stay.
SITES = {2015: (425, 166), 2017: (416, 179), 2022: (412, 177), 2024: (416, 166)}


@pytest.mark.parametrize(("year", "counts"), SITES.items())
def test_the_hospital_sites_of_each_year(store: Store, year: int, counts: tuple[int, int]):
    sites = store.table("hospital_programs")
    here = sites[sites["year"] == year]
    assert (len(here), int(here["inpatient_palliative"].eq("Yes").sum())) == counts


#: Year -> licenses, and licenses that report a team.
LICENSES = {
    2019: (358, 156),
    2020: (360, 157),
    2021: (355, 154),
    2022: (362, 157),
    2023: (362, 145),
    2024: (363, 146),
}


@pytest.mark.parametrize(("year", "counts"), LICENSES.items())
def test_the_licenses_that_report_a_team(store: Store, year: int, counts: tuple[int, int]):
    licenses = store.table("hospital_license_years")
    here = licenses[licenses["year"] == year]
    assert (len(here), int(here["inpatient_team_reported"].eq("Yes").sum())) == counts


def test_the_reports_and_the_rows_name_each_other(store: Store):
    reports = store.table("reports")
    for kind, name in (("sites", "hospital_programs"), ("licenses", "hospital_license_years")):
        read = reports[reports["report"].eq(kind) & reports["how"].eq("read")]
        pairs = store.table(name)[["year", "source_id"]].drop_duplicates()
        assert sorted(zip(read["year"], read["source_id"], strict=True)) == sorted(
            zip(pairs["year"], pairs["source_id"], strict=True)
        )


def test_license_numbers_keep_their_leading_zero_in_every_year(store: Store):
    sites = store.table("hospital_programs")
    assert sites["license_no"].str.len().eq(9).all()
    counted = sites.groupby("year")["license_no"].nunique().to_dict()
    assert {year: counted[year] for year in (2017, 2022, 2024)} == {2017: 365, 2022: 359, 2024: 359}


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


def test_a_source_without_an_address_is_called_weak(store: Store):
    sources = store.table("sources")
    named = {
        each
        for table in (*TABLES.values(), OBSERVATIONS)
        for column in table.columns
        if column.refers == "sources.source_id"
        for cell in store.table(table.name)[column.name].unique()
        for each in cell.split(" ")
    }
    assert set(sources.loc[sources["use"] == "cited", "source_id"]) == named - {""}
    assert set(sources["use"]) == {"cited", "background", "geometry"}
    assert sources.loc[sources["url"] == "", "address"].eq("weak").all()


def test_what_is_not_known_is_a_question_that_someone_could_answer(store: Store):
    asked = store.table("unknowns")["what_is_not_known"]
    question = asked.str.match(r"(?:In )?(?:How|What|When|Where|Whether|Which|Who|which)\b")
    assert asked[~question].tolist() == []
    # Pages put a full stop and the holder after it.
    assert asked[asked.str.contains(r"[.?]$")].tolist() == []


def test_the_dictionary_names_every_table_and_column():
    words = (DATA / "README.md").read_text("utf-8")
    for table in (*TABLES.values(), OBSERVATIONS):
        assert f"`{table.name}" in words or f"`{table.name}.csv`" in words, table.name
        missing = [c.name for c in table.columns if f"`{c.name}`" not in words]
        assert missing == [], (table.name, missing)


def test_no_file_speaks_of_a_place_on_someones_disk():
    for path in DATA.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert not re.search(r"(?:^|[\s\"'(])(?:/work/|/home/|/tmp/|file://)", text), path


def test_every_source_has_a_short_name_that_a_reader_can_place(store: Store):
    """The line under a chart names no copy, no file and no address."""
    for row in store.table("sources").itertuples():
        name = str(row.short or row.publisher)
        assert 0 < len(name) <= 52, f"sources, {row.source_id}: give a `short` name for {name!r}"
        assert not re.search(r"github|[()_]|/[a-z]|copy|padua|[.]csv", name, re.IGNORECASE), name
