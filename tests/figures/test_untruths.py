"""Small untruths that once stood in figures: each kind is looked for everywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from lib import figures
from lib.outputs import words
from lib.subjects.county_map import need_supply
from lib.ui import provenance

ROOT = Path(__file__).resolve().parents[2]
DRAWER = "Mike Bostock"

#: Words that say why something happened, where the sources only say that it did.
GUESSES = re.compile(
    r"\b(likeliest|most likely|probably|presumably|before it is anything|because of|due to|led to|"
    r"thanks to|driven by|drove|showed that|explains|the reason is|as a result)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data" / "stories").glob("*.toml")), ids=lambda p: p.stem
)
def test_no_note_of_a_story_guesses_at_a_cause(path: Path) -> None:
    story = tomllib.loads(path.read_text("utf-8"))
    texts = [story["title"], story["summary"]]
    texts += [scene.get(part, "") for scene in story["scenes"] for part in ("headline", "notes")]
    assert [text for text in texts if GUESSES.search(text)] == []


def test_timing_is_told_in_one_sentence() -> None:
    other = re.compile(r"Timing (?!does not prove cause\.)\w")
    files = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    files += (ROOT / "data" / "stories").glob("*.toml")
    assert [path.name for path in files if other.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("figure_id", sorted(figures.REGISTRY))
def test_who_drew_the_outlines_is_credited_and_no_source_of_numbers(
    store: Any, figure_id: str
) -> None:
    figure = figures.build(store, figure_id, figures.defaults(figure_id))
    said = (words.source_line(figure, len(figure.sources)), provenance.line(figure))
    if figure_id != "source_list":
        assert not any(DRAWER in text for text in said)
        assert not any(source.publisher == DRAWER for source in figure.sources)
    shaped = "ca_counties.topo.json" in str(figure.chart)
    assert bool(figure.outlines) or not shaped
    if figure.outlines:
        assert DRAWER in provenance.entries(figure)


def test_need_and_supply_are_numbers_in_every_pair(store: Any) -> None:
    allowed = figures.options("need_supply_map", store)
    assert "medi_cal_model" not in {*allowed["need"], *allowed["supply"]}
    for need in allowed["need"]:
        for supply in allowed["supply"]:
            pair = need_supply._paired(store, need, supply)
            assert len(pair.rows) == 58
            assert set(pair.rows["kind"]) == set(pair.colors)


def test_a_kind_as_need_is_refused_by_name(store: Any) -> None:
    with pytest.raises(ValueError, match="medi_cal_model"):
        figures.build(store, "need_supply_map", {"need": "medi_cal_model"})


def test_nothing_is_called_chosen_by_a_rule_that_is_not_one(store: Any) -> None:
    lead = figures.build(store, "equity_lead", {})
    said = " ".join((lead.headline, lead.subtitle, *lead.caveats))
    assert "by rule" not in said
    assert "widest" not in said
    assert "We chose" in said


def test_a_share_of_two_is_not_all_or_nothing() -> None:
    files = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    assert [path.name for path in files if "all or nothing" in path.read_text("utf-8")] == []


def test_differences_that_do_not_match_what_is_shown_say_why(store: Any) -> None:
    figure = figures.build(store, "equity_gap", {"gap": "under_65_race"})
    assert "Differences are worked out before rounding." in figure.subtitle
