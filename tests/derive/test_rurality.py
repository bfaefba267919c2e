"""Classes and shares under each definition, against the evidence's own counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.derive import rurality
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
