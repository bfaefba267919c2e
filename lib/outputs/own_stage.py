"""A presenter's own slides, drawn: each once, whatever place it is moved to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lib.i18n import _
from lib.outputs import card, drawing, slides, words
from lib.outputs.stage import NUMBER, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from lib.model import Figure
    from lib.store.stories import Scene


@dataclass(frozen=True)
class Drawn:
    """A slide without its number: drawn again only when its chart or its headline changes."""

    figure: Figure
    svg: str
    credit: str


def key(scene: Scene, edition: str) -> str:
    """What tells one drawn slide from another."""
    said = repr((edition, scene.figure_id, sorted(scene.params.items()), scene.headline))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def drawn(scene: Scene, figure: Figure, topology: dict[str, Any]) -> Drawn:
    """One slide, its number left open."""
    shown, credit = slides.own(figure, scene.headline), slides.credit(figure, scene.headline)
    prefix = f"o{key(scene, figure.edition.version)}-"
    picture = card.picture(shown, topology, card.SLIDE, number=NUMBER, prefix=prefix, credit=credit)
    return Drawn(shown, drawing.text(picture), credit)


def scenes(
    told: Sequence[Scene],
    figures: Sequence[Figure],
    topology: dict[str, Any],
    kept: MutableMapping[str, Drawn],
) -> Iterator[Shown]:
    """Each slide in its place, drawn one after the other so that progress can be shown.

    `figures` have headlines of their own. `kept` is what was drawn before, by `key`: what is drawn
    now is put there, and what is no slide any more goes.
    """
    before = dict(kept)
    kept.clear()
    for place, (scene, figure) in enumerate(zip(told, figures, strict=True), start=1):
        name = key(scene, figure.edition.version)
        made = before.get(name) or kept.get(name) or drawn(scene, figure, topology)
        kept[name] = made
        number = _("{n} of {total}").format(n=place, total=len(told))
        svg = made.svg.replace(NUMBER, number)
        link = words.place_of(figure)
        yield Shown(
            made.figure.headline, svg, figure.alt, scene.notes, link, made.figure, made.credit,
            bare=made.svg, number=number,
        )  # fmt: skip
