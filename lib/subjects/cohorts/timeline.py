"""Every initiative as a bar at its dates, with milestones as numbered lines over them."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.charts.gantt import LANE
from lib.derive import timing, vocabulary
from lib.i18n import _
from lib.model import CohortKind, CohortOverlay, Column
from lib.subjects.cohorts import words
from lib.subjects.cohorts.efforts import (
    COLORS,
    KINDS,
    described,
    newest_source,
    overlays,
    what_is_listed,
)
from lib.subjects.milestones import words as milestones
from lib.subjects.milestones.events import CHAINS, chain_steps, cited, landmarks, placed
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store

#: Decimal years that a number over a line takes, room included.
NUMBER = 0.9
#: Decimal years that a letter of a line's name takes at the width where names are written.
LETTER = 0.24


def bar_tips() -> tuple[tuple[str, str], ...]:
    """What a touched bar says."""
    return (
        ("name", _("Initiative")),
        ("kind_words", _("Kind")),
        ("when", _("When")),
        ("size", _("Who took part")),
        ("convener_words", _("Convener")),
        ("funder_words", _("Funder")),
        ("contribution", _("What it says it added")),
    )


def line_tips() -> tuple[tuple[str, str], ...]:
    """What a touched milestone says."""
    return (
        ("name", _("Milestone")),
        ("when", _("Date")),
        ("kind_words", _("Kind")),
        ("contribution", _("Summary")),
    )


def _bars(
    rows: pd.DataFrame, names: Mapping[str, str], lanes: int
) -> tuple[pd.DataFrame, tuple[int, int]]:
    """The initiatives as rows of the timeline, headed by kind (`names`), and the two heights."""
    first = (rows["kind"] != rows["kind"].shift()).tolist()
    counts, apart = rows["kind"].value_counts(), words.regional(rows)["kind"].value_counts()
    headings = [
        words.kind_heading(names[kind], int(counts[kind]), int(apart.get(kind, 0)))
        if is_first
        else ""
        for kind, is_first in zip(rows["kind"], first, strict=True)
    ]
    places, tall, narrow = charts.rows_at(first, lanes)
    bars = rows.assign(part="bar", heading=headings, number="", precise="", called="", **places)
    return bars, (tall, narrow)


def _laid_over(store: Store, overlay: str) -> pd.DataFrame:
    """The milestones of a path or of a kind, placed in time; none for "none"."""
    if overlay == words.NONE:
        return placed(store, store.table("milestones")).head(0)
    if overlay not in vocabulary.words(store, CHAINS):
        table = store.table("milestones")
        return placed(store, table[table["category"] == overlay])
    return chain_steps(store, overlay).sort_values("begin", kind="stable", ignore_index=True)


def _lines(rows: pd.DataFrame, named: set[str]) -> tuple[pd.DataFrame, int]:
    """The milestones as numbered lines with their label's lane, and the number of lanes.

    Args:
        rows: the milestones in the order of their dates.
        named: ids of those whose name is written on a wide screen.
    """
    names = [title.split(" (")[0] + _ending(title) for title in rows["title"]]
    called = [
        name if each in named else ""
        for name, each in zip(names, rows["milestone_id"], strict=True)
    ]
    # The first one's name is written to the left of its line, where no other line is.
    lengths = [NUMBER + len(name) * LETTER * (at > 0) for at, name in enumerate(called)]
    lanes = timing.lanes(list(zip(rows["begin"], lengths, strict=True)))
    middles = [lane * LANE + LANE / 2 for lane in lanes]
    lines = pd.DataFrame(
        {
            "part": "line",
            "name": names,
            "title": rows["title"],
            "kind_words": rows["category_words"],
            "when": rows["when"],
            "contribution": rows["summary"],
            "begin": rows["begin"],
            "end": rows["end"],
            "precise": rows["precise"],
            "number": [str(n + 1) for n in range(len(rows))],
            "called": called,
            "y": middles,
            "narrow_y": middles,
            "source_id": rows["source_id"],
            "source": rows["source"],
        }
    )
    return lines, max(lanes, default=-1) + 1


def _ending(title: str) -> str:
    """What follows the bracket in a title, such as " signed"."""
    return title.rpartition(")")[2] if "(" in title else ""


def _together(bars: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """The bars, then the lines, which have no words of an initiative."""
    rows = pd.concat([bars, lines], ignore_index=True)
    blank = ("beside", "heading", "size", "funder_words", "convener_words")
    return rows.assign(
        what=rows["part"].map({"bar": _("Initiative"), "line": _("Milestone shown")}),
        **{name: rows[name].fillna("") for name in blank},
    )


@figure
def cohort_timeline(
    store: Store,
    cohort_overlay: CohortOverlay = "",
    cohort_kind: CohortKind = words.ALL,
) -> Draft:
    """Every effort as a bar at its dates, with milestones laid over; or one kind, for a room."""
    efforts = described(store)
    cohort_overlay = cohort_overlay or overlays(store)[0]
    if cohort_kind != words.ALL:
        efforts = efforts[efforts["kind"] == cohort_kind].reset_index(drop=True)
    first, last = int(efforts["low"].min()), int(efforts["high"].max()) + 1
    over = _laid_over(store, cohort_overlay)
    before, drawn = over[over["begin"] < first], over[over["begin"] >= first]
    lines, lanes = _lines(drawn, landmarks(store))
    names = vocabulary.headings(store, KINDS)
    bars, heights = _bars(efforts, names, lanes)
    rows = _together(bars, lines)
    funder, funded = _most_frequent_funder(efforts)
    begun = int(efforts["begin"].min())
    return Draft(
        headline=words.funder_headline(funded, len(efforts), begun),
        subtitle=_drawn_words(names.get(cohort_kind, "")).format(
            funder=funder, over=_over_words(over, before), caution=milestones.not_cause()
        ),
        summary=_("Initiatives: {efforts}. {lines}")
        .format(
            efforts="; ".join(f"{r.name}, {r.beside}" for r in efforts.itertuples()),
            lines=_line_words(lines),
        )
        .strip(),
        drawing=_("Timeline with one bar for each initiative, ordered by type and start."),
        rows=rows,
        columns=(
            Column("what", _("What it is")),
            Column("name", _("Name")),
            Column("kind_words", _("Kind")),
            Column("when", _("When")),
            Column("size", _("Who took part")),
            Column("convener_words", _("Convener")),
            Column("funder_words", _("Funder")),
            Column("contribution", _("What it added or did")),
        ),
        period=numbers.period(str(begun), str(int(efforts["end"].max()))),
        as_of=numbers.date(newest_source(store, efforts)),
        source_ids=list(dict.fromkeys([*rows["source_id"], *cited(store, drawn)])),
        caveats=(words.plain_attribution(), what_is_listed()),
        definition=_(
            "An initiative is a learning community, a payer-provider partnership, a "
            "technical assistance program or a grant program named in a source."
        ),
        chart=charts.gantt(
            dict(zip(vocabulary.words(store, KINDS), cycle(COLORS), strict=False)),
            years=(first, last),
            heights=heights,
            tooltip=bar_tips(),
            line_tooltip=line_tips(),
            precisions=tuple(lines["precise"].unique()),
        ),
        height=heights[0],
        params={"cohort_overlay": cohort_overlay, "cohort_kind": cohort_kind},
    )


def _drawn_words(kind: str) -> str:
    """What the bars are: initiatives of a kind, in words, or of all.

    The funder, the lines laid over and the caution are filled in.
    """
    if not kind:
        return _(
            "The foundation is the {funder}. Bars show learning communities, payer-provider partnerships, "
            "technical assistance and grant programs. A dashed end means that the source gives "
            "no start or end date. {over} {caution}"
        )
    return _(
        "The foundation is the {funder}. Bars at their dates, of one kind only: {kind}. A dashed end means "
        "that the source gives no start or end date. {over} {caution}"
    ).replace("{kind}", kind)


def _over_words(over: pd.DataFrame, before: pd.DataFrame) -> str:
    """What the plum lines are, and which milestones lie before the first year drawn."""
    if over.empty:
        return _("No milestones are shown on the timeline.")
    if before.empty:
        return _("Numbered lines are milestones, shaded where only the year is known.")
    named = numbers.listing(
        [_("{title} ({when})").format(title=r.title, when=r.when) for r in before.itertuples()]
    )
    return _(
        "Numbered lines are milestones, shaded where only the year is known. Before the first "
        "year drawn: {named}."
    ).format(named=named)


def _line_words(lines: pd.DataFrame) -> str:
    """The milestones laid over, in order."""
    if lines.empty:
        return ""
    listed = "; ".join(f"{r.number} {r.title}, {r.when}" for r in lines.itertuples())
    return _("Milestones shown: {listed}.").format(listed=listed)


def _most_frequent_funder(efforts: pd.DataFrame) -> tuple[str, int]:
    """The funder of most efforts, and of how many."""
    counts = efforts[efforts["funder"] != ""]["funder"].value_counts()
    return str(counts.index[0]), int(counts.iloc[0])
