"""Typed rows together with the file and line on which each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from lib.model import Offence

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    #: Whether each row is meant, in the order of the rows.
    Flags: TypeAlias = pd.Series[bool] | npt.NDArray[np.bool_] | Sequence[bool]


@dataclass(frozen=True)
class Held:
    """One table as read: `places` holds the file and line of each row of `frame`.

    `whole` is False where rows could not be read: what points to them is then not judged.
    """

    frame: pd.DataFrame
    places: Sequence[tuple[str, int]]
    whole: bool

    def offences(self, bad: Flags, column: str, problem: str, remedy: str) -> list[Offence]:
        """One offence for each row where `bad`, in the order of the rows, is True."""
        rows = self.frame.index[np.asarray(bad, dtype=bool)]
        return [self.offence(int(row), column, problem, remedy) for row in rows]

    def offence(self, row: int, column: str, problem: str, remedy: str) -> Offence:
        """The offence of one row; its value is the cell of `column`."""
        name, line = self.places[row]
        return Offence(name, line, column, str(self.frame.at[row, column]), problem, remedy)


#: The tables that were read, by name.
Tables: TypeAlias = Mapping[str, Held]


def are_whole(tables: Tables, *names: str) -> bool:
    """True where every table of `names` was read in full."""
    return all(name in tables and tables[name].whole for name in names)
