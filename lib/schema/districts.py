"""The tables of legislative districts: what they are, and which counties and ZIP codes share them."""

from __future__ import annotations

from lib.schema import lists
from lib.schema.columns import Column, choice, county, date, number, source, sources, whole
from lib.schema.table import Table

_CHAMBER = choice("chamber", "Assembly, state Senate or Congress", lists.CHAMBERS)
_NUMBER = whole("number", "number of the district", low=1, high=80)

DISTRICT_TABLES: tuple[Table, ...] = (
    Table.of(
        "districts",
        "one legislative district",
        ("chamber", "number"),
        _CHAMBER,
        _NUMBER,
        whole(
            "population_2020",
            "people of 2020, people in prison counted at their last address",
            low=1,
        ),
        date("lines", "when its lines were drawn"),
        date("valid_until", "day from which other lines hold, where one is known", blank=True),
        sources(),
    ),
    Table.of(
        "county_districts",
        "one county in one district",
        ("county_fips", "chamber", "number"),
        county(),
        _CHAMBER,
        _NUMBER,
        number("share_of_district", "share of the district's people of 2020", low=0, high=1),
        number("share_of_county", "share of the county's people of 2020", low=0, high=1),
        choice("basis", "how the people were placed", lists.COUNTY_BASES),
        source(),
    ),
    Table.of(
        "zip_districts",
        "one district of one ZIP code",
        ("zip", "chamber", "number"),
        Column("zip", "5-digit ZIP code as text", pattern=r"[0-9]{5}", like="95948"),
        _CHAMBER,
        _NUMBER,
        number(
            "share",
            "share of the ZIP code; blank where it is only touched",
            low=0,
            high=1,
            blank=True,
        ),
        choice(
            "basis",
            "whole: all in one district; population: share of the people of 2020; area: share "
            "of the land; touches: borders meet, or overlap by less than can be told",
            lists.ZIP_BASES,
        ),
        sources(),
    ),
)
