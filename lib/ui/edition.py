"""The edition in force: its tables, and what is kept only as long as it stays in force."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import OrderedDict
from functools import update_wrapper
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

from lib import figures
from lib.model import DataError
from lib.store import assembled, keeping
from lib.store.place import Place, PlaceError
from lib.store.shelf import Shelf, code_mark
from lib.ui import building

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lib.store import Store

P = ParamSpec("P")
R = TypeVar("R")

#: Seconds for which a broken folder is not read again: each visitor would wait for the same answer.
REMEMBERED = 5.0

#: Errors of broken tables that the log holds; `python -m lib.check` lists them all.
TOLD = 20

LOG = logging.getLogger("dashboard.data")

_LOCK = threading.Lock()


class _Force:
    """What is in force: one for the process."""

    store: Store | None = None
    shelf = Shelf(None)
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
            files = _files(place)
            _Force.shelf = Shelf.of(files)
            _Force.store = checked(files, _Force.shelf)
        except DataError as error:
            _tell(error)
            _Force.broken, _Force.broken_at = error, time.monotonic()
            raise
        return _Force.store


def _tell(error: DataError) -> None:
    """Log what is wrong, once for each state of the tables: they are read again and again."""
    if _Force.broken is None or _Force.broken.offences != error.offences:
        told = [str(offence) for offence in error.offences[:TOLD]]
        LOG.error("The tables are broken, %d errors: %s", len(error.offences), "; ".join(told))


def checked(files: Mapping[str, bytes], shelf: Shelf) -> Store:
    """The checked tables of `files`: from their shelf, or read, checked and put there.

    Raises:
        DataError: the tables break their contract.
    """
    kept = keeping.get(shelf, files)
    # Reading and checking leaves ten times the memory behind that the tables take: another
    # process does it. Of broken tables it only says that they are, so they are read here.
    if kept is None and _Force.broken is None and building.ask_for("tables", shelf):
        kept = keeping.get(shelf, files)
    if kept is not None:
        return kept
    made = assembled(files)
    keeping.put(shelf, made)
    return made


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


def shelf() -> Shelf:
    """Where what is worked out of the tables in force is kept on the disk."""
    return _Force.shelf


def code() -> str:
    """Names the version of the code and of what it stands on."""
    return code_mark()


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
        _Force.shelf = Shelf.of(held.files)
        _Force.number += 1
        _Force.broken = None
    _let_go("lib.ui.", "server.")


def _let_go(*rooms: str) -> None:
    """Empty the caches of these modules: all are keyed by their tables, so it is only memory."""
    for name, module in list(sys.modules.items()):
        if name.startswith(rooms):
            # A class that keeps values keeps none itself.
            for value in [each for each in vars(module).values() if not isinstance(each, type)]:
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


class _Kept(Generic[P, R]):
    """A function's values for one edition, each worked out once, however many ask at once."""

    def __init__(self, function: Callable[P, R], maxsize: int) -> None:
        self._function = function
        self._maxsize = maxsize
        self._held: OrderedDict[object, R] = OrderedDict()
        self._turns: dict[object, threading.RLock] = {}
        self._lock = threading.Lock()

    def __call__(self, *args: P.args, **named: P.kwargs) -> R:
        """The value that is kept, or the one that the function now gives."""
        key = (_Force.number, args, tuple(sorted(named.items())))
        try:
            value = self._held[key]
            self._held.move_to_end(key)
        except KeyError:
            return self._made(key, *args, **named)
        return value

    def _made(self, key: object, *args: P.args, **named: P.kwargs) -> R:
        """Work the value out; who asks for it meanwhile waits instead of doing it too."""
        with self._lock:
            turn = self._turns.setdefault(key, threading.RLock())
        with turn:
            if key in self._held:
                return self._held[key]
            try:
                value = self._function(*args, **named)
                with self._lock:
                    self._held[key] = value
                    while len(self._held) > self._maxsize:
                        self._held.popitem(last=False)
            finally:
                self._turns.pop(key, None)
        return value

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._held)

    def cache_clear(self) -> None:
        """Let go of all values."""
        with self._lock:
            self._held.clear()


def per_edition(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the last `maxsize` values of a function, for one edition: with the next all are new."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        return update_wrapper(_Kept(function, maxsize), function)

    return decorate
