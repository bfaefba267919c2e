"""Counts and shares of general acute hospital sites and licenses that report programs.

The rules of the evidence hold throughout: the base is every general acute site (or license)
with an answer in that year, an absent row is unknown and never a "no", and an answer is the
hospital's own report on a state form, so a change is a change of answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive.rows import each

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

YES = "Yes"
NO = "No"
UNKNOWN = "Unknown"

TEAM_ROLES = ("physician", "nurse", "social_worker", "chaplain")

#: Systems that can be read from a hospital's own name; the state report has no such column.
SYSTEM_NAMES = ("Adventist Health", "Kaiser Foundation", "Loma Linda University", "Sutter")


def classes(numbers: pd.Series[float], lows: Mapping[str, float]) -> pd.Series[str]:
    """The class of each number: that with the highest lower bound among those it reaches.

    A blank counts as zero: the state form leaves beds blank where a site has none of its own.
    `lows` is class -> its lowest number.
    """
    names = sorted(lows, key=lambda name: lows[name])
    edges = [*(lows[name] for name in names), float("inf")]
    held = pd.cut(pd.to_numeric(numbers).fillna(0), edges, right=False, labels=names)
    return held.astype(str)


def reporting(sites: pd.DataFrame, by: list[str], answer: str) -> pd.DataFrame:
    """One row a group: `reporting` sites, `answered` sites and their `share` (0..1).

    Args:
        sites: rows of hospital_programs (or license years), one row a site and year.
        by: grouping columns, at least one.
        answer: the column that holds Yes or No; blanks are left out of the base.

    Rows whose group is blank are left out of that split. Order follows `by`.
    """
    asked = sites[sites[answer].isin([YES, NO])]
    for column in by:
        asked = asked[asked[column].notna() & (asked[column].astype(str) != "")]
    yes = asked.assign(_yes=asked[answer].eq(YES).astype(int))
    table = (
        yes.groupby(by, sort=True, observed=True)
        .agg(reporting=("_yes", "sum"), answered=("_yes", "size"))
        .reset_index()
    )
    return table.assign(share=table["reporting"] / table["answered"])


def counted(sites: pd.DataFrame, answer: str = "inpatient_palliative") -> tuple[int, int]:
    """How many of `sites` report it, and how many answered: as `reporting`, without groups."""
    said = sites[answer]
    return int(said.eq(YES).sum()), int(said.isin([YES, NO]).sum())


def years(rows: pd.DataFrame) -> tuple[int, ...]:
    """The report years of `rows`, oldest first."""
    return tuple(sorted(int(year) for year in rows["year"].unique()))


def licenses_from_sites(sites: pd.DataFrame, year: int) -> pd.DataFrame:
    """The licenses of one year, one row each, by adding up the sites of a license.

    A license reports a team when any of its sites answers Yes, the rule by which the yearly
    license table was made (a team head-count above zero on any campus).

    Returns:
        `license_no`, `year`, `ownership`, `county_fips` and `source_id` of its parent (or
        first) site and `inpatient_team_reported`.
    """
    held = sites[sites["year"] == year].copy()
    held["_order"] = held["facility_level"].map({"parent": 0}).fillna(1)
    held = held.sort_values(["license_no", "_order", "facility_id"])
    grouped = held.groupby("license_no", sort=True)
    table = grouped.agg(
        year=("year", "first"),
        ownership=("ownership", "first"),
        county_fips=("county_fips", "first"),
        source_id=("source_id", "first"),
        inpatient_team_reported=(
            "inpatient_palliative",
            lambda answers: YES if answers.eq(YES).any() else NO,
        ),
    )
    return table.reset_index()


def license_line(
    license_years: pd.DataFrame, sites: pd.DataFrame, added_up: Sequence[int]
) -> pd.DataFrame:
    """One row a year: licenses that report an inpatient team.

    `added_up` are the years whose licenses are added up from their sites.

    Returns:
        `year`, `reporting`, `answered`, `share`; a year that is not held has no row.
    """
    columns = ["year", "inpatient_team_reported"]
    parts = [licenses_from_sites(sites, year)[columns] for year in added_up]
    both = pd.concat([*parts, license_years[columns]], ignore_index=True)
    return reporting(both, ["year"], "inpatient_team_reported")


def switched(
    rows: pd.DataFrame, first: int, last: int, answer: str, *, through: tuple[int, ...] = ()
) -> pd.DataFrame:
    """The sites or licenses whose answer differs between two years, one row each.

    `rows` are one a facility and year with `facility_id`, `year` and `answer` (Yes or No); in
    the years `through` a facility must be present as well (to hold the set fixed).

    Returns:
        `facility_id`, `before`, `after` and `change` ("Yes to No" or "No to Yes"); facilities
        without an answer in either year are left out: a missing answer is no change.
    """
    wide = rows.pivot(index="facility_id", columns="year", values=answer)
    years = sorted({first, last, *through})
    wide = wide.dropna(subset=years)
    changed = wide[wide[first] != wide[last]]
    return pd.DataFrame(
        {
            "facility_id": changed.index.astype(str),
            "before": changed[first].to_numpy(),
            "after": changed[last].to_numpy(),
            "change": (changed[first] + " to " + changed[last]).to_numpy(),
        }
    )


def present_in_all(rows: pd.DataFrame, years: tuple[int, ...]) -> int:
    """The number of facilities with a row in every one of `years`."""
    held = rows[rows["year"].isin(years)].groupby("facility_id")["year"].nunique()
    return int(held.eq(len(years)).sum())


def named(changes: pd.DataFrame, sites: pd.DataFrame) -> pd.DataFrame:
    """`changes` with name, city, county, owner and system of each facility.

    Descriptions come from the latest year of `sites` that holds the facility. `system` is
    filled only where the hospital's own name says it (see `SYSTEM_NAMES`).
    """
    latest = sites.sort_values("year").groupby("facility_id").last()
    columns = ["name", "city", "county_fips", "ownership"]
    described = changes.join(latest[columns], on="facility_id")
    return described.assign(system=described["name"].map(system_in_name))


def system_in_name(name: object) -> str:
    """The hospital system that a hospital's name begins with, or an empty text."""
    return next((s for s in SYSTEM_NAMES if str(name).startswith(s)), "")


