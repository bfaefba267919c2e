"""Where California stands: the headline numbers, the statewide map, drivers, milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import maps
from lib.derive import hospitals, people, reports
from lib.derive.rows import each
from lib.figures.assemble import (
    counted_claim,
    make,
    not_hospice,
    observed_claims,
    self_reported,
    shapes,
    site_locator,
)
from lib.figures.status import county_status
from lib.i18n import _, ngettext
from lib.model import Claim, Column, ReportYear, Status
from lib.wording import numbers, programs, states

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

__all__ = ["county_status_map", "headline_numbers", "latest_milestones"]

OLDER = "population_65plus_count_dof"


def status_label(status: str) -> str:
    """The words for what a county's hospitals report."""
    return {
        "inpatient": _("Inpatient program reported"),
        "outpatient only": _("Outpatient services only"),
        "none reported": _("Neither inpatient nor outpatient reported"),
        "no hospital": _("No general acute care hospital"),
        "not answered": states.label("not answered"),
    }[status]


STATUS_COLORS = {
    "inpatient": "@teal",
    "outpatient only": "@light_teal",
    "none reported": "@sand",
    "no hospital": "@none",
    "not answered": "@paper",
}
OUTLINED = ("no hospital", "not answered")


def county_status_map(store: Store, year: ReportYear = "") -> Figure:
    """The counties by what their general acute hospitals report in one year.

    Args:
        store: the tables.
        year: a report year; the newest when empty.
    """
    when = int(year or reports.newest(store))
    year = str(when)
    table = county_status(store, when)
    counts = table["status"].value_counts()
    labels = {
        status: _("{label} ({n})").format(label=status_label(status), n=counts[status])
        for status in STATUS_COLORS
        if status in counts
    }
    rows = table.assign(
        kind=table["status"].map(labels),
        status_words=table["status"].map(status_label),
        reported=[
            numbers.n_of_n(n, total) if total else status_label(str(status))
            for n, total, status in zip(
                table["inpatient"], table["sites"], table["status"], strict=True
            )
        ],
    )
    without = hospitals.counties_without(table)
    no_hospital = int(without["status"].eq("no hospital").sum())
    at_year, counted = people.up_to(store.observed(OLDER), when)
    affected = people.people_in(without["county_fips"], at_year)
    state = at_year[at_year["geo_id"] == "CA"]["value"].sum()
    named = without[without["status"] == "no hospital"]["name"].tolist()
    unanswered = table[table["status"] == "not answered"]["name"].tolist()
    missing = (
        _("In {names}, the hospital did not answer that year. That is unknown, not zero.").format(
            names=numbers.listing(unanswered)
        )
        if unanswered
        else ""
    )
    listed = "; ".join(f"{status_label(s)}: {counts[s]}" for s in labels)
    return make(
        store,
        "county_status_map",
        headline=programs.map_headline(len(without) - no_hospital, no_hospital, when),
        subtitle=_(
            "General acute care hospital sites, {year}, self-reported. No such hospital: "
            "{names}. {people} people age 65 and older ({share}, {counted}) live in these {n} "
            "counties."
        ).format(
            year=year,
            counted=counted,
            names=numbers.listing(named),
            people=numbers.count(affected),
            share=numbers.exact_percent(affected / state),
            n=len(without),
        ),
        summary=_("Counties in {year}: {listed}.").format(year=year, listed=listed),
        drawing=_("Map of California's 58 counties, colored by group."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("status_words", _("What its hospitals report")),
            Column("sites", _("Sites that answered"), "count"),
            Column("inpatient", _("Report an inpatient program"), "count"),
            Column("outpatient", _("Report outpatient services"), "count"),
        ),
        period=year,
        as_of=year,
        claims=[
            *(
                counted_claim(
                    status_label(status),
                    int(counts[status]),
                    len(table),
                    reports.source(store, when),
                    site_locator(when, "inpatient_palliative and outpatient_palliative by county"),
                )
                for status in labels
            ),
            *_older_claim(at_year, affected, len(without)),
        ],
        source_ids=[shapes(store)],
        caveats=tuple(
            text
            for text in (
                self_reported(),
                missing,
                not_hospice(),
                reports.note(store, when),
                _(
                    "Do not subtract the counties of two reports from each other: some counties "
                    "did not answer every time."
                ),
            )
            if text
        ),
        definition=_(
            "A county counts as reporting if at least one of its general acute care hospital "
            "sites answers Yes to having an inpatient program."
        ),
        chart=maps.classes(
            {label: STATUS_COLORS[status] for status, label in labels.items()},
            tooltip=(
                ("name", _("County")),
                ("status_words", _("Report")),
                ("reported", _("Sites that report an inpatient program")),
            ),
            outlined=[label for status, label in labels.items() if status in OUTLINED],
        ),
        height=560,
        params={"year": year},
    )


