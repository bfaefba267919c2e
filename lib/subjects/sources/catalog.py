"""The catalog: any indicator with its rows, sources that disagree, what is not known, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import vocabulary
from lib.i18n import _
from lib.model import Column, IndicatorId
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_words
from lib.subjects.sources import words as catalog
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def indicator_card(
    store: Store, indicator: IndicatorId = "capc_member_organization_count"
) -> Draft:
    """Every observation of one indicator, with its source, its place in it and its note."""
    known = store.indicator(indicator)
    cohorts = store.table("cohorts").set_index("cohort_id")["name"].to_dict()
    held = store.observations[store.observations["indicator_id"] == indicator]
    rows = held.assign(
        place=held["geo_id"].map(store.names),
        when=[
            numbers.period(start, end)
            for start, end in zip(held["period_start"], held["period_end"], strict=True)
        ],
        written=[observed_words(row) for __, row in held.iterrows()],
        base=[
            numbers.n_of_n(n, total)
            if not (numbers.is_missing(n) or numbers.is_missing(total))
            else ""
            for n, total in zip(held["numerator"], held["denominator"], strict=True)
        ],
        source=[store.source(source_id).title for source_id in held["source_id"]],
        breakdown=held["dimension"].map(vocabulary.labels(store, "dimension")),
        group=[cohorts.get(name, name.replace("_", " ")) for name in held["group"]],
    ).sort_values(["geo_id", "period_end", "dimension", "group"])
    newest = str(held["period_end"].max())
    return Draft(
        headline=known.name,
        subtitle=catalog.indicator_subtitle(
            known, vocabulary.labels(store, "unit")[known.unit], len(rows), rows["geo_id"].nunique()
        ),
        summary=catalog.indicator_summary(known, len(rows)),
        drawing=_("Table of data points."),
        rows=rows,
        columns=(
            Column("place", _("Place")),
            Column("when", _("Period")),
            Column("breakdown", _("Breakdown")),
            Column("group", _("Group")),
            Column("written", _("Value")),
            Column("base", _("Of")),
            Column("status", _("Status")),
            Column("source", _("Source")),
            Column("locator", _("Where in the source")),
            Column("note", _("Note")),
        ),
        period=numbers.period(str(held["period_start"].min()), newest),
        as_of=numbers.date(newest),
        place=_("All places with data"),
        indicator_ids=[indicator],
    )


@figure
def conflict_list(store: Store) -> Draft:
    """Every disagreement between sources: both claims, the one shown, and why."""
    table = store.table("conflicts")
    named = table["source_b"].map(lambda i: store.source(i).publisher if i else _("not recorded"))
    rows = table.assign(
        a=table["claim_a"]
        + " ("
        + table["source_a"].map(lambda i: store.source(i).publisher)
        + ")",
        b=table["claim_b"] + " (" + named + ")",
    )
    ids = [*table["source_a"], *(i for i in table["source_b"] if i)]
    return Draft(
        headline=catalog.conflict_headline(len(rows)),
        subtitle=_(
            "Both claims are listed, with the one we show and why. We keep a disagreement; we do "
            "not average it."
        ),
        drawing=_("Table of disagreements."),
        rows=rows,
        columns=(
            Column("subject", _("Subject")),
            Column("a", _("One source says")),
            Column("b", _("Another says")),
            Column("which_to_show", _("Shown")),
            Column("why", _("Why")),
        ),
        period=_("as each claim says"),
        as_of=numbers.date(store.edition.date),
        source_ids=list(dict.fromkeys(ids)),
    )


@figure
def unknown_list(store: Store) -> Draft:
    """Every thing that was looked for and not found, and who might hold it."""
    table = store.table("unknowns")
    topics = table["topic"].nunique()
    sources = [i for i in table["source_id"].drop_duplicates() if i]
    return Draft(
        headline=catalog.unknown_headline(len(table), topics),
        subtitle=_(
            "We looked for these and did not find them, or a source says they are missing. If "
            "you have one of them, you can help: see below how to correct or add a number."
        ),
        drawing=_("Table of what is not known."),
        rows=table,
        columns=(
            Column("topic", _("Topic")),
            Column("what_is_not_known", _("What is not known")),
            Column("who_might_hold_it", _("Who might know")),
        ),
        period=_("this dashboard's own search"),
        as_of=numbers.date(store.edition.date),
        source_ids=sources,
    )


@figure
def source_list(store: Store) -> Draft:
    """Every source with its date, its address and how it was read."""
    table = store.table("sources")
    used = store.observations["source_id"].value_counts()
    rows = pd.DataFrame(
        {
            "publisher": table["publisher"],
            "title": table["title"],
            "published": [numbers.date(text) for text in table["published"]],
            "observations": table["source_id"].map(used).fillna(0).astype(int),
            "how_read": table["how_read"],
            "url": table["url"],
        }
    ).sort_values(["publisher", "title"])
    return Draft(
        headline=catalog.source_headline(len(rows)),
        subtitle=_(
            'Publications, web pages and data files we read for these numbers. "Data points" '
            "counts rows in the main data tables only; other tables name sources too."
        ),
        drawing=_("Table of sources."),
        rows=rows,
        columns=(
            Column("publisher", _("Publisher")),
            Column("title", _("Title")),
            Column("published", _("Published")),
            Column("observations", _("Data points"), "count"),
            Column("how_read", _("How we read it")),
            Column("url", _("Address"), "link"),
        ),
        period=_("this dashboard's own search"),
        as_of=numbers.date(store.edition.date),
        source_ids=table["source_id"].tolist(),
    )
