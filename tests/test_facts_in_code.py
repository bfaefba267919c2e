"""What a steward may change is data: no year, source, place, report or list word stands in lib/.

The syntax tree of every module is read; docstrings and comments do not count. What has to stay is
named in facts_in_code.csv, each with its reason; a row there that nothing needs is an error, too.
"""

from __future__ import annotations

import ast
import csv
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lib.schema import OBSERVATIONS, TABLES, lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.store import Store

ROOT = Path(__file__).resolve().parent.parent
EXCEPTIONS = Path(__file__).with_suffix("").parent / "facts_in_code.csv"

#: A year from 1900 to 2100 in digits, and not as a part of a number, a code point or an address.
YEAR = re.compile(r"(?<![\d,.\\u#/+])(?:19\d\d|20\d\d|2100)(?![\d,/]|\.\d)")

#: Tables whose ids may stand in no module, by the kind of fact that they are.
IDS = {
    "source": ("sources", "source_id"),
    "cohort": ("cohorts", "cohort_id"),
    "milestone": ("milestones", "milestone_id"),
    "view": ("equity_subjects", "view_id"),
    "measure": ("measures", "measure_id"),
    "edition": ("editions", "version"),
}


class Fact(NamedTuple):
    """One literal that holds a fact, and where it stands."""

    kind: str
    value: str
    path: str
    line: int


def literals(path: Path) -> Iterator[tuple[int, object]]:
    """Line and value of every literal that is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    bodies = (ast.Module, ast.ClassDef, ast.FunctionDef)
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, bodies) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in said:
            yield node.lineno, node.value


def held(store: Store) -> dict[str, set[str]]:
    """Kind of fact -> the words of the tables that are such facts.

    A word that is a column, a table or a word of code as well is not told apart from it.
    """
    columns = {c.name for t in (*TABLES.values(), OBSERVATIONS) for c in t.columns}
    of_code = {w for words in vars(lists).values() if isinstance(words, tuple) for w in words}
    known = {kind: set(store.table(table)[column]) for kind, (table, column) in IDS.items()}
    counties = store.table("counties")
    known["place"] = {*counties["name"], *counties["county_fips"]}
    known["word"] = set(store.table("vocabulary")["word"])
    known["choice"] = {
        *store.table("splits")["split"],
        *store.table("rural_definitions")["definition"],
    }
    ordinary = columns | of_code | set(TABLES) | {OBSERVATIONS.name}
    return {kind: words - ordinary for kind, words in known.items()}


def facts(store: Store) -> list[Fact]:
    """Every fact that stands in a module of lib/."""
    known = held(store)
    found: list[Fact] = []
    for path in sorted((ROOT / "lib").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for line, value in literals(path):
            if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100:
                found.append(Fact("year", str(value), name, line))
            elif isinstance(value, str):
                found += [Fact(kind, value, name, line) for kind in known if value in known[kind]]
                if YEAR.search(value):
                    found.append(Fact("year", value, name, line))
    return found


@pytest.fixture(scope="module")
def exceptions() -> list[dict[str, str]]:
    with EXCEPTIONS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def fits(row: dict[str, str], fact: Fact) -> bool:
    """True where an exception names the fact; `value` and `path` may hold a star."""
    text = " ".join(fact.value.split())
    return (
        row["kind"] == fact.kind
        and fnmatch(fact.path, row["path"])
        and (
            text == row["value"]
            or (row["value"].endswith("*") and text.startswith(row["value"][:-1]))
        )
    )


def test_no_fact_of_an_edition_stands_in_the_code(
    store: Store, exceptions: list[dict[str, str]]
) -> None:
    left = [fact for fact in facts(store) if not any(fits(row, fact) for row in exceptions)]
    assert left == []


def test_every_exception_is_needed_and_has_its_reason(
    store: Store, exceptions: list[dict[str, str]]
) -> None:
    found = facts(store)
    assert [row for row in exceptions if not any(fits(row, fact) for fact in found)] == []
    assert [row for row in exceptions if not row["why"].strip()] == []


def test_a_year_is_told_from_other_digits() -> None:
    assert YEAR.search("held for 2022 only")
    assert YEAR.search("growth_65_2060")
    assert not YEAR.search("http://www.w3.org/2000/svg")
    assert not YEAR.search("12,2022 or 0.2022 or \\u2014")
