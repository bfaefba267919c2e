"""Cells of what leaves as CSV, and the names of files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pandas as pd
import pytest

from lib import figures
from lib.i18n import spoken_in
from lib.model import Column
from lib.outputs import bundle, cells, parcel, saving, tabular, workbook
from lib.store import bundle_files

if TYPE_CHECKING:
    from pathlib import Path

    from lib.model import Figure
    from lib.store import Store


@pytest.mark.parametrize(
    ("cell", "stands"),
    [
        ("+18", "18"),
        ("\u221231", "-31"),
        ("-31", "-31"),
        ("\u22127.2", "-7.2"),
        ("\u00b10", "0"),
        ("518,368", "518368"),
        ("+1,234.5", "1234.5"),
        ("-14%", "-14%"),
        ("+77%", "+77%"),
        ("-$1,200", "-$1,200"),
        ("-1e5", "-1e5"),
        ("06001", "06001"),
        ("+06", "+06"),
        (12.0, 12),
        (0.25, 0.25),
        (-3, -3),
        (None, ""),
        (float("nan"), ""),
        ("from \u22125 to +3", "from -5 to +3"),
    ],
)
def test_numbers_leave_as_numbers(cell: object, stands: object) -> None:
    assert cells.written(cell) == stands


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\u200b=1",
        "\uff1d1+1", "-cmd|' /C calc'!A0", "+110% to under +160% (13)", "- a point of a list",
        "\u22122+3", "=HYPERLINK(\"http://x\")", "1,23=",
    ],
)  # fmt: skip
def test_text_that_could_run_is_disarmed(text: str) -> None:
    written = str(cells.written(text))
    assert written.startswith("'") or written[0] not in "=+-@\t\r\n"


def test_a_report_gives_a_value_as_it_was_typed() -> None:
    rows = pd.DataFrame({"Value": ["1,234", "+18", "\u22125", "=1+1", "06001"]})
    said = cells.text(rows, cells.safe)
    assert said == '\ufeffValue\n"1,234"\n+18\n\u22125\n\'=1+1\n06001\n'


def test_a_number_in_another_language_is_left_as_it_is_written() -> None:
    with spoken_in("de_DE"):
        assert cells.written("1,234") == "1,234"
        assert cells.number("1,234", "General") == (None, "General")


@pytest.fixture
def synthetic(store: Store) -> Figure:
    """A figure whose rows are synthetic and hold one of each kind of cell."""
    line = figures.build(store, "license_line", {})
    one, other = [source.source_id for source in line.sources][:2]
    rows = pd.DataFrame(
        {
            "code": ["06001", "06003", "06005"],
            "name": ["Ca\u00f1ada", "=1+1", 'with, comma and "quotes"'],
            "gap": ["+18", "\u221231", "\u00b10"],
            "beds": [12.0, float("nan"), 1500.0],
            "share": [0.25, -0.5, float("nan")],
            "words": ["92.4%", "518,368", "Not collected here"],
            "source_id": [one, other, one],
        }
    )
    columns = (
        Column("code", "County code"),
        Column("name", "Name"),
        Column("gap", "Difference"),
        Column("beds", "Beds", "count"),
        Column("share", "Share", "share"),
        Column("words", "Value"),
    )
    from dataclasses import replace

    return replace(line, rows=rows, columns=columns, chart=None)


def test_a_csv_is_read_without_being_told_anything(synthetic: Figure, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    saving.save(path, tabular.csv_text(synthetic))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = pd.read_csv(path)
    named = [*(column.label for column in synthetic.columns), "Source"]
    assert list(rows.columns) == named
    assert list(rows["Difference"]) == [18, -31, 0]
    assert rows["Name"][0] == "Ca\u00f1ada"
    assert rows["Name"][1] == "'=1+1"
    assert list(rows["Beds"].dropna()) == [12, 1500]
    assert rows["Value"][1] == "518368"
    assert rows["Source"].nunique() == 2  # they differ by row
    kept = pd.read_csv(path, dtype={"County code": str})
    assert list(kept["County code"]) == ["06001", "06003", "06005"]


def test_the_readme_says_what_the_rows_are_and_which_columns_are_codes(synthetic: Figure) -> None:
    said = parcel.readme([synthetic], "rows.csv", tabular.taken_rows(synthetic))
    assert f"Title: {synthetic.headline}" in said
    assert 'pandas.read_csv("rows.csv", dtype={"County code": str})' in said
    assert "- Difference" in said


def test_a_workbook_holds_numbers_as_numbers_and_codes_as_text(synthetic: Figure) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.xlsx(synthetic)))
    rows, about = book.worksheets
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)
    first, second, third = list(rows.iter_rows(min_row=2, values_only=True))
    assert first[:6] == ("06001", "Ca\u00f1ada", 18, 12, 0.25, 0.924)
    assert second[:6] == ("06003", "=1+1", -31, None, -0.5, 518368)
    assert third[5] == "Not collected here"
    assert rows["F2"].number_format == "0.0%"
    assert rows["C2"].number_format == "+0;-0;0"
    assert not any(cell.data_type == "f" for row in rows.rows for cell in row)
    assert synthetic.headline in {cell.value for row in about.rows for cell in row}


def test_every_variant_reads_back_as_it_is(every_figure: dict[str, Figure]) -> None:
    """No row is lost, no header misread, no cell left armed, in any figure of the registry."""
    for figure in every_figure.values():
        text = tabular.csv_text(figure).removeprefix(cells.BOM)
        lines = list(csv.reader(io.StringIO(text)))
        held = tabular.taken_rows(figure)
        assert lines[0] == [str(label) for label in held.columns]
        assert len(lines) == len(held) + 1
        assert "\u2212" not in text
        for line in lines:
            for cell in line:
                assert not cells.RUNS.match(cell) or cells.NUMBER.fullmatch(cell), cell


def test_tables_are_excels_and_harmless_and_still_those_of_the_bundle(store: Store) -> None:
    for name, content in bundle_files(store).items():
        if name.endswith(".csv"):
            taken = bundle.for_excel(content)
            assert taken == b"\xef\xbb\xbf" + content
            assert bundle.for_excel(taken) == taken
            for line in csv.reader(io.StringIO(content.decode())):
                assert [cells.safe(cell) for cell in line] == line


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["Ca\u00f1ada", "San Jos\u00e9"], "canada_san-jose"),
        (["a/b\\c:d*e?f", "2026.11"], "a-b-c-d-e-f_2026-11"),
        (["equity_gap", "", "California"], "equity-gap_california"),
    ],
)
def test_a_file_name_is_written_alike_everywhere(parts: list[str], name: str) -> None:
    assert saving.stem(parts) == name


def test_names_that_are_cut_or_foreign_stay_apart() -> None:
    long = [saving.stem(["x" * 300 + end]) for end in "ab"]
    foreign = [saving.stem([word]) for word in ("\u0645\u0631\u062d\u0628\u0627", "\u4f60\u597d")]
    assert len({*long, *foreign}) == 4
    assert all(0 < len(name) <= saving.LONGEST and name.isascii() for name in [*long, *foreign])
    assert saving.stem(["CON"]) not in {"con", "CON"}
