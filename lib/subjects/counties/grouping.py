"""Sites or licenses sorted into the groups of a list, with the places of its drawing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.charts.grouped import KEY, LINE, TOP
from lib.derive import hospitals, spelling
from lib.derive.rows import each
from lib.i18n import _
from lib.subjects.counties import words_list as words
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The groups in reading order -> how many of each are listed before it is folded.
GROUPS = {"reports": 40, "before": 9, "never": 9, "silent": 9}
#: A list longer than this can be searched.
SHORT = 12

#: Answer of a year -> color and shape of its mark.
SHAPES = {
    "yes": ("@teal", "circle"),
    "no": ("@sand", "square"),
    "silent": ("@paper", "circle"),
    "unknown": ("@soft", "cross"),
}

#: The sign of a site that reports outpatient services; the key of the list has its words.
OUTPATIENT = "◆"


def group_of(answers: Sequence[str]) -> str:
    """The group of a site by its answers (Yes, No or Unknown), the newest last."""
    *before, newest = answers
    if newest == hospitals.YES:
        return "reports"
    if newest != hospitals.NO:
        return "silent"
    return "before" if hospitals.YES in before else "never"


def in_groups(rows: pd.DataFrame, answers: Sequence[str], heads: Mapping[str, str]) -> pd.DataFrame:
    """`rows` in the order of the list, with what its drawing needs beside the marks.

    Args:
        rows: `group` (a name, unique), `name`, `city`, `facility_id`, `beds` (a number, missing
            where unknown).
        answers: the columns of the answers, oldest first.
        heads: group -> the words over it.
    """
    order = list(GROUPS)
    listed_in = [group_of(list(row)) for row in rows[list(answers)].itertuples(index=False)]
    table = rows.assign(listed=listed_in, rank=[order.index(group) for group in listed_in])
    table = table.sort_values(["rank", "beds", "name"], ascending=[True, False, True])
    table = table.reset_index(drop=True)
    sizes = [int(table["rank"].eq(rank).sum()) for rank in range(len(order))]
    held = [(group, n) for group, n in zip(order, sizes, strict=True) if n]
    columns, __ = charts.places([n for _g, n in held], [GROUPS[group] for group, _n in held])
    first = ~table["listed"].duplicated()
    beds = table.groupby("listed")["beds"].sum()
    size = table["listed"].map(dict(held))
    spared = size - table["listed"].map(GROUPS)
    return table.assign(
        listed_words=table["listed"].map(dict(heads)),
        head=[
            words.head(heads[group], int(n), float(beds[group])) if is_first else ""
            for group, n, is_first in zip(table["listed"], size, first, strict=True)
        ],
        more=[
            words.more(int(n)) if is_first and n > 0 else ""
            for n, is_first in zip(spared, first, strict=True)
        ],
        short=words.apart(
            [
                words.shortly(
                    str(r.name), words.end_of(str(r.group), str(r.name), str(r.facility_id))
                )
                for r in each(table)
            ]
        ),
        number_words=["" if pd.isna(n) else numbers.count(n) for n in table["beds"]],
        found_by=[spelling.plain(f"{r.group} {r.city}") for r in table.itertuples()],
        **columns,
    )


def listed(
    rows: pd.DataFrame, marks: Mapping[str, str], years: Sequence[int], tooltip: Sequence[str]
) -> Mapping[str, Any] | None:
    """The drawing of rows that `in_groups` made; None where there are none."""
    if rows.empty:
        return None
    sizes, shown = _sizes(rows)
    used = {word for year in years for word in rows[f"mark_{year}"]}
    kinds = [(word, *SHAPES[name]) for name, word in marks.items() if word in used]
    if rows["sign"].ne("").any():
        kinds.append((words.outpatient_key(), "@teal", "diamond"))
    return _drawn(tuple(kinds), tuple(years), sizes, shown, tuple(tooltip))


def _sizes(rows: pd.DataFrame) -> tuple[tuple[int, ...], tuple[int, ...]]:
    counts = [(GROUPS[group], int(rows["listed"].eq(group).sum())) for group in GROUPS]
    return tuple(n for _m, n in counts if n), tuple(most for most, n in counts if n)


@lru_cache(maxsize=128)
def _drawn(
    kinds: tuple[tuple[str, str, str], ...],
    years: tuple[int, ...],
    sizes: tuple[int, ...],
    shown: tuple[int, ...],
    tooltip: tuple[str, ...],
) -> Mapping[str, Any]:
    __, lines = charts.places(sizes, shown)
    folds = any(n > most for n, most in zip(sizes, shown, strict=True))
    labels = {"city": _("City"), "owner": _("Owner"), "number_words": _("Acute care beds")}
    return charts.grouped(
        {word: (color, shape) for word, color, shape in kinds},
        years=years,
        lines=lines,
        tooltip=(("name", _("Name")), *((field, labels[field]) for field in tooltip)),
        room=56 if "number_words" in tooltip else 0,
        find=words.find() if sum(sizes) > SHORT else "",
        every=words.every(sum(sizes)) if folds else "",
    )


def list_height(rows: pd.DataFrame) -> int:
    """Pixels that the folded list takes on a wide screen, its key included."""
    __, lines = charts.places(*_sizes(rows))
    return lines["some_3"] * LINE + TOP + KEY
