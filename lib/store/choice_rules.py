"""Rules between the tables of choices and the tables that they choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import sentences
from lib.i18n import _
from lib.schema import TABLES, Kind
from lib.schema.explain import nearest
from lib.store.held import are_whole

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Offence
    from lib.store.held import Held, Tables

SITES = "hospital_programs"


def splits(tables: Tables) -> list[Offence]:
    """Splits by a column that does not exist, or whose words have no group; groups of no site."""
    if not are_whole(tables, "splits", "split_groups", SITES):
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


def findings(tables: Tables) -> list[Offence]:
    """Sentences of the Equity page with a place that nothing fills."""
    if not are_whole(tables, "equity_subjects", "equity_groups"):
        return []
    held, sets = tables["equity_subjects"], tables["equity_groups"].frame
    groups = sets.groupby("group_set")["group"].agg(set).to_dict()
    found: list[Offence] = []
    for row in held.frame.index[held.frame["sentence"].ne("")]:
        text = str(held.frame.at[row, "sentence"])
        known = groups.get(held.frame.at[row, "group_set"], set())
        named = {group for _name, group in sentences.places(text) if group}
        if not sentences.is_sound(text) or not named <= known:
            problem = _("a place in braces that nothing fills")
            remedy = _("Use {words}, or v and n with a group of the view in brackets.").format(
                words=", ".join(f"{{{name}}}" for name in sentences.WORDS)
            )
            found.append(held.offence(int(row), "sentence", problem, remedy))
    return found


def rural(tables: Tables) -> list[Offence]:
    """Definitions of rural that read no column, or whose counties have a class of no name."""
    names = ("rural_definitions", "rural_classes", "county_classes", "counties", SITES)
    if not are_whole(tables, *names):
        return []
    held, named = tables["rural_definitions"], tables["rural_classes"]
    drawn = held.frame["on_maps"].ne("")
    found = held.offences(
        drawn & (drawn.sum() > 1) | (held.frame.index.to_series().eq(0) & (drawn.sum() < 1)),
        "on_maps",
        _("one definition is drawn on maps, no more and no fewer"),
        _("Write Yes at one definition only."),
    )
    for row in held.frame.index:
        definition = str(held.frame.at[row, "definition"])
        table, _dot, column = str(held.frame.at[row, "reads"]).partition(".")
        if table not in names[2:] or column not in tables[table].frame:
            problem = _("there is no such table or column")
            remedy = _("Name counties, county_classes or hospital_programs and a column of it.")
            found.append(held.offence(int(row), "reads", problem, remedy))
            continue
        mine = named.frame[named.frame["definition"].eq(definition)]
        cells = tables[table].frame
        if "definition" in cells:
            cells = cells[cells["definition"].eq(definition)]
            lost = set(tables["counties"].frame["county_fips"]) - set(cells["county_fips"])
            if lost:
                problem = _("counties without a class: {n}").format(n=len(lost))
                remedy = _("Give every county its row in county_classes.")
                found.append(held.offence(int(row), "definition", problem, remedy))
        if mine["low"].isna().any():
            found += _classes(held, int(row), set(cells[column].astype(str)) - {""}, mine["class"])
    return found


def _classes(held: Held, row: int, used: set[str], named: pd.Series[str]) -> list[Offence]:
    """Classes that are used and have no name, and the other way round."""
    strange = sorted(used ^ set(named))
    problem = _("classes used or named, not both: {words}").format(words=", ".join(strange))
    remedy = _("Make rural_classes name every class of the column, and no other.")
    return [held.offence(row, "definition", problem, remedy)] if strange else []
