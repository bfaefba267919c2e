"""Check new data: files read on the page."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from lib import trial
from lib.model import Offence
from lib.store import bundle_files
from lib.trial.causes import causes
from lib.trial.model import Changes, Headline, Note, NoteKind, Picture
from lib.ui import trial_found
from lib.wording import trial as words
from tests.test_trial import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


PAGE = "pages/data_sources.py"


def _pixel() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    return out.getvalue()


#: A SYNTHETIC picture.
PIXEL = _pixel()
ASKED = "Which table is this?"
CHARTS = tuple(f"synthetic_{n}" for n in range(8))


@pytest.fixture
def drop(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Open the page and drop a file on it; the check itself is stood in for, said per test."""

    def dropped(name: str, content: bytes, found: trial.Trial) -> AppTest:
        monkeypatch.setattr(trial, "tried", lambda *_arguments: found)
        app = open_page(PAGE, tab="check")
        app.file_uploader[0].set_value([(name, content, "text/csv")])
        app.run()
        assert not app.exception
        return app

    return dropped


def written(app: AppTest) -> str:
    """Everything that the page says."""
    parts = [*app.markdown, *app.error, *app.success, *app.warning, *app.info]
    lists = [block.proto.body for block in app.get("html")]
    return " ".join([*(str(part.value) for part in parts), *lists])


def drawn(block: Any) -> Iterator[Any]:
    """Everything under a block in the order of the page; a block that only holds others is left out."""
    for child in getattr(block, "children", {}).values():
        if child.type not in ("vertical", "container", "flex_container"):
            yield child
        yield from drawn(child)


def milestones(**more: Any) -> trial.Piece:
    """The milestones as they were read."""
    return trial.Piece("milestones.csv", table="milestones", mended=MILESTONES, **more)


def sound(**more: Any) -> trial.Trial:
    """What comes of the milestones as they are."""
    return trial.Trial((milestones(**more),))


def broken(count: int) -> trial.Trial:
    """What comes of a table in which one thing is wrong in so many rows."""
    offences = tuple(
        Offence("milestones", n, "date", "=1+1", "synthetic", "Mend it.") for n in range(count)
    )
    return trial.Trial((milestones(),), causes=causes(offences), offences=offences)


def proposed(**more: Any) -> trial.Trial:
    """What comes of SYNTHETIC files that change two tables and eight charts."""
    one = Changes(added=("synthetic",), added_count=1)
    drawn = tuple(
        Picture(name, PIXEL, PIXEL, f"{name} as it is", f"{name} as it would be")
        for name in CHARTS[:6]
    )
    said: dict[str, Any] = {
        "pieces": (milestones(), trial.Piece("a.zip: sources.csv", table="sources")),
        "changes": {"milestones": one, "sources": one},
        "figures": 81,
        "headlines": (Headline("milestone_list", "Then", "Later"),),
        "changed": CHARTS,
        "pictures": drawn,
        "files": {"milestones.csv": b"new", "edition.toml": b"new"},
        "version": "9999.12",
    }
    return trial.Trial(**{**said, **more})


def test_a_file_that_says_the_same_changes_nothing(drop: Callable[..., AppTest]) -> None:
    said = written(drop("milestones.csv", MILESTONES, sound()))
    assert "**milestones.csv passes every check**" in said
    assert "nothing would change" in said


def test_several_files_are_counted_as_files() -> None:
    assert words.sound(["a.csv", "b.csv"], 0, files=2).startswith("**All 2 files pass")


def test_a_file_of_any_kind_reaches_the_reader_who_says_what_to_save_it_as(
    drop: Callable[..., AppTest],
) -> None:
    app = drop("filled.ods", b"synthetic", trial.Trial((trial.Piece("filled.ods", refusal="No."),)))
    assert list(app.file_uploader[0].proto.type) == []


