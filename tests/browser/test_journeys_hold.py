"""Six journeys from end to end where something is against them, each with the right end.

Against them is a browser's translator in forced colors where keys alone press, or a network that goes
in the middle and comes back on a phone under a finger.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from playwright.sync_api import expect
from pptx import Presentation

from lib import figures
from lib.figures import stories
from lib.outputs import tabular
from tests.browser.acting import eventually
from tests.browser.relay import Relay, relayed
from tests.browser.test_journey_present import stage
from tests.browser.test_translated import FONTS, TRANSLATOR, pick
from tests.browser.visiting import PATIENCE, PHONE, Visit, Windows, settled
from tests.frozen import DATA
from tests.test_trial import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

    from lib.model import Figure
    from lib.store import Store
    from tools.serving import Server

#: What the last slide of a deck says over its code.
CLOSING = "Open these slides yourself"

#: Condition -> the device.
AGAINST: dict[str, dict[str, Any]] = {
    "translated in forced colors": {"forced_colors": "active"},
    "cut on a phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
}
STATE = "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState"
STORY = "no_program"
#: Milliseconds for what a file's own process does beside other tests.
CHECKED = 90_000


@dataclass
class Walk:
    """A visit under one condition."""

    against: str
    visit: Visit
    relay: Relay
    store: Store

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, path: str = "", **query: str) -> Page:
        page = self.visit.open(path, **query)
        if "translated" in self.against:
            page.evaluate(TRANSLATOR, "replaces")
        return page

    def built(self, figure_id: str, **params: str) -> Figure:
        return figures.build(self.store, figure_id, params)

    def press(self, control: Locator) -> None:
        """As the device does it: under a finger, or by the keyboard alone."""
        if "phone" in self.against:
            control.tap()
        else:
            control.focus()
            self.page.keyboard.press("Enter")

    def cut(self) -> None:
        """The network goes, where it does."""
        if "cut" in self.against:
            self.relay.cut()
            eventually(self.page, lambda: self.page.evaluate(STATE), lambda now: now != "CONNECTED")

    def mend(self) -> None:
        self.relay.mend()
        eventually(self.page, lambda: self.page.evaluate(STATE), lambda now: now == "CONNECTED")
        settled(self.page)

    def says(self, part: Locator, words: str | re.Pattern[str]) -> None:
        """Wait until `part` says just these words, whatever a translator put around them."""
        sought = words if isinstance(words, re.Pattern) else re.compile(re.escape(words) + "$")
        eventually(self.page, lambda: bare(part), lambda found: bool(sought.match(found)))

    def takes(self, button: Locator) -> bytes:
        with self.page.expect_download(timeout=PATIENCE) as taken:
            self.press(button)
        return Path(taken.value.path()).read_bytes()

    def ends_well(self) -> None:
        """Nothing went wrong on the way, and it was the way that it should have been."""
        page = self.page
        assert page.get_by_role("dialog").filter(visible=True).count() == 0
        problems = self.visit.problems()
        if "cut" in self.against:
            problems.pop("console errors", None)  # the browser says so, and rightly
        assert problems == {}
        if "translated" in self.against:
            assert page.evaluate(FONTS) > 10
        if "forced colors" in self.against:
            assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
        if "phone" in self.against:
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def bare(part: Locator) -> str:
    """The words of an element without a translator's marks."""
    return re.sub(r"\s+", " ", re.sub("[«»]", "", part.first.text_content() or "")).strip()


@pytest.fixture(scope="module")
def line(browser: Browser, server: Server) -> Iterator[tuple[Relay, Windows]]:
    """A line that can be cut, and the windows at its end."""
    with ExitStack() as stack:
        relay = stack.enter_context(relayed(server))
        yield relay, Windows(browser, relay.seen_from_browser)


@pytest.fixture(params=AGAINST)
def walk(
    request: pytest.FixtureRequest, windows: Windows, line: tuple[Relay, Windows], store: Store
) -> Iterator[Walk]:
    relay, far = line
    window = far if "cut" in request.param else windows
    visit = window.take(**AGAINST[request.param])
    yield Walk(request.param, visit, relay, store)
    relay.mend()
    window.give_back(visit)


def test_1_staff_split_a_figure_and_take_its_rows(walk: Walk) -> None:
    page = walk.open("programs")
    pick(page, "Compare hospitals by", "Teaching")
    figure = walk.built("site_split", split="teaching")
    walk.says(page.locator("h3#site_split"), figure.headline)
    walk.cut()
    walk.mend()
    row = page.locator(".st-key-row-site_split")
    expect(row).to_contain_text("Source:")
    walk.press(row.get_by_role("radio", name="Table"))
    table = page.get_by_role("region", name=figure.headline).or_(page.get_by_role("table"))
    for cell in tabular.written(tabular.table_rows(figure), figure.columns).iloc[0]:
        expect(table.filter(has_text=str(cell)).first).to_be_visible()
    walk.press(row.get_by_role("radio", name="Get"))
    taken = walk.takes(page.get_by_role("button", name="CSV (data in this chart)"))
    assert taken.decode() == tabular.csv_text(figure)
    walk.ends_well()


