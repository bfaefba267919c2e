"""What a screen reader meets on the milestones page: dates, kinds and titles, latest first."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.visiting import Visit

# One entry of the list in the accessibility tree: the date, then kind and level, then title.
ENTRY = re.compile(
    r"- listitem:\s+- strong: (?P<date>[^\n]+)\s+- text: (?P<kind>[^\n]+)\s+- strong: (?P<title>.+)"
)


def tree_of(page: Page) -> str:
    """What a screen reader meets in the page, without its head and foot."""
    return page.locator('[data-testid="stMainBlockContainer"]').aria_snapshot()


def test_milestones_are_read_as_date_kind_title_in_sequence(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    tree = tree_of(visitor.open("milestones", listed="all"))
    entries = [found.groupdict() for found in ENTRY.finditer(tree)]
    with (ROOT / "data/milestones.csv").open(encoding="utf-8") as file:
        held = list(csv.DictReader(file))
    assert len(entries) == len(held)
    years = [int(re.findall(r"\d{4}", entry["date"])[-1]) for entry in entries]
    assert years == sorted(years, reverse=True)
    assert years[-1] == 1990
    kinds = "Benefit|Coalition|Funding|Law|Program|Regulation|Report"
    for entry in entries:
        assert re.search(rf", ({kinds}) \((State|Federal)\):", entry["kind"]), entry
    read = "\n".join(entry["title"] for entry in entries)
    assert [row["title"] for row in held if row["title"].rstrip(".")[:40] not in read] == []

    path = tree_of(visitor.open("milestones", tab="paths"))
    chain = [found["date"] for found in ENTRY.finditer(path)]
    assert chain[0] == "September 25, 2014"
    with (ROOT / "data/milestone_chains.csv").open(encoding="utf-8") as file:
        steps = [row for row in csv.DictReader(file) if row["chain"] == "sb_1004"]
    assert len(chain) == len(steps)
