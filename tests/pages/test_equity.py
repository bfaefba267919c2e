"""The Equity page: what it offers, what it leaves out, and addresses it does not know."""

from __future__ import annotations

import pytest

PAGE = "pages/equity.py"


def lists(page):
    return {box.label: box for box in page.selectbox}


def words(page):
    return " ".join(element.value for element in [*page.markdown, *page.subheader, *page.info])


def test_the_page_leads_with_what_holds_for_every_tab_and_then_a_wide_gap(open_page):
    page = open_page(PAGE)
    assert not page.exception
    assert page.title[0].value.startswith("For 9 of 15 groups of people in California, we found no")
    # The first tab's finding stands once, over its chart.
    assert words(page).count("20.6% of older White members had an advance directive") == 1
    assert next(tab.label for tab in page.tabs) == "A wide gap"
    counted = open_page(PAGE, tab="counted")
    assert "LGBTQ+ people" in words(counted)


def test_only_pairs_that_hold_data_are_offered(open_page):
    page = open_page(PAGE, equity_subject="quality")
    boxes = lists(page)
    assert boxes["Breakdown"].options == ["Ownership"]
    assert len(boxes["Measure"].options) == 16
    assert "we found nothing by race and ethnicity, language" in words(page)


def test_a_link_to_a_measure_alone_opens_its_subject_and_breakdown(open_page):
    page = open_page(PAGE, gap="polst_cpr_race", reference="Latino")
    boxes = lists(page)
    assert boxes["Subject"].value == "polst"
    assert boxes["Compared with"].value == "Latino"
    assert "10.7 and 1.54 in 2011" in words(page)


def test_choosing_a_subject_forgets_the_measure_of_the_earlier_one(open_page):
    page = open_page(PAGE, gap="polst_cpr_race")
    page = lists(page)["Subject"].select("trust").run()
    assert not page.exception
    assert lists(page)["Measure"].value == "discrimination_race"
    assert "gap" not in page.query_params


@pytest.mark.parametrize(
    "query", [{"gap": "<b>"}, {"equity_subject": "x" * 500}, {"reference": "Martian"},
              {"reference": "Martian", "tab": "explore"}],
)  # fmt: skip
def test_an_unknown_part_of_the_address_gives_the_usual_view_and_a_word(open_page, query):
    page = open_page(PAGE, **query)
    assert not page.exception
    assert page.info
    assert lists(page)["Measure"].value == "wishes_not_discussed_race"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ({"life_county": "99999"}, "Show life expectancy for"),
        ({"older_group": "nobody"}, "Show older people who are"),
    ],
)
def test_an_unknown_place_or_group_opens_its_tab_with_a_word(open_page, query, label):
    page = open_page(PAGE, **query)
    assert not page.exception
    assert page.info
    assert label in " ".join([*lists(page), *(group.label for group in page.button_group)])


@pytest.mark.parametrize(
    ("query", "tab"),
    [
        ({}, "A wide gap"),
        ({"gap": "polst_cpr_race"}, "Compare groups"),
        ({"split": "beds"}, "Hospitals"),
        ({"older_group": "Black"}, "Counties"),
        ({"life_county": "06029"}, "Life expectancy"),
        ({"older": "85"}, "Projected growth"),
    ],
)
def test_a_choice_in_the_address_opens_its_tab(open_page, query, tab):
    assert open_page(PAGE, **query).session_state["equity-tab"] == tab


def test_compositions_and_single_groups_have_no_reference_to_choose(open_page):
    for gap in ("hospice_deaths_race", "living_long_race", "cancer_intense_race"):
        assert "Compared with" not in lists(open_page(PAGE, gap=gap))


def test_published_estimates_are_shown_and_nothing_is_said_to_be_withheld(open_page):
    page = open_page(PAGE, older_group="Black")
    assert "withheld" not in words(page)
