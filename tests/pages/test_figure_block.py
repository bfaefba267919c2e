"""A figure on a page: its chart stays, one row asks for more, and nothing is made unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lib.ui import copies, library, provenance, under

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

PROGRAMS = "pages/programs.py"
#: Figure -> the tab of Programs in which it is.
TAB = {"site_split": "now", "license_line": "change", "license_step": "change"}


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html"))


def charts(app: AppTest) -> list[str]:
    return [each.proto.spec for each in app.get("vega_lite_chart")]


@pytest.mark.parametrize("view", ["Table", "Download", "About"])
@pytest.mark.parametrize("figure", ["license_line", "license_step", "site_split"])
def test_nothing_that_is_asked_takes_the_chart_away(
    open_page: Callable[..., AppTest], figure: str, view: str
) -> None:
    plain = open_page(PROGRAMS, tab=TAB[figure])
    asked = open_page(PROGRAMS, tab=TAB[figure], **{f"{figure}_view": view})
    assert not asked.exception
    assert charts(asked) == charts(plain)
    control: Any = asked.get("button_group")
    assert next(each for each in control if each.key == f"{figure}_view").value == view


def test_files_and_citations_are_made_only_when_they_are_asked_for(
    open_page: Callable[..., AppTest],
) -> None:
    plain = open_page(PROGRAMS, tab="change")
    kept = {each.key for each in plain.get("download_button")}
    assert not [key for key in kept if key.startswith("license_line")]
    assert "data-copy" not in html(plain)
    asked = open_page(PROGRAMS, license_line_view="download")  # as an old link may write it
    offered = {each.key for each in asked.get("download_button")} - kept
    endings = (
        "png", "wide_png", "svg", "pptx", "html", "qr_png", "qr_svg", "csv", "zip", "xlsx",
    )  # fmt: skip
    assert offered == {f"license_line_{ending}" for ending in endings}
    assert html(asked).count("data-copy") == 4


def test_a_frame_and_the_rows_are_offered_where_the_address_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://example.org/base")
    said = copies.html(library.figure("site_split", split="beds"))
    assert "https://example.org/base/embed/site_split?split=beds" in said
    assert "https://example.org/base/data/latest/figures/site_split.csv?split=beds" in said
    assert "?" not in copies.data_address(library.figure("site_split"))


@pytest.mark.parametrize(
    ("contact", "said"),
    [("", "says who to tell"), ("a@example.org", "](mailto:a@example.org?subject=")],
)
def test_about_says_what_to_do_with_a_wrong_number(
    open_page: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, contact: str, said: str
) -> None:
    monkeypatch.setenv("CONTACT_ADDRESS", contact)
    asked = open_page(PROGRAMS, tab="change", license_line_view="about")
    assert any("look wrong?" in block.value and said in block.value for block in asked.markdown)


def test_sources_period_date_and_a_caution_need_no_click(
    open_page: Callable[..., AppTest],
) -> None:
    app = open_page(PROGRAMS, tab="change")
    figure = library.figure("license_line")
    lines = [block.value for block in app.markdown]
    assert provenance.quiet(provenance.line(figure)) in lines
    held = html(app)
    for caution in figure.caveats:
        assert caution in held
    folded = held[held.index(figure.caveats[0]) :].split("</div>")[0]
    assert f"{len(figure.caveats) - 1} more caution" in folded


def test_editions_of_one_source_are_one_name_with_years() -> None:
    line = provenance.line(library.figure("site_answers"))
    assert line.startswith("Source: [HCAI utilization report (2018, 2023, 2025)](")
    assert "padua" not in provenance.line(library.figure("license_line"))


def test_a_table_offers_no_table_beside_itself() -> None:
    listed = library.figure("capc_challenges")
    assert listed.chart is None
    assert list(under.asked_names(listed)) == ["Download", "About"]
    assert under.closed(listed) == "Table"


def test_events_are_one_button_until_they_are_asked_for(open_page: Callable[..., AppTest]) -> None:
    name = "license_line_milestones"
    plain = open_page(PROGRAMS, tab="change")
    laid = open_page(PROGRAMS, tab="change", **{name: "law"})
    assert [each.key for each in plain.get("button_group") if name in each.key] == [name]
    pressed = {each.key: each.value for each in laid.get("button_group") if name in each.key}
    assert pressed == {name: "all", f"choose-{name}": "law"}
    (button,) = [each for each in laid.get("button_group") if each.key == name]
    button.set_value(None).run()
    assert charts(laid) == charts(plain)
    assert name not in laid.query_params
