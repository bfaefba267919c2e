"""Every choice of every page is a round trip: chosen, read from the address, opened afresh.

The choices are those that the pages draw, found by looking and not by a list: a new control is
walked as it comes, and a new kind of control that cannot be walked fails the test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib import nav
from lib.pages import PAGES as DECLARED
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.testing.v1 import AppTest

PAGES: list[tuple[str, dict[str, str]]] = [
    *((e.file, {}) for e in nav.PAGES if e.path == "county" or not DECLARED[e.path].tabs),
    *(
        (e.file, {"tab": tab.tab} | ({"county": "06029"} if e.path == "county" else {}))
        for e in nav.PAGES
        for tab in DECLARED[e.path].tabs
    ),
]

#: What holds a choice and is walked here.
WALKED = ("selectbox", "button_group", "text_input")

#: What else a page may hold: what is done once (a file taken, a fold opened) is no view to share.
NO_CHOICE = ("button", "download_button", "file_uploader", "expander", "popover")

#: Kinds of control that no page has; one that gets them is to be walked here first.
OTHERS = (
    "checkbox", "toggle", "radio", "slider", "select_slider", "multiselect", "number_input",
    "text_area", "date_input", "time_input", "color_picker", "data_editor", "chat_input", "tab",
)  # fmt: skip

#: Typed into every search box: an accent, as a visitor writes it.
WORDS = "cáre"

#: The search that turns a page into another one is walked in `test_seek.py`.
APART = ("seek",)


def controls(app: AppTest) -> Iterator[Any]:
    """Every control of a page that holds a choice."""
    for kind in WALKED:
        yield from (each for each in app.get(kind) if each.key not in APART)


def shown(app: AppTest) -> dict[str, Any]:
    """All that a visitor can tell two views of a page apart by."""
    texts = {
        kind: [str(each.value) for each in app.get(kind)]
        for kind in ("title", "header", "subheader", "markdown", "caption", "info", "error")
    }
    return texts | {
        "lists": [each.proto.body for each in app.get("html")],
        **{f"control {each.key}": each.value for each in controls(app)},
        "charts": [each.proto.spec for each in app.get("vega_lite_chart")],
        "tables": [each.value.to_csv() for each in app.dataframe],
    }


def unlike(app: AppTest, expected: AppTest | dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What differs between a page and the view that is expected: (on the page, expected)."""
    now, then = shown(app), expected if isinstance(expected, dict) else shown(expected)
    names = {*now, *then}
    return {n: (now.get(n), then.get(n)) for n in names if now.get(n) != then.get(n)}


def asked(app: AppTest) -> dict[str, str]:
    """What the address says."""
    return {name: each[-1] if isinstance(each, list) else each
            for name, each in app.query_params.items()}  # fmt: skip


def choose(app: AppTest, key: str, place: int) -> None:
    """Choose by the place of the value in its list, or type."""
    control = next(each for each in controls(app) if each.key == key)
    if control.type == "text_input":
        control.set_value(WORDS)
    else:
        values = control.options
        control.set_value(values[min(place, len(values) - 1) if place >= 0 else place])
    app.run()
    assert not app.exception, key


def is_view(key: str) -> bool:
    """True for the switch of a figure's views, which hides the chart that others change."""
    return key.endswith("_view") or key == "choose-drawing"


@pytest.mark.parametrize(("file", "query"), PAGES)
def test_each_choice_comes_back_from_the_address(
    open_page: Callable[..., AppTest], file: str, query: dict[str, str]
) -> None:
    app = open_page(file, **query)
    usual, first = shown(app), asked(app)
    for kind in OTHERS:
        # Tabs that the address names are walked one by one: each is a view of its own here.
        assert (kind == "tab" and "tab" in query) or not app.get(kind), f"{kind}: walk it here"
    walked: set[str] = set()
    for views in (False, True):  # the views of figures last: a table hides what the others change
        while True:
            left = [
                each.key
                for each in controls(app)
                if each.key not in walked and is_view(each.key) == views
            ]
            if not left:
                break
            walked.add(left[0])
            choose(app, left[0], (1, -1)[len(walked) % 2])  # the second and the last, by turns
        fresh = open_page(file, **asked(app))
        assert not fresh.exception
        assert not [note for note in fresh.info if "does not know" in note.value]
        assert unlike(fresh, app) == {}
    assert walked or "tab" in query  # a tab may hold nothing more to choose
    assert usual["charts"] or usual["tables"] or usual["lists"] or "present" in file
    # Back, to where it began: the same session opens the first address again.
    for name in list(app.query_params):
        del app.query_params[name]
    for name, value in first.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert unlike(app, usual) == {}


def test_every_control_of_every_page_is_one_of_the_kinds_walked() -> None:
    """No control goes round the one way: none is bound by Streamlit, or drawn without a word."""
    drawn = [*sorted((ROOT / "lib/ui").glob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]
    for file in drawn:
        assert 'bind="query-params"' not in file.read_text("utf-8"), file.name


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Kern", "Kern County"), ("95501", "Humboldt County"), ("Assembly 2", "7 of 16 hospital sites in Assembly District 2"),
        ("San José", "Santa Clara County"), ("Alpine", "Five places"), ("10001", "Nothing"),
    ],
)  # fmt: skip
def test_a_link_to_a_search_made_before_every_page_had_one(
    open_page: Callable[..., AppTest], typed: str, title: str
) -> None:
    app = open_page("pages/county.py", place=typed)
    assert not app.exception
    assert app.title[0].value.startswith(title)
    fresh = open_page("pages/county.py", **asked(app))
    assert unlike(fresh, app) == {}
