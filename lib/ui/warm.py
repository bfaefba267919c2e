"""Everything slow, done before it is asked for: imports, tables, figures, frozen memory."""

from __future__ import annotations

import gc
import inspect
import threading
import time
from functools import lru_cache

import pyarrow as pa

from lib import figures, theme
from lib.figures import shelved
from lib.model import DataError
from lib.ui import building, edition, library, present, seek

#: The figures of the page that most visitors open first; they are ready before the first visit.
FIRST = (
    "county_status_map",
    "headline_numbers",
    "four_numbers",
    "license_line",
    "latest_milestones",
)

#: Pause between two figures built behind the visitors' backs, in seconds: they come first.
PAUSE = 0.02

#: While visitors take more than this share of a core the pause goes on, for so many seconds.
BUSY, LONGEST = 0.3, 1.0


class _State:
    """How far the warm-up is: one for the process."""

    is_under_way = False
    began = 0.0
    took = 0.0


def is_under_way() -> bool:
    """True while figures are built behind the first visitors: others should serve them."""
    return _State.is_under_way


def seconds() -> float:
    """What the warm-up took; 0 before its end."""
    return _State.took


@lru_cache(maxsize=1)
def warm() -> None:
    """Read the tables, build the first page and freeze the garbage collector's view.

    After each script run the server collects garbage; with pandas, pyarrow and altair in
    memory that costs most of a rerun unless what is long-lived is frozen first. Broken tables
    do not stop the server: its pages then say which table, row and column to mend.
    """
    _State.began = time.monotonic()
    try:
        library.store()
    except DataError:
        return
    if edition.shelf().has(shelved.FIGURES):
        # Read in half a second now; with visitors about, each reading would wait for its turn.
        for figure_id, params in shelved.every(library.store()):
            library.figure(figure_id, **params)
        for figure_id in figures.REGISTRY:
            _drawn(figure_id, figures.defaults(figure_id, library.store()))
    for figure_id in FIRST:
        _variants(figure_id)
    seek.where()
    # Streamlit looks through the files of all modules once, when the first thing is written.
    inspect.stack()
    gc.collect()
    gc.freeze()


def warm_rest() -> threading.Thread:
    """Build every other figure in a thread of its own, while the first visitors are served."""
    _State.is_under_way = True
    thread = threading.Thread(target=_rest, name="warm-rest", daemon=True)
    thread.start()
    return thread


def _rest() -> None:
    try:
        library.store()
        _stand_back()
        building.ask_for("figures", edition.shelf())
        build_all()
    except DataError:
        return
    finally:
        _State.is_under_way = False
        _State.took = time.monotonic() - _State.began
    _places()
    settle()


def settle() -> None:
    """Give back memory that is no longer needed, and freeze what stays."""
    gc.collect()
    gc.freeze()
    pa.default_memory_pool().release_unused()


def _places() -> None:
    """Work out what all counties and all districts share, where their figures are not built.

    The first visitor of a place would wait a second for it.
    """
    if edition.shelf().has(shelved.PLACES):
        return
    met: set[str] = set()
    for figure_id, params in shelved.of_places(library.store()):
        kind = f"{figure_id} {params.get('chamber')}"
        if kind not in met and params != figures.defaults(figure_id, library.store()):
            met.add(kind)
            library.figure(figure_id, **params)
            _stand_back()


def build_all() -> None:
    """Build every figure of the edition in force, the first page's first, and freeze memory."""
    for figure_id in (*FIRST, *figures.REGISTRY):
        _variants(figure_id)
        # Frozen at once: until then every visitor's rerun would look through it for garbage.
        gc.freeze()
        _stand_back()
    present.draw_first()
    settle()


def _stand_back() -> None:
    """Let visitors go first: go on when the process has had a rest, or after a while."""
    deadline = time.monotonic() + LONGEST
    while True:
        used = time.process_time()
        time.sleep(PAUSE)
        if time.process_time() - used < PAUSE * BUSY or time.monotonic() > deadline:
            return


def _variants(figure_id: str) -> None:
    """Build a figure with its defaults and with each value of its short choices.

    On light ground: a dark page's first visitor waits some milliseconds, and memory is halved.
    """
    for params in shelved.variants(library.store(), figure_id):
        _drawn(figure_id, params)


def _drawn(figure_id: str, params: dict[str, str]) -> None:
    built = library.figure(figure_id, **params)
    library.tabled(figure_id, params)
    if built.chart is not None:
        library.drawn(figure_id, params, theme.Mode.LIGHT)