def test_the_answer_stands_right_under_the_files(drop: Callable[..., AppTest]) -> None:
    """An open list of templates would push it out of sight."""
    app = drop("milestones.csv", MILESTONES, broken(1))
    kinds = [node.type for node in drawn(app.main)]
    purpose = next(
        place
        for place, node in enumerate(drawn(app.main))
        if "For the person who" in str(node.proto)
    )
    assert kinds.index("file_uploader") < kinds.index("error") < purpose < kinds.index("expander")
    assert "[its data portal](https://data.chhs.ca.gov/" in written(app)
    assert "Our latest report is that of 2024." in written(app)


def test_a_cause_is_told_once_with_its_remedy(drop: Callable[..., AppTest]) -> None:
    said = written(drop("milestones.csv", MILESTONES, broken(12)))
    assert "**1 thing is wrong.**" in said
    assert said.count("Mend it.") == 1
    assert "1, 2, 3, 4, 5, 6, 7 and 5 more" in said
    assert "all 12 places" in said
    assert "passes every check" not in said


def test_what_was_mended_is_no_success_and_hides_no_markup(drop: Callable[..., AppTest]) -> None:
    note = Note(NoteKind.MENDED, "city: [x](http://a.example) <b> is read as *y*.")
    read = Note(NoteKind.READ, "The header is in row 4.")
    app = drop("milestones.csv", MILESTONES, sound(notes=(note, read)))
    assert not app.success
    (warned,) = app.warning
    assert "**1 repair is needed**" in warned.value
    said = written(app)
    assert r"- city\: \[x\](http\://a.example) \<b\> is read as \*y\*." in said
    assert "- The header is in row 4." in said


def test_a_refusal_is_one_sentence(drop: Callable[..., AppTest]) -> None:
    app = drop(
        "a.xlsx",
        b"a,b",
        trial.Trial((trial.Piece("a.xlsx", refusal="This is a synthetic [refusal](x)."),)),
    )
    (told,) = app.error
    assert told.value == r"This is a synthetic \[refusal\](x)."
    assert not [box for box in app.selectbox if box.label == ASKED]


