"""The process of a trial: a visitor's files come in, a record a line goes out.

`python -m lib.trial.child` reads a request (`lib.trial.talk`) and ends. Reading a file is bounded
more tightly than the rest: what takes longer is no table of this bundle.
"""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import asdict
from typing import IO, TYPE_CHECKING

from lib.i18n import _
from lib.model import DataError, Offence
from lib.store import assembled
from lib.trial import limits, talk
from lib.trial.causes import causes, shortened, told
from lib.trial.comparing import changes, doubts, not_yet
from lib.trial.framing import framed
from lib.trial.grid import RefusedError
from lib.trial.model import NOT_HERE
from lib.trial.naming import contract
from lib.trial.texts import readings
from lib.trial.tidying import Tidied, tidied

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store
    from lib.trial.framing import Frame
    from lib.trial.model import Given


def _say(out: IO[bytes], kind: str, **said: object) -> None:
    out.write(talk.record(kind, **said))
    out.flush()


def examine(given: Given, held: Mapping[str, bytes], out: IO[bytes]) -> None:
    """Try one file against the tables held, and say what comes of it."""
    try:
        frame = framed(readings(given.content), given.file_name, given.table, _domains(held))
    except RefusedError as error:
        _say(out, "refused", file=0, why=str(error))
        return
    if frame.name in NOT_HERE:
        why = _("This table is checked with python -m lib.check only, not on this page.")
        _say(out, "refused", file=0, why=why)
        return
    if not frame.name:
        _say(out, "asked", file=0)
        return
    public = held[f"{frame.name}.csv"]
    table = tidied(frame, held)
    _read(frame, table, public, out)
    limits.bound(limits.WORK)
    store = _checked(frame, table, held, out)
    if store is not None and _figures(frame.name, store, out):
        _say(out, "done")


def _read(frame: Frame, table: Tidied, public: bytes, out: IO[bytes]) -> None:
    notes = list(table.notes)
    if not table.faults:
        notes += doubts(contract(frame.name), public, table.rows)
    said = [{"kind": note.kind.value, "text": note.text} for note in notes]
    mended = table.content.decode("utf-8")
    _say(out, "read", file=0, table=frame.name, notes=said, mended=mended)


def _checked(
    frame: Frame, table: Tidied, held: Mapping[str, bytes], out: IO[bytes]
) -> Store | None:
    """The tables with this one among them, None where something is wrong, which is said."""
    path = f"{frame.name}.csv"
    faults = [*table.faults, *not_yet(frame.table, held[path], table.rows)]
    offences: tuple[Offence, ...] = ()
    store: Store | None = None
    try:
        store = assembled({**held, path: table.content})
    except DataError as error:
        offences = error.offences
    found = told(frame.name, faults, offences, table.numbers)
    if found or store is None:
        _wrong(found, out)
        return None
    change = changes(frame.table, held[path], table.content)
    _say(out, "sound", file=0, changes=asdict(change))
    return store


def _wrong(found: list[Offence], out: IO[bytes]) -> None:
    _say(
        out,
        "wrong",
        file=0,
        causes=[asdict(cause) for cause in causes(found)],
        offences=[asdict(offence) for offence in shortened(found)],
    )


def _figures(name: str, store: Store, out: IO[bytes]) -> bool:
    """Say the headline of every figure; False where one cannot be drawn, which is said."""
    from lib import figures  # a second of work, and only a sound table needs it

    for figure_id in figures.REGISTRY:
        try:
            built = figures.build(store, figure_id, figures.defaults(figure_id)).headline
        except Exception as error:  # whatever it is, the steward must hear of it
            problem = _("this figure cannot be drawn from it ({error})")
            remedy = _("See whether a row that the figure needs has gone.")
            said = problem.format(error=repr(error)[:200])
            _wrong([Offence(name, 0, "", figure_id, said, remedy)], out)
            return False
        _say(out, "figure", figure=figure_id, headline=built)
    return True


def _domains(held: Mapping[str, bytes]) -> dict[str, str]:
    """Indicator -> its domain, which is the file of its observations."""
    rows = csv.DictReader(io.StringIO(held["indicators.csv"].decode("utf-8-sig"), newline=""))
    return {row["indicator_id"]: row["domain"] for row in rows}


def main() -> int:
    """Read the request, examine its file, and end."""
    limits.stand_back()
    limits.bound(limits.READING)
    given, held = talk.requested(sys.stdin.buffer)
    examine(given[0], held, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
