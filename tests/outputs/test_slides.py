"""A presenter's own slides: as a link, as a file, as a deck, and what keeps them honest."""

from __future__ import annotations

import base64
import io
import json
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from hypothesis import given, settings, strategies as st
from pptx import Presentation

from lib import figures
from lib.outputs import deck, own_stage, papers, slide_file, slide_link, slides, stage, words
from lib.outputs.slide_link import Fault
from lib.store.stories import Scene, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store import Store

KERN = {"county": "06029"}
SET = Story(
    "my_slides",
    "Kern, tomorrow",
    "",
    (
        Scene("county_four", KERN, "What Kern can count on", "Begin with the map."),
        Scene("license_line", {}, "Fewer of us report a team", "Do not say closures."),
        Scene("equity_lead", {}),
    ),
    "2026.11",
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=110).map(
    lambda said: slide_link.clean(said, 110)
)


def plain_mark(scene: Scene) -> str:
    return scene.figure_id[:6]


def packed(held: Any, version: int = 1) -> str:
    """A link with `held` in it, as somebody might make one."""
    raw = bytes([version]) + zlib.compress(json.dumps(held).encode())
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@pytest.fixture(scope="module")
def build(store: Store) -> Callable[..., Figure]:
    return lambda figure_id, **params: figures.build(store, figure_id, params)


# ---- the link


def test_a_link_brings_back_what_was_put_in() -> None:
    code = slide_link.code(SET, plain_mark)
    read = slide_link.read(code)
    assert read.story == SET
    assert read.marks == ("county", "licens", "equity")
    assert (read.total, read.fault, read.cleaned) == (3, None, False)
    assert code == slide_link.code(SET, plain_mark)  # the same slides, the same text
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=12), WORDS.map(lambda t: t[:40]))
@settings(max_examples=30, deadline=None)
def test_any_words_come_back(said: list[tuple[str, str]], title: str) -> None:
    scenes = tuple(Scene("equity_lead", {"a": "b"}, headline, notes) for headline, notes in said)
    story = Story("my_slides", title.strip(), "", scenes, "2026.11")
    assert slide_link.read(slide_link.code(story, plain_mark)).story == story


def test_the_link_for_the_room_has_no_notes() -> None:
    read = slide_link.read(slide_link.code(SET, plain_mark, with_notes=False))
    assert read.story is not None
    assert [scene.notes for scene in read.story.scenes] == ["", "", ""]
    assert [scene.headline for scene in read.story.scenes] == [s.headline for s in SET.scenes]


def test_six_slides_with_headlines_fit_easily() -> None:
    scene = Scene(
        "county_hospitals", KERN, "A headline of this length, sixty letters or so, is usual"
    )
    six = tuple(replace(scene, params={"county": f"0600{n}"}) for n in range(1, 7))
    assert len(slide_link.code(replace(SET, scenes=six), plain_mark)) < slide_link.LONGEST_LINK / 2


def test_a_link_cut_anywhere_is_said_to_be_cut() -> None:
    code = slide_link.code(SET, plain_mark)
    for end in range(2, len(code) - 1, 7):
        assert slide_link.read(code[:end]).fault is Fault.CUT, end


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", Fault.CUT), ("%%%", Fault.CUT), ("äöü", Fault.CUT), ("AAAA", Fault.CUT),
        (packed(["2026.11", "", [["a"]]], version=2), Fault.LATER),
        (packed(["2026.11", "", []]), Fault.EMPTY),
        (packed({"a": 1}), Fault.CUT), (packed(["2026.11", "", [1, 2]]), Fault.CUT),
        (packed(["2026.11", "", [["a", {"b": 3}]]]), Fault.CUT),
        ("A" * (slide_link.LONGEST_CODE + 1), Fault.LARGE),
        (packed("x" * 20_000_000), Fault.LARGE),  # small when packed
        (base64.urlsafe_b64encode(b"\x01" + zlib.compress(b"[" * 100_000)).decode(), Fault.CUT),
    ],
)  # fmt: skip
def test_a_link_that_is_none_of_ours_is_named(code: str, fault: Fault) -> None:
    read = slide_link.read(code)
    assert (read.fault, read.story) == (fault, None)


