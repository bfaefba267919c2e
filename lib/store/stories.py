"""Scripted scenes for presenters, from the files of data/stories/, checked like every table."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.model import DataError, Offence

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Where the stories stand among the files of a store.
FOLDER = "stories/"

#: What a file may hold, and how long its texts may be.
STORY_KEYS = frozenset({"title", "summary", "edition", "scenes"})
SCENE_KEYS = frozenset({"figure", "params", "headline", "notes"})
LONGEST: Mapping[str, int] = {"title": 80, "summary": 300, "headline": 160, "notes": 2000}
MOST_SCENES = 100

MARKUP = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass(frozen=True)
class Scene:
    """One figure with its choices; an empty headline leaves the figure its own."""

    figure_id: str
    params: Mapping[str, str] = field(default_factory=dict)
    headline: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Story:
    """Scenes in the order they are told; `story_id` is the name of the file.

    `edition` is the one in which a presenter's own slides were put together; ours name none.
    """

    story_id: str
    title: str
    summary: str
    scenes: tuple[Scene, ...]
    edition: str = ""


def read_stories(files: Mapping[str, bytes]) -> tuple[Story, ...]:
    """Every story among the files of a store, by file name.

    Raises:
        DataError: with every offence of every file; figures and choices are checked where
            figures are known (`lib.figures.stories`).
    """
    held, offences = read_each(files)
    if offences:
        raise DataError(tuple(offences))
    return held


def read_each(files: Mapping[str, bytes]) -> tuple[tuple[Story, ...], list[Offence]]:
    """Every story that can be read, and all that is wrong with the files.

    A scene that breaks the contract is held as one without a figure, so that the scenes after
    it keep their numbers and can be checked further.
    """
    names = sorted(name for name in files if name.startswith(FOLDER) and name.endswith(".toml"))
    found = [_read(name, files[name]) for name in names]
    offences = [offence for _story, wrong in found for offence in wrong]
    return tuple(story for story, _wrong in found if story is not None), offences


def _read(place: str, content: bytes) -> tuple[Story | None, list[Offence]]:
    try:
        held = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        problem = _("the file is not readable TOML: {reason}").format(reason=error)
        return None, [Offence(place, 0, "", "", problem, _("Compare it with another story."))]
    offences = _unknown(held, STORY_KEYS, place, 0) + _texts(held, ("title", "summary"), place, 0)
    scenes = held.get("scenes", [])
    if not isinstance(scenes, list) or not 1 <= len(scenes) <= MOST_SCENES:
        said = str(len(scenes)) if isinstance(scenes, list) else str(scenes)[:40]
        problem = _("a story has 1 to {most} slides").format(most=MOST_SCENES)
        return None, [*offences, Offence(place, 0, "scenes", said, problem, _("Split the story."))]
    told = []
    for number, scene in enumerate(scenes, start=1):
        wrong = _scene(scene, place, number)
        told.append(Scene("") if wrong else _told(scene))
        offences += wrong
    title, summary, edition = (str(held.get(name, "")) for name in ("title", "summary", "edition"))
    return Story(PurePosixPath(place).stem, title, summary, tuple(told), edition), offences


def _named(figure: object) -> bool:
    return isinstance(figure, str) and bool(figure.strip())


def _told(scene: Mapping[str, Any]) -> Scene:
    headline, notes = (str(scene.get(name, "")) for name in ("headline", "notes"))
    return Scene(scene["figure"], scene.get("params", {}), headline, notes.strip())


def _scene(scene: object, place: str, number: int) -> list[Offence]:
    if not isinstance(scene, dict) or not _named(scene.get("figure")):
        return [
            Offence(place, number, "figure", "", _("the slide has no chart"), _("Name a chart."))
        ]
    offences = _unknown(scene, SCENE_KEYS, place, number)
    offences += _texts(scene, [n for n in ("headline", "notes") if n in scene], place, number)
    params = scene.get("params", {})
    if not isinstance(params, dict) or not all(isinstance(v, str) for v in params.values()):
        problem = _("choices are pairs of a name and a text")
        remedy = _('Write them as params = { split = "beds" }.')
        offences.append(Offence(place, number, "params", str(params)[:60], problem, remedy))
    return offences


def _unknown(held: Mapping[str, Any], known: frozenset[str], place: str, row: int) -> list[Offence]:
    problem = _("no such entry")
    remedy = _("Allowed: {names}.").format(names=", ".join(sorted(known)))
    return [Offence(place, row, key, "", problem, remedy) for key in held if key not in known]


def _texts(
    held: Mapping[str, Any], names: list[str] | tuple[str, ...], place: str, row: int
) -> list[Offence]:
    """Texts that are missing, too long, or hold markup, which no output obeys."""
    offences = []
    for name in names:
        text = held.get(name, "")
        if not isinstance(text, str) or not text.strip():
            offences.append(
                Offence(place, row, name, "", _("the text is missing"), _("Write a sentence."))
            )
        elif len(text) > LONGEST[name]:
            problem = _("{n} characters, at most {most}").format(n=len(text), most=LONGEST[name])
            offences.append(Offence(place, row, name, text[:40], problem, _("Shorten it.")))
        elif MARKUP.search(text):
            problem = _("formatting is ignored; only plain words are shown")
            offences.append(Offence(place, row, name, text[:40], problem, _("Write plain text.")))
    return offences
