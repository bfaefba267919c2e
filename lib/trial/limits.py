"""Bounds of a trial: what files may be, and what the process that reads them may take."""

from __future__ import annotations

import contextlib
import os

#: Megabytes of one file; the state's workbook and the largest table have less than one.
LARGEST = 5
#: Bytes of all files together; the whole bundle as tables has five million.
TOGETHER = 20_000_000
#: Files that may be given at once: the proxy takes eleven uploads of one visitor in a second.
FILES = 10
#: Files that a ZIP may hold; the bundle has some sixty.
PACKED = 200
#: Bytes that the files of all ZIPs may unfold to: five times the bundle.
UNPACKED = 25_000_000

#: Bytes that the parts of a spreadsheet may unfold to: many times the largest table.
UNFOLDED = 40_000_000
#: Parts that a spreadsheet may have.
PARTS = 500
#: Rows that are read; the largest table has a sixth of them.
ROWS = 50_000
#: Columns that are read; the widest table has a third of them.
COLUMNS = 100

#: Seconds of full work that reading one file may take; the largest table takes two.
READING = 12
#: Seconds of full work that reading all of them may take.
READING_ALL = 60
#: Seconds of full work that a whole trial may take; one takes about twenty-five.
WORK = 180
#: Seconds on the clock after which a trial is given up: on a busy machine it goes last.
PATIENCE = 400
#: Bytes of memory that a trial may ask for: six times what 49,000 wrong rows took.
MEMORY = 2_000_000_000
#: The same while figures of sound tables are drawn: the drawing engine lays claim to two billion
#: bytes and uses a fifth of them.
MEMORY_DRAWING = 5_000_000_000
#: Files that the process may hold open.
OPEN = 128


def reading(files: int) -> int:
    """Seconds of full work for reading so many files."""
    return min(READING * max(files, 1), READING_ALL)


def bound(seconds: int) -> None:
    """End this process rather than the machine's memory or its time; it may write no file.

    Where the system has no such limits, the clock of the process that asked is the only one.
    """
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY_DRAWING))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN, OPEN))
        # The soft limit ends it; the hard one stays above so that the next step may raise it.
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, WORK + 5))


def bound_drawing() -> None:
    """Leave the drawing engine the memory that it lays claim to."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_DRAWING, MEMORY_DRAWING))


def stand_back() -> None:
    """Let every other process of the machine go first: visitors wait for pages, not for this."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)
