"""Rural by which definition: the class of each county or hospital under each of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals

if TYPE_CHECKING:
    from lib.derive.measures import Tables

SITES = "hospital_programs"


@lru_cache(maxsize=8)
def definitions(tables: Tables) -> pd.DataFrame:
    """The definitions in order, index `definition`; columns as in `rural_definitions`."""
    return tables.table("rural_definitions").sort_values("order").set_index("definition")


@lru_cache(maxsize=64)
def classes(tables: Tables, definition: str) -> pd.DataFrame:
    """The classes of a definition in order, index `class`; columns as in `rural_classes`."""
    table = tables.table("rural_classes")
    return table[table["definition"].eq(definition)].sort_values("order").set_index("class")


def first(tables: Tables) -> str:
    """The definition that is used where none is chosen."""
    return str(definitions(tables).index[0])


def reads(tables: Tables, definition: str) -> tuple[str, str]:
    """The table and the column that hold the classes of a definition."""
    table, _, column = str(definitions(tables).at[definition, "reads"]).partition(".")
    return table, column


def report_years(tables: Tables, definition: str) -> list[str]:
    """The report years that hold a designation of hospitals; none for a class of counties."""
    table, column = reads(tables, definition)
    if table != SITES:
        return []
    sites = tables.table(SITES)
    return [str(year) for year in hospitals.years(sites[sites[column].ne("")])]


def county_classes(tables: Tables, definition: str, year: int | None = None) -> pd.Series:
    """The class of every county under a definition, index `county_fips`.

    A hospital designation has no county classes of its own: a county is "Yes" when one of
    its sites of that report year, or of the newest one, carries the designation.
    """
    counties = tables.table("counties").set_index("county_fips")
    name, column = reads(tables, definition)
    if name == SITES:
        sites = tables.table(SITES)
        then = sites[sites["year"] == (year or sites["year"].max())]
        named = set(then[then[column].eq(hospitals.YES)]["county_fips"])
        return pd.Series(
            [hospitals.YES if fips in named else hospitals.NO for fips in counties.index],
            index=counties.index,
        )
    table = tables.table(name)
    if "definition" in table:
        table = table[table["definition"].eq(definition)]
    held = table.set_index("county_fips")[column].reindex(counties.index)
    lows = classes(tables, definition)["low"]
    return hospitals.classes(held, dict(lows)) if lows.notna().all() else held.astype(str)


@lru_cache(maxsize=8)
def alike(tables: Tables) -> list[tuple[list[str], int]]:
    """The definitions that call the same counties rural, the largest set first, with their count."""
    found: dict[frozenset[str], list[str]] = {}
    for name in map(str, definitions(tables).index):
        held = county_classes(tables, name)
        rural = held.index[is_rural(tables, held, name)]
        found.setdefault(frozenset(map(str, rural)), []).append(name)
    groups = [(names, len(counties)) for counties, names in found.items()]
    return sorted(groups, key=lambda group: -len(group[0]))


def is_rural(tables: Tables, held: pd.Series, definition: str) -> pd.Series:
    """True where the class is one that the definition calls rural."""
    named = classes(tables, definition)["is_rural"].eq(hospitals.YES)
    return held.isin(named.index[named])


@lru_cache(maxsize=8)
def on_maps(tables: Tables) -> pd.Series:
    """Whether each county is rural by the definition that maps outline, index `county_fips`."""
    named = definitions(tables)
    definition = str(named.index[named["on_maps"].eq(hospitals.YES)][0])
    return is_rural(tables, county_classes(tables, definition), definition)


def site_shares(tables: Tables, definition: str) -> pd.DataFrame:
    """One row a class and year: sites that report an inpatient program, answered, share.

    For a hospital designation the class is the site's own, and years in which the report
    does not hold it have no row: a missing designation is not a "no".
    """
    sites = tables.table(SITES)
    name, column = reads(tables, definition)
    if name == SITES:
        table = sites.assign(rural_class=sites[column])
    else:
        held = county_classes(tables, definition)
        table = sites.assign(rural_class=sites["county_fips"].map(held))
    return hospitals.reporting(table, ["rural_class", "year"], "inpatient_palliative")


def county_shares(tables: Tables, definition: str) -> pd.DataFrame:
    """One row a class and year: counties where a site reports, counties that answered, share.

    Counties without a general acute hospital, or without an answer, are not in the base. By a
    hospital designation a county has the class of its sites of that year, and years in which the
    report does not hold it have no row, as in `site_shares`.
    """
    sites, counties = tables.table(SITES), tables.table("counties")
    years = report_years(tables, definition) or hospitals.years(sites)
    parts = []
    for year in map(int, years):
        held = county_classes(tables, definition, year)
        part = hospitals.county_status(sites, counties, year)
        parts.append(part.assign(rural_class=part["county_fips"].map(held)))
    table = pd.concat(parts, ignore_index=True)
    table = table[table["sites"] > 0]
    grouped = table.groupby(["rural_class", "year"])["inpatient"]
    shares = grouped.agg(reporting=lambda n: int((n > 0).sum()), answered="size").reset_index()
    shares["share"] = shares["reporting"] / shares["answered"]
    return shares
