"""A new edition made on a copy of the tables that a test has changed."""

from __future__ import annotations

import csv
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from lib import release
from lib.derive import editions
from lib.model import DataError
from lib.store import load
from tests import frozen
from tests.frozen import DATA

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "9999.12"  # no edition of ours will be after it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of data/ in which the first milestone is filed under another kind (synthetic)."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    path = copy / "milestones.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert ",law,state," in lines[1]
    lines[1] = lines[1].replace(",law,state,", ",report,state,")
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return copy


@pytest.fixture
def known_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headlines before and after (synthetic): `tests/intake/test_take_in.py` builds them all."""
    told = iter([{"license_line": "Then"}, {"license_line": "Now"}])
    monkeypatch.setattr(release, "headlines", lambda _store: next(told))


@pytest.mark.usefixtures("known_lines")
def test_an_edition_sets_down_each_cell_that_changed_and_takes_its_place(folder: Path) -> None:
    before = (DATA / "edition_changes.csv").read_bytes()
    found = release.release(DATA, VERSION, "Synthetic.", "misfiled", folder)
    assert [(c.kind, c.table, c.column, c.before, c.after) for c in found] == [
        ("revised", "milestones", "category", "law", "report")
    ]
    store = load(folder)
    assert store.edition.version == VERSION == editions.versions(store)[-1]
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert (package["version"], package["created"][:10]) == (VERSION, store.edition.date)
    newest = editions.changes_since(store, editions.versions(store)[-2])
    assert newest["row"].tolist() == [found[0].row]
    assert newest["why"].tolist() == ["misfiled"]
    written = (folder / "edition_changes.csv").read_bytes()
    assert written.startswith(before)  # what earlier editions said stays as it stood
    lines = (folder / "edition_headlines.csv").read_text("utf-8").splitlines()
    assert lines[-1] == f"{VERSION},license_line,Then,Now"
    with pytest.raises(ValueError, match=r"no version after 9999\.12"):
        release.release(DATA, "2026.11", "Synthetic.", "", folder)


def test_rows_that_come_and_go_are_told_by_their_key(folder: Path) -> None:
    path = folder / "hospital_districts.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8", newline="\n")
    key = lines[1].partition(",")[0]
    found = release.compared(DATA, folder)
    assert [(c.kind, c.row) for c in found if c.table == "hospital_districts"] == [
        ("withdrawn", key)
    ]
    back = release.compared(folder, DATA)
    assert [(c.kind, c.row) for c in back if c.table == "hospital_districts"] == [("added", key)]


def test_the_key_of_a_row_ends_in_no_space() -> None:
    """A plan without a name (synthetic) is still told apart; the check refuses outer spaces."""
    assert editions.key(("06001", "2024-01-01", "")) == "06001, 2024-01-01,"
    assert editions.key(("06001", "2024-01-01", "A plan")) == "06001, 2024-01-01, A plan"


def test_a_new_table_and_a_new_column_are_one_change_each(folder: Path) -> None:
    before = folder.with_name("before")
    shutil.copytree(folder, before)
    (before / "splits.csv").unlink()
    path = before / "hospital_districts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row[:-1] for row in csv.reader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    last = (DATA / "hospital_districts.csv").read_text("utf-8").split("\n")[0].split(",")[-1]
    for old, new, kind in ((before, folder, "added"), (folder, before, "withdrawn")):
        found = {(c.kind, c.table, c.row, c.column) for c in release.compared(old, new)}
        whole = {(kind, "splits", "*", ""), (kind, "hospital_districts", "*", last.strip())}
        assert {each for each in found if each[2] == "*"} == whole


def test_a_count_that_is_withheld_now_is_not_told_by_the_list(folder: Path) -> None:
    before = folder.with_name("before")
    shutil.copytree(folder, before)
    path = before / "observations" / "context.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    status, value = header.index("status"), header.index("value")
    row = next(row for row in rows if row[status] == "withheld")
    row[status], row[value] = "reported", "7"  # synthetic: as if the count had stood open
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    found = [c for c in release.compared(before, folder) if c.table == "observations/context"]
    assert {(c.column, c.before, c.after) for c in found} == {
        ("status", "reported", "withheld"),
        ("value", "", ""),
    }


def test_a_list_that_contradicts_the_tables_or_the_edition_in_force_is_told(folder: Path) -> None:
    changes = folder / "edition_changes.csv"
    text = changes.read_text("utf-8")
    version = frozen.store().edition.version
    text += f"{version},added,milestones,no_such_milestone,,,,\n{version},added,cities,x,,,,\n"
    changes.write_text(text, encoding="utf-8", newline="\n")
    toml = folder / "edition.toml"
    toml.write_text(toml.read_text("utf-8").replace(version, VERSION), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(folder)
    told = [(o.table, o.column, o.value) for o in caught.value.offences]
    assert told == [
        ("editions", "version", version),
        ("edition_changes", "table", "cities"),
        ("edition_changes", "row", "no_such_milestone"),
    ]


@pytest.mark.usefixtures("known_lines")
def test_a_row_that_an_earlier_edition_added_may_go(tmp_path: Path) -> None:
    table = frozen.store().table("edition_changes")
    added = table[table["kind"].eq("added") & table["table"].eq("unknowns")]
    held = {editions.key(row) for row in _keys(DATA / "unknowns.csv")}
    gone = next(key for key in added["row"] if key in held)
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    path = folder / "unknowns.csv"
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, lineterminator="\n")
        written.writerows([head, *(row for row in rows if editions.key(row[:2]) != gone)])
    found = release.release(DATA, VERSION, "Synthetic.", "", folder)
    assert [(c.kind, c.table, c.row) for c in found] == [("withdrawn", "unknowns", gone)]
    assert load(folder).edition.version == VERSION


def _keys(path: Path) -> list[list[str]]:
    """The first two cells of each row: the key of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row[:2] for row in csv.reader(file)][1:]
