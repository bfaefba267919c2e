"""Which events a trend has room for: eight at most, each with its name over the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive import vocabulary

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

#: More rules than this would bury the line.
MOST = 8

#: What a name takes of the axis at most (the chart cuts it there), and from where on it stands at
#: the left of its rule.
NAME = 0.21
LATE = 0.72

#: The list of kinds that says which come first where there is no room for all.
KINDS = "landmark_category"


def foremost(store: Store, laid: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """The events that are drawn, in order, numbered anew, each name in a row of its own if needed.

    Events on one of the paths of the Milestones page come first, then the kinds in their order,
    state before federal, exact dates before years.

    `laid` are all events from the year `first` to `last`, in order, as `overlay.within` gives them.

    Returns:
        `laid` for at most `MOST` of them, with `lane` and `is_late` for their names.
    """
    paths = set(store.table("milestone_chains")["milestone_id"])
    places = {kind: at for at, kind in enumerate(vocabulary.words(store, KINDS))}
    rank = laid.assign(
        off_path=~laid["milestone_id"].isin(paths),
        kind_rank=laid["category"].map(places).fillna(len(places)),
        is_federal=laid["level"] != "state",
        is_vague=~laid["is_day"],
    ).sort_values(["off_path", "kind_rank", "is_federal", "is_vague"], kind="stable")
    shown = laid.loc[sorted(rank.index[:MOST])].reset_index(drop=True)
    wide = last - first + 1
    starts = (shown["middle"] - (first - 0.5)) / wide
    late = list(starts > LATE)
    return shown.assign(
        number=[str(at + 1) for at in range(len(shown))],
        is_late=late,
        lane=_lanes(
            [
                (at - NAME, at) if end else (at, at + NAME)
                for at, end in zip(starts, late, strict=True)
            ]
        ),
    )


def _lanes(spans: list[tuple[float, float]]) -> list[int]:
    """For each span the lowest lane in which it meets none of the spans before it."""
    lanes: list[list[tuple[float, float]]] = []
    found = []
    for begin, end in spans:
        free = (
            at
            for at, held in enumerate(lanes)
            if all(end <= other or begin >= done for other, done in held)
        )
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((begin, end))
        found.append(lane)
    return found
