"""The name of each page and place: in the tab, in the document, in what describes a link."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.nav import PAGES, PageEntry
from tests.browser.test_server import answer_of
from tests.browser.visiting import address_of, choose, go_to, settled

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit
    from tools.serving import Server

SITE = "California Palliative Care Progress"
PLACES = {
    "county": f"County | {SITE}",
    "county?county=06029": f"Kern County | {SITE}",
    "county?county=Kern": f"Kern County | {SITE}",
    "county?county=<b>": f"County | {SITE}",
    "community_action?county=06029": f"Kern County, Community action | {SITE}",
    "county_map": f"County map | {SITE}",
    "county_map?county=06029": f"Kern County, County map | {SITE}",
    "equity?county=06029": f"Equity | {SITE}",
}

#: Where the walk to other places begins.
BEGUN = ("county?county=06029", "community_action?county=06029")


def head_of(server: Server, address: str) -> tuple[str, str]:
    """Title and description of a document as it is sent."""
    text = answer_of(server.url + address.replace("<", "%3C").replace(">", "%3E"))[1].decode()
    titles = re.findall("<title>(.*?)</title>", text)
    said = re.findall('<meta name="description" content="(.*?)">', text)
    assert len(titles) == len(said) == 1
    return html.unescape(titles[0]), html.unescape(said[0])


def test_each_document_names_and_describes_its_page(server: Server) -> None:
    heads = [head_of(server, "" if entry.is_default else entry.path) for entry in PAGES]
    assert len(set(heads)) == len({title for title, _ in heads}) == len(PAGES)
    assert all(title.endswith(f" | {SITE}") and title.count(SITE) == 1 for title, _ in heads)
    places = {address: head_of(server, address) for address in PLACES}
    assert {address: title for address, (title, _) in places.items()} == PLACES
    assert places["county?county=06029"][1].startswith("Kern County, California")


def test_the_tab_of_every_page_says_what_the_document_says(
    seen: tuple[PageEntry, Visit], server: Server
) -> None:
    entry, visit = seen
    expect(visit.page).to_have_title(head_of(server, address_of(entry))[0])


#: Those that `seen` and the next test do not open.
OTHERS = sorted({*PLACES} - {"county", "county_map", *BEGUN})


@pytest.mark.parametrize("address", OTHERS)
def test_the_tab_says_what_the_document_says(visit: Callable[..., Visit], address: str) -> None:
    page = visit().open(address)
    expect(page).to_have_title(PLACES[address])


def test_the_tab_follows_another_place_and_page(visit: Callable[..., Visit]) -> None:
    county, community = BEGUN
    page = visit().open(county)
    expect(page).to_have_title(PLACES[county])
    for name in ("Fresno", "Alpine"):
        page.get_by_role("combobox", name="County", exact=True).first.click()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(page).to_have_title(f"{name} County | {SITE}")
        settled(page)
    go_to(page, "Equity")
    expect(page).to_have_title(f"Equity | {SITE}")
    settled(page)
    page.go_back()
    expect(page).to_have_title(f"Alpine County | {SITE}")
    page = visit().open(community)
    expect(page).to_have_title(PLACES[community])
    page.get_by_role("combobox", name="County", exact=True).first.click()
    page.keyboard.type("Fresno")
    page.keyboard.press("Enter")
    expect(page).to_have_title(f"Fresno County, Community action | {SITE}")


def test_from_all_counties_to_one_and_another_the_search_and_the_name_come_along(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("county")
    expect(page.locator(".st-key-seek-large input")).to_be_visible()
    choose(page, "County", "Kern")
    expect(page).to_have_title(f"Kern County | {SITE}")
    expect(page.locator(".st-key-seek-small input")).to_be_visible()
    # The county's page alone is drawn now: its frame stays, its name and address follow.
    choose(page, "County", "Alpine")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alpine County")
    expect(page).to_have_title(f"Alpine County | {SITE}")
    expect(page).to_have_url(re.compile("county=06003"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kern County")
    expect(page).to_have_title(f"Kern County | {SITE}")
