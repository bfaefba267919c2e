"""A presenter's own slides as a file: a story like those of `data/stories/`, written and read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.outputs.slide_link import LONGEST_HEADLINE, MOST_SLIDES, OWN, clean
from lib.store.stories import FOLDER, Scene, Story, read_each
from lib.wording import slide_links as travel, slides as words

if TYPE_CHECKING:
    from lib.model import Offence

#: Bytes: a hundred slides with the longest notes are no larger.
LARGEST = 300_000

ENDING = "toml"


@dataclass(frozen=True)
class Opened:
    """What a file holds: slides, or a sentence on why there are none.

    `offences` are what the check of stories finds wrong; `shortened` headlines were too long.
    """

    story: Story | None = None
    total: int = 0
    shortened: int = 0
    fault: str = ""
    offences: tuple[Offence, ...] = ()


def text(story: Story) -> str:
    """The slides as the text of a file that `lib.store.stories` reads."""
    head = [
        *(f"# {line}" for line in travel.file_lines()),
        f"title = {_quoted(story.title or words.untitled())}",
        f"summary = {_quoted(story.summary or words.summary(len(story.scenes)))}",
        f"edition = {_quoted(story.edition)}",
    ]
    return "\n".join([*head, *(_scene(scene) for scene in story.scenes)]) + "\n"


def _scene(scene: Scene) -> str:
    lines = ["", "[[scenes]]", f"figure = {_quoted(scene.figure_id)}"]
    if scene.params:
        chosen = ", ".join(f"{name} = {_quoted(v)}" for name, v in sorted(scene.params.items()))
        lines.append(f"params = {{ {chosen} }}")
    for name, said in (("headline", scene.headline), ("notes", scene.notes)):
        if said:
            lines.append(f"{name} = {_quoted(said)}")
    return "\n".join(lines)


def _quoted(said: str) -> str:
    """A text between quotation marks: what JSON escapes, TOML reads alike."""
    return json.dumps(said, ensure_ascii=False).replace("\x7f", "\\u007f")


def opened(content: bytes) -> Opened:
    """What a visitor's file holds; whatever it is, a sentence comes back and no exception."""
    if len(content) > LARGEST:
        return Opened(fault=travel.file_large(len(content), LARGEST))
    held, offences = read_each({f"{FOLDER}{OWN}.toml": content})
    if not held:
        return Opened(fault=travel.file_unread(), offences=tuple(offences))
    if offences:
        return Opened(fault=travel.file_wrong(len(offences)), offences=tuple(offences))
    told = held[0]
    long = sum(len(scene.headline) > LONGEST_HEADLINE for scene in told.scenes)
    scenes = tuple(
        Scene(scene.figure_id, scene.params, clean(scene.headline, LONGEST_HEADLINE), scene.notes)
        for scene in told.scenes[:MOST_SLIDES]
    )
    story = Story(OWN, told.title, told.summary, scenes, told.edition)
    return Opened(story, len(told.scenes), long)
