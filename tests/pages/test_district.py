"""The district page as a visitor opens it, and the ways that lead to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lib.ui import district, seek, titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

FILE = "pages/district.py"


def words(app: Any) -> str:
    return "\n".join(
        str(each.value).replace("\\", "")
        for kind in (app.title, app.subheader, app.markdown, app.info, app.warning, app.caption)
        for each in kind
    )


def links(app: Any) -> dict[str, str]:
    """Query -> label of every link to a page."""
    return {link.proto.query_string: link.proto.label for link in app.get("page_link")}


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ({"chamber": "assembly", "number": "2"}, "7 of 16 hospital sites in Assembly District 2"),
        ({"chamber": "senate", "number": "4"}, "5 of 20 hospital sites in State Senate District 4"),
        ({"chamber": "congress", "number": "13"}, "None of the 3 hospital sites in Congressional"),
        ({"chamber": "assembly", "number": "74"}, "The one hospital site in Assembly District 74"),
        ({"chamber": "assembly", "district": "2"}, "7 of 16 hospital sites in Assembly District 2"),
        ({"number": "2"}, "7 of 16 hospital sites in Assembly District 2"),
    ],
)
def test_a_district(open_page: Callable[..., AppTest], query: dict[str, str], title: str) -> None:
    app = open_page(FILE, **query)
    assert not app.exception
    assert app.title[0].value.startswith(title)
    assert not app.info
    anchors = [heading.proto.anchor for heading in app.subheader]
    assert anchors == [
        "district_dots", "district_numbers", "district_years", "district_sites",
        "", "district_counties", "district_findings",
    ]  # fmt: skip
    asked = next(m.value for m in app.markdown if "Of health plans" in m.value).splitlines()
    reporting = not title.startswith(("None", "The one"))
    assert asked[0].startswith("- Of sites that report a program") is reporting
    assert asked[-1].startswith("- Of people with serious illness") is not reporting
    labels = [button.proto.label for button in app.get("download_button")]
    assert "Download district brief (PDF, one page)" in labels


@pytest.mark.parametrize(
    "query",
    [
        {"chamber": "senate", "number": "41"},
        {"chamber": "assembly", "number": "0"},
        {"chamber": "lords", "number": "2000"},
        {"chamber": "assembly", "number": "9" * 5000},
        {"chamber": "<b>", "number": "**x**"},
    ],
)
def test_a_district_that_there_is_none_of_gives_the_index_and_says_so(
    open_page: Callable[..., AppTest], query: dict[str, str]
) -> None:
    app = open_page(FILE, **query)
    assert not app.exception
    assert "no hospital site reports inpatient palliative care in 2024" in app.title[0].value
    assert "There is no district" in words(app)


@pytest.mark.parametrize(("chamber", "n"), [("assembly", 80), ("senate", 40), ("congress", 52)])
def test_the_index_of_a_chamber_links_each_of_its_districts(
    open_page: Callable[..., AppTest], chamber: str, n: int
) -> None:
    app = open_page(FILE, chamber=chamber)
    assert not app.exception
    assert len([query for query in links(app) if "number=" in query]) == n
    said = words(app)
    assert "15 Assembly districts; 2 state Senate districts; 7 congressional districts" in said
    assert ("apply until January 3, 2027" in said) is (chamber == "congress")


def test_the_list_and_the_chamber_change_the_address(open_page: Callable[..., AppTest]) -> None:
    app = open_page(FILE, chamber="senate")
    app.selectbox(key="district_choice").set_value("4").run()
    assert not app.exception
    assert "State Senate District 4" in app.title[0].value
    assert {"chamber=assembly", "chamber=senate", "chamber=congressional"} <= set(links(app))
    app = open_page(FILE, chamber="senate")
    control: Any = app.get("button_group")
    next(part for part in control if part.key == "choose-chamber").set_value("assembly").run()
    assert app.title[0].value.startswith("In 15 of 80 Assembly districts")
    assert "number" not in app.query_params


def test_after_their_end_the_page_says_that_the_number_may_be_another(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = {"chamber": "congressional", "number": "2"}
    assert not open_page(FILE, **query).warning
    monkeypatch.setattr(district, "today", lambda: date(2027, 1, 3))
    after = open_page(FILE, **query)
    assert "may be another area now" in after.warning[0].value
    assert not open_page(FILE, chamber="assembly", number="2").warning


@pytest.mark.parametrize(
    "query",
    [{"place": "Assembly 2"}, {"chamber": "assembly", "district": "2"}, {"place": "AD 2"}],
)
def test_an_older_link_to_a_district_leads_to_its_page(
    open_page: Callable[..., AppTest], query: dict[str, str]
) -> None:
    app = open_page("pages/county.py", **query)
    assert not app.exception
    assert app.title[0].value.startswith("7 of 16 hospital sites in Assembly District 2")


def test_a_zip_in_one_county_leads_to_it_and_on_to_each_district(
    open_page: Callable[..., AppTest],
) -> None:
    found = seek.answer("90001")
    assert found.goes is not None
    assert dict(found.goes.query) == {"county": "06037", "zip": "90001"}
    app = open_page("pages/county.py", **dict(found.goes.query))
    assert not app.exception
    assert "An address decides" in words(app)
    held = {query: label for query, label in links(app).items() if "chamber=" in query}
    assert held == {
        "chamber=assembly&number=57": "Assembly District 57 (all)",
        "chamber=senate&number=33": "State Senate District 33 (79%)",
        "chamber=senate&number=28": "State Senate District 28 (21%)",
        "chamber=congressional&number=42": "Congressional District 42 (79%)",
        "chamber=congressional&number=37": "Congressional District 37 (21%)",
    }


def test_a_zip_in_two_counties_offers_both_and_its_districts() -> None:
    found = seek.answer("95202-1234")  # Stockton, in one county
    assert found.goes is not None
    spans = seek.answer("94515")  # Calistoga: Napa and Sonoma
    assert spans.goes is None or seek.arrival(spans.words, dict(spans.goes.query)["county"])
    if spans.goes is None:
        groups = [hit.group for hit in spans.hits]
        assert groups.count("place") == 2
        assert groups.count("district") >= 3
        assert "An address decides" in spans.said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("90009", "is for post office boxes or one building, so we have no districts for it"),
        ("90101", "We have no districts for ZIP code 90101"),
        ("92521", "We could not tell which State Senate and Congress district it is in"),
    ],
)
def test_a_zip_without_districts_says_so_and_offers_its_county(
    open_page: Callable[..., AppTest], code: str, said: str
) -> None:
    found = seek.answer(code)
    assert found.goes is not None
    app = open_page("pages/county.py", **dict(found.goes.query))
    assert said in words(app)
    assert len([query for query in links(app) if "chamber=" in query]) == (code == "92521")


@pytest.mark.parametrize("code", ["1", "9" * 300, "<b>", "\u0669\u0660\u0660\u0660\u0661"])
def test_an_odd_zip_in_an_address_says_nothing(
    open_page: Callable[..., AppTest], code: str
) -> None:
    app = open_page("pages/county.py", county="06037", zip=code)
    assert not app.exception
    assert "Districts of ZIP" not in words(app)


def test_a_search_for_a_district_goes_to_its_page_and_for_a_member_explains() -> None:
    found = seek.answer("SD 4")
    assert found.goes is not None
    assert found.goes.page == FILE
    assert dict(found.goes.query) == {"chamber": "senate", "number": "4"}
    assert len(seek.answer("district 12").hits) == 3
    ways = seek.answer("Assemblymember Smith").links
    assert any("findyourrep.legislature.ca.gov" in address for address, _words in ways)


def test_the_tab_is_named_after_the_district() -> None:
    title = titles.title("district", {"chamber": "congress", "number": "2"})
    assert title == "Congressional District 2 | California Palliative Care Progress"
    assert titles.title("district", {"chamber": "senate", "number": "41"}).startswith("District |")
    assert "State Senate District 4" in titles.description(
        "district", {"chamber": "senate", "number": "4"}
    )


def test_from_a_county_and_from_the_map_of_counties(open_page: Callable[..., AppTest]) -> None:
    assert [link for link in open_page("pages/county_map.py").get("page_link")
            if link.proto.page == "district"]  # fmt: skip
    app = open_page("pages/county.py", county="06003", tab="around")  # Alpine: whole in each
    app.session_state["county_districts"] = True
    app.run()
    assert not app.exception
    held = {query: label for query, label in links(app).items() if "chamber=" in query}
    assert held == {
        "chamber=assembly&number=1": "Assembly District 1 (all)",
        "chamber=senate&number=4": "State Senate District 4 (all)",
        "chamber=congressional&number=3": "Congressional District 3 (all)",
    }
