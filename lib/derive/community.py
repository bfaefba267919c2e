"""What a county's coalition can draw on: coalitions in and near it, toolkits that fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

HERE = "here"
NEXT_DOOR = "next door"
STATEWIDE = "statewide"

# Why a toolkit fits.
EVERYWHERE = "everywhere"
RURAL = "rural"
NO_PROGRAM = "no program"
MEDI_CAL = "medi-cal"
NURSING = "nursing"

#: Audiences that any community group can use, as toolkit_resources names them.
FOR_EVERYONE = (
    "local coalitions",
    "community and state groups",
    "faith leaders",
    "public",
    "clinicians and public",
    "health care professionals",
)


def coalitions_around(
    coalitions: pd.DataFrame, places: pd.DataFrame, county: str, neighbors: Collection[str]
) -> pd.DataFrame:
    """The coalitions of a county, then those next door, then those that work everywhere.

    Args:
        coalitions: one row a coalition, with its `scope`.
        places: one row a coalition and county.
        county: the county's FIPS code.
        neighbors: the codes of the counties that touch it.

    Returns:
        The coalition's columns, `where` (here, next door, statewide) and `counties` (the
        FIPS codes that make it near, a tuple; none for statewide). A coalition stands once.
    """
    listed = places.groupby("coalition_id")["county_fips"].agg(tuple).to_dict()
    found = []
    for row in coalitions.to_dict(orient="records"):
        held = listed.get(row["coalition_id"], ())
        if county in held:
            found.append({**row, "where": HERE, "counties": (county,)})
        elif near := tuple(fips for fips in held if fips in neighbors):
            found.append({**row, "where": NEXT_DOOR, "counties": near})
        elif row["scope"] in ("statewide", "national"):
            found.append({**row, "where": STATEWIDE, "counties": ()})
    order = {HERE: 0, NEXT_DOOR: 1, STATEWIDE: 2}
    table = pd.DataFrame(found, columns=[*coalitions.columns, "where", "counties"])
    return table.sort_values("where", key=lambda s: s.map(order), kind="stable")


def fitting(resources: pd.DataFrame, county: Mapping[str, bool]) -> pd.DataFrame:
    """The toolkits that fit a county, with `why`.

    Args:
        resources: toolkit_resources.
        county: `rural`, `program` (a hospital reports one) and `nursing` (it has a skilled
            nursing facility).
    """
    pairs = zip(resources["audience"], resources["topic"], strict=True)
    table = resources.assign(why=[_why(audience, topic, county) for audience, topic in pairs])
    return table[table["why"] != ""]


def _why(audience: str, topic: str, county: Mapping[str, bool]) -> str:
    if topic == "rural care":
        return RURAL if county["rural"] else ""
    if audience == "nursing homes":
        return NURSING if county["nursing"] else ""
    if audience == "health systems":
        return "" if county["program"] else NO_PROGRAM
    if "Medi-Cal" in audience:
        return MEDI_CAL
    return EVERYWHERE if audience in FOR_EVERYONE else ""
