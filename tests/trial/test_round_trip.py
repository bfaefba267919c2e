"""Our own downloads, opened and saved in a spreadsheet, and dropped: nothing would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.store import assembled, file_names
from lib.trial.comparing import changes
from lib.trial.model import NOT_HERE, NoteKind
from lib.trial.naming import contract
from tests.trial_files import excel_csv, excel_xlsx, rows_of, sheets_csv

if TYPE_CHECKING:
    from collections.abc import Callable

WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it was downloaded": lambda content: content,
    "saved by Excel as XLSX": excel_xlsx,
    "saved by Excel as CSV": excel_csv,
    "exported by Google Sheets": sheets_csv,
}


def test_the_bundle_that_is_handed_out_keeps_its_contract(held: dict[str, bytes]) -> None:
    assert assembled(held).edition.version


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", [name for name in file_names() if name not in NOT_HERE])
def test_a_table_comes_back_as_it_went(
    read: Callable[..., Any], held: dict[str, bytes], name: str, way: str
) -> None:
    public = held[f"{name}.csv"]
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
