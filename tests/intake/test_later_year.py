"""A SYNTHETIC workbook of a later year comes in, is revised and is brought in again."""

from __future__ import annotations

import csv
import io
import shutil
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import pytest

from lib import intake
from lib.model import DataError
from lib.store import folder_files, load
from lib.store.stories import read_each
from tests.frozen import DATA
from tests.intake.test_refusals import seen
from tests.intake.workbooks import FILES, NEW, OLD, TODAY, copied, held_only, later_year, main

if TYPE_CHECKING:
    from pathlib import Path

OFFERED = "INPATIENT_PALLIATIVE_CARE_PROG_OFFERED"
YEAR = 2025
CHANGED = {
    "hospital_programs.csv", "hospital_license_years.csv", "sources.csv", "reports.csv",
    "unknowns.csv",
}  # fmt: skip
#: The source that the tables had of the same file before anybody could open it.
UNOPENED = f"hcai-{YEAR}-hospital-utilization-preliminary"


def story(record: dict[str, Any]) -> None:
    """One hospital goes, one is new, one stops and one starts answering Yes (all invented)."""
    number = int(record["FAC_NO"])
    if number == 106010846:
        record.clear()
    elif number == 106010844:
        record.update(FAC_NO=106019999, FAC_NAME="SYNTHETIC HOSPITAL OF UCSF", LICENSE_NO=140999999)
    elif number == 106010735:
        record[OFFERED] = "No"
        record.update(
            {h: None for h in record if h.startswith("INPATIENT_PALLIATIVE") and h != OFFERED}
        )
    elif number == 106010776:
        record[OFFERED] = "Yes"
        record["INPATIENT_PALLIATIVE_CARE_PROG_NURSES"] = 2


