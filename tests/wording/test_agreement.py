"""Verbs agree with what is counted: sentences are said with none, one and two, and read again."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.pages import words as pages
from lib.subjects.cohorts import words as cohorts
from lib.subjects.community import words as community
from lib.subjects.counties import words as county_words, words_care as county_care
from lib.subjects.county_map import words as county_map, words_card as county_card
from lib.subjects.milestones import words as milestones
from lib.subjects.programs import words as programs, words_changes as program_changes
from lib.subjects.rural import words as rural
from lib.subjects.sources import words as catalog

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SMALL = (0, 1, 2)

#: The sentence of n things of five; its verb follows n, not five.
N_OF_5: dict[str, Callable[[int], str]] = {
    "facts": lambda n: community.facts_headline("Kern", 5, n, "inpatient", 2024),
    "page": lambda n: county_words.page_headline("Kern County", "inpatient", n, 5, 2024, 3.0),
    "status": lambda n: county_words.status_sentence("Kern County", "inpatient", n, 2, 5, 2024),
    "median": lambda n: county_words.gap_headline("Kern County", n, 5, 0, 0.1, 5),
    "sites": lambda n: county_care.sites_headline("Kern County", [(2017, 3, 4), (2024, n, 5)]),
    "sites, one year": lambda n: county_care.sites_headline("Kern County", [(2024, n, 5)]),
    "licenses": lambda n: county_care.licenses_headline("K", [(2019, 2, 3), (2024, n, 5)]),
    "district": lambda n: county_care.district_headline("Assembly District 1", n, 5),
    "answers": lambda n: programs.sites_headline(2024, n, 4, 5),
    "split": lambda n: programs.split_headline(("sites", n, 5), ("sites", 1, 5), 2024),
    "again": lambda n: program_changes.step_again(n, 5, 2024),
    "rural": lambda n: rural.sites_headline((n, 5), (3, 5), 2024),
    "critical": lambda n: rural.critical_headline(n, 5, 2024),
    "overview": lambda n: pages.overview_headline(cards(n)),
    "programs": lambda n: pages.programs_headline(answers(n)),
}
SINGULAR = re.compile(r"\breports\b")
PLURAL = re.compile(r"\breport\b")


def cards(n: int) -> SimpleNamespace:
    rows = {"label": ["a", "b"], "value": [f"{n} of 5", "2 of 5"], "n": [n, 2]}
    return SimpleNamespace(rows=pd.DataFrame(rows), as_of="2024")


def answers(n: int) -> SimpleNamespace:
    rows = {
        "series": ["inpatient_palliative"] * 2, "year": [2017, 2024], "reporting": [2, n],
        "n_of_n": ["2 of 5", f"{n} of 5"], "is_whole": [True, True],
    }  # fmt: skip
    return SimpleNamespace(rows=pd.DataFrame(rows))


@pytest.mark.parametrize("n", SMALL)
@pytest.mark.parametrize("name", sorted(N_OF_5))
def test_the_verb_follows_n_and_not_the_whole(name: str, n: int) -> None:
    # What is said of the sites that report outpatient services, after the semicolon, is another.
    said = re.split(";|: a change", N_OF_5[name](n))[0]
    assert SINGULAR.search(said) if n == 1 else PLURAL.search(said), said
    assert not (PLURAL if n == 1 else SINGULAR).search(said), said


@pytest.mark.parametrize("n", [0, 1])
def test_one_of_one_is_one_site(n: int) -> None:
    assert "hospital site reports" in community.facts_headline("Kern", 1, n, "inpatient", 2024)
    assert "one hospital site reports" in county_care.district_headline("D", n, 1)
    assert f"{n} of 1 license reports" in county_care.licenses_headline("K", [(2024, n, 1)])
    assert "one hospital site reports" in county_care.sites_headline("K", [(2024, n, 1)])
    assert "too few to compare" in county_words.gap_headline("K", n, 1, 1 - n, 0.4, 1)


#: A sentence that counts things, with the words for one and for more (or none).
COUNTED: dict[str, tuple[Callable[[int], str], str, str]] = {
    "efforts": (
        lambda n: county_care.efforts_headline("Kern County", n),
        "milestone that names Kern",
        "that name",
    ),
    "local": (lambda n: community.coalition_list_headline(n, 3, 58), "is listed", "are listed"),
    "listed": (
        lambda n: community.coalitions_headline("Kern", n or 3, 2),
        "coalition is listed",
        "coalitions are listed",
    ),
    "next door": (
        lambda n: community.coalitions_headline("Kern", 0, n or 3),
        "is listed in a neighboring",
        "are listed in neighboring",
    ),
    "questions": (lambda n: community.questions_headline("K", n), "question to", "questions to"),
    "help": (lambda n: community.help_headline("K", n), "program matches", "programs match"),
    "toolkits": (lambda n: community.toolkits_headline(n, 2), "toolkit or guide", "toolkits and"),
    "late": (
        lambda n: milestones.timeline_headline("all", 9, 1990, 2010, n),
        "since 1990 is from",
        "since 1990 are from",
    ),
    "year": (lambda n: milestones.year_headline(2024, n, 2, 2), "one milestone,", "milestones,"),
    "found": (milestones.found, "milestone matches", "milestones match"),
    "conflicts": (catalog.conflict_headline, "1 point;", "points;"),
    "unknown": (lambda n: catalog.unknown_headline(n, 1), "question in 1 topic is", "topic are"),
    "sources": (catalog.source_headline, "1 source,", "sources,"),
    "switched": (
        lambda n: program_changes.switch_headline(2022, 2024, n, 2, "site"),
        "one hospital site changed",
        "hospital sites changed",
    ),
    "licenses switched": (
        lambda n: program_changes.switch_headline(2022, 2023, n, 2, "license"),
        "one hospital license changed",
        "hospital licenses changed",
    ),
    "none": (lambda n: programs.map_headline(n, 0, 2024), "1 county has", "counties have"),
    "without": (lambda n: rural.without_headline(9, 0.1, n), "1 county where", "counties where"),
    "far": (lambda n: rural.distance_headline("K", 9, n, 60), "one county, the", "counties, the"),
    "teams": (lambda n: rural.teams_headline(n, "2020"), "One team worked", "teams worked"),
    "unplaced": (
        lambda n: county_card.unplaced(n, 5),
        "1 of 5 sites is not on the map",
        "sites are not on the map",
    ),
    "need": (
        lambda n: county_map.pair_headline(["A", "B"][:n] or ["A", "B", "C"], zero_apart=True),
        "In 1 county, need",
        "counties, need",
    ),
    "rounds": (
        lambda n: cohorts.rounds_headline(n, 22),
        "one of 22 initiatives",
        "of 22 initiatives",
    ),
    "miles": (
        lambda n: county_words.nearest_sentence("K", "S", "W", float(n)),
        "1 mile in",
        "miles in",
    ),
    "miles away": (
        lambda n: county_care.nearest_headline("K", "S", "W", float(n)),
        "1 mile away",
        "miles away",
    ),
}


@pytest.mark.parametrize("n", SMALL)
@pytest.mark.parametrize("name", sorted(COUNTED))
def test_nouns_and_verbs_follow_the_number_before_them(name: str, n: int) -> None:
    sentence, one, more = COUNTED[name]
    assert (one if n == 1 else more) in sentence(n)


@pytest.mark.parametrize(("absent", "verb"), [(0, "have"), (1, "has"), (2, "have")])
def test_the_counties_without_a_hospital_agree_on_the_map(absent: int, verb: str) -> None:
    states = ["zero"] * 3 + ["no hospital"] * absent + ["reported"] * 4
    figure = SimpleNamespace(rows=pd.DataFrame({"state": states}), as_of="2024")
    said = county_map.page_introduction(figure)
    assert f"of those counties {verb} no general acute care hospital" in said


def test_no_sentence_joins_a_number_to_a_verb_without_asking_how_many() -> None:
    """A message with a placeholder straight before "sites report" and the like has a singular."""
    verb = r"(?:report|fall|name|have|are|do)\b"
    loose = re.compile(
        rf'(?<!ngettext\()(?<!")_\(\s*(?:"[^"]*"\s*)*"[^"]*(?<!of )\{{n\}} (?!of )(?:\w+ ){{1,3}}{verb}'
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0][:90]}"
        for path in sorted((ROOT / "lib").rglob("*.py"))
        if "trial" not in path.parts and path.name != "trial.py"
        for match in loose.finditer(path.read_text("utf-8"))
    ]
    assert found == []
