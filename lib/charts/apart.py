"""Where labels stand that would lie over each other at their own heights."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence


def apart(values: Sequence[float], gap: float, *, low: float, high: float) -> list[float]:
    """Heights for labels of `values`, in their order, no two nearer than `gap`.

    Each stands as near to its value as the others let it; labels that would overlap are spread
    around their common middle. `gap` is the least distance between two of them. No label stands
    lower than `low`, nor higher than `high` where all of them fit.
    """
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    # Each cluster: its members in order, and the height of the lowest.
    clusters: list[tuple[list[int], float]] = []
    for place in order:
        members, base = [place], _within(values[place], 1, gap, low, high)
        while clusters and clusters[-1][1] + len(clusters[-1][0]) * gap > base:
            members = clusters.pop()[0] + members
            wanted = [values[m] - i * gap for i, m in enumerate(members)]
            base = _within(sum(wanted) / len(wanted), len(members), gap, low, high)
        clusters.append((members, base))
    found = [0.0] * len(values)
    for members, base in clusters:
        for i, member in enumerate(members):
            found[member] = base + i * gap
    return found


def _within(base: float, count: int, gap: float, low: float, high: float) -> float:
    """The lowest of `count` labels moved so that all of them lie between `low` and `high`."""
    return max(low, min(base, high - (count - 1) * gap))


#: Between two points nearer than this, in pixels at the height of a desk, a label under the upper
#: and one over the lower would lie over each other where a slide presses the plot.
CLEAR = 72

#: A line that falls to a point by fewer pixels than this still leaves a label over it free.
MILD = 24

#: A line that climbs more pixels than this from one point to the next runs through a label over it.
CLIMB = 14

#: On a phone a name reaches over this part of the years, and a line that rises more than so many
#: pixels under it would strike it through; under a point a name needs so many pixels.
REACH, RISE, ROOM = 0.75, 12, 46


def label_sides(rows: pd.DataFrame, *, top: float, height: float) -> list[str]:
    """The side of each point, above or below, on which its label is not struck by its own line.

    Below where the line climbs from the point, or comes down to it, steeper than a label is away.
    Two labels of one year never share the room between two lines that are near each other.

    `rows` have `segment`, `year` and `value`, as a trend needs them; `height` is that of the plot.
    """
    per_pixel = top / height
    ordered = rows.sort_values("year")
    grouped = ordered.groupby("segment")["value"]
    climbs = pd.concat([grouped.shift(-1), grouped.shift(1)], axis=1).max(axis=1)
    steep = (climbs - ordered["value"]).gt(CLIMB * per_pixel).reindex(rows.index)
    sides = pd.Series(["below" if is_steep else "above" for is_steep in steep], index=rows.index)
    for __, held in rows.assign(at=range(len(rows))).groupby("year"):
        places = held.sort_values("value")["at"].tolist()
        for under, over in pairwise(places):
            near = rows["value"].iloc[over] - rows["value"].iloc[under] < CLEAR * per_pixel
            if near and sides.iloc[over] == "below" and sides.iloc[under] == "above":
                _turn(sides, climbs.reindex(rows.index) - rows["value"], over, under, per_pixel)
    return sides.tolist()


def _turn(sides: pd.Series, climbs: pd.Series, over: int, under: int, per_pixel: float) -> None:
    """Turn labels between two near points to the outer side, both where the lines let them."""
    sides.iloc[under] = "below"
    if climbs.iloc[over] < MILD * per_pixel:
        sides.iloc[over] = "above"


def name_sides(
    rows: pd.DataFrame, *, top: float, height: float, year: int | None = None
) -> list[str]:
    """The side of a point, above or below, on which a phone names each row's series.

    Below where the line rises into the place of a name above and there is room below.

    `rows` have `series`, `segment`, `year` and `value`, as a trend needs them; `height` is that of
    the plot, `year` that of the point: the first of each series where None.
    """
    per_pixel = top / height
    span = rows["year"].max() - rows["year"].min()
    held = rows if year is None else rows[rows["year"].ge(year)]
    firsts = held.sort_values("year").groupby("series", sort=False).first()
    sides: dict[object, str] = {}
    for name, first in firsts.iterrows():
        series = str(name)
        own = rows[rows["series"].eq(series) & rows["segment"].eq(first["segment"])]
        line = own.sort_values("year")
        reached = np.linspace(first["year"], first["year"] + REACH * span, 9)
        rise = np.interp(reached, line["year"], line["value"]).max() - first["value"]
        near = rows["year"].sub(first["year"]).abs().le(REACH * span) & rows["series"].ne(series)
        under = rows.loc[near & rows["value"].lt(first["value"]), "value"]
        room = first["value"] - (under.max() if len(under) else 0.0)
        below = rise > RISE * per_pixel and room > ROOM * per_pixel
        sides[series] = "below" if below else "above"
    return [sides[series] for series in rows["series"]]