def test_what_cannot_be_told_is_asked_and_the_choice_is_tried(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("year-2027.csv", MILESTONES, trial.Trial((trial.Piece("year-2027.csv"),)))
    (asked,) = [box for box in app.selectbox if box.label == ASKED]
    assert asked.value is None
    assert "people_counts" not in asked.options
    assert "passes every check" not in written(app)
    given: list[str] = []

    def chosen(asked: trial.Request, *_arguments: object) -> trial.Trial:
        given.extend(file.table for file in asked.given)
        return sound()

    monkeypatch.setattr(trial, "tried", chosen)
    asked.set_value("milestones").run()
    assert given == ["milestones"]
    assert "milestones.csv passes every check" in written(app)


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
    assert "milestones.csv passes every check" in written(app)


def test_a_second_file_waits_its_turn(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = drop("milestones.csv", MILESTONES, sound())

    def busy(*_arguments: object) -> trial.Trial:
        raise trial.BusyError

    monkeypatch.setattr(trial, "tried", busy)
    app.file_uploader[0].set_value([("milestones.csv", MILESTONES + b"\n", "text/csv")])
    app.run()
    assert not app.exception
    assert "Other files are being checked." in written(app)


def test_what_would_change_is_told_drawn_and_taken_away(drop: Callable[..., AppTest]) -> None:
    app = drop("a.zip", b"synthetic", proposed())
    said = written(app)
    assert "**All 2 tables pass every check**" in said, "one ZIP was dropped"
    assert "2 tables would change" in said
    assert "**1 headline would change**, of 81" in said
    assert "**8 charts would look different.** The first 6 are shown." in said
    assert "as edition 9999.12" in said
    assert len(app.get("image")) == 12
    assert [b.label for b in app.button if b.key == "trial_more_6"] == ["Show 2 more charts"]
    # What to do next is in sight at once, and not under all the charts.
    order = [str(node.proto) for node in drawn(app.main)]
    places = [
        next(n for n, node in enumerate(order) if part in node)
        for part in (
            "tables pass every check",
            "Next step.",
            "ZIP (the new",
            "would change**, of 81",
        )
    ]
    assert places == sorted(places)


def charts_alone() -> None:
    """The part of the page with charts; the next ones are stood in for."""
    from dataclasses import replace

    from lib.trial import model
    from lib.ui import trial_found
    from tests.pages.test_check_new_data import CHARTS, PIXEL, proposed

    def more(found: model.Trial) -> model.Trial:
        assert len(found.pictures) == 6
        next_ones = tuple(model.Picture(name, PIXEL, PIXEL, "then", "later") for name in CHARTS[6:])
        return replace(found, pictures=(*found.pictures, *next_ones))

    trial_found._pictures(proposed(), more)


def test_the_next_charts_are_drawn_when_they_are_asked_for() -> None:
    app = AppTest.from_function(charts_alone, default_timeout=60).run()
    assert len(app.get("image")) == 12
    app.button(key="trial_more_6").click().run()
    assert not app.exception
    assert len(app.get("image")) == 16
    assert len(app.button) == 0
    assert "**8 charts would look different.**" in [each.value for each in app.markdown]


def test_the_zip_is_the_data_folder_with_the_new_files(store: Any) -> None:
    found = proposed()
    with zipfile.ZipFile(io.BytesIO(trial_found.new_data(found))) as made:
        names = set(made.namelist())
        assert made.read("data/milestones.csv") == b"new"
        for name in ("data/cohorts.csv", "data/observations/need.csv"):
            assert made.read(name) == bundle_files(store)[name.removeprefix("data/")]
    assert any(name.startswith("data/stories/") for name in names)
    assert names == {f"data/{name}" for name in {*bundle_files(store), *store.files}
                     if f"data/{name}" in names}  # fmt: skip
    assert {f"data/{name}" for name in store.files} == names


def test_a_report_without_a_clear_year_is_asked_for_it(
    drop: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = trial.Piece("two.xlsx", refusal="The dates disagree: 2022, 2021.", years=(2022, 2021))
    app = drop("two.xlsx", b"synthetic", trial.Trial((asks,)))
    assert "The dates disagree" in written(app)
    (asked,) = [box for box in app.selectbox if box.label.startswith("Report year of two.xlsx")]
    given: list[int | None] = []
    account = (("two.xlsx: hospital report of 2022", "  one", "      under it"), ("Sites", "  2"))

    def chosen(request: trial.Request, *_arguments: object) -> trial.Trial:
        given.extend(file.year for file in request.given)
        return trial.Trial((trial.Piece("two.xlsx", account=account),))

    monkeypatch.setattr(trial, "tried", chosen)
    asked.set_value(2022).run()
    assert given == [2022]
    assert "**two.xlsx\\: hospital report of 2022**\n\n- one\n    - under it" in written(app)


def test_each_refused_file_is_named_where_there_are_several(drop: Callable[..., AppTest]) -> None:
    pieces = (trial.Piece("a.xls", refusal="Old."), milestones())
    said = written(drop("a.zip", b"synthetic", trial.Trial(pieces)))
    assert "**a.xls**: Old." in said
    assert "passes every check" not in said


def test_the_answer_stays_for_the_visit_and_goes_when_the_visitor_says_so(
    drop: Callable[..., AppTest],
) -> None:
    app = drop("milestones.csv", MILESTONES, sound())

    def turn_to(tab: str) -> str:
        app.query_params["tab"] = tab
        app.run()
        assert not app.exception
        return written(app)

    assert "nothing would change" not in turn_to("sources")
    said = turn_to("check")
    assert not app.file_uploader[0].value
    assert "You checked milestones.csv earlier in this visit." in said
    assert "nothing would change" in said
    app.button(key="trial_forget").click().run()
    assert "nothing would change" not in written(app)


def test_a_file_taken_back_leaves_no_answer(drop: Callable[..., AppTest]) -> None:
    app = drop("milestones.csv", MILESTONES, sound())
    app.file_uploader[0].set_value([])
    app.run()
    said = written(app)
    assert "nothing would change" not in said
    assert "earlier in this visit" not in said
