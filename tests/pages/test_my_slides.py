"""My slides: added under a chart, put in order, headed, opened from a link or a file."""

from __future__ import annotations

import re
from hashlib import sha512
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from lib.outputs import slide_file, slide_link
from lib.store.stories import Scene, Story
from lib.ui import library, slides
from lib.ui.slides import ARRIVED, KEPT, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

PAGE = "pages/present.py"


def code_of(*scenes: Scene, edition: str = "", marked: Callable[[Scene], str] = mark) -> str:
    """A link with these slides, made with the edition in force if none is named."""
    version = edition or library.store().edition.version
    return slide_link.code(Story("my_slides", "Kern", "", scenes, version), marked)


def held(app: AppTest) -> list[Scene]:
    return list(app.session_state[KEPT].scenes) if KEPT in app.session_state else []


def said(app: AppTest) -> str:
    return " ".join(str(note.value) for note in app.info)


LEAD = Scene("equity_lead", {}, "Who is asked?", "Wait for answers.")
LINE = Scene("license_line", {}, "It fell to 24")


def test_a_chart_is_added_as_it_is_and_taken_out_again(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/equity.py", tab="hospitals", split="beds")
    app.button(key="slide-site_split").click().run()
    assert not app.exception
    assert [(scene.figure_id, scene.params["split"]) for scene in held(app)] == [
        ("site_split", "beds")
    ]
    assert app.button(key="slide-site_split").label == "In my slides"
    assert "1 of 12 slides" in app.toast[0].value
    app.query_params["split"] = "ownership"  # another view is another slide
    app.run()
    assert app.button(key="slide-site_split").label == "Add to slides"
    app.query_params["split"] = "beds"
    app.run()
    app.button(key="slide-site_split").click().run()
    assert held(app) == []


def test_the_thirteenth_is_refused_with_a_word(open_page: Callable[..., AppTest]) -> None:
    counties = library.store().table("counties")["county_fips"][:12]
    app = open_page("pages/equity.py")
    app.session_state[KEPT] = Story(
        "my_slides", "", "", tuple(Scene("county_four", {"county": c}) for c in counties),
        library.store().edition.version,
    )  # fmt: skip
    app.button(key="slide-equity_lead").click().run()
    assert len(held(app)) == 12
    assert "the most it can have" in app.toast[0].value


def test_a_set_is_put_in_order_headed_and_emptied(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PAGE, tab="mine", slides=code_of(LEAD, LINE))
    assert not app.exception
    assert [scene.headline for scene in held(app)] == ["Who is asked?", "It fell to 24"]
    small = " ".join(str(each.value) for each in [*app.markdown, *app.caption])
    assert "24 is not a number of this chart" in small
    app.button(key="slide-down-1").click().run()
    assert app.text_input(key="slide_headline_1").value == "It fell to 24"
    app.text_input(key="slide_headline_1").set_value("From <b>45%</b> to 40%").run()
    assert held(app)[0].headline == "From 45% to 40%"
    assert "plain words" in app.toast[0].value
    app.text_area(key="slide_notes_1").set_value("Not closures.").run()
    assert held(app)[0].notes == "Not closures."
    app.button(key="slide-out-2").click().run()
    assert [scene.figure_id for scene in held(app)] == ["license_line"]
    app.button(key="slides_back").click().run()
    assert [scene.figure_id for scene in held(app)] == ["license_line", "equity_lead"]
    app.button(key="slides_none").click().run()
    assert held(app) == []
    assert not app.exception


def test_a_second_press_that_brings_old_words_along_loses_no_headline(
    open_page: Callable[..., AppTest],
) -> None:
    third = Scene("pclc_teams", {}, "Who was trained?")
    app = open_page(PAGE, tab="mine", slides=code_of(LEAD, LINE, third))
    app.button(key="slide-down-1").click().run()
    # The browser has not yet taken the new words into the field: it sends what stood there before.
    app.text_input(key="slide_headline_2").set_value(LINE.headline)
    app.button(key="slide-down-2").click().run()
    assert [scene.headline for scene in held(app)] == [
        LINE.headline, third.headline, LEAD.headline,
    ]  # fmt: skip
    # Words that are new are taken all the same.
    app.text_input(key="slide_headline_3").set_value("Who waits?").run()
    assert held(app)[2].headline == "Who waits?"


def test_a_long_headline_is_counted_and_one_too_long_for_its_slide_is_told(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(PAGE, tab="mine", slides=code_of(LEAD))

    def small() -> str:
        return " ".join(str(each.value) for each in [*app.markdown, *app.caption])

    assert "characters, the most" not in small()
    app.text_input(key="slide_headline_1").set_value("Ask. " * 20).run()
    assert "99 of 110 characters" in small()
    app.text_input(key="slide_headline_1").set_value("W" * 110).run()
    assert "too long for the slide" in small()
    assert "characters, the most" not in small()
    assert not app.exception


def pictures(app: AppTest) -> dict[str, str]:
    """The pictures of the stage as they are sent: name -> the whole element."""
    found = [
        str(each.proto.body) for each in app.get("html") if "data-slide-picture" in str(each.proto)
    ]
    return {re.findall('data-slide-picture="([^"]+)"', text)[0]: text for text in found}


def test_an_edit_sends_the_slide_that_it_changed_and_no_other(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(PAGE, tab="mine", slides=code_of(LEAD, LINE))
    before = pictures(app)
    assert len(before) == 2
    # Streamlit sends an element again only where it changed, if it has this many bytes.
    assert all(len(text) > 10_000 for text in before.values())
    app.text_area(key="slide_notes_1").set_value("Another note.").run()
    assert pictures(app) == before
    app.button(key="slide-down-1").click().run()
    assert pictures(app).items() == before.items()
    app.text_input(key="slide_headline_2").set_value("Who is not asked?").run()
    assert len(pictures(app).items() & before.items()) == 1
    assert len(pictures(app)) == 2


def test_two_windows_on_one_set_do_not_write_over_each_other(
    open_page: Callable[..., AppTest],
) -> None:
    code = code_of(LEAD, LINE)
    one, other = (open_page(PAGE, tab="mine", slides=code) for _window in range(2))
    other.button(key="slide-out-2").click().run()
    one.text_input(key="slide_headline_2").set_value("It fell again").run()
    assert [scene.headline for scene in held(one)] == ["Who is asked?", "It fell again"]
    assert [scene.headline for scene in held(other)] == ["Who is asked?"]
    assert not one.exception
    assert not other.exception


def test_a_list_that_fits_no_slide_says_so_to_who_makes_slides(
    open_page: Callable[..., AppTest],
) -> None:
    said_there = "too long for a slide"
    app = open_page("pages/milestones.py", tab="list")
    small = " ".join(str(each.value) for each in [*app.markdown, *app.caption])
    assert said_there not in small
    app.session_state[KEPT] = Story("my_slides", "", "", (LEAD,), library.store().edition.version)
    app.run()
    small = " ".join(str(each.value) for each in [*app.markdown, *app.caption])
    assert said_there in small


def test_starters_begin_a_set(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PAGE, county="06029")
    app.button(key="starter-county").click().run()
    assert not app.exception
    assert [scene.params.get("county") for scene in held(app)] == ["06029"] * 3


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("AX", "not complete"),
        ("A" * 50_000, "more than slides can have"),
        ("CXja", "later version"),
    ],
)
def test_a_link_that_cannot_be_read_says_so(
    open_page: Callable[..., AppTest], code: str, expected: str
) -> None:
    app = open_page(PAGE, tab="mine", slides=code)
    assert not app.exception
    assert expected in said(app)
    assert held(app) == []


def test_an_old_link_names_what_is_gone_and_what_changed(
    open_page: Callable[..., AppTest],
) -> None:
    gone = Scene("no_such_chart", {}, "Gone")
    marks = {"no_such_chart": "", "equity_lead": mark(LEAD), "license_line": "other1"}
    code = code_of(gone, LEAD, LINE, edition="2026.11", marked=lambda s: marks[s.figure_id])
    app = open_page(PAGE, tab="mine", slides=code)
    assert not app.exception
    assert "1 slide was left out" in said(app)
    assert "no\\_such\\_chart" in said(app) or "no_such_chart" in said(app)
    assert "edition 2026.11." in said(app)
    assert 'slide 2 ("It fell to 24")' in said(app)
    assert "slide 1" not in said(app)


def test_a_link_of_somebody_else_does_not_lose_her_own(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PAGE, tab="mine", slides=code_of(LEAD))
    app.query_params["slides"] = code_of(LINE)
    app.run()
    assert [scene.figure_id for scene in held(app)] == ["license_line"]
    assert "took the place of 1 slide" in said(app)
    app.button(key="slides_back").click().run()
    assert [scene.figure_id for scene in held(app)] == ["equity_lead"]
    # The address still names the other link, which was read: it is not read again.
    app.run()
    assert [scene.figure_id for scene in held(app)] == ["equity_lead"]


def test_a_tab_that_was_loaded_anew_has_both_sets(open_page: Callable[..., AppTest]) -> None:
    app = open_page(PAGE, tab="mine", slides=code_of(LINE), slides_before=code_of(LEAD))
    assert [scene.figure_id for scene in held(app)] == ["license_line"]
    app.button(key="slides_back").click().run()
    assert [scene.figure_id for scene in held(app)] == ["equity_lead"]


def test_notes_too_long_for_a_link_stay_in_the_set(open_page: Callable[..., AppTest]) -> None:
    # Invented words that cannot be packed: every letter is as good as thrown.
    many = [
        Scene(
            "county_four",
            {"county": f"060{n:02}"},
            "",
            "".join(sha512(f"{n}{k}".encode()).hexdigest() for k in range(5)),
        )
        for n in (1, 3, 5, 7, 9, 11)
    ]
    app = open_page(PAGE, tab="mine", slides=code_of(*many))
    assert not app.exception
    assert len(held(app)) == 6
    small = " ".join(str(each.value) for each in [*app.markdown, *app.caption])
    assert "leaves your notes out" in small


def test_a_file_is_opened_and_a_wrong_one_explained(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    my_slides = import_module("lib.ui.my_slides")  # the package has a function of that name
    state: dict[str, object] = {my_slides.OPENED: 0, slides.KEPT: None}
    monkeypatch.setattr("streamlit.session_state", state)
    for content, expected in [
        (slide_file.text(Story("x", "T", "S", (LEAD, Scene("gone", {})))).encode(), "gone"),
        (b"nothing", "not a file of slides"),
        (b"title = 'T'\nsummary = 'S'\n[[scenes]]\nfigure = 'gone'", "None of these slides"),
    ]:
        state["file"] = SimpleNamespace(getvalue=lambda content=content: content)
        my_slides._opened("file")
        assert expected in str(state[ARRIVED])
    assert state[my_slides.OPENED] == 3
    assert [scene.figure_id for scene in state[KEPT].scenes] == ["equity_lead"]  # type: ignore[attr-defined]


def test_no_slide_no_count_at_the_head(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/equity.py")
    links = [each for each in app.get("page_link") if "My slides" in str(each.proto.label)]
    assert links == []
    app.button(key="slide-equity_lead").click().run()
    links = [each for each in app.get("page_link") if "My slides" in str(each.proto.label)]
    assert len(links) == 1


def test_slides_that_come_along_do_not_hide_a_story(open_page: Callable[..., AppTest]) -> None:
    """A tab that is loaded anew brings the slides with it, whatever the page was showing."""
    app = open_page(PAGE, slides=code_of(LEAD), story="no_program")
    assert not app.exception
    assert [scene.figure_id for scene in held(app)] == ["equity_lead"]
    assert not [field for field in app.text_input if str(field.key).startswith("slide_")]


def test_an_audience_sees_slides_and_no_fields_until_it_asks(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(PAGE, tab="mine", audience="yes", slides=code_of(LEAD, LINE))
    assert not app.exception
    assert [scene.figure_id for scene in held(app)] == ["equity_lead", "license_line"]
    fields = {each.key for each in (*app.text_input, *app.text_area)}
    app.button(key="slides_mine").click().run()
    assert not app.exception
    assert "audience" not in app.query_params
    assert len({each.key for each in (*app.text_input, *app.text_area)} - fields) >= len(held(app))


@pytest.mark.parametrize("is_for_others", [False, True])
def test_files_of_a_set_are_called_by_its_title(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, *, is_for_others: bool
) -> None:
    named: list[str] = []
    for module in ("lib.ui.my_slides", "lib.ui.present"):
        monkeypatch.setattr(
            import_module(module), "offer", lambda _label, name, _make, **_more: named.append(name)
        )
    audience = {"audience": "yes"} if is_for_others else {}
    open_page(PAGE, tab="mine", slides=code_of(LEAD), **audience)
    files = [f"kern_{library.store().edition.version.replace('.', '-')}.{ending}"
             for ending in ("pptx", "pdf", "html")]  # fmt: skip
    assert named == [*files, *([] if is_for_others else ["kern.toml"])]
