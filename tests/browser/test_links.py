"""Addresses as visitors use them: Back and Forward, links in files, paths of any spelling."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from lib.nav import PAGES
from tests.browser.test_server import COLD_LIMIT, bytes_on_the_wire
from tests.browser.visiting import go_to, settled
from tests.conftest import ROOT
from tests.frozen import DATA
from tools.serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser.visiting import Visit
    from tools.serving import Server

BASE = "/palliative"

#: The switch between the views of a figure that stands on two pages.
LINE = ".st-key-license_line_view"

#: Synthetic: one figure that fails as a mistake in it would.
FAILING = """
import os
from lib import figures
os.environ["DASHBOARD_CACHE"] = "off"  # else a figure that was built before is read
def surveys(store: object) -> None:
    raise RuntimeError("synthetic: this figure fails")
figures.REGISTRY["surveys"] = surveys
from lib.ui import warm
warm.warm_rest = lambda: None  # it fails where a visitor asks for it
"""


def status_of(url: str) -> tuple[int, str, str]:
    """Status, where a redirect leads, and the text of an answer; nothing is followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_args: object) -> None:
            return None

    try:
        with urllib.request.build_opener(Stay).open(url, timeout=10) as answer:
            return answer.status, "", answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Location", ""), error.read().decode()


def go(page: Page, title: str) -> None:
    """Another page by the navigation."""
    go_to(page, title)
    settled(page)


