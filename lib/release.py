"""Make a new edition: set down what changed against the tables of the edition before.

``python -m lib.release --before FOLDER --version 2026.12 --note "The report of 2025"`` compares
data/ with FOLDER, appends to `editions.csv`, `edition_changes.csv` and `edition_headlines.csv`,
and writes the version and the date into `edition.toml`.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from lib import figures
from lib.derive import editions
from lib.derive.suppression import WITHHELD
from lib.i18n import _
from lib.model import DataError
from lib.schema import TABLES, contract
from lib.schema.editions import EDITION_TABLES, VERSION_PATTERN
from lib.store import DATA, assembled, file_names, folder_files
from lib.store.files import TELLING
from lib.store.loading import EDITION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from lib.schema import Table
    from lib.store import Store

#: The file that describes the bundle for programs, with its version.
PACKAGE = "datapackage.json"

#: Tables that speak of editions: no edition lists changes of its own list.
OWN = tuple(table.name for table in EDITION_TABLES)

Rows: TypeAlias = dict[str, dict[str, str]]
Files: TypeAlias = "Mapping[str, bytes]"


@dataclass(frozen=True)
class Change:
    """One row or cell that differs; a whole row has no column.

    A table or a column that is new or gone is one change: its row is `editions.EVERY`.
    """

    kind: str
    table: str
    row: str
    column: str = ""
    before: str = ""
    after: str = ""


def compared(before: Path, after: Path) -> list[Change]:
    """Every row and cell that differs between two folders of tables, table by table.

    A table that the older folder lacks is one change, and so is a new column.
    """
    return compared_files(folder_files(before), folder_files(after))


def compared_files(before: Files, after: Files) -> list[Change]:
    """The same of two bundles as files, named as in `folder_files`."""
    found: list[Change] = []
    for name in _named(before, after):
        old, new = before.get(f"{name}.csv"), after.get(f"{name}.csv")
        if name not in OWN and old != new:
            table = contract(name)
            found += _differences(name, _rows(old, table), _rows(new, table))
    return found


def _named(*bundles: Files) -> list[str]:
    """Every table of the bundles, each once: a domain of observations may be new or gone."""
    names = [name for files in bundles for name in file_names(files)]
    return list(dict.fromkeys([*names, *file_names()]))


def _rows(content: bytes | None, table: Table) -> Rows:
    """Key -> cells of one table; nothing where a bundle lacks it."""
    lines = io.StringIO((content or b"").decode("utf-8-sig"), newline="")
    return {editions.key(row[part] for part in table.key): row for row in csv.DictReader(lines)}


def _differences(name: str, before: Rows, after: Rows) -> list[Change]:
    if not before or not after:
        return [Change(editions.WITHDRAWN if before else editions.ADDED, name, editions.EVERY)]
    old, new = next(iter(before.values())), next(iter(after.values()))
    columns = [
        *(Change(editions.ADDED, name, editions.EVERY, each) for each in new if each not in old),
        *(
            Change(editions.WITHDRAWN, name, editions.EVERY, each)
            for each in old
            if each not in new
        ),
    ]
    added = [Change(editions.ADDED, name, key) for key in after if key not in before]
    withdrawn = [Change(editions.WITHDRAWN, name, key) for key in before if key not in after]
    revised = [
        Change(editions.REVISED, name, key, column, _told(before[key], row, column), cell)
        for key, row in after.items()
        if key in before
        for column, cell in row.items()
        if column in old and before[key][column] != cell
    ]
    return [*columns, *added, *withdrawn, *revised]


def _told(before: Mapping[str, str], after: Mapping[str, str], column: str) -> str:
    """What a cell said; nothing of a small count that is withheld now."""
    is_withheld = after.get("status") == WITHHELD and column in TELLING
    return "" if is_withheld else before.get(column, "")


def headlines(store: Store, tell: Callable[[float], object] | None = None) -> dict[str, str]:
    """Figure -> its headline with its usual choices; `tell` hears the share done, 0 to 1."""
    found: dict[str, str] = {}
    for figure_id in figures.REGISTRY:
        built = figures.build(store, figure_id, figures.defaults(figure_id, store))
        found[figure_id] = built.headline
        if tell:
            tell(len(found) / len(figures.REGISTRY))
    return found


def changed_headlines(
    before: Mapping[str, str], after: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Figure -> headline before and after, where they differ."""
    return {
        figure_id: (before.get(figure_id, ""), text)
        for figure_id, text in after.items()
        if before.get(figure_id, "") != text
    }