def rows_of(folder: Path, table: str, **wanted: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [r for r in csv.DictReader(file) if all(r[k] == v for k, v in wanted.items())]


@pytest.fixture(scope="module")
def prelim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the later year as the state first publishes it."""
    folder = tmp_path_factory.mktemp("portal")
    return later_year(folder / f"hosp{YEAR % 100}_util_data_prelim.xlsx", YEAR, story)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory, prelim: Path) -> tuple[Path, str]:
    """A folder into which the later year has come, and what the command said: done once."""
    folder, said = copied(tmp_path_factory.mktemp("later") / "data"), io.StringIO()
    with redirect_stdout(said):
        assert main([str(prelim), "--data", str(folder)], TODAY) == 0
    return folder, said.getvalue()


@pytest.fixture
def brought(folder: Path, taken_in: tuple[Path, str]) -> str:
    """What the command says when the later year comes in; the folder holds it after."""
    shutil.copytree(taken_in[0], folder, dirs_exist_ok=True)
    return taken_in[1]


def test_what_is_said(brought: str):
    for part in (
        f"hospital report of {YEAR}, preliminary, layout of 2018-2025",
        f"periods from January 1, {YEAR} to December 31, {YEAR}",
        "report an inpatient team (146 of 363 in 2024)",
        "new, in no other report we have: 1\n      Synthetic Hospital of UCSF (106019999)",
        "appear twice; the report that ends later counts: 1",
        "      Alameda Hospital, Alameda",
        "not known whether a critical access hospital; left blank: 1",
        "so not on district pages; hospital_districts.csv: 4",
        "Open questions that this report answers; they are taken out of unknowns.csv\n"
        f"  How hospitals answered the state report for {YEAR}: ",
    ):
        assert part in brought
    assert (
        "Alta Bates Summit Medical Center-Herrick Campus (106010844)"
        in brought.partition("in that report and not in this one")[2]
    )


def test_every_table_speaks_of_the_new_year(brought: str, folder: Path):
    year = str(YEAR)
    sites = rows_of(folder, "hospital_programs", year=year)
    assert len(sites) == 412 - 1
    source = f"hcai-{year}-hospital-utilization"
    assert {row["source_id"] for row in sites} == {source}
    licenses = rows_of(folder, "hospital_license_years", year=year)
    assert {row["source_id"] for row in licenses} == {source}
    assert "106019999" in {row["facility_id"] for row in licenses}
    (row,) = rows_of(folder, "sources", source_id=source)
    assert (
        row["title"] == f"Hospital Annual Utilization Report, data year {year} (preliminary file)"
    )
    assert "hosp25_util_data_prelim.xlsx" in row["how_read"]
    assert row["short"].endswith("report, preliminary")
    reports = rows_of(folder, "reports", year=year)
    assert {(r["report"], r["version"], r["how"]) for r in reports} == {
        ("sites", "preliminary", "read"),
        ("licenses", "preliminary", "read"),
    }
    (note,) = {r["note"] for r in reports if r["report"] == "sites"}
    assert note == f"The file of {year} is preliminary."


def test_what_was_unknown_for_want_of_the_file_is_so_no_more(folder: Path, brought: str):
    assert not rows_of(folder, "sources", source_id=UNOPENED)
    assert not rows_of(folder, "unknowns", source_id=UNOPENED)


def test_other_lines_stay_byte_for_byte_and_files_stay_sorted(
    brought: str, folder: Path, tmp_path: Path
):
    assert {
        p.name
        for p in folder.iterdir()
        if p.read_bytes() != (tmp_path / "before" / p.name).read_bytes()
    } == CHANGED
    for name in CHANGED:
        before = (tmp_path / "before" / name).read_bytes().splitlines(keepends=True)
        after = (folder / name).read_bytes().splitlines(keepends=True)
        added = [line for line in after if line not in set(before)]
        kept = [line for line in before if UNOPENED.encode() not in line]
        assert [line for line in after if line in set(before)] == kept
        assert all(str(YEAR).encode() in line for line in added)
    for table in ("hospital_programs", "hospital_license_years"):
        keys = [(row["facility_id"], row["year"]) for row in rows_of(folder, table)]
        assert keys == sorted(keys)


def test_nothing_but_the_new_year_is_new_to_the_contract(
    brought: str, folder: Path, tmp_path: Path
):
    """The whole bundle with the new rows keeps its contract, lists of years in code apart."""
    whole = tmp_path / "whole"
    shutil.copytree(DATA, whole)
    for name in CHANGED:
        if (DATA / name).exists():
            shutil.copy(folder / name, whole)
    try:
        load(whole)
    except DataError as error:
        left = [
            offence
            for offence in error.offences
            if f"{offence.table}.csv" in CHANGED
            and not (offence.column == "year" and offence.value == str(YEAR))
            # A hospital new this year stands in no federal list that is held.
            and not (offence.column == "critical_access" and offence.value == "")
        ]
        assert left == []


def test_slides_that_stay_at_the_year_before_are_named(folder: Path, prelim: Path, capsys):
    shutil.copytree(DATA / "stories", folder / "stories")
    assert main([str(prelim), "--dry-run", "--data", str(folder)], TODAY) == 0
    assert (
        "Slides that still show 2024. Decide whether they should show 2025.\n"
        "  Where no program is reported, slide 1: 2024\n"
        "  Where no program is reported, slide 5: 2022-2024\n\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"no [[story", b'title = "\xff"'])
def test_a_story_that_cannot_be_read_stops_no_intake(
    folder: Path, prelim: Path, capsys, content: bytes
) -> None:
    shutil.copytree(DATA / "stories", folder / "stories")
    (folder / "stories" / "no_program.toml").write_bytes(content)
    assert main([str(prelim), "--dry-run", "--data", str(folder)], TODAY) == 0
    assert "Files that change: hospital_programs.csv" in capsys.readouterr().out
    told = [str(fault) for fault in read_each(folder_files(folder))[1]]
    assert any("no_program" in fault for fault in told)  # by the check of the tables


def test_the_same_file_again_changes_nothing(brought: str, folder: Path, prelim: Path, capsys):
    before = seen(folder)
    assert main([str(prelim), "--data", str(folder)], TODAY) == 0
    assert "Nothing would change" in capsys.readouterr().out
    assert seen(folder) == before


def test_a_revised_file_replaces_the_year_and_says_what_differs(
    brought: str, folder: Path, tmp_path: Path, capsys
):
    def revised(record: dict[str, Any]) -> None:
        story(record)
        if record and int(record["FAC_NO"]) == 106010776:
            record["INPATIENT_PALLIATIVE_CARE_PROG_NURSES"] = 5

    path = later_year(tmp_path / "hosp25_util_data_final.xlsx", YEAR, revised)
    rows = len(rows_of(folder, "hospital_programs"))
    assert main([str(path), "--data", str(folder)], TODAY) == 0
    said = capsys.readouterr().out
    assert f"Replaces the rows by site of {YEAR}" in said
    assert (
        "cells that differ: 1\n      UCSF Benioff Children's Hospital Oakland, pc_nurse: 2 > 5"
        in said
    )
    assert len(rows_of(folder, "hospital_programs")) == rows
    assert {r["version"] for r in rows_of(folder, "reports", year=str(YEAR))} == {"final"}
    (source,) = rows_of(folder, "sources", source_id=f"hcai-{YEAR}-hospital-utilization")
    assert "final file" in source["title"]
    assert source["short"].endswith("report")


def test_dry_run_writes_nothing(folder: Path, prelim: Path, tmp_path: Path, capsys):
    before = seen(folder)
    path = shutil.copy(prelim, tmp_path / "a.xlsx")  # its name does not say what it is
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 0
    out = capsys.readouterr().out
    assert "Files that change: hospital_programs.csv" in out
    assert "does not say whether it is final" in out
    assert seen(folder) == before


def test_2017_again_leaves_its_rows_by_site_as_they_are(folder: Path, capsys):
    before = seen(folder)
    assert main([str(FILES / OLD), "--data", str(folder)], TODAY) == 0
    said = capsys.readouterr().out
    assert "2017 are in the tables already, every cell equal" in said
    assert "Nothing would change" in said
    assert seen(folder) == before


def test_2022_again_replaces_only_what_a_third_party_had_processed(folder: Path, capsys):
    """Its rows by site are equal; its licenses come from the state's file now, two fewer."""
    before = (folder / "hospital_programs.csv").read_bytes()
    assert main([str(FILES / NEW), "--data", str(folder)], TODAY) == 0
    said = capsys.readouterr().out
    assert "Replaces the rows by license of 2022" in said
    assert (
        "taken out: 2\n      Glendora Community Hospital (106190328)\n      Olympia Medical Center (106190534)"
        in said
    )
    assert (folder / "hospital_programs.csv").read_bytes() == before
    (row,) = rows_of(folder, "reports", report="licenses", year="2022")
    assert row["source_id"] == "hcai-2022-hospital-utilization"


def test_a_note_names_who_did_not_answer(folder: Path, tmp_path: Path, known, old):
    """As if 2017 were not held: nine did not answer, and in two counties nobody did."""
    others = held_only(known, ("2022", "2024"))
    report = intake.plan(old, others).files["reports.csv"].decode()
    assert (
        "sites,2017,hcai-2017-hospital-utilization,final,complete,read,"
        "9 general acute care hospitals did not answer in 2017; Colusa and Lassen are unknown then."
    ) in report


def test_a_file_cut_short_says_so(folder: Path, tmp_path: Path, edited, capsys):
    path = edited(OLD, lambda book: book["Section 1-4"].delete_rows(400, 20))
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 0
    assert "says it lists 496 hospitals, and 476 were read" in capsys.readouterr().out


def test_a_long_reading_says_how_far_it_is(folder: Path, prelim: Path, capsys, monkeypatch):
    seconds = iter(range(100_000))
    monkeypatch.setattr("lib.intake.command.time.monotonic", lambda: next(seconds))
    assert main([str(prelim), "--dry-run", "--data", str(folder)], TODAY) == 0
    said = capsys.readouterr().err
    assert "Reading Page 1-6: row 250" in said
    assert said.count("Reading Page 1-6") <= 12
