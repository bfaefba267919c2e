"""How much evidence is held for a subject: indicators, periods and the newest value."""

from __future__ import annotations

import pandas as pd

STRONG = "strong"
THIN = "thin"
ABSENT = "absent"

#: Strong evidence: this many indicators for California, one of them at two dates or more.
STRONG_INDICATORS = 3


def held_for(indicator_ids: list[str], observations: pd.DataFrame) -> pd.DataFrame:
    """One row an indicator with its California total: `periods`, newest `value` and `period_end`.

    Args:
        indicator_ids: the indicators tied to the subject.
        observations: all observations.

    Indicators without a California total are left out, newest first otherwise.
    """
    held = observations[
        observations["indicator_id"].isin(indicator_ids)
        & observations["geo_id"].eq("CA")
        & observations["dimension"].eq("total")
    ].sort_values("period_end")
    if held.empty:
        return pd.DataFrame(
            columns=["indicator_id", "periods", "value", "unit", "period_end", "source_id"]
        )
    grouped = held.groupby("indicator_id", as_index=False)
    table = grouped.agg(
        periods=("period_end", "nunique"),
        value=("value", "last"),
        unit=("unit", "last"),
        period_end=("period_end", "last"),
        source_id=("source_id", "last"),
    )
    return table.sort_values(["period_end", "indicator_id"], ascending=[False, True])


def strength(indicator_ids: list[str], held: pd.DataFrame) -> str:
    """Strong, thin or absent evidence, from the indicators tied and those `held_for` them."""
    if not indicator_ids:
        return ABSENT
    repeated = bool(held["periods"].gt(1).any()) if len(held) else False
    return STRONG if len(held) >= STRONG_INDICATORS and repeated else THIN
