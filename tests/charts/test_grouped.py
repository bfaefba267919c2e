"""The grouped list: a tiny example, drawn at three widths; every row once, none out of the frame."""

from __future__ import annotations

import re

import pandas as pd
import pytest
import vl_convert

from lib import charts, theme
from lib.charts.flowing import COLUMN, FOLDED, layout

SIZES, SHOWN = (5, 20), (5, 6)


def example(width: int, **values: object) -> str:
    """The form over synthetic sites, as SVG."""
    columns, lines = charts.places(SIZES, SHOWN)
    names = [f"Site {n:02d}" for n in range(sum(SIZES))]
    first = [n in (0, SIZES[0]) for n in range(sum(SIZES))]
    rows = pd.DataFrame(
        {
            "short": names,
            "name": names,
            "found_by": [name.lower() for name in names],
            "mark_2017": "Yes",
            "mark_2022": ["No" if n % 2 else "Yes" for n in range(len(names))],
            "number_words": [str(100 - n) for n in range(len(names))],
            "sign": "",
            "head": ["A group" if is_first else "" for is_first in first],
            "more": ["and 14 more" if n == SIZES[0] else "" for n in range(len(names))],
            **columns,
        }
    )
    spec = charts.grouped(
        {"Yes": ("@teal", "circle"), "No": ("@sand", "square")},
        years=(2017, 2022),
        lines=lines,
        tooltip=(("name", "Name"),),
        find="Find",
        every="Show all",
    )
    params = [{**p, "value": values[p["name"]]} if p["name"] in values else p
              for p in spec["params"]]  # fmt: skip
    painted = theme.paint({**spec, "params": params}, theme.Mode.LIGHT, theme.Medium.SCREEN)
    painted |= {
        "data": {"values": rows.to_dict("records")},
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    return str(vl_convert.vegalite_to_svg(painted, vl_version="6.1"))


def names_in(svg: str) -> list[str]:
    return re.findall(r">(Site \d\d)<", svg)


@pytest.mark.parametrize("width", [360, 700, 1120])
def test_folded_and_whole_at_every_width(width: int) -> None:
    assert len(names_in(example(width))) == sum(SHOWN)
    assert "and 14 more" in example(width)
    whole = example(width, every=True)
    assert sorted(names_in(whole)) == [f"Site {n:02d}" for n in range(sum(SIZES))]
    assert "and 14 more" not in whole


def test_a_phone_has_one_column_and_a_desk_three() -> None:
    def tall(svg: str) -> float:
        return float(re.search(r'height="([\d.]+)"', svg)[1])  # type: ignore[index]

    assert tall(example(360, every=True)) > 2 * tall(example(1120, every=True))


def test_what_is_sought_is_found_folded_or_not() -> None:
    assert names_in(example(1120, find="sITe 24")) == ["Site 24"]
    assert names_in(example(360, find="nothing")) == []


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("sizes", [(1,), (32, 9, 50, 9), (2, 1), (1, 1, 1, 1), (400,)])
def test_no_two_share_a_place_and_no_head_ends_a_column(
    sizes: tuple[int, ...], columns: int
) -> None:
    for shown in (sizes, tuple(min(n, 9) for n in sizes)):
        found = layout(sizes, shown, columns)
        used = [p for p in (*found.heads, *found.more, *sum(found.rows, ())) if p != FOLDED]
        assert len(used) == len(set(used))
        assert max(used) // COLUMN < columns
        assert max(place % COLUMN for place in used) < found.lines
        for head, rows in zip(found.heads, found.rows, strict=True):
            assert rows[0] == head + 1
            assert (
                sum(place == FOLDED for place in rows) == len(rows) - rows.index(max(rows)) - 1
                or FOLDED not in rows
            )


def test_a_list_without_folds_has_no_controls() -> None:
    __, lines = charts.places((2,), (9,))
    spec = charts.grouped({"Yes": ("@teal", "circle")}, years=(2022,), lines=lines, tooltip=())
    assert not [param for param in spec["params"] if "bind" in param]
