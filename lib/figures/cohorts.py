"""Who learned together, when, paid by whom, and what the record says of it."""

from __future__ import annotations

from functools import lru_cache
from itertools import cycle
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.charts.timeline import HEADING, LANE, ROW
from lib.derive import timing, vocabulary
from lib.figures.assemble import make
from lib.figures.milestones import CHAINS, chain_steps, cited, placed
from lib.i18n import _
from lib.model import CohortKind, CohortOverlay, Column
from lib.wording import cohorts as words
from lib.wording import milestones, numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Figure
    from lib.store import Store

__all__ = ["cohort_ledger", "cohort_timeline"]

#: The colors of the kinds of efforts, in the order of their list; more go round again.
COLORS = ("@teal", "@ochre", "@earlier_mark", "@light_teal")

#: The list of kinds.
KINDS = "cohort_kind"

#: Decimal years that a tail runs on where a start or an end is not stated.
OPEN = 1.5
#: Decimal years that a character of a line's label takes at the width where labels appear.
LETTER = 0.24
#: Decimal years of room between the labels of two lines.
ROOM = 1.0

BAR_TIPS = (
    ("name", _("Effort")),
    ("kind_words", _("Kind")),
    ("when", _("When")),
    ("size", _("Who took part")),
    ("convener_words", _("Convener")),
    ("funder_words", _("Funder")),
    ("contribution", _("What it added, by its own account")),
)
LINE_TIPS = (
    ("name", _("Milestone")),
    ("when", _("Date")),
    ("kind_words", _("Kind")),
    ("contribution", _("In short")),
)


def overlays(store: Store) -> tuple[str, ...]:
    """What may be laid over the timeline, the first path first."""
    return tuple(words.overlay_names(store))


@lru_cache(maxsize=8)
def kinds_in_time(store: Store) -> tuple[str, ...]:
    """The kinds of efforts that a timeline of their own can tell of: dated, and paid for."""
    table = store.table("cohorts")
    dated = table[(table["start"].ne("") | table["end"].ne("")) & table["funder"].ne("")]
    return tuple(k for k in vocabulary.words(store, KINDS) if k in set(dated["kind"]))


def _or_not_stated(text: str) -> str:
    return text or _("not stated")


def described(store: Store) -> pd.DataFrame:
    """All efforts with their words, by kind and then by start; those without dates come last.

    Adds `kind_words`, `when`, `size`, `beside`, `convener_words`, `funder_words`,
    `payer_words`, `source`, `begin`, `end`, `low` and `high` (decimal years, missing where
    no date is stated; `low` and `high` are widened where one of the two is not stated).
    """
    table = store.table("cohorts")
    spans = [
        timing.run(start, end) for start, end in zip(table["start"], table["end"], strict=True)
    ]
    counted = zip(table["participant_count"], table["participant_type"], strict=True)
    sizes = [(words.size(n, kind), words.short_size(n, kind)) for n, kind in counted]
    dates = [words.when(s, e) for s, e in zip(table["start"], table["end"], strict=True)]
    rows = table.assign(
        kind_words=table["kind"].map(vocabulary.labels(store, KINDS)),
        when=dates,
        size=[long for long, short in sizes],
        beside=[
            _("{when}; {size}").format(when=when, size=short)
            for when, (long, short) in zip(dates, sizes, strict=True)
        ],
        convener_words=table["convener"].map(_or_not_stated),
        funder_words=table["funder"].map(_or_not_stated),
        payer_words=table["payer_focus"].map(_or_not_stated),
        source=[store.source(source_id).title for source_id in table["source_id"]],
        begin=[span.begin if span else float("nan") for span in spans],
        end=[span.end if span else float("nan") for span in spans],
        rank=table["kind"].map({k: i for i, k in enumerate(vocabulary.words(store, KINDS))}),
    )
    rows = rows.assign(
        low=rows["begin"] - OPEN * table["start"].eq(""),
        high=rows["end"] + OPEN * table["end"].eq(""),
    )
    return rows.sort_values(["rank", "begin", "end"], na_position="last", ignore_index=True)


def _bars(rows: pd.DataFrame, names: Mapping[str, str], top: int) -> pd.DataFrame:
    """The efforts as rows of the timeline, from `top` pixels down, headed by kind (`names`)."""
    first = rows["kind"] != rows["kind"].shift()
    counts = rows["kind"].value_counts()
    headings = [
        words.kind_heading(names[kind], int(counts[kind])) if is_first else ""
        for kind, is_first in zip(rows["kind"], first, strict=True)
    ]
    steps = [ROW + (HEADING if is_first else 0) for is_first in first]
    middles = pd.Series(steps).cumsum() + top - 10
    return rows.assign(part="bar", heading=headings, y=middles, number="", precise="")


def _laid_over(store: Store, overlay: str) -> pd.DataFrame:
    """The milestones of a path or of a kind, placed in time; none for "none"."""
    if overlay == words.NONE:
        return placed(store, store.table("milestones")).head(0)
    if overlay not in vocabulary.words(store, CHAINS):
        table = store.table("milestones")
        return placed(store, table[table["category"] == overlay])
    return chain_steps(store, overlay).sort_values("begin", kind="stable", ignore_index=True)


def _lines(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The milestones as numbered lines with their label's lane, and the number of lanes."""
    names = [title.split(" (")[0] + _ending(title) for title in rows["title"]]
    lengths = [len(name) * LETTER + ROOM for name in names]
    lanes = timing.lanes(list(zip(rows["begin"], lengths, strict=True)))
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
            "y": [lane * LANE + LANE / 2 for lane in lanes],
            "source_id": rows["source_id"],
            "source": rows["source"],
        }
    )
    return lines, max(lanes, default=-1) + 1


