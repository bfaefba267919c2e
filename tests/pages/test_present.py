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


@pytest.mark.parametrize("value", ["0", "-3", "9999999999999", "x", "²"])
def test_odd_scene_falls_back(open_page: Callable[..., Any], value: str) -> None:
    page = open_page("pages/present.py", story="no_program", scene=value)
    assert not page.exception