def test_back_and_forward_keep_the_table_and_the_words_of_a_search(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("programs", tab="change")
    page.locator(LINE).get_by_role("radio", name="Table").click()
    page.wait_for_url("**license_line_view=Table*")
    page.get_by_role("tab", name="Hospital list").click()
    page.wait_for_url("**tab=list*")
    box = page.get_by_label("Name or city")
    box.fill("kern")
    box.press("Enter")
    page.wait_for_url("**find=kern*")
    settled(page)
    address = page.url
    # The same figure stands on Overview, with a switch of the same name.
    go(page, "Overview")
    expect(page).to_have_url(re.compile(r"/$"))
    page.locator(LINE).get_by_role("radio", name="Table").click()
    page.wait_for_url("**license_line_view=Table*")
    settled(page)
    page.go_back()
    expect(page.locator(LINE).get_by_role("radio", checked=True)).to_have_count(0)
    settled(page)
    page.go_back()
    expect(page.get_by_label("Name or city")).to_be_visible()
    settled(page)
    expect(page).to_have_url(address)
    expect(page.get_by_label("Name or city")).to_have_value("kern")
    expect(page.get_by_text("hospital sites match").first).to_be_visible()
    expect(page.locator("table").first).to_be_visible()
    page.go_back()  # before the search
    expect(page.get_by_label("Name or city")).to_have_value("")
    settled(page)
    page.go_forward()
    expect(page.get_by_label("Name or city")).to_have_value("kern")
    settled(page)
    page.get_by_role("tab", name="Change").click()
    expect(page.locator(LINE).get_by_role("radio", name="Table")).to_be_checked()


def test_paths_of_any_spelling_lead_to_their_page_and_others_nowhere(server: Server) -> None:
    url = server.origin
    for entry in PAGES:
        target = "" if entry.is_default else entry.path
        for way in {entry.path.upper(), entry.path.replace("_", "-"), entry.path + "/"}:
            if way == target:
                continue
            code, to, _text = status_of(f"{url}/{way}?county=06019&embed=true")
            assert code in (301, 307), way
            assert urlsplit(to).path == f"/{target}"
            assert urlsplit(to).query == "county=06019&embed=true"
    for way in ("nothing", "county/nothing", "static/js/nothing.js", "overview.php", ".env"):
        code, _to, text = status_of(f"{url}/{way}")
        assert code == 404, way
        assert "There is no page at this address" in text
        assert 'href="/programs"' in text
    code, _to, text = status_of(f"{url}/robots.txt")
    assert code == 200
    assert "User-agent: *" in text


def test_the_navigations_own_word_opens_the_first_page(visit: Callable[..., Visit]) -> None:
    page = visit().open("overview", utm_source="newsletter", fbclid="x1")
    assert page.get_by_text("Page not found").count() == 0
    assert page.get_by_test_id("stAlert").count() == 0
    assert urlsplit(page.url).path == "/"


def test_a_number_of_five_thousand_digits_is_no_fault(visit: Callable[..., Visit]) -> None:
    """On the way to the server either: what a page makes of it is asked in `tests/pages`."""
    digits = "9" * 5000
    query = dict.fromkeys(("scene", "district", "year", "in_year", "peers", "county"), digits)
    page = visit().open("county_map", chamber="assembly", **query)
    assert page.get_by_text("Something went wrong").count() == 0
    assert page.locator("h1").count() == 1


@pytest.fixture(scope="module")
def under(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A cold server under a folder of an address, on which one figure fails once it is asked for.

    The test of the figure comes last: what it writes in the log is a complaint.
    """
    folder = tmp_path_factory.mktemp("under")
    serve = (ROOT / "serve.py").read_text("utf-8")
    serve = serve.replace("Path(__file__)", f"Path({str(ROOT / 'serve.py')!r})")
    anchor = "\nPagesManager.uses_pages_directory = False\n"
    assert anchor in serve
    script = folder / "serve_failing.py"
    script.write_text(serve.replace(anchor, f"{anchor}{FAILING}"), "utf-8")
    with served(folder / "log.txt", str(script), base=BASE, data=str(DATA)) as server:
        yield server


def test_a_cold_server_under_a_base_path_does_all_as_without_one(
    first_visit: Callable[..., Visit], under: Server
) -> None:
    visitor = first_visit(on=under)
    opened_deep(visitor)  # the first request that the server gets
    visitor.context.close()
    visitor = first_visit(on=under)
    assert bytes_on_the_wire(visitor, "") <= COLD_LIMIT
    code, to, _text = status_of(f"{under.url}County?county=06019")
    assert (code, to) == (307, f"{BASE}/county?county=06019")
    code, _to, text = status_of(f"{under.url}nothing")
    assert code == 404
    assert f'href="{BASE}/programs"' in text
    page = visitor.open("programs", license_line_view="Download")
    with page.expect_download() as taken:
        page.get_by_role("button", name="SVG (drawing)").click()
    drawn = Path(taken.value.path()).read_text("utf-8")
    # The first page that draws the figure is the one that its files lead to.
    assert f"{under.url}#license_line" in drawn
    visitor.context.close()
    assert under.complaints() == []


def opened_deep(visitor: Visit) -> None:
    """A page that is not the first opens at its address, with every page in its bar."""
    entry = next(entry for entry in PAGES if not entry.is_default)
    page = visitor.open(entry.path)
    assert page.url.startswith(f"{visitor.server.url}{entry.path}")
    groups = {entry.group for entry in PAGES if entry.group}
    for group in groups:
        page.get_by_test_id("stTopNav").get_by_role("button", name=group).click()
        titles = {each.title for each in PAGES if each.group == group}
        items = page.get_by_role("menuitem")
        expect(items).to_have_count(len(titles))  # once open: a busy machine takes its time
        assert {text.splitlines()[-1] for text in items.all_inner_texts()} == titles
        page.keyboard.press("Escape")
        expect(items).to_have_count(0)
    assert page.get_by_text("Page not found").count() == 0


def test_a_page_that_fails_says_so_in_our_words(
    first_visit: Callable[..., Visit], under: Server
) -> None:
    visitor = first_visit(on=under)
    page = visitor.open("programs", tab="earlier")
    alert = page.get_by_test_id("stAlert").first
    expect(alert).to_contain_text("Something went wrong here")
    assert "Streamlit" not in page.get_by_test_id("stMain").inner_text()
    visitor.context.close()
    assert "synthetic: this figure fails" in under.log.read_text("utf-8")
