"""The Present page: a story is chosen, odd addresses still give a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("query", [{}, {"story": "no_program", "scene": "2"}])
def test_shows_the_story_and_its_files(
    open_page: Callable[..., Any], query: dict[str, str]
) -> None:
    page = open_page("pages/present.py", **query)
    assert not page.exception
    assert "Present a story" in page.title[0].value
    assert any("Download the" in head.value for head in page.header)
    # Nine or six slides become a longer file: that is said where it is offered.
    scenes = 6 if query else 9
    said = [each.value for each in page.markdown if "PowerPoint and PDF have" in each.value]
    assert len(said) == 1
    assert f"have {scenes + 1} slides" in said[0] or f"have {scenes + 2} slides" in said[0]


@pytest.mark.parametrize("value", ["0", "-3", "9999999999999", "x", "²"])
def test_odd_scene_falls_back(open_page: Callable[..., Any], value: str) -> None:
    page = open_page("pages/present.py", story="no_program", scene=value)
    assert not page.exception


def test_the_scenes_of_one_edition_are_not_shown_with_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from lib.ui import edition, present

    story_id = next(iter(present.stories()))
    monkeypatch.setattr(edition._Force, "number", 10_000)
    present._drawn(story_id)[:] = [()]
    assert present._drawn(story_id) == [()]
    monkeypatch.setattr(edition._Force, "number", 10_001)
    assert present._drawn(story_id) == []
