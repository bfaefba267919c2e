"""Rules of the tables of districts, held against each other, the hospitals and the outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.model import Offence
from lib.schema.lists import CHAMBERS
from lib.store.held import are_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.store.held import Held, Tables

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
    if not are_whole(tables, "districts"):
        return []
    known = set(_pairs(tables["districts"].frame))
    found: list[Offence] = []
    for name in ("county_districts", "zip_districts"):
        if name in tables:
            found += tables[name].offences(
                [pair not in known for pair in _pairs(tables[name].frame)],
                "number",
                _("districts has no such district"),
                _("Correct the number, or add its row to data/districts.csv."),
            )
    if are_whole(tables, "county_districts"):
        shared = set(_pairs(tables["county_districts"].frame))
        found += tables["districts"].offences(
            [pair not in shared for pair in _pairs(tables["districts"].frame)],
            "number",
            _("no county has a part of it"),
            _("Add its rows to data/county_districts.csv."),
        )
    return found


def hospitals(tables: Tables) -> list[Offence]:
    """Hospital sites in a district that does not exist, or that their county has no part of."""
    if not are_whole(tables, "districts", "county_districts", "hospital_programs"):
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
        unknown = [(chamber, n) not in known for n in numbers]
        apart = [
            (chamber, n) in known and placed and (fips, chamber, n) not in places
            for fips, placed, n in zip(county, county.notna(), numbers, strict=True)
        ]
        found += held.offences(
            unknown, column, _("districts has no such district"), _("Correct the number.")
        )
        found += held.offences(
            apart,
            column,
            _("the county of the site has no part of this district"),
            _("Correct the number, or add the county to data/county_districts.csv."),
        )
    return found


def outlines(tables: Tables, shapes: Mapping[str, Mapping[str, Any]]) -> list[Offence]:
    """Districts without an outline and outlines without a district."""
    if not are_whole(tables, "districts"):
        return []
    known = set(_pairs(tables["districts"].frame))
    drawn = {
        (chamber, int(shape["id"]))
        for chamber, topology in shapes.items()
        for shape in topology["objects"]["districts"]["geometries"]
    }
    problem = _("the outlines and districts.csv do not have the same districts")
    remedy = _("Correct districts.csv, or run python -m tools.make_districts.")
    return [
        Offence(outline_file(chamber), 0, "id", str(number), problem, remedy)
        for chamber, number in sorted(known ^ drawn)
        if chamber in shapes
    ]


def _pairs(frame: pd.DataFrame) -> list[tuple[str, int]]:
    return list(zip(frame["chamber"], frame["number"], strict=True))
