"""What a report changes: against the year before, and against rows of the same year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.i18n import _
from lib.intake.fields import ANSWERS, asked
from lib.intake.known import PROGRAMS
from lib.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.intake.known import Known, Record

#: A file in which this share of the answers differs is taken for a mistake.
MOST_FLIPPED = 1 / 3
#: Below this number of hospitals in both years a share says nothing.
ENOUGH = 10


@dataclass(frozen=True)
class Switch:
    """One hospital whose answer to one question differs from the year before."""

    question: str
    facility_id: str
    name: str
    city: str
    before: str
    after: str


@dataclass(frozen=True)
class Cell:
    """One cell of a row that is already held and would read differently."""

    facility_id: str
    name: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Against:
    """A report beside the report by site nearest to it, the earlier one where there is one.

    Attributes:
        year: the year it is held against, None where none is held.
        new: sites that no year has, as rows of the report.
        back: sites that this other year lacks and a third has.
        gone: sites of the other year that the report lacks, as rows of that year.
        switches: answers that differ.
        moved: sites whose county differs: (name and number, before, after).
    """

    year: int | None
    new: tuple[Record, ...] = ()
    back: tuple[Record, ...] = ()
    gone: tuple[Record, ...] = ()
    switches: tuple[Switch, ...] = ()
    moved: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Revision:
    """What differs from the rows of the same year that are already held, in one table."""

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    cells: tuple[Cell, ...]

    def __bool__(self) -> bool:
        """True where anything differs."""
        return bool(self.added or self.removed or self.cells)


def against(rows: Sequence[Record], year: int, known: Known) -> Against:
    """The rows of a report beside the nearest other report by site that is held.

    Raises:
        Refusal: a third of the answers to a question differ, here or from the rows held of
            the same year.
    """
    _refuse_flips(rows, known.year(PROGRAMS, year), year)
    others = [held for held in known.years if held != year]
    if not others:
        return Against(None)
    earlier = [held for held in others if held < year]
    other = max(earlier) if earlier else min(others)
    before = known.year(PROGRAMS, other)
    _refuse_flips(rows, before, other)
    ever = {row["facility_id"] for row in known.rows[PROGRAMS] if row["year"] != str(year)}
    then = {row["facility_id"]: row for row in before}
    now = {row["facility_id"] for row in rows}
    return Against(
        other,
        tuple(row for row in rows if row["facility_id"] not in ever),
        tuple(row for row in rows if row["facility_id"] in ever - set(then)),
        tuple(row for row in before if row["facility_id"] not in now),
        tuple(_switches(rows, then)),
        tuple(c for c in _cells(rows, then, ("facility_id",)) if c.column == "county_fips"),
    )


def revision(rows: Sequence[Record], held: Sequence[Record]) -> Revision:
    """What differs between new rows of a year and those held; the source is not compared."""
    then = {row["facility_id"]: row for row in held}
    now = {row["facility_id"] for row in rows}
    return Revision(
        tuple(row for row in rows if row["facility_id"] not in then),
        tuple(row for row in held if row["facility_id"] not in now),
        tuple(_cells(rows, then, ("facility_id", "source_id"))),
    )


def _cells(
    rows: Sequence[Record], then: Mapping[str, Record], leave_out: Sequence[str]
) -> list[Cell]:
    return [
        Cell(row["facility_id"], row.get("name", ""), column, then[number][column], value)
        for row in rows
        if (number := row["facility_id"]) in then
        for column, value in row.items()
        if column not in leave_out and value != then[number][column]
    ]


def _switches(rows: Sequence[Record], then: Mapping[str, Record]) -> list[Switch]:
    """Answers that differ where both years hold one: a missing answer is no change."""
    found = [
        Switch(question, number, row["name"], row["city"], then[number][question], row[question])
        for question in ANSWERS
        for row in rows
        if (number := row["facility_id"]) in then
        if row[question] and then[number][question] and row[question] != then[number][question]
    ]
    return sorted(found, key=lambda s: (ANSWERS.index(s.question), s.before, s.name))


def _refuse_flips(rows: Sequence[Record], before: Sequence[Record], year: int) -> None:
    said = flips(rows, before, year)
    if said:
        nothing = _("the file cannot be right, and nothing was taken in.")
        raise Refusal(f"{said}: {nothing}")


def flips(rows: Sequence[Record], before: Sequence[Record], year: int) -> str:
    """That a third of the answers to a question differ from those of `year`; "" where not."""
    then = {row["facility_id"]: row for row in before}
    flipped = Counter(switch.question for switch in _switches(rows, then))
    for question in ANSWERS:
        both = sum(
            1 for row in rows if row[question] and then.get(row["facility_id"], {}).get(question)
        )
        if both >= ENOUGH and flipped[question] >= both * MOST_FLIPPED:
            said = _(
                "{flipped} of {both} answers on the {subject} differ from {year}, a third or more"
            )
            return said.format(
                flipped=flipped[question], both=both, subject=asked(question), year=year
            )
    return ""