def _appended(content: bytes | None, table: Table, rows: Iterable[Iterable[str]]) -> bytes:
    """A table with rows at its end; one that is not there yet begins with its header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if content is None:
        writer.writerow(table.header)
    writer.writerows(rows)
    return (content or b"") + out.getvalue().encode("utf-8")


def next_version(store: Store, day: date) -> str:
    """The version of an edition of `day`: its year and month, numbered where there is one."""
    month = f"{day:%Y.%m}"
    held = editions.versions(store)
    newest = held[-1] if held else ""
    if not newest or _order(month) > _order(newest):
        return month
    parts = _order(newest)
    number = parts[2] if len(parts) > 2 else 1
    return f"{parts[0]}.{parts[1]:02d}.{number + 1}"


def release(
    before: Path,
    version: str,
    note: str,
    why: str = "",
    folder: Path = DATA,
    lines: Mapping[str, tuple[str, str]] | None = None,
) -> list[Change]:
    """Write the edition `version` of `folder` down as the one after `before`.

    Args:
        before: the data folder of the edition before.
        version: of the new edition.
        note: what it brings, in a sentence.
        why: why numbers were revised.
        folder: the data folder of the new edition.
        lines: the headlines that changed, as `changed_headlines` gives them, where they are
            known already.

    Raises:
        ValueError: the version is not one, or is not after the newest.
        DataError: one of the two folders breaks its contract.
    """
    found, made = edition_files(
        folder_files(before), folder_files(folder), version, note, why, lines
    )
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return found


def edition_files(
    before: Files,
    after: Files,
    version: str,
    note: str,
    why: str = "",
    lines: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[list[Change], dict[str, bytes]]:
    """What the edition `version` changes, and the files that set it down; nothing is written.

    Args and errors are those of `release`, with bundles named as in `folder_files`.
    """
    held = [row["version"] for row in _rows(after.get("editions.csv"), TABLES["editions"]).values()]
    if not re.fullmatch(VERSION_PATTERN, version) or (held and _order(version) <= _order(held[-1])):
        raise ValueError(
            _(
                "{version} is no version after {newest}; write the year and month, such as 2026.12"
            ).format(version=version, newest=held[-1] if held else _("none"))
        )
    found = compared_files(before, after)
    today = datetime.now(UTC).date().isoformat()
    changes = [(version, c.kind, c.table, c.row, c.column, c.before, c.after, why) for c in found]
    made = {
        f"{name}.csv": _appended(after.get(f"{name}.csv"), TABLES[name], rows)
        for name, rows in (
            ("editions", [(version, today, note)]),
            ("edition_changes", changes),
        )
    }
    text = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', after[EDITION].decode("utf-8"))
    made[EDITION] = re.sub(r"(?m)^date = \S+$", f"date = {today}", text).encode("utf-8")
    if PACKAGE in after:
        made[PACKAGE] = _dated(after[PACKAGE].decode("utf-8"), version, today).encode("utf-8")
    # Checked with the new changes: a row that an earlier edition named may be withdrawn by this one.
    store = assembled({**after, **made})
    if lines is None:
        lines = changed_headlines(headlines(assembled(before)), headlines(store))
    texts = [(version, name, *both) for name, both in sorted(lines.items())]
    name = "edition_headlines"
    made[f"{name}.csv"] = _appended(after.get(f"{name}.csv"), TABLES[name], texts)
    return found, made


def _dated(package: str, version: str, day: str) -> str:
    """The data package's description as that of a version; the rest stays as it is written."""
    text = re.sub(r'(?m)^ "version": ".*"', f' "version": "{version}"', package)
    return re.sub(r'(?m)^ "created": "[^"T]*', f' "created": "{day}', text)


def _order(version: str) -> tuple[int, ...]:
    """Versions in their order: 2026.11, 2026.11.2, 2026.12."""
    return tuple(int(part) for part in version.split("."))


def main(arguments: list[str]) -> int:
    """The command; prints how many rows and cells the edition changes."""
    parser = argparse.ArgumentParser(prog="python -m lib.release", description=__doc__)
    parser.add_argument(
        "--before", type=Path, required=True, help="data folder of the edition before"
    )
    parser.add_argument("--version", required=True, help="such as 2026.12")
    parser.add_argument("--note", required=True, help="what it brings, in a sentence")
    parser.add_argument("--why", default="", help="why numbers were revised, where they were")
    asked = parser.parse_args(arguments)
    try:
        found = release(asked.before, asked.version, asked.note, asked.why)
    except (ValueError, DataError) as error:
        print(error)
        return 1
    for kind in (editions.ADDED, editions.REVISED, editions.WITHDRAWN):
        print(f"{kind}: {sum(change.kind == kind for change in found):,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
