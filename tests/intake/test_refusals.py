"""What is not taken in: one sentence a person can act on, and nothing written."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.intake.workbooks import FILES, NEW, OLD, TODAY, Page, as_csv, later_year, main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OFFERED = "INPATIENT_PALLIATIVE_CARE_PROG_OFFERED"


def seen(folder: Path) -> dict[str, str]:
    """Every file of a folder and the hash of its bytes."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.fixture
def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Bring a file in as a steward does; it must be refused in one sentence."""

    def run(path: Path | str, *options: str) -> str:
        before = seen(folder)
        code = main([str(path), "--data", str(folder), *options], TODAY)
        out, err = capsys.readouterr()
        said = [line for line in err.splitlines() if not line.startswith("Reading")]
        assert code == 1
        assert out == ""
        assert len(said) == 1, said
        assert "Traceback" not in err
        assert seen(folder) == before
        return said[0]

    return run


def compound(stream: str) -> bytes:
    """A compound file as old Office programs write it, with one stream of that name (SYNTHETIC)."""
    entry = stream.encode("utf-16-le").ljust(64, b"\x00")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00") + entry.ljust(1024, b"\x00")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xls", compound("Workbook"), "old .xls workbook"),
        ("a.xlsx", compound("Workbook"), "old .xls workbook"),
        ("a.xlsx", compound("EncryptedPackage"), "protected by a password"),
        ("a.xlsx", b"", "is empty"),
        ("a.csv", b" \n\n", "is empty"),
        ("a.xlsx", b"<!DOCTYPE html><html>Not found</html>", "web page"),
        ("a.xlsx", b"%PDF-1.7 ...", "is a PDF"),
        ("a.xlsx", b"\x00\x01\x02\x03", "neither"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "damaged"),
        ("a.csv", b"name,answer\nA,Yes\n", "not the Hospital Annual Utilization workbook"),
        ("a.csv", b'"open', "not the Hospital Annual Utilization workbook"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, refused, name: str, content: bytes, said: str):
    path = tmp_path / name
    path.write_bytes(content)
    assert said in refused(path)


def test_a_workbook_cut_short_is_damaged(tmp_path: Path, refused):
    path = tmp_path / "half.xlsx"
    path.write_bytes((FILES / NEW).read_bytes()[:40_000])
    assert "damaged" in refused(path)


def test_a_sheet_damaged_inside_is_damaged(tmp_path: Path, refused):
    path = tmp_path / "torn.xlsx"
    with zipfile.ZipFile(FILES / NEW) as held, zipfile.ZipFile(path, "w") as torn:
        for entry in held.namelist():
            content = held.read(entry)
            torn.writestr(entry, content[: len(content) // 2] if "sheet2" in entry else content)
    assert "damaged" in refused(path)


def test_another_zip_is_no_workbook(tmp_path: Path, refused):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "no .xlsx workbook" in refused(path)


def test_no_file_no_name_and_a_folder(tmp_path: Path, refused):
    assert refused(tmp_path / "none.xlsx").startswith("There is no file")
    assert "is a folder" in refused(tmp_path)
    assert "Say which file" in refused("")


def test_no_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main([str(FILES / NEW), "--data", str(tmp_path)], TODAY) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_another_workbook_of_the_state(tmp_path: Path, refused):
    book = openpyxl.Workbook()
    book.active.append(["Description", "FAC_NO", "FAC_NAME", "FAC_CITY", "LIC_CAT", "COUNTY"])
    book.active.append([None, 406010001, "SYNTHETIC HOSPICE", "OAKLAND", "Hospice", "Alameda"])
    book.save(tmp_path / "hhah.xlsx")
    assert "another of the state's workbooks" in refused(tmp_path / "hhah.xlsx")


def test_another_sheet_and_the_sheet_of_the_silent(tmp_path: Path, refused):
    other = as_csv(FILES / OLD, "Section 5-6", tmp_path / "Section 5-6.csv")
    assert "another sheet" in refused(other)
    silent = as_csv(FILES / OLD, "NonResp 1-4", tmp_path / "NonResp 1-4.csv")
    assert "did not answer" in refused(silent)
    renamed = as_csv(FILES / OLD, "NonResp 1-4", tmp_path / "hospitals.csv")
    assert "no general acute care hospital that answered" in refused(renamed)


@pytest.mark.parametrize("header", ["LIC_CAT", OFFERED, "COUNTY", "FAC_NO"])
def test_a_missing_column_is_named_with_what_stands_there_now(refused, edited, header: str):
    def rename(book: Any) -> None:
        page = Page(book["Page 1-6"])
        page.sheet.cell(1, page.columns[header]).value = f"{header}_NEW"
        del book["NonResp 1-6"]

    said = refused(edited(NEW, rename))
    assert "“Page 1-6”" in said
    assert f"{header} (perhaps now {header}_NEW)" in said


def test_a_column_that_stands_twice(refused, edited):
    def double(book: Any) -> None:
        page = Page(book["Page 1-6"])
        page.sheet.cell(1, page.columns["FAC_ZIP"]).value = OFFERED

    assert f"The column {OFFERED} appears 2 times" in refused(edited(NEW, double))


def test_a_year_in_the_future(tmp_path: Path, refused):
    assert "2031, a year in the future" in refused(later_year(tmp_path / "a.xlsx", 2031))


def test_period_dates_that_disagree_ask_for_the_year(folder: Path, refused, edited, capsys):
    def other_year(book: Any) -> None:
        page = Page(book["Page 1-6"])
        page.put(page.row(106010735), "FAC_OP_PER_END_DT", "12/31/2021")

    path = edited(NEW, other_year)
    said = refused(path)
    assert "2022, 2021" in said
    assert "--year" in said
    assert "Alameda Hospital (106010735)" in said
    assert "No period of the file lies in 2019" in refused(path, "--year", "2019")
    assert main([str(path), "--year", "2022", "--dry-run", "--data", str(folder)], TODAY) == 0
    assert "hospital report of 2022" in capsys.readouterr().out


def test_at_a_terminal_the_year_is_asked_for(folder: Path, edited, capsys, monkeypatch):
    def no_dates(book: Any) -> None:
        page = Page(book["Page 1-6"])
        for row in page.rows():
            page.put(row, "FAC_OP_PER_BEGIN_DT", None)
            page.put(row, "FAC_OP_PER_END_DT", None)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _asked: "2022")
    path = edited(NEW, no_dates)
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 0
    out, err = capsys.readouterr()
    assert "hospital report of 2022" in out
    assert "no period dates" in err


@pytest.mark.parametrize("question", [OFFERED, "INPATIENT_HOSPICE_PROG_OFFERED"])
def test_a_file_in_which_a_third_of_the_answers_flip(tmp_path: Path, refused, question: str):
    def flip(record: dict[str, Any]) -> None:
        if int(record["FAC_NO"]) % 5 < 3 and record[question]:
            record[question] = {"Yes": "No", "No": "Yes"}[record[question]]

    said = refused(later_year(tmp_path / "a.xlsx", 2025, flip))
    assert "a third or more" in said


def test_two_sheets_of_answers(refused, edited):
    assert "two sheets of answers" in refused(
        edited(NEW, lambda book: book.copy_worksheet(book["Page 1-6"]))
    )


def test_a_read_only_folder_keeps_what_it_had(folder: Path, tmp_path: Path, refused, monkeypatch):
    def full(*_args: object, **_more: object) -> None:
        raise OSError("No space left on device")

    path = later_year(tmp_path / "a.xlsx", 2025)
    monkeypatch.setattr("tempfile.mkstemp", full)
    before = seen(folder)
    assert main([str(path), "--data", str(folder)], TODAY) == 1
    assert seen(folder) == before


def test_a_word_nobody_knows_is_named_with_the_nearest(folder: Path, edited, capsys):
    def reword(book: Any) -> None:
        page = Page(book["Page 1-6"])
        for row in page.rows():
            if page.get(row, "LICEE_TOC") == "District":
                page.put(row, "LICEE_TOC", "Healthcare District")
        page.put(page.row(106010735), "COUNTY", "Alamida")
        page.put(page.row(106010739), OFFERED, "Yess")
        page.put(page.row(106010844), "FAC_OP_PER_END_DT", "the end")

    before = seen(folder)
    assert main([str(edited(NEW, reword)), "--data", str(folder)], TODAY) == 1
    out = capsys.readouterr().out
    assert "LICEE_TOC: “Healthcare District” (" in out
    assert "nearest known is “District”" in out
    assert "add the line “ownership,Healthcare District,district” to the table state_w" in out
    assert "nearest known is “Alameda”" in out
    assert "nearest known is “Yes”" in out
    assert "FAC_OP_PER_END_DT: “the end” (Alta Bates" in out
    assert "4 things must be cleared up first" in out
    assert "412 general acute care hospital sites" in out, "the rest of the file is told as well"
    assert seen(folder) == before


def test_a_word_added_to_the_table_is_known(folder: Path, tmp_path: Path, capsys):
    def reword(record: dict[str, Any]) -> None:
        if record["LICEE_TOC"] == "District":
            record["LICEE_TOC"] = "Health Care District"

    path = later_year(tmp_path / "a.xlsx", 2025, reword)
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 1
    words = folder / "state_words.csv"
    line = "ownership,Health Care District,district\n"
    words.write_text(words.read_text("utf-8") + line, encoding="utf-8")
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 0
    words.write_text(words.read_text("utf-8").replace(line, line.replace(",d", ",a d")), "utf-8")
    assert main([str(path), "--dry-run", "--data", str(folder)], TODAY) == 1
    assert "state_words.csv gives a word that the table may not contain" in capsys.readouterr().out
