"""The static edition in a real browser: served by the plainest server, and as files of a stick."""

from __future__ import annotations

import re
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from lib import figures
from lib.derive import reports
from lib.outputs import addresses, embedding, site, site_frame, site_pages
from lib.outputs.saving import save
from lib.outputs.site_frame import Part, SitePage
from tests.browser.test_addresses import FITTED, another_site
from tests.browser.visiting import DESKTOP, PATIENCE, PHONE
from tools import check_site, make_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ALPINE, LOS_ANGELES = "06003", "06037"

#: One figure of each form that neither the overview nor a county page holds, with its choices.
FORMS: dict[str, dict[str, str]] = {
    "site_split": {"split": "beds"},
    "surveys": {},
    "milestone_chain": {},
    "equity_coverage": {},
}
PAGES = (
    "index.html",
    "forms.html",
    "counties.html",
    "districts.html",
    "stories.html",
    "county/alpine.html",
    "county/los-angeles.html",
    "district/assembly-2.html",
    "search.html",
)
TASKS = [
    ("chapter", "overview"), ("county", ALPINE), ("county", LOS_ANGELES), ("districts", ""),
    ("district", "assembly 2"), ("stories", "no_program"),
]  # fmt: skip
#: Seconds in which a busy machine has written the small site.
WRITING = 150
#: What the browser says of a font that still loads when its reader follows a link.
LEFT = "net::ERR_ABORTED"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALLEST_TYPE = """() => Math.min(...[...document.querySelectorAll('.drawing text')].map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""


@pytest.fixture(scope="session")
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview, a page of further forms and two counties, written as `make site` writes.

    Written by the first worker that asks; the others wait for it.
    """
    base = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        base = base.parent  # the folder of all workers
    folder, written = base / "small" / "site", base / "small" / "written"
    try:
        (base / "small").mkdir()
    except FileExistsError:
        end = time.monotonic() + WRITING
        while not written.exists():
            assert time.monotonic() < end, "another worker did not write the site"
            time.sleep(0.2)
        return folder
    write(request.getfixturevalue("store"), folder)
    written.touch()
    return folder


def write(store: Any, folder: Path) -> None:
    """Write the small site."""
    assert make_site.write(store, folder, TASKS) == []
    parts = [Part(heading="Forms")]
    parts += [Part(figure=figures.build(store, name, params)) for name, params in FORMS.items()]
    for path, text in site.files(SitePage("forms.html", "Forms", "", parts), store).items():
        save(folder / path, text)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what failed is seen by the page."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing either: a reader who leaves a page drops what it still loads."""


@pytest.fixture(scope="module", params=["http", "file"])
def origin(request: pytest.FixtureRequest, small: Path) -> Iterator[str]:
    """Where the site stands: behind a server that knows nothing but files, and as files."""
    if request.param == "file":
        yield f"{small.as_uri()}/"
        return
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(small)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window that the tests use one after the other."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(window: Page, origin: str) -> Iterator[Page]:
    """A page that fails the test when anything is asked elsewhere, is missing or complains."""
    wrong: list[str] = []
    heard: dict[Any, Callable[[Any], None]] = {
        "request": lambda r: None if r.url.startswith(origin) else wrong.append(r.url),
        "requestfailed": lambda r: (
            wrong.append(f"{r.failure} {r.url}") if r.failure != LEFT else None
        ),
        "response": lambda r: wrong.append(f"{r.status} {r.url}") if r.status > 399 else None,
        "console": lambda said: wrong.append(said.text) if said.type == "error" else None,
    }
    window.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    for event, listener in heard.items():
        window.context.on(event, listener)
    yield window
    for event, listener in heard.items():
        window.context.remove_listener(event, listener)
    window.goto("about:blank")
    assert wrong == []


def left_out(store: Any, folder: Path) -> list[str]:
    """The files that the small site links to and does not hold."""
    names = [file for file, _title in site_frame.chapters()]
    names += [site_frame.county_file(name) for name in store.table("counties")["name"]]
    districts = store.table("districts")
    names += map(site_frame.district_file, districts["chamber"], districts["number"].astype(str))
    for offer in site_pages.offers(store):
        names += [site_frame.choice_file(offer.key, value) for value in offer.values]
    # Tables by address and the frames of usual views are pieces of work of their own.
    for edition in (addresses.LATEST, store.edition.version):
        names += [f"data/{edition}/{path}" for path in addresses.paths(store)]
    names += [embedding.file(name, {}) for name in figures.REGISTRY]
    return [name for name in names if not (folder / name).exists()]


def test_every_link_leads_somewhere(store: Any, small: Path) -> None:
    assert check_site.faults(small, left_out=left_out(store, small)) == []


def test_a_link_to_a_page_that_was_not_made_is_told(small: Path) -> None:
    assert any("programs.html is no file" in fault for fault in check_site.faults(small))


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_fits_a_desk_and_a_phone(
    reader: Page, origin: str, name: str
) -> None:
    reader.goto(origin + name)
    if origin.startswith("http"):  # axe reads the style anew, which no file may ask of another
        found = Axe().run(reader).response["violations"]
        told = [(v["id"], n["target"], n["html"][:120]) for v in found for n in v["nodes"]]
        assert told == []
    assert reader.evaluate(OVERFLOW) <= 0
    reader.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert reader.evaluate(OVERFLOW) <= 0
    if reader.locator(".drawing").count():
        assert reader.evaluate(SMALLEST_TYPE) >= 8


