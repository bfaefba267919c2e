"""Two visitors at once: what one chooses or uploads never reaches the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib import trial
from lib.ui.slides import KEPT
from tests.test_trial import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from streamlit.testing.v1 import AppTest

#: Words that only one visitor has seen (synthetic).
MARK = "synthetic-of-one-visitor"


def shown(app: AppTest) -> str:
    """All that a page says, in its words and in what is drawn as HTML."""
    assert not app.exception
    said = [*app.title, *app.markdown, *app.error, *app.success, *app.warning, *app.info]
    drawn = [block.proto.body for block in app.get("html")]
    return " ".join([*(str(part.value) for part in said), *drawn])


def test_choices_of_one_visitor_stay_out_of_the_other(
    open_page: Callable[..., AppTest],
) -> None:
    one = open_page("pages/county.py", county="06019")
    other = open_page("pages/county.py", county="06029")
    before = shown(other)
    assert one.title[0].value.startswith("Fresno County")
    one.query_params["county"] = "06003"
    one.run()
    other.run()
    assert one.title[0].value.startswith("Alpine County")
    assert shown(other) == before
    assert "06003" not in str(dict(other.query_params))


def test_an_upload_and_what_came_of_it_stay_in_their_session(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    piece = trial.Piece(f"{MARK}.csv", table="milestones", mended=MILESTONES)
    monkeypatch.setattr(trial, "tried", lambda *_arguments: trial.Trial((piece,)))
    one, other = (open_page("pages/data_sources.py", tab="check") for _visitor in range(2))
    one.file_uploader[0].set_value([(f"{MARK}.csv", MILESTONES, "text/csv")])
    one.run()
    other.run()
    assert MARK in shown(one)
    assert MARK not in shown(other)
    assert not other.file_uploader[0].value
    newcomer = open_page("pages/data_sources.py", tab="check")
    assert MARK not in shown(newcomer)


def test_slides_of_one_visitor_stay_out_of_the_others_talk(
    open_page: Callable[..., AppTest],
) -> None:
    one, other = (open_page("pages/equity.py") for _visitor in range(2))
    one.button(key="slide-equity_lead").click().run()
    other.run()
    assert one.button(key="slide-equity_lead").label == "In my slides"
    assert other.button(key="slide-equity_lead").label == "Add to slides"
    one.session_state[KEPT] = replace(one.session_state[KEPT], title=MARK)
    newcomer = open_page("pages/present.py", tab="own")
    assert MARK not in shown(newcomer)
    assert KEPT not in other.session_state or not other.session_state[KEPT].scenes
    assert KEPT not in newcomer.session_state or not newcomer.session_state[KEPT].scenes
