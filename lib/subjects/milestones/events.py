"""Laws, rules, benefits, programs, reports, money and coalitions in the order of their dates."""

from __future__ import annotations

import math
from itertools import cycle
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import timing, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, MilestoneKind
from lib.subjects.milestones import words
from lib.subjects.shared.assemble import Draft, figure, not_hospice
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.store import Store

#: The colors of the families of milestones, in the order of their list; more go round again.
COLORS = ("@plum", "@teal", "@ochre_text", "@earlier_mark")

#: The lists of paths, of what a milestone is, and of the families of these.
CHAINS, CATEGORIES, FAMILIES = "milestone_chain", "milestone_category", "milestone_family"


def tips() -> tuple[tuple[str, str], ...]:
    """What a touched mark says."""
    return (
        ("when", _("Date")),
        ("title", _("Milestone")),
        ("category_words", _("Kind")),
        ("level_words", _("Level")),
        ("summary", _("Summary")),
    )


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column("when", _("Date")),
        Column("title", _("Milestone")),
        Column("category_words", _("Kind")),
        Column("level_words", _("Level")),
        Column("summary", _("Summary")),
        Column("source", _("Source")),
    )


def placed(store: Store, table: pd.DataFrame) -> pd.DataFrame:
    """Milestones in the order of their dates, with their span of time and their words.

    Adds `begin`, `end`, `middle` (decimal years), `precise`, `row`, `when`, `category_words`,
    `level_words`, `source`, `family` and `label`.
    """
    rows = table.assign(**timing.places(table["date"])).assign(
        precise=table["date_precision"],
        when=table["date"].map(numbers.date),
        category_words=table["category"].map(vocabulary.labels(store, CATEGORIES)),
        level_words=table["level"].map(vocabulary.labels(store, "milestone_level")),
        source=[
            "; ".join(source.title for source in store.milestone_sources(row))
            for row in each(table)
        ],
        family=table["category"].map(vocabulary.parts(store, CATEGORIES)),
        label=table["title"],
    )
    rows = rows.sort_values(["begin", "end"], kind="stable", ignore_index=True)
    return rows.assign(row=range(len(rows)))


def cited(store: Store, rows: pd.DataFrame) -> list[str]:
    """The ids of every source of these milestones, in the order of the rows, each once."""
    found = [source.source_id for row in each(rows) for source in store.milestone_sources(row)]
    return list(dict.fromkeys(found))


def counted_families(store: Store, rows: pd.DataFrame) -> dict[str, str]:
    """Family -> its legend words with the number of milestones; families without any left out."""
    return numbers.with_counts(vocabulary.labels(store, FAMILIES), rows["family"])


def _family_colors(store: Store) -> dict[str, str]:
    """Family -> its color."""
    return dict(zip(vocabulary.words(store, FAMILIES), cycle(COLORS), strict=False))


def colors(store: Store, legend: Mapping[str, str]) -> dict[str, str]:
    """Legend words -> the color of their family."""
    colors = _family_colors(store)
    return {words_: colors[family] for family, words_ in legend.items()}


def summary(rows: pd.DataFrame) -> str:
    """Date, kind and title of every milestone, in order."""
    return "; ".join(f"{r.when}, {r.category_words}: {r.title}" for r in rows.itertuples()) + "."


def _in_lanes(
    store: Store, everything: pd.DataFrame, ends: tuple[int, int]
) -> tuple[pd.DataFrame, charts.Form, int]:
    """All milestones by kind, in lanes; the landmarks carry their title."""
    order = {category: place for place, category in enumerate(vocabulary.words(store, CATEGORIES))}
    rows = everything.assign(rank=everything["category"].map(order))
    rows = rows.sort_values(["rank", "begin", "end"], kind="stable", ignore_index=True)
    named = landmarks(store)
    labels = [
        title.split(" (")[0] + title.rpartition(")")[2] * ("(" in title) if each in named else ""
        for title, each in zip(rows["title"], rows["milestone_id"], strict=True)
    ]
    places = charts.laid(rows["category"].tolist(), rows["middle"].tolist(), labels, ends)
    counts = rows["category"].value_counts()
    names = vocabulary.headings(store, CATEGORIES)
    first = rows["category"] != rows["category"].shift()
    rows = rows.assign(
        kind=rows["family"],
        label=labels,
        lane=[
            words.lane_name(names[category], int(counts[category])) if is_first else ""
            for category, is_first in zip(rows["category"], first, strict=True)
        ],
        **places.columns,
    )
    chart = charts.lanes(_family_colors(store), places=places, years=ends, tooltip=tips())
    return rows, chart, places.height


