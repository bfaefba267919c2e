"""Sites told apart: two of one name and city are two rows, in every chart and table."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib.derive import hospitals, reports
from lib.i18n import _, ngettext
from lib.model import Column
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store


@lru_cache(maxsize=4)
def answers_held(store: Store) -> pd.DataFrame:
    """Every site by its answers, as `hospitals.answers_by_year`; a caller changes a copy."""
    return hospitals.answers_by_year(store.table("hospital_programs"))


@lru_cache(maxsize=4)
def silent_counties(store: Store) -> frozenset[tuple[str, int]]:
    """The counties and years of `hospitals.silent`."""
    return frozenset(hospitals.silent(store.table("hospital_programs")))


def told_apart(sites: pd.DataFrame) -> list[str]:
    """One name a site of `sites`, none twice: a chart joins rows of one name into one.

    Where two share a name the city is added; where they share that as well, the number under which
    the state knows the site. `sites` have `name`, `city` and `facility_id`, one row a site.
    """
    namesakes = sites.duplicated("name", keep=False)
    twins = sites.duplicated(["name", "city"], keep=False)
    return [
        _("{name} (state number {number})").format(name=name, number=number)
        if twin
        else (_("{name} ({city})").format(name=name, city=city) if namesake else name)
        for name, city, number, namesake, twin in zip(
            sites["name"], sites["city"], sites["facility_id"], namesakes, twins, strict=True
        )
    ]


def number_column() -> Column:
    """The column that keeps two sites of one name and city apart in every table."""
    return Column("facility_id", _("State number"))


def in_no_district(store: Store) -> list[str]:
    """That counts by district leave sites of the newest report out; nothing where they do not."""
    sites, year = store.table("hospital_programs"), reports.newest(store)
    placed = store.table("hospital_districts")["facility_id"]
    n = int((sites["year"].eq(year) & ~sites["facility_id"].isin(placed)).sum())
    said = ngettext(
        "{n} hospital site of {year} is in no count by district: we do not know its district.",
        "{n} hospital sites of {year} are in no count by district: we do not know their district.",
        n,
    )
    return [said.format(n=numbers.count(n), year=year)] if n else []
