"""Rural by which definition: the class of each county or hospital under each of them."""

from __future__ import annotations

import pandas as pd

from lib.derive import hospitals

#: The classes that a definition calls rural.
RURAL: dict[str, tuple[str, ...]] = {
    "rucc_2023": ("4-5", "6-7", "8-9"),
    "rucc_2013": ("4-5", "6-7", "8-9"),
    "nchs_2023": ("5", "6"),
    "nonmetro_2023": ("Yes",),
    "forhp_rural": ("countywide",),
    "small_rural": ("Yes",),
}

#: Continuum codes -> class; codes 1 to 3 are metropolitan.
_RUCC_EDGES = (0, 3, 5, 7, 9)
_RUCC_CLASSES = ("1-3", "4-5", "6-7", "8-9")


def county_classes(counties: pd.DataFrame, sites: pd.DataFrame, definition: str) -> pd.Series:
    """The class of every county under a definition, index `county_fips`.

    A hospital designation has no county classes of its own: a county is "Yes" when one of
    its sites of the newest year carries the designation.
    """
    table = counties.set_index("county_fips")
    if definition == "small_rural":
        newest = sites[sites["year"] == sites["year"].max()]
        named = set(newest[newest["small_rural"].eq(hospitals.YES)]["county_fips"])
        return pd.Series(
            [hospitals.YES if fips in named else hospitals.NO for fips in table.index],
            index=table.index,
        )
    held = table[definition]
    if definition.startswith("rucc"):
        codes = pd.to_numeric(held)
        return pd.cut(codes, list(_RUCC_EDGES), labels=list(_RUCC_CLASSES)).astype(str)
    return held.astype(str)


def is_rural(classes: pd.Series, definition: str) -> pd.Series:
    """True where the class is one that the definition calls rural."""
    return classes.isin(RURAL[definition])


def site_shares(sites: pd.DataFrame, counties: pd.DataFrame, definition: str) -> pd.DataFrame:
    """One row a class and year: sites that report an inpatient program, answered, share.

    For a hospital designation the class is the site's own, and years in which the report
    does not hold it have no row: a missing designation is not a "no".
    """
    if definition == "small_rural":
        table = sites.assign(rural_class=sites["small_rural"])
    else:
        classes = county_classes(counties, sites, definition)
        table = sites.assign(rural_class=sites["county_fips"].map(classes))
    return hospitals.reporting(table, ["rural_class", "year"], "inpatient_palliative")


def county_shares(sites: pd.DataFrame, counties: pd.DataFrame, definition: str) -> pd.DataFrame:
    """One row a class and year: counties where a site reports, counties that answered, share.

    Counties without a general acute hospital, or without an answer, are not in the base.
    """
    classes = county_classes(counties, sites, definition)
    parts = [hospitals.county_status(sites, counties, year) for year in hospitals.years(sites)]
    table = pd.concat(parts, ignore_index=True)
    table = table[table["sites"] > 0]
    table["rural_class"] = table["county_fips"].map(classes)
    grouped = table.groupby(["rural_class", "year"])["inpatient"]
    shares = grouped.agg(reporting=lambda n: int((n > 0).sum()), answered="size").reset_index()
    shares["share"] = shares["reporting"] / shares["answered"]
    return shares