def test_two_hundred_slides_are_twelve() -> None:
    read = slide_link.read(packed(["2026.11", "", [["equity_lead"]] * 200]))
    assert read.story is not None
    assert (len(read.story.scenes), read.total) == (12, 200)


def test_markup_and_too_many_letters_are_taken_out_with_a_word() -> None:
    odd = ["equity_lead", {}, "", "<script>alert(1)</script>Care\u2028 now", "x" * 5000]
    read = slide_link.read(packed(["2026.11", "<b>T</b>", [odd]]))
    assert read.story is not None
    assert read.cleaned
    assert read.story.scenes[0].headline == "alert(1)Care  now"
    assert len(read.story.scenes[0].notes) == 2000
    assert read.story.title == ""


# ---- what an edition has


def test_what_is_not_here_is_left_out_and_named(store: Store, build: Callable[..., Figure]) -> None:
    asked = [
        Scene("no_such_chart", {}),
        Scene("county_four", {"county": "06999"}),
        Scene("license_line", {"color": "red"}),
        Scene("equity_lead", {"milestones": "all"}),  # no trend
        Scene("district_numbers", {"chamber": "senate", "number": "80"}),  # there are 40
        Scene("county_four", KERN, "Ours"),
    ]
    found = slides.usable(asked, [""] * 6, store, build)
    assert found.scenes == (Scene("county_four", KERN, "Ours"),)
    assert found.left_out == (
        "no_such_chart", "county_four (county=06999)", "license_line (color=red)",
        "equity_lead (milestones=all)", "district_numbers (chamber=senate, number=80)",
    )  # fmt: skip


def test_a_slide_names_every_choice_so_that_it_stays_the_view_it_was(store: Store) -> None:
    filled = slides.filled(Scene("county_status_map", {}), store)
    assert filled is not None
    assert filled.params["year"] == figures.defaults("county_status_map", store)["year"] != ""


def test_a_mark_follows_the_numbers_and_not_the_words(build: Callable[..., Figure]) -> None:
    figure = build("license_line")
    same = replace(figure, headline=figure.headline.replace("report", "say"))
    assert slides.mark(same) == slides.mark(figure)
    field = next(column.field for column in figure.columns if column.kind == "share")
    share = figure.rows[field].where(figure.rows.index != figure.rows.index[0], 0.99)  # invented
    other = replace(figure, rows=figure.rows.assign(**{field: share}))
    assert slides.mark(other) != slides.mark(figure)


def test_a_number_that_the_chart_does_not_have_is_named(build: Callable[..., Figure]) -> None:
    figure = build("license_line")  # shares of 2017 and 2019 to 2024
    assert slides.strange_numbers(figure.headline, figure) == ()
    assert slides.strange_numbers("From 45% in 2017 to 40% in 2024", figure) == ()
    assert slides.strange_numbers("24 is too few, 40% is not", figure) == ("24",)
    assert slides.strange_numbers("1,234.5 people, the 3rd time", figure) == ("1,234.5",)


@pytest.mark.parametrize(
    "figure_id", ["county_four", "equity_lead", "county_status_map", "four_numbers"]
)
def test_no_finding_of_ours_has_a_strange_number(
    build: Callable[..., Figure], figure_id: str
) -> None:
    figure = build(figure_id)
    assert slides.strange_numbers(f"{figure.headline} {figure.subtitle}", figure) == ()


def test_the_finding_stands_first_under_a_headline_of_ones_own(
    build: Callable[..., Figure],
) -> None:
    figure = build("equity_lead")
    own = slides.own(figure, "Who is missed?")
    assert own.headline == "Who is missed?"
    assert own.subtitle.startswith(figure.headline)
    assert figure.subtitle in own.subtitle
    assert slides.own(figure, "") is figure
    assert slides.credit(figure, "") == slides.credit(figure, figure.headline) == ""
    assert "presenter" in slides.credit(figure, "Who is missed?")


