"""Coalitions around a county and toolkits that fit it (synthetic frames)."""

from __future__ import annotations

import pandas as pd
import pytest

from lib.derive import vocabulary
from lib.subjects.community import rows as community

COALITIONS = pd.DataFrame(
    {
        "coalition_id": ["far", "door", "state", "here", "nowhere"],
        "scope": ["local", "local", "statewide", "local", "local"],
    }
)
PLACES = pd.DataFrame(
    {"coalition_id": ["far", "door", "here", "here"], "county_fips": ["1", "2", "2", "3"]}
)


def test_here_comes_first_then_next_door_then_everywhere():
    found = community.coalitions_around(COALITIONS, PLACES, "3", ["2"])
    assert list(zip(found["coalition_id"], found["where"], strict=True)) == [
        ("here", community.HERE),
        ("door", community.NEXT_DOOR),
        ("state", community.STATEWIDE),
    ]


def test_a_county_without_a_coalition_keeps_the_statewide_ones():
    found = community.coalitions_around(COALITIONS, PLACES, "9", [])
    assert list(found["coalition_id"]) == ["state"]


@pytest.mark.parametrize(
    ("audience", "topic", "traits", "why"),
    [
        ("plans and providers", "rural care", {"rural": True}, community.RURAL),
        ("plans and providers", "rural care", {}, ""),
        ("nursing homes", "care", {"nursing": True}, community.NURSING),
        ("nursing homes", "care", {}, ""),
        ("health systems", "business case", {}, community.NO_PROGRAM),
        ("health systems", "business case", {"program": True}, ""),
        ("local coalitions", "advance care planning", {}, community.EVERYWHERE),
        ("Medi-Cal plans and providers", "design", {}, community.MEDI_CAL),
        ("employers and purchasers", "purchasing", {}, ""),
    ],
)
def test_why_a_toolkit_fits(store, audience: str, topic: str, traits: dict[str, bool], why: str):
    county = {"rural": False, "program": False, "nursing": False, **traits}
    found = community.fitting(
        pd.DataFrame({"audience": [audience], "topic": [topic]}),
        county,
        vocabulary.parts(store, "audience"),
        {topic: "", "rural care": community.RURAL},
    )
    assert list(found["why"]) == ([why] if why else [])
