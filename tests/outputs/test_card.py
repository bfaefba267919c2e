"""Tables on a sheet for a room: every row of a short one, narrow columns whole, what is left said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from lib import theme
from lib.figures import build
from lib.model import Column
from lib.outputs import card, columned
from lib.outputs.drawing import SVG

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store


def said(figure: Figure, store: Store) -> list[tuple[str, float]]:
    """Each line of a sheet with the size of its type."""
    sheet = card.picture(figure, store.topology, card.SLIDE)
    return [
        (part.text or "", float(part.get("font-size", "0")))
        for part in sheet.iter(f"{{{SVG}}}text")
    ]


def test_all_13_drivers_stand_on_a_slide(store: Store) -> None:
    figure = build(store, "drivers_board", {})
    lines = said(figure, store)
    words = [text for text, _size in lines]
    assert set(figure.rows["title"]) <= set(words)
    assert "and 3 more columns" in words
    assert not [text for text in words if "more row" in text]


def test_no_type_on_a_slide_is_under_24(store: Store) -> None:
    for name in ("drivers_board", "source_list", "opportunity_measures"):
        assert min(size for _text, size in said(build(store, name, {}), store)) >= 24


@pytest.mark.parametrize(
    "name", ["unknown_list", "conflict_list", "milestone_list", "toolkit_list"]
)
def test_no_cell_on_a_slide_loses_a_word(store: Store, name: str) -> None:
    figure = build(store, name, {})
    made, _wide, _tall = card.body(figure, store.topology, 1760, 640)
    words = [part.text or "" for part in made.iter(f"{{{SVG}}}text")]
    assert not [text for text in words if text.endswith("\u2026")]
    assert any("more row" in text for text in words)


def test_a_cell_longer_than_a_sheet_is_cut_where_the_sheet_ends() -> None:
    """Synthetic: one row of a thousand words."""
    rows = pd.DataFrame({"What": ["word " * 1000], "Who": ["a"]})
    laid = columned.laid(rows, 1000, (28, 24), 600, is_all=True)
    assert laid.standing(600) == 1
    assert sum(columned.tall(cells, laid.size) for cells in laid.rows) <= 600
    assert laid.rows[1][0][1][-1].endswith("\u2026")


def test_a_column_with_an_address_leaves_room_for_the_words_of_the_others(store: Store) -> None:
    words = [text for text, _size in said(build(store, "source_list", {}), store)]
    assert {"Published", "Publisher", "Title"} <= set(words)
    assert any("more rows" in text for text in words)


@pytest.mark.parametrize("n", [1, 400])
def test_one_row_stands_and_of_400_the_rest_is_counted(n: int) -> None:
    """Synthetic rows."""
    sheet: Any = card._Sheet(card.SLIDE, theme.Mode.LIGHT)
    rows = pd.DataFrame({"name": [f"Row {i}" for i in range(n)]})
    figure = SimpleNamespace(rows=rows, columns=(Column("name", "Name"),))
    card._table(figure, sheet, 600.0)  # type: ignore[arg-type]
    words = [part.text for part in sheet.root.iter(f"{{{SVG}}}text")]
    assert "Row 0" in words
    left = [text for text in words if text and "more row" in text]
    assert left == ([] if n == 1 else [f"and {400 - len(words) + 2} more rows"])


def test_a_long_word_takes_a_fifth_at_most_and_the_rest_keep_theirs() -> None:
    """Synthetic: an address of 200 letters beside a short word."""
    rows = pd.DataFrame({"Word": ["Published"], "Address": ["x" * 200], "C": ["a"]})
    word, _address, _last = columned.widths(rows, 1000, 20)
    assert word > 20 * 1.2 + 80
