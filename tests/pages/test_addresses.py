"""Addresses as they arrive: from newsletters, spreadsheets and by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.nav import PAGES
from lib.ui import address, parameters

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

#: What newsletters, social networks and search engines add, as seen in the wild.
TRACKED = {
    "utm_source": "news", "utm_content": "a", "UTM_Campaign": "b", "fbclid": "IwAR0", "gclid": "x",
    "msclkid": "x", "dclid": "x", "ttclid": "x", "twclid": "x", "yclid": "x", "li_fat_id": "x",
    "mc_cid": "x", "mc_eid": "x", "_ga": "2.1", "_gl": "1*a", "ref": "t.co", "igshid": "x",
    "gad_source": "1", "gbraid": "x", "wbraid": "x", "_hsenc": "p2", "__hstc": "x", "hsa_cam": "1",
    "mkt_tok": "x", "srsltid": "x", "pk_campaign": "x", "mtm_source": "x", "elqTrackId": "x",
}  # fmt: skip


def said(app: AppTest) -> str:
    assert not app.exception
    return " ".join(str(note.value).replace("\\", "") for note in app.info)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.path)
def test_what_counts_readers_is_passed_over_and_the_unknown_is_named(
    open_page: Callable[..., AppTest], entry: object
) -> None:
    file = entry.file  # type: ignore[attr-defined]
    assert said(open_page(file, **TRACKED)) == ""
    words = said(open_page(file, utm_source="news", flavor="vanilla"))
    assert "does not know (flavor=vanilla)" in words
    assert "utm" not in words
    assert "as it is without that part" in words


@pytest.mark.parametrize("name", sorted({*parameters._own, *parameters.of_figures()}))
def test_no_choice_of_ours_is_taken_for_one_that_counts_readers(name: str) -> None:
    assert not parameters.is_tracking(name)


@pytest.mark.parametrize("given", ["6019", "06019", " 06019 ", "fresno", "Fresno County"])
def test_a_county_is_found_by_its_code_without_the_zero_and_by_name(
    open_page: Callable[..., AppTest], given: str
) -> None:
    app = open_page("pages/county.py", county=given)
    assert app.title[0].value.startswith("Fresno County")
    assert said(app) == ""
    mapped = open_page("pages/county_map.py", county=given)
    assert mapped.selectbox(key="choose-county").value == "06019"
    starter = open_page("pages/community_action.py", county=given)
    assert starter.selectbox(key="county_choice").value == "06019"
    found = open_page("pages/programs.py", county=given)
    assert found.selectbox(key="county").value in ("06019", "all")
    life = open_page("pages/equity.py", life_county=given)
    assert life.selectbox(key="choose-life_county").value in ("06019", "06037")


@pytest.mark.parametrize(
    ("file", "query", "named", "shown"),
    [
        ("pages/county.py", {"county": "Atlantis"}, "county=Atlantis", "all 58 counties"),
        ("pages/county.py", {"county": "06029", "tab": "x"}, "tab=x", '"Hospitals"'),
        ("pages/community_action.py", {"county": "19"}, "county=19", "Los Angeles County"),
        ("pages/overview.py", {"year": "2060"}, "year=2060", '"2024"'),
        ("pages/county_map.py", {"county": "x"}, "county=x", "No county is selected"),
        ("pages/county_map.py", {"color": "red"}, "color=red", '"Services"'),
        ("pages/county_map.py", {"measure": "poverty_share", "color": "supply"},
         "measure=poverty_share", "Hospital sites"),
        ("pages/programs.py", {"answer": "Perhaps"}, "answer=Perhaps", '"All"'),
        ("pages/programs.py", {"surveys_view": "Song"}, "surveys_view=Song", "without that part"),
        ("pages/present.py", {"scene": "99"}, "scene=99", "you see the first"),
        ("pages/milestones.py", {"in_year": "1776"}, "in_year=1776", "instead"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_named_with_what_is_shown_instead(
    open_page: Callable[..., AppTest], file: str, query: dict[str, str], named: str, shown: str
) -> None:
    words = said(open_page(file, **query))
    assert named in words
    assert shown in words
    assert words.count(named) == 1


@pytest.mark.parametrize(
    "name", ["scene", "district", "year", "in_year", "county", "place", "find", "peers"]
)
@pytest.mark.parametrize("page", ["present", "county", "programs", "county_map", "milestones"])
def test_no_number_is_too_long(open_page: Callable[..., AppTest], page: str, name: str) -> None:
    app = open_page(f"pages/{page}.py", **{name: "9" * 5000}, chamber="senate")
    assert not app.exception


def test_a_control_that_nobody_declared_is_refused() -> None:
    with pytest.raises(KeyError, match="synthetic_choice"):
        address.keeper("synthetic_choice", "key", "a")


def test_a_district_never_stands_under_a_county(open_page: Callable[..., AppTest]) -> None:
    for place in ("Senate 2", "district 12", "95214", "Alpine", "Trukee", "no such place"):
        app = open_page("pages/county.py", county="06037", place=place)
        assert not app.exception
        assert "County:" not in app.title[0].value
        labels = [button.proto.label for button in app.get("download_button")]
        assert not [label for label in labels if "county brief" in label]
    both = open_page("pages/county.py", county="06037", place="Eureka")
    assert both.title[0].value.startswith("Humboldt County")
    assert both.query_params["county"] in ("06023", ["06023"])


def test_words_typed_are_no_markup(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/county.py", place="**qq** :red[zzzz]")
    assert "\\*\\*qq" in app.title[0].value


@pytest.mark.parametrize(
    ("file", "name", "marked", "plain"),
    [
        ("pages/programs.py", "find", "Mariñ", "marin"),
        ("pages/milestones.py", "milestone_words", "hospicé", "hospice"),
        ("pages/community_action.py", "toolkit", "cáre", "CARE"),
        ("pages/data_sources.py", "subject", "hospïce", "hospice"),
    ],
)
def test_every_search_box_takes_words_with_and_without_accents(
    open_page: Callable[..., AppTest], file: str, name: str, marked: str, plain: str
) -> None:
    def found(words: str) -> list[str]:
        app = open_page(file, **{name: words})
        assert not app.exception
        parts = [*(str(each.value) for each in app.markdown), *(b.label for b in app.selectbox)]
        return parts + [each.proto.body for each in app.get("html")]

    assert found(marked) == found(plain)
    assert found(plain) != found("qqqq")
