"""A new edition dropped in while the app runs: served when sound, left alone when not."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest

from lib import figures
from lib.ui import edition, library, renewal, warm
from tests.frozen import DATA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

#: Building every chart takes a while; these three stand for all.
FEW = ("milestone_list", "license_line", "unknown_list")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tables that this process serves from, until the test ends."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    monkeypatch.setenv("DATA_DIR", str(copy))
    for name in ("store", "broken"):
        monkeypatch.setattr(edition._Force, name, None)
    for name in ("mark", "number"):
        monkeypatch.setattr(edition._Force, name, getattr(edition._Force, name))
    monkeypatch.setattr(edition._Force, "number", edition._Force.number + 1_000)
    prepare = edition.prepare
    monkeypatch.setattr(edition, "prepare", lambda held: prepare(held, FEW))
    monkeypatch.setattr(renewal, "build_all", lambda: None)
    for name, value in (("refused", None), ("refused_mark", ""), ("seen_mark", "")):
        monkeypatch.setattr(renewal._Watch, name, value)
    library.store()
    return copy


def renamed(folder: Path, title: str) -> None:
    """Give the newest milestone another title (synthetic)."""
    path = folder / "milestones.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    newest = max(rows, key=lambda row: row[header.index("date")])
    newest[header.index("title")] = title
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def shown(page: AppTest) -> str:
    """The words of a page."""
    return " ".join(str(each.value) for each in (*page.markdown, *page.header, *page.subheader))


def titles() -> list[str]:
    return library.figure("milestone_list").rows["title"].tolist()


def test_a_sound_edition_is_served_once_it_has_looked_alike_twice(folder: Path) -> None:
    assert "Synthetic title" not in titles()
    assert not renewal.look()
    renamed(folder, "Synthetic title")
    assert not renewal.look()  # a copy may still be under way
    assert "Synthetic title" not in titles()
    before = library.store()
    assert renewal.look()
    assert "Synthetic title" in titles()
    assert library.store() is not before
    assert not renewal.look()
    assert renewal.refused() is None


def test_a_visitor_goes_on_from_one_edition_to_the_next(
    folder: Path, open_page: Callable[..., AppTest]
) -> None:
    page = open_page("pages/overview.py")
    assert not page.exception
    assert "Synthetic title" not in shown(page)
    renamed(folder, "Synthetic title")
    assert [renewal.look(), renewal.look()] == [False, True]
    page.run()
    assert not page.exception
    assert "Latest: Synthetic title" in shown(page)


def test_a_broken_edition_leaves_the_one_before_in_service(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    held, path = library.store(), folder / "cohorts.csv"
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    assert [renewal.look(), renewal.look(), renewal.look()] == [False, False, False]
    assert library.store() is held
    refused = renewal.refused()
    assert refused is not None
    assert "cohorts" in refused.why
    assert len([r for r in caplog.records if "not served" in r.message]) == 1  # told once
    path.write_bytes(whole)
    assert [renewal.look(), renewal.look()] == [False, True]  # mended: another state of the files
    assert renewal.refused() is None


@pytest.mark.parametrize("spoil", [lambda f: (f / "cohorts.csv").unlink(), shutil.rmtree])
def test_a_missing_file_or_folder_leaves_the_one_before_in_service(
    folder: Path, spoil: Callable[[Path], object]
) -> None:
    held = library.store()
    spoil(folder)
    assert [renewal.look(), renewal.look()] == [False, False]
    assert library.store() is held
    assert renewal.refused() is not None


def test_tables_that_a_chart_cannot_be_drawn_from_are_not_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_store: object, _name: str, _params: object) -> None:
        raise KeyError("a row that the chart needs")

    held = library.store()
    monkeypatch.setattr(edition.figures, "build", failing)
    renamed(folder, "Synthetic title")
    assert [renewal.look(), renewal.look()] == [False, False]
    assert library.store() is held
    assert "a row that the chart needs" in str(renewal.refused())


def test_a_folder_that_was_broken_at_the_start_is_served_when_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    from lib.model import DataError

    path = folder / "cohorts.csv"
    whole = path.read_bytes()
    path.write_bytes(b"cut")
    monkeypatch.setattr(edition._Force, "store", None)
    reads: list[int] = []
    original = edition.assembled
    monkeypatch.setattr(edition, "assembled", lambda files: (reads.append(1), original(files))[1])
    for _visit in range(3):
        with pytest.raises(DataError):
            library.store()
    assert reads == [1]  # remembered for some seconds: not read anew for each visitor
    path.write_bytes(whole)
    assert [renewal.look(), renewal.look()] == [False, True]
    assert library.store().table("cohorts").shape[0] > 0


def test_warming_up_builds_what_the_first_page_shows() -> None:
    assert set(warm.FIRST) <= set(figures.REGISTRY)
