"""Participation, learning communities and milestones, opened through the entry file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

PARTICIPATION = "pages/participation.py"
COMMUNITIES = "pages/learning_communities.py"
MILESTONES = "pages/milestones.py"


def words_of(app: AppTest) -> str:
    return "\n".join(block.value for block in app.markdown)


@pytest.mark.parametrize("page", [PARTICIPATION, COMMUNITIES, MILESTONES])
def test_opens_with_one_title_and_no_error(open_page: Callable[..., AppTest], page: str) -> None:
    app = open_page(page)
    assert len(app.title) == 1
    assert not app.exception


def test_attribution_caution_needs_no_click(open_page: Callable[..., AppTest]) -> None:
    assert "not cause and effect" in words_of(open_page(COMMUNITIES))


def test_an_effort_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(COMMUNITIES, cohort="phc_pilot_2015")
    assert app.selectbox(key="choose-cohort").value == "phc_pilot_2015"
    assert "Yolo Hospice" in words_of(app)


@pytest.mark.parametrize("value", ["banana", "<script>alert(1)</script>", "%00", ""])
def test_odd_addresses_are_named_and_not_obeyed(
    open_page: Callable[..., AppTest], value: str
) -> None:
    app = open_page(COMMUNITIES, cohort=value, cohort_overlay=value, cohort_kind=value)
    assert not app.exception
    assert app.selectbox(key="choose-cohort_kind").value == "all"
    if value:
        said = " ".join(note.value for note in app.info)
        assert "does not know" in said
        assert "is not held" in said


def test_an_unknown_effort_is_said(open_page: Callable[..., AppTest]) -> None:
    app = open_page(COMMUNITIES, cohort="banana")
    assert any("cohort=banana" in note.value for note in app.info)


def test_an_unknown_year_is_said(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, in_year="banana")
    assert not app.exception
    assert any("in\\_year=banana" in note.value for note in app.info)


def test_search_finds_by_word(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES)
    app.text_input(key="milestone_words").set_value("hospice moratorium").run()
    assert "Hospice license moratorium begins" in words_of(app)
    assert "4 milestones fit." in words_of(app)


def test_filters_by_kind_and_level_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, milestone_words="hospice moratorium", of_kind="regulation")
    assert "1 milestone fits." in words_of(app)
    app = open_page(MILESTONES, of_kind="benefit", of_level="federal")
    assert "Medicare starts paying for advance care planning" in words_of(app)
    assert "1 milestone fits." in words_of(app)


def test_a_search_without_a_result_says_so(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, milestone_words="<b>zebra</b>")
    assert "0 milestones fit." in words_of(app)
    assert "No milestone fits" in words_of(app)


def test_another_path_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, chain="polst")
    assert any(block.value.startswith("POLST: ") for block in app.subheader)


def test_a_year_shows_milestones_efforts_and_numbers(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, in_year="2018")
    assert "Statewide numbers whose period ends in this year" in words_of(app)
    assert "Increasing Access to Palliative Care in Rural California" in words_of(app)


def test_one_date_facts_are_shown_as_such(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PARTICIPATION)
    assert [card.value for card in app.metric][:2] == ["135", "134"]
    said = words_of(app) + "".join(note.value for note in app.caption)
    assert "one date, not a trend" in said