def _in_rows(
    store: Store, everything: pd.DataFrame, category: str, ends: tuple[int, int]
) -> tuple[pd.DataFrame, charts.Form, int]:
    """The milestones of one kind, each on a row with its title."""
    rows = everything[everything["category"] == category]
    rows = rows.assign(row=range(len(rows)))
    legend = counted_families(store, rows)
    rows = rows.assign(kind=rows["family"].map(legend))
    chart = charts.events(
        colors(store, legend),
        count=len(rows),
        precisions=tuple(rows["precise"].unique()),
        years=ends,
        tooltip=tips(),
    )
    return rows, chart, len(rows) * 22 + 70


@figure
def milestone_timeline(
    store: Store,
    milestone_kind: MilestoneKind = words.ALL,
) -> Draft:
    """Every milestone as a dot in the lane of its kind, or those of one kind, each with its title."""
    everything = placed(store, store.table("milestones"))
    ends = (int(everything["begin"].min()), math.ceil(everything["end"].max()))
    kind = vocabulary.labels(store, CATEGORIES).get(milestone_kind, "")
    if milestone_kind == words.ALL:
        rows, chart, height = _in_lanes(store, everything, ends)
    else:
        rows, chart, height = _in_rows(store, everything, milestone_kind, ends)
    years = rows["date"].str[:4].astype(int)
    half_year = int(years.median())
    in_time = rows.sort_values("begin", kind="stable")
    oldest, newest = in_time.iloc[0], in_time.iloc[-1]
    return Draft(
        headline=words.timeline_headline(
            kind, len(rows), int(years.min()), half_year, int(years.ge(half_year).sum())
        ),
        subtitle=_("State and federal milestones, {first} to {last}. {marks} {caution}").format(
            first=oldest["when"],
            last=newest["when"],
            marks=words.lane_words() if milestone_kind == words.ALL else words.precision_words(),
            caution=words.not_cause(),
        ),
        summary=summary(in_time),
        drawing=_("Timeline of milestones by kind. Each mark is one milestone."),
        rows=rows,
        columns=columns(),
        period=numbers.period(str(oldest["date"]), str(newest["date"])),
        as_of=str(newest["when"]),
        source_ids=cited(store, rows),
        caveats=(words.record_is_not_complete(), words.not_cause(), not_hospice()),
        definition=_("Dates are only as exact as the source."),
        chart=chart,
        height=height,
    )


@figure
def milestone_list(store: Store) -> Draft:
    """Every milestone with its kind, level, words and source, oldest first."""
    rows = placed(store, store.table("milestones"))
    newest = rows.iloc[-1]
    return Draft(
        headline=_("All {n} milestones we found, {period}").format(
            n=numbers.count(len(rows)),
            period=numbers.period(str(rows.iloc[0]["date"]), str(newest["date"])),
        ),
        subtitle=_(
            "Search for a word such as POLST, hospice or children, or choose a kind. Latest first."
        ),
        summary=summary(rows),
        drawing=_("List of milestones."),
        rows=rows,
        columns=columns(),
        period=numbers.period(str(rows.iloc[0]["date"]), str(newest["date"])),
        as_of=str(newest["when"]),
        source_ids=cited(store, rows),
        caveats=(words.record_is_not_complete(),),
        definition=_("Dates are only as exact as the source."),
    )


def chain_steps(store: Store, chain: str) -> pd.DataFrame:
    """The milestones of one path, in its order, placed in time."""
    steps = store.table("milestone_chains")
    steps = steps[steps["chain"] == chain].sort_values("order")
    rows = placed(store, store.table("milestones").merge(steps, on="milestone_id"))
    return rows.sort_values("order", ignore_index=True)


#: What came of a policy story first: a benefit if there is one, else a rule, else a program.
FIRST_RESULT = ("benefit", "regulation", "program")


def landmarks(store: Store) -> set[str]:
    """The milestones that a chart may name: two of each policy story, how it began and what came."""
    found: set[str] = set()
    for chain in store.table("milestone_chains")["chain"].unique():
        steps = chain_steps(store, str(chain))
        found.add(str(steps.iloc[0]["milestone_id"]))
        for category in FIRST_RESULT:
            results = steps[steps["category"] == category]
            if len(results):
                found.add(str(results.iloc[0]["milestone_id"]))
                break
    return found
