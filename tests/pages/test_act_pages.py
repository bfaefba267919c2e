"""Drivers and community action, opened as a visitor does, with good and odd addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

HOSTILE = "<script>alert(1)</script>"


def words(app: AppTest) -> str:
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.info]
    return "\n".join(str(part.value) for part in parts)


@pytest.mark.parametrize("page", ["pages/drivers.py", "pages/community_action.py"])
def test_the_page_says_its_finding_and_its_sources(open_page: Callable[..., AppTest], page: str):
    app = open_page(page)
    assert not app.exception
    assert len(app.title) == 1
    assert "Source:" in words(app)


def test_one_opportunity_from_the_address(open_page: Callable[..., AppTest]):
    app = open_page("pages/drivers.py", opportunity="Data")
    assert not app.exception
    assert "Data: no measure found" in words(app)


def test_an_unknown_opportunity_gives_the_usual_view_and_a_word(open_page: Callable[..., AppTest]):
    app = open_page("pages/drivers.py", opportunity=HOSTILE)
    assert not app.exception
    assert any("opportunity" in str(info.value) for info in app.info)
    assert "Policy Change:" in words(app)


@pytest.mark.parametrize("given", ["06063", "Plumas"])
def test_a_county_by_code_and_by_name(open_page: Callable[..., AppTest], given: str):
    app = open_page("pages/community_action.py", county=given)
    assert not app.exception
    assert "In Plumas County, 0 of 3 hospital sites report" in words(app)


def test_an_unknown_county_gives_the_usual_view_and_a_word(open_page: Callable[..., AppTest]):
    app = open_page("pages/community_action.py", county="99999")
    assert not app.exception
    assert any("99999" in str(info.value) for info in app.info)
    assert "Los Angeles County" in words(app)


def test_toolkits_by_word_and_a_word_that_fits_none(open_page: Callable[..., AppTest]):
    app = open_page("pages/community_action.py", tab="toolkits")
    app.text_input(key="toolkit").set_value("faith").run()
    assert "1 toolkit matches." in words(app)
    app.text_input(key="toolkit").set_value(HOSTILE).run()
    assert not app.exception
    assert "No toolkit matches" in words(app)


def test_milestones_are_laid_over_a_trend_by_the_address(open_page: Callable[..., AppTest]):
    app = open_page("pages/programs.py", license_line_milestones="benefit")
    assert not app.exception
    assert "Timing does not prove cause" in words(app)
    assert "Medi-Cal palliative care begins" in words(app)
