"""Works out what every process works out alike, and puts it on the disk: ``python -m lib.build``.

A server that starts then reads it instead (`lib.store.shelf`): the first visitors wait no longer
than the thousandth. Where nothing was built, the first start does it beside the visitors.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING

from lib.model import DataError
from lib.outputs import engine
from lib.store import assembled, keeping
from lib.store.place import Place, PlaceError
from lib.store.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lib.model import Figure
    from lib.store import Store

#: What is built, in this order: checked tables, the figures of the pages, those of all places.
PARTS = ("tables", "figures", "places")

#: How far the process stands back behind those that serve visitors.
NICE = 10


def build(files: Mapping[str, bytes], upto: str = PARTS[-1]) -> int:
    """Put the checked tables of `files`, and their figures up to one of `PARTS`, on their shelf.

    Returns:
        How many figures were looked at: none where all of them are there.

    Raises:
        DataError: the tables break their contract.
        OSError: there is no folder to write to.
    """
    shelf = Shelf.of(files)
    if shelf.folder is None:
        raise OSError("no folder to keep anything in (DASHBOARD_CACHE)")
    shelf.folder.mkdir(mode=0o700, exist_ok=True)
    with _alone(shelf):
        store = keeping.get(shelf, files)
        if store is None:
            store = assembled(files)
            if not keeping.put(shelf, store):
                raise OSError(f"nothing can be written to {shelf.folder}")
        if upto == PARTS[0]:
            return 0
        built = _figures(store, shelf, upto)
        shelf.clear_others()
    return built


def _figures(store: Store, shelf: Shelf, upto: str) -> int:
    # Imported here: a server waits for the tables, and figures take a second to import.
    from lib.figures import shelved

    built = 0
    for part, mark, found in (
        (PARTS[1], shelved.FIGURES, shelved.every),
        (PARTS[2], shelved.PLACES, shelved.of_places),
    ):
        if not shelf.has(mark):
            for figure_id, params in found(store):
                shelved.put(store, shelf, figure_id, params)
                built += 1
            if mark == shelved.FIGURES:
                _stories(store, shelf)
            shelf.put(mark, b"")
        if part == upto:
            break
    return built


def _stories(store: Store, shelf: Shelf) -> None:
    """Draw every story, so that no server has to start its drawing engine for one."""
    from lib import figures
    from lib.figures import shelved, stories
    from lib.outputs import drawn_scenes

    def figure(figure_id: str, **given: str) -> Figure:
        params = {**figures.defaults(figure_id, store), **given}
        return shelved.shelved(store, shelf, figure_id, params)

    for story in stories.stories(store).values():
        drawn_scenes.draw(shelf, story, stories.scenes(story, figure), store.topology)


@contextlib.contextmanager
def _alone(shelf: Shelf) -> Iterator[None]:
    """One process builds, a second one waits and then finds everything there."""
    if os.name == "nt" or shelf.folder is None:
        yield
        return
    import fcntl

    with (shelf.folder / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything is on the disk, 1 when the tables are broken, 2 when nothing can be kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upto", choices=PARTS, default=PARTS[-1], help="the last part built")
    asked = parser.parse_args(arguments)
    if hasattr(os, "nice"):
        os.nice(NICE)
    begun = time.monotonic()
    try:
        built = build(Place.configured().files(), asked.upto)
    except DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except (OSError, PlaceError) as error:
        sys.stderr.write(f"Nothing is built: {error}\n")
        return 2
    sys.stdout.write(f"{built} figures are built, after {time.monotonic() - begun:.1f} s\n")
    return 0


if __name__ == "__main__":
    engine.stay_inside()  # this process is one of its own already
    sys.exit(main())
