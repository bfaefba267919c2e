"""The state's own workbooks read again give the rows of the bundle, every column equal."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from lib import intake
from lib.intake.known import LICENSES, PROGRAMS
from lib.schema import TABLES
from tests.intake.workbooks import FILES, NEW, OLD, YEARS, Page, as_csv, held_only, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lib.intake import Known, Report


def test_2017_gives_its_416_rows_every_column_equal(known: Known, old: Report):
    rows = intake.plan(old, known).sites
    assert len(rows) == 416
    assert list(rows) == sorted(known.year(PROGRAMS, 2017), key=lambda row: row["facility_id"])


def test_2022_gives_its_412_rows_every_column_equal(known: Known, new: Report):
    rows = intake.plan(new, known).sites
    assert len(rows) == 412
    assert list(rows) == sorted(known.year(PROGRAMS, 2022), key=lambda row: row["facility_id"])


@pytest.mark.parametrize(("file", "year", "unknown"), [(OLD, 2017, 21), (NEW, 2022, 0)])
def test_a_year_not_held_comes_from_the_file_alone(
    known: Known, file: str, year: int, unknown: int
):
    """With its own rows away, all but one column comes from the file.

    `critical_access` stands in no workbook: it is carried over from other years and the list of
    facilities, and stays blank for the 21 sites that only 2017 has.
    """
    others = held_only(known, tuple(y for y in YEARS if y != str(year)))
    rows = intake.plan(read(others, FILES / file), others).sites
    held = {row["facility_id"]: row for row in known.year(PROGRAMS, year)}
    differ = [(n, c) for row in rows for c in row if row[c] != held[(n := row["facility_id"])][c]]
    assert len(rows) == len(held)
    assert {column for _number, column in differ} <= {"critical_access"}
    assert len(differ) == unknown
    assert all(
        row["critical_access"] in ("", held[row["facility_id"]]["critical_access"]) for row in rows
    )


def test_rows_stand_in_the_columns_of_the_table(known: Known, old: Report):
    plan = intake.plan(old, known)
    assert all(tuple(row) == TABLES[PROGRAMS].header for row in plan.sites)
    assert all(tuple(row) == TABLES[LICENSES].header for row in plan.licenses)


def test_licenses_add_up_their_campuses_by_the_rule_of_the_bundle(known: Known, new: Report):
    """Of the 362 licenses of 2022, 359 are equal; the other three differ for a reason.

    Two (Olympia, Glendora) did not operate or answer and stand as No in the processed copy;
    Hazel Hawkins is doubled there, because its distinct part is added to it (its note says so).
    """
    made = {row["facility_id"]: row for row in intake.plan(new, known).licenses}
    held = {row["facility_id"]: row for row in known.year(LICENSES, 2022)}
    assert set(held) - set(made) == {"106190328", "106190534"}
    assert set(made) <= set(held)
    differ = {
        number
        for number, row in made.items()
        for column, cell in row.items()
        if column != "source_id" and cell != held[number][column]
    }
    assert differ == {"106350784"}
    assert held["106350784"]["note"].startswith("Twice")


def test_a_license_whose_parent_is_closed_bears_the_parents_number(known: Known, new: Report):
    """Stanford's parent site did not operate in 2022; its campus answered Yes."""
    (row,) = [r for r in intake.plan(new, known).licenses if r["facility_id"] == "106430905"]
    assert row["inpatient_team_reported"] == "Yes"
    assert row["pc_physician"] == "9"


def test_who_is_kept_apart(old: Report, new: Report):
    assert [f.facility_id for f in old.silent] == [
        *("106010983", "106184008", "106301097", "106334018", "106370787"),
        *("106491338", "106320986", "106384238", "106060870"),
    ]
    assert len(old.closed) == 4
    assert {f.facility_id for f in old.parts} == {"206100718", "206351814"}
    assert old.others == 496 + 10 - 416 - 9 - 4 - 2
    assert [f.facility_id for f in new.twice] == ["106150820"]
    assert "106150820" in {f.facility_id for f in new.sites}


