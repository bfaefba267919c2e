"""A message about a number that looks wrong carries the chart, the number and the link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from lib import figures
from lib.outputs import reporting, words
from lib.wording import maker

if TYPE_CHECKING:
    import pytest


def test_the_message_names_chart_number_place_and_link(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_ADDRESS", "dashboard@example.org")
    figure = figures.build(store, "license_line", {})
    with words.reached_at("https://example.org/base"):
        link = reporting.link(figure)
    assert len(link) <= reporting.LONGEST
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "dashboard@example.org")
    said = parse_qs(parts.query)
    assert figure.headline in said["subject"][0]
    (body,) = said["body"]
    assert "Link: https://example.org/base/" in body
    assert "#license_line" in body
    assert figure.edition.version in body
    claim = figure.claims[0]
    assert f"{claim.label}: {claim.value} ({claim.locator})" in body


def test_a_chart_with_hundreds_of_numbers_stays_within_a_mails_address(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTACT_ADDRESS", "dashboard@example.org")
    for figure_id in ("equity_coverage", "cohort_facts", "county_map"):
        assert 0 < len(reporting.link(figures.build(store, figure_id, {}))) <= reporting.LONGEST


def test_without_a_sound_address_nothing_is_offered(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = figures.build(store, "license_line", {})
    for wrong in ("", "nobody", "a@b", "x@example.org?bcc=y@example.org"):
        monkeypatch.setenv("CONTACT_ADDRESS", wrong)
        assert reporting.link(figure) == ""


def test_without_an_address_there_is_a_text_to_copy_and_nobody_is_made_up(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = figures.build(store, "license_line", {})
    with words.reached_at("https://example.org"):
        text = reporting.message(figure)
    assert figure.headline in text
    assert "https://example.org/" in text
    assert figure.claims[0].locator in text
    assert "names no contact" in maker.where_to_send("", "")
    monkeypatch.setenv("OPERATOR_NAME", "  Example\n Foundation ")
    assert words.operator() == "Example Foundation"
    assert "Example Foundation runs this copy" in maker.who(words.operator())
    assert "does not name who runs it" in maker.who("")
    assert "mailto:a@example.org" in maker.where_to_send(words.operator(), "a@example.org")
