"""Headlines and findings can be read by an eighth grader, the field's own words set aside."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

import pytest

from lib.figures import build, defaults
from lib.page import Held, words
from lib.pages import PAGES
from tests.reading import MEDIAN, MOST, grade, syllables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.model import Figure
    from lib.store import Store

#: What stands for the places of a sentence of a table: a share, or a short word.
SHARE, WORD = "44%", "White"


def hold(texts: Iterable[str]) -> None:
    """Fail with every text over the limit, hardest first, and with a median over the goal."""
    graded = sorted(((round(grade(text), 1), text) for text in texts), reverse=True)
    assert [each for each in graded if each[0] > MOST] == []
    assert median(value for value, _text in graded) <= MEDIAN


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("report", 2),
        ("table", 2),
        ("people", 2),
        ("compared", 2),
        ("share", 1),
        ("united", 3),
        ("POLST", 5),
        ("palliative", 1),
        ("initiative", 4),
        ("416", 1),
        ("services", 3),
    ],
)
def test_syllables_are_counted_as_a_reader_would(word: str, n: int) -> None:
    assert syllables(word, first=True) == n


def test_the_grade_of_a_sentence_worked_by_hand() -> None:
    # Ten words, eleven syllables: only "reports" has two, for hospitals and counties count one.
    text = "One of two hospitals in the county reports a program."
    assert grade(text) == pytest.approx(0.39 * 10 + 11.8 * 11 / 10 - 15.59)


def test_a_hard_text_is_noticed() -> None:
    with pytest.raises(AssertionError):
        hold(["Institutional interdisciplinary participation necessitates documentation"])


def test_headlines_of_all_figures_can_be_read(every_figure: dict[str, Figure]) -> None:
    hold(figure.headline for figure in every_figure.values())


#: A page without a place, and a place of each kind: many sites, one, none; a district.
PLACES: tuple[tuple[str, dict[str, str]], ...] = (
    *((page, {}) for page in PAGES if page not in ("county", "district")),
    ("county", {"county": "06037"}),
    ("county", {"county": "06011"}),
    ("county", {"county": "06003"}),
    ("district", {"chamber": "assembly", "number": "2"}),
)


def test_headlines_of_all_pages_can_be_read(store: Store, every_figure: dict[str, Figure]) -> None:
    def figure(figure_id: str, **given: str) -> Figure:
        return build(store, figure_id, given) if given else every_figure[figure_id]

    hold(words(PAGES[page].headline, Held(store, figure, place)) for page, place in PLACES)


def test_the_sentence_of_every_view_of_equity_can_be_read(store: Store) -> None:
    """The headline of each view, with a share for every number and a short word for each group."""
    sentences = store.table("equity_subjects")["sentence"].dropna()
    named = sentences.str.replace(r"\{(?:top|low)_group\}", WORD, regex=True)
    hold(re.sub(r"\{[^{}]*\}", SHARE, text) for text in named if text)


@pytest.mark.parametrize("figure_id", ["county_findings", "district_findings"])
def test_the_findings_of_a_place_can_be_read(store: Store, figure_id: str) -> None:
    hold(str(text) for text in build(store, figure_id, defaults(figure_id)).rows["finding"])
