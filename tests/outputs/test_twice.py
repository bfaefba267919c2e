"""The same input gives the same bytes, whoever drew before, in any process."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks import twice
from lib import figures
from lib.outputs import card, drawing, image, markup, sheet

if TYPE_CHECKING:
    from lib.store import Store

#: One figure of each form; the maps, lines and bars among them once came out as two files.
SAMPLE = (
    "license_line",
    "team_make_up",
    "site_split",
    "license_step",
    "county_hospitals",
    "county_numbers",
    "equity_coverage",
    "equity_counties",
    "equity_life",
    "drivers_board",
    "county_status_map",
    "rural_critical_access",
)


@pytest.mark.timeout(600)
def test_two_processes_in_two_orders_make_the_same_files() -> None:
    """Of the two, this one has seen other tests before and knows other sets."""
    total, differ = twice.differing_from_here(SAMPLE, quick=True)
    assert total > 80
    assert differ == []


@pytest.mark.parametrize("figure_id", SAMPLE)
def test_no_picture_remembers_the_one_before(store: Store, figure_id: str) -> None:
    """Drawn first, and drawn after every other size and format of the same figure."""
    first = figures.build(store, figure_id, {})
    then = replace(first)  # the same figure, never drawn
    alone = [
        image.svg(replace(first), store.topology),
        sheet.html(replace(first), store.topology),
        drawing.text(card.picture(replace(first), store.topology, card.SLIDE)),
    ]
    image.wide_png(then, store.topology)
    after = [
        image.svg(then, store.topology),
        sheet.html(then, store.topology),
        drawing.text(card.picture(then, store.topology, card.SLIDE)),
    ]
    again = image.svg(then, store.topology)
    assert after == alone
    assert again == after[0]


def test_a_font_is_packed_alike_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    file = markup.USED[0]
    packed = markup.woff2(file)
    monkeypatch.setattr("fontTools.misc.timeTools.time.time", lambda: 2e9)
    assert markup.woff2.__wrapped__(file) == packed
