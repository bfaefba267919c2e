"""No message and no text of a table says what the style of the words avoids.

``avoid_list.csv`` names each word, its pattern and what to say instead; what has to stay is named
in ``avoid_list_exceptions.csv``, each with its reason. A row there that nothing needs is an error.
"""

from __future__ import annotations

import csv
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.extract import extract_from_dir

from lib.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

#: Places of a message say nothing by themselves; a place may be written with any word.
PLACES = re.compile(r"\{[^{}]*\}")

#: Tables that quote others word for word (titles, the state's own words), name people and places,
#: or keep what an earlier edition said.
QUOTED = {
    "sources",
    "state_words",
    "state_layouts",
    "facilities",
    "hospital_programs",
    "hospital_districts",
    "geographies",
    "regions",
    "zip_counties",
    "editions",
    "edition_changes",
    "edition_headlines",
}

#: Columns that programs read, a source's own names and places in it; no page shows them as words.
MACHINE = re.compile(
    r"_id$|url$|_kind$|^(?:locator|list|word|role|reads|group|definition_column|topic)$"
)


class Said(NamedTuple):
    """One text that a reader may meet, and where it stands."""

    where: str
    text: str


class Avoided(NamedTuple):
    """One word of the avoid list in one text."""

    where: str
    word: str
    use: str
    text: str


def words() -> list[tuple[str, str, re.Pattern[str]]]:
    """Each word, what to say instead, and its pattern."""
    with (HERE / "avoid_list.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["word"], row["use"], re.compile(row["pattern"], re.I))
            for row in csv.DictReader(file)
        ]


def messages() -> Iterator[Said]:
    """Every message that a translator would get, its places left out."""
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    for folder in ("lib", "pages", "server"):
        for file, _line, message, *_rest in extract_from_dir(
            ROOT / folder, method_map=[("**.py", "python")], keywords=keywords
        ):
            for text in message if isinstance(message, tuple) else (message,):
                if text:
                    yield Said(f"{folder}/{file}", PLACES.sub("0", text))


def texts() -> Iterator[Said]:
    """Every text of more than one word in the tables, and every label."""
    for name in TABLES:
        if name in QUOTED:
            continue
        with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    if text and not MACHINE.search(column) and (" " in text or column == "label"):
                        yield Said(f"data/{name}.{column}", PLACES.sub("0", text))


def stories() -> Iterator[Said]:
    """Titles, summaries, headlines and notes of the stories."""
    for path in sorted((ROOT / "data" / "stories").glob("*.toml")):
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        where = f"data/stories/{path.stem}"
        yield from (Said(where, story[key]) for key in ("title", "summary") if key in story)
        for scene in story["scenes"]:
            yield from (Said(where, scene[key]) for key in ("headline", "notes") if key in scene)


def found(said: Iterable[Said]) -> list[Avoided]:
    """Every avoided word in these texts."""
    avoided = words()
    return [
        Avoided(where, word, use, text)
        for where, text in said
        for word, use, pattern in avoided
        if pattern.search(text)
    ]


def exceptions() -> list[dict[str, str]]:
    """What has to stay, and why."""
    with (HERE / "avoid_list_exceptions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def excused(hit: Avoided, row: dict[str, str]) -> bool:
    """Whether an exception speaks of this word in this text."""
    return (
        row["word"] == hit.word
        and fnmatch(hit.where, row["where"])
        and row["text"].lower() in hit.text.lower()
    )


def test_nothing_a_reader_meets_says_a_word_of_the_avoid_list() -> None:
    rows = exceptions()
    said = {*messages(), *texts(), *stories()}
    assert len(said) > 4000
    hits = found(said)
    left = [hit for hit in hits if not any(excused(hit, row) for row in rows)]
    assert left == [], "say what `use` says, or give a reason in avoid_list_exceptions.csv"
    needless = [row for row in rows if not any(excused(hit, row) for hit in hits)]
    assert needless == []
    assert all(row["reason"] for row in rows)


def test_the_list_sees_what_it_is_for() -> None:
    """Invented sentences, one to a fault; the last says all of it well."""
    wrong = {
        "held": "No county count is held.",
        "general acute hospital": "The general acute hospital answered.",
        "aged N and over": "People aged 65 and over",
        "day before month": "Signed on 28 September 2017",
        "has a program": "Hospitals with an inpatient program",
        "one a thing": "Bars, one a county.",
    }
    for word, text in wrong.items():
        assert word in {hit.word for hit in found([Said("here", text)])}
    right = (
        "We found no count by county. 2 of 5 general acute care hospital sites report a program."
    )
    assert found([Said("here", right)]) == []