def test_a_reader_finds_a_county_and_comes_back(reader: Page, origin: str) -> None:
    reader.goto(f"{origin}index.html")
    reader.get_by_role("navigation", name="Pages").get_by_role("link", name="Counties").click()
    reader.locator("a[href='county/alpine.html']").click()
    expect(reader.locator("h1")).to_have_text("Alpine County")
    reader.get_by_role("navigation", name="On this page").get_by_text(
        "Not known for any county"
    ).click()
    expect(reader).to_have_url(f"{origin}county/alpine.html#not-known-for-any-county")
    expect(reader.get_by_text("Who might know").first).to_be_visible()
    reader.get_by_role("searchbox").fill("95501")
    reader.get_by_role("button", name="Search").click()
    found = reader.locator("#found")
    expect(found.get_by_role("link", name="Humboldt County")).to_be_visible()
    reader.get_by_role("searchbox").fill("assemby distrct 2")  # misspelled
    expect(found.get_by_role("link", name="Assembly District 2", exact=True)).to_be_visible()
    reader.get_by_role("link", name="Overview").first.click()
    expect(reader).to_have_url(f"{origin}index.html")


def test_choices_of_a_figure_have_a_page(reader: Page, origin: str, store: Any) -> None:
    reader.goto(f"{origin}index.html")
    reader.get_by_role("link", name="Other versions of this chart").first.click()
    headings = reader.locator("h2")
    earlier = reports.years(store)[:-1][::-1]
    expect(headings).to_have_text([re.compile(str(year)) for year in earlier])


@pytest.mark.parametrize("name", ["index.html", "county/los-angeles.html"])
def test_page_serves_without_scripts(browser: Browser, origin: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + name)
    assert page.locator(".drawing svg").first.is_visible()
    hidden = page.locator("details:has(table)").first
    assert not hidden.locator("table").is_visible()
    hidden.locator("summary").click()
    expect(hidden.locator("table")).to_be_visible()
    context.close()


#: Frames of the small site, with what an address may ask of one.
FRAMES = (
    "embed/county_four/county=06003.html",
    "embed/county_dots/county=06037.html?theme=dark",
    "embed/county_growth/county=06037.html?theme=purple&edition=1999.1",
)


def test_a_page_elsewhere_shows_three_charts_that_fit(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    frames = "".join(f'<iframe src="{origin}{each}" height="90"></iframe>' for each in FRAMES)
    host = f'<!doctype html><link rel="icon" href="data:,">{frames}{embedding.LISTENER}'
    (tmp_path / "index.html").write_text(host, "utf-8")
    context = browser.new_context(viewport={"width": 700, "height": 900}, color_scheme="dark")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    with another_site(tmp_path) as site:
        # A page of the web may frame no file: a file does.
        here = site if origin.startswith("http") else f"{tmp_path.as_uri()}/index.html"
        page.goto(here)
        inside = [page.frame_locator("iframe").nth(n) for n in range(len(FRAMES))]
        for place, frame in enumerate(inside):
            expect(frame.locator("h1")).to_be_visible(timeout=PATIENCE)
            expect(frame.locator("p.source")).to_contain_text("Source:")
            frame.locator("summary").first.click()
            page.wait_for_function(FITTED, arg=[place, 200], timeout=PATIENCE)
            expect(frame.locator("pre")).to_be_hidden()  # the code is for who opens it alone
        ground = "root => getComputedStyle(root).backgroundColor"
        grounds = [frame.locator("html").evaluate(ground) for frame in inside]
        assert grounds[0] == grounds[2] != grounds[1]  # light is usual, whatever the device says
        expect(inside[0].locator(".note")).to_be_hidden()
        expect(inside[2].locator(".note")).to_contain_text("theme=purple")
        expect(inside[2].locator(".note")).to_contain_text("edition 1999.1")
        assert not [url for url in asked if not url.startswith((here, origin, "data:"))]
    page.goto(f"{origin}{FRAMES[0]}?theme=auto")
    expect(page.locator("details:has(pre)")).to_be_visible()
    assert page.locator("html").evaluate(ground) == grounds[1]
    code = page.locator("pre").text_content() or ""
    assert f'src="{origin}{FRAMES[0]}?theme=auto"' in code
    assert "figure-height" in code
    context.close()


def test_files_of_a_figure_stand_beside_its_page(small: Path) -> None:
    drawn = {path.stem for path in (small / "files").glob("*.svg")}
    tables = {path.stem: path.read_text("utf-8") for path in (small / "files").glob("*.csv")}
    assert drawn
    assert drawn < tables.keys()
    packed = {path.stem for path in (small / "files").glob("*.zip")}
    assert packed == tables.keys()
    assert all(text.startswith("\ufeff") and "# " not in text[:3] for text in tables.values())
    for stem in drawn:
        root = ET.parse(small / "files" / f"{stem}.svg").getroot()  # noqa: S314 - our own drawing
        assert root.get("aria-label")
        assert "Source:" in " ".join(root.itertext())


def test_a_story_is_presented_from_the_site(reader: Page, origin: str) -> None:
    reader.goto(f"{origin}stories.html")
    reader.get_by_role("link", name="Present (one page, works offline)").first.click()
    shown = reader.locator(".scene.shown")
    first = shown.get_attribute("data-title")
    assert first
    expect(shown.locator("svg").first).to_be_visible()
    reader.keyboard.press("ArrowRight")
    expect(shown).to_have_count(1)
    expect(shown).not_to_have_attribute("data-title", first)
    expect(reader).to_have_url(re.compile("#2$"))


def test_stories_and_briefs_stand_in_the_site_as_files(small: Path) -> None:
    for folder, ending, start in (("files", "pdf", b"%PDF"), ("stories", "pptx", b"PK")):
        held = list((small / folder).glob(f"*.{ending}"))
        assert held
        assert all(file.read_bytes().startswith(start) for file in held)
    assert len(list((small / "files").glob("*brief*.pdf"))) == 3
    assert 'href="../files/alpine_brief_' in (small / "county" / "alpine.html").read_text("utf-8")
