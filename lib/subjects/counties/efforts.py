"""The coalitions, learning communities and milestones that name one county."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, County
from lib.subjects.counties import words_care as sentences
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lib.store import Store


def _efforts(store: Store, county: str) -> pd.DataFrame:
    """Coalitions, cohort members, cohorts and milestones that name a county, one row each."""
    cohorts = _by_id(store, "cohorts", "cohort_id")
    coalitions = _by_id(store, "coalitions", "coalition_id")
    milestones = _by_id(store, "milestones", "milestone_id")
    found = []
    for row in _naming(store, "coalition_counties", county):
        group = coalitions[row["coalition_id"]]
        found.append((_("Coalition"), group["name"], group["founded"], group["focus"], row))
    for row in _naming(store, "cohort_members", county):
        cohort = cohorts[row["cohort_id"]]
        role = _("{cohort}; {role}").format(cohort=cohort["name"], role=row["role"])
        kind = _("Initiative member")
        found.append((kind, row["organization"], cohort["start"], role, row))
    for row in _naming(store, "cohort_counties", county):
        cohort = cohorts[row["cohort_id"]]
        kind = _("Initiative")
        found.append((kind, cohort["name"], cohort["start"], cohort["contribution"], row))
    for row in _naming(store, "milestone_counties", county):
        event = milestones[row["milestone_id"]]
        kind, date = _("Milestone"), row["since"] or event["date"]
        found.append((kind, event["title"], date, event["summary"], row))
    return pd.DataFrame(
        [
            (kind, what, str(date), detail, row["source_id"])
            for kind, what, date, detail, row in found
        ],
        columns=["kind", "what", "date", "detail", "source_id"],
    )


def _naming(store: Store, table: str, county: str) -> list[dict[Hashable, Any]]:
    """The rows of a table that name a county."""
    rows = store.table(table)
    return rows[rows["county_fips"] == county].to_dict(orient="records")


def _by_id(store: Store, table: str, key: str) -> dict[str, dict[Hashable, Any]]:
    """The rows of a table by their id."""
    return {str(row[key]): row for row in store.table(table).to_dict(orient="records")}


@figure
def county_efforts(store: Store, county: County = "06037") -> Draft:
    """Coalitions, cohort members and milestones of the record that name a county."""
    rows = _efforts(store, county).sort_values("date", kind="stable")
    rows = rows.assign(
        when=[numbers.date(date) if date else _("No date given") for date in rows["date"]]
    )
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
