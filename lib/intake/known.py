"""What is known before a file is opened: layouts, words, counties and the rows held."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from lib.i18n import _
from lib.intake.fields import FIELDS
from lib.intake.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Record = dict[str, str]

#: The tables that the intake reads; the first five it also writes.
PROGRAMS = "hospital_programs"
LICENSES = "hospital_license_years"
SOURCES = "sources"
REPORTS = "reports"
UNKNOWNS = "unknowns"
DISTRICTS = "hospital_districts"
STORIES = "stories/"
TABLES = (
    PROGRAMS,
    LICENSES,
    SOURCES,
    REPORTS,
    UNKNOWNS,
    DISTRICTS,
    "state_layouts",
    "state_words",
    "counties",
    "facilities",
    "vocabulary",
)

#: How alike (0 to 100) the nearest known word must be to be worth a mention.
ALIKE = 55


@dataclass(frozen=True)
class Layout:
    """One layout of the state's workbook: field -> the headers it may stand under."""

    name: str
    headers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Known:
    """The tables and stories of a data folder as text, and the `rows` of the tables."""

    texts: Mapping[str, str]
    rows: Mapping[str, tuple[Record, ...]]

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Every layout, in the order of the table."""
        found: dict[str, dict[str, list[str]]] = {}
        for row in self.rows["state_layouts"]:
            found.setdefault(row["layout"], {}).setdefault(row["field"], []).append(row["header"])
        return tuple(
            Layout(name, {field: tuple(headers) for field, headers in fields.items()})
            for name, fields in found.items()
        )

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        """List -> plain form of the state's word -> our word."""
        found: dict[str, dict[str, str]] = {}
        for row in self.rows["state_words"]:
            found.setdefault(row["list"], {})[plain(row["state_word"])] = row["our_word"]
        found["county"] = {plain(row["name"]): row["county_fips"] for row in self.rows["counties"]}
        return found

    def nearest(self, list_name: str, word: str) -> str:
        """The known word of the state most like `word`, as the state writes it, or ""."""
        if list_name == "county":
            known = [row["name"] for row in self.rows["counties"]]
        else:
            rows = self.rows["state_words"]
            known = [row["state_word"] for row in rows if row["list"] == list_name]
        return nearest(word, known)

    @cached_property
    def critical_access(self) -> Mapping[str, str]:
        """Facility -> Yes or No, by the federal list as far as the bundle holds it.

        Yes where the list of facilities calls the site one; else what the site's rows of any
        year say. A site in neither is not in the mapping: unknown.
        """
        said = {row["facility_id"]: row["critical_access"] for row in self.rows[PROGRAMS]}
        listed = "critical_access_hospital"
        named = {r["facility_id"] for r in self.rows["facilities"] if r["type"] == listed}
        return said | dict.fromkeys(named, "Yes")

    def year(self, table: str, year: int) -> tuple[Record, ...]:
        """The rows that `table` holds of one year."""
        return tuple(row for row in self.rows[table] if row["year"] == str(year))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The report years by site that are held, oldest first."""
        return tuple(sorted({int(row["year"]) for row in self.rows[PROGRAMS]}))


def read_known(folder: Path) -> Known:
    """The tables of the data folder that the intake needs.

    Raises:
        Refusal: a table is missing or cannot be read.
    """
    files: dict[str, bytes] = {}
    for name in TABLES:
        try:
            files[f"{name}.csv"] = (folder / f"{name}.csv").read_bytes()
            files[f"{name}.csv"].decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            said = _("The table {table}.csv cannot be read in {folder}; nothing was taken in.")
            raise Refusal(said.format(table=name, folder=folder)) from error
    stories = sorted((folder / STORIES).glob("*.toml"))
    return known_of(files | {f"{STORIES}{path.name}": path.read_bytes() for path in stories})


def known_of(files: Mapping[str, bytes]) -> Known:
    """What is known by the files of a bundle, all of which can be read.

    Raises:
        Refusal: a layout names a field that nothing reads.
    """
    texts = {name: files[f"{name}.csv"].decode("utf-8") for name in TABLES}
    rows = {
        name: tuple(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()
    }
    told = {name: files[name] for name in files if name.startswith(STORIES)}
    # One that is no text at all is named by the check of the tables, not here.
    texts |= {name: content.decode("utf-8", "replace") for name, content in told.items()}
    strange = {row["field"] for row in rows["state_layouts"]} - set(FIELDS)
    if strange:
        said = _("state_layouts.csv names a field that nothing reads: {field}.")
        raise Refusal(said.format(field=", ".join(sorted(strange))))
    return Known(texts, rows)


def plain(word: object) -> str:
    """A word or header without what does not matter: case, spaces, and spaces at a slash."""
    return re.sub(r"\s*/\s*", "/", " ".join(str(word).split())).casefold()


def nearest(word: str, known: Iterable[str]) -> str:
    """The word of `known` most like `word`, or "" where none is alike."""
    best = process.extractOne(
        word, list(known), scorer=fuzz.WRatio, processor=plain, score_cutoff=ALIKE
    )
    return best[0] if best else ""
