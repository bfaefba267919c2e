"""What is held on one effort: facts, members, counties, activities, milestones meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _
from lib.model import Column
from lib.subjects.cohorts import words
from lib.subjects.cohorts.efforts import described, newest_source
from lib.subjects.milestones.events import placed
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def cohort_facts(store: Store) -> Draft:
    """What is held on each effort: facts, members, counties, activities, milestones meanwhile."""
    efforts = described(store)
    records = [
        (str(row.cohort_id), str(row.name), *record)
        for row in efforts.itertuples()
        for record in _facts(row)
    ]
    names = dict(zip(efforts["cohort_id"], efforts["name"], strict=True))
    records += [(c, names[c], *rest) for c, *rest in (*_members(store), *_counties(store))]
    records += [(c, names[c], *rest) for c, *rest in (*_activities(store), *_meanwhile(store))]
    rows = pd.DataFrame(
        records,
        columns=["cohort_id", "cohort", "part", "what", "detail", "source_id", "locator"],
    )
    rows = rows.assign(source=[store.source(each).title for each in rows["source_id"]])
    return Draft(
        headline=_("Look at one initiative"),
        subtitle=_(
            "Key facts, organizations and counties named, activities over time, and "
            "milestones during that time."
        ),
        summary=_("{rows} facts on {n} initiatives.").format(
            rows=numbers.count(len(rows)), n=numbers.count(len(efforts))
        ),
        drawing=_("List of facts by initiative."),
        rows=rows,
        columns=(
            Column("cohort", _("Initiative")),
            Column("part", _("Part")),
            Column("what", _("What")),
            Column("detail", _("Detail")),
            Column("source", _("Source")),
            Column("locator", _("Where in the source")),
        ),
        period=_("{first} to {last}").format(
            first=int(efforts["begin"].min()), last=int(efforts["end"].max())
        ),
        as_of=numbers.date(newest_source(store, efforts)),
        caveats=(words.plain_attribution(),),
        definition=_("Activities are as planned or described. We do not know if they took place."),
    )


Record = tuple[str, str, str, str, str]


def _facts(row: object) -> list[Record]:
    """(part, what, detail, source, locator) of the facts of one effort."""
    pairs = (
        (_("Kind"), "kind_words"),
        (_("When"), "when"),
        (_("Who took part"), "size"),
        (_("Convener"), "convener_words"),
        (_("Funder"), "funder_words"),
        (_("Care setting"), "care_setting"),
        (_("Payers involved"), "payer_words"),
        (_("Where"), "geography"),
        (_("What it says it added"), "contribution"),
    )
    source, locator = str(getattr(row, "source_id", "")), str(getattr(row, "locator", ""))
    return [("fact", label, str(getattr(row, field)), source, locator) for label, field in pairs]


def _members(store: Store) -> list[tuple[str, ...]]:
    """Named organizations with their part and county."""
    return [
        (
            str(r.cohort_id),
            "member",
            str(r.organization),
            _("{role}; {place}").format(
                role=r.role,
                place=store.names[str(r.county_fips)]
                if r.county_fips
                else (str(r.city) or _("county not given")),
            ),
            str(r.source_id),
            "",
        )
        for r in store.table("cohort_members").itertuples()
    ]


def _counties(store: Store) -> list[tuple[str, ...]]:
    """Counties that an effort names."""
    return [
        (str(r.cohort_id), "county", store.names[str(r.county_fips)], "", str(r.source_id), "")
        for r in store.table("cohort_counties").itertuples()
    ]


def _activities(store: Store) -> list[tuple[str, ...]]:
    """Planned or described activities with number and period."""
    table = store.table("activities")
    planned = [
        words.planned(number, period)
        for number, period in zip(table["planned_count"], table["period"], strict=True)
    ]
    return [
        (str(r.cohort_id), "activity", str(r.activity), said, str(r.source_id), "")
        for r, said in zip(table.itertuples(), planned, strict=True)
    ]


def _meanwhile(store: Store) -> list[tuple[str, ...]]:
    """Milestones that fell into the stated period of an effort."""
    happened = placed(store, store.table("milestones"))
    found: list[tuple[str, ...]] = []
    for row in described(store).itertuples():
        inside = happened[(happened["begin"] < row.end) & (happened["end"] > row.begin)]
        found += [
            (str(row.cohort_id), "milestone", str(m.title), str(m.when), str(m.source_id), "")
            for m in inside.itertuples()
        ]
    return found
