"""What a visitor may type, and what it must find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.derive import places
from lib.derive.places import Answer, Index, Kind

if TYPE_CHECKING:
    from lib.store import Store


@pytest.fixture(scope="module")
def where(store: Store) -> Index:
    return places.index(
        store.table("zip_counties"), store.table("counties"), store.table("hospital_programs")
    )


@pytest.mark.parametrize(
    ("typed", "kind", "name", "county"),
    [
        ("Humbolt", Kind.COUNTY, "Humboldt", "06023"),
        ("los angeles county", Kind.COUNTY, "Los Angeles", "06037"),
        ("Trukee", Kind.CITY, "Truckee", "06057"),
        ("Markleeville", Kind.CITY, "Markleeville", "06003"),
        ("cedars sinai", Kind.HOSPITAL, "Cedars-Sinai Medical Center", "06037"),
        ("kaiser oakland", Kind.HOSPITAL, "Kaiser Foundation Hospital - Oakland/Richmond", "06001"),
        ("94110", Kind.ZIP, "94110", "06075"),
        ("94110-1234", Kind.ZIP, "94110", "06075"),
    ],
)
def test_first_find(where: Index, typed: str, kind: Kind, name: str, county: str) -> None:
    answer, found = places.find(where, typed)
    assert answer is Answer.FOUND
    assert (found[0].kind, found[0].name, found[0].counties[0]) == (kind, name, county)


@pytest.mark.parametrize(
    ("typed", "districts"),
    [
        ("AD 12", [("assembly", 12)]),
        ("ad12", [("assembly", 12)]),
        ("12th Senate district", [("senate", 12)]),
        ("CA-12", [("congressional", 12)]),
        ("district 60", [("assembly", 60)]),
        ("district 12", [("assembly", 12), ("senate", 12), ("congressional", 12)]),
    ],
)
def test_districts(where: Index, typed: str, districts: list[tuple[str, int]]) -> None:
    __, found = places.find(where, typed)
    assert [(place.chamber, place.number) for place in found] == districts


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("10001", Answer.OUTSIDE),
        ("89439", Answer.OUTSIDE),
        ("95214", Answer.ZIP_UNKNOWN),
        ("Assembly district 99", Answer.NO_DISTRICT),
        ("district 0", Answer.NO_DISTRICT),
        ("xyzzyqq", Answer.NOTHING),
        ("   ", Answer.NOTHING),
        ("?*[(", Answer.NOTHING),
    ],
)
def test_words_for_nothing(where: Index, typed: str, answer: Answer) -> None:
    assert places.find(where, typed) == (answer, ())


def test_zip_in_two_counties_shows_shares_that_add_up(where: Index) -> None:
    shared = [
        place
        for place in where.zips.values()
        if len(place.counties) > 1 and None not in place.shares
    ]
    assert shared
    for place in shared:
        shares = [share for share in place.shares if share is not None]
        assert sum(shares) == pytest.approx(1, abs=0.001)
        assert shares == sorted(shares, reverse=True)


def test_county_of_an_address(store: Store) -> None:
    counties = store.table("counties")
    assert places.county_of("06003", counties) == "06003"
    assert places.county_of("alpine county", counties) == "06003"
    assert places.county_of("99999", counties) == ""
    assert places.county_of("", counties) == ""


@pytest.mark.parametrize(
    ("typed", "county"),
    [
        # A county's name, which is a city's as well; a city in another county of that name.
        ("Fresno", "06019"), ("Kern", "06029"), ("Alpine", ""), ("Alpine County", "06003"),
        # With accents and without; a ZIP code; what only resembles something; a district.
        ("San José", "06085"), ("san jose", "06085"), ("La Cañada Flintridge", "06037"),
        ("95501", "06023"), ("Trukee", ""), ("Assembly 12", ""), ("qqqqxx", ""),
    ],
)  # fmt: skip
def test_what_a_search_can_only_mean(store: Store, typed: str, county: str) -> None:
    where = places.index(
        store.table("zip_counties"), store.table("counties"), store.table("hospital_programs")
    )
    assert places.meant(*places.find(where, typed), typed) == county


def test_a_district_of_many_digits_is_no_district(store: Store) -> None:
    where = places.index(
        store.table("zip_counties"), store.table("counties"), store.table("hospital_programs")
    )
    assert places.find(where, "Assembly " + "9" * 5000) == (places.Answer.NO_DISTRICT, ())
