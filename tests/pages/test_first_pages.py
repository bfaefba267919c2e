"""Overview, Programs, Data and sources: opened from the entry file, with odd addresses too."""

from __future__ import annotations

import pytest

from lib.nav import PAGES
from tests.reading import MOST, grade


def words(app) -> str:
    """All text of a page that a test may look for."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    lists = [part.proto.body for part in app.get("html")]
    return "\n".join([*(str(part.value) for part in parts), *lists])


@pytest.mark.parametrize("entry", PAGES, ids=lambda e: e.path)
def test_a_page_opens_with_one_headline_and_its_sources(open_page, entry) -> None:
    app = open_page(entry.file)
    assert not app.exception
    assert len(app.title) == 1
    assert grade(app.title[0].value) <= MOST
    unexplained = [
        short for short, whole in SHORT.items() if short in words(app) and whole not in words(app)
    ]
    assert unexplained == []
    # A wide page is a presenter's frame: each of its scenes carries its own source line.
    assert entry.is_wide or "Source: " in words(app)
    assert "edition 2026.11" in words(app)


#: Short names that a page may use once it has said the whole one.
SHORT = {
    "CACCC": "Chinese American Coalition for Compassionate Care",
    "CAPC": "Center to Advance Palliative Care",
    "CCCC": "Coalition for Compassionate Care of California",
    "CHCF": "California Health Care Foundation",
    "C-TAC": "Coalition to Transform Advanced Care",
    "D-SNP": "Dual Eligible Special Needs Plan",
    "HCAI": "Department of Health Care Access and Information",
    "PCLC": "Palliative Care Leadership Centers",
    "PCQN": "Palliative Care Quality Network",
    "POLST": "Physician Orders for Life-Sustaining Treatment",
    "SB 1004": "Senate Bill 1004",
}


ODD = {
    "year": "banana",
    "split": "<script>alert(1)</script>",
    "nonsense": "x" * 5000,
    "find": "'; DROP TABLE hospitals; --",
    "county": "Atlantis",
    "answer": "Perhaps",
    "subject": "(((",
    "indicator": "no_such",
    "table": "../../etc/passwd",
}


@pytest.mark.parametrize("entry", PAGES, ids=lambda e: e.path)
def test_an_odd_address_shows_the_usual_view(open_page, entry) -> None:
    app = open_page(entry.file, **ODD)
    assert not app.exception
    assert len(app.title) == 1
    assert "year=banana" in words(app)


def test_an_unknown_value_is_named_in_words(open_page) -> None:
    app = open_page("pages/overview.py", year="banana")
    assert "does not know (year=banana)" in words(app)
    assert "but no site that reports an inpatient program in 2024" in words(app)


def test_a_choice_in_the_address_is_obeyed(open_page) -> None:
    app = open_page("pages/programs.py", split="beds")
    assert "65 of 88 sites with 300 or more beds" in words(app)
    assert "does not know" not in words(app)


def test_the_finder_filters_by_word_and_says_how_many_fit(open_page) -> None:
    app = open_page("pages/programs.py", find="Kern Medical")
    assert "1 hospital site matches." in words(app)
    app = open_page("pages/programs.py", find="no such hospital anywhere")
    assert "No hospital matches" in words(app)


def test_every_hospital_of_the_list_can_be_reached_in_place(open_page) -> None:
    app = open_page("pages/programs.py", tab="list", list_page="18")
    assert "449 hospital sites match. You see 426 to 449." in words(app)
    app = open_page("pages/programs.py", tab="list", list_page="999")  # the last one is shown
    assert "You see 426 to 449." in words(app)
    app = open_page("pages/programs.py", tab="list", list_page="3")
    assert "You see 51 to 75." in words(app)
    app.text_input(key="find").set_value("kern").run()
    assert "list_page" not in app.query_params  # another search begins at its first row
    assert "You see" not in words(app)


def test_the_catalog_finds_an_indicator(open_page) -> None:
    app = open_page("pages/data_sources.py", subject="PCLC training")
    assert "Organizations that completed PCLC training" in words(app)
    assert "Do not compare or combine with." in words(app)


def test_broken_tables_are_shown_as_words_and_logged_for_the_steward(
    monkeypatch, caplog, open_page
) -> None:
    from lib.model import DataError, Offence
    from lib.ui import edition

    offence = Offence("counties", 7, "county_fips", "6001", "lost its zero", "See data/README.md.")

    def broken(_files):
        raise DataError((offence,))

    monkeypatch.setattr(edition._Force, "store", None)
    monkeypatch.setattr(edition._Force, "broken", None)
    monkeypatch.setattr(edition, "assembled", broken)
    app = open_page("pages/overview.py")
    assert not app.exception
    assert "This page cannot be shown until a data error is fixed" in words(app)
    said = words(app).replace("\\", "")
    assert "a mistake in this table: **counties**" in said
    for word_of_a_steward in ("6001", "data/", "lib.check", "row 7"):
        assert word_of_a_steward not in said
    assert "counties, row 7, column county_fips: '6001'" in caplog.text  # the log keeps all of it
