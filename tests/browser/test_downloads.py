"""Every kind of file is taken through the served app and opened by a program of its kind."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pypdf
import pytest
from PIL import Image
from playwright.sync_api import expect
from pptx import Presentation

from lib import pages
from tests.browser.visiting import PATIENCE, Visit, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page


#: What the last slide of a deck says over its code.
CLOSING = "Open these slides yourself"


@dataclass(frozen=True)
class Form:
    """A figure that stands for its form, and where it is shown."""

    name: str
    page: str
    figure_id: str
    query: tuple[tuple[str, str], ...] = ()
    drawn: bool = True


FORMS = (
    Form("trend", "programs", "license_line"),
    Form("two columns of names", "programs", "license_step"),
    Form("panels", "programs", "other_counts"),
    Form("units", "programs", "public_hospitals"),
    Form("bars", "programs", "team_make_up"),
    Form("dots of two dates", "programs", "site_split"),
    Form("lanes", "milestones", "milestone_timeline"),
    Form("events", "milestones", "milestone_chain"),
    Form("gantt", "learning_communities", "cohort_timeline"),
    Form("tiers", "drivers", "driver_evidence"),
    Form("coverage", "equity", "equity_coverage"),
    Form("strip", "equity", "equity_counties"),
    Form("gaps", "equity", "equity_life"),
    Form("parts", "equity", "equity_gap"),
    Form("grouped list", "county", "county_hospitals", (("county", "06037"),)),
    Form("dots", "county", "county_dots", (("county", "06037"),)),
    Form("spread", "county", "county_numbers", (("county", "06037"), ("tab", "compared"))),
    Form("status map", "overview", "county_status_map"),
    Form("map", "county_map", "county_map", (("drawing", "download"),)),
    Form(
        "map of two",
        "county_map",
        "need_supply_map",
        (("drawing", "download"), ("color", "both")),
    ),
    Form("table", "participation", "capc_challenges", drawn=False),
    Form("long table", "data_sources", "source_list", drawn=False),
)

#: How the files under Get end.
OFFERED = (".csv", ".zip", ".xlsx", ".png", ".wide.png", ".svg", ".pptx", ".html")

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def offline(browser: Browser) -> Iterator[Page]:
    """A window without a network that notes what it asks for and what goes wrong."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.wrong = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.wrong.append(str(error)))  # type: ignore[attr-defined]
    page.on(
        "console",
        lambda said: page.wrong.append(said.text) if said.type == "error" else None,  # type: ignore[attr-defined]
    )
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(("file:", "data:")) else page.wrong.append(asked.url)  # type: ignore[attr-defined]
        ),
    )
    yield page
    context.close()


def taken(page: Page, offered: Locator, folder: Path) -> Path:
    """The file behind a button, under the name that the browser would give it."""
    with page.expect_download(timeout=PATIENCE) as waiting:
        offered.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert re.fullmatch(r"[A-Za-z0-9._-]{5,130}", path.name), path.name
    return path


def button(page: Page, figure_id: str, ending: str) -> Locator:
    """What hands out the file of a figure that ends so."""
    return page.locator(f".st-key-{figure_id}{ending.replace('.', '_')} button")


def together(forms: Iterable[Form]) -> dict[tuple[object, ...], list[Form]]:
    """The figures that one view of a page shows at once."""
    found: dict[tuple[object, ...], list[Form]] = {}
    for form in forms:
        tab = pages.tabs_of().get(form.figure_id, "") if pages.PAGES[form.page].tabs else ""
        found.setdefault((form.page, form.query, tab), []).append(form)
    return found


@pytest.mark.parametrize(
    "forms", together(FORMS).values(), ids=lambda forms: ", ".join(form.name for form in forms)
)
def test_every_format_of_a_figure_opens(
    visit: Callable[..., Visit], offline: Page, tmp_path: Path, forms: list[Form]
) -> None:
    first = forms[0]
    views = {f"{form.figure_id}_view": "Download" for form in forms if form.page != "county_map"}
    path = "" if first.page == "overview" else first.page
    page = visit().open(path, **dict(first.query), **views)
    for form in forms:
        opens(page, offline, tmp_path, form)


