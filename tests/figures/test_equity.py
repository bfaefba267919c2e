"""The figures of the Equity page, number by number against the sources' values."""

from __future__ import annotations

import pytest

from lib import figures
from lib.derive import vocabulary
from lib.subjects.equity import view as explorer
from tests import frozen

#: view -> what stands at the right of each measured group, as the sources give it.
CHECKED = {
    "wishes_not_discussed_race": ["44% · reference", "62% · +18 points · 1.41 times",
                                  "70% · +26 points · 1.59 times"],
    "wishes_not_documented_race": ["58% · reference", "68% · +10 points · 1.17 times",
                                   "76% · +18 points · 1.31 times"],
    "discrimination_race": ["14% · reference", "37% · +23 points · 2.64 times",
                            "22% · +8 points · 1.57 times", "15% · +1 point · 1.07 times"],
    "trust_race": ["49% · reference", "39% · −10 points · 0.8 times",
                   "32% · −17 points · 0.65 times", "33% · −16 points · 0.67 times"],
    "discrimination_income": ["32% · reference"],
    "conversation_satisfaction_language": ["4.5 · reference", "3.5 · −1"],
    "directive_standardized_language": ["13.3% · reference", "6.1% · −7.2 points · 0.46 times",
                                        "5.1% · −8.2 points · 0.38 times"],
    "polst_cpr_race": ["28.1% · reference", "42.5% · +14.4 points · 1.51 times",
                       "38.2% · +10.1 points · 1.36 times"],
    "site_report_ownership": ["131 of 229 · reference", "4 of 111 · −53.6 points · 0.06 times",
                              "16 of 24 · +9.5 points · 1.17 times",
                              "4 of 31 · −44.3 points · 0.23 times",
                              "11 of 18 · +3.9 points · 1.07 times",
                              "0 of 1 · −57.2 points · 0 times"],
    "site_report_rurality": ["11 of 60 · −25.2 points · 0.42 times", "155 of 356 · reference"],
    "hospice_discharges_payer": ["79%"],
    "under_65_race": ["19.5% · reference", "38.1% · +18.7 points · 1.96 times",
                      "39.7% · +20.2 points · 2.04 times", "21.2% · +1.7 points · 1.09 times",
                      "42.9% · +23.5 points · 2.2 times"],
    "life_expectancy_race": ["78.9 years · reference", "73.1 years · −5.9 years",
                             "80.4 years · +1.4 years", "86.3 years · +7.3 years",
                             "75 years · −4 years", "75.3 years · −3.6 years"],
    "wishes_in_writing_age": ["43% · −24 points · 0.64 times", "67% · reference"],
}  # fmt: skip


BUILT = {}


def gap(store, view_id, **more):
    """A view's figure, built once for all tests of this file."""
    key = (view_id, *more.values())
    if key not in BUILT:
        BUILT[key] = figures.build(store, "equity_gap", {"gap": view_id, **more})
    return BUILT[key]


@pytest.mark.parametrize("view_id", CHECKED)
def test_numbers_stand_as_the_sources_give_them(store, view_id):
    rows = gap(store, view_id).rows
    assert rows.loc[rows["state"].eq("measured"), "label"].tolist() == CHECKED[view_id]


@pytest.mark.parametrize("subject", vocabulary.words(frozen.store(), "equity_subject"))
def test_every_view_shows_every_group_of_its_breakdown(store, subject):
    for view in explorer.views(store):
        if view.subject != subject:
            continue
        figure = gap(store, view.view_id)
        wanted = list(explorer.groups(store, view.group_set))
        assert figure.rows["group"].tolist() == wanted, view.view_id
        assert (figure.rows["label"] != "").all()
        assert "{" not in figure.headline + figure.subtitle


def test_every_sentence_belongs_to_a_view_and_every_view_to_known_groups(store):
    assert sum(bool(view.sentence) for view in explorer.views(store)) > 45


