"""The data steward's command: `python -m lib.check [folder]` tells what is wrong with data/.

Tables are held against their contract, stories also against the figures they name. Exit code 0
when all is well, 1 when something is not, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lib.i18n import _, ngettext
from lib.model import DataError
from lib.schema import TABLES
from lib.store import DATA, assembled, folder_files
from lib.store.stories import read_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.model import Offence
    from lib.store import Store


def offences(folder: Path) -> tuple[Store | None, list[Offence]]:
    """The tables of `folder`, None when they break their contract, and all that is wrong."""
    files = folder_files(folder)
    told, found = read_each(files)
    try:
        store = assembled(files)
    except DataError as error:
        return None, [*error.offences, *found]
    from lib.figures.stories import check  # figures take a second, and sound tables

    return store, [*found, *(offence for story in told for offence in check(store, story))]


def report(store: Store) -> str:
    """The tables of a sound bundle with their numbers of rows, and its stories, as plain text."""
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
    told, _wrong = read_each(store.files)
    scenes = sum(len(story.scenes) for story in told)
    lines.append(
        ngettext(
            "  stories: {told} with {scenes} slide",
            "  stories: {told} with {scenes} slides",
            scenes,
        ).format(told=len(told), scenes=scenes)
    )
    lines.append(_("Every table and every story passes the check."))
    return "\n".join(lines)


def complaint(offences: Sequence[Offence]) -> str:
    """Every offence as plain text, table by table, with its remedy on a line of its own.

    Rows of a table with the same value and the same fault are told together.
    """
    lines: list[str] = []
    by_table = sorted(offences, key=lambda offence: (offence.table, offence.row))
    for table, group in groupby(by_table, key=lambda offence: offence.table):
        alike: dict[Offence, list[int]] = {}
        for offence in group:
            alike.setdefault(replace(offence, row=0), []).append(offence.row)
        lines += [table, *(_lines(offence, rows) for offence, rows in alike.items()), ""]
    count = len(offences)
    lines.append(
        ngettext("{count} error found.", "{count} errors found.", count).format(count=f"{count:,}")
    )
    return "\n".join(lines)


def _lines(offence: Offence, rows: Sequence[int]) -> str:
    """One offence: where (`rows`, 0 is the whole table) and what, then the remedy."""
    row, several, whole, column = (
        (_("slide {row}"), _("slides {rows}"), _("whole file"), _("entry {column}"))
        if offence.table.endswith(".toml")
        else (_("row {row}"), _("rows {rows}"), _("whole table"), _("column {column}"))
    )
    numbered = [number for number in dict.fromkeys(rows) if number]
    if len(numbered) > 1:
        places = [several.format(rows=_spans(numbered))]
    else:
        places = [row.format(row=numbered[0]) if numbered else whole]
    if offence.column:
        places.append(column.format(column=offence.column))
    if offence.value:
        places.append(_("value “{value}”").format(value=offence.value))
    return f"  {', '.join(places)}: {offence.problem}.\n      {offence.remedy}"


def _spans(rows: Sequence[int]) -> str:
    """Row numbers in ascending order, those that follow each other as one span: 3-5, 9."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], row]
        else:
            spans.append([row])
    return ", ".join("-".join(str(end) for end in span) for span in spans)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report and give back the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m lib.check", description=_("Check the tables and the stories.")
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DATA, help=_("data folder"))
    folder: Path = parser.parse_args(arguments).folder
    store, found = offences(folder)
    if found or store is None:
        print(complaint(found))
        return 1
    print(report(store))
    return 0


if __name__ == "__main__":
    sys.exit(main())
