"""The steward's command on stories: each offence with file, scene, entry, value and remedy."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from lib.check import main
from tests.frozen import DATA

if TYPE_CHECKING:
    from pathlib import Path

START = 'title = "A"\nsummary = "B"\n'
GOOD = '[[scenes]]\nfigure = "license_line"\nnotes = "Say it."\n'
BAD = {
    "figure": '[[scenes]]\nfigure = "no_such_figure"\nnotes = "Say it."\n',
    "choice": '[[scenes]]\nfigure = "site_split"\nparams = { split = "moon" }\nnotes = "x"\n',
    "empty": '[[scenes]]\nnotes = "A scene that shows nothing."\n',
    "long": f'[[scenes]]\nfigure = "license_line"\nheadline = "{"y" * 400}"\nnotes = "x"\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The real tables with no story beside them."""
    made = tmp_path / "data"
    shutil.copytree(DATA, made, ignore=shutil.ignore_patterns("stories"))
    (made / "stories").mkdir()
    return made


def said(folder: Path, capsys: pytest.CaptureFixture[str], ends: int) -> str:
    assert main([str(folder)]) == ends
    return capsys.readouterr().out


def test_every_offence_of_every_story_is_listed_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "stories" / "one.toml").write_text(START + GOOD + "".join(BAD.values()), "utf-8")
    (folder / "stories" / "two.toml").write_text(START + GOOD * 200, "utf-8")
    (folder / "stories" / "three.toml").write_text("title = ", "utf-8")
    told = said(folder, capsys, 1)
    one = told[told.index("stories/one.toml") : told.index("stories/three.toml")]
    assert "slide 2, entry figure, value “no_such_figure”: no chart has this name." in one
    assert "slide 3, entry split, value “moon”" in one
    assert "Allowed: ownership, beds, teaching, small_rural, critical_access." in one
    assert "slide 4, entry figure: the slide has no chart.\n      Name a chart." in one
    assert "slide 5, entry headline" in one
    assert "400 characters, at most 160.\n      Shorten it." in one
    assert "entry scenes, value “200”: a story has 1 to 100 slides." in told
    assert "the file is not readable TOML" in told
    assert "6 errors found." in told


def test_broken_tables_do_not_hide_broken_stories(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = folder / "sources.csv"
    sources.write_text(sources.read_text("utf-8").replace("source_id,", "source,", 1), "utf-8")
    (folder / "stories" / "one.toml").write_text(START + BAD["empty"], "utf-8")
    told = said(folder, capsys, 1)
    assert "sources" in told
    assert "stories/one.toml" in told


def test_sixty_scenes_are_sound_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "stories" / "long.toml").write_text(START + GOOD * 60, "utf-8")
    assert "stories: 1 with 60 slides" in said(folder, capsys, 0)


def test_one_fault_of_many_rows_is_told_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = folder / "observations" / "policy.csv"
    head, *rows = policy.read_text("utf-8").splitlines()
    wrong = [row.replace(",total,all,", ",age,all,") for row in rows]
    policy.write_text("\n".join([head, *wrong]) + "\n", "utf-8")
    told = said(folder, capsys, 1)
    assert told.count("the total and the group all belong together") == 1
    assert re.search(r"rows \d+(-\d+)?(, \d+(-\d+)?)*, column group, value “all”", told)


def test_two_measures_in_one_place_of_a_county_page_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measures = folder / "measures.csv"
    text = measures.read_text("utf-8")
    assert text.count(",supply,1,,") == text.count(",supply,2,,") == 1
    measures.write_text(text.replace(",supply,2,,", ",supply,1,,"), "utf-8")
    told = said(folder, capsys, 1)
    assert "column county_order" in told
    assert "another measure of the topic has this place." in told
    assert "1 error found." in told
    unnamed = text.replace(",Hospital sites with outpatient services,supply,2,,", ",,supply,,,")
    measures.write_text(unnamed, "utf-8")
    told = said(folder, capsys, 1)
    assert "it has no name there" in told
    assert "it has no place there" in told
