"""Journeys 4 and 8: a steward drops tables, or the state's new workbook, and takes an edition home."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.derive import reports
from lib.store import load
from tests import frozen
from tests.frozen import DATA
from tests.intake.workbooks import later_year
from tests.test_trial import MILESTONES, ROW
from tests.trial.conftest import CASES
from tests.trial_files import book

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit

YEAR = 2025

#: Milliseconds for a check and the building of every figure, beside the other workers.
PATIENCE = 170_000


def test_a_steward_mends_a_table_before_it_goes_into_an_edition(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    page = visit().open("data_sources", tab="check")
    box = page.locator("input[type=file]")
    wrong = tmp_path / "milestones.csv"
    wrong.write_bytes(MILESTONES.replace(b",law,", b",rumor,", 1))
    box.set_input_files(wrong)
    expect(page.get_by_text("1 thing is wrong.")).to_be_visible(timeout=PATIENCE)
    row = page.get_by_role("region", name="What is wrong with the files").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("rumor")
    expect(row).to_contain_text("Use one of: ")
    with page.expect_download() as taken:
        page.get_by_role("button", name="all errors").click()
    report = list(csv.DictReader(io.StringIO(Path(taken.value.path()).read_text("utf-8"))))
    assert [(row["Row"], row["Column"], row["Value"]) for row in report] == [
        ("2", "category", "rumor")
    ]
    mended = tmp_path / "milestones.xlsx"
    rows = list(csv.reader(io.StringIO((MILESTONES + ROW).decode())))
    mended.write_bytes(book(rows))
    page.get_by_role("button", name="Remove milestones.csv").click()
    expect(page.get_by_text("1 thing is wrong.")).to_have_count(0)
    box.set_input_files(mended)
    # Nothing is wrong any more. What the charts come to is told of the state's workbook, below.
    building = page.get_by_text("Building every chart from them")
    expect(building).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Remove milestones.xlsx").click()
    expect(building).to_have_count(0, timeout=PATIENCE)
    assert (DATA / "milestones.csv").read_bytes() == MILESTONES


def test_a_table_that_excel_saved_is_mended_in_front_of_the_steward(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("data_sources", tab="check")
    page.locator("input[type=file]").set_input_files(CASES / "excel_resaved_participation.csv")
    expect(page.get_by_text("2 repairs are needed")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("nothing would change")).to_be_visible()
    said = page.get_by_role("listitem").filter(has_text="a leading zero was lost")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("“6001” is read as 06001")
    with page.expect_download() as taken:
        page.get_by_role("button", name="ready for data/").click()
    held = (DATA / "observations" / "participation.csv").read_bytes()
    assert Path(taken.value.path()).read_bytes() == held


@pytest.mark.timeout(400)
def test_the_states_new_workbook_ends_as_an_edition_to_hand_over(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    """A SYNTHETIC workbook of a later year: what was read, what changes, and the ZIP that loads."""
    workbook = later_year(tmp_path / "hosp25_util_data_prelim.xlsx", YEAR)
    page = visit().open("data_sources", tab="check")
    page.locator("input[type=file]").set_input_files(workbook)
    expect(page.get_by_text("Building every chart from them")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("passes every check")).to_be_visible(timeout=300_000)
    expect(page.get_by_text(f"hospital report of {YEAR}, preliminary")).to_be_visible()
    expect(page.get_by_text("412 general acute care hospital sites in operation")).to_be_visible()
    headlines = page.get_by_role("region", name="Headlines that would change")
    expect(headlines).to_contain_text(f"in {YEAR}")
    pictures = page.locator("[data-testid=stImage] img")
    expect(pictures).to_have_count(12)
    left, right = (pictures.nth(place).bounding_box() for place in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    # Pressing it is asked in `tests/pages/test_check_new_data.py`, and the drawing in a trial's own.
    expect(page.get_by_role("button", name="Show 6 more charts")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="the new data folder").click()
    with zipfile.ZipFile(taken.value.path()) as made:
        made.extractall(tmp_path)
    store = load(tmp_path / "data")
    assert reports.newest(store) == YEAR
    assert store.edition.version in taken.value.suggested_filename
    assert store.edition.version != frozen.store().edition.version
