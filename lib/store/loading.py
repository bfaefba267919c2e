"""From files to a checked Store, or to the list of everything wrong with it."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive import suppression
from lib.i18n import _
from lib.model import DataError, Edition, Offence
from lib.schema import OBSERVATIONS, TABLES, VOCABULARY, Words, check, filled, words_of
from lib.store import district_rules, outlines
from lib.store.bundle import Store
from lib.store.crosscheck import TOPOLOGY, crosscheck
from lib.store.edition_rules import edition_rules
from lib.store.files import DATA, folder_files
from lib.store.held import Held
from lib.store.reading import TextTable, read
from lib.store.rules import row_rules
from lib.store.small import small_numbers
from lib.store.vocabulary_rules import vocabulary_rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lib.schema import Table

EDITION = "edition.toml"

#: The list that names the files of observations.
DOMAIN = "domain"

#: Tables that are remembered as they were read: those of one edition and some that are tried.
MOST = 80


def load(folder: Path = DATA) -> Store:
    """The checked tables of a folder laid out as data/.

    Raises:
        DataError: with every offence of every table, not the first.
    """
    return assembled(folder_files(folder))


def assembled(files: Mapping[str, bytes], *, proposed: bool = False) -> Store:
    """The checked tables of files named as in `folder_files`; the store keeps the files.

    `proposed` tables are no edition yet: a row that an earlier edition added may be gone.

    Raises:
        DataError: with every offence of every table, not the first.
    """
    tables, offences = read_tables(files)
    edition, faults = edition_of(files.get(EDITION))
    topology, more = topology_of(files.get(TOPOLOGY))
    districts, faults_of_outlines = outlines.read(files)
    # A cell that breaks its own contract is told once, not again by each table that meets it.
    told = {(offence.table, offence.row, offence.column) for offence in offences}
    between = [
        *row_rules(tables),
        *vocabulary_rules(tables),
        *small_numbers(tables),
        *crosscheck(tables, topology),
        *edition_rules(tables, edition, proposed=proposed),
        *district_rules.outlines(tables, districts),
    ]
    offences += [*faults, *more, *faults_of_outlines]
    offences += [o for o in between if (o.table, o.row, o.column) not in told]
    if offences or edition is None:
        raise DataError(tuple(offences))
    frames = {name: held.frame for name, held in tables.items()}
    # Small counts of people leave no room of the house: no output can show what it never sees.
    frames["observations"] = suppression.protected(frames["observations"], frames["people_counts"])
    # A member of its own in the topology, as the format allows: every output that draws is handed
    # the one, and with it the other.
    shapes = {**topology, "districts": districts}
    return Store(edition, shapes, frames, dict(files))


def file_names(files: Mapping[str, bytes] | None = None) -> tuple[str, ...]:
    """The name of every table that is a file of its own: its path without the ending.

    Observations have a file a domain, as the vocabulary among `files` names them: by default
    that of the repository.
    """
    words = _words(files) if files is not None else _own_words()
    return (*TABLES, *(f"{OBSERVATIONS.name}/{domain}" for domain in _domains(words)))


@cache
def _own_words() -> Words:
    """The closed lists of the repository's own tables."""
    name = f"{VOCABULARY.name}.csv"
    return _words({name: (DATA / name).read_bytes()})


def _domains(words: Words) -> list[str]:
    """The domains of observations in the order of their files, which is that of their rows."""
    return sorted(dict(words).get(DOMAIN, ()))


def _words(files: Mapping[str, bytes]) -> Words:
    """The closed lists among `files`; none where their table cannot be read."""
    text, _offences = read(files.get(f"{VOCABULARY.name}.csv"), VOCABULARY, VOCABULARY.name)
    if text is None:
        return ()
    cells = text.frame.to_dict(orient="records")
    return words_of([{str(name): str(cell) for name, cell in row.items()} for row in cells])


def read_tables(files: Mapping[str, bytes]) -> tuple[dict[str, Held], list[Offence]]:
    """Every table among `files` that can be read, typed, and the offences of each alone."""
    tables: dict[str, Held] = {}
    words = _words(files)
    domains = _domains(words)
    offences = _strangers(files, domains)
    for table in (*TABLES.values(), OBSERVATIONS):
        split = table.name == OBSERVATIONS.name
        names = tuple(f"{table.name}/{domain}" for domain in domains) if split else (table.name,)
        contents = tuple(files.get(f"{name}.csv") for name in names)
        held, found = _table(filled(table, words), names, contents)
        offences += found
        if held is not None:
            tables[table.name] = held
    return tables, offences


@lru_cache(maxsize=MOST)
def _table(
    table: Table, names: tuple[str, ...], contents: tuple[bytes | None, ...]
) -> tuple[Held | None, tuple[Offence, ...]]:
    """One table from its file (observations: from a file a domain), typed, and its offences.

    Remembered, because an edition and the next one, or a table that is tried, differ in a few
    files: those that are alike need not be checked again.
    """
    offences: list[Offence] = []
    parts: list[TextTable] = []
    for name, content in zip(names, contents, strict=True):
        part, found = read(content, table, name)
        offences += found
        parts += [part] if part else []
    if not parts:
        return None, tuple(offences)
    places = [place for part in parts for place in part.places]
    text = pd.concat([part.frame for part in parts], ignore_index=True)
    whole = not offences
    frame, found = check(text, table, places)
    places = [places[row] for row in frame.index]
    frame = frame.reset_index(drop=True)
    if table.name == OBSERVATIONS.name:
        frame["domain"] = [name.partition("/")[2] for name, _line in places]
    return Held(frame, places, whole and len(frame) == len(text)), (*offences, *found)


def _strangers(files: Mapping[str, bytes], domains: Sequence[str]) -> list[Offence]:
    """An offence for each CSV file that no contract declares."""
    declared = {f"{name}.csv" for name in TABLES}
    declared |= {f"observations/{domain}.csv" for domain in domains}
    found = {name for name in files if name.endswith(".csv")}
    problem = _("no contract declares this table")
    remedy = _("Declare it in lib/schema, or take the file out of data/.")
    return [
        Offence(path.removesuffix(".csv"), 0, "", path, problem, remedy)
        for path in sorted(found - declared)
    ]


def edition_of(content: bytes | None) -> tuple[Edition | None, list[Offence]]:
    """The edition of the bundle, or an offence where its file cannot be used."""
    try:
        record = tomllib.loads(_text(content))
        day = date.fromisoformat(str(record["date"])).isoformat()
        return Edition(str(record["version"]), day, str(record["title"])), []
    except (KeyError, ValueError) as error:
        problem = _("the edition cannot be read")
        remedy = _("Give it a version, an ISO date and a title.")
        return None, [Offence(EDITION, 0, "", str(error), problem, remedy)]


def _text(content: bytes | None) -> str:
    """What a file says; raises ValueError where it is missing or no UTF-8."""
    if content is None:
        raise ValueError(_("the file is missing or cannot be opened"))
    return content.decode("utf-8")


def topology_of(content: bytes | None) -> tuple[dict[str, Any], list[Offence]]:
    """The county shapes, or an offence where their file cannot be used."""
    try:
        topology: dict[str, Any] = json.loads(_text(content))
        for county in topology["objects"]["counties"]["geometries"]:
            county["id"]
    except (ValueError, KeyError, TypeError) as error:
        problem = _("the county shapes cannot be read")
        remedy = _("Run python tools/make_geometry.py.")
        return {}, [Offence(TOPOLOGY, 0, "", str(error), problem, remedy)]
    return topology, []
