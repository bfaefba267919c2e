"""Every table of a file: a workbook may hold several, each on a sheet named after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.schema import contract
from lib.trial.framing import best_fit, framed
from lib.trial.naming import named_by
from lib.trial.texts import Readings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.trial.framing import Frame
    from lib.trial.grid import Grid


def frames(
    found: Readings, file_name: str, chosen: str, domains: Mapping[str, str]
) -> list[tuple[str, Frame]]:
    """Every table of a file, each with the sheet it stands on where there are several.

    A workbook whose sheets are named after tables holds them all; of any other the one sheet is
    read that fits a table best.

    Raises:
        RefusedError: see `framed`.
    """
    named = {} if chosen else _sheets_of_tables(found)
    if len(named) < 2:
        return [("", framed(found, file_name, chosen, domains))]
    return [
        (grid.name, framed(Readings([grid], found.notes), grid.name, table, domains))
        for table, grid in named.items()
    ]


def _sheets_of_tables(found: Readings) -> dict[str, Grid]:
    """Table -> the sheet that is named after it and has its columns."""
    named: dict[str, Grid] = {}
    for grid in found.grids:
        table = named_by(grid.name) if grid.name and not grid.hidden else ""
        fit = best_fit([grid], "", "") if table else None
        if fit and fit.table is contract(table):
            named.setdefault(table, grid)
    return named
