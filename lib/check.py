"""The data steward's command: `python -m lib.check [folder]` tells what is wrong with data/.

Exit code 0 when every table keeps its contract, 1 when one does not, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.model import DataError
from lib.schema import TABLES
from lib.store import DATA, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.model import Offence
    from lib.store import Store


def report(store: Store) -> str:
    """The tables of a sound bundle with their numbers of rows, as plain text."""
    lines = [
        _("Edition {version} of {day}").format(
            version=store.edition.version, day=store.edition.date
        )
    ]
    for name in (*TABLES, "observations"):
        rows = len(store.table(name))
        lines.append(
            ngettext("  {name}: {rows} row", "  {name}: {rows} rows", rows).format(
                name=name, rows=f"{rows:,}"
            )
        )
    lines.append(_("Every table keeps its contract."))
    return "\n".join(lines)


def complaint(offences: Sequence[Offence]) -> str:
    """Every offence as plain text, table by table, with its remedy on a line of its own."""
    lines: list[str] = []
    by_table = sorted(offences, key=lambda offence: (offence.table, offence.row))
    for table, group in groupby(by_table, key=lambda offence: offence.table):
        lines += [table, *(_lines(offence) for offence in group), ""]
    count = len(offences)
    lines.append(
        ngettext("{count} offence found.", "{count} offences found.", count).format(
            count=f"{count:,}"
        )
    )
    return "\n".join(lines)


def _lines(offence: Offence) -> str:
    """One offence: where and what, then the remedy."""
    places = [_("row {row}").format(row=offence.row)] if offence.row else [_("whole table")]
    if offence.column:
        places.append(_("column {column}").format(column=offence.column))
    if offence.value:
        places.append(_("value “{value}”").format(value=offence.value))
    return f"  {', '.join(places)}: {offence.problem}.\n      {offence.remedy}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and give back the exit code."""
    parser = argparse.ArgumentParser(prog="python -m lib.check", description=_("Check the tables."))
    parser.add_argument("folder", nargs="?", type=Path, default=DATA, help=_("data folder"))
    folder: Path = parser.parse_args(arguments).folder
    try:
        store = load(folder)
    except DataError as error:
        print(complaint(error.offences))
        return 1
    print(report(store))
    return 0


if __name__ == "__main__":
    sys.exit(main())
