"""Files taken through the served app, and what a browser alone can tell of them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pypdf
import pytest
from playwright.sync_api import expect
from pptx import Presentation

from lib.outputs import sheet, words
from tests.browser.visiting import PATIENCE, Visit, settled
from tests.opened import FORMS, Form, built, made, read_rows, readme_says, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from lib.store import Store


#: Forms whose files are taken through the app: two figures of one page, a map with its choices,
#: a map under a headline, a table. Which figure it is makes no difference to a button.
THROUGH = ("bars", "map", "status map", "long table")

#: What the last slide of a deck says over its code.
CLOSING = "Open these slides yourself"


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


@pytest.mark.parametrize(
    "forms",
    [forms for forms in together(FORMS).values() if forms[0].name in THROUGH],
    ids=lambda forms: ", ".join(form.name for form in forms),
)
def test_a_button_hands_out_the_very_file(
    visit: Callable[..., Visit], store: Store, tmp_path: Path, forms: list[Form]
) -> None:
    """Byte for byte what `tests/outputs/test_opened.py` opens, of figures and of every form."""
    first = forms[0]
    views = {f"{form.figure_id}_view": "Download" for form in forms if form.page != "county_map"}
    path = "" if first.page == "overview" else first.page
    visitor = visit()
    page = visitor.open(path, **dict(first.query), **views)
    for form in forms:
        with words.reached_at(visitor.server.origin):
            files = made(built(store, form), store)
        for ending, content in files.items():
            file = taken(page, button(page, form.figure_id, ending), tmp_path)
            assert file.name.endswith(ending)
            assert file.read_bytes() == content, file.name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_page_of_every_form_draws(
    offline: Page, store: Store, tmp_path: Path, form: Form
) -> None:
    figure = built(store, form)
    path = tmp_path / "page.html"
    path.write_text(sheet.html(figure, store.topology), "utf-8")
    page_draws(offline, path, figure.headline, form)


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
