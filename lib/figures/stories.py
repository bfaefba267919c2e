"""Stories as figures: every scene checked against the registry, then built."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib import figures
from lib.i18n import _
from lib.model import DataError, Offence
from lib.store.stories import Story, read_stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure
    from lib.store import Store


def stories(store: Store) -> dict[str, Story]:
    """Every story of the edition by its id, in the order of the files.

    Raises:
        DataError: a file breaks the contract, or names a figure or a choice that is not there.
    """
    held = read_stories(store.files)
    offences = [offence for story in held for offence in check(store, story)]
    if offences:
        raise DataError(tuple(offences))
    return {story.story_id: story for story in held}


def check(store: Store, story: Story) -> list[Offence]:
    """Scenes that name an unknown figure, or a choice the figure does not offer."""
    offences = []
    place = f"stories/{story.story_id}.toml"
    for number, scene in enumerate(story.scenes, start=1):
        if not scene.figure_id:
            continue  # its form is broken, which the reader of the file has said
        if scene.figure_id not in figures.REGISTRY:
            problem = _("no chart has this name")
            remedy = _("Allowed: {names}.").format(names=", ".join(sorted(figures.REGISTRY)))
            offences.append(Offence(place, number, "figure", scene.figure_id, problem, remedy))
            continue
        allowed = figures.options(scene.figure_id, store)
        for name, value in scene.params.items():
            if value not in allowed.get(name, ()):
                said = ", ".join(allowed.get(name, ())) or ", ".join(allowed) or _("none")
                problem = _("the chart does not offer this choice")
                remedy = _("Allowed: {names}.").format(names=said)
                offences.append(Offence(place, number, name, value, problem, remedy))
    return offences


def scenes(story: Story, build: Callable[..., Figure]) -> tuple[Figure, ...]:
    """The figures of a story, each with the headline the story gives it.

    `story` has been checked; `build` gives the figure of an id and its choices.
    """
    built = []
    for scene in story.scenes:
        figure = build(scene.figure_id, **scene.params)
        built.append(replace(figure, headline=scene.headline) if scene.headline else figure)
    return tuple(built)
