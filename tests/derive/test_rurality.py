"""Classes and shares under each definition, against the evidence's own counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.derive import rurality
from lib.subjects.rural import words
from tests import frozen

if TYPE_CHECKING:
    from lib.store import Store


@pytest.mark.parametrize("definition", ["rucc_2023", "rucc_2013", "nchs_2023", "nonmetro_2023"])
def test_alpine_is_rural_and_los_angeles_is_not(store: Store, definition: str) -> None:
    classes = rurality.county_classes(store, definition)
    rural = rurality.is_rural(store, classes, definition)
    assert len(classes) == 58
    assert rural["06003"]
    assert not rural["06037"]


@pytest.mark.parametrize("definition", list(rurality.definitions(frozen.store()).index))
def test_sites_add_up_to_the_state(store: Store, definition: str) -> None:
    shares = rurality.site_shares(store, definition)
    newest = shares[shares["year"] == 2024]
    assert (newest["reporting"].sum(), newest["answered"].sum()) == (166, 416)


def test_a_missing_designation_is_no_row(store: Store) -> None:
    shares = rurality.site_shares(store, "small_rural")
    assert set(shares["year"]) == {2022, 2024}


def test_counties_with_a_program(store: Store) -> None:
    shares = rurality.county_shares(store, "rucc_2023")
    newest = shares[shares["year"] == 2024]
    # 24 counties report none, two of them have no hospital: 34 of 56.
    assert (newest["reporting"].sum(), newest["answered"].sum()) == (34, 56)


def test_counties_by_a_designation_have_only_its_own_years(store: Store) -> None:
    shares = rurality.county_shares(store, "small_rural")
    assert set(shares["year"]) == {2022, 2024}
    assert set(rurality.county_shares(store, "rucc_2023")["year"]) == {2015, 2017, 2022, 2024}


def test_a_county_has_the_class_of_its_sites_of_that_year() -> None:
    sites = pd.DataFrame(  # synthetic
        [
            ("1", 2017, "06003", "", "No"),
            ("1", 2022, "06003", "Yes", "No"),
            ("1", 2024, "06003", "No", "Yes"),
        ],
        columns=["facility_id", "year", "county_fips", "small_rural", "inpatient_palliative"],
    ).assign(outpatient_palliative="No")

    class Synthetic:
        """The tables that the rule reads, made for this test."""

        def table(self, name: str) -> pd.DataFrame:
            return {
                "hospital_programs": sites,
                "counties": pd.DataFrame({"county_fips": ["06003"], "name": ["Alpine"]}),
                "rural_definitions": pd.DataFrame(
                    {
                        "definition": ["small_rural"],
                        "order": [1],
                        "reads": ["hospital_programs.small_rural"],
                    }
                ),
            }[name]

    shares = rurality.county_shares(Synthetic(), "small_rural")  # type: ignore[arg-type]
    held = {(row.year, row.rural_class): row.reporting for row in shares.itertuples()}
    assert held == {(2022, "Yes"): 0, (2024, "No"): 1}


def test_definitions_that_agree_stand_together(store: Store) -> None:
    (same, n), *others = rurality.alike(store)
    assert (len(same), n) == (5, 21)
    assert others == [(["small_rural"], 36)]
    said = words.introduction(store)
    assert "Five of the six definitions call the same 21 counties rural" in said
    choices = words.definition_choices(store)
    assert list(choices) == list(rurality.definitions(store).index)
    assert choices["small_rural"] in said
