"""Rules between the list of the state's reports and the rows read from them, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.store.held import are_whole

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Offence
    from lib.store.held import Held, Tables

#: The kind of report -> the table that holds its rows.
ROWS_OF = {"sites": "hospital_programs", "licenses": "hospital_license_years"}


def reports(tables: Tables) -> list[Offence]:
    """Rows of a year that no report declares, and reports without a row of theirs."""
    if not are_whole(tables, "reports", *ROWS_OF.values()):
        return []
    pairs = ROWS_OF.items()
    return [o for kind, name in pairs for o in _undeclared(tables, kind, name)] + _empty(tables)


def _undeclared(tables: Tables, kind: str, name: str) -> list[Offence]:
    """Rows whose year is no report of their kind, or whose source is not that of the report."""
    listed = tables["reports"].frame
    listed = listed[listed["report"].eq(kind) & listed["how"].eq("read")]
    held = tables[name]
    wanted = held.frame["year"].map(listed.set_index("year")["source_id"].to_dict())
    found = _once_a_year(
        held,
        wanted.isna(),
        "year",
        _("reports has no row for this year"),
        _("Add the report of that year to data/reports.csv, or correct the year."),
    )
    return found + _once_a_year(
        held,
        wanted.notna() & wanted.ne(held.frame["source_id"]),
        "source_id",
        _("reports names another source for this year"),
        _("Correct the source of the rows, or of the report in data/reports.csv."),
    )


def _once_a_year(
    held: Held, bad: pd.Series[bool], column: str, problem: str, remedy: str
) -> list[Offence]:
    """One offence a year, at its first row: four hundred rows have one cause."""
    rows = held.frame.index[bad.to_numpy(dtype=bool)]
    first = held.frame.loc[rows].drop_duplicates(["year", column]).index
    return [held.offence(int(row), column, problem, remedy) for row in first]


def _empty(tables: Tables) -> list[Offence]:
    """Reports that no row was read from."""
    held = tables["reports"]
    years = {kind: set(tables[name].frame["year"]) for kind, name in ROWS_OF.items()}
    empty = [
        year not in (years["sites"] if how == "added_up" else years[kind])
        for kind, year, how in zip(
            held.frame["report"], held.frame["year"], held.frame["how"], strict=True
        )
    ]
    return held.offences(
        empty,
        "year",
        _("no row was read from this report"),
        _("Add its rows, or take the report out."),
    )
