"""Laws, rules, benefits, programs, reports, money and coalitions in the order of their dates."""

from __future__ import annotations

import math
from itertools import cycle
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import timing, vocabulary
from lib.derive.rows import each
from lib.figures.assemble import make, not_hospice
from lib.i18n import _
from lib.model import Column, MilestoneChain, MilestoneKind
from lib.wording import milestones as words
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

__all__ = ["milestone_chain", "milestone_list", "milestone_timeline"]

#: The colors of the families of milestones, in the order of their list; more go round again.
COLORS = ("@plum", "@teal", "@ochre_text", "@earlier_mark")

#: The list of paths.
CHAINS = "milestone_chain"
TIPS = (
    ("when", _("Date")),
    ("title", _("Milestone")),
    ("category_words", _("Kind")),
    ("level_words", _("Level")),
    ("summary", _("In short")),
)
COLUMNS = (
    Column("when", _("Date")),
    Column("title", _("Milestone")),
    Column("category_words", _("Kind")),
    Column("level_words", _("Level")),
    Column("summary", _("In short")),
    Column("source", _("Source")),
)


def placed(store: Store, table: pd.DataFrame) -> pd.DataFrame:
    """Milestones in the order of their dates, with their span of time and their words.

    Adds `begin`, `end`, `middle` (decimal years), `precise`, `row`, `when`, `category_words`,
    `level_words`, `source`, `family` and `label`.
    """
    spans = [timing.span(date) for date in table["date"]]
    rows = table.assign(
        begin=[span.begin for span in spans],
        end=[span.end for span in spans],
        middle=[span.middle for span in spans],
        precise=table["date_precision"],
        when=table["date"].map(numbers.date),
        category_words=table["category"].map(vocabulary.labels(store, "milestone_category")),
        level_words=table["level"].map(vocabulary.labels(store, "milestone_level")),
        source=[
            "; ".join(source.title for source in store.milestone_sources(row))
            for row in each(table)
        ],
        family=table["category"].map(vocabulary.parts(store, "milestone_category")),
        label=table["title"],
    )
    rows = rows.sort_values(["begin", "end"], kind="stable", ignore_index=True)
    return rows.assign(row=range(len(rows)))


def cited(store: Store, rows: pd.DataFrame) -> list[str]:
    """The ids of every source of these milestones, in the order of the rows, each once."""
    found = [source.source_id for row in each(rows) for source in store.milestone_sources(row)]
    return list(dict.fromkeys(found))


def _counted_families(store: Store, rows: pd.DataFrame) -> dict[str, str]:
    """Family -> its legend words with the number of milestones; families without any left out."""
    counts = rows["family"].value_counts()
    return {
        family: _("{family} ({n})").format(family=label, n=counts[family])
        for family, label in vocabulary.labels(store, "milestone_family").items()
        if family in counts
    }


def _colors(store: Store, legend: Mapping[str, str]) -> dict[str, str]:
    """Legend words -> the color of their family."""
    families = vocabulary.words(store, "milestone_family")
    colors = dict(zip(families, cycle(COLORS), strict=False))
    return {words_: colors[family] for family, words_ in legend.items()}


def _summary(rows: pd.DataFrame) -> str:
    """Date, kind and title of every milestone, in order."""
    return "; ".join(f"{r.when}, {r.category_words}: {r.title}" for r in rows.itertuples()) + "."


