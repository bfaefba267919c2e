"""The county figures: eight counties agree with the evidence, and none is left without words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.derive import hospitals

if TYPE_CHECKING:
    from lib.store import Store

COUNTY_FIGURES = sorted(
    name
    for name, parameters in ((n, figures.options(n)) for n in figures.REGISTRY)
    if "county" in parameters and name.startswith("county_")
)
#: Urban and frontier: none, one and many hospitals, and those that did not answer in 2017.
COUNTIES = ("06003", "06091", "06011", "06035", "06037", "06075", "06023", "06027")


@pytest.mark.parametrize("county", COUNTIES)
def test_every_figure_speaks_for_every_kind_of_county(store: Store, county: str) -> None:
    for name in COUNTY_FIGURES:
        figure = figures.build(store, name, {"county": county})
        assert "nan" not in figure.summary.lower().split()
        assert figure.headline.strip()


@pytest.mark.parametrize("county", COUNTIES)
def test_page_and_hospital_rows_agree(store: Store, county: str) -> None:
    """From the map's status to the page's rows: the same sites, the same answers."""
    status = hospitals.county_status(
        store.table("hospital_programs"), store.table("counties"), 2024
    ).set_index("county_fips")
    rows = figures.build(store, "county_hospitals", {"county": county}).rows
    held = rows[rows["last_year"].eq(2024)]
    assert len(held) == status.loc[county, "sites"]
    yes = held["inpatient_2024"].eq("Yes").sum()
    assert yes == status.loc[county, "inpatient"]
    peers = figures.build(store, "county_peers", {"county": county}).rows.iloc[0]
    if len(held):
        assert (peers["reporting"], peers["answered"]) == (yes, len(held))


def test_no_hospital_is_said(store: Store) -> None:
    figure = figures.build(store, "county_findings", {"county": "06003"})
    assert figure.headline.startswith("Alpine County has no general acute hospital")
    assert figures.build(store, "county_hospitals", {"county": "06091"}).is_empty


def test_no_answer_is_not_a_no(store: Store) -> None:
    rows = figures.build(store, "county_hospitals", {"county": "06011"}).rows
    assert rows["kind_2017"].tolist() == ["Did not answer"]


def test_a_site_outside_a_years_report_is_not_said_to_have_kept_silent(store: Store) -> None:
    # Of the two sites in Tehachapi one is in the report of 2017 only, the other in the later ones.
    rows = figures.build(store, "county_hospitals", {"county": "06029"}).rows
    twins = rows[rows["city"].eq("Tehachapi")].set_index("facility_id")
    assert twins.loc["106150808", "kind_2024"] == "Not collected here"
    assert twins.loc["106154168", "kind_2017"] == "Not collected here"


def test_districts_hold_every_site_once(store: Store) -> None:
    total = sum(
        len(figures.build(store, "district_sites", {"chamber": "senate", "district": str(n)}).rows)
        for n in range(1, 41)
    )
    assert total == 416


def test_a_district_that_is_none_says_so(store: Store) -> None:
    figure = figures.build(store, "district_sites", {"chamber": "senate", "district": "41"})
    assert figure.is_empty
    assert figure.headline.startswith("No general acute hospital site stands in")
