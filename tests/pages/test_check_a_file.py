"""Check a file: a steward's table, read on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib import trial
from lib.model import Offence
from lib.trial.causes import causes
from lib.trial.model import NoteKind
from lib.ui import library
from tests.test_trial import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

PAGE = "pages/data_sources.py"
ASKED = "The table it is meant for"


@pytest.fixture
def drop(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Open the page and drop a file on it; the check itself is stood in for, said per test."""

    def dropped(name: str, content: bytes, found: trial.Trial) -> AppTest:
        monkeypatch.setattr(trial, "tried", lambda *_arguments: found)
        app = open_page(PAGE)
        app.file_uploader[0].set_value((name, content, "text/csv"))
        app.run()
        assert not app.exception
        return app

    return dropped


def written(app: AppTest) -> str:
    """Everything that the page says."""
    parts = [*app.markdown, *app.error, *app.success, *app.warning, *app.info]
    lists = [block.proto.body for block in app.get("html")]
    return " ".join([*(str(part.value) for part in parts), *lists])


def sound(**more: Any) -> trial.Trial:
    """What comes of the milestones as they are held."""
    now = {"milestone_list": library.finding("milestone_list").headline}
    return trial.Trial("milestones", headlines=now, mended=MILESTONES, **more)


def broken(count: int) -> trial.Trial:
    """What comes of a table in which one thing is wrong in so many rows."""
    offences = tuple(
        Offence("milestones", n, "date", "=1+1", "synthetic", "Mend it.") for n in range(count)
    )
    return trial.Trial("milestones", causes=causes(offences), offences=offences)


def test_a_file_that_says_the_same_changes_nothing(drop: Callable[..., AppTest]) -> None:
    said = written(drop("milestones.csv", MILESTONES, sound()))
    assert "**milestones.csv keeps its contract**" in said
    assert "nothing would change" in said
    assert "**No headline would change**: all 1 figures" in said
    assert "Save it as `data/milestones.csv`" in said


def test_a_cause_is_told_once_with_its_remedy(drop: Callable[..., AppTest]) -> None:
    said = written(drop("milestones.csv", MILESTONES, broken(12)))
    assert "**1 thing is wrong.**" in said
    assert said.count("Mend it.") == 1
    assert "1, 2, 3, 4, 5, 6, 7 and 5 more" in said
    assert "all 12 places" in said
    assert "keeps its contract" not in said


def test_what_was_mended_is_no_success_and_hides_no_markup(drop: Callable[..., AppTest]) -> None:
    note = trial.Note(NoteKind.MENDED, "city: [x](http://a.example) <b> is read as *y*.")
    read = trial.Note(NoteKind.READ, "The header stands in row 4.")
    app = drop("milestones.csv", MILESTONES, sound(notes=(note, read)))
    assert not app.success
    (warned,) = app.warning
    assert "**The file needs 1 repair**" in warned.value
    said = written(app)
    assert r"- city\: \[x\](http\://a.example) \<b\> is read as \*y\*." in said
    assert "- The header stands in row 4." in said


def test_a_refusal_is_one_sentence(drop: Callable[..., AppTest]) -> None:
    app = drop("a.xlsx", b"a,b", trial.Trial(refusal="This is a synthetic [refusal](x)."))
    (told,) = app.error
    assert told.value == r"This is a synthetic \[refusal\](x)."
    assert not [box for box in app.selectbox if box.label == ASKED]


def test_what_cannot_be_told_is_asked_and_the_choice_is_tried(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("year-2027.csv", MILESTONES, trial.Trial())
    (asked,) = [box for box in app.selectbox if box.label == ASKED]
    assert asked.value is None
    assert "people_counts" not in asked.options
    assert "keeps its contract" not in written(app)
    given: list[str] = []

    def chosen(file: trial.Given, *_arguments: object) -> trial.Trial:
        given.append(file.table)
        return sound()

    monkeypatch.setattr(trial, "tried", chosen)
    asked.set_value("milestones").run()
    assert given == ["milestones"]
    assert "milestones.csv keeps its contract" in written(app)


def test_a_file_is_tried_once_and_not_at_every_rerun(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("milestones.csv", MILESTONES, sound())

    def again(*_arguments: object) -> trial.Trial:
        raise AssertionError("the file was tried again")

    monkeypatch.setattr(trial, "tried", again)
    app.run()
    app.run()
    assert not app.exception
    assert "milestones.csv keeps its contract" in written(app)


def test_a_second_file_waits_its_turn(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("milestones.csv", MILESTONES, sound())

    def busy(*_arguments: object) -> trial.Trial:
        raise trial.BusyError

    monkeypatch.setattr(trial, "tried", busy)
    app.file_uploader[0].set_value(("milestones.csv", MILESTONES + b"\n", "text/csv"))
    app.run()
    assert not app.exception
    assert "Other files are being checked just now." in written(app)