def _ending(title: str) -> str:
    """What follows the bracket in a title, such as " signed"."""
    return title.rpartition(")")[2] if "(" in title else ""


def cohort_timeline(
    store: Store,
    cohort_overlay: CohortOverlay = "",
    cohort_kind: CohortKind = words.ALL,
) -> Figure:
    """Every effort as a bar at its dates, with milestones laid over; or one kind, for a room."""
    efforts = described(store)
    cohort_overlay = cohort_overlay or overlays(store)[0]
    if cohort_kind != words.ALL:
        efforts = efforts[efforts["kind"] == cohort_kind].reset_index(drop=True)
    first, last = int(efforts["low"].min()), int(efforts["high"].max()) + 1
    over = _laid_over(store, cohort_overlay)
    before, drawn = over[over["begin"] < first], over[over["begin"] >= first]
    lines, lanes = _lines(drawn)
    bars = _bars(efforts, vocabulary.headings(store, KINDS), lanes * LANE + 12)
    height = int(bars["y"].max()) + 24
    rows = pd.concat([bars, lines], ignore_index=True)
    rows = rows.assign(
        what=rows["part"].map({"bar": _("Effort"), "line": _("Milestone laid over")}),
        **{
            name: rows[name].fillna("")
            for name in ("beside", "heading", "size", "funder_words", "convener_words")
        },
    )
    funder, funded = _most_frequent_funder(efforts)
    begun = int(efforts["begin"].min())
    return make(
        store,
        "cohort_timeline",
        headline=words.funder_headline(funded, len(efforts), begun),
        subtitle=_drawn_words(vocabulary.headings(store, KINDS).get(cohort_kind, "")).format(
            funder=funder, over=_over_words(over, before), caution=milestones.not_cause()
        ),
        summary=_("Efforts: {efforts}. {lines}")
        .format(
            efforts="; ".join(f"{r.name}, {r.beside}" for r in efforts.itertuples()),
            lines=_line_words(lines),
        )
        .strip(),
        drawing=_("Timeline with one bar an effort, by kind and start."),
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
        caveats=(words.plain_attribution(), milestones.not_cause(), _what_is_listed()),
        definition=_(
            "An effort is a learning community, a payer-provider partnership, a program of "
            "technical assistance or a grant program that a source names."
        ),
        chart=charts.timeline(
            dict(zip(vocabulary.words(store, KINDS), cycle(COLORS), strict=False)),
            years=(first, last),
            height=height,
            tooltip=BAR_TIPS,
            line_tooltip=LINE_TIPS,
            precisions=tuple(lines["precise"].unique()),
        ),
        height=height,
        params={"cohort_overlay": cohort_overlay, "cohort_kind": cohort_kind},
    )


def _drawn_words(kind: str) -> str:
    """What the bars are: efforts of a kind, in words, or of all.

    The funder, the lines laid over and the caution are filled in.
    """
    if not kind:
        return _(
            "{funder} is that foundation. Learning communities, payer-provider partnerships, "
            "technical assistance and grant programs; a dashed end means that the source states "
            "no start or no end. {over} {caution}"
        )
    return _(
        "{funder} is that foundation. {kind} only, at their dates; a dashed end "
        "means that the source states no start or no end. {over} {caution}"
    ).replace("{kind}", kind)


def _over_words(over: pd.DataFrame, before: pd.DataFrame) -> str:
    """What the plum lines are, and which milestones lie before the first year drawn."""
    if over.empty:
        return _("No milestone is laid over.")
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
    return _("Laid over: {listed}.").format(listed=listed)


def _most_frequent_funder(efforts: pd.DataFrame) -> tuple[str, int]:
    """The funder of most efforts, and of how many."""
    counts = efforts[efforts["funder"] != ""]["funder"].value_counts()
    return str(counts.index[0]), int(counts.iloc[0])


def newest_source(store: Store, efforts: pd.DataFrame) -> str:
    """The date of the newest source."""
    return max(store.source(source_id).published for source_id in efforts["source_id"])


def _what_is_listed() -> str:
    return _(
        "The record holds efforts that a source read for this edition names; others may have "
        "existed."
    )


def cohort_ledger(store: Store) -> Figure:
    """Everything the record says of every effort, one row an effort."""
    rows = described(store)
    named = store.table("cohort_members")["cohort_id"].value_counts()
    rows = rows.assign(members=[int(named.get(each, 0)) for each in rows["cohort_id"]])
    return make(
        store,
        "cohort_ledger",
        headline=_("The ledger: all {n} efforts").format(n=numbers.count(len(rows))),
        subtitle=_(
            "Dates, size, convener, funder, setting, payers, place, what each added by its own "
            "account, and where that stands."
        ),
        summary="; ".join(f"{r.name}, {r.when}, {r.size}" for r in rows.itertuples()) + ".",
        drawing=_("Table with one row an effort."),
        rows=rows,
        columns=(
            Column("name", _("Name")),
            Column("kind_words", _("Kind")),
            Column("when", _("When")),
            Column("size", _("Who took part")),
            Column("members", _("Organizations named"), "count"),
            Column("convener_words", _("Convener")),
            Column("funder_words", _("Funder")),
            Column("care_setting", _("Care setting")),
            Column("payer_words", _("Payers in view")),
            Column("geography", _("Where")),
            Column("contribution", _("What it added, by its own account")),
            Column("source", _("Source")),
            Column("locator", _("Where in it")),
        ),
        period=_("{first} to {last}").format(
            first=int(rows["begin"].min()), last=int(rows["end"].max())
        ),
        as_of=numbers.date(newest_source(store, rows)),
        source_ids=rows["source_id"].drop_duplicates().tolist(),
        caveats=(words.plain_attribution(), _what_is_listed()),
        definition=_("Sizes count different things (hospitals, teams, systems) and never add up."),
    )
