"""Journey 4: a steward drops an edited table and reads what to mend, then what would change."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from lib.store import DATA
from tests.test_trial import MILESTONES, ROW
from tests.trial.conftest import CASES
from tests.trial_files import book

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.visiting import Visit

#: Milliseconds for a check and the building of every figure, beside the other workers.
PATIENCE = 120_000


def test_a_steward_mends_a_table_before_it_goes_into_an_edition(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    page = visit().open("data_sources")
    box = page.locator("input[type=file]")
    wrong = tmp_path / "milestones.csv"
    wrong.write_bytes(MILESTONES.replace(b",law,", b",rumor,", 1))
    box.set_input_files(wrong)
    expect(page.get_by_text("1 thing is wrong.")).to_be_visible(timeout=PATIENCE)
    row = page.get_by_role("region", name="What is wrong with the file").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("rumor")
    expect(row).to_contain_text("Use one of: ")
    with page.expect_download() as taken:
        page.get_by_role("button", name="everything that is wrong").click()
    report = list(csv.DictReader(io.StringIO(Path(taken.value.path()).read_text("utf-8"))))
    assert [(row["Row"], row["Column"], row["Value"]) for row in report] == [
        ("2", "category", "rumor")
    ]
    mended = tmp_path / "milestones.xlsx"
    rows = list(csv.reader(io.StringIO((MILESTONES + ROW).decode())))
    mended.write_bytes(book(rows))
    box.set_input_files(mended)
    expect(page.get_by_text("Building every figure from it")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("1 row more, 0 rows gone, 0 cells changed")).to_be_visible(
        timeout=PATIENCE
    )
    headlines = page.get_by_role("region", name="Headlines that would change")
    expect(headlines).to_contain_text(f" {len(rows) - 1} milestones")
    assert (DATA / "milestones.csv").read_bytes() == MILESTONES


def test_a_table_that_excel_saved_is_mended_in_front_of_the_steward(
    visit: Callable[..., Visit],
) -> None:
    page = visit().open("data_sources")
    page.locator("input[type=file]").set_input_files(CASES / "excel_resaved_participation.csv")
    expect(page.get_by_text("The file needs 2 repairs")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("nothing would change")).to_be_visible()
    said = page.get_by_role("listitem").filter(has_text="a leading zero was lost")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("“6001” is read as 06001")
    with page.expect_download() as taken:
        page.get_by_role("button", name="the table as data/ holds it").click()
    held = (DATA / "observations" / "participation.csv").read_bytes()
    assert Path(taken.value.path()).read_bytes() == held
