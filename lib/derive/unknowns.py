"""What is not known of a topic, and who might know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.derive.measures import Tables


def of(tables: Tables, topics: Sequence[str]) -> list[tuple[str, str]]:
    """What, and who might know, of these topics: the first topic's first, without full stops."""
    table = tables.table("unknowns")
    rows = table[table["topic"].isin(list(topics))]
    ranked = rows.assign(rank=rows["topic"].map(list(topics).index))
    return [
        (str(row.what_is_not_known).rstrip("."), str(row.who_might_hold_it).rstrip("."))
        for row in ranked.sort_values("rank", kind="stable").itertuples()
    ]
