"""Typed rows together with the file and line on which each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.model import Offence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd


@dataclass(frozen=True)
class Held:
    """One table as read: `places` holds the file and line of each row of `frame`.

    `whole` is False where rows could not be read: what points to them is then not judged.
    """

    frame: pd.DataFrame
    places: Sequence[tuple[str, int]]
    whole: bool

    def offences(
        self, bad: pd.Series[bool], column: str, problem: str, remedy: str
    ) -> list[Offence]:
        """One offence for each row where `bad` is True."""
        rows = self.frame.index[bad.to_numpy(dtype=bool)]
        return [self.offence(int(row), column, problem, remedy) for row in rows]

    def offence(self, row: int, column: str, problem: str, remedy: str) -> Offence:
        """The offence of one row; its value is the cell of `column`."""
        name, line = self.places[row]
        return Offence(name, line, column, str(self.frame.at[row, column]), problem, remedy)

    def lacking(self, column: str, wanted: Iterable[str]) -> list[str]:
        """The ids among `wanted` that no cell of `column` holds, sorted."""
        return sorted(set(wanted) - set(self.frame[column]))