def opens(page: Page, offline: Page, tmp_path: Path, form: Form) -> None:
    """Each file that a figure offers on the page is one of its kind."""
    files = {
        ending: taken(page, button(page, form.figure_id, ending), tmp_path) for ending in OFFERED
    }
    assert all(file.name.endswith(ending) for ending, file in files.items())
    assert len({file.name for file in files.values()}) == len(OFFERED)
    rows = read_rows(files[".csv"])
    title, link = readme_says(files[".zip"], files[".csv"])
    workbook_says(files[".xlsx"], rows, title, link)
    for ending in (".png", ".wide.png"):
        picture_says(files[ending], title, is_wide=ending == ".wide.png")
    drawing_says(files[".svg"], title)
    (slide,) = Presentation(str(files[".pptx"])).slides
    assert title in " ".join(
        shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
    )
    page_draws(offline, files[".html"], title, form)


def read_rows(path: Path) -> pd.DataFrame:
    """The rows as a program reads them without being told anything."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert "\u2212" not in text
    rows = pd.read_csv(path)
    assert not any(str(name).startswith(("#", "Unnamed")) for name in rows.columns)
    assert not rows.iloc[:, 0].astype(str).str.startswith("# ").any()
    for line in text.splitlines():
        assert not re.match(r"[=@]|[+-](?!\$?\d[\d,.]*%?(,|$))", line), line
    return rows


def readme_says(path: Path, beside: Path) -> tuple[str, str]:
    """The title and the link in the README of a ZIP that holds the same CSV."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert all(name.startswith(f"{beside.stem}/") for name in names)
        assert archive.read(f"{beside.stem}/{beside.name}") == beside.read_bytes()
        said = archive.read(f"{beside.stem}/README.txt").decode("utf-8-sig")
    for label in ("Title", "Place", "Period", "As of", "Source", "Edition", "Link"):
        assert re.search(rf"^{label}: \S", said, re.MULTILINE), label
    found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    return found["Title"], found["Link"]


def workbook_says(path: Path, rows: pd.DataFrame, title: str, link: str) -> None:
    book = openpyxl.load_workbook(path)
    assert book.properties.title == title
    held, about = book.worksheets
    assert [cell.value for cell in held[1]] == list(rows.columns)
    assert held.max_row == len(rows) + 1
    assert not any(cell.data_type in "fe" for row in held.rows for cell in row)
    for place, name in enumerate(rows.columns, start=1):
        if pd.api.types.is_numeric_dtype(rows[name]):
            values = [held.cell(line, place).value for line in range(2, held.max_row + 1)]
            assert all(value is None or isinstance(value, int | float) for value in values), name
    said = {str(cell.value) for row in about.rows for cell in row}
    assert {title, link} <= said


def picture_says(path: Path, title: str, *, is_wide: bool) -> None:
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert picture.info["Title"] == title
        assert picture.info["Description"]
        assert "Source: " in picture.info["Source"]
        assert (picture.size == (1920, 1080)) == is_wide
        colors = picture.convert("RGB").getcolors(1 << 22) or []
    assert len(colors) > 20  # words and marks, not a blank sheet


def drawing_says(path: Path, title: str) -> None:
    root = ET.parse(path).getroot()  # noqa: S314 - our own drawing
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == title
    assert root.get("aria-label") == root[1].text
    said = " ".join(root.itertext())
    assert "Source:" in said
    assert "Edition" in said


def page_draws(page: Page, path: Path, title: str, form: Form) -> None:
    """Opened from a folder without a network it draws, and the keyboard reaches all of it."""
    page.goto(path.as_uri())
    assert page.title() == title
    expect(page.locator("h1")).to_have_text(title)
    if form.drawn:
        drawn = page.locator(".drawing > svg")
        box = drawn.bounding_box()
        assert box
        assert min(box["width"], box["height"]) > 80
        assert drawn.get_attribute("aria-label")
        assert page.locator(".drawing > svg :is(path, rect, text, circle)").count() > 5
        page.keyboard.press("Tab")
        expect(page.locator(".drawing")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("details").first.locator("table")).to_be_visible()
    else:
        expect(page.locator("table").first).to_be_visible()
    page.screenshot(path=path.with_suffix(".seen.png"))
    assert page.wrong == []  # type: ignore[attr-defined]


