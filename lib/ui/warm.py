"""Everything slow, done before it is asked for: imports, tables, figures, frozen memory."""

from __future__ import annotations

import gc
import inspect
import threading
import time
from functools import lru_cache

from lib import figures, theme
from lib.model import DataError
from lib.outputs import image
from lib.ui import library, present, seek

#: The figures of the page that most visitors open first; they are ready before the first visit.
FIRST = (
    "county_status_map",
    "headline_numbers",
    "four_numbers",
    "license_line",
    "latest_milestones",
)

#: A choice with more values than this is built as it is asked for.
VALUES_BUILT = 12

#: Pause between two figures built behind the visitors' backs, in seconds: they come first.
PAUSE = 0.02


@lru_cache(maxsize=1)
def warm() -> None:
    """Read the tables, build the first page and freeze the garbage collector's view.

    After each script run the server collects garbage; with pandas, pyarrow and altair in
    memory that costs most of a rerun unless what is long-lived is frozen first. Broken tables
    do not stop the server: its pages then say which table, row and column to mend.
    """
    try:
        library.store()
    except DataError:
        return
    for figure_id in FIRST:
        _variants(figure_id)
    seek.where()
    # Streamlit looks through the files of all modules once, when the first thing is written.
    inspect.stack()
    gc.collect()
    gc.freeze()


def warm_rest() -> threading.Thread:
    """Build every other figure in a thread of its own, while the first visitors are served."""
    thread = threading.Thread(target=_rest, name="warm-rest", daemon=True)
    thread.start()
    return thread


def _rest() -> None:
    try:
        library.store()
    except DataError:
        return
    build_all()


def build_all() -> None:
    """Build every figure of the edition in force, the first page's first, and freeze memory."""
    held = library.store()
    for figure_id in FIRST:
        _variants(figure_id)
    for figure_id in figures.REGISTRY:
        _variants(figure_id)
        # Frozen at once: until then every visitor's rerun would look through it for garbage.
        gc.freeze()
        time.sleep(PAUSE)
    # The first picture pays for the drawing engine and the fonts.
    image.svg(library.figure(FIRST[2]), held.topology)
    present.draw_first()
    gc.collect()
    gc.freeze()


def _variants(figure_id: str) -> None:
    """Build a figure with its defaults and with each value of its short choices."""
    defaults = figures.defaults(figure_id, library.store())
    choices = figures.options(figure_id, library.store()).items()
    variants = [defaults] + [
        {**defaults, name: value}
        for name, values in choices
        for value in (values[1:] if len(values) <= VALUES_BUILT else ())
    ]
    for params in variants:
        built = library.figure(figure_id, **params)
        library.tabled(figure_id, params)
        if built.chart is not None:
            for mode in theme.Mode:
                library.drawn(figure_id, params, mode)
