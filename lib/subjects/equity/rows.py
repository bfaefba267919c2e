"""Groups beside each other: one value a group in a fixed order, gaps against a reference.

What is not held is kept as a row that says so. A comparison is never made up: no reference
value, no difference; a reference of zero, no ratio; one group alone, no gap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEASURED = "measured"
WITHHELD = "withheld"
ELSEWHERE = "counted elsewhere"
NOT_MEASURED = "not measured"

#: What notes say of an interval: "95% CI 0.128-0.138" or "95% interval 76.15 to 79.51".
INTERVAL = re.compile(r"95% (?:CI|interval) (\d+(?:\.\d+)?)(?: to |-)(\d+(?:\.\d+)?)")
#: What notes say of the source's own name for a group.
SOURCE_LABEL = re.compile(r"Source label: ([^.;]+)")

PACIFIC = "Native Hawaiian/Pacific Islander"


class GroupError(ValueError):
    """Observations name groups that the breakdown does not know."""


def interval(note: str, value: float) -> tuple[float, float] | None:
    """The 95% interval that a note states, or None.

    Raises:
        ValueError: the bounds cross, or the value lies outside them.
    """
    found = INTERVAL.search(note)
    if not found:
        return None
    low, high = float(found[1]), float(found[2])
    if low > high or not low <= value <= high:
        raise ValueError(f"interval {low} to {high} does not hold its value {value}")
    return low, high


def source_label(note: str) -> str:
    """The source's own name of the group, or an empty text."""
    found = SOURCE_LABEL.search(note)
    return found[1].strip() if found else ""


def overlap(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """True where both intervals are held and share a value: the gap may be chance."""
    if one is None or other is None:
        return False
    return max(one[0], other[0]) <= min(one[1], other[1])


def one_a_cell(rows: pd.DataFrame, published: Mapping[str, str]) -> pd.DataFrame:
    """`rows` with one source a group: the one published last (then by name), others left out.

    `rows` are of one indicator, place, period and dimension; `published` is source_id -> ISO date.
    """
    dated = rows.assign(_published=[published.get(source, "") for source in rows["source_id"]])
    ordered = dated.sort_values(["_published", "source_id"], ascending=[False, True])
    return ordered.drop_duplicates("group").drop(columns="_published").sort_index()


def beside(
    rows: pd.DataFrame, groups: Sequence[str], reference: str, earlier: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row a group of `groups`, in that order, with its gap to `reference`.

    Args:
        rows: one observation a group (`group`, `value`, `numerator`, `denominator`, `note`,
            `source_id`, and `withheld` where small numbers are protected).
        groups: every group of the breakdown.
        reference: the group that others are compared with; empty for none.
        earlier: the observations of an earlier period.

    Returns:
        `group`, `state` (measured, withheld, counted elsewhere, not measured), `value`, `low`,
        `high`, `people` (the group's base), `events` (the numerator),
        `named` (the source's label), `difference`,
        `ratio`, `unsure` (intervals overlap the reference's), `earlier`, `source_id`, `note`.

    Raises:
        GroupError: `rows` name a group that `groups` lacks, or one group twice.
    """
    strange = sorted({*rows["group"]} - {*groups})
    if strange or rows["group"].duplicated().any():
        raise GroupError(f"groups unknown or repeated: {strange or sorted(rows['group'])}")
    held = rows.set_index("group")
    before = {} if earlier is None else dict(zip(earlier["group"], earlier["value"], strict=True))
    asian = source_label(str(held["note"].get("Asian", "")))
    records = [
        _record(group, held, merged=group == PACIFIC and "Pacific Islander" in asian)
        for group in groups
    ]
    table = pd.DataFrame(records)
    table["earlier"] = [float(before.get(group, float("nan"))) for group in table["group"]]
    return _compared(table, reference)


def _record(group: str, held: pd.DataFrame, *, merged: bool) -> dict[str, object]:
    """What is held of one group."""
    nothing = dict.fromkeys(("value", "low", "high", "people", "events"))
    if group not in held.index:
        state = ELSEWHERE if merged else NOT_MEASURED
        return {"group": group, "state": state, "named": "", **nothing, "source_id": ""}
    row = held.loc[group]
    note = str(row["note"])
    both = {
        "group": group,
        "named": source_label(note),
        "source_id": row["source_id"],
        "note": row["note"],
    }
    if bool(row.get("withheld", False)):
        return {**both, "state": WITHHELD, **nothing}
    value = float(str(row["value"]))
    low, high = interval(note, value) or (None, None)
    counted = {"people": row["denominator"], "events": row["numerator"]}
    return {**both, "state": MEASURED, "value": value, "low": low, "high": high, **counted}


def _compared(table: pd.DataFrame, reference: str) -> pd.DataFrame:
    """`table` with `difference`, `ratio` and `unsure` against the reference group."""
    table = table.assign(
        value=pd.to_numeric(table["value"]),
        low=pd.to_numeric(table["low"]),
        high=pd.to_numeric(table["high"]),
        note=table["note"].astype(object).fillna("") if "note" in table else "",
    )
    base = table[table["group"].eq(reference) & table["state"].eq(MEASURED)]
    others = table["group"].ne(reference)
    if base.empty:
        return table.assign(
            is_reference=False, difference=float("nan"), ratio=float("nan"), unsure=False
        )
    chosen = base.iloc[0]
    difference = (table["value"] - chosen["value"]).where(others)
    ratio = (table["value"] / chosen["value"]).where(others) if chosen["value"] else float("nan")
    return table.assign(
        is_reference=~others,
        difference=difference,
        ratio=ratio,
        unsure=[
            other and overlap(_bounds(row), _bounds(chosen))
            for other, (_i, row) in zip(others, table.iterrows(), strict=True)
        ],
    )


def _bounds(row: pd.Series) -> tuple[float, float] | None:
    return None if pd.isna(row["low"]) else (float(row["low"]), float(row["high"]))


def widest(table: pd.DataFrame) -> tuple[pd.Series, pd.Series] | None:
    """The measured groups with the highest and the lowest value, or None for fewer than two."""
    held = table[table["state"].eq(MEASURED)].sort_values("value", kind="stable")
    if len(held) < 2:
        return None
    return held.iloc[-1], held.iloc[0]


def gap(high: float, low: float) -> tuple[float, float | None]:
    """The difference of two values, and their ratio unless the lower one is zero."""
    return high - low, (high / low if low else None)
