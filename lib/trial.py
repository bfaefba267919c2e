"""A table tried in place of the one held: what is wrong with it, and what it would change.

The check and the figures of a trial are made in a process of their own
(`python -m lib.trial NAME < table.csv`): they take seconds of full work and a store of their own,
and a visitor who opens a page meanwhile must not wait for them. Nothing is written to disk.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lib import figures
from lib.i18n import _
from lib.model import DataError, Offence
from lib.schema import OBSERVATIONS, TABLES
from lib.store import bundle_files, file_names, load, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import IO

    from lib.schema import Table
    from lib.store import Store

ROOT = Path(__file__).resolve().parents[1]

#: Seconds after which a trial is given up; one takes about 20.
PATIENCE = 180

#: Bytes of memory that a trial may ask for: six times what 49,000 wrong rows took.
MEMORY = 2_000_000_000

#: Offences that are told; a file that is wrong all over is mended by its first ones.
TOLD = 1_000

#: One trial at a time: each takes a core and the memory of a second store.
_TURN = threading.Lock()


class BusyError(Exception):
    """Another file is being checked."""


@dataclass(frozen=True)
class Change:
    """One cell that would read differently; `before` and `after` as the files hold them."""

    key: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """What a table would change: keys of rows, and cells of rows that both have."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    cells: tuple[Change, ...]

    def __bool__(self) -> bool:
        """True where anything would change."""
        return bool(self.added or self.removed or self.cells)


@dataclass(frozen=True)
class Trial:
    """What came of it: all that is wrong, or the headlines of all figures by their id."""

    offences: tuple[Offence, ...]
    headlines: Mapping[str, str]


def contract(name: str) -> Table:
    """The contract of the table in this file, named as in `file_names`."""
    return OBSERVATIONS if name.startswith(f"{OBSERVATIONS.name}/") else TABLES[name]


def recognized(file_name: str, content: bytes) -> str:
    """The table that a file is meant for, by its first line or its name; "" where neither tells.

    The downloads of the page are named as the tables, with "_" for a folder.
    """
    first = content[:4_000].decode("utf-8-sig", errors="replace").partition("\n")[0]
    header = tuple(first.strip("\r").split(","))
    same = [name for name in file_names() if contract(name).header == header]
    if len(same) == 1:
        return same[0]
    stem = Path(file_name).stem.casefold()
    for name in same or file_names():
        if stem in (name, name.replace("/", "_"), name.rpartition("/")[2]):
            return name
    return ""


def changes(store: Store, name: str, content: bytes) -> Changes:
    """What `content` would change in the table `name` as the bundle hands it out.

    Rows are matched by the key of the table. Small counts of people stay withheld: the side held
    is the public file.
    """
    table = contract(name)
    before = _rows(bundle_files(store)[f"{name}.csv"], table)
    after = _rows(content, table)
    cells = [
        Change(", ".join(key), column, row[column], after[key][column])
        for key, row in before.items()
        if key in after
        for column in table.header
        if row[column] != after[key][column]
    ]
    return Changes(
        tuple(", ".join(key) for key in after if key not in before),
        tuple(", ".join(key) for key in before if key not in after),
        tuple(cells),
    )


def _rows(content: bytes, table: Table) -> dict[tuple[str, ...], dict[str, str]]:
    """Key -> row of a table that keeps its contract."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return {tuple(row[part] for part in table.key): row for row in rows}


def tried(name: str, content: bytes, tell: Callable[[float], object]) -> Trial:
    """Check `content` in place of the table `name` in a process of its own.

    Args:
        name: a table, as in `file_names`.
        content: CSV, UTF-8.
        tell: called with the share done, 0 to 1.

    Raises:
        BusyError: another file is being checked; it may take half a minute.
    """
    lines = content.count(b"\n")
    if lines > sheets.ROWS:
        problem = _("{n} lines, at most {most}").format(n=f"{lines:,}", most=f"{sheets.ROWS:,}")
        remedy = _("Give one table of this edition; the largest has a sixth of that.")
        return Trial((Offence(name, 0, "", "", problem, remedy),), {})
    if not _TURN.acquire(timeout=1):
        raise BusyError
    try:
        return _tried(name, content, tell)
    finally:
        _TURN.release()


def _tried(name: str, content: bytes, tell: Callable[[float], object]) -> Trial:
    command = [sys.executable, "-m", "lib.trial", name]
    with subprocess.Popen(  # noqa: S603 - our own module; the name is one of a closed list
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        timer = threading.Timer(PATIENCE, child.kill)
        timer.start()
        try:
            if child.stdin is None or child.stdout is None:
                raise RuntimeError("the trial has no pipes")
            child.stdin.write(content)
            child.stdin.close()
            return _heard(name, child.stdout, tell)
        except BrokenPipeError:
            return Trial((_given_up(name),), {})
        finally:
            timer.cancel()
            child.kill()


def _heard(name: str, lines: IO[bytes], tell: Callable[[float], object]) -> Trial:
    """Read what the process of a trial says, a JSON record a line."""
    headlines: dict[str, str] = {}
    total = len(figures.REGISTRY)
    for line in lines:
        said = json.loads(line)
        if "offences" in said:
            return Trial(tuple(Offence(**offence) for offence in said["offences"]), {})
        headlines[said["figure"]] = said["headline"]
        tell(len(headlines) / total)
    if len(headlines) < total:
        return Trial((_given_up(name),), {})
    return Trial((), headlines)


def _given_up(name: str) -> Offence:
    problem = _("the check did not come to an end")
    remedy = _("Run python -m lib.check with the file in data/: it says where it stops.")
    return Offence(name, 0, "", "", problem, remedy)


def _say(found: list[Offence]) -> None:
    """Put the offences out as one record, the first `TOLD` of them."""
    told = found[:TOLD]
    if len(found) > TOLD:
        problem = _("{n} more things are wrong").format(n=f"{len(found) - TOLD:,}")
        told.append(Offence(told[0].table, 0, "", "", problem, _("Mend these first.")))
    print(json.dumps({"offences": [asdict(offence) for offence in told]}), flush=True)


def _limit_memory() -> None:
    """End this process rather than the machine's memory; where the system has no limits, go on."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def main(arguments: list[str]) -> int:
    """The process of a trial: the table comes in, a record a line goes out.

    First the offences, if there is one; else the headline of each figure as it is built.
    """
    name = arguments[0]
    if name not in file_names():
        return 2
    _limit_memory()
    try:
        store = load(given={name: sys.stdin.buffer.read()})
    except DataError as error:
        found = sorted(error.offences, key=lambda o: (o.table != name, o.table, o.row))
        _say(found)
        return 1
    for figure_id in figures.REGISTRY:
        try:
            built = figures.build(store, figure_id, figures.defaults(figure_id, store)).headline
        except Exception as error:  # whatever it is, the steward must hear of it
            offence = Offence(
                name,
                0,
                "",
                figure_id,
                _("this figure cannot be drawn from it ({error})").format(error=repr(error)[:200]),
                _("See whether a row that the figure needs has gone."),
            )
            _say([offence])
            return 1
        print(json.dumps({"figure": figure_id, "headline": built}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
