"""The edition in force: its tables, and what is kept only as long as it stays in force."""

from __future__ import annotations

import sys
import threading
import time
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from lib import figures
from lib.model import DataError
from lib.store import assembled
from lib.store.place import Place, PlaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lib.store import Store

P = ParamSpec("P")
R = TypeVar("R")

#: Seconds for which a broken folder is not read again: each visitor would wait for the same answer.
REMEMBERED = 5.0

_LOCK = threading.Lock()


class _Force:
    """What is in force: one for the process."""

    store: Store | None = None
    mark = ""
    number = 0
    broken: DataError | None = None
    broken_at = 0.0


def store() -> Store:
    """The tables in force, read at the first call of the process.

    Raises:
        DataError: the tables break their contract; they are read again some seconds later.
    """
    return _Force.store or _first()


def _first() -> Store:
    with _LOCK:
        if _Force.store is not None:
            return _Force.store
        if _Force.broken and time.monotonic() - _Force.broken_at < REMEMBERED:
            raise _Force.broken
        place = Place.configured()
        try:
            _Force.mark = _mark(place)
            _Force.store = assembled(_files(place))
        except DataError as error:
            _Force.broken, _Force.broken_at = error, time.monotonic()
            raise
        return _Force.store


def _mark(place: Place) -> str:
    try:
        return place.mark()
    except PlaceError:
        return ""


def _files(place: Place) -> dict[str, bytes]:
    """The files, or none: the check then says of each table that it is missing."""
    try:
        return place.files()
    except PlaceError as error:
        sys.stderr.write(f"The data cannot be read: {error}\n")
        return {}


def mark() -> str:
    """What the files looked like when the tables in force were read."""
    return _Force.mark


def number() -> int:
    """Counts the editions that this process has served; part of every token of what is kept."""
    return _Force.number


def prepare(held: Store, names: Iterable[str] = figures.REGISTRY) -> None:
    """Build each chart of `held` once, beside the edition in force: slow work, and a last check.

    Whatever a chart raises, this raises: tables that keep their contract may still lack a row
    that a chart needs.
    """
    _let_go("lib.derive.", "lib.figures", "lib.store.")
    for figure_id in names:
        figures.build(held, figure_id, figures.defaults(figure_id, held))


def enforce(held: Store, looked_like: str) -> None:
    """Serve `held` from now on. What was kept of the edition before is let go."""
    with _LOCK:
        _Force.store, _Force.mark = held, looked_like
        _Force.number += 1
        _Force.broken = None
    _let_go("lib.ui.", "server.")


def _let_go(*rooms: str) -> None:
    """Empty the caches of these modules: all are keyed by their tables, so it is only memory."""
    for name, module in list(sys.modules.items()):
        if name.startswith(rooms):
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


def per_edition(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """An `lru_cache` whose values hold for one edition: with the next one all are made anew."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        def made(_number: int, *args: Any, **named: Any) -> R:
            return function(*args, **named)

        cached: Any = lru_cache(maxsize=maxsize)(made)

        @wraps(function)
        def call(*args: P.args, **named: P.kwargs) -> R:
            return cached(_Force.number, *args, **named)  # type: ignore[no-any-return]

        call.cache_clear = cached.cache_clear  # type: ignore[attr-defined]
        return call

    return decorate
