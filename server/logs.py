"""What a server writes down: lines for people, or JSON where the operator asks for it.

``LOG_FORMAT=json`` writes one object a line. No line holds an address, a choice or a browser of a
visitor: Streamlit and the server that carries it log no requests, and our own lines speak of tables.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version

from lib.model import DataError

LOG = logging.getLogger("dashboard")

#: Whose lines are ours to write: the dashboard's, Streamlit's, the server's below it.
WRITERS = ("dashboard", "streamlit", "uvicorn")

PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, who writes, what; and the trace where there is one."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def is_json() -> bool:
    """True where the operator asks for JSON."""
    return os.environ.get("LOG_FORMAT", "").strip().lower() == "json"


def set_up() -> None:
    """Write our own lines, and everybody's in the format that is asked for."""
    if not LOG.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(Json() if is_json() else logging.Formatter(PLAIN))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
    if not is_json():
        return
    from streamlit import config

    # A trace in a frame of lines is for a terminal.
    config.set_option("logger.enableRich", value=False)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if name.partition(".")[0] in WRITERS and isinstance(logger, logging.Logger):
            for each in logger.handlers:
                each.setFormatter(Json())


def say_start() -> None:
    """One line on what is served: versions, edition, tables, rows, and how long it took."""
    # Imported here: Streamlit's caches are ready only once its runtime has started.
    from lib.ui import edition

    took = time.clock_gettime(time.CLOCK_MONOTONIC) - _started() if _started() else 0.0
    try:
        held = edition.store()
    except DataError as error:
        LOG.error("Started without data: %d errors in the tables", len(error.offences))
        return
    frames = held.frames()
    LOG.info(
        "Started: edition %s of %s, %d tables, %s rows; code %s, Streamlit %s; ready after %.1f s",
        held.edition.version,
        held.edition.date,
        len(frames),
        f"{sum(map(len, frames.values())):,}",
        edition.code()[:12],
        version("streamlit"),
        took,
    )


def _started() -> float:
    """When this process began, on the clock of the machine's uptime; 0 where nobody says."""
    try:
        with open("/proc/self/stat", encoding="ascii") as file:  # noqa: PTH123 - a file of the system
            fields = file.read().rpartition(")")[2].split()
        return int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError):
        return 0.0
