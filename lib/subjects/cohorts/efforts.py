"""Who learned together, when, who paid, and what its sources say of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib.derive import timing, vocabulary
from lib.i18n import _
from lib.model import Column
from lib.subjects.cohorts import words
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

#: The colors of the kinds of efforts, in the order of their list; more go round again.
COLORS = ("@teal", "@ochre", "@earlier_mark", "@light_teal")

#: The list of kinds.
KINDS = "cohort_kind"

#: Decimal years that a tail runs on where a start or an end is not stated.
OPEN = 1.5


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
    return text or _("not given")


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


def newest_source(store: Store, efforts: pd.DataFrame) -> str:
    """The date of the newest source."""
    return max(store.source(source_id).published for source_id in efforts["source_id"])


def what_is_listed() -> str:
    """The caution that goes with every list of initiatives."""
    return _("We list the initiatives named in sources we read; there may have been others.")


@figure
def cohort_ledger(store: Store) -> Draft:
    """Everything the record says of every effort, one row an effort."""
    rows = described(store)
    named = store.table("cohort_members")["cohort_id"].value_counts()
    rows = rows.assign(members=[int(named.get(each, 0)) for each in rows["cohort_id"]])
    return Draft(
        headline=_("What we know of each of the {n} initiatives").format(
            n=numbers.count(len(rows))
        ),
        subtitle=_(
            "Dates, size, convener, funder, setting, payers, place, what each says it added, "
            "and where we read it."
        ),
        summary="; ".join(f"{r.name}, {r.when}, {r.size}" for r in rows.itertuples()) + ".",
        drawing=_("Table. Each row is one initiative."),
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
            Column("payer_words", _("Payers involved")),
            Column("geography", _("Where")),
            Column("contribution", _("What it says it added")),
            Column("source", _("Source")),
            Column("locator", _("Where in the source")),
        ),
        period=_("{first} to {last}").format(
            first=int(rows["begin"].min()), last=int(rows["end"].max())
        ),
        as_of=numbers.date(newest_source(store, rows)),
        caveats=(words.plain_attribution(), what_is_listed()),
        definition=_(
            "Sizes count different things (hospitals, teams, systems), so they "
            "should never be added up."
        ),
    )
