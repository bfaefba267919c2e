"""Words that come from the tables and stories are words: Streamlit reads no markup in them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lib.ui import door, library, present, provenance

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

#: Synthetic: a link, bold, a color, an icon, a formula, struck out.
ODD = "Care [for](http://a.example) **all** :red[now] :material/lock: $x$ ~~no~~ <b>"


@pytest.mark.parametrize("harmless", [provenance.plain, provenance.heading])
def test_no_markup_is_left(harmless: Callable[[str], str]) -> None:
    said = harmless(ODD)
    assert not re.search(r"(?<!\\)[\[*$~<]|(?<!\\):material", said)
    assert said.replace("\\", "") == ODD


def test_a_colon_of_a_sentence_stays() -> None:
    assert provenance.heading("Kern County: 3 of 5, at 10:30") == "Kern County: 3 of 5, at 10:30"


def test_title_and_summary_of_a_story_are_words(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = present.stories()
    odd = {name: replace(story, title=ODD, summary=ODD) for name, story in held.items()}
    monkeypatch.setattr(present, "stories", lambda: odd)
    app = open_page("pages/present.py")
    assert not app.exception
    assert provenance.plain(ODD) in [str(part.value) for part in app.markdown]
    labels = [option for group in app.get("button_group") for option in group.options]
    assert labels
    assert provenance.heading(ODD) in [str(getattr(label, "content", label)) for label in labels]


def test_a_headline_and_cards_are_words(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library.figure("headline_numbers")
    labels = [f"{ODD} {n}" for n in range(len(made.rows))]
    odd = replace(made, rows=made.rows.assign(label=labels, value=ODD))
    figure = library.figure
    monkeypatch.setattr(
        library,
        "figure",
        lambda name, **choice: odd if name == "headline_numbers" else figure(name, **choice),
    )
    door._opening.cache_clear()  # another test may have opened the page before
    assert provenance.heading(ODD) in open_page("pages/overview.py").title[0].value
    door._opening.cache_clear()
    app = open_page("pages/drivers.py", tab="numbers")
    assert not app.exception
    assert [metric.label for metric in app.metric] == [provenance.heading(text) for text in labels]
    assert {metric.value for metric in app.metric} == {provenance.heading(ODD)}
