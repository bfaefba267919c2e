"""Everything that is wrong with a table, grouped: one message a cause, never its consequences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.model import Offence
from lib.trial.model import Cause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.trial.faults import Fault

#: Offences that are told row by row; a file that is wrong all over is mended by its first ones.
TOLD = 1_000

#: Rows and values that a cause names.
ROWS, VALUES = 8, 5


def told(
    name: str, faults: Sequence[Fault], offences: Sequence[Offence], numbers: Sequence[int]
) -> list[Offence]:
    """Every offence with its row in the visitor's file, the table's own first.

    Args:
        name: the table that the file is tried for.
        faults: cells that the reader of the file knows more about than the contract does.
        offences: what the contract and the other tables say; rows are lines of the tidied table.
        numbers: the row of the visitor's file for each row of the tidied table.
    """
    known = {(fault.row, fault.column) for fault in faults}
    own = [
        Offence(name, numbers[fault.row], fault.column, fault.value, fault.problem, fault.remedy)
        for fault in faults
    ]
    for offence in offences:
        place = offence.row - 2
        if offence.table != name or not 0 <= place < len(numbers):
            own.append(offence)
        elif (place, offence.column) not in known:
            own.append(replace(offence, row=numbers[place]))
    return sorted(own, key=lambda found: (found.table != name, found.table, found.row))


def causes(offences: Sequence[Offence]) -> tuple[Cause, ...]:
    """One cause for each problem of a column, with its first rows and values."""
    groups: dict[tuple[str, str, str, str], list[Offence]] = {}
    for offence in offences:
        group = (offence.table, offence.column, _general(offence), offence.remedy)
        groups.setdefault(group, []).append(offence)
    return tuple(
        Cause(
            table,
            column,
            tuple(offence.row for offence in found[:ROWS] if offence.row),
            tuple(dict.fromkeys(offence.value for offence in found if offence.value))[:VALUES],
            len(found),
            found[0].problem,
            remedy,
        )
        for (table, column, _problem, remedy), found in groups.items()
    )


def _general(offence: Offence) -> str:
    """The problem without what it says of its own row only."""
    return offence.problem.partition(": ")[0]


def shortened(offences: Sequence[Offence]) -> list[Offence]:
    """The first `TOLD` offences, and one that says how many more there are."""
    first = list(offences[:TOLD])
    if len(offences) > TOLD:
        problem = _("{n} more things are wrong").format(n=f"{len(offences) - TOLD:,}")
        first.append(Offence(first[0].table, 0, "", "", problem, _("Fix these first.")))
    return first
