"""The pictures of a story on the shelf of their edition: drawn once for all processes, then read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lib.outputs import stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store.shelf import Shelf
    from lib.store.stories import Story


def put(shelf: Shelf, story: Story, shown: Sequence[Shown]) -> None:
    """Put the pictures of a story on the shelf."""
    shelf.put(_name(story), json.dumps([each.svg for each in shown]).encode())


def draw(shelf: Shelf, story: Story, figures: Sequence[Figure], topology: dict[str, Any]) -> None:
    """Draw a story and put it on the shelf, if it is not there."""
    if not shelf.has(_name(story)):
        put(shelf, story, tuple(stage.scenes(story, figures, topology)))


def kept(shelf: Shelf, story: Story, figures: Sequence[Figure]) -> tuple[Shown, ...] | None:
    """The scenes of a story with their pictures from the shelf; None where they are not there."""
    content = shelf.get(_name(story))
    if content is None:
        return None
    pictures = json.loads(content)
    if len(pictures) != len(figures):
        return None
    told = zip(story.scenes, figures, pictures, strict=True)
    return tuple(stage.shown(scene, figure, svg) for scene, figure, svg in told)


def _name(story: Story) -> str:
    return f"story {story.story_id}"
