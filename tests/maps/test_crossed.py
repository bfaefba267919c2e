"""The key of two measures: nine cells with their counts, on paper and on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib import theme
from lib.figures import build
from lib.maps import Cell, Crossed
from lib.maps.crossed import INKS, key_layers
from lib.outputs import drawing
from tests.contrast import contrast

if TYPE_CHECKING:
    from lib.store import Store


#: The two grounds that have colors of their own; `AUTO` is either of them.
GROUNDS = (theme.Mode.LIGHT, theme.Mode.DARK)


@pytest.fixture(scope="module")
def synthetic_key() -> Crossed:
    """Synthetic: one county in the cell of high need and no services, two in the opposite one."""
    counts = {(3, 1): 1, (1, 3): 2}
    cells = tuple(
        Cell(n, s, f"@both_{s}{n}", counts.get((n, s), 0), (n, s) == (3, 1))
        for n in (1, 2, 3)
        for s in (1, 2, 3)
    )
    return Crossed(cells, ("none", "some", "more"), "need", (("no hospital (2)", "@none"),))


def test_low_need_stands_left_and_no_services_stand_below(synthetic_key: Crossed) -> None:
    square, marked, *_others = key_layers(synthetic_key, has_ground=False)
    places = {(c["left"], c["down"]): c["count"] for c in square["data"]["values"]}
    assert len(places) == 9
    # From the right edge: high need without services is the lower right cell.
    assert (places[0, 2], places[2, 0]) == ("1", "2")
    assert [(c["left"], c["down"]) for c in marked["data"]["values"]] == [(0, 2)]
    # A cell without a county is drawn and says nothing.
    assert sorted(places.values()) == [""] * 7 + ["1", "2"]


@pytest.mark.parametrize("mode", GROUNDS)
def test_a_count_can_be_read_on_its_cell(mode: theme.Mode) -> None:
    palette = theme.PALETTES[mode]
    low = {
        (row, column): round(ratio, 2)
        for row in (1, 2, 3)
        for column in (1, 2, 3)
        if (
            ratio := contrast(
                palette[INKS.get((row, column), "@ink")[1:]], palette[f"both_{row}{column}"]
            )
        )
        < 3.9
    }
    assert not low


def test_the_cells_of_the_map_hold_every_county_that_has_both_values(store: Store) -> None:
    figure = build(store, "need_supply_map", {})
    counts = figure.rows["cell"].value_counts()
    svg = drawing.chart(figure, store.topology, width=800)
    said = [node.text for node in svg.iter() if node.tag.endswith("text") and node.text]
    assert sorted(int(text) for text in said if text.isdecimal()) == sorted(
        int(n) for cell, n in counts.items() if cell
    )
    assert any(re.match(r"lower need", text) for text in said)


def test_a_key_over_a_part_of_the_state_has_a_ground_of_paper(synthetic_key: Crossed) -> None:
    first = key_layers(synthetic_key, has_ground=True)[0]
    assert first["mark"]["fill"] == "@paper"
