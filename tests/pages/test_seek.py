"""One search on every page: what can mean one thing is gone to, the rest is listed by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib import nav
from lib.ui import seek, seekbox
from lib.wording import guide, seeking as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest


@pytest.mark.parametrize(
    ("typed", "page", "query"),
    [
        ("95501", "pages/county.py", {"county": "06023", "zip": "95501"}),
        ("95501-1234", "pages/county.py", {"county": "06023", "zip": "95501"}),
        # 99.6% of its homes.
        ("94550", "pages/county.py", {"county": "06001", "zip": "94550"}),
        # Post office boxes, in one county.
        ("90009", "pages/county.py", {"county": "06037", "zip": "90009"}),
        ("Kern", "pages/county.py", {"county": "06029"}),
        ("kern county", "pages/county.py", {"county": "06029"}),
        ("San José", "pages/county.py", {"county": "06085"}),
        ("La Cañada", "pages/county.py", {"county": "06037"}),
        ("Assembly 2", "pages/district.py", {"chamber": "assembly", "number": "2"}),
        ("Equity", "pages/equity.py", {}),
        ("milestones", "pages/milestones.py", {}),
        ("Policy Change", "pages/drivers.py", {"opportunity": "Policy Change"}),
    ],
)
def test_one_meaning_is_gone_to(typed: str, page: str, query: dict[str, str]) -> None:
    goes = seek.answer(typed).goes
    assert goes is not None
    assert (goes.page, dict(goes.query)) == (page, query)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10001", "not in California"),
        ("90085", "only for post office boxes"),
        ("90140", "belongs to one organization"),
        ("Assembly 99", "not a district"),
        ("Assemblymember Wicks", "official sites"),
        ("Senator Padilla", "official sites"),
        ("who is my assemblymember", "official sites"),
        ("9330", "five digits"),
        ("933011", "five digits"),
        ("醫院", "English letters"),
        ("больница", "English letters"),
        ("qqqqxx", "Try a ZIP code"),
        ("x" * 300, "too long"),
        ("<script>alert(1)</script>", "Try a ZIP code"),
    ],
)
def test_nothing_is_said_in_words(typed: str, said: str) -> None:
    found = seek.answer(typed)
    assert (found.hits, found.goes) == ((), None)
    assert said in found.said
    assert bool(found.links) == ("official sites" in said)


def test_a_zip_code_in_several_counties_offers_each_with_its_share() -> None:
    found = seek.answer("96076")
    assert found.goes is None
    assert [(hit.name, hit.note) for hit in found.hits if hit.group == "place"] == [
        ("Trinity County", "44.4% of the homes in 96076"),
        ("Shasta County", "34.1% of the homes in 96076"),
        ("Tehama County", "21.5% of the homes in 96076"),
    ]
    districts = [hit for hit in found.hits if hit.group == "district"]
    assert {dict(hit.query)["chamber"] for hit in districts} == {
        "assembly", "senate", "congressional",
    }  # fmt: skip
    assert "An address decides" in found.said


def test_a_city_in_two_counties_and_a_misspelled_one() -> None:
    assert {hit.name for hit in seek.answer("Truckee").hits} >= {"Nevada County", "Placer County"}
    close = seek.answer("Trukee")
    assert close.goes is None
    assert close.only_close
    assert "another spelling" in close.said
    n = len(close.hits)
    assert words.headline("Trukee", n, only_close=True) == (
        f"We found nothing for Trukee, but {n} names are close"
    )
    assert close.hits[0].name == "Nevada County"


def test_a_number_without_a_chamber_offers_three_districts() -> None:
    names = [hit.name for hit in seek.answer("district 12").hits]
    assert names == [
        "Assembly District 12",
        "State Senate District 12",
        "Congressional District 12",
    ]


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("Cedars", "hospital"), ("POLST", "milestone"), ("POLST", "measure"), ("POLST", "source"),
        ("eRegistry Pilot", "initiative"), ("eRegistry", "toolkit"),
    ],
)  # fmt: skip
def test_every_kind_of_thing_is_found(typed: str, group: str) -> None:
    assert group in {hit.group for hit in seek.answer(typed).hits}


def test_where_a_search_leads_is_a_page_and_its_choices_are_known() -> None:
    from lib.ui import parameters

    files = {entry.file for entry in nav.PAGES}
    for entry in seek.where()[1].entries:
        assert entry.page in files
        assert all(parameters.is_known(name) for name, _value in entry.query)


def search(app: AppTest, typed: str) -> AppTest:
    """Type into the one search box of a page."""
    app.text_input(key=seekbox.BOX).set_value(typed).run()
    assert not app.exception
    return app


def asked(app: AppTest) -> dict[str, Any]:
    return {name: value[-1] if isinstance(value, list) else value
            for name, value in app.query_params.items()}  # fmt: skip


@pytest.mark.parametrize("entry", nav.PAGES, ids=lambda entry: entry.path)
def test_every_page_has_the_one_box(
    open_page: Callable[..., AppTest], entry: nav.PageEntry
) -> None:
    app = open_page(entry.file)
    assert [box.key for box in app.text_input if box.key == seekbox.BOX] == [seekbox.BOX]
    assert app.text_input(key=seekbox.BOX).value == ""


def test_a_zip_code_opens_its_county_from_any_page(open_page: Callable[..., AppTest]) -> None:
    app = search(open_page("pages/milestones.py"), "95501")
    assert app.title[0].value.startswith("Humboldt County")
    assert asked(app) == {"county": "06023", "zip": "95501"}


def test_results_stand_under_their_own_headline_and_are_a_link_to_share(
    open_page: Callable[..., AppTest],
) -> None:
    app = search(open_page("pages/county.py", county="06037"), "polst")
    assert [title.value for title in app.title] == [
        f"{len(seek.answer('polst').hits)} results for polst"
    ]
    assert asked(app) == {"county": "06037", "q": "polst"}
    fresh = open_page("pages/county.py", **asked(app))
    assert [title.value for title in fresh.title] == [title.value for title in app.title]
    assert fresh.text_input(key=seekbox.BOX).value == "polst"
    app.button(key="seek-close").click().run()
    assert app.title[0].value.startswith("Los Angeles County")
    assert asked(app) == {"county": "06037"}


@pytest.mark.parametrize("typed", ["**qq** :red[zzzz]", "[a](http://a.example)", "<b>bold</b>"])
def test_words_typed_are_no_markup(open_page: Callable[..., AppTest], typed: str) -> None:
    app = open_page("pages/equity.py", q=typed)
    assert not app.exception
    for mark in "*[<":
        assert all(part.endswith("\\") for part in app.title[0].value.split(mark)[:-1])


def test_the_guide_says_what_this_is_and_what_the_words_mean(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page("pages/programs.py")
    said = "\n".join(str(each.value) for each in app.markdown)
    for word in (
        "Palliative care",
        "Hospice",
        "Hospital site",
        "Hospital license",
        "Self-reported",
    ):
        assert f"**{word}**" in said
    assert "We, the people who compile it" in said
    assert "Edition 2026.11" in said


def test_the_ways_of_the_guide_come_with_it_and_not_with_every_page(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page("pages/equity.py")
    ways = {label for steps in guide.tours().values() for label, _page, _query in steps}
    assert len(ways) == 9

    def shown() -> set[str]:
        return {each.proto.label for each in app.get("page_link")} & ways

    assert not shown()
    app.session_state["guide"] = True
    assert not app.run().exception
    assert shown() == ways
