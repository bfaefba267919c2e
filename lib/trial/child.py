"""The process of a trial: a visitor's files come in, a record a line goes out.

`python -m lib.trial.child` reads a request (`lib.trial.talk`) and ends. Reading files is bounded
more tightly than the rest: what takes longer is no table of this bundle.
"""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from lib import theme
from lib.model import DataError
from lib.outputs import engine
from lib.schema import contract
from lib.store import assembled
from lib.trial import limits, talk
from lib.trial.causes import causes, shortened
from lib.trial.comparing import changes, doubts
from lib.trial.gathering import gathered
from lib.trial.grid import RefusedError
from lib.trial.judging import Reports, judged
from lib.trial.model import Piece, Step
from lib.trial.unpacking import EDITION, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lib.model import Offence
    from lib.store import Store
    from lib.trial.gathering import Gathered, Table
    from lib.trial.model import Cause

#: Pairs of pictures that are drawn at once; the others when they are asked for.
FIRST = 6


class Mouth:
    """Where the process says things."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def say(self, kind: str, **said: object) -> None:
        """Say one record."""
        self._out.write(talk.record(kind, **said))
        self._out.flush()

    def at(self, step: Step) -> Callable[[float], None]:
        """What hears how far a step is."""
        return lambda share: self.say("at", step=step.value, share=share)


def examine(asked: talk.Request, out: IO[bytes]) -> None:
    """Try files against the tables held, and say what comes of it."""
    mouth = Mouth(out)
    try:
        files = unpacked(list(asked.given))
        found = gathered(files.singles, asked.held, mouth.at(Step.READING))
    except RefusedError as error:
        mouth.say("refused", why=str(error))
        return
    edition = {EDITION: files.edition} if files.edition else {}
    reports = _taken_in(found, {**asked.held, **edition}, mouth)
    mouth.say("notes", notes=files.notes)
    if not _told(found, reports, asked.held, mouth):
        return
    limits.bound(limits.WORK)
    mouth.at(Step.CHECKING)(0)
    result = judged(reports.files, asked.held, found.tables, reports.made)
    if result.causes or reports.causes or result.store is None:
        _wrong([*reports.causes, *result.causes], result.offences, mouth)
        return
    _say_changes(reports.files, asked.held, mouth)
    if all(asked.held.get(name) == content for name, content in reports.files.items()):
        mouth.say("compared", figures=0, headlines=[], changed=[])
        mouth.say("new", files={}, version="")
        mouth.say("done")
        return
    _propose(asked, result.store, reports.notes, mouth)


def _taken_in(found: Gathered, files: Mapping[str, bytes], mouth: Mouth) -> Reports:
    """The bundle with the tables in place, and then with the state's reports, oldest name first."""
    reports = Reports({**files, **{each.path: each.tidy.content for each in found.tables}})
    if found.ended or any(table.tidy.faults for table in found.tables):
        return reports  # what a report makes of tables that are not sound would only mislead
    for report in sorted(found.reports, key=lambda each: each.name):
        reports.take_in(report, mouth.at(Step.READING))
    return reports


def _told(found: Gathered, reports: Reports, held: Mapping[str, bytes], mouth: Mouth) -> bool:
    """Say how each file was read; False where one cannot be, or must be asked for."""
    pieces = [*found.ended, *reports.pieces, *(_piece(table, held) for table in found.tables)]
    for piece in sorted(pieces, key=lambda piece: piece.file):
        mouth.say("piece", piece=piece)
    ends = any(piece.refusal or piece.asks for piece in pieces)
    if ends:
        mouth.say("ended")
    return not ends


def _piece(table: Table, held: Mapping[str, bytes]) -> Piece:
    name, tidy = table.frame.name, table.tidy
    notes = list(tidy.notes)
    if not tidy.faults:
        notes += doubts(contract(name), held[table.path], tidy.rows)
    return Piece(table.name, table.file, name, tuple(notes), mended=tidy.content)


def _wrong(found: Iterable[Cause], offences: Sequence[Offence], mouth: Mouth) -> None:
    mouth.say("wrong", causes=list(found), offences=shortened(offences))


def _say_changes(files: Mapping[str, bytes], held: Mapping[str, bytes], mouth: Mouth) -> None:
    """Say table by table what would change."""
    differ = {
        path.removesuffix(".csv"): changes(contract(path.removesuffix(".csv")), held[path], content)
        for path, content in files.items()
        if path.endswith(".csv") and held[path] != content
    }
    mouth.say("sound", changes={name: each for name, each in differ.items() if each})


def _propose(asked: talk.Request, after: Store, notes: Sequence[str], mouth: Mouth) -> None:
    """Say which figures would show something else, the first of them as pictures, and the edition."""
    from lib.trial import proposing  # figures take a second, and only sound tables need them

    before = assembled(asked.held)
    try:
        found = proposing.compared(before, after, asked.prints, mouth.at(Step.FIGURES))
        told = proposing.untold(asked.held, after)
        if told:
            _wrong(causes(told), told, mouth)
            return
        new = proposing.proposed(before, after, found.headlines, notes)
    except proposing.UndrawableError as error:
        _wrong(causes([error.offence]), [error.offence], mouth)
        return
    except DataError as error:
        _wrong(causes(error.offences), error.offences, mouth)
        return
    mouth.say("compared", figures=found.built, headlines=found.headlines, changed=found.drawable)
    mouth.say("new", files=new.files, version=new.version)
    _draw(before, new.store, found.drawable[:FIRST], asked.mode, mouth)
    mouth.say("done")


def _draw(before: Store, after: Store, names: Sequence[str], mode: str, mouth: Mouth) -> None:
    from lib.trial import proposing

    limits.bound_drawing()
    drawn = proposing.pictures(before, after, names, theme.Mode(mode), mouth.at(Step.PICTURES))
    for picture in drawn:
        mouth.say("picture", picture=picture)


def draw(asked: talk.Request, out: IO[bytes]) -> None:
    """Draw more figures of tables that were judged sound before."""
    mouth = Mouth(out)
    mouth.at(Step.CHECKING)(0)
    before, after = assembled(asked.held), assembled({**asked.held, **asked.new})
    _draw(before, after, asked.draw, asked.mode, mouth)
    mouth.say("done")


def main() -> int:
    """Read the request, do what it asks, and end."""
    engine.stay_inside()
    limits.stand_back()
    limits.bound(limits.READING)
    asked = talk.requested(sys.stdin.buffer)
    if asked.draw:
        limits.bound(limits.WORK)
        draw(asked, sys.stdout.buffer)
        return 0
    limits.bound(limits.reading(len(asked.given)))
    examine(asked, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
