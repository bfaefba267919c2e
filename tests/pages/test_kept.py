"""What is made once for every visitor, and a heading with its sentence in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib import theme
from lib.ui import downloads, library as shared, map_parts

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAMS = "pages/programs.py"
WRITTEN: list[str] = []


def _visit() -> None:
    """A synthetic page of two kept parts."""
    import streamlit as st

    from lib.ui.kept import kept
    from tests.pages.test_kept import WRITTEN

    def write(words: str) -> None:
        WRITTEN.append(words)
        st.markdown(words)
        st.html(f"<p>{words}</p>")

    for words in ("synthetic one", "synthetic two"):
        kept(words, lambda words=words: write(words))


def test_what_is_kept_is_written_once_and_shown_to_every_visitor() -> None:
    WRITTEN.clear()
    for _visitor in range(3):
        app = AppTest.from_function(_visit).run()
        assert not app.exception
        assert [block.value for block in app.markdown] == ["synthetic one", "synthetic two"]
        assert [block.type for block in app.main][1:] == ["markdown", "html"] * 2
    assert WRITTEN == ["synthetic one", "synthetic two"]


def test_the_second_visitor_sees_the_charts_of_the_first(
    open_page: Callable[..., AppTest],
) -> None:
    first, second = (open_page(PROGRAMS, tab="earlier") for _visitor in range(2))
    charts = [chart.proto.spec for chart in first.get("vega_lite_chart")]
    assert len(charts) >= 8
    assert charts == [chart.proto.spec for chart in second.get("vega_lite_chart")]
    assert [block.value for block in first.markdown] == [block.value for block in second.markdown]


def test_a_heading_brings_its_sentence_and_a_link_may_name_it(
    open_page: Callable[..., AppTest],
) -> None:
    figure = shared.figure("license_line")
    held = {
        each.proto.anchor: str(each.value).replace("\\", "")
        for each in open_page(PROGRAMS, tab="change").subheader
    }
    assert held["license_line"] == f"{figure.headline}\n{figure.subtitle}"


def test_milestones_laid_over_a_line_name_their_own_sources(
    open_page: Callable[..., AppTest],
) -> None:
    plain = open_page(PROGRAMS, tab="change")
    laid = open_page(PROGRAMS, license_line_milestones="benefit")
    dated = [b.value for b in laid.markdown if "Source of the milestones: [" in b.value]
    assert len(dated) == 1
    assert "Timing does not prove cause" in dated[0]
    assert not any("Source of the milestones" in block.value for block in plain.markdown)
    of_line = [b.value for b in laid.markdown if b.value.startswith(":small[:gray[Source: ")]
    assert of_line == [
        b.value for b in plain.markdown if b.value.startswith(":small[:gray[Source: ")
    ]


@pytest.mark.parametrize("name", ["a.csv", "b.wide.png", "c.pdf", "d.zip"])
def test_a_file_is_offered_as_what_its_name_says(name: str) -> None:
    def page(name: str) -> None:
        from lib.ui.downloads import offer

        offer("Synthetic", name, lambda: b"", key="synthetic")

    app = AppTest.from_function(page, kwargs={"name": name}).run()
    assert not app.exception
    (button,) = app.get("download_button")
    assert button.proto.label == "Synthetic"
    assert name.rpartition(".")[2] in downloads.KINDS
    wanted = ":material/print:" if name.endswith("pdf") else ":material/download:"
    assert button.proto.icon == wanted


def _named_again() -> None:
    """A synthetic part of a page that runs three times: only the last at another county."""
    import streamlit as st

    from lib.ui import titles

    titles.show("county")
    titles.follow("county")
    st.query_params["county"] = "06029"
    titles.follow("county")


def test_the_name_of_a_tab_is_sent_again_only_where_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(st, "set_page_config", lambda *, page_title: sent.append(page_title))
    assert not AppTest.from_function(_named_again).run().exception
    assert len(sent) == 2
    assert "Kern County" not in sent[0]
    assert "Kern County" in sent[1]


def test_a_map_to_explore_is_written_once_and_without_spaces(
    open_page: Callable[..., AppTest],
) -> None:
    figure = shared.figure("county_map")
    both = [map_parts.deck(figure, "06029", "state", theme.Mode.LIGHT, 0) for _ in range(2)]
    assert both[0] is both[1]
    app = open_page("pages/county_map.py", drawing="explore", county="06029")
    sent = next(iter(app.get("deck_gl_json_chart"))).proto.json
    assert "\n" not in sent
    assert ", " not in sent[: sent.index("words")]
    assert sent.count('"width":3') == 1  # the county that is chosen
