"""Small-number protection: counts of people under 11 are withheld, and so is what gives them away.

The rule is that of the California Health and Human Services Data De-Identification Guidelines:
a cell of fewer than 11 people is withheld, and further cells are withheld with it until no
subtraction across rows, columns and totals brings it back. Facts about organizations (sites,
programs, beds, staff) are exempt at any size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    import pandas as pd

#: A cell of fewer people than this is withheld.
LEAST = 11

#: The status of a row whose number is known and not told.
WITHHELD = "withheld"

#: The rank of a matrix of zeros and ones is judged at this tolerance.
TOLERANCE = 1e-6


def withheld(
    counts: Mapping[Hashable, float],
    lines: Sequence[Sequence[Hashable]],
    already: Collection[Hashable] = (),
) -> set[Hashable]:
    """The cells to withhold: those under `LEAST`, and their complements.

    Args:
        counts: cell -> people; cells that are not held are left out.
        lines: the sums that a reader can know, each as the cells that add up to it (a row
            with its total, a column with its total).
        already: cells that the table withholds itself; how many people they are is not known
            here, so two of them in one line are taken to be enough people.

    Cells are added, the smallest first and where possible one that also serves a crossing
    line, until every line that hides anything hides at least two cells with at least `LEAST`
    people between them, and no hidden cell follows from the known sums.
    """
    known = [[cell for cell in line if cell in counts or cell in already] for line in lines]
    hidden = {cell for cell, people in counts.items() if people < LEAST}.union(already)
    while True:
        weak = _weak_line(counts, known, hidden) or _telling_line(known, hidden)
        if weak is None:
            return hidden
        hidden.add(_complement(counts, known, hidden, weak))


def _telling_line(
    lines: Sequence[Sequence[Hashable]], hidden: set[Hashable]
) -> Sequence[Hashable] | None:
    """A line with a hidden cell that follows from the sums and a visible one to hide with it."""
    given_away = recoverable(list(hidden), lines)
    for line in lines:
        if given_away.intersection(line) and not hidden.issuperset(line):
            return line
    return None


def _weak_line(
    counts: Mapping[Hashable, float],
    lines: Sequence[Sequence[Hashable]],
    hidden: set[Hashable],
) -> Sequence[Hashable] | None:
    """A line whose hidden cells are one alone or fewer than `LEAST` people together."""
    for line in lines:
        covered = [cell for cell in line if cell in hidden]
        people = sum(counts.get(cell, LEAST) for cell in covered)
        too_few = len(covered) == 1 or people < LEAST
        if covered and too_few and len(covered) < len(line):
            return line
    return None


def _complement(
    counts: Mapping[Hashable, float],
    lines: Sequence[Sequence[Hashable]],
    hidden: set[Hashable],
    weak: Sequence[Hashable],
) -> Hashable:
    """The visible cell of `weak` that is hidden next."""

    def cost(cell: Hashable) -> tuple[bool, float, str]:
        crossing = [line for line in lines if cell in line and line is not weak]
        helps = any(hidden.intersection(line) for line in crossing)
        return (bool(crossing) and not helps, counts[cell], str(cell))

    return min((cell for cell in weak if cell not in hidden), key=cost)


def recoverable(hidden: Sequence[Hashable], lines: Sequence[Sequence[Hashable]]) -> set[Hashable]:
    """The hidden cells that follow from the sums: what an attacker gets by subtraction.

    A cell follows when no change of the other hidden cells leaves every sum as it is, that
    is, when its unit vector lies in the row space of the sums.
    """
    place = {cell: i for i, cell in enumerate(hidden)}
    sums = [[place[cell] for cell in line if cell in place] for line in lines]
    matrix = np.zeros((len(sums), len(place)))
    for row, members in enumerate(sums):
        matrix[row, members] = 1
    if not matrix.size:
        return set()
    # The projection on the row space has 1 on the diagonal exactly for cells that follow.
    projection = np.linalg.pinv(matrix) @ matrix
    follows = np.isclose(np.diag(projection), 1, atol=TOLERANCE)
    return {cell for cell, i in place.items() if follows[i]}


def protected(observations: pd.DataFrame, people_counts: pd.DataFrame) -> pd.DataFrame:
    """`observations` with small counts of people taken out and `withheld` True in their place.

    Args:
        observations: rows with the columns of observations.
        people_counts: `indicator_id`, `rule` (guard or exempt) and `cell` (value, or
            numerator where the value is a share).

    `value` and `numerator` of a withheld row are missing; the row stays, so that withheld is
    never mistaken for not collected. Each indicator, period, dimension and source is one
    table of places and groups; the state's row gives the column totals, the base the row's.
    """
    rows = observations.copy()
    rows["withheld"] = rows.index.isin(list(small(observations, people_counts)))
    rows.loc[rows["withheld"], ["value", "numerator"]] = np.nan
    rows.loc[rows["withheld"], "status"] = WITHHELD
    return rows


def small(observations: pd.DataFrame, people_counts: pd.DataFrame) -> set[Hashable]:
    """The index of the rows to withhold: those withheld in the table, and what it leaves open.

    `people_counts` is as in `protected`.
    """
    found: set[Hashable] = set(observations.index[observations["status"].eq(WITHHELD)])
    guarded = people_counts[people_counts["rule"].eq("guard")]
    cells = dict(zip(guarded["indicator_id"], guarded["cell"], strict=True))
    counties = observations["geo_id"].str.match(r"\d{5}")
    places = observations[observations["indicator_id"].isin(list(cells)) & counties]
    keys = ["indicator_id", "period_start", "period_end", "dimension", "source_id"]
    for (indicator_id, *_rest), table in places.groupby(keys):
        found |= _hidden_rows(table, cells[str(indicator_id)])
    return found


def _hidden_rows(table: pd.DataFrame, cell: str) -> set[Hashable]:
    """The index of the rows to withhold in one table of places and groups."""
    already = set(table.index[table["status"].eq(WITHHELD)])
    counts = {row: float(people) for row, people in table[cell].dropna().items()}
    if not already and not any(people < LEAST for people in counts.values()):
        return set()
    columns = [list(part.index) for _group, part in table.groupby("group")]
    parts = table["group"].nunique() > 1
    across = [list(part.index) for _place, part in table.groupby("geo_id")] if parts else []
    return withheld(counts, [*across, *columns], already)
