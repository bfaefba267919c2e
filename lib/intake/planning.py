"""From a report to everything it would change, with nothing written yet.

What is written into tables is English whatever language is spoken: it is data, and no message.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake import comparing, writing
from lib.intake.dating import FINAL
from lib.intake.fields import ANSWERS
from lib.intake.known import LICENSES, PROGRAMS, REPORTS, SOURCES
from lib.intake.refusal import Problem
from lib.intake.rows import label, license_rows, site_rows
from lib.schema import TABLES, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.intake.comparing import Against, Revision
    from lib.intake.known import Known, Record
    from lib.intake.report import Report

#: Columns that a workbook may leave open, whatever the contract of the table says of them.
_MAY_BE_BLANK = (*ANSWERS, "critical_access")


@dataclass(frozen=True)
class Plan:
    """A report as rows of our tables, and what they change.

    Attributes:
        report: what was read.
        state: ``final`` or ``preliminary``.
        sites: rows of hospital_programs.
        licenses: rows of hospital_license_years.
        source: the row of sources.
        against: the report beside the one before it.
        sites_revision: what differs from the rows held of the same year, by site.
        licenses_revision: the same by license.
        held: True where the year was held before, by site.
        problems: what must be cleared up first; empty where the plan can be carried out.
        files: file of the data folder -> its new content; empty where nothing changes.
    """

    report: Report
    state: str
    sites: tuple[Record, ...]
    licenses: tuple[Record, ...]
    source: Record
    against: Against
    sites_revision: Revision
    licenses_revision: Revision
    held: bool
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]


def plan(report: Report, known: Known) -> Plan:
    """What taking in `report` would change.

    Raises:
        Refusal: a third of the answers differ from those held.
    """
    year = report.year
    state = report.state or FINAL
    source = _source(report, state, known)
    sites = site_rows(report, known, source["source_id"])
    licenses = license_rows(sites, report, known, source["source_id"])
    against = comparing.against(sites, year, known)
    held = known.year(PROGRAMS, year)
    by_site = comparing.revision(sites, held)
    by_license = comparing.revision(licenses, known.year(LICENSES, year))
    # A cell that cannot be read is blank, and is told once.
    problems = report.problems or _against_contract(sites)
    reports = _report_rows(report, state, source["source_id"])
    changed = bool(by_site or by_license or _restated(reports, known))
    files = _files(known, sites, licenses, source, reports) if changed and not problems else {}
    return Plan(
        report,
        state,
        sites,
        licenses,
        source,
        against,
        by_site,
        by_license,
        bool(held),
        problems,
        files,
    )


def _source(report: Report, state: str, known: Known) -> Record:
    """The source of the report, written after that of the same or the newest report held."""
    rows = [row for row in known.rows[REPORTS] if row["table"] == PROGRAMS]
    model = min(rows, key=lambda row: (abs(int(row["year"]) - report.year), -int(row["year"])))
    by_id = {row["source_id"]: row for row in known.rows[SOURCES]}
    after = by_id[model["source_id"]]
    title = after["title"].partition(",")[0]
    return after | {
        "source_id": _source_id(model, report.year),
        "title": f"{title}, data year {report.year} ({state} file)",
        "published": report.published,
        "how_read": f"the state's file {report.file}, sheets {' and '.join(report.sheets)}",
        "use": "cited",
    }


def _source_id(model: Record, year: int) -> str:
    """The id of the source of `year`, named like that of the report `model`."""
    held = model["source_id"]
    if model["year"] == str(year):
        return held
    named = held.replace(model["year"], str(year))
    return named if named != held else f"{held}-{year}"


def _report_rows(report: Report, state: str, source_id: str) -> tuple[Record, ...]:
    """The rows of the table of reports: the same file fills both tables."""
    shared = {
        "year": str(report.year),
        "source_id": source_id,
        "state": state,
        "locator": f"sheet {report.sites[0].sheet}",
    }
    period = f"Periods from {report.begin} to {report.end}." if report.begin else ""
    notes = {PROGRAMS: period, LICENSES: "Team counts of all campuses of a license added up."}
    return tuple(shared | {"table": table, "note": note} for table, note in notes.items())


def _restated(reports: Sequence[Record], known: Known) -> bool:
    """True where a report was not known, or was known as preliminary and is final now."""
    said = {(row["table"], row["year"]): row["state"] for row in known.rows[REPORTS]}
    return any(said.get((row["table"], row["year"])) != row["state"] for row in reports)


def _against_contract(rows: Sequence[Record]) -> tuple[Problem, ...]:
    """Cells that the contract of hospital_programs does not allow, years apart."""
    found = []
    for column in TABLES[PROGRAMS].columns:
        if column.kind is Kind.WHOLE:
            continue
        may_be_blank = column.blank or column.name in _MAY_BE_BLANK
        blank = tuple(label(row) for row in rows if not row[column.name] and not may_be_blank)
        if blank:
            problem = _("left blank in the file")
            found.append(Problem(column.name, "", blank, problem, _("Fill it in in the file.")))
        allowed = (*column.allowed, "")
        for word in sorted({row[column.name] for row in rows} if column.allowed else ()):
            if word not in allowed:
                where = tuple(label(row) for row in rows if row[column.name] == word)
                problem = _("state_words.csv gives a word that the table may not hold")
                remedy = _("Use one of: {words}.").format(words=", ".join(column.allowed))
                found.append(Problem(column.name, word, where, problem, remedy))
    return tuple(found)


def _files(
    known: Known,
    sites: Sequence[Record],
    licenses: Sequence[Record],
    source: Record,
    reports: Sequence[Record],
) -> dict[str, bytes]:
    """The new content of each file that the report changes."""
    year = sites[0]["year"]

    def same_year(row: Record) -> bool:
        return row["year"] == year

    def same_source(row: Record) -> bool:
        return row["source_id"] == source["source_id"]

    def same_report(row: Record) -> bool:
        return (row["table"], row["year"]) in {(r["table"], r["year"]) for r in reports}

    new = {
        PROGRAMS: writing.replaced(known.texts[PROGRAMS], sites, TABLES[PROGRAMS].key, same_year),
        LICENSES: writing.replaced(
            known.texts[LICENSES], licenses, TABLES[LICENSES].key, same_year
        ),
        SOURCES: writing.replaced(known.texts[SOURCES], [source], ("source_id",), same_source),
        REPORTS: writing.replaced(known.texts[REPORTS], reports, ("table", "year"), same_report),
    }
    return {
        f"{name}.csv": text.encode("utf-8")
        for name, text in new.items()
        if text != known.texts[name]
    }
