"""Headlines of the program figures say what the evidence allows, number by number."""

from __future__ import annotations

import pytest

from lib.derive import reports
from lib.figures import build
from lib.pages import words as pages


@pytest.mark.parametrize(
    ("figure_id", "params", "headline"),
    [
        (
            "license_line",
            {},
            "40% of hospital licenses report an inpatient team in 2024, down from 45% in 2017",
        ),
        (
            "license_step",
            {},
            "From 2022 to 2023, 16 hospital licenses changed their answer from Yes to No and four "
            "from No to Yes",
        ),
        (
            "site_switches",
            {"span": "2022-2024"},
            "From 2022 to 2024, 21 hospital sites changed their answer from Yes to No and nine from "
            "No to Yes",
        ),
        (
            "site_answers",
            {},
            "166 of 416 hospital sites report an inpatient program in 2024; "
            "91 report outpatient services",
        ),
        (
            "public_hospitals",
            {},
            "The number of public hospitals with a program went from 4 of 17 in 2008 to 17 of 17 in "
            "2013, by the funder's count",
        ),
        (
            "county_status_map",
            {"year": "2024"},
            "22 counties have a hospital but no site that reports an inpatient program in 2024",
        ),
        (
            "community_counties",
            {},
            "22 of 58 counties had no community-based palliative care in a 2014 survey; we found "
            "no later count",
        ),
        (
            "state_indicator",
            {},
            "The state's own indicator rose from 37.3% in 2012 to 48.4% in 2016; "
            "its 80% target for 2022 was later left open",
        ),
        (
            "surveys",
            {},
            "In surveys of hospitals of all sizes, the share that reported a program rose from 43% "
            "in 2007 to 53% in 2011",
        ),
    ],
)
def test_headlines(store, figure_id, params, headline) -> None:
    assert build(store, figure_id, params).headline == headline


def test_2018_is_a_gap_and_not_a_point(store) -> None:
    rows = build(store, "license_line", {}).rows
    assert 2018 not in rows["year"].tolist()
    joined = rows.groupby("segment")["year"].apply(list).to_dict()
    assert joined["2017"] == [2017]
    assert joined["2019"][:6] == [2019, 2020, 2021, 2022, 2023, 2024]


def test_consultation_services_of_2000_join_no_line(store) -> None:
    rows = build(store, "surveys", {}).rows
    lines = rows.groupby("segment")["value"].apply(list).to_dict()
    assert lines == {"any": [0.43, 0.53], "consult 2000": [0.17], "consult 2007": [0.31]}


def test_california_is_not_drawn_across_the_editions_that_are_not_held(store) -> None:
    rows = build(store, "report_card", {}).rows
    state = rows[rows["series"] == "state"]
    assert state[["year", "value"]].to_dict("list") == {"year": [2008, 2015], "value": [0.56, 0.74]}
    assert state["segment"].nunique() == 2


def test_a_target_is_not_drawn_as_a_value(store) -> None:
    rows = build(store, "state_indicator", {}).rows
    assert rows[rows["kind"] == "target"]["value"].tolist() == [0.8]
    assert rows[rows["kind"] == "value"]["value"].tolist() == [0.373, 0.484]


def test_every_changed_license_is_a_named_hospital_in_its_column(store) -> None:
    rows = build(store, "license_step", {}).rows
    assert len(rows) == 20
    assert rows["name_words"].str.len().gt(3).all()
    assert not rows["name_words"].duplicated().any()
    assert rows["head"].replace("", None).dropna().tolist() == [
        "From Yes to No: 16 licenses",
        "From No to Yes: 4 licenses",
    ]
    for _change, column in rows.groupby("column"):
        assert column["line"].tolist() == list(range(len(column)))
    assert rows.loc[rows["kind"] == "From Yes to No", "group"].value_counts()["Nonprofit"] == 13


def test_no_headline_speaks_of_closures_or_of_having(store) -> None:
    for figure_id in ("license_line", "license_step", "site_answers", "site_split"):
        words = build(store, figure_id, {}).headline.lower()
        assert "clos" not in words
        assert " has " not in words


def test_headline_numbers_carry_their_dates(store) -> None:
    rows = build(store, "headline_numbers", {}).rows
    values = dict(zip(rows["label"], rows["value"], strict=True))
    assert list(values.values()) == ["166 of 416", "24 of 58", "17 of 17", "135", "134", "7"]
    assert rows["note"].str.contains(r"as of|started").all()


def test_claims_lead_to_a_source_and_a_place_in_it(store) -> None:
    for figure_id in ("license_line", "site_answers", "public_hospitals", "report_card"):
        for claim in build(store, figure_id, {}).claims:
            assert store.source(claim.source_id).title
            assert claim.locator


def test_a_year_whose_counts_are_minimums_is_shown_and_never_compared_in_a_headline(store) -> None:
    whole = reports.complete_years(store)
    minimums = [str(year) for year in reports.years(store) if year not in whole]
    assert minimums  # else this test says nothing: take it out
    answers = build(store, "site_answers", {})
    assert set(minimums) <= set(answers.rows["year"].astype(str))
    headlines = [pages.programs_headline(answers), answers.headline]
    assert str(whole[0]) in headlines[0]
    for fips in store.table("counties")["county_fips"]:
        headlines.append(build(store, "county_hospitals", {"county": fips}).headline)
        headlines.append(build(store, "county_findings", {"county": fips}).headline)
    assert [text for text in headlines for year in minimums if year in text] == []


def test_six_counts_have_a_panel_each_and_no_line_joins_two(store) -> None:
    rows = build(store, "other_counts", {}).rows
    assert rows.groupby("which")["panel"].nunique().eq(1).all()
    assert sorted(rows["panel"].unique()) == list(range(6))
    # Each panel is named once; what it joins are years of its own.
    assert rows.groupby("panel")["title"].apply(lambda part: part.ne("").sum()).eq(1).all()
    for _which, part in rows.groupby("which"):
        own = set(zip(part["year"], part["value"], strict=True))
        joined = part.dropna(subset=["from_year"])
        assert set(zip(joined["from_year"], joined["from_value"], strict=True)) <= own


def test_years_that_may_not_be_joined_are_not(store) -> None:
    rows = build(store, "other_counts", {}).rows
    joined = rows.dropna(subset=["from_year"]).groupby("which")["year"].apply(list).to_dict()
    assert joined == {
        "hospital_palliative_share_nhf_ucsf": [2011],
        "hospital_inpatient_palliative_share_lghc": [2016],
        "licenses": [2020, 2021, 2022, 2023, 2024],  # 2018 is missing
        "sites": [2022, 2024],
    }
    assert 2015 not in rows.loc[rows["which"] == "sites", "year"].tolist()  # a minimum
