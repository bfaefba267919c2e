"""Where California stands: the headline numbers and the latest milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _, ngettext
from lib.model import Claim, Column, Status
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.claims import newest_claim, observed_claims, site_claim
from lib.subjects.shared.status import county_status
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


#: The indicator of public hospitals, whose first year is that of the oldest card.
PUBLIC = "public_hospital_palliative_count"

#: A card: its label, its number, when it was counted.
Card = tuple[str, str, str]


@figure
def headline_numbers(store: Store) -> Draft:
    """Six numbers, each with its as-of date and its source; cards on the page."""
    hospital, counts, hospital_claims = _hospital_cards(store)
    counted, counted_claims = _counted_cards(store)
    learning, learning_claim, learning_sources = _learning_card(store)
    cards = [*hospital, *counted, learning]
    rows = pd.DataFrame(cards, columns=["label", "value", "note"])
    # What the verb of the page's headline agrees with.
    rows["n"] = [*counts, *[float("nan")] * (len(cards) - len(counts))]
    return Draft(
        headline=_("Palliative care in California: six numbers"),
        subtitle=_(
            "Each number has its own date and its own total. They do not add up to one whole."
        ),
        summary="; ".join(f"{r.label}: {r.value} ({r.note})" for r in each(rows)) + ".",
        drawing=_("Six cards."),
        rows=rows,
        columns=(
            Column("label", _("What")),
            Column("value", _("Number")),
            Column("note", _("As of")),
        ),
        period=_("{first} to {year}").format(
            first=store.observed(PUBLIC, "CA")["period_end"].iloc[0][:4],
            year=reports.newest(store),
        ),
        as_of=str(reports.newest(store)),
        indicator_ids=["capc_member_organization_count", "pclc_trained_organization_count"],
        claims=[*hospital_claims, *counted_claims, learning_claim],
        source_ids=learning_sources,
        caveats=(self_reported(), not_hospice()),
    )


def _hospital_cards(store: Store) -> tuple[list[Card], list[int], list[Claim]]:
    """Sites that report a program and counties where none does: cards, counts and claims."""
    year = reports.newest(store)
    sites = store.table("hospital_programs")
    n, total = hospitals.counted(sites[sites["year"] == year])
    status = county_status(store, year)
    without = hospitals.counties_without(status)
    no_hospital = int(without["status"].eq("no hospital").sum())
    cards = [
        (
            _("Hospital sites that report an inpatient program"),
            numbers.n_of_n(n, total),
            _("{share}, as of {year}; self-reported").format(
                share=numbers.percent(n / total), year=year
            ),
        ),
        (
            _("Counties where no hospital site reports one"),
            numbers.n_of_n(len(without), len(status)),
            ngettext(
                "as of {year}; {n} of them has no general acute care hospital",
                "as of {year}; {n} of these counties have no general acute care hospital",
                no_hospital,
            ).format(year=year, n=numbers.spelled(no_hospital)),
        ),
    ]
    claims = [
        *newest_claim(store, n, total, "inpatient_palliative"),
        site_claim(store, cards[1][0], len(without), len(status), "inpatient_palliative by county"),
    ]
    return cards, [n, len(without)], claims


def _counted_cards(store: Store) -> tuple[list[Card], list[Claim]]:
    """What others counted: public hospitals, members of CAPC, organizations with training."""
    public = store.observed(PUBLIC, "CA")
    first, last = public.iloc[0], public.iloc[-1]
    members = store.observed("capc_member_organization_count", "CA").tail(1)
    trained = store.observed("pclc_trained_organization_count", "CA").tail(1)
    cards = [
        (
            _("Public hospitals with a program, by the funder's count"),
            numbers.n_of_n(last["value"], last["denominator"]),
            _("as of {last}, from {n} in {first}; the funder's own count").format(
                last=last["period_end"][:4],
                n=numbers.n_of_n(first["value"], first["denominator"]),
                first=first["period_end"][:4],
            ),
        ),
        (
            _("California member organizations of CAPC"),
            numbers.count(members["value"].iloc[0]),
            _("as of {date}; a single date, not a trend").format(
                date=numbers.date(members["period_end"].iloc[0])
            ),
        ),
        (
            _("California organizations that completed PCLC training"),
            numbers.count(trained["value"].iloc[0]),
            _("as of {date}; running total, single date").format(
                date=numbers.date(trained["period_end"].iloc[0])
            ),
        ),
    ]
    claims = [
        *observed_claims(public, _("Public hospitals") + ", {period_end}"),
        *observed_claims(members, _("CAPC member organizations")),
        *observed_claims(trained, _("Organizations with PCLC training")),
    ]
    return cards, claims


def _learning_card(store: Store) -> tuple[Card, Claim, list[str]]:
    """The learning communities on record: card, claim and sources."""
    cohorts = store.table("cohorts")
    held = cohorts[cohorts["kind"].eq("learning_community") & cohorts["geography"].eq("California")]
    begun = held.loc[held["start"].ne(""), "start"].str[:4]
    sources = held["source_id"].drop_duplicates().tolist()
    label = _("Statewide learning communities we found")
    note = _("started {first}-{last}; members overlap, so sizes are not added together").format(
        first=begun.min(), last=begun.max()
    )
    claim = Claim(
        label=label,
        value=numbers.count(len(held)),
        source_id=sources[0],
        locator=_("cohorts.csv, rows of kind learning_community, geography California"),
        status=Status.DERIVED,
    )
    return (label, numbers.count(len(held)), note), claim, sources


@figure
def latest_milestones(store: Store) -> Draft:
    """The newest dated events in law, benefit and program."""
    table = store.table("milestones").sort_values("date", ascending=False).head(6)
    rows = table.assign(when=table["date"].map(numbers.date))
    newest = rows.iloc[0]
    return Draft(
        headline=_("Latest: {title}").format(title=newest["title"]),
        subtitle=_("The six most recent state and federal milestones, most recent first."),
        summary="; ".join(f"{r.when}: {r.title}" for r in each(rows)) + ".",
        drawing=_("List of dated events."),
        rows=rows,
        columns=(
            Column("when", _("Date")),
            Column("title", _("Milestone")),
        ),
        period=numbers.period(str(rows.iloc[-1]["date"]), str(newest["date"])),
        as_of=str(newest["when"]),
        definition=_("Dates are only as exact as the source."),
    )