def milestone_timeline(
    store: Store,
    milestone_kind: MilestoneKind = words.ALL,
) -> Figure:
    """Every milestone on a row of its own, in the order of dates, or those of one kind."""
    everything = placed(store, store.table("milestones"))
    rows = everything
    if milestone_kind != words.ALL:
        rows = rows[rows["category"] == milestone_kind]
    rows = rows.assign(row=range(len(rows)))
    kind = vocabulary.labels(store, "milestone_category").get(milestone_kind, "")
    legend = _counted_families(store, rows)
    rows = rows.assign(kind=rows["family"].map(legend))
    years = rows["date"].str[:4].astype(int)
    half_year = int(years.median())
    newest = rows.iloc[-1]
    return make(
        store,
        "milestone_timeline",
        headline=words.timeline_headline(
            kind, len(rows), int(years.min()), half_year, int(years.ge(half_year).sum())
        ),
        subtitle=_("State and federal milestones, {first} to {last}. {marks} {caution}").format(
            first=rows.iloc[0]["when"],
            last=newest["when"],
            marks=words.precision_words(),
            caution=words.not_cause(),
        ),
        summary=_summary(rows),
        drawing=_("Timeline with one row a milestone, oldest first."),
        rows=rows,
        columns=COLUMNS,
        period=numbers.period(str(rows.iloc[0]["date"]), str(newest["date"])),
        as_of=str(newest["when"]),
        source_ids=cited(store, rows),
        caveats=(words.record_is_not_complete(), words.not_cause(), not_hospice()),
        definition=_("Dates are as precise as the source gives them."),
        chart=charts.events(
            _colors(store, legend),
            count=len(rows),
            precisions=tuple(rows["precise"].unique()),
            years=(int(everything["begin"].min()), math.ceil(everything["end"].max())),
            tooltip=TIPS,
        ),
        height=len(rows) * 22 + 70,
        params={"milestone_kind": milestone_kind},
    )


def milestone_list(store: Store) -> Figure:
    """Every milestone with its kind, level, words and source, oldest first."""
    rows = placed(store, store.table("milestones"))
    newest = rows.iloc[-1]
    return make(
        store,
        "milestone_list",
        headline=_("All {n} milestones, searchable").format(n=numbers.count(len(rows))),
        subtitle=_(
            "Search for a word such as POLST, hospice or children, or choose a kind. Oldest first."
        ),
        summary=_summary(rows),
        drawing=_("List of milestones."),
        rows=rows,
        columns=COLUMNS,
        period=numbers.period(str(rows.iloc[0]["date"]), str(newest["date"])),
        as_of=str(newest["when"]),
        source_ids=cited(store, rows),
        caveats=(words.record_is_not_complete(),),
        definition=_("Dates are as precise as the source gives them."),
    )


def chain_steps(store: Store, chain: str) -> pd.DataFrame:
    """The milestones of one path, in its order, placed in time."""
    steps = store.table("milestone_chains")
    steps = steps[steps["chain"] == chain].sort_values("order")
    rows = placed(store, store.table("milestones").merge(steps, on="milestone_id"))
    return rows.sort_values("order", ignore_index=True)


def milestone_chain(
    store: Store,
    chain: MilestoneChain = "",
) -> Figure:
    """One short path of milestones that lead to one another, step by step; the first by default."""
    chain = chain or vocabulary.words(store, CHAINS)[0]
    rows = chain_steps(store, chain)
    rows = rows.assign(
        row=range(len(rows)),
        label=[f"{r.order}  {r.title}" for r in rows.itertuples()],
    )
    legend = _counted_families(store, rows)
    rows = rows.assign(kind=rows["family"].map(legend))
    first, last = rows.iloc[0], rows.iloc[-1]
    return make(
        store,
        "milestone_chain",
        headline=words.chain_headline(
            vocabulary.headings(store, CHAINS)[chain] or vocabulary.labels(store, CHAINS)[chain],
            len(rows),
            str(first["date"]),
            str(last["date"]),
        ),
        subtitle=_("{words} {marks}")
        .format(words=vocabulary.notes(store, CHAINS)[chain], marks=words.precision_words())
        .strip(),
        summary=_summary(rows),
        drawing=_("Path of dated steps, oldest first."),
        rows=rows,
        columns=(Column("order", _("Step"), "year"), *COLUMNS),
        period=numbers.period(str(first["date"]), str(last["date"])),
        as_of=str(last["when"]),
        source_ids=cited(store, rows),
        caveats=(
            _("Which milestones belong to a path is an editorial choice; it is a table."),
            words.record_is_not_complete(),
            not_hospice(),
        ),
        definition=_("Dates are as precise as the source gives them."),
        chart=charts.events(
            _colors(store, legend),
            count=len(rows),
            precisions=tuple(rows["precise"].unique()),
            years=(int(rows["begin"].min()), math.ceil(rows["end"].max())),
            tooltip=TIPS,
            step=34,
        ),
        height=len(rows) * 34 + 90,
        params={"chain": chain},
    )
