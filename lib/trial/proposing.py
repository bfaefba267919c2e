"""What sound files would change: figures, headlines, pictures, and the edition that they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lib import figures, release, theme
from lib.figures.stories import check
from lib.i18n import _
from lib.model import Offence
from lib.outputs import image
from lib.store import assembled, bundle_files
from lib.store.stories import read_each
from lib.trial.model import Headline, Picture
from lib.trial.prints import print_of
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lib.model import Figure
    from lib.store import Store
    from lib.trial.prints import Print


class UndrawableError(Exception):
    """A figure that cannot be built from the new tables."""

    def __init__(self, offence: Offence) -> None:
        self.offence = offence
        super().__init__(str(offence))


@dataclass(frozen=True)
class Compared:
    """The figures that would show something else, in order, and how many there are in all."""

    headlines: tuple[Headline, ...]
    drawable: tuple[str, ...]
    built: int


def compared(
    before: Store, after: Store, known: Mapping[str, Print], tell: Callable[[float], object]
) -> Compared:
    """Every figure of both, with its usual choices.

    `known` are the prints of figures of this edition, so that most need not be built again; `tell`
    hears the share done.

    Raises:
        UndrawableError: one cannot be built from the new tables.
    """
    headlines: list[Headline] = []
    drawable: list[str] = []
    names = list(figures.REGISTRY)
    for place, figure_id in enumerate(names, 1):
        new = _built(after, figure_id)
        then, now = known.get(figure_id) or print_of(_usual(before, figure_id)), print_of(new)
        if then.headline != now.headline:
            headlines.append(Headline(figure_id, then.headline, now.headline))
        if then != now and new.chart is not None and _usual(before, figure_id).chart is not None:
            drawable.append(figure_id)
        tell(place / len(names))
    return Compared(tuple(headlines), tuple(drawable), len(names))


def _built(store: Store, figure_id: str) -> Figure:
    try:
        return _usual(store, figure_id)
    except Exception as error:  # whatever it is, the steward must hear of it
        problem = _("this chart cannot be drawn from it ({error})")
        remedy = _("See whether a row that the chart needs is missing.")
        said = problem.format(error=repr(error)[:200])
        raise UndrawableError(Offence(figure_id, 0, "", figure_id, said, remedy)) from error


def _usual(store: Store, figure_id: str) -> Figure:
    return figures.build(store, figure_id, figures.defaults(figure_id, store))


def pictures(
    before: Store,
    after: Store,
    names: Sequence[str],
    mode: theme.Mode,
    tell: Callable[[float], object],
) -> list[Picture]:
    """These figures as they are and as they would be."""
    drawn: list[Picture] = []
    for place, figure_id in enumerate(names, 1):
        old, new = _usual(before, figure_id), _usual(after, figure_id)
        first, second = (image.beside_png(each, each_store.topology, mode)
                         for each, each_store in ((old, before), (new, after)))  # fmt: skip
        drawn.append(Picture(figure_id, first, second, old.alt, new.alt))
        tell(place / len(names))
    return drawn


def untold(held: Mapping[str, bytes], after: Store) -> list[Offence]:
    """What the stories of the edition could not tell any more."""
    stories, _wrong = read_each(held)
    return [offence for story in stories for offence in check(after, story)]


@dataclass(frozen=True)
class Proposed:
    """The files of `data/` that differ, and the version that they make ("" where nothing does).

    `store` has the tables as that edition.
    """

    files: Mapping[str, bytes]
    version: str
    store: Store


def proposed(
    before: Store, after: Store, headlines: Sequence[Headline], notes: Sequence[str]
) -> Proposed:
    """The new tables as the next edition; an edition that the files bring themselves stays theirs.

    What is withheld is withheld in them too: they are made of the public files.

    Raises:
        DataError: the edition would break a rule.
    """
    held, new = bundle_files(before), bundle_files(after)
    changed = release.compared_files(held, new)
    version = after.edition.version
    if changed and version == before.edition.version:
        version = release.next_version(before, datetime.now(UTC).date())
        lines = {each.figure_id: (each.before, each.after) for each in headlines}
        tables = list(dict.fromkeys(change.table for change in changed))
        note = " ".join(notes) or _note(tables)
        _found, made = release.edition_files(held, new, version, note, lines=lines)
        after = assembled({**new, **made})
        new = bundle_files(after)
    elif changed:
        after = assembled(new)  # as the edition that the files bring
    files = {name: content for name, content in new.items() if held.get(name) != content}
    return Proposed(files, version if files else "", after)


def _note(tables: Sequence[str]) -> str:
    return _("Changed: {tables}.").format(tables=numbers.listing(list(tables)))
