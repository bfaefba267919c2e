"""Rules between the tables of choices and the tables that they choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.i18n import _
from lib.schema import TABLES, Kind
from lib.schema.explain import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Offence
    from lib.store.held import Held

    Tables = Mapping[str, Held]

SITES = "hospital_programs"


def _whole(tables: Tables, *names: str) -> bool:
    return all(name in tables and tables[name].whole for name in names)


def splits(tables: Tables) -> list[Offence]:
    """Splits by a column that does not exist, or whose words have no group; groups of no site."""
    if not _whole(tables, "splits", "split_groups", SITES):
        return []
    held, groups = tables["splits"], tables["split_groups"]
    known = {column.name: column.kind for column in TABLES[SITES].columns}
    found: list[Offence] = []
    for row in held.frame.index:
        split, column = (str(held.frame.at[row, name]) for name in ("split", "column"))
        mine = groups.frame[groups.frame["split"].eq(split)]
        if column not in known:
            problem = _("hospital_programs has no such column")
            remedy = _("Use one of: {words}.").format(
                words=nearest(column, known) or ", ".join(known)
            )
            found.append(held.offence(int(row), "column", problem, remedy))
        elif mine.empty:
            problem = _("no row of split_groups names a group of this split")
            remedy = _("Give every group a row there, with its label and phrase.")
            found.append(held.offence(int(row), "split", problem, remedy))
        elif known[column] in (Kind.WHOLE, Kind.NUMBER):
            found += groups.offences(
                groups.frame["split"].eq(split) & groups.frame["low"].isna(),
                "low",
                _("the split is by a number, and the class has no lowest one"),
                _("Give the lowest number of the class; the lowest class begins with 0."),
            )
        else:
            found += _worded(tables, int(row), split, column)
    return found


def _worded(tables: Tables, row: int, split: str, column: str) -> list[Offence]:
    """Words of the column that have no group, and groups that no site is of."""
    held, groups = tables["splits"], tables["split_groups"]
    mine = groups.frame["split"].eq(split)
    used = set(tables[SITES].frame[column].astype(str)) - {""}
    found: list[Offence] = []
    for word in sorted(used - set(groups.frame.loc[mine, "group"])):
        problem = _("a hospital site has the word “{word}”, which is no group").format(word=word)
        remedy = _("Give it a row in split_groups, with its label and phrase.")
        found.append(held.offence(row, "split", problem, remedy))
    return found + groups.offences(
        mine & ~groups.frame["group"].isin(used),
        "group",
        _("no hospital site has this word in the column of the split"),
        _("Use one of: {words}.").format(words=", ".join(sorted(used))),
    )
