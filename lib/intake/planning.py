"""From a report to everything it would change, with nothing written yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake import comparing, provenance, writing
from lib.intake.dating import FINAL
from lib.intake.fields import ANSWERS
from lib.intake.known import LICENSES, PROGRAMS, REPORTS, SOURCES, UNKNOWNS
from lib.intake.refusal import Problem
from lib.intake.rows import label, license_rows, site_rows
from lib.schema import TABLES, Kind, filled, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.intake.comparing import Against, Revision
    from lib.intake.known import Known, Record
    from lib.intake.report import Report

#: The keys by which the rows of each written table are sorted.
KEYS = {
    PROGRAMS: ("facility_id", "year"),
    LICENSES: ("facility_id", "year"),
    SOURCES: ("source_id",),
    REPORTS: ("report", "year"),
}

#: Columns that a workbook may leave open, whatever the contract of the table says of them.
_MAY_BE_BLANK = (*ANSWERS, "critical_access")


@dataclass(frozen=True)
class Plan:
    """A report as rows of our tables, and what they change.

    Attributes:
        report: what was read.
        version: ``final`` or ``preliminary``.
        sites: rows of hospital_programs.
        licenses: rows of hospital_license_years.
        source: the row of sources.
        against: the report beside the one before it.
        sites_revision: what differs from the rows held of the same year, by site.
        licenses_revision: the same by license.
        held: True where the year was held before, by site.
        answered: open questions that the report answers: their rows go.
        problems: what must be cleared up first; empty where the plan can be carried out.
        files: file of the data folder -> its new content; empty where nothing changes.
    """

    report: Report
    version: str
    sites: tuple[Record, ...]
    licenses: tuple[Record, ...]
    source: Record
    against: Against
    sites_revision: Revision
    licenses_revision: Revision
    held: bool
    answered: tuple[Record, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]


def plan(report: Report, known: Known) -> Plan:
    """What taking in `report` would change.

    Raises:
        Refusal: a third of the answers differ from those held.
    """
    year = report.year
    version = report.version or FINAL
    source = provenance.source_row(report, version, known)
    sites = site_rows(report, known, source["source_id"])
    licenses = license_rows(sites, report, known, source["source_id"])
    against = comparing.against(sites, year, known)
    held = known.year(PROGRAMS, year)
    by_site = comparing.revision(sites, held)
    by_license = comparing.revision(licenses, known.year(LICENSES, year))
    # A cell that cannot be read is blank, and is told once.
    problems = report.problems or _against_contract(sites, known)
    reports = provenance.report_rows(report, version, source["source_id"], known, by_site)
    new = {PROGRAMS: sites, REPORTS: reports, SOURCES: (source,)}
    if not provenance.added_up(known, year):
        new[LICENSES] = licenses
    changed = by_site or (by_license and LICENSES in new) or provenance.newly(reports, known)
    answered = provenance.answered(source["source_id"], known)
    gone = {SOURCES: provenance.unopened(source["source_id"], known), UNKNOWNS: answered}
    files = _files(known, new, gone) if (changed or answered) and not problems else {}
    return Plan(
        report,
        version,
        sites,
        licenses,
        source,
        against,
        by_site,
        by_license,
        bool(held),
        answered,
        problems,
        files,
    )


def _against_contract(rows: Sequence[Record], known: Known) -> tuple[Problem, ...]:
    """Cells that the contract of hospital_programs does not allow, years apart."""
    found = []
    for column in filled(TABLES[PROGRAMS], words_of(known.rows["vocabulary"])).columns:
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
                problem = _("state_words.csv gives a word that the table may not contain")
                remedy = _("Use one of: {words}.").format(words=", ".join(column.allowed))
                found.append(Problem(column.name, word, where, problem, remedy))
    return tuple(found)


def _files(
    known: Known, new: Mapping[str, Sequence[Record]], gone: Mapping[str, Sequence[Record]]
) -> dict[str, bytes]:
    """The new content of each file that rows change: table -> those that are new, and gone.

    A year of sites or licenses is replaced as a whole, a source or a report row by row.
    """
    files = {}
    for name in (*new, *(name for name in gone if name not in new)):
        text = writing.without(known.texts[name], gone.get(name, ()))
        if rows := new.get(name):
            key = ("year",) if name in (PROGRAMS, LICENSES) else KEYS[name]
            text = writing.replaced(text, rows, KEYS[name], replaces=key)
        if text != known.texts[name]:
            files[f"{name}.csv"] = text.encode("utf-8")
    return files
