"""Offences that only show when tables are held against each other, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.i18n import _
from lib.model import Offence
from lib.schema import OBSERVATIONS, TABLES, contract
from lib.store import district_rules
from lib.store.choice_rules import findings, rural, splits
from lib.store.held import are_whole
from lib.store.report_rules import reports
from lib.store.rules import TEAM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.schema import Column
    from lib.store.held import Held, Tables

TOPOLOGY = "geometry/ca_counties.topo.json"


def crosscheck(tables: Tables, topology: Mapping[str, Any]) -> list[Offence]:
    """Every offence between tables, and between the tables and the county shapes.

    A table that is missing or lost rows is not judged against: its own offences say so.
    """
    found = [offence for rule in CHECKS for offence in rule(tables)]
    return found + _shapes(tables, topology)


def _references(tables: Tables) -> list[Offence]:
    """Cells that name an id which the table they point to does not hold."""
    found: list[Offence] = []
    for name, held in tables.items():
        for column in contract(name).columns:
            if column.refers and are_whole(tables, column.refers_to[0]):
                found += _dangling(held, column, tables)
    return found


def _dangling(held: Held, column: Column, tables: Tables) -> list[Offence]:
    """The cells of one column that name an id which does not exist."""
    table, key = column.refers_to
    known = {*tables[table].frame[key].unique(), ""}
    cells = held.frame[column.name]
    if column.many:
        wrong = [cell for cell in cells.unique() if not known.issuperset(cell.split(" "))]
        bad = cells.isin(wrong)
    else:
        bad = ~cells.isin(known)
    return held.offences(bad, column.name, *_lacking(table, key))


def _lacking(table: str, key: str) -> tuple[str, str]:
    """The problem and the remedy of an id that a table does not hold."""
    problem = _("{table} has no such {key}").format(table=table, key=key)
    return problem, _("Correct the id, or add its row to data/{table}.csv.").format(table=table)


def _pairs(tables: Tables) -> list[Offence]:
    """Editorial rows whose driver or opportunity, or whose linked id, does not exist."""
    found: list[Offence] = []
    for name in ("opportunity_indicators", "opportunity_links"):
        if not are_whole(tables, "opportunities") or name not in tables:
            continue
        listed = tables["opportunities"].frame
        known = set(zip(listed["group"], listed["title"], strict=True))
        rows = tables[name].frame
        pairs = zip(rows["opportunity_group"], rows["opportunity_title"], strict=True)
        found += tables[name].offences(
            [pair not in known for pair in pairs],
            "opportunity_title",
            _("opportunities has no such title in that group"),
            _("Use a group and title of data/opportunities.csv."),
        )
    for kind in ("cohort", "milestone"):
        if not are_whole(tables, f"{kind}s") or "opportunity_links" not in tables:
            continue
        links = tables["opportunity_links"]
        ids = tables[f"{kind}s"].frame[f"{kind}_id"]
        found += links.offences(
            links.frame["link_kind"].eq(kind) & ~links.frame["link_id"].isin(ids),
            "link_id",
            *_lacking(f"{kind}s", f"{kind}_id"),
        )
    return found


def _cohort_groups(tables: Tables) -> list[Offence]:
    """Observations of the dimension cohort whose group is no cohort."""
    if not are_whole(tables, "cohorts") or "observations" not in tables:
        return []
    held = tables["observations"]
    ids = tables["cohorts"].frame["cohort_id"]
    return held.offences(
        held.frame["dimension"].eq("cohort") & ~held.frame["group"].isin(ids),
        "group",
        *_lacking("cohorts", "cohort_id"),
    )


def _agreement(tables: Tables) -> list[Offence]:
    """Observations whose unit or domain is not that of their indicator."""
    if not are_whole(tables, "indicators") or "observations" not in tables:
        return []
    held = tables["observations"]
    declared = tables["indicators"].frame.drop_duplicates("indicator_id").set_index("indicator_id")
    found: list[Offence] = []
    for column in ("unit", "domain"):
        wanted = held.frame["indicator_id"].map(declared[column])
        bad = wanted.notna() & (wanted != held.frame[column])
        for row in held.frame.index[bad]:
            problem = _("the indicator {indicator} has the {column} {wanted}").format(
                indicator=held.frame.at[row, "indicator_id"], column=column, wanted=wanted[row]
            )
            remedy = _(
                "Correct the row or the indicator, or move the row to the file of its subject area."
            )
            found.append(held.offence(int(row), column, problem, remedy))
    return found


def _unused_indicators(tables: Tables) -> list[Offence]:
    """Indicators that no observation measures."""
    if "indicators" not in tables or not are_whole(tables, "observations"):
        return []
    held = tables["indicators"]
    return held.offences(
        ~held.frame["indicator_id"].isin(tables["observations"].frame["indicator_id"].unique()),
        "indicator_id",
        _("the indicator has no data point"),
        _("Add rows to its observations file, or take the indicator out."),
    )


def _source_uses(tables: Tables) -> list[Offence]:
    """Sources called cited that no row names, and others that a row does name."""
    if "sources" not in tables or not are_whole(tables, *TABLES, OBSERVATIONS.name):
        return []
    named = _named_sources(tables)
    held = tables["sources"]
    cited = held.frame["use"].eq("cited")
    used = held.frame["source_id"].isin(named)
    unused = held.offences(
        cited & ~used,
        "source_id",
        _("no row names this source"),
        _("Take it out, or set its use to background if it was only read for checks."),
    )
    return unused + held.offences(
        ~cited & used,
        "use",
        _("a row names this source"),
        _("Set its use to cited."),
    )


def _named_sources(tables: Tables) -> set[str]:
    """Every source id that a row outside sources.csv names."""
    named: set[str] = set()
    for table in (*TABLES.values(), OBSERVATIONS):
        for column in table.columns:
            if column.refers == "sources.source_id":
                for cell in tables[table.name].frame[column.name].unique():
                    named.update(cell.split(" "))
    return named


def _counties(tables: Tables) -> list[Offence]:
    """Counties and county geographies that are not the same places by the same names."""
    if not are_whole(tables, "counties", "geographies"):
        return []
    counties, places = tables["counties"], tables["geographies"]
    county_places = places.frame[places.frame["level"].eq("county")]
    names = dict(zip(county_places["geo_id"], county_places["name"], strict=True))
    own = dict(zip(counties.frame["county_fips"], counties.frame["name"], strict=True))
    found = counties.offences(
        counties.frame["county_fips"].map(names) != counties.frame["name"],
        "name",
        _("geographies has no county with this code and name"),
        _("Make both tables agree."),
    )
    absent = places.frame["level"].eq("county") & ~places.frame["geo_id"].isin(list(own))
    return found + places.offences(
        absent, "geo_id", _("counties has no row for it"), _("Make both tables agree.")
    )


def _licenses(tables: Tables) -> list[Offence]:
    """License years that contradict the sites of the license in the same year.

    A license reports a team exactly where one of its sites answers Yes, and its head-counts
    are those of its sites added up. Rows with a note (a figure doubled in the copy) are known
    to differ in the counts and are judged by the answer only.
    """
    if not are_whole(tables, "hospital_programs", "hospital_license_years"):
        return []
    held = tables["hospital_license_years"]
    both = _beside_sites(held.frame, tables["hospital_programs"].frame)
    answers = both.loc[both["inpatient_team_reported"].eq("Yes") != both["yes"].gt(0), "row"]
    unequal = pd.concat([both[c].fillna(0) != both[f"{c}_sites"] for c in TEAM], axis=1).any(axis=1)
    counts = both.loc[unequal & both["note"].eq(""), "row"]
    rows = held.frame.index
    return held.offences(
        rows.isin(answers),
        "inpatient_team_reported",
        _("the sites of the license say otherwise"),
        _("Correct the license row or the rows of its sites from the source."),
    ) + held.offences(
        rows.isin(counts),
        "pc_physician",
        _("the team members are not those of the sites added up"),
        _("Correct the counts, or say in the note why they differ."),
    )


def _beside_sites(licenses: pd.DataFrame, sites: pd.DataFrame) -> pd.DataFrame:
    """License years that both tables hold, beside the sums over the sites of the license.

    Adds `row` (the row of `licenses`), `yes` (sites that answer Yes) and `<count>_sites`.
    """
    yes = sites.assign(yes=sites["inpatient_palliative"].eq("Yes"))
    summed = yes.groupby(["license_no", "year"])[["yes", *TEAM]].sum().reset_index()
    parents = sites.loc[sites["facility_level"].eq("parent"), ["facility_id", "license_no", "year"]]
    return (
        licenses.rename_axis("row")
        .reset_index()
        .merge(parents, on=["facility_id", "year"])
        .merge(summed, on=["license_no", "year"], suffixes=("", "_sites"))
    )


def _shapes(tables: Tables, topology: Mapping[str, Any]) -> list[Offence]:
    """Counties without a shape and shapes without a county."""
    if not topology or not are_whole(tables, "counties"):
        return []
    shapes = {str(g.get("id", "")) for g in topology["objects"]["counties"]["geometries"]}
    counties = tables["counties"]
    unmatched = sorted(shapes ^ set(counties.frame["county_fips"]))
    problem = _("the shapes and counties.csv do not have the same counties")
    remedy = _("Correct counties.csv, or run python tools/make_geometry.py.")
    return [Offence(TOPOLOGY, 0, "id", fips, problem, remedy) for fips in unmatched]


CHECKS: tuple[Callable[[Tables], list[Offence]], ...] = (
    _references,
    _pairs,
    _cohort_groups,
    _agreement,
    _unused_indicators,
    _source_uses,
    _counties,
    _licenses,
    reports,
    splits,
    district_rules.districts,
    district_rules.hospitals,
    rural,
    findings,
)
