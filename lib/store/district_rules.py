"""Rules of the tables of districts, held against each other, the hospitals and the outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.i18n import _
from lib.model import Offence
from lib.schema.lists import CHAMBERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store.held import Held

    Tables = Mapping[str, Held]

#: Shares are written with four digits: of many parts each may be rounded.
ROUNDING = 0.003
KEY = ["chamber", "number"]


def outline_file(chamber: str) -> str:
    """The file with the outlines of a chamber's districts."""
    return f"geometry/ca_{chamber}.topo.json"


def shares(held: Held) -> list[Offence]:
    """Counties, districts or ZIP codes whose shares do not add up to one."""
    sums = (
        (["zip", "chamber"], "share"),
        (KEY, "share_of_district"),
        (["county_fips", "chamber"], "share_of_county"),
    )
    found: list[Offence] = []
    for keys, column in sums:
        if column in held.frame:
            parts = held.frame.groupby(keys)[column]
            wrong = parts.transform("count").gt(0) & (parts.transform("sum") - 1).abs().gt(ROUNDING)
            first = wrong & ~held.frame.where(wrong).duplicated(keys)
            found += held.offences(
                first,
                column,
                _("the shares do not add up to 1"),
                _("Correct the shares from the source."),
            )
    return found


def touching(held: Held) -> list[Offence]:
    """ZIP codes that only touch a district and have a share in it, or lack one elsewhere."""
    return held.offences(
        held.frame["basis"].eq("touches") != held.frame["share"].isna(),
        "share",
        _("a share belongs to every basis but touches"),
        _("Give a share, or call it touches."),
    )


def districts(tables: Tables) -> list[Offence]:
    """Districts that another table names and `districts` lacks, and those without a county."""
    if not _held(tables, "districts"):
        return []
    known = set(_pairs(tables["districts"].frame))
    found: list[Offence] = []
    for name in ("county_districts", "zip_districts"):
        if name in tables:
            pairs = _pairs(tables[name].frame)
            found += tables[name].offences(
                pd.Series([pair not in known for pair in pairs], index=tables[name].frame.index),
                "number",
                _("districts has no such district"),
                _("Correct the number, or add its row to data/districts.csv."),
            )
    if _held(tables, "county_districts"):
        shared = set(_pairs(tables["county_districts"].frame))
        found += tables["districts"].offences(
            pd.Series([pair not in shared for pair in _pairs(tables["districts"].frame)]),
            "number",
            _("no county has a part of it"),
            _("Add its rows to data/county_districts.csv."),
        )
    return found


def hospitals(tables: Tables) -> list[Offence]:
    """Hospital sites in a district that does not exist, or that their county has no part of."""
    if not _held(tables, "districts", "county_districts", "hospital_programs"):
        return []
    if "hospital_districts" not in tables:
        return []
    held = tables["hospital_districts"]
    known = set(_pairs(tables["districts"].frame))
    shared = tables["county_districts"].frame
    places = set(zip(shared["county_fips"], *(shared[part] for part in KEY), strict=True))
    sites = tables["hospital_programs"].frame.sort_values("year")
    county = held.frame["facility_id"].map(dict(zip(sites["facility_id"], sites["county_fips"])))
    found: list[Offence] = []
    for chamber in CHAMBERS:
        column = f"{chamber}_district"
        numbers = held.frame[column]
        unknown = pd.Series([(chamber, n) not in known for n in numbers], index=numbers.index)
        apart = pd.Series(
            [(fips, chamber, n) not in places for fips, n in zip(county, numbers, strict=True)],
            index=numbers.index,
        )
        found += held.offences(
            unknown, column, _("districts has no such district"), _("Correct the number.")
        )
        found += held.offences(
            apart & ~unknown & county.notna(),
            column,
            _("the county of the site has no part of this district"),
            _("Correct the number, or add the county to data/county_districts.csv."),
        )
    return found


def outlines(tables: Tables, shapes: Mapping[str, Mapping[str, Any]]) -> list[Offence]:
    """Districts without an outline and outlines without a district."""
    if not _held(tables, "districts"):
        return []
    known = set(_pairs(tables["districts"].frame))
    drawn = {
        (chamber, int(shape["id"]))
        for chamber, topology in shapes.items()
        for shape in topology["objects"]["districts"]["geometries"]
    }
    chambers = set(shapes)
    return [
        Offence(
            outline_file(chamber),
            0,
            "id",
            str(number),
            _("the outlines and districts.csv do not have the same districts"),
            _("Correct districts.csv, or run python -m tools.make_districts."),
        )
        for chamber, number in sorted(known ^ drawn)
        if chamber in chambers
    ]


def _held(tables: Tables, *names: str) -> bool:
    return all(name in tables and tables[name].whole for name in names)


def _pairs(frame: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(frame["chamber"], frame["number"], strict=True))
