"""What a county's coalition can draw on: coalitions in and near it, toolkits that fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lib.derive.measures import Tables

HERE = "here"
NEXT_DOOR = "next door"
STATEWIDE = "statewide"

# Why a toolkit fits.
EVERYWHERE = "everywhere"
RURAL = "rural"
NO_PROGRAM = "no program"
MEDI_CAL = "medi-cal"
NURSING = "nursing"


def elements(tables: Tables) -> list[str]:
    """What C-TAC's four elements are, in words, in their order."""
    table = tables.table("field_agenda")
    return list(table[table["kind"].eq("element")].sort_values("order")["statement"])


def agenda(tables: Tables) -> str:
    """The source of the elements by which a community is asked: assess, convene, get help, share."""
    table = tables.table("field_agenda")
    return str(table.loc[table["kind"].eq("element"), "source_id"].iloc[0])


def coalitions_around(
    coalitions: pd.DataFrame, places: pd.DataFrame, county: str, neighbors: Collection[str]
) -> pd.DataFrame:
    """The coalitions of a county, then those next door, then those that work everywhere.

    `coalitions` have their `scope`; `places` are one row a coalition and county; `neighbors` are
    the codes of the counties that touch `county`.

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


def fitting(
    resources: pd.DataFrame,
    county: Mapping[str, bool],
    audiences: Mapping[str, str],
    topics: Mapping[str, str],
) -> pd.DataFrame:
    """The toolkits that fit a county, with `why`.

    Args:
        resources: toolkit_resources.
        county: `rural`, `program` (a hospital reports one) and `nursing` (it has a skilled
            nursing facility).
        audiences: audience -> where it fits; an empty text where it is no community group.
        topics: topic -> where it fits, whoever its audience; an empty text for most.
    """
    holds = {
        EVERYWHERE: True,
        MEDI_CAL: True,
        RURAL: county["rural"],
        NURSING: county["nursing"],
        NO_PROGRAM: not county["program"],
    }
    why = resources["topic"].map(topics).where(lambda s: s.ne(""))
    why = why.fillna(resources["audience"].map(audiences))
    return resources.assign(why=why)[[holds.get(word, False) for word in why]]