def test_2_a_presenter_goes_through_a_story_and_takes_it(walk: Walk, tmp_path: Path) -> None:
    page = walk.open("present")
    story = stories.stories(walk.store)[STORY]
    titles = [figure.headline for figure in stories.scenes(story, walk.built)]
    walk.press(page.get_by_role("radio").filter(has_text=story.title))
    expect(page).to_have_url(re.compile(f"story={STORY}"))
    settled(page)
    frame = stage(page)
    shown = frame.locator(".scene.shown")
    walk.cut()
    for place, title in enumerate(titles):
        expect(shown).to_have_attribute("data-title", title)
        expect(shown.locator("svg").first).to_contain_text(f"{place + 1} of {len(titles)}")
        if place + 1 < len(titles):
            if "phone" in walk.against:
                frame.get_by_role("button", name="Next").tap()
            else:
                page.keyboard.press("PageDown")
    walk.mend()
    deck = walk.takes(page.get_by_role("button").filter(has_text="PowerPoint (editable)"))
    slides = list(Presentation(io.BytesIO(deck)).slides)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        story.title, *titles, CLOSING,
    ]  # fmt: skip
    expect(shown).to_have_attribute("data-title", titles[-1])
    walk.ends_well()


def test_3_an_aide_types_a_zip_and_leaves_with_brief_and_link(
    walk: Walk, visit: Callable[..., Visit]
) -> None:
    with (DATA / "hospital_programs.csv").open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["county_fips"] == "06023"]
    newest = [row for row in rows if row["year"] == max(each["year"] for each in rows)]
    reporting = sum(row["inpatient_palliative"] == "Yes" for row in newest)
    said = re.compile(f"Humboldt County: {reporting} of {len(newest)} hospital sites")
    page = walk.open("participation")  # the search stands on every page
    box = page.get_by_role("searchbox").first
    box.fill("95501")
    box.press("Enter")
    walk.says(page.locator("h1"), said)
    walk.cut()
    walk.mend()
    brief = walk.takes(page.get_by_role("button", name=re.compile("brief", re.IGNORECASE)).first)
    paper = pypdf.PdfReader(io.BytesIO(brief))
    assert len(paper.pages) == 2
    assert paper.metadata is not None
    assert paper.metadata.title == "Palliative care in Humboldt County"
    assert "county=06023" in page.url
    other = visit().page
    other.goto(page.url.replace(walk.visit.server.url, visit().server.url))
    settled(other)
    assert bare(other.locator("h1")) == bare(page.locator("h1"))
    walk.ends_well()


def test_4_a_steward_reads_and_takes_what_is_to_be_mended(walk: Walk, tmp_path: Path) -> None:
    page = walk.open("data_sources", tab="check")
    file = tmp_path / "milestones.csv"
    file.write_bytes(MILESTONES.replace(b",law,", b",rumor,", 1))
    page.locator("input[type=file]").set_input_files(file)
    wrong = page.locator("table").filter(has_text="rumor").locator("tbody tr")
    expect(wrong).to_have_count(1, timeout=CHECKED)
    expect(wrong).to_contain_text("Use one of: ")
    report = walk.takes(page.get_by_role("button").filter(has_text="all errors"))
    told = list(csv.DictReader(io.StringIO(report.decode("utf-8-sig"))))
    assert [(r["Row"], r["Column"], r["Value"]) for r in told] == [("2", "category", "rumor")]
    walk.cut()
    walk.mend()
    expect(wrong).to_have_count(1)  # the file is still held
    walk.ends_well()


def test_5_an_analyst_checks_a_number_and_takes_the_bundle(walk: Walk) -> None:
    indicator = "pclc_trained_organization_count"
    figure = walk.built("indicator_card", indicator=indicator)
    page = walk.open("data_sources")
    box = page.get_by_label("Search by name, definition or caution")
    box.fill(indicator)
    box.press("Enter")
    card = page.get_by_role("heading").filter(has_text=figure.headline)
    walk.says(card, figure.headline)
    rows = walk.takes(page.locator(".st-key-indicator_card_csv button"))
    assert rows.decode().splitlines()[0] == tabular.csv_text(figure).splitlines()[0]
    assert sorted(rows.decode().splitlines()) == sorted(tabular.csv_text(figure).splitlines())
    walk.cut()
    walk.mend()
    walk.says(card, figure.headline)
    page.get_by_role("tab", name="Download").click()
    package = walk.takes(page.get_by_role("button").filter(has_text="Download everything"))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        name = next(name for name in archive.namelist() if name.endswith("datapackage.json"))
        assert json.loads(archive.read(name))["version"] == walk.store.edition.version
    walk.ends_well()


def test_6_a_coalition_takes_its_county_to_a_meeting(walk: Walk) -> None:
    page = walk.open("community_action")
    pick(page, "County", "Plumas")
    expect(page).to_have_url(re.compile("county=06063"))
    walk.cut()
    walk.mend()
    facts = walk.built("starter_facts", county="06063").headline
    walk.says(page.get_by_role("heading").filter(has_text="Plumas County"), facts)
    paper = pypdf.PdfReader(
        io.BytesIO(walk.takes(page.get_by_role("button").filter(has_text="PDF to print")))
    )
    words = " ".join(" ".join(sheet.extract_text().split()) for sheet in paper.pages)
    assert facts in words
    assert "questions to ask in Plumas County" in words
    walk.ends_well()
