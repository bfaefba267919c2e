"""The county and rural pages as a visitor opens them, odd addresses included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.subjects.counties import unknown as county_unknown
from lib.ui import unknown as fold_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest


def words(app: Any) -> str:
    return "\n".join(
        str(each.value)
        for kind in (app.title, app.subheader, app.markdown, app.info, app.caption)
        for each in kind
    )


@pytest.mark.parametrize(
    ("county", "title"),
    [
        ("06003", "Alpine County has no general acute care hospital"),
        ("Sierra", "Sierra County has no general acute care hospital"),
        ("06011", "Colusa County: its only hospital site"),
        ("06037", "Los Angeles County: 32 of 91"),
    ],
)
def test_a_county_by_code_or_name(
    open_page: Callable[..., AppTest], county: str, title: str
) -> None:
    app = open_page("pages/county.py", county=county)
    assert not app.exception
    assert app.title[0].value.startswith(title)


@pytest.mark.parametrize("county", ["99999", "Atlantis", "<b>", "06"])
def test_an_unknown_county_gives_all_of_them_and_says_so(
    open_page: Callable[..., AppTest], county: str
) -> None:
    app = open_page("pages/county.py", county=county)
    assert not app.exception
    assert app.title[0].value.startswith("In 34 of 58 counties")
    assert any("does not know" in info.value for info in app.info)


def test_without_a_county_each_of_the_58_is_a_link(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/county.py")
    assert not app.exception
    assert not app.get("tab")
    links = [link.proto for link in app.get("page_link") if "county=" in link.proto.query_string]
    assert len({link.query_string for link in links}) == 58
    assert "Kern (5 of 13)" in [link.label for link in links]
    assert "Alpine" in [link.label for link in links]  # no hospital: no count


HEADINGS = {
    "hospitals": ["county_hospitals"],
    "compared": ["county_peers", "county_numbers"],
    "older": ["county_older", "county_growth", "county_care", "county_plans"],
    "around": ["county_nearest", "county_neighbors", "county_efforts"],
    "meeting": ["county_findings", "starter_questions"],
}
TOP = ["county_dots", "county_four"]


def anchors(app: AppTest) -> list[str]:
    return [str(heading.proto.anchor) for heading in app.subheader]


@pytest.mark.parametrize("tab", HEADINGS)
def test_only_the_open_tab_is_built(open_page: Callable[..., AppTest], tab: str) -> None:
    app = open_page("pages/county.py", county="06029", tab=tab)
    assert not app.exception
    assert sorted(anchors(app)) == sorted([*TOP, *HEADINGS[tab]])


@pytest.mark.parametrize(
    ("query", "tab"),
    [
        ({}, "hospitals"),
        ({"like": "size"}, "compared"),
        ({"topic": "need"}, "compared"),
        ({"county_peers_view": "Table"}, "compared"),
        ({"county_growth_view": "About"}, "older"),
        ({"county_older_milestones": "law"}, "older"),
        ({"county_plans_view": "Table"}, "older"),
        ({"county_neighbors_view": "Table"}, "around"),
        ({"list": "licenses"}, "hospitals"),
        ({"like": "size", "tab": "around"}, "around"),
        ({"tab": "nonsense"}, "hospitals"),
    ],
)
def test_an_older_link_opens_the_tab_of_its_figure(
    open_page: Callable[..., AppTest], query: dict[str, str], tab: str
) -> None:
    app = open_page("pages/county.py", county="06029", **query)
    assert not app.exception
    expected = ["county_licenses"] if query.get("list") else HEADINGS[tab]
    assert set(expected) <= set(anchors(app))


def test_the_nearest_programs_come_first_where_no_site_reports_one(
    open_page: Callable[..., AppTest],
) -> None:
    for county in ("06003", "06011"):
        found = anchors(open_page("pages/county.py", county=county))
        assert found[2] == "county_nearest"
    assert "county_nearest" not in anchors(open_page("pages/county.py", county="06037"))


def test_one_site_is_compared_with_nobody(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/county.py", county="06011", tab="compared")
    said = words(app)
    assert "too few to compare with similar counties" in said
    assert "would bring it to the median" not in said
    assert "We do not compare the share of Colusa County" in said


def test_the_countys_own_gaps_come_first(store: Any) -> None:
    own = county_unknown.own(store, "06037")
    assert own[0].startswith("What nine hospital sites offer now: we found no report of 2024")
    assert len(county_unknown.shared(store)) == len(county_unknown.common(store))
    assert not any("offer now" in line for line in county_unknown.own(store, "06003"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10001", "outside California"),
        ("95214", "gives no county for it"),
        ("Assembly 99", "is no district"),
        ("qqqqxx", "Nothing matches"),
        ("Assembly 2", "Assembly District 2: 7 of 16"),
        ("Trukee", "Truckee"),
    ],
)
def test_search(open_page: Callable[..., AppTest], typed: str, said: str) -> None:
    app = open_page("pages/county.py", county="06023", place=typed)
    assert not app.exception
    assert said in words(app)


def test_choosing_a_county_changes_the_address(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/county.py", county="06023")
    app.selectbox(key="county_choice").set_value("06027").run()
    assert not app.exception
    assert app.title[0].value.startswith("Inyo County")


def test_shared_peers(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/county.py", county="06023", like="size", peers="5", topic="need")
    assert not app.exception
    assert "the 5 counties most like it in population and rurality" in words(app)


@pytest.mark.parametrize("rural_by", ["forhp_rural", "small_rural", "nonsense"])
def test_rural_page(open_page: Callable[..., AppTest], rural_by: str) -> None:
    app = open_page("pages/rural.py", rural_by=rural_by)
    assert not app.exception
    assert "Rural California hospitals report palliative care less often" in app.title[0].value


def test_what_is_not_known_here_and_what_is_not_known_anywhere_stand_apart(
    open_page: Callable[..., AppTest], store: Any
) -> None:
    app = open_page("pages/county.py", county="06029", unknown_open="")
    (fold,) = [each for each in app.expander if "do not know" in each.label]
    own, common = len(county_unknown.own(store, "06029")), len(county_unknown.common(store))
    assert f"Kern County ({own}) and about any county ({common})" in fold.label
    lists: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(fold_words.st, "markdown", lambda text, **_given: lists.append(text))
        fold_words.listed([("How many", "The state")], ["Whether A is B."], "Not known for Kern")
        fold_words.listed([("How many", "The state")])
    here, anywhere = lists[0].split("**Not known for any county**")
    assert here.startswith("**Not known for Kern**") and "Whether A is B" in here
    assert "How many" in anywhere and "How many" not in here
    assert "Not known for" not in lists[1]
