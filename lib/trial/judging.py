"""The files judged together: all that is wrong with them, or the tables that they make."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lib import intake
from lib.i18n import _
from lib.intake.comparing import flips
from lib.intake.known import PROGRAMS
from lib.model import DataError, Offence
from lib.schema import contract
from lib.store import assembled
from lib.trial.causes import causes, told
from lib.trial.comparing import not_yet
from lib.trial.model import Cause, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lib.store import Store
    from lib.trial.gathering import Table
    from lib.trial.unpacking import Single


@dataclass
class Reports:
    """The state's reports taken in, one after the other, into the files of a bundle."""

    files: dict[str, bytes]
    pieces: list[Piece] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    _years: dict[int, str] = field(default_factory=dict)

    def take_in(self, single: Single, tell: Callable[[float], object]) -> None:
        """Read one report and put its rows in; a refusal or a question is a piece that says so."""

        def read(_sheet: str, row: int, expected: int) -> None:
            tell(min(row / max(expected, 1), 1.0))

        try:
            known = intake.known_of(self.files)
            report = intake.read(
                single.content,
                single.file_name,
                known,
                today=datetime.now(UTC).date(),
                year=single.year,
                tell=read,
            )
            self._first(report.year, single.name)
            plan = intake.plan(report, known)
        except intake.YearUnclearError as unclear:
            years = unclear.years or _likely()
            asked = Piece(single.name, single.file, refusal=unclear.why, years=years)
            self.pieces.append(asked)
            return
        except intake.Refusal as refusal:
            self.pieces.append(Piece(single.name, single.file, refusal=str(refusal)))
            return
        except LookupError:  # a table that was dropped along lacks what every report needs
            said = _("The rows cannot be made with the other files. Check those alone first.")
            self.pieces.append(Piece(single.name, single.file, refusal=said))
            return
        account = intake.accounts(plan, known)
        self.pieces.append(Piece(single.name, single.file, account=account))
        self.causes += [_cause(single.name, problem) for problem in plan.problems]
        if plan.files:
            self.files |= plan.files
            self.made |= set(plan.files)
            self.notes.append(intake.edition_note(plan))

    def _first(self, year: int, name: str) -> None:
        other = self._years.setdefault(year, name)
        if other != name:
            said = _("It is a report of {year}, and so is {other}. Keep the one that counts.")
            raise intake.Refusal(said.format(year=year, other=other))


#: Years that a report without dates may be asked for, counted back from today.
BACK = 12


def _likely() -> tuple[int, ...]:
    today = datetime.now(UTC).year
    return tuple(range(today, today - BACK, -1))


def _cause(name: str, problem: intake.Problem) -> Cause:
    """What must be cleared up in a report, as a cause of its file."""
    said = problem.problem
    if problem.nearest:
        near = _("{problem}; the nearest known is “{word}”")
        said = near.format(problem=said, word=problem.nearest)
    remedy = problem.remedy
    if problem.where:
        shown = ", ".join(problem.where[:3])
        if len(problem.where) > 3:
            shown = _("{names} and {n} more").format(names=shown, n=len(problem.where) - 3)
        remedy = _("{remedy} See {hospitals}.").format(remedy=remedy, hospitals=shown)
    return Cause(
        name,
        problem.column,
        problem.rows[:8],
        (problem.value,) if problem.value else (),
        max(len(problem.rows), len(problem.where), 1),
        said,
        remedy,
    )


@dataclass(frozen=True)
class Judged:
    """The tables, None where something is wrong, and all that is."""

    store: Store | None
    causes: tuple[Cause, ...]
    offences: tuple[Offence, ...]


def judged(
    files: Mapping[str, bytes],
    held: Mapping[str, bytes],
    tables: Sequence[Table],
    taken_in: Iterable[str] = (),
) -> Judged:
    """Every table of `files` against its contract and the others.

    Args:
        files: the bundle as it would be.
        held: the bundle as it is.
        tables: those that a visitor gave, among `files`.
        taken_in: files of the bundle that a report of the state was taken into: their rows are
            no rows of the visitor's.
    """
    flipped = _flipped(tables, held)
    if flipped:  # what else is wrong follows from it
        return Judged(None, causes(flipped), tuple(flipped))
    store: Store | None = None
    offences: Sequence[Offence] = ()
    try:
        store = assembled(files, proposed=True)
    except DataError as error:
        offences = error.offences
    own = [_unplaced(offence, files) if f"{offence.table}.csv" in taken_in else offence
           for offence in offences]  # fmt: skip
    for table in tables:
        before = held[table.path]
        faults = [*table.tidy.faults, *not_yet(table.frame.table, before, table.tidy.rows)]
        own = told(table.frame.name, faults, own, table.tidy.numbers)
    return Judged(None if own else store, causes(own), tuple(own))


def _unplaced(offence: Offence, files: Mapping[str, bytes]) -> Offence:
    """An offence of a row that a report brought: named by its key, as it has no row in a file."""
    if not offence.row:
        return offence
    text = files[f"{offence.table}.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    table = contract(offence.table)
    row = rows[min(offence.row, len(rows)) - 1]
    key = ", ".join(row[table.header.index(part)] for part in table.key)
    return replace(offence, row=0, problem=f"{offence.problem}: {key}")


def _flipped(tables: Iterable[Table], held: Mapping[str, bytes]) -> list[Offence]:
    """An offence for each year of sites in which a third of the answers differ from those held."""
    found: list[Offence] = []
    for table in tables:
        if table.frame.name != PROGRAMS or table.tidy.faults:
            continue
        before = _by_year(held[table.path].decode("utf-8-sig"))
        for year, rows in _by_year(table.tidy.content.decode("utf-8")).items():
            if rows == before.get(year):
                continue
            near = year if year in before else _nearest(year, before)
            said = flips(rows, before.get(near, ()), int(near)) if near else ""
            if said:
                remedy = _("Look at the columns of answers of {year}: the file cannot be right.")
                found.append(Offence(PROGRAMS, 0, "", "", said, remedy.format(year=year)))
    return found


def _by_year(text: str) -> dict[str, list[dict[str, str]]]:
    years: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if row["year"].isdigit():
            years.setdefault(row["year"], []).append(row)
    return years


def _nearest(year: str, held: Mapping[str, object]) -> str:
    others = sorted(held, key=lambda other: (int(other) > int(year), abs(int(other) - int(year))))
    return others[0] if others else ""