# ---- the file


def test_a_file_is_a_story_that_the_check_takes() -> None:
    opened = slide_file.opened(slide_file.text(SET).encode())
    assert opened.story is not None
    assert (opened.story.title, opened.story.scenes) == (SET.title, SET.scenes)
    assert (opened.story.edition, opened.total, opened.fault) == ("2026.11", 3, "")


@given(WORDS, WORDS)
@settings(max_examples=30, deadline=None)
def test_a_file_takes_any_words(headline: str, notes: str) -> None:
    story = replace(SET, scenes=(Scene("equity_lead", {}, headline, notes),))
    opened = slide_file.opened(slide_file.text(story).encode())
    assert opened.story is not None, opened.offences
    assert opened.story.scenes == story.scenes


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n", "not a file of slides"),
        (b"PK\x03\x04" + b"0" * 5_000_000, "has at most 300 KB"),
        (b"title = 'T'\nsummary = 'S'\nscenes = []", "not a file of slides"),
        (b"title = 'T'\nsummary = 'S'\n[[scenes]]\nfigure = 'a'\nheadline = '<b>x</b>'", "1 thing"),
        (b"title = 'T'\nsummary = 'S'\nother = 1\n[[scenes]]\nnotes = 'x'", "2 things"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(content: bytes, said: str) -> None:
    opened = slide_file.opened(content)
    assert opened.story is None
    assert said in opened.fault


def test_a_longer_story_is_cut_to_what_a_set_takes() -> None:
    scenes = tuple(Scene("equity_lead", {}, "x" * 150) for _n in range(20))
    opened = slide_file.opened(slide_file.text(replace(SET, scenes=scenes)).encode())
    assert opened.story is not None
    assert (len(opened.story.scenes), opened.total, opened.shortened) == (12, 20, 20)
    assert {len(scene.headline) for scene in opened.story.scenes} == {110}


# ---- the stage, the deck, the papers


@pytest.fixture(scope="module")
def shown(store: Store, build: Callable[..., Figure]) -> tuple[Shown, ...]:
    built = [build(scene.figure_id, **scene.params) for scene in SET.scenes]
    return tuple(own_stage.scenes(SET.scenes, built, store.topology, {}))


def test_a_slide_that_is_moved_is_not_drawn_again(
    store: Store, build: Callable[..., Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = own_stage.card.picture
    monkeypatch.setattr(
        own_stage.card,
        "picture",
        lambda figure, *a, **k: drawn.append(figure.headline) or draw(figure, *a, **k),
    )
    kept: dict[str, own_stage.Drawn] = {}
    two = [SET.scenes[1], SET.scenes[2]]
    for order in (two, two[::-1], [replace(two[1], notes="More"), two[0]]):
        built = [build(scene.figure_id, **scene.params) for scene in order]
        seen = list(own_stage.scenes(order, built, store.topology, kept))
        assert ["1 of 2" in seen[0].svg, "2 of 2" in seen[1].svg] == [True, True]
        assert own_stage.NUMBER not in "".join(each.svg for each in seen)
    assert len(drawn) == 2


def test_the_stage_says_whose_headline_it_is(shown: tuple[Shown, ...]) -> None:
    assert [scene.title for scene in shown[:2]] == [s.headline for s in SET.scenes[:2]]
    assert ["presenter" in scene.svg for scene in shown] == [True, True, False]
    assert [scene.notes for scene in shown] == [scene.notes for scene in SET.scenes]
    assert not any("Do not say closures" in scene.svg for scene in shown)


def test_the_deck_has_native_charts_and_the_finding_under_the_headline(
    shown: tuple[Shown, ...], build: Callable[..., Figure], store: Store
) -> None:
    place = "present?tab=mine&slides=" + slide_link.code(SET, plain_mark, with_notes=False)
    story = replace(SET, summary="Three charts.")
    with words.reached_at("https://host.example"):
        made = deck.pptx(story, shown, store.topology, place=place)
    opening, first, line, lead, last = Presentation(io.BytesIO(made)).slides
    assert opening.shapes.title.text_frame.text == "Kern, tomorrow"
    said = [shape.text_frame.text for shape in line.shapes if shape.has_text_frame]
    finding = build("license_line").headline
    assert said[0] == "Fewer of us report a team"
    assert said[1].startswith(finding.rstrip("."))
    assert any(text.startswith("The headline is the presenter's") for text in said)
    assert any("Period: " in text and "Edition" in text for text in said)
    charts = [shape.chart for shape in line.shapes if shape.has_chart]
    assert len(charts) == 1
    assert charts[0].part.chart_workbook.xlsx_part is not None  # its numbers can be edited
    assert "Do not say closures." in line.notes_slide.notes_text_frame.text
    assert lead.shapes.title.text_frame.text == build("equity_lead").headline
    assert not any("presenter" in s.text_frame.text for s in lead.shapes if s.has_text_frame)
    links = [r.hyperlink.address for s in last.shapes if s.has_text_frame
             for p in s.text_frame.paragraphs for r in p.runs if r.hyperlink.address]  # fmt: skip
    assert links == [f"https://host.example/{place}"]
    pictures = [shape for shape in last.shapes if shape.shape_type == 13]
    assert len(pictures) == 1
    assert "QR code" in pictures[0]._element.xpath(".//p:cNvPr")[0].get("descr")
    assert first.has_notes_slide


def slide_of(figure: Figure, store: Store) -> Any:
    (slide,) = Presentation(io.BytesIO(deck.one(figure, store.topology))).slides
    return slide


def cells_of(slide: Any) -> list[list[str]]:
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_numbers_beside_each_other_and_lists_leave_as_tables_that_can_be_edited(
    build: Callable[..., Figure], store: Store
) -> None:
    four = build("county_four", **KERN)
    slide = slide_of(four, store)
    head, *rows = cells_of(slide)
    assert head[:3] == ["Measure", "Period", "Kern County"]
    assert [row[0] for row in rows] == four.rows["measure"].tolist()
    assert "38.5%" in rows[0][2]
    # What is said of lines goes where there are none.
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert "Each line runs" in four.subtitle
    assert said[1] == (
        "All are of 2024. About the same: within one percentage point, or 2% of other numbers."
    )
    (shape,) = [each for each in slide.shapes if each.has_table]
    assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 20

    disagree = build("conflict_list")
    slide = slide_of(disagree, store)
    shown = len(cells_of(slide)) - 1
    left = len(disagree.rows) - shown
    assert shown >= 5
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert f"and {left} more rows" in said
    for shape in slide.shapes:
        assert shape.top + shape.height <= 1080 * deck.PIXEL


def test_groups_without_intervals_leave_as_bars_and_say_who_has_no_value(
    build: Callable[..., Figure], store: Store
) -> None:
    slide = slide_of(build("equity_gap"), store)
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    categories = list(chart.plots[0].categories)
    assert "White" in categories
    assert "Latino: Not collected here" in categories
    values = dict(zip(categories, chart.plots[0].series[0].values, strict=True))
    assert values["Asian"] == pytest.approx(0.7)
    assert values["Latino: Not collected here"] is None
    # An interval that is drawn is not left out.
    assert not any(shape.has_chart for shape in slide_of(build("equity_lead"), store).shapes)


def test_the_papers_end_with_the_way_back(shown: tuple[Shown, ...]) -> None:
    place = "present?tab=mine&slides=AX"
    story = replace(SET, summary="Three charts.")
    with words.reached_at("https://host.example"):
        pages = pypdf.PdfReader(io.BytesIO(papers.story(story, shown, place=place))).pages
        page = stage.html(story, shown, place=place)
    assert len(pages) == 5
    assert "Open these slides yourself" in pages[-1].extract_text()
    assert 'href="https://host.example/present?tab=mine&amp;slides=AX"' in page
    assert page.count('class="scene"') == 3
