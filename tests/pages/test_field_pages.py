"""Participation, learning communities and milestones, opened through the entry file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.pages import PAGES

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
    app = open_page(COMMUNITIES)
    # Under the picture, before what is folded.
    bodies = [part.proto.body for part in app.get("html") if "Read with care" in part.proto.body]
    seen = " ".join(body.partition("<details")[0] for body in bodies)
    assert "Timing does not prove cause." in seen
    assert "chosen to" in seen


def test_an_effort_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(COMMUNITIES, cohort="phc_pilot_2015")
    assert app.selectbox(key="choose-cohort").value == "phc_pilot_2015"
    assert "Yolo Hospice" in words_of(app)


@pytest.mark.parametrize("value", ["banana", "<script>alert(1)</script>", "%00", ""])
def test_odd_addresses_are_named_and_not_obeyed(
    open_page: Callable[..., AppTest], value: str
) -> None:
    app = open_page(
        COMMUNITIES, tab="details", cohort=value, cohort_overlay=value, cohort_kind=value
    )
    assert not app.exception
    assert app.selectbox(key="choose-cohort_kind").value == "all"
    if value:
        said = " ".join(note.value for note in app.info)
        assert "does not know" in said
        assert "that we do not have" in said


def test_an_unknown_effort_is_said(open_page: Callable[..., AppTest]) -> None:
    app = open_page(COMMUNITIES, cohort="banana")
    assert any("cohort=banana" in note.value for note in app.info)


def test_an_unknown_year_is_said(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, in_year="banana")
    assert not app.exception
    assert any("in\\_year=banana" in note.value for note in app.info)


def test_search_finds_by_word(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, tab="list")
    app.text_input(key="milestone_words").set_value("hospice moratorium").run()
    assert "Hospice license moratorium begins" in words_of(app)
    assert "3 milestones match." in words_of(app)


def test_filters_by_kind_and_level_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, milestone_words="hospice moratorium", of_kind="regulation")
    assert "1 milestone matches." in words_of(app)
    app = open_page(MILESTONES, of_kind="benefit", of_level="federal")
    assert "Medicare starts paying for advance care planning" in words_of(app)
    assert "1 milestone matches." in words_of(app)


def test_a_search_without_a_result_says_so(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, milestone_words="<b>zebra</b>")
    assert "0 milestones match." in words_of(app)
    assert "No milestone matches" in words_of(app)


def test_another_path_can_be_linked_to(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, chain="polst")
    assert any(block.value.startswith("POLST: ") for block in app.subheader)


def test_a_year_shows_milestones_efforts_and_numbers(open_page: Callable[..., AppTest]) -> None:
    app = open_page(MILESTONES, in_year="2018")
    assert "Statewide numbers for periods ending this year" in words_of(app)
    assert "Increasing Access to Palliative Care in Rural California" in words_of(app)


def test_one_date_facts_are_shown_as_such(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PARTICIPATION)
    assert [card.value for card in app.metric][:2] == ["135", "134"]
    said = words_of(app) + "".join(note.value for note in app.caption)
    assert "one date, not a trend" in said


def years_listed(app: AppTest) -> list[int]:
    """How many entries each list of milestones on a page has."""
    return [block.value.count("\n- **") for block in app.markdown if "#### " in block.value]


def test_the_list_shows_twelve_of_the_latest_until_all_are_asked_for(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(MILESTONES, tab="list")
    assert years_listed(app) == [12]
    assert "#### 2026" in words_of(app)
    assert "#### 1990" not in words_of(app)
    app.get("button_group")[-1].set_value("all").run()
    assert years_listed(app) == [71]
    assert "all" in app.query_params["listed"]


@pytest.mark.parametrize(
    ("page", "query", "tab"),
    [
        (MILESTONES, {"chain": "polst"}, "Policy stories"),
        (MILESTONES, {"of_kind": "law"}, "List"),
        (MILESTONES, {"in_year": "2018"}, "One year"),
        (MILESTONES, {"milestone_kind": "law"}, "Timeline"),
        (MILESTONES, {"milestone_chain_view": "Table"}, "Policy stories"),
        (COMMUNITIES, {"cohort": "ppp_2014"}, "Timeline"),
        (COMMUNITIES, {"cohort_kind": "grant_program"}, "All initiatives"),
        (COMMUNITIES, {"cohort_overlay": "polst", "timeline_kind": "all"}, "Timeline"),
        (COMMUNITIES, {"cohort_member_map_view": "About"}, "Who took part"),
        ("pages/programs.py", {"edition": "2011"}, "Earlier counts"),
        ("pages/programs.py", {"find": "Kern"}, "Hospital list"),
        ("pages/programs.py", {"split": "beds"}, "Now"),
        ("pages/programs.py", {"license_line_milestones": "law"}, "Change"),
        ("pages/programs.py", {"split": "beds", "tab": "change"}, "Change"),
        ("pages/programs.py", {"tab": "nonsense"}, "Now"),
    ],
)
def test_an_older_link_opens_the_tab_of_its_choice(
    open_page: Callable[..., AppTest], page: str, query: dict[str, str], tab: str
) -> None:
    app = open_page(page, **query)
    assert not app.exception
    path = page.removeprefix("pages/").removesuffix(".py")
    assert app.session_state[f"{path}-tab"] == tab


@pytest.mark.parametrize("page", ["programs", "learning_communities", "milestones"])
def test_only_the_open_tab_is_built_and_all_figures_of_the_list_are_in_it(
    open_page: Callable[..., AppTest], page: str
) -> None:
    for tab in PAGES[page].tabs:
        app = open_page(f"pages/{page}.py", tab=tab.tab)
        assert sorted(head.anchor for head in app.subheader) == sorted(tab.figures())


def test_what_is_not_known_is_folded_with_its_count(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PARTICIPATION)
    assert [fold.label for fold in app.expander if fold.label.startswith("What we do not")] == [
        "What we do not know (2)"
    ]
    assert "Who might know" not in words_of(app)


def test_participation_leads_with_its_finding_and_names_its_parts(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(PARTICIPATION)
    assert app.subheader[0].anchor == "participation_dates"
    links = next(block.value for block in app.markdown if "](#training)" in block.value)
    anchors = {head.anchor for head in app.header}
    assert set(re.findall(r"#(\w+)", links)) == anchors
