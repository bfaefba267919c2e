"""Files judged together in this process: a year in several files, ZIPs, the state's workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lib.outputs import template
from lib.store import folder_files
from lib.trial import limits
from lib.trial.model import Given
from tests.intake.workbooks import FILES, NEW, OLD, Page, as_csv, later_year
from tests.trial_files import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Together = Callable[..., list[dict[str, Any]]]

YEAR = 2025
FUTURE = 2091
OFFERED = "INPATIENT_PALLIATIVE_CARE_PROG_OFFERED"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def of(said: Sequence[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in said if record["say"] == kind]


def refusal(said: Sequence[dict[str, Any]]) -> str:
    """The one sentence for which the files were not tried."""
    assert not of(said, "sound")
    (why,) = [r["why"] for r in of(said, "refused")] or [
        r["piece"]["refusal"] for r in of(said, "piece") if r["piece"]["refusal"]
    ]
    return str(why)


def with_rows(content: bytes, *rows: dict[str, str]) -> bytes:
    """A table with rows at its end."""
    header = rows_of(content)[0]
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writerows({name: row.get(name, "") for name in header} for row in rows)
    return content + out.getvalue().encode()


def new_year(held: dict[str, bytes], year: int) -> dict[str, bytes]:
    """SYNTHETIC rows of one site in a year, with its license, report and source rows."""
    source = {
        "source_id": "synthetic-report",
        "title": "Synthetic",
        "publisher": "Synthetic",
        "url": "https://example.org/",
        "kind": rows_of(held["sources.csv"])[1][rows_of(held["sources.csv"])[0].index("kind")],
        "how_read": "synthetic",
        "address": "own",
        "use": "cited",
    }
    made = {"sources.csv": with_rows(held["sources.csv"], source)}
    for name in ("hospital_programs", "hospital_license_years"):
        rows = list(csv.DictReader(io.StringIO(held[f"{name}.csv"].decode())))
        site = next(
            row for row in rows if row["facility_id"] == "106010739" and row["year"] == "2024"
        )
        row = site | {"year": str(year), "source_id": "synthetic-report"}
        made[f"{name}.csv"] = with_rows(held[f"{name}.csv"], row)
    report = {"year": str(year), "source_id": "synthetic-report", "version": "final",
              "coverage": "minimum", "how": "read", "note": "Synthetic."}  # fmt: skip
    kinds = ({"report": "sites", **report}, {"report": "licenses", **report})
    made["reports.csv"] = with_rows(held["reports.csv"], *kinds)
    return made


def test_a_new_year_passes_when_its_source_and_report_come_along(
    together: Together, held: dict[str, bytes]
) -> None:
    files = new_year(held, YEAR)
    alone = together(Given("hospital_programs.csv", files["hospital_programs.csv"]))
    assert of(alone, "wrong")
    for given in (
        [Given(name, content) for name, content in files.items()],
        [Given("next.zip", packed({f"data/{name}": c for name, c in files.items()}))],
    ):
        said = together(*given)
        assert not of(said, "wrong")
        (sound,) = of(said, "sound")
        assert {name: c["added_count"] for name, c in sound["changes"].items()} == {
            "hospital_programs": 1, "hospital_license_years": 1, "sources": 1, "reports": 2,
        }  # fmt: skip


def test_a_row_that_an_earlier_edition_added_may_go(
    together: Together, held: dict[str, bytes]
) -> None:
    added = [r for r in csv.DictReader(io.StringIO(held["edition_changes.csv"].decode()))
             if r["table"] == "unknowns" and r["kind"] == "added"]  # fmt: skip
    kept = held["unknowns.csv"].splitlines(keepends=True)
    gone = next(line for line in kept if line.decode().rsplit(",", 2)[0] in
                {row["row"].replace(", ", ",", 1) for row in added})  # fmt: skip
    said = together(Given("unknowns.csv", b"".join(line for line in kept if line != gone)))
    assert not of(said, "wrong")
    assert of(said, "sound")[0]["changes"]["unknowns"]["removed_count"] == 1


def test_the_whole_bundle_comes_back_as_a_zip(together: Together, held: dict[str, bytes]) -> None:
    said = together(Given("all.zip", packed({f"bundle/{name}": c for name, c in held.items()})))
    assert not of(said, "wrong")
    assert of(said, "sound")[0]["changes"] == {}
    (notes,) = of(said, "notes")
    assert "are not tables and were left aside" in notes["notes"][0]["text"]


def test_zips_that_are_not_to_be_trusted_are_refused(
    together: Together, held: dict[str, bytes]
) -> None:
    table = held["milestones.csv"]
    bomb = packed({"milestones.csv": b"0" * (limits.UNPACKED + 1)})
    assert len(bomb) < 100_000
    for content, words in (
        (bomb, "unfolds to far more"),
        (packed({"../milestones.csv": table}), "names a place outside itself"),
        (packed({"/etc/milestones.csv": table}), "names a place outside itself"),
        (packed({"C:\\milestones.csv": table}), "names a place outside itself"),
        (packed({"run.exe": b"MZ"}), "contains no table"),
        (packed({f"{n}.csv": b"a,b\n" for n in range(limits.PACKED + 1)}), "files; at most"),
        (packed({"milestones.csv": table})[:-40], "is damaged"),
    ):
        assert words in refusal(together(Given("a.zip", content))), words
    said = together(Given("a.zip", packed({"x/milestones.csv": table, "x/run.exe": b"MZ"})))
    assert of(said, "sound")
    assert "1 file is not a table and was left aside: run.exe" in str(of(said, "notes"))


def test_too_many_files_and_two_for_one_table_are_told(
    together: Together, held: dict[str, bytes]
) -> None:
    table = held["milestones.csv"]
    many = together(*(Given(f"{n}.csv", table) for n in range(30)))
    assert refusal(many).startswith("You dropped 30 files; at most 10")
    two = together(
        Given("milestones.csv", table),
        Given("milestones (1).csv", table.replace(b",law,", b",report,", 1)),
    )
    assert "for the table milestones, and so is milestones.csv" in refusal(two)
    assert of(together(Given("milestones.csv", table), Given("copy.csv", table)), "sound")
    large = Given("milestones.csv", table + b"\n" * limits.TOGETHER)
    assert "Drop only the tables that change" in refusal(together(large))


def test_the_states_workbook_is_taken_in_as_the_command_does(
    together: Together, tmp_path: Path
) -> None:
    path = later_year(tmp_path / "hosp25_util_data_prelim.xlsx", YEAR)
    said = together(Given(path.name, path.read_bytes()))
    assert not of(said, "wrong")
    (piece,) = of(said, "piece")
    told = [line for part in piece["piece"]["account"] for line in part]
    assert f"hospital report of {YEAR}, preliminary, layout of 2018-2025" in told[0]
    assert "412 general acute care hospital sites in operation answered" in told
    assert any(line.startswith("  appear twice") for line in told)
    changes = of(said, "sound")[0]["changes"]
    assert {name: c["added_count"] for name, c in changes.items() if "hospital" not in name} == {
        "sources": 1, "reports": 2, "unknowns": 0,
    }  # fmt: skip
    assert changes["hospital_programs"]["added_count"] == 412
    other = Given("again.xlsx", path.read_bytes())
    both = together(Given(path.name, path.read_bytes()), other)
    assert f"a report of {YEAR}, and so is" in refusal(both)


def test_the_older_layout_and_a_sheet_as_csv_are_known_already(
    together: Together, tmp_path: Path
) -> None:
    sheet = as_csv(FILES / OLD, "Section 1-4", tmp_path / "Section 1-4.csv")
    for path in (FILES / OLD, sheet):
        said = together(Given(path.name, path.read_bytes()))
        assert "hospital report of 2017" in of(said, "piece")[0]["piece"]["account"][0][0]


def test_a_word_nobody_knows_is_one_cause_and_comes_along_in_a_table(
    together: Together, tmp_path: Path, held: dict[str, bytes]
) -> None:
    def reword(record: dict[str, Any]) -> None:
        if record["LICEE_TOC"] == "District":
            record["LICEE_TOC"] = "Health Care District"

    path = later_year(tmp_path / "a.xlsx", YEAR, reword)
    workbook = Given(path.name, path.read_bytes())
    (wrong,) = of(together(workbook), "wrong")
    (cause,) = wrong["causes"]
    assert (cause["column"], cause["values"]) == ("LICEE_TOC", ["Health Care District"])
    assert "the nearest known is “District”" in cause["problem"]
    assert "state_words.csv" in cause["remedy"]
    assert cause["count"] > len(cause["rows"]) == 8
    words = held["state_words.csv"] + b"ownership,Health Care District,district\n"
    said = together(workbook, Given("state_words.csv", words))
    assert not of(said, "wrong")
    assert of(said, "sound")[0]["changes"]["state_words"]["added_count"] == 1


def test_a_workbook_whose_dates_disagree_is_asked_for_its_year(
    together: Together, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(FILES / NEW)
    page = Page(book["Page 1-6"])
    page.put(page.row(106010735), "FAC_OP_PER_END_DT", "12/31/2021")
    book.save(tmp_path / "two.xlsx")
    content = (tmp_path / "two.xlsx").read_bytes()
    (piece,) = of(together(Given("two.xlsx", content)), "piece")
    assert piece["piece"]["years"] == [2022, 2021]
    assert "--year" not in piece["piece"]["refusal"]
    (piece,) = of(together(Given("two.xlsx", content, year=2022)), "piece")
    assert "hospital report of 2022" in piece["piece"]["account"][0][0]


def test_reports_that_cannot_be_are_told_in_a_sentence(
    together: Together, tmp_path: Path, held: dict[str, bytes]
) -> None:
    def flip(record: dict[str, Any]) -> None:
        if int(record["FAC_NO"]) % 5 < 3 and record[OFFERED]:
            record[OFFERED] = {"Yes": "No", "No": "Yes"}[record[OFFERED]]

    flipped = later_year(tmp_path / "flip.xlsx", YEAR, flip)
    assert "a third or more" in refusal(together(Given("a.xlsx", flipped.read_bytes())))
    future = later_year(tmp_path / "future.xlsx", FUTURE)
    assert "a year in the future" in refusal(together(Given("a.xlsx", future.read_bytes())))
    rows = list(csv.DictReader(io.StringIO(held["hospital_programs.csv"].decode())))
    for row in rows:
        if row["year"] == "2024" and row["inpatient_palliative"]:
            row["inpatient_palliative"] = "No" if row["inpatient_palliative"] == "Yes" else "Yes"
    empty = held["hospital_programs.csv"].partition(b"\n")[0] + b"\n"
    table = Given("hospital_programs.csv", with_rows(empty, *rows))
    (wrong,) = of(together(table), "wrong")
    (cause,) = wrong["causes"]
    assert "answers on the inpatient palliative care program differ from 2024" in cause["problem"]


def test_a_year_to_come_is_told(together: Together, held: dict[str, bytes]) -> None:
    files = new_year(held, FUTURE)
    (wrong,) = of(together(*(Given(n, c) for n, c in files.items())), "wrong")
    assert {c["problem"] for c in wrong["causes"]} == {
        "a year to come: nothing of it can have been reported"
    }


@pytest.mark.parametrize("name", template.kept_by_hand(folder_files()))
def test_a_template_is_accepted_as_it_is(
    together: Together, held: dict[str, bytes], name: str
) -> None:
    content = template.workbook(name, held, "2026-01-01")
    said = together(Given(f"{name.replace('/', '_')}.xlsx", content))
    assert not of(said, "wrong")
    assert {r["piece"]["table"] for r in of(said, "piece")} == {
        *template.kept_by_hand(held)[name], "sources",
    }  # fmt: skip
    assert of(said, "sound")[0]["changes"] == {}


def test_a_template_is_accepted_with_rows_filled_in(
    together: Together, held: dict[str, bytes]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template.workbook("milestones", held, "2026-01-01")))
    book["milestones"].append(
        ["synthetic_2026", "2026-01", "month", "Synthetic", "law", "state", "Made for a test.",
         "synthetic-source"]
    )  # fmt: skip
    book["milestone_counties"].append(["synthetic_2026", "06001", "2026", "synthetic-source", None])
    book["sources"].append(
        ["synthetic-source", "Synthetic", "Synthetic", None, "https://example.org/a",
         book["sources"].cell(2, 6).value, "a page", "own", "cited"]
    )  # fmt: skip
    out = io.BytesIO()
    book.save(out)
    said = together(Given("milestones.xlsx", out.getvalue()))
    assert not of(said, "wrong"), of(said, "wrong")
    changes = of(said, "sound")[0]["changes"]
    assert {name: c["added"] for name, c in changes.items()} == {
        "milestones": ["synthetic_2026"],
        "milestone_counties": ["synthetic_2026, 06001"],
        "sources": ["synthetic-source"],
    }