def _older_claim(at_year: pd.DataFrame, affected: int, counties: int) -> list[Claim]:
    """The claim of the older people who live in the counties without a program."""
    if at_year.empty:
        return []
    row = at_year.iloc[0]
    return [
        Claim(
            label=_("People age 65 and older in the {n} counties").format(n=counties),
            value=numbers.count(affected),
            source_id=row["source_id"],
            locator=_("need.csv, {indicator}, {period}, added up").format(
                indicator=row["indicator_id"], period=numbers.date(row["period_end"])
            ),
            status=Status.DERIVED,
        )
    ]


def headline_numbers(store: Store) -> Figure:
    """Six numbers, each with its as-of date and its source; cards on the page."""
    sites = store.table("hospital_programs")
    newest = hospitals.reporting(
        sites[sites["year"] == reports.newest(store)], [], "inpatient_palliative"
    ).iloc[0]
    n, total = int(newest["reporting"]), int(newest["answered"])
    status = county_status(store, reports.newest(store))
    without = hospitals.counties_without(status)
    no_hospital = int(without["status"].eq("no hospital").sum())
    public = store.observed("public_hospital_palliative_count", "CA")
    members = store.observed("capc_member_organization_count", "CA").iloc[-1]
    trained = store.observed("pclc_trained_organization_count", "CA").iloc[-1]
    cohorts = store.table("cohorts")
    communities = cohorts[
        (cohorts["kind"] == "learning_community") & (cohorts["geography"] == "California")
    ]
    begun = communities[communities["start"] != ""]["start"].str[:4]
    site_claim = counted_claim(
        _("Sites that report an inpatient program"),
        n,
        total,
        reports.newest_source(store),
        site_locator(reports.newest(store), "inpatient_palliative"),
    )
    county_claim = counted_claim(
        _("Counties where no hospital site reports one"),
        len(without),
        len(status),
        reports.newest_source(store),
        site_locator(reports.newest(store), "inpatient_palliative by county"),
    )
    records = [
        (
            _("Hospital sites that report an inpatient program"),
            numbers.n_of_n(n, total),
            _("{share}, as of {year}; self-reported").format(
                share=numbers.percent(n / total), year=reports.newest(store)
            ),
        ),
        (
            _("Counties where no hospital site reports one"),
            numbers.n_of_n(len(without), len(status)),
            ngettext(
                "as of {year}; {n} of them has no general acute care hospital",
                "as of {year}; {n} of these counties have no general acute care hospital",
                no_hospital,
            ).format(year=reports.newest(store), n=numbers.spelled(no_hospital)),
        ),
        (
            _("Public hospitals with a program, by the funder's count"),
            numbers.n_of_n(public.iloc[-1]["value"], public.iloc[-1]["denominator"]),
            _("as of {last}, from {n} in {first}; the funder's own count").format(
                last=public.iloc[-1]["period_end"][:4],
                n=numbers.n_of_n(public.iloc[0]["value"], public.iloc[0]["denominator"]),
                first=public.iloc[0]["period_end"][:4],
            ),
        ),
        (
            _("California member organizations of CAPC"),
            numbers.count(members["value"]),
            _("as of {date}; a single date, not a trend").format(
                date=numbers.date(members["period_end"])
            ),
        ),
        (
            _("California organizations that completed PCLC training"),
            numbers.count(trained["value"]),
            _("as of {date}; running total, single date").format(
                date=numbers.date(trained["period_end"])
            ),
        ),
        (
            _("Learning communities we found"),
            numbers.count(len(communities)),
            _("started {first}-{last}; members overlap, so sizes are not added together").format(
                first=begun.min(),
                last=begun.max(),
            ),
        ),
    ]
    rows = pd.DataFrame(records, columns=["label", "value", "note"])
    # What the verb of the page's headline agrees with.
    rows["n"] = [n, len(without), *[float("nan")] * (len(records) - 2)]
    cohort_sources = communities["source_id"].drop_duplicates().tolist()
    cohort_claim = Claim(
        label=_("Learning communities we found"),
        value=numbers.count(len(communities)),
        source_id=cohort_sources[0],
        locator=_("cohorts.csv, rows of kind learning_community, geography California"),
        status=Status.DERIVED,
    )
    return make(
        store,
        "headline_numbers",
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
        period=_("2008 to {year}").format(year=reports.newest(store)),
        as_of=str(reports.newest(store)),
        indicator_ids=["capc_member_organization_count", "pclc_trained_organization_count"],
        claims=[
            site_claim,
            county_claim,
            *observed_claims(public, _("Public hospitals") + ", {period_end}"),
            *observed_claims(members.to_frame().T, _("CAPC member organizations")),
            *observed_claims(trained.to_frame().T, _("Organizations with PCLC training")),
            cohort_claim,
        ],
        source_ids=cohort_sources,
        caveats=(self_reported(), not_hospice()),
    )


def latest_milestones(store: Store) -> Figure:
    """The newest dated events in law, benefit and program."""
    table = store.table("milestones").sort_values("date", ascending=False).head(6)
    rows = table.assign(when=table["date"].map(numbers.date))
    newest = rows.iloc[0]
    return make(
        store,
        "latest_milestones",
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
        source_ids=rows["source_id"].drop_duplicates().tolist(),
        definition=_("Dates are only as exact as the source."),
    )
