"""A county's starter, the coalitions, the toolkits and the field's plans."""

from __future__ import annotations

from typing import Any

import pytest

from lib import figures

STARTER = (
    "starter_facts",
    "starter_questions",
    "starter_people",
    "starter_coalitions",
    "starter_help",
)


def built(store: Any, figure_id: str, county: str) -> Any:
    return figures.build(store, figure_id, {"county": county})


@pytest.mark.parametrize("figure_id", STARTER)
@pytest.mark.parametrize("county", ["06003", "06035", "06091", "06115"])
def test_counties_of_every_kind_have_their_starter(store: Any, figure_id: str, county: str):
    """Without a hospital, without a coalition, in the mountains, the last of the list."""
    assert len(built(store, figure_id, county).rows)


@pytest.mark.parametrize(
    ("county", "headline"),
    [
        ("06063", "In Plumas County, 0 of 3 hospital sites report an inpatient program (2024)"),
        ("06037", "In Los Angeles County, 32 of 91 hospital sites report an inpatient program"),
        ("06003", "Alpine County has no general acute care hospital"),
    ],
)
def test_facts_say_what_hospitals_report(store: Any, county: str, headline: str):
    assert built(store, "starter_facts", county).headline.startswith(headline)


def test_facts_of_plumas_as_the_tables_hold_them(store: Any):
    rows = built(store, "starter_facts", "06063").rows.set_index("fact")
    assert rows.loc["Population age 65 and older", "value"] == "6,429"
    assert rows.loc["Skilled nursing beds", "value"] == "79"


def test_a_county_with_no_coalition_says_so(store: Any):
    figure = built(store, "starter_coalitions", "06003")
    assert (
        figure.headline
        == "No local coalition is listed in Alpine County or in a neighboring county"
    )
    assert set(figure.rows["where"]) == {"statewide"}


def test_questions_follow_what_is_held(store: Any):
    rural, city = (built(store, "starter_questions", c).rows for c in ("06063", "06037"))
    assert rural["question"].str.contains("visit by video").any()
    assert not city["question"].str.contains("visit by video").any()
    assert city["question"].str.contains("still active").any()


def test_roles_name_what_is_held_and_leave_the_rest_to_the_county(store: Any):
    rows = built(store, "starter_people", "06063").rows.set_index("role")
    assert rows.loc["Medi-Cal managed care plans", "who"] == "Partnership HealthPlan of California"
    assert "Plumas District Hospital" in rows.loc["Hospitals", "who"]
    assert "add local ones" in rows.loc["Patients and caregivers", "who"]


def test_help_fits_the_county(store: Any):
    rural, city = (set(built(store, "starter_help", c).rows["title"]) for c in ("06063", "06037"))
    assert any(title.startswith("Home on the Range") for title in rural - city)
    assert "Palliative Care Leadership Center at UCSF" in city


def test_systems_named_in_the_evidence_are_listed(store: Any):
    names = set(figures.build(store, "coalition_list", {}).rows["name"])
    assert {
        "Coalition for Compassionate Care of California",
        "Coalition to Transform Advanced Care",
        "Chinese American Coalition for Compassionate Care",
    } <= names


def test_projects_stand_by_their_areas_beside_evidence_or_none(store: Any):
    rows = figures.build(store, "approach_areas", {}).rows
    assert list(dict.fromkeys(rows["area"])) == [
        "Public policy",
        "Healthcare systems",
        "Professionals",
        "Public",
    ]
    assert rows["measures"].eq("No measure found").sum() == 6
