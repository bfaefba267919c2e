"""What the district figures share: names, lines, what every district's sites report."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from lib.derive import reports
from lib.i18n import _
from lib.subjects.districts import rows as districts, words
from lib.subjects.shared import claims
from lib.wording.places import district_name

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Claim
    from lib.store import Store

Chamber = Literal["assembly", "senate", "congressional"]

#: Who drew the outlines.
OUTLINES = {
    "assembly": "census-2024-legislative-outlines",
    "senate": "census-2024-legislative-outlines",
    "congressional": "census-2024-congressional-outlines",
}


@lru_cache(maxsize=8)
def listed(store: Store, chamber: str) -> pd.DataFrame:
    """The rows of `districts` of one chamber, index `number`."""
    table = store.table("districts")
    return table[table["chamber"].eq(chamber)].set_index("number").sort_index()


@lru_cache(maxsize=8)
def placed(store: Store, chamber: str) -> pd.DataFrame:
    """Every answer of every year with the district of its site."""
    return districts.sites_in(
        store.table("hospital_districts"), store.table("hospital_programs"), chamber
    )


@lru_cache(maxsize=8)
def status(store: Store, chamber: str) -> pd.DataFrame:
    """What the sites of each district of a chamber report in the newest year, index `number`."""
    numbers = [int(number) for number in listed(store, chamber).index]
    return districts.status(placed(store, chamber), numbers, reports.newest(store))


def named(store: Store, chamber: str, number: str) -> tuple[str, int]:
    """The name of a district and its number.

    Raises:
        ValueError: the chamber has no such district.
    """
    asked = districts.number_of(number)
    if asked not in listed(store, chamber).index:
        raise ValueError(f"{chamber} has no district {number}")
    return district_name(chamber, asked), asked


def lines(store: Store, chamber: str) -> str:
    """Which lines the districts of a chamber have, and until when, as a sentence or two."""
    row = listed(store, chamber).iloc[0]
    return words.lines(chamber, str(row["lines"]), str(row["valid_until"]))


def valid_until(store: Store, chamber: str) -> str:
    """The day from which a chamber has other lines, as an ISO date; empty where none is known."""
    return str(listed(store, chamber).iloc[0]["valid_until"])


def filed_year(store: Store) -> int:
    """The year of the report that names the districts of sites: a newer one may not be read so."""
    named = set(store.table("hospital_districts")["source_id"])
    years = [year for year in reports.years(store) if reports.source(store, year) in named]
    return max(years, default=reports.newest(store))


def newest_claim(store: Store, reporting: int, answered: int) -> list[Claim]:
    """Where the count of the newest year is."""
    return claims.newest_claim(store, reporting, answered, asked())


def asked() -> str:
    """The answers of sites, by district."""
    return _("inpatient_palliative by hospital_districts.csv")


def filed_locator(year: int) -> str:
    """Where the answers of the sites of a district are."""
    return claims.site_locator(year, asked())
