"""From a report to the rows of our tables.

Columns that no workbook holds come from what is held: `critical_access` from the list of
facilities and the site's rows of other years (blank where neither knows the site), the name of
a hospital from its rows where only case and spaces differ.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lib.intake.fields import TEAM
from lib.intake.known import PROGRAMS, plain
from lib.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lib.intake.known import Known, Record
    from lib.intake.report import Filing, Report

PARENT = "parent"
COUNTY = "county"


def site_rows(report: Report, known: Known, source_id: str) -> tuple[Record, ...]:
    """One row of hospital_programs for each site of the report, by facility number."""
    names = {(row["facility_id"], plain(row["name"])): row["name"] for row in known.rows[PROGRAMS]}
    columns = TABLES[PROGRAMS].header
    rows = []
    for site in report.sites:
        filed = site.values
        row = dict.fromkeys(columns, "") | {c: filed[c] for c in columns if c in filed}
        row["name"] = names.get((site.facility_id, plain(filed["name"])), filed["name"])
        row["county_fips"] = filed[COUNTY]
        row["year"] = str(report.year)
        row["critical_access"] = known.critical_access.get(site.facility_id, "")
        row["source_id"] = source_id
        rows.append(row)
    return tuple(sorted(rows, key=lambda row: row["facility_id"]))


def license_rows(
    sites: Sequence[Record], report: Report, known: Known, source_id: str
) -> tuple[Record, ...]:
    """One row of hospital_license_years for each license with a site, named after its parent.

    A license reports a team where one of its sites answers Yes; its head-counts are those of
    its sites added up. Where the parent itself did not operate or answer, the row still bears
    its number if it is known from another year. Where two parents share a license number, each
    has a row and the counts stand with the one whose period ends later.
    """
    campuses: dict[str, list[Record]] = defaultdict(list)
    for row in sites:
        campuses[row["license_no"]].append(row)
    ends = {site.facility_id: site.values["period_end"] for site in report.sites}
    away = _parents_away(report, known)
    rows = []
    for number, together in campuses.items():
        parents = [row for row in together if row["facility_level"] == PARENT]
        parents.sort(key=lambda row: ends[row["facility_id"]], reverse=True)
        heads = parents or [away.get(number) or together[0]]
        rows += [_license(head, heads[0], together, report.year, source_id) for head in heads]
    return tuple(sorted(rows, key=lambda row: row["facility_id"]))


def _license(
    head: Record, first: Record, together: Sequence[Record], year: int, source_id: str
) -> Record:
    """The row of one license under the facility number of `head`."""
    yes = any(row["inpatient_palliative"] == "Yes" for row in together)
    counts = {column: _sum(row[column] for row in together) for column in TEAM}
    note = ""
    if head is not first and any(counts.values()):
        counts = dict.fromkeys(TEAM, "")
        note = f"Shares its license number with {first['facility_id']}, which has the head-counts."
    return {
        "facility_id": head["facility_id"],
        "year": str(year),
        "county_fips": head["county_fips"],
        "ownership": head["ownership"],
        "inpatient_team_reported": "Yes" if yes else "No",
        **counts,
        "source_id": source_id,
        "note": note,
    }


def _parents_away(report: Report, known: Known) -> Mapping[str, Record]:
    """License number -> the held row, of the nearest year, of a parent that is no site now."""
    found: dict[str, Record] = {}
    for filing in (*report.closed, *report.silent):
        if filing.values["facility_level"] == PARENT:
            held = held_rows(known.rows[PROGRAMS], filing.facility_id)
            if held:
                found[filing.values["license_no"]] = min(
                    held, key=lambda row: abs(int(row["year"]) - report.year)
                )
    return found


def held_rows(rows: Iterable[Record], facility_id: str) -> list[Record]:
    """The rows of one facility, all years."""
    return [row for row in rows if row["facility_id"] == facility_id]


def _sum(cells: Iterable[str]) -> str:
    """The cells added up; blank where all are blank."""
    numbers = [int(cell) for cell in cells if cell]
    return str(sum(numbers)) if numbers else ""


def label(filing: Filing | Record) -> str:
    """Name and number of a filing or a row, for a sentence."""
    values = filing if isinstance(filing, dict) else filing.values
    return f"{values['name']} ({values['facility_id']})"
