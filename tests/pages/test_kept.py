"""What is made once for every visitor, and a heading with its sentence in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from lib.ui import downloads, library as shared

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
