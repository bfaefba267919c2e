"""What is kept on the disk: whole or not at all, ours alone, of this edition and this code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from lib import build, figures
from lib.figures import packing, shelved, stories
from lib.model import DataError
from lib.outputs import drawn_scenes, stage
from lib.store import Store, keeping, shelf
from lib.store.shelf import Shelf
from lib.ui import building, edition

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Forms of every kind: lines with milestones, maps, dots, bars, lists, no chart at all.
SOME = ("license_line", "county_map", "county_numbers", "milestone_timeline", "rural_distance",
        "starter_coalitions", "county_licenses", "equity_gap", "district_dots")  # fmt: skip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for shelves, made by the first that is asked for."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(shelf.SETTING, str(folder))
    return folder


def test_what_is_put_is_got_and_a_spoiled_file_is_not_there(home: Path) -> None:
    held = Shelf.of({"a.csv": b"1"})
    assert held.get("words") is None
    assert held.put("words", b"synthetic" * 100)
    assert held.get("words") == b"synthetic" * 100
    assert [each.stat().st_mode & 0o077 for each in home.rglob("*")] == [0, 0]
    (file,) = (each for each in home.rglob("*") if each.is_file())
    file.write_bytes(file.read_bytes()[:-1])
    assert held.get("words") is None


def test_other_data_code_or_language_have_another_shelf(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lib import i18n

    first = Shelf.of({"a.csv": b"1", "b.csv": b"2"}).folder
    assert first == Shelf.of({"b.csv": b"2", "a.csv": b"1"}).folder
    others = {Shelf.of({"a.csv": b"12", "b.csv": b""}).folder}
    with i18n.spoken_in("es_US"):
        others.add(Shelf.of({"a.csv": b"1", "b.csv": b"2"}).folder)
    monkeypatch.setattr(shelf, "code_mark", lambda: "another version")
    others.add(Shelf.of({"a.csv": b"1", "b.csv": b"2"}).folder)
    assert len(others) == 3
    assert first not in others


def test_nothing_is_read_from_a_folder_that_others_may_write_to(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir(mode=0o700)
    assert Shelf.of({}).folder is not None
    home.chmod(0o777)
    assert Shelf.of({}).folder is None
    home.chmod(0o755)
    assert Shelf.of({}).folder is not None
    home.rename(home.with_name("elsewhere"))
    home.symlink_to(home.with_name("elsewhere"))
    assert Shelf.of({}).folder is not None  # as systemd sets it for a user that comes and goes
    monkeypatch.setattr(shelf.tempfile, "gettempdir", lambda: str(home.parent))
    assert Shelf.of({}).folder is None
    monkeypatch.setenv(shelf.SETTING, "off")
    assert not Shelf.of({}).put("words", b"synthetic")


def test_a_shelf_that_cannot_be_written_is_none(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_bytes(b"a file stands where the folder should be")
    assert Shelf.of({}).folder is None
    assert not Shelf(home / "shelf").put("words", b"synthetic")
    assert Shelf(home / "shelf").get("words") is None


def test_a_full_shelf_takes_nothing_more_and_old_shelves_go(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST", 200)
    monkeypatch.setattr(shelf, "SUMMED", 0.0)
    held = Shelf.of({})
    assert held.put("one", os.urandom(120))
    assert not held.put("two", os.urandom(120))
    for age in range(6):
        Shelf(home / f"old{age}").put("words", b"synthetic")
        os.utime(home / f"old{age}", (1_000_000 - age, 1_000_000 - age))
    held.clear_others()
    assert {each.name for each in home.iterdir()} == {held.folder.name, "old0", "old1", "old2"}  # type: ignore[union-attr]


def test_tables_come_back_as_they_were_checked(home: Path, store: Store) -> None:
    held = Shelf.of(store.files)
    assert keeping.get(held, store.files) is None
    assert keeping.put(held, store)
    again = keeping.get(held, store.files)
    assert again is not None
    assert (again.edition, again.topology) == (store.edition, store.topology)
    assert list(again.frames()) == list(store.frames())
    for name, frame in store.frames().items():
        pd.testing.assert_frame_equal(frame, again.frames()[name], check_exact=True)


@pytest.mark.parametrize("figure_id", SOME)
def test_a_figure_comes_back_as_it_was_built(store: Store, figure_id: str) -> None:
    built = figures.build(store, figure_id, figures.defaults(figure_id, store))
    again = packing.unpacked(packing.packed(built))
    pd.testing.assert_frame_equal(built.rows, again.rows, check_exact=True)
    assert list(map(str, built.rows.dtypes)) == list(map(str, again.rows.dtypes))
    told = {name for name in vars(built) if name not in ("rows", "chart")}
    assert {name: getattr(built, name) for name in told} == {
        name: getattr(again, name) for name in told
    }
    if built.chart is None:
        assert again.chart is None
    else:
        one: Any = built.chart
        other: Any = again.chart
        assert dict(one) == dict(other)
        assert (one.name, one.twin, one.colors) == (other.name, other.twin, other.colors)
        assert dict(one.arguments) == dict(other.arguments)


def test_what_is_not_ours_is_neither_packed_nor_unpacked(store: Store) -> None:
    from dataclasses import replace

    built = figures.build(store, "license_line", figures.defaults("license_line", store))
    with pytest.raises(TypeError, match="cannot be packed"):
        packing.packed(replace(built, params={"a": Path()}))  # type: ignore[dict-item]
    for spoiled in (b"", b"\0\0\0\2{}", packing.packed(built)[:-1]):
        with pytest.raises(ValueError):
            packing.unpacked(spoiled)
    called = packing.joined({"~": "record", "v": ["subprocess:Popen", {"args": "true"}]}, [])
    with pytest.raises(ValueError, match="none of ours"):
        packing.unpacked(called)


def test_a_figure_is_read_from_its_shelf_and_built_where_that_is_spoiled(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, params = Shelf.of(store.files), figures.defaults("license_line", store)
    shelved.put(store, held, "license_line", params)

    def never(*_args: object) -> None:
        raise AssertionError("built again")

    with monkeypatch.context() as patched:
        patched.setattr(figures, "build", never)
        kept = shelved.shelved(store, held, "license_line", params)
    for file in home.rglob("*"):
        if file.is_file():
            file.write_bytes(b"spoiled")
    assert shelved.shelved(store, held, "license_line", params).headline == kept.headline


def test_a_build_puts_tables_and_figures_there_once(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [("milestone_list", figures.defaults("milestone_list", store))]
    monkeypatch.setattr(shelved, "every", lambda _store: iter(few))
    told: list[str] = []
    monkeypatch.setattr(
        drawn_scenes, "draw", lambda _shelf, story, _figures, _shapes: told.append(story.story_id)
    )
    assert build.build(store.files, "figures") == 1
    assert told == list(stories.stories(store))
    assert build.build(store.files, "figures") == 0
    held = Shelf.of(store.files)
    assert held.has(keeping.TABLES)
    assert held.has(shelved.FIGURES)
    assert not held.has(shelved.PLACES)


def test_a_story_is_drawn_once_and_then_read(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, story = Shelf.of(store.files), next(iter(stories.stories(store).values()))
    built = stories.scenes(story, lambda name, **params: figures.build(store, name, params))
    drawn = iter(range(100))
    monkeypatch.setattr(
        stage,
        "scenes",
        lambda story, figures, _shapes: (
            stage.shown(scene, figure, f"<svg>synthetic {next(drawn)}</svg>")
            for scene, figure in zip(story.scenes, figures, strict=True)
        ),
    )
    assert drawn_scenes.kept(held, story, built) is None
    for _time in range(2):
        drawn_scenes.draw(held, story, built, store.topology)
    again = drawn_scenes.kept(held, story, built)
    assert again is not None
    assert [each.svg for each in again] == [
        f"<svg>synthetic {place}</svg>" for place in range(len(built))
    ]
    assert [each.title for each in again] == [figure.headline for figure in built]
    assert drawn_scenes.kept(held, story, built[1:]) is None


def test_a_build_of_broken_tables_or_without_a_folder_says_so(
    home: Path, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DataError):
        build.build({**store.files, "cohorts.csv": b"cut"})
    monkeypatch.setenv(shelf.SETTING, "off")
    monkeypatch.setattr(os, "nice", lambda _by: 0)
    assert build.main([]) == 2
    assert "DASHBOARD_CACHE" in capsys.readouterr().err


def test_the_process_that_builds_is_told_nothing_of_this_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Mapping[str, str]] = []
    monkeypatch.setenv("A_SECRET", "synthetic")
    monkeypatch.setattr(building.subprocess, "run", lambda *_a, env, **_n: seen.append(env))
    assert not building.ask_for("figures", Shelf.of({}))
    assert seen[0][shelf.SETTING] == str(home)
    assert "A_SECRET" not in seen[0]
    assert set(seen[0]) <= {
        shelf.SETTING, "DATA_DIR", "DASHBOARD_LOCALE", "LANG", "PYTHONDONTWRITEBYTECODE",
        "PYTHONUTF8", "SYSTEMROOT",
    }  # fmt: skip


def test_many_who_ask_at_once_have_one_work() -> None:
    import threading
    from concurrent.futures import ThreadPoolExecutor

    begun: list[int] = []
    gate = threading.Event()

    @edition.per_edition(maxsize=2)
    def slow(number: int) -> int:
        begun.append(number)
        assert gate.wait(10)
        if number < 0:
            raise ValueError("synthetic")
        return number * 2

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(slow, number) for number in [1, 2] * 4]
        gate.set()
        assert sorted(each.result() for each in asked) == [2] * 4 + [4] * 4
    assert sorted(begun) == [1, 2]
    for number in (3, 4, 1):  # the oldest are let go
        slow(number)
    assert sorted(begun) == [1, 1, 2, 3, 4]
    for _try in range(2):  # a failure is not kept
        with pytest.raises(ValueError, match="synthetic"):
            slow(-1)
    assert begun.count(-1) == 2
