"""The edition that numbers are held on: frozen, so that the data of a later one break no test.

`tests/edition.zip` holds the tables as they were once. What is held on it are exact numbers and
whole sentences; `tests/live` asks of the tables in `data/` what must be true of every edition.
Where the contract of a table changes, make it anew and look at what the tests then say:

    python -m tools.freeze_edition
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.store import Store

EDITION = Path(__file__).parent / "edition.zip"


@cache
def _unpacked() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="frozen-edition-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with zipfile.ZipFile(EDITION) as packed:
        packed.extractall(folder)
    return folder


#: The frozen tables as a folder laid out as data/; workers use the one of the process before them.
DATA = Path(os.environ.get("FROZEN_EDITION") or _unpacked())
os.environ["FROZEN_EDITION"] = str(DATA)


@cache
def store() -> Store:
    """The tables of the frozen edition, read and checked once a process; never write to them.

    They are those that opened pages read: what is worked out of them is worked out once for both.
    """
    from lib.ui import edition  # `tests/conftest.py` has said where the tables are

    return edition.store()
