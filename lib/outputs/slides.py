"""Slides of a presenter's own: what an edition has of them, and what keeps them honest.

A headline of the presenter's stands over the chart's own finding, which becomes the first words of
the subtitle; the foot says whose headline it is; a number in it that the chart does not have, and a
chart whose numbers are not those of the edition in which it was chosen, are named.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lib import figures
from lib.derive.rounding import half_up
from lib.outputs.tabular import table_rows, written
from lib.subjects.milestones import overlay
from lib.wording import numbers, slides as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lib.model import Figure
    from lib.store import Store
    from lib.store.stories import Scene

#: A number as it is written in a sentence, not one inside of a word ("3rd", "B2").
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w]|[.,]\d)")

#: Choices that a slide always makes: what a pointer explains on a page, no room can read.
FOR_A_ROOM = {"cohort_timeline": {"cohort_overlay": "none"}}

#: A large number may be written in thousands, millions or billions.
LARGE = (1e3, 1e6, 1e9)


@dataclass(frozen=True)
class Sorted:
    """The slides that can be shown, and the names of those that cannot."""

    scenes: tuple[Scene, ...]
    marks: tuple[str, ...]
    left_out: tuple[str, ...]


def usable(
    scenes: Sequence[Scene],
    marks: Sequence[str],
    store: Store,
    build: Callable[..., Figure],
) -> Sorted:
    """Sort slides by whether this edition has their chart with their choices.

    A chart with another choice than was meant (another county) is no slide: it is left out.
    """
    kept, kept_marks, left_out = [], [], []
    for scene, mark in zip(scenes, marks, strict=True):
        if (whole := filled(scene, store)) is None or not _builds(whole, build):
            left_out.append(_named(scene))
        else:
            kept.append(whole)
            kept_marks.append(mark)
    return Sorted(tuple(kept), tuple(kept_marks), tuple(left_out))


def filled(scene: Scene, store: Store) -> Scene | None:
    """The slide with every choice of its chart named; None where there is no such chart or choice."""
    if scene.figure_id not in figures.REGISTRY:
        return None
    allowed = figures.options(scene.figure_id, store)
    own = {name: value for name, value in scene.params.items() if name != overlay.PARAMETER}
    if any(value and value not in allowed.get(name, ()) for name, value in own.items()):
        return None
    if set(own) - set(allowed):
        return None
    given = {name: value for name, value in scene.params.items() if value}
    chosen = {**figures.defaults(scene.figure_id, store), **given}
    return replace(scene, params={**chosen, **FOR_A_ROOM.get(scene.figure_id, {})})


def _builds(scene: Scene, build: Callable[..., Figure]) -> bool:
    try:
        build(scene.figure_id, **scene.params)
    except (KeyError, ValueError, IndexError):  # such as a district that its chamber does not have
        return False
    return True


def _named(scene: Scene) -> str:
    chosen = ", ".join(f"{name}={value}" for name, value in scene.params.items() if value)
    return f"{scene.figure_id} ({chosen})"[:80] if chosen else scene.figure_id


def own(figure: Figure, headline: str) -> Figure:
    """The figure under a presenter's headline: its finding stands first in the subtitle."""
    if not headline or headline == figure.headline:
        return figure
    under = words.finding_first(figure.headline.rstrip("."), figure.subtitle)
    return replace(figure, headline=headline, subtitle=under)


def credit(figure: Figure, headline: str) -> str:
    """Whose headline it is, for the foot of the slide; empty over the figure's own."""
    return words.whose() if headline and headline != figure.headline else ""


def strange_numbers(headline: str, figure: Figure) -> tuple[str, ...]:
    """The numbers of a headline that stand nowhere in the figure, as they are written."""
    if not (said := NUMBER.findall(headline)):
        return ()
    known = _known(figure)
    return tuple(dict.fromkeys(text for text in said if _value(text) not in known))


@lru_cache(maxsize=128)
def _known(figure: Figure) -> frozenset[float]:
    """Every number of a figure: in its words, cells and claims, exact and as it may be rounded."""
    texts = [figure.headline, figure.subtitle, figure.period, figure.as_of, figure.place]
    for claim in figure.claims:
        texts += [claim.label, claim.value, claim.numerator, claim.denominator]
    texts += [str(cell) for row in _cells(figure) for cell in row]
    found = {_value(text) for each in texts for text in NUMBER.findall(each)}
    return frozenset(found | {value for raw in _raw(figure) for value in _rounded(raw)})


def _cells(figure: Figure) -> Iterator[tuple[object, ...]]:
    yield from written(table_rows(figure), figure.columns).itertuples(index=False, name=None)


def _raw(figure: Figure) -> Iterator[float]:
    """The values behind the cells, before they were written; shares in percent."""
    for column in figure.columns:
        if column.kind not in ("text", "link"):
            by = 100.0 if column.kind == "share" else 1.0
            for value in figure.rows[column.field]:
                if not numbers.is_missing(value):
                    yield by * float(value)


def _rounded(raw: float) -> Iterable[float]:
    scaled = [raw, *(raw / large for large in LARGE if raw >= large)]
    return {half_up(each, digits) for each in scaled for digits in (0, 1, 2)}


def _value(text: str) -> float:
    return round(float(text.replace(",", "")), 6)


@lru_cache(maxsize=512)
def mark(figure: Figure) -> str:
    """Six letters that change with the numbers of a figure, and not with its words."""
    cells = " ".join(str(cell) for row in _cells(figure) for cell in row)
    said = NUMBER.findall(f"{figure.headline} {cells}")
    # Languages set thousands and decimals apart by other signs: only the digits count.
    found = sorted(text.replace(",", "").replace(".", "") for text in said)
    digest = hashlib.sha256(" ".join(found).encode()).digest()
    return base64.urlsafe_b64encode(digest[:6]).decode()[:6]
