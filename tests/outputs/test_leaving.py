"""What leaves the dashboard: pictures, tables, decks, papers and pages, opened and read back."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl
import pypdf
import pytest
from PIL import Image, ImageColor
from pptx import Presentation

from lib import figures, theme
from lib.figures import stories as told
from lib.outputs import (
    brief,
    card,
    deck,
    drawing,
    image,
    lettering,
    papers,
    sheet,
    stage,
    tabular,
    workbook,
)
from lib.outputs.saving import save

if TYPE_CHECKING:
    from pathlib import Path

    from lib.model import Figure
    from lib.outputs.stage import Shown
    from lib.store import Store
    from lib.store.stories import Story

PNG_START = b"\x89PNG"


@pytest.fixture(scope="module")
def line(store: Store) -> Figure:
    return figures.build(store, "license_line", {})


@pytest.fixture(scope="module")
def telling(store: Store) -> tuple[Story, tuple[Shown, ...]]:
    story = told.stories(store)["hospital_care"]
    story = replace(story, scenes=story.scenes[4:8])
    built = told.scenes(story, lambda name, **params: figures.build(store, name, params))
    return story, tuple(stage.scenes(story, built, store.topology))


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def words_of(svg: str) -> str:
    return " ".join(text for text in drawn(svg).itertext())


def test_picture_carries_its_words_and_its_source(store: Store, line: Figure) -> None:
    words = words_of(image.svg(line, store.topology))
    for wanted in ("40% of hospital licenses", "Source:", "As of 2024", "Edition", "license_line"):
        assert wanted in words


def test_picture_is_half_as_large_again_as_the_drawing_and_holds_its_colors(
    store: Store, line: Figure
) -> None:
    made = Image.open(io.BytesIO(image.png(line, store.topology)))
    root = drawn(image.svg(line, store.topology))
    assert made.size == tuple(round(1.5 * int(root.get(side, "0"))) for side in ("width", "height"))
    held = {color for _count, color in made.convert("RGB").getcolors(1 << 20) or []}
    assert {ImageColor.getrgb(theme.LIGHT[name]) for name in ("paper", "ink", "teal")} <= held


def test_slide_is_1920_by_1080_with_no_type_under_24_pixels(store: Store, line: Figure) -> None:
    root = drawn(drawing.text(card.picture(line, store.topology, card.SLIDE)))
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    own = [e for e in root if e.tag.endswith("text")]
    assert own
    assert min(float(e.get("font-size", "0")) for e in own) >= 24
    chart = next(e for e in root if e.tag.endswith("svg"))
    scale = float(chart.get("width", "0")) / float(chart.get("viewBox", "0 0 1 1").split()[2])
    assert min(12 * scale, 13 * scale) >= 23.9  # the smallest type of a form is 12


def test_long_headline_stays_on_the_slide(store: Store, line: Figure) -> None:
    long = replace(line, headline="Programs " * 50)
    lines = list(drawn(drawing.text(card.picture(long, store.topology, card.SLIDE))))
    heads = [e for e in lines if e.get("font-size") == "50"]
    assert len(heads) == 3
    assert "…" in (heads[-1].text or "")


def test_empty_chart_and_foreign_script_still_give_a_picture(store: Store, line: Figure) -> None:
    empty = replace(line, rows=line.rows.head(0), headline="Ninguna fila \u5bbf\u820e \u0645")
    assert image.png(empty, store.topology).startswith(PNG_START)
    assert "There is no data for this choice" in sheet.html(empty, store.topology)


def test_wrapping_breaks_at_the_width() -> None:
    lines = lettering.wrap("a word " * 40, "Progress Sans", 400, 20, 300)
    assert max(lettering.width(text, "Progress Sans", 400, 20) for text in lines) <= 300
    assert len(lettering.wrap("x" * 200, "Progress Sans", 400, 20, 100)) > 5


def test_workbook_keeps_numbers_and_says_what_they_are(line: Figure) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.xlsx(line)))
    rows, about = book["Rows"], book["About"]
    assert [cell.value for cell in rows[1]] == [column.label for column in line.columns]
    assert any(isinstance(cell.value, float | int) for cell in rows[2])
    assert line.headline in [row[1].value for row in about.rows]


def test_formulas_never_leave_as_formulas(line: Figure) -> None:
    rows = line.rows.copy()
    field = line.columns[0].field
    rows[field] = "=1+1"
    column = replace(line.columns[0], kind="text")
    bad = replace(line, rows=rows, columns=(column, *line.columns[1:]))
    assert "'=1+1" in tabular.csv_text(bad)
    book = openpyxl.load_workbook(io.BytesIO(workbook.xlsx(bad)))
    assert all(cell.data_type != "f" for row in book["Rows"].rows for cell in row)


def test_page_of_a_figure_asks_nothing_of_the_network(store: Store, line: Figure) -> None:
    page = sheet.html(line, store.topology)
    assert "<script" not in page
    assert 'src="http' not in page
    assert "<title>" in page
    assert "<table>" in page


def test_deck_has_native_charts_notes_and_alt_text(
    store: Store, telling: tuple[Story, tuple[Shown, ...]]
) -> None:
    story, shown = telling
    show = Presentation(io.BytesIO(deck.pptx(story, shown, store.topology)))
    slides = list(show.slides)
    assert len(slides) == 1 + len(shown)
    assert round(show.slide_width / show.slide_height, 3) == 1.778
    charts = [any(shape.has_chart for shape in slide.shapes) for slide in slides[1:]]
    assert charts.count(True) >= 2
    for slide, scene in zip(slides[1:], shown, strict=True):
        assert slide.shapes.title.text_frame.text == scene.title
        notes = slide.notes_slide.notes_text_frame.text
        assert scene.notes in notes
        assert "Source:" in notes
        described = [e.get("descr") for e in slide.element.iter() if e.get("descr")]
        assert scene.alt in described
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= show.slide_width
            assert shape.top + shape.height <= show.slide_height


def test_story_as_pdf_and_as_one_page(telling: tuple[Story, tuple[Shown, ...]]) -> None:
    story, shown = telling
    reader = pypdf.PdfReader(io.BytesIO(papers.story(story, shown)))
    assert len(reader.pages) == 1 + len(shown)
    assert reader.metadata.title == story.title
    page = stage.html(story, shown)
    assert page.count('class="scene"') == len(shown)
    assert 'src="http' not in page


@pytest.mark.parametrize("fips", ["06037", "06059", "06003"])
def test_brief_has_two_tagged_pages(store: Store, fips: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(brief.pdf(store, fips)))
    root = reader.trailer["/Root"]
    assert len(reader.pages) == 2
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    page = figures.build(store, "county_peers", {"county": fips})
    similar = [name for name in page.rows["group"][1:] if f"{name}," in text or f"{name}." in text]
    assert len(similar) == 8, "the similar counties are named as the page names them"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "County" in reader.metadata.title


def test_brief_lists_every_reporting_site_and_counts_the_others(store: Store) -> None:
    held = store.table("hospital_programs")
    for fips, reporting in (("06037", 32), ("06029", 5), ("06011", 0)):
        sites = held[held["county_fips"].eq(fips)]["facility_id"].nunique()
        data = brief.contents(store, fips)[1]
        assert len(data["sites"]["rows"]) == reporting
        assert bool(data["sites"]["none"]) == (reporting == 0)
        counts = [int(re.findall(r"\((\d+) sites?\)", line)[0]) for line in data["sites"]["others"]]
        assert reporting + sum(counts) == sites
        assert len(data["findings"]) == 3
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(brief.pdf(store, "06037"))).pages
    )
    assert "What nine hospital sites offer now" in " ".join(text.split())
    template = (papers.TEMPLATES / "brief.typ").read_text("utf-8")
    sizes = [float(size) for size in re.findall(r"size: ([\d.]+)pt", template)]
    assert sizes
    assert min(sizes) >= 8


def test_failed_file_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(OSError, match="there"):
        save(tmp_path / "there", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