def test_the_reference_group_can_be_changed_and_is_named(store):
    figure = gap(store, "trust_race", reference="Black")
    white = figure.rows.set_index("group").loc["White"]
    assert white["label"] == "49% · +10 points · 1.26 times"
    assert "compared with Black" in figure.subtitle


def test_a_reference_that_was_not_measured_gives_way_to_the_usual_one(store):
    assert "compared with White" in gap(store, "trust_race", reference="Multiracial").subtitle


def test_both_ends_of_the_polst_gap_are_printed_and_it_is_called_no_score(store):
    figure = gap(store, "polst_cpr_race")
    for number in ("14.4", "1.51", "10.7", "1.54", "2011", "2016"):
        assert number in figure.headline
    assert "not a score" in figure.subtitle


def test_compositions_carry_no_difference_and_say_what_they_are(store):
    for view in explorer.views(store):
        if view.kind == "composition":
            figure = gap(store, view.view_id)
            assert (figure.rows["gap_words"] == "").all()
            assert "not how likely a group is" in figure.subtitle


def test_deaths_under_65_carry_their_caution_in_the_same_sentence(store):
    assert "younger populations have more such deaths" in gap(store, "under_65_race").headline


def test_a_gap_that_may_be_chance_says_so(store):
    assert "no clear difference (p = 0.83)" in gap(store, "pain_improved_ownership").headline
    life = figures.build(store, "equity_life", {"life_county": "06005"})
    assert "may be due to chance" in life.headline


def test_the_leading_gap_is_the_widest_with_known_samples(store):
    lead = figures.build(store, "equity_lead", {}).rows
    widest = lead["value"].max() / lead["value"].min()
    assert widest == pytest.approx(0.206 / 0.051)
    for view in explorer.views(store):
        if view.kind != "rate" or view.geo_id != "CA":
            continue
        rows = gap(store, view.view_id).rows
        known = rows[rows["people"].notna() | rows["low"].notna()]
        if len(known) > 1:
            assert known["value"].max() / known["value"].min() <= widest, view.view_id


def test_nine_groups_have_no_measure_of_care(store):
    figure = figures.build(store, "equity_coverage", {})
    assert figure.headline.startswith("For 9 of 15 groups")
    nothing = figure.rows.groupby("people")["year"].count()
    assert set(nothing[nothing == 0].index) == {
        "LGBTQ+ people", "Tribal members", "People in prison", "People on Medi-Cal"
    }  # fmt: skip


def test_older_people_in_counties_without_a_program_add_up(store):
    # 345,421 of all older people, 5.4%: the sum that other pages state.
    rows = figures.build(store, "equity_counties", {"older_group": "White"}).rows
    without = rows[rows["status"].ne("inpatient")]
    assert without["denominator"].sum() == 345_421
    assert len(without) == 24


def test_no_county_is_withheld_from_published_estimates(store):
    figure = figures.build(
        store, "equity_counties", {"older_group": "Native Hawaiian/Pacific Islander"}
    )
    assert len(figure.rows) == 58
    assert figure.rows["people"].notna().all()
    assert not figure.headline.startswith("At least")
    assert not any("withheld" in caveat for caveat in figure.caveats)


def test_growth_stays_within_one_projection(store):
    figure = figures.build(store, "equity_growth", {})
    assert {source.source_id for source in figure.sources} == {
        claim.source_id for claim in figure.claims
    }
    assert len(figure.sources) == 1
    assert figure.rows["group"].tolist()[-1] == "California"


def test_one_value_alone_is_set_beside_nothing(store) -> None:
    alone = gap(store, "trust_income")
    beside = gap(store, "trust_race")
    assert "We have no other group" in alone.headline
    assert "difference and ratio" not in alone.subtitle
    assert "difference and ratio" in beside.subtitle


def test_no_subtitle_names_its_place_twice(store) -> None:
    for view in explorer.views(store):
        assert "California, California" not in gap(store, view.view_id).subtitle
