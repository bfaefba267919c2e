"""Where the rows of a report come from: its source, and its rows in the table of reports.

What is written into tables is English whatever language is spoken: it is data, and no message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.intake.dating import PRELIMINARY
from lib.intake.known import REPORTS, SOURCES, UNKNOWNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.intake.comparing import Revision
    from lib.intake.known import Known, Record
    from lib.intake.report import Report

#: How the source of a file is described that was known of and not read, at the beginning.
UNOPENED = "not opened"

#: What the short name of a source ends with while its file is preliminary: every chart says it.
NOT_FINAL = f", {PRELIMINARY}"

#: The kinds of report, as the table of reports calls them.
SITES = "sites"
BY_LICENSE = "licenses"


def source_row(report: Report, version: str, known: Known) -> Record:
    """The source of the report, written after that of the same or the nearest report held."""
    rows = [row for row in known.rows[REPORTS] if row["report"] == SITES]
    model = min(rows, key=lambda row: (abs(int(row["year"]) - report.year), -int(row["year"])))
    by_id = {row["source_id"]: row for row in known.rows[SOURCES]}
    after = by_id[model["source_id"]]
    title = after["title"].partition(",")[0]
    short = after["short"].removesuffix(NOT_FINAL)
    return after | {
        "source_id": _source_id(model, report.year),
        "title": f"{title}, data year {report.year} ({version} file)",
        "published": report.published,
        "how_read": f"the state's file {report.file}, sheets {' and '.join(report.sheets)}",
        "use": "cited",
        "short": short + NOT_FINAL if version == PRELIMINARY and short else short,
    }


def unopened(source_id: str, known: Known) -> tuple[Record, ...]:
    """Sources of the same file that stand there as known of and not opened."""
    return tuple(
        row
        for row in known.rows[SOURCES]
        if row["source_id"].startswith(f"{source_id}-") and row["how_read"].startswith(UNOPENED)
    )


def answered(source_id: str, known: Known) -> tuple[Record, ...]:
    """Open questions that such a source was given for: the file answers them."""
    ids = {row["source_id"] for row in unopened(source_id, known)}
    return tuple(row for row in known.rows[UNKNOWNS] if row["source_id"] in ids)


def _source_id(model: Record, year: int) -> str:
    """The id of the source of `year`, named like that of the report `model`."""
    held = model["source_id"]
    if model["year"] == str(year):
        return held
    named = held.replace(model["year"], str(year))
    return named if named != held else f"{held}-{year}"


def report_rows(
    report: Report, version: str, source_id: str, known: Known, by_site: Revision
) -> tuple[Record, ...]:
    """The rows of the table of reports for the year: by site, and by license where read.

    A row that is held stays as it is, with the note written for it, where neither the rows by
    site nor the version differ.
    """
    held = {row["report"]: row for row in known.year(REPORTS, report.year)}
    made = {
        "year": str(report.year),
        "source_id": source_id,
        "version": version,
        # Who did not answer is known only where the file lists them.
        "coverage": "complete" if report.lists_silent else "minimum",
        "how": "read",
        "note": _note(report, version, known),
    }
    rows = []
    for kind, note in ((SITES, made["note"]), (BY_LICENSE, "")):
        before = held.get(kind)
        new = {"report": kind} | made | {"note": note}
        same = before is not None and before["version"] == version and not by_site
        if before is not None and before["how"] != new["how"]:
            rows.append(before | {"version": version})
        elif before is not None and same:
            rows.append(before | {"source_id": source_id})
        else:
            rows.append(new)
    return tuple(rows)


def added_up(known: Known, year: int) -> bool:
    """True where the licenses of a year are added up from its sites and have no rows."""
    rows = known.year(REPORTS, year)
    return any(row["report"] == BY_LICENSE and row["how"] != "read" for row in rows)


def newly(rows: Sequence[Record], known: Known) -> bool:
    """True where a report of that kind and year was not held, or in another version."""
    held = {(row["report"], row["year"]): row["version"] for row in known.rows[REPORTS]}
    return any(held.get((row["report"], row["year"])) != row["version"] for row in rows)


def _note(report: Report, version: str, known: Known) -> str:
    """What a reader must know about the year."""
    parts = []
    if version == PRELIMINARY:
        parts.append(f"The file of {report.year} is preliminary.")
    if report.silent:
        n = len(report.silent)
        hospitals = "hospital" if n == 1 else "hospitals"
        said = f"{n} general acute care {hospitals} did not answer in {report.year}"
        places = _unknown_counties(report, known)
        verb = "is" if len(places) == 1 else "are"
        parts.append(f"{said}; {_joined(places)} {verb} unknown then." if places else f"{said}.")
    if not report.lists_silent:
        parts.append("The file does not list the hospitals that did not answer.")
    return " ".join(parts)


def _unknown_counties(report: Report, known: Known) -> list[str]:
    """Counties in which none answered and one did not."""
    answered = {site.values["county"] for site in report.sites}
    silent = {filing.values["county"] for filing in report.silent} - answered
    return [row["name"] for row in known.rows["counties"] if row["county_fips"] in silent]


def _joined(names: Iterable[str]) -> str:
    listed = list(names)
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if listed[1:] else listed)
