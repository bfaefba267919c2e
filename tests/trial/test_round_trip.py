"""Our own downloads, opened and saved in a spreadsheet, and dropped: nothing would change."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from lib.schema import contract
from lib.store import assembled, file_names
from lib.trial.comparing import changes
from lib.trial.model import NOT_HERE, NoteKind
from tests.trial_files import excel_csv, excel_xlsx, rows_of, sheets_csv

if TYPE_CHECKING:
    from collections.abc import Callable

#: Tables up to this length go whole through a spreadsheet.
SHORT = 200

WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it was downloaded": lambda content: content,
    "saved by Excel as XLSX": excel_xlsx,
    "saved by Excel as CSV": excel_csv,
    "exported by Google Sheets": sheets_csv,
}


def test_the_bundle_that_is_handed_out_keeps_its_contract(held: dict[str, bytes]) -> None:
    assert assembled(held).edition.version


def of_each_kind(content: bytes) -> bytes:
    """A long table with one row for each kind of cell a column has: digits alike, letters alike.

    A spreadsheet tells cells apart by their form, so that further rows prove nothing more.
    """
    header, *rows = rows_of(content)
    if len(rows) <= SHORT:
        return content
    kept, seen = [], set()
    for place, row in enumerate(rows):
        kinds = {(at, form(cell)) for at, cell in enumerate(row)}
        if kinds - seen or place < SHORT // 4:
            kept.append(row)
            seen |= kinds
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *kept])
    return out.getvalue().encode()


def form(cell: str) -> str:
    """What a cell looks like to a spreadsheet: words are one kind, and numbers by their digits."""
    if cell[:1].isalpha() and not any(letter.isdigit() for letter in cell):
        return "words"
    if re.fullmatch(r"\d{1,4}-\d{1,2}", cell):
        return cell  # some of these become days or months, as their digits are
    digits = re.sub(r"(?<!^)\d|^[1-9]", "9", cell)  # a zero in front stays apart
    return re.sub(r"[^\W\d_]+", "a", digits)[:24]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", [name for name in file_names() if name not in NOT_HERE])
def test_a_table_comes_back_as_it_went(
    read: Callable[..., Any], held: dict[str, bytes], name: str, way: str
) -> None:
    public = held[f"{name}.csv"]
    public = public if way == "as it was downloaded" else of_each_kind(public)
    ending = "xlsx" if "XLSX" in way else "csv"
    told, table = read(f"{name.replace('/', '_')}.{ending}", WAYS[way](public))
    assert told == name
    assert table.faults == ()
    assert not changes(contract(name), public, table.content)
    assert rows_of(table.content) == rows_of(public)
    mended = [note.text for note in table.notes if note.kind is NoteKind.MENDED]
    causes = [text.partition(": ")[2].partition(":")[0] for text in mended]
    assert len(causes) == len(set(causes))
    if way == "as it was downloaded":
        assert table.notes == ()