def test_every_format_of_every_story_opens(
    visit: Callable[..., Visit], offline: Page, tmp_path: Path
) -> None:
    page = visit().open("present")
    stories = page.get_by_role("radiogroup").first.get_by_role("radio")
    for place in range(stories.count()):
        stories.nth(place).click()
        expect(stories.nth(place)).to_be_checked()
        settled(page)
        files = {
            ending: taken(page, page.get_by_role("button", name=label).first, tmp_path)
            for label, ending in (
                ("PowerPoint (editable)", "pptx"),
                ("PDF", "pdf"),
                ("HTML (one file, works offline)", "html"),
            )
        }
        slides = list(Presentation(str(files["pptx"])).slides)
        paper = pypdf.PdfReader(files["pdf"])
        assert len(paper.pages) == len(slides) > 3
        assert paper.metadata is not None
        assert paper.metadata.title == slides[0].shapes.title.text_frame.text
        titles = [slide.shapes.title.text_frame.text for slide in slides]
        assert titles.pop() == CLOSING  # a page has its link in sight
        story_walks(offline, files["html"], titles)


def story_walks(page: Page, path: Path, titles: list[str]) -> None:
    """From a folder, without a network and without a click, every key moves the scenes."""
    page.goto(path.as_uri())
    page.reload()  # an address with another number sign would be the same document
    assert page.title() == titles[0]
    shown = page.locator(".scene.shown")
    expect(shown).to_have_attribute("data-title", titles[1])
    expect(shown.locator("svg").first).to_be_visible()
    for key, place in (
        ("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1),
        ("End", len(titles) - 1), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect(shown).to_have_attribute("data-title", titles[place])
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(shown).to_have_attribute("data-title", titles[2])
    assert page.wrong == []  # type: ignore[attr-defined]


def test_a_brief_and_a_starter_open(visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit().open("county", county="06063")
    brief = taken(page, page.get_by_role("button", name=re.compile("brief")).first, tmp_path)
    assert len(pypdf.PdfReader(brief).pages) == 2
    page = visit().open("community_action", county="06063")
    paper = taken(page, page.get_by_role("button", name=re.compile("PDF to print")).first, tmp_path)
    assert "Plumas" in pypdf.PdfReader(paper).pages[0].extract_text()
    rows = read_rows(
        taken(
            page, page.get_by_role("button", name="CSV (all tables in the starter)").first, tmp_path
        )
    )
    assert rows["Table"].nunique() == 5
    assert rows[["Source", "Period", "Edition", "Link"]].notna().all(axis=None)


#: Lists of rows beside the figures: page, its choices, and figures whose rows are offered.
LISTS = (
    ("data_sources", {"indicator": "hospital_programs_reported"}, ["indicator_card"]),
    ("milestones", {"tab": "list"}, ["milestone_list"]),
    ("milestones", {"tab": "year"}, ["year_by_year"]),
    ("learning_communities", {"tab": "details"}, ["cohort_ledger"]),
    ("learning_communities", {}, ["cohort_facts"]),
    ("community_action", {"tab": "toolkits"}, ["toolkit_list"]),
    ("programs", {"tab": "list"}, ["hospital_list"]),
)


@pytest.mark.parametrize(("path", "query", "named"), LISTS, ids=lambda given: str(given)[:30])
def test_every_list_of_rows_is_a_table_with_its_header_first(
    visit: Callable[..., Visit],
    tmp_path: Path,
    path: str,
    query: dict[str, str],
    named: list[str],
) -> None:
    page = visit().open(path, **query)
    for figure_id in named:
        table = taken(page, button(page, figure_id, ".csv"), tmp_path)
        assert len(read_rows(table))
        readme_says(taken(page, button(page, figure_id, ".zip"), tmp_path), table)


def test_a_search_without_a_result_is_a_table_without_rows(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    page = visit().open("programs", find="no such hospital")
    rows = read_rows(taken(page, button(page, "hospital_list", ".csv"), tmp_path))
    assert len(rows) == 0
    assert "Hospital" in rows.columns


def test_the_tables_and_the_data_package_open(visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit().open("data_sources", table="geographies.csv")
    table = taken(page, page.get_by_role("button", name="CSV (full table)"), tmp_path)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    codes = pd.read_csv(table, dtype=str)
    assert codes.iloc[:, 0].str.fullmatch(r"06\d{3}").any()
    package = taken(
        page, page.get_by_role("button", name=re.compile("^Download everything")), tmp_path
    )
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        held = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert held["geographies.csv"] == table.read_bytes()
    described = json.loads(held["datapackage.json"])["resources"]
    for resource in described:
        if resource["path"].endswith(".csv"):
            fields = [field["name"] for field in resource["schema"]["fields"]]
            read = pd.read_csv(io.BytesIO(held[resource["path"]]), dtype=str)
            assert list(read.columns) == fields
    assert "06001" in held["README.md"].decode()
