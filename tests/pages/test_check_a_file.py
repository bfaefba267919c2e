"""Check a file: a steward's table, read on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib import trial
from lib.model import Offence
from lib.store import DATA
from lib.ui import library
from tests.test_trial import MILESTONES, book

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

PAGE = "pages/data_sources.py"


@pytest.fixture
def drop(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Open the page and drop a file on it; the check itself is stood in for, said per test."""

    def dropped(name: str, content: bytes, *offences: Offence) -> AppTest:
        now = {figure_id: library.finding(figure_id).headline for figure_id in ("milestone_list",)}
        found = trial.Trial(offences, {} if offences else now)
        monkeypatch.setattr(trial, "tried", lambda *_arguments: found)
        app = open_page(PAGE)
        app.file_uploader[0].set_value((name, content, "text/csv"))
        app.run()
        assert not app.exception
        return app

    return dropped


def written(app: AppTest) -> str:
    """Everything that the page says."""
    parts = [*app.markdown, *app.error, *app.success, *app.info]
    lists = [block.proto.body for block in app.get("html")]
    return " ".join([*(str(part.value) for part in parts), *lists])


def test_a_file_that_says_the_same_changes_nothing(drop: Callable[..., AppTest]) -> None:
    said = written(drop("milestones.csv", MILESTONES))
    assert "**milestones.csv keeps its contract**" in said
    assert "nothing would change" in said
    assert "**No headline would change**: all 1 figures" in said
    assert "Save it as `data/milestones.csv`" in said


def test_every_offence_is_listed_with_its_remedy(drop: Callable[..., AppTest]) -> None:
    offences = [Offence("milestones", n, "date", "=1+1", "synthetic", "Mend it.") for n in range(7)]
    app = drop("milestones.csv", MILESTONES, *offences)
    said = written(app)
    assert "**7 things are wrong.**" in said
    assert said.count("Mend it.") == 7
    assert "whole table" in said
    assert "keeps its contract" not in said


def test_a_spreadsheet_is_taken_and_another_file_is_refused_in_words(
    drop: Callable[..., AppTest],
) -> None:
    rows = [line.split(",") for line in ("milestone_id,date", "a,2020")]
    app = drop("milestones.xlsx", book([list(row) for row in rows]), Offence(*["x", 1, *"cvpr"]))
    assert "**1 thing is wrong.**" in written(app)
    assert "This is not a spreadsheet that can be read." in written(drop("a.xlsx", b"a,b\n"))


def test_what_cannot_be_told_is_asked(drop: Callable[..., AppTest]) -> None:
    content = (DATA / "observations" / "need.csv").read_bytes()
    app = drop("year-2027.csv", content)
    (asked,) = [box for box in app.selectbox if box.label == "The table it is meant for"]
    assert asked.value is None
    assert "people_counts" not in asked.options
    assert "keeps its contract" not in written(app)
    asked.set_value("observations/need").run()
    assert "observations/need.csv keeps its contract" in written(app)


def test_a_second_file_waits_its_turn(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("milestones.csv", MILESTONES)

    def busy(*_arguments: object) -> trial.Trial:
        raise trial.BusyError

    monkeypatch.setattr(trial, "tried", busy)
    app.file_uploader[0].set_value(("milestones.csv", MILESTONES + b"\n", "text/csv"))
    app.run()
    assert not app.exception
    assert "Another file is being checked just now." in written(app)
