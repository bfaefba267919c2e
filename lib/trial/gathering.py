"""Every file read: tables as their contract writes them, the state's reports, and what is neither."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib import intake
from lib.i18n import _
from lib.intake.opening import opened
from lib.trial.grid import RefusedError
from lib.trial.model import NOT_HERE, Piece
from lib.trial.several import frames
from lib.trial.sheets import unfolded
from lib.trial.texts import OLE, readings
from lib.trial.tidying import Tidied, tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.trial.framing import Frame
    from lib.trial.unpacking import Single


@dataclass(frozen=True)
class Table:
    """One table among the files: what the visitor knows it as, and its cells."""

    name: str
    file: int
    frame: Frame
    tidy: Tidied
    beside: bool = False  # a sheet of a workbook that holds several tables

    @property
    def path(self) -> str:
        """Its file in the bundle."""
        return f"{self.frame.name}.csv"


@dataclass
class Gathered:
    """What the files are: tables to judge, reports to take in, and pieces that end the trial."""

    tables: list[Table] = field(default_factory=list)
    reports: list[Single] = field(default_factory=list)
    ended: list[Piece] = field(default_factory=list)


def gathered(
    singles: list[Single], held: Mapping[str, bytes], tell: Callable[[float], object]
) -> Gathered:
    """Read every file; `tell` hears the share done."""
    out, known, domains = Gathered(), intake.known_of(held), _domains(held)
    for place, single in enumerate(singles):
        tell(place / len(singles))
        try:
            _read(single, held, out, known, domains)
        except RefusedError as error:
            out.ended.append(Piece(single.name, single.file, refusal=str(error)))
    _once(out, held)
    return out


def _read(
    single: Single,
    held: Mapping[str, bytes],
    out: Gathered,
    known: intake.Known,
    domains: Mapping[str, str],
) -> None:
    if not single.table and _is_report(single, known):
        out.reports.append(single)
        return
    for sheet, frame in frames(readings(single.content), single.file_name, single.table, domains):
        name = f"{single.name}: {sheet}" if sheet else single.name
        if not frame.name:
            out.ended.append(Piece(name, single.file))
            continue
        tidy = tidied(frame, held)
        if frame.name not in NOT_HERE:
            out.tables.append(Table(name, single.file, frame, tidy, bool(sheet)))
        elif not single.packed or tidy.content != held[f"{frame.name}.csv"]:
            raise RefusedError(
                _("This table is checked with python -m lib.check only, not on this page.")
            )


def _is_report(single: Single, known: intake.Known) -> bool:
    """True for one of the state's workbooks, or a sheet of one.

    Raises:
        RefusedError: it is a workbook that unfolds too far, or a packed file of another kind.
    """
    if single.content.startswith(OLE):
        return False
    if single.content.startswith(b"PK"):
        unfolded(single.content)
    try:
        with opened(single.content, single.file_name) as sheets:
            return intake.is_report(sheets, known)
    except intake.Refusal:
        return False


def _once(out: Gathered, held: Mapping[str, bytes]) -> None:
    """Keep one of several tables that say the same; several that do not end the trial.

    A sheet that says what this edition says gives way: every template brings the sources along.
    """
    kept: dict[str, Table] = {}
    for table in out.tables:
        other = kept.get(table.path)
        if other is None or _gives_way(other, held):
            kept[table.path] = table
        elif not _gives_way(table, held) and table.tidy.content != other.tidy.content:
            said = _("It is for the table {table}, and so is {other}. Keep the one that counts.")
            why = said.format(table=table.frame.name, other=other.name)
            out.ended.append(Piece(table.name, table.file, refusal=why))
    out.tables = list(kept.values())


def _gives_way(table: Table, held: Mapping[str, bytes]) -> bool:
    return table.beside and not table.tidy.faults and table.tidy.content == held[table.path]


def _domains(held: Mapping[str, bytes]) -> dict[str, str]:
    """Indicator -> its domain, which is the file of its observations."""
    rows = csv.DictReader(io.StringIO(held["indicators.csv"].decode("utf-8-sig"), newline=""))
    return {row["indicator_id"]: row["domain"] for row in rows}
