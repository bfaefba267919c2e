"""A new edition while the server runs: noticed, checked and built beside the old one, then served.

A broken one leaves the old in service: the log and the health detail say why, a visitor sees
nothing of it.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from lib.model import DataError
from lib.store import assembled
from lib.store.place import Place, PlaceError
from lib.ui import edition
from lib.ui.warm import build_all

LOG = logging.getLogger("dashboard.data")

#: Seconds between two looks at the files. They must look alike twice: a copy may be under way.
EVERY = 10.0


@dataclass(frozen=True)
class Refused:
    """A newer set of files that is not served: when it was seen, and why."""

    at: str
    why: str


class _Watch:
    """What the watch has seen."""

    refused: Refused | None = None
    refused_mark = ""
    seen_mark = ""


def refused() -> Refused | None:
    """The newer files that could not be served, or None where there are none."""
    return _Watch.refused


def look() -> bool:
    """Look at the files once; serve them where they are new, whole and sound.

    Returns:
        True where another edition is in force now.
    """
    place = Place.configured()
    try:
        mark = place.mark()
    except PlaceError as error:
        _refuse("unreadable", str(error))
        return False
    if mark == edition.mark():
        _Watch.refused, _Watch.refused_mark, _Watch.seen_mark = None, "", mark
        return False
    if mark != _Watch.seen_mark:
        _Watch.seen_mark = mark
        return False
    if mark == _Watch.refused_mark:
        return False
    return _tried(place, mark)


def _tried(place: Place, mark: str) -> bool:
    """Read, check and build the files, and serve them if all goes well."""
    try:
        held = assembled(place.files())
        edition.prepare(held)
    except DataError as error:
        _refuse(mark, f"{len(error.offences)} errors; the first: {error.offences[0]}")
        return False
    except Exception as error:  # whatever it is, the edition in service must stay
        _refuse(mark, repr(error)[:300])
        return False
    edition.enforce(held, mark)
    _Watch.refused, _Watch.refused_mark = None, ""
    LOG.info("Edition %s of %s is served now", held.edition.version, held.edition.date)
    build_all()
    return True


def _refuse(mark: str, why: str) -> None:
    """Remember and log, once for each state of the files, why they are not served."""
    if mark != _Watch.refused_mark:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        _Watch.refused, _Watch.refused_mark = Refused(now, why), mark
        LOG.error("New data are not served, the edition before stays: %s", why)


def watch() -> threading.Thread | None:
    """Look again and again in a thread of its own; ``DATA_WATCH=0`` turns it off."""
    if os.environ.get("DATA_WATCH", "").strip() == "0":
        return None
    thread = threading.Thread(target=_forever, name="data-watch", daemon=True)
    thread.start()
    return thread


def _forever() -> None:
    while True:
        time.sleep(EVERY)
        look()