def county_status(sites: pd.DataFrame, counties: pd.DataFrame, year: int) -> pd.DataFrame:
    """One row a county: what its general acute hospitals report in `year`.

    `sites` are those of hospital_programs, `counties` have `county_fips` and `name`.

    Returns:
        `county_fips`, `name`, `year`, `sites` (that answered), `inpatient`, `outpatient`
        (sites that report each) and `status`: inpatient, outpatient only, none reported,
        no hospital (no general acute site in any year) or not answered (a site exists in
        another year, none answered in this one: unknown, not zero).
    """
    held = sites[(sites["year"] == year) & sites["inpatient_palliative"].isin([YES, NO])]
    table = counties[["county_fips", "name"]].copy()
    table["year"] = year
    for column, answer in (
        ("inpatient", "inpatient_palliative"),
        ("outpatient", "outpatient_palliative"),
    ):
        yes = held[held[answer].eq(YES)].groupby("county_fips").size()
        table[column] = table["county_fips"].map(yes).fillna(0).astype(int)
    table["sites"] = (
        table["county_fips"].map(held.groupby("county_fips").size()).fillna(0).astype(int)
    )
    ever = set(sites["county_fips"])
    table["status"] = [
        _status(row.sites, row.inpatient, row.outpatient, exists=row.county_fips in ever)
        for row in each(table)
    ]
    return table


def silent(sites: pd.DataFrame) -> set[tuple[str, int]]:
    """(county, year) of each county with a site in another year and with no answer in this one.

    The same rule as that of `county_status`: there a hospital was asked and did not answer.
    """
    counties = set(sites["county_fips"])
    answered = set(zip(sites["county_fips"], sites["year"].astype(int), strict=True))
    return {(fips, year) for fips in counties for year in years(sites)} - answered


def _status(sites: int, inpatient: int, outpatient: int, *, exists: bool) -> str:
    if not sites:
        return "not answered" if exists else "no hospital"
    if inpatient:
        return "inpatient"
    return "outpatient only" if outpatient else "none reported"


def counties_without(status: pd.DataFrame) -> pd.DataFrame:
    """The rows of `county_status` where no site reports an inpatient program.

    Counties without a general acute hospital count; counties that did not answer do not.
    """
    return status[status["status"].isin(["outpatient only", "none reported", "no hospital"])]


def team_roles(sites: pd.DataFrame, year: int) -> pd.DataFrame:
    """One row a team role: reporting sites that count at least one such person in `year`.

    The base is the sites that answer Yes. Head-counts, not full-time equivalents.

    Returns:
        `role`, `with_role`, `with_certified` (missing for chaplains, who are not asked),
        `reporting`, `share`, `certified_share`, `people`, `people_certified`.
    """
    teams = sites[(sites["year"] == year) & sites["inpatient_palliative"].eq(YES)]
    rows = []
    for role in TEAM_ROLES:
        people = pd.to_numeric(teams[f"pc_{role}"])
        certified_column = f"pc_{role}_certified"
        asked = certified_column in teams.columns
        certified = pd.to_numeric(teams[certified_column]) if asked else None
        rows.append(
            {
                "role": role,
                "with_role": int(people.gt(0).sum()),
                "with_certified": None if certified is None else int(certified.gt(0).sum()),
                "people": int(people.sum()),
                "people_certified": None if certified is None else int(certified.sum()),
            }
        )
    table = pd.DataFrame(rows)
    table["reporting"] = len(teams)
    table["share"] = table["with_role"] / len(teams)
    table["certified_share"] = pd.to_numeric(table["with_certified"]) / len(teams)
    return table


def complete_teams(sites: pd.DataFrame, year: int) -> tuple[int, int]:
    """Sites that report a program and count all four roles, and sites that report one."""
    teams = sites[(sites["year"] == year) & sites["inpatient_palliative"].eq(YES)]
    counts = teams[[f"pc_{role}" for role in TEAM_ROLES]].apply(pd.to_numeric)
    return int(counts.gt(0).all(axis=1).sum()), len(teams)


def answers_by_year(sites: pd.DataFrame) -> pd.DataFrame:
    """One row a site: its latest description and its answer in each year it is held.

    Returns:
        `facility_id`, `name`, `city`, `county_fips`, `ownership`, `general_acute_beds`,
        `critical_access`, `small_rural`, `teaching`, `last_year`, and for each report year
        `inpatient_<year>` and `outpatient_<year>`: Yes, No or Unknown.
    """
    described = [
        "name",
        "city",
        "county_fips",
        "ownership",
        "general_acute_beds",
        "critical_access",
        "small_rural",
        "teaching",
        "principal_service",
    ]
    latest = sites.sort_values("year").groupby("facility_id").tail(1).set_index("facility_id")
    table = latest[described].assign(last_year=latest["year"])
    for answer, short in (
        ("inpatient_palliative", "inpatient"),
        ("outpatient_palliative", "outpatient"),
    ):
        wide = sites.pivot(index="facility_id", columns="year", values=answer)
        for year in years(sites):
            table[f"{short}_{year}"] = wide[year].where(wide[year].isin([YES, NO]), UNKNOWN)
    return table.sort_values(["county_fips", "name"]).reset_index()
