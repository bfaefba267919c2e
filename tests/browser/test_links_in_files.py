"""The link that each kind of file carries, read back out of the file and opened afresh."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import openpyxl
import pypdf
from PIL import Image
from playwright.sync_api import expect
from pptx import Presentation

from lib import figures
from lib.figures import stories
from lib.outputs import words
from tests.browser.test_downloads import button, taken
from tests.browser.visiting import PATIENCE, settled
from tests.opened import OFFERED, SVG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from lib.store import Store
    from tests.browser.visiting import Visit
    from tools.serving import Server

#: Choices of the map, none of which is the usual one.
MAP = {"color": "need", "measure": "people_85_share", "year": "2019", "zoom": "bay"}
STORY = "no_program"


def link_of_figure(path: Path, ending: str) -> str:
    """The link in a file of a figure, by the means of a program for its kind."""
    match ending:
        case ".zip":
            with zipfile.ZipFile(path) as archive:
                name = next(name for name in archive.namelist() if name.endswith("README.txt"))
                said = archive.read(name).decode("utf-8-sig")
            return re.findall(r"^Link: (\S+)\s*$", said, re.MULTILINE)[0]
        case ".xlsx":
            about = openpyxl.load_workbook(path).worksheets[1]
            return next(str(row[1].value) for row in about.rows if row[0].value == "Link")
        case ".png" | ".wide.png":
            with Image.open(path) as picture:
                return str(picture.info["Link"])
        case ".pptx":
            return of_deck(path)[-1]
        case ".svg":
            root = ET.parse(path).getroot()  # noqa: S314 - our own drawing
            said = root.findtext(f"{SVG}metadata") or ""
            seen = "".join(text.text or "" for text in root.iter(f"{SVG}text"))
            assert said.replace(" ", "") in seen.replace(" ", "")  # a reader sees it too
            return said
        case _:
            footer = path.read_text("utf-8").rpartition("<footer")[2]
            return html.unescape(re.findall('href="([^"]+)"', footer)[0])


def opened(visit: Callable[..., Visit], link: str) -> Page:
    """A link as somebody else opens it, in a window that has seen nothing."""
    page = visit().page
    page.goto(link)
    return settled(page)


def test_every_file_of_a_figure_leads_back_to_the_very_view(
    visit: Callable[..., Visit], server: Server, tmp_path: Path
) -> None:
    page = visit().open("county_map", drawing="download", **MAP)
    headline = page.locator("h3#county_map").inner_text()
    assert "2019" in headline
    links = {
        ending: link_of_figure(taken(page, button(page, "county_map", ending), tmp_path), ending)
        for ending in (*OFFERED, ".pptx")
        if ending != ".csv"  # only rows: the ZIP beside it says what they are
    }
    assert all(link.startswith(server.url) for link in links.values()), links
    for link in set(links.values()):
        asked = parse_qs(urlsplit(link).query)
        assert {name: asked[name] for name in MAP} == {name: [said] for name, said in MAP.items()}
        other = opened(visit, link)
        expect(other.locator("h3#county_map")).to_have_text(headline, timeout=PATIENCE)
        assert other.get_by_test_id("stAlert").count() == 0


def of_deck(path: Path) -> list[str]:
    """The links that one can follow on each slide; the notes say them as well."""
    slides = list(Presentation(str(path)).slides)
    links = [
        next(
            run.hyperlink.address
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.hyperlink.address
        )
        for slide in slides
    ]
    for slide, link in zip(slides, links, strict=True):
        if not slide.has_notes_slide:
            continue  # the first slide of a story
        assert slide.notes_slide.notes_text_frame.text.split("\n\n")[-1] == link
    return links


def of_paper(path: Path) -> list[str]:
    return [sheet["/Annots"][0].get_object()["/A"]["/URI"] for sheet in pypdf.PdfReader(path).pages]


def of_page(path: Path) -> list[str]:
    said = path.read_text("utf-8")
    own = re.findall('rel="canonical"[^>]*href="([^"]+)"', said)
    return [html.unescape(link) for link in [*own, *re.findall('data-link="([^"]+)"', said)]]


def test_every_file_of_a_story_leads_back_to_the_story_and_each_of_its_figures(
    visit: Callable[..., Visit], server: Server, store: Store, tmp_path: Path
) -> None:
    page = visit().open("present", story=STORY)
    deck, paper, alone = (
        taken(page, page.get_by_role("button", name=name).first, tmp_path)
        for name in ("PowerPoint (editable)", "PDF", "HTML (one file, works offline)")
    )
    *links, last = of_deck(deck)
    assert of_paper(paper) == [*links, last]
    assert of_page(alone) == links
    assert last == links[0]  # the code on the last slide leads to the story, as the first one does
    assert all(link.startswith(server.url) for link in links)
    story = stories.stories(store)[STORY]
    other = opened(visit, links[0])
    expect(other.get_by_role("radio", name=story.title)).to_be_checked()
    shown = [figures.build(store, scene.figure_id, scene.params) for scene in story.scenes]
    with words.reached_at(server.origin):
        assert links[1:] == [words.link_line(figure) for figure in shown]
    # `tests/pages/test_links_back.py` opens the link of every figure; the last one here.
    other = opened(visit, links[-1])
    # Where a story has words of its own, the page has the figure's.
    heading = other.get_by_role("heading", name=shown[-1].headline)
    expect(heading.first).to_be_visible(timeout=PATIENCE)


def test_the_papers_of_a_county_lead_back_to_its_pages(
    visit: Callable[..., Visit], server: Server, tmp_path: Path
) -> None:
    for path, name in (
        ("county", re.compile("county brief")),
        ("community_action", "PDF to print"),
    ):
        page = visit().open(path, county="06063")
        paper = taken(page, page.get_by_role("button", name=name).first, tmp_path)
        for sheet in pypdf.PdfReader(io.BytesIO(paper.read_bytes())).pages:
            link = re.findall(rf"{server.url}\S+", sheet.extract_text())[0]
            assert parse_qs(urlsplit(link).query)["county"] == ["06063"]
        assert urlsplit(link).path == f"/{path}"
        expect(opened(visit, link)).to_have_title(re.compile("^Plumas County"), timeout=PATIENCE)
