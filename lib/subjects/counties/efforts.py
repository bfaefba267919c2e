"""The coalitions, learning communities and milestones that name one county."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, County
from lib.subjects.counties import words_care as sentences
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


def _efforts(store: Store, county: str) -> pd.DataFrame:
    """Coalitions, cohort members, cohorts and milestones that name a county, one row each."""

    def here(table: str) -> pd.DataFrame:
        rows = store.table(table)
        return rows[rows["county_fips"] == county]

    cohorts = store.table("cohorts").set_index("cohort_id")
    coalitions = store.table("coalitions").set_index("coalition_id")
    milestones = store.table("milestones").set_index("milestone_id")
    found = []
    for __, row in here("coalition_counties").iterrows():
        group = coalitions.loc[row["coalition_id"]]
        found.append(
            (_("Coalition"), group["name"], str(group["founded"]), group["focus"], row["source_id"])
        )
    for __, row in here("cohort_members").iterrows():
        cohort = cohorts.loc[row["cohort_id"]]
        found.append(
            (
                _("Member of an initiative"),
                row["organization"],
                str(cohort["start"]),
                _("{cohort}; {role}").format(cohort=cohort["name"], role=row["role"]),
                row["source_id"],
            )
        )
    for __, row in here("cohort_counties").iterrows():
        cohort = cohorts.loc[row["cohort_id"]]
        found.append(
            (
                _("Initiative that names the county"),
                cohort["name"],
                str(cohort["start"]),
                cohort["contribution"],
                row["source_id"],
            )
        )
    for __, row in here("milestone_counties").iterrows():
        event = milestones.loc[row["milestone_id"]]
        found.append(
            (
                _("Milestone that names the county"),
                event["title"],
                str(row["since"] or event["date"]),
                event["summary"],
                row["source_id"],
            )
        )
    return pd.DataFrame(found, columns=["kind", "what", "date", "detail", "source_id"])


@figure
def county_efforts(store: Store, county: County = "06037") -> Draft:
    """Coalitions, cohort members and milestones of the record that name a county."""
    rows = _efforts(store, county).sort_values("date", kind="stable")
    rows = rows.assign(when=rows["date"].map(numbers.date))
    name = county_name(store, county)
    held = len(rows)
    dated = sorted(date[:4] for date in rows["date"] if date)
    return Draft(
        headline=sentences.efforts_headline(name, held),
        subtitle=_(
            "Only what a source places in the county; statewide initiatives, and members whose "
            "county the source does not give, are not here. Timing does not prove cause."
        ),
        summary=("; ".join(f"{r.kind}: {r.what}" for r in each(rows)) or name) + ".",
        drawing=_("Table of initiatives."),
        rows=rows,
        columns=(
            Column("kind", _("Kind")),
            Column("what", _("Name")),
            Column("when", _("Date")),
            Column("detail", _("Summary")),
        ),
        period=numbers.period(dated[0], dated[-1]) if dated else store.edition.date[:4],
        as_of=dated[-1] if dated else numbers.date(store.edition.date),
        source_ids=rows["source_id"].drop_duplicates().tolist()
        or [str(store.table("coalitions")["source_id"].iloc[0])],
        definition=_(
            "From the data tables of coalitions, initiatives and their members, and "
            "milestones, by county."
        ),
    )