def test_year_period_kind_and_date_are_read(old: Report, new: Report):
    assert (old.year, old.begin, old.end) == (2017, "2017-01-01", "2017-12-31")
    assert (old.version, old.published) == ("final", "2018-10-25")
    assert (new.year, new.version, new.published) == (2022, "final", "2023-11-28")
    assert old.sheets == ("Section 1-4", "NonResp 1-4")
    assert not (old.problems or old.doubts or old.warnings or new.problems or new.warnings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize(
    ("file", "sheet", "sites"), [(OLD, "Section 1-4", 416), (NEW, "Page 1-6", 412)]
)
def test_one_sheet_saved_as_csv_gives_the_same_sites(
    known: Known, old: Report, new: Report, tmp_path: Path, encoding: str, file: str, sheet: str,
    sites: int,
):  # fmt: skip
    path = as_csv(FILES / file, sheet, tmp_path / f"{sheet}.csv", encoding)
    report = read(known, path)
    whole = {OLD: old, NEW: new}[file]
    assert len(report.sites) == sites
    assert [s.values for s in report.sites] == [s.values for s in whole.sites]
    assert any("did not answer" in warning for warning in report.warnings)


def test_windows_letters_in_a_csv_are_read(
    known: Known, tmp_path: Path, edited: Callable[..., Path]
):
    def accent(book) -> None:
        page = Page(book["Page 1-6"])
        page.put(page.row(106010735), "FAC_CITY", "LA CAÑADA")

    path = as_csv(edited(NEW, accent), "Page 1-6", tmp_path / "p.csv", "cp1252")
    (site,) = [s for s in read(known, path).sites if s.facility_id == "106010735"]
    assert site.values["city"] == "La Cañada"


def test_columns_may_stand_in_any_order_and_case(known: Known, tmp_path: Path, new: Report):
    path = as_csv(FILES / NEW, "Page 1-6", tmp_path / "p.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [list(reversed(row)) for row in csv.reader(file)]
    rows[0] = [f" {header.lower()} " for header in rows[0]]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Preliminary, a title"], [], *rows])
    report = read(known, path)
    assert [s.values for s in report.sites] == [s.values for s in new.sites]
    assert report.version == "preliminary"


def test_of_two_reports_of_a_site_the_one_that_ends_later_counts(
    known: Known, edited: Callable[..., Path]
):
    def twice(book) -> None:
        page = Page(book["Page 1-6"])
        row, copy = page.row(106010735), page.row(206274027)
        for header in page.columns:
            if header is not None:
                page.put(copy, header, page.get(row, header))
        page.put(
            copy, "FAC_OP_PER_END_DT", page.get(row, "FAC_OP_PER_END_DT").replace(month=6, day=1)
        )
        page.put(copy, "INPATIENT_PALLIATIVE_CARE_PROG_OFFERED", "No")

    report = read(known, edited(NEW, twice))
    (site,) = [s for s in report.sites if s.facility_id == "106010735"]
    assert site.values["inpatient_palliative"] == "Yes"
    assert "106010735" in {f.facility_id for f in report.twice}


@pytest.mark.parametrize("mark", ["0", 0, None])
def test_zero_or_nothing_in_a_question_is_unknown_and_never_no(
    known: Known, edited: Callable[..., Path], mark: object
):
    def unanswered(book) -> None:
        page = Page(book["Page 1-6"])
        row = page.row(106010735)
        page.put(row, "INPATIENT_PALLIATIVE_CARE_PROG_OFFERED", mark)
        other = page.row(106010739)
        for header in page.columns:
            if header and header.endswith("_OFFERED"):
                page.put(other, header, mark)

    report = read(known, edited(NEW, unanswered))
    sites = {s.facility_id: s.values for s in report.sites}
    assert sites["106010735"]["inpatient_palliative"] == ""
    assert sites["106010735"]["outpatient_palliative"] == "No"
    assert "106010739" not in sites
    assert [f.facility_id for f in report.silent] == ["106010739"]


def test_counts_that_cannot_be_are_named_and_not_mended(known: Known, edited: Callable[..., Path]):
    team = "INPATIENT_PALLIATIVE_CARE_PROG_"

    def wrong(book) -> None:
        page = Page(book["Page 1-6"])
        row = page.row(106010735)
        page.put(row, f"{team}NURSES", -2)
        page.put(row, f"{team}PHYSICIAN_CERTIFIED", 7)
        page.put(page.row(106010844), f"{team}CHAPLAINS", 3)  # it answers No
        page.put(page.row(106010739), f"{team}SOCIAL_WORKER", "two")
        page.put(page.row(106010739), "GAC_SUBTOT_LIC_BEDS", 9_000)

    report = read(known, edited(NEW, wrong))
    said = "\n".join(report.doubts)
    for part in ("“-2”", "7 of 1 are certified", "counts a team of 3", "“two”", "9000 general"):
        assert part in said
    assert len(report.doubts) == 5
    sites = {s.facility_id: s.values for s in report.sites}
    assert sites["106010735"]["pc_nurse"] == ""
    assert sites["106010735"]["pc_physician_certified"] == "7"


def test_what_another_license_files_does_not_hold_the_file_up(
    known: Known, edited: Callable[..., Path]
):
    def odd(book) -> None:
        page = Page(book["Page 1-6"])
        for row in page.rows():
            if page.get(row, "LIC_CAT") == "Psychiatric Health Facility":
                page.put(row, "LICEE_TOC", "Tribe")
                page.put(row, "FAC_OP_PER_END_DT", "never")
                page.put(row, "FACILITY_LEVEL", "Annex")

    report = read(known, edited(NEW, odd))
    assert len(report.sites) == 412
    assert report.problems == ()
