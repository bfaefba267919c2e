"""Numbers and dates in words."""

from __future__ import annotations

import gettext

import pytest
from hypothesis import given, strategies as st

from lib import i18n
from lib.derive import reports
from lib.wording import numbers


@pytest.mark.parametrize(
    ("value", "text"), [(0.399, "40%"), (0.0004, "<1%"), (0.0, "0%"), (1.0, "100%")]
)
def test_percent(value, text) -> None:
    assert numbers.percent(value) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        # Half goes away from zero, also where the binary form of a number lies a little below it.
        (numbers.percent(1 / 8), "13%"),
        (numbers.percent(5 / 8), "63%"),
        (numbers.percent(29 / 200), "15%"),
        (numbers.percent(0.005), "1%"),
        (numbers.exact_percent(1 / 16), "6.3%"),
        (numbers.exact_percent(0.4425), "44.3%"),
        (numbers.number(0.25), "0.3"),
        (numbers.number(-1.25), "-1.3"),
        (numbers.number(-0.04), "0"),
        (numbers.count(2.5), "3"),
        (numbers.miles(0.5), "1 mi"),
        (numbers.compact(1250), "1.3K"),
        (numbers.compact(34550), "34.6K"),
    ],
)
def test_half_is_rounded_up_everywhere(written, text) -> None:
    assert written == text


@pytest.mark.parametrize("missing", [None, float("nan"), ""])
def test_missing_is_words_and_never_zero(missing) -> None:
    assert numbers.percent(missing) == "Not collected here"
    assert numbers.count(missing) == "Not collected here"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023", "2023"),
        ("2023-04", "April 2023"),
        ("2023-10-20", "October 20, 2023"),
        ("", "the source gives no date"),
    ],
)
def test_dates_keep_their_precision(text, words) -> None:
    assert numbers.date(text) == words


def test_years_as_ranges() -> None:
    assert numbers.years([2024, 2017, 2019, 2020, 2021, 2022, 2023]) == "2017, 2019-2024"


@given(st.integers(min_value=0, max_value=10**9))
def test_counts_keep_every_digit(n) -> None:
    assert int(numbers.count(n).replace(",", "")) == n


def test_another_locale_is_a_setting() -> None:
    with i18n.spoken_in("de_DE"):
        assert numbers.count(1234567) == "1.234.567"
        assert numbers.date("2023-10-20") == "20. Oktober 2023"
    assert numbers.count(1234567) == "1,234,567"


class Marked(gettext.NullTranslations):
    """A synthetic catalog that brackets every message it is asked for."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.mark.parametrize(
    "figure_id", ["license_line", "license_step", "site_answers", "site_split", "county_status_map"]
)
def test_every_sentence_goes_through_the_catalog(store, figure_id) -> None:
    from lib.figures import build

    with i18n.spoken_in("en_US", Marked()):
        figure = build(store, figure_id, {})
    said = set(reports.notes(store))  # a note on a report year is data
    cautions = [text for text in figure.caveats if text not in said]
    for text in (figure.headline, figure.subtitle, figure.definition, *cautions):
        assert text.startswith("⟦"), text
        assert text.endswith("⟧"), text


def test_a_place_beside_the_state_leaves_out_what_there_is_none_of() -> None:
    assert numbers.beside_state("Kern County", 1, 0, 3) == (
        "Kern County compared with California in 4 numbers: above in 1 and below in 3"
    )
    assert numbers.beside_state("Kern County", 0, 1, 0) == (
        "Kern County compared with California in 1 number: about the same in 1"
    )
