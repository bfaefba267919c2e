"""Stories: those that ship can be told; those that break the contract say where and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lib.figures import stories
from lib.model import DataError
from lib.store.stories import read_stories

if TYPE_CHECKING:
    from lib.store import Store

START = 'title = "A"\nsummary = "B"\n'


def scene(more: str = "", figure: str = "license_line") -> str:
    return f'[[scenes]]\nfigure = "{figure}"\nnotes = "Say it."\n{more}\n'


def test_four_stories_ship_and_every_scene_can_be_shown(store: Store) -> None:
    held = stories.stories(store)
    assert {"hospital_care", "learning_communities", "no_program", "not_counted"} <= held.keys()
    assert all(scene.notes for story in held.values() for scene in story.scenes)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (START + scene(figure="no_such_figure"), "figure"),
        (START + scene('params = { split = "moon" }', figure="site_split"), "split"),
        (START + scene(figure=""), "figure"),
        (START, "scenes"),
        (START + scene() * 200, "scenes"),
        (START + scene(f'headline = "{"x" * 400}"'), "headline"),
        (START + scene('headline = "<b>Bold</b>"'), "headline"),
        (START + scene("params = { split = 3 }"), "params"),
        (START + scene('color = "red"'), "color"),
        ("title = ", ""),
    ],
)
def test_broken_story_names_its_fault(store: Store, text: str, column: str) -> None:
    broken = replace(store, files={"stories/one.toml": text.encode()})
    with pytest.raises(DataError) as error:
        stories.stories(broken)
    assert column in {offence.column for offence in error.value.offences}
    assert all(offence.remedy for offence in error.value.offences)


def test_sixty_scenes_are_fine() -> None:
    files = {"stories/long.toml": (START + scene() * 60).encode()}
    assert len(read_stories(files)[0].scenes) == 60
