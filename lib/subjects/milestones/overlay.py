"""Lays milestones over any trend: drawn behind its lines, numbered, and as words."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import timing, vocabulary
from lib.i18n import _
from lib.subjects.milestones import landmarks, words_overlay as overlay
from lib.subjects.milestones.events import cited
from lib.subjects.shared.assemble import aloud
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

#: The parameter that any trend takes beside its own.
PARAMETER = "milestones"

#: A yearly value covers its whole year, so the tick of a year marks the year's middle.
MIDDLE = 0.5
#: Length of a date known to the day.
DAY = 10

#: The least distance of two numbers of one row, as a part of the axis: room on a phone.
GAP = 0.085


def fits(figure: Figure) -> bool:
    """True when milestones can be laid over the figure: it is a trend over years."""
    return charts.years_of(figure.chart) is not None


def years(figure: Figure) -> tuple[int, int]:
    """The first and last year of a trend.

    Raises:
        ValueError: the figure is no trend.
    """
    span = charts.years_of(figure.chart)
    if span is None:
        raise ValueError(f"figure {figure.figure_id!r} is no trend: it takes no {PARAMETER}")
    return span


@lru_cache(maxsize=256)
def laid_over(store: Store, figure: Figure) -> pd.DataFrame:
    """All milestones of the kind and the years, also those that the chart has no room for."""
    return within(store, figure.params.get(PARAMETER, overlay.NONE), *years(figure))


@lru_cache(maxsize=256)
def drawn_over(store: Store, figure: Figure) -> pd.DataFrame:
    """The milestones that are drawn over the figure, as `landmarks.foremost` gives them."""
    return landmarks.foremost(store, laid_over(store, figure), *years(figure))


@lru_cache(maxsize=8)
def kinds(store: Store) -> tuple[str, ...]:
    """The choices of the parameter, the default first."""
    held = set(store.table("milestones")["category"])
    return tuple(k for k in overlay.choices(store) if k in held or k in (overlay.NONE, overlay.ALL))


def within(store: Store, kind: str, first: int, last: int) -> pd.DataFrame:
    """The milestones of a kind in these years, in order, one row each.

    Adds `start` and `end` on the axis of years, `number`, `lane`, `when` (the date in words)
    and `words` (the whole milestone as one line).
    """
    table = store.table("milestones")
    kinds = vocabulary.labels(store, "milestone_category")
    levels = vocabulary.labels(store, "milestone_level")
    if kind != overlay.ALL:
        table = table[table["category"] == kind]
    spans = [timing.span(date) for date in table["date"]]
    table = table.assign(
        start=[span.begin - MIDDLE for span in spans],
        end=[span.end - MIDDLE for span in spans],
        is_day=table["date"].str.len() == DAY,
    )
    table = table[(table["end"] > first - MIDDLE) & (table["start"] < last + MIDDLE)]
    table = table.assign(middle=(table["start"] + table["end"]) / 2)
    table = table.sort_values(["middle", "end", "milestone_id"]).reset_index(drop=True)
    return table.assign(
        number=[str(i + 1) for i in range(len(table))],
        lane=_lanes(list(table["middle"]), (last - first + 1) * GAP),
        when=[numbers.date(date) for date in table["date"]],
        words=[
            overlay.line(
                numbers.date(str(row.date)),
                str(row.title),
                kinds[str(row.category)],
                levels[str(row.level)],
            )
            for row in table.itertuples()
        ],
    )


def _lanes(positions: list[float], gap: float) -> list[int]:
    """The lowest lane in which each position, ascending, is `gap` away from the one before."""
    last: list[float] = []
    found: list[int] = []
    for position in positions:
        lane = next((i for i, held in enumerate(last) if position - held >= gap), len(last))
        last[lane : lane + 1] = [position]
        found.append(lane)
    return found


def with_milestones(store: Store, figure: Figure, kind: str) -> Figure:
    """`figure` with the milestones of `kind` behind its lines, in its words and its sources.

    Raises:
        ValueError: the figure is no trend, or there is no such kind.
    """
    first, last = years(figure)
    if kind not in kinds(store):
        raise ValueError(f"{PARAMETER}={kind!r} is not one of {', '.join(kinds(store))}")
    if kind == overlay.NONE:
        return figure
    laid = within(store, kind, first, last)
    shown = landmarks.foremost(store, laid, first, last)
    fields = ["start", "end", "is_day", "is_late", "lane", "number", "when", "title", "summary"]
    chart = charts.with_milestones(
        figure.chart or {},
        [{str(k): v for k, v in row.items()} for row in shown[fields].to_dict(orient="records")],
        tooltip=(("when", _("Date")), ("title", _("Milestone")), ("summary", _("What it did"))),
    )
    known = {source.source_id for source in figure.sources}
    more = [store.source(i) for i in cited(store, laid) if i not in known]
    seen = (
        overlay.seen(len(shown), len(laid), first, last)
        if len(laid)
        else overlay.nothing(first, last)
    )
    listed = [aloud(overlay.aloud(list(shown["words"])))] if len(laid) else []
    spoken = [figure.alt, seen, *listed]
    return replace(
        figure,
        chart=chart,
        alt=" ".join([*spoken, overlay.not_cause()]),
        caveats=(*figure.caveats, overlay.not_cause()),
        sources=(*figure.sources, *more),
        params={**figure.params, PARAMETER: kind},
    )
