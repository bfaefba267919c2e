"""The county and rural pages as a visitor opens them, odd addresses included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

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
        ("06003", "Alpine County has no general acute hospital"),
        ("Sierra", "Sierra County has no general acute hospital"),
        ("06011", "Colusa County: its one hospital site"),
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
def test_an_unknown_county_gives_the_usual_view_and_says_so(
    open_page: Callable[..., AppTest], county: str
) -> None:
    app = open_page("pages/county.py", county=county)
    assert not app.exception
    assert app.title[0].value.startswith("Los Angeles County")
    assert any("does not know" in info.value for info in app.info)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10001", "outside California"),
        ("95214", "gives no county for it"),
        ("Assembly 99", "is no district"),
        ("qqqqxx", "Nothing resembles"),
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
    assert "Rural hospitals report palliative care less often" in app.title[0].value
