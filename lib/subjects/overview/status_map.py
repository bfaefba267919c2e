"""The statewide map: each county by what its hospitals report in one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import maps
from lib.derive import hospitals, people, reports
from lib.i18n import _
from lib.model import Claim, Column, ReportYear, Status
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import (
    Draft,
    counted_claim,
    figure,
    not_hospice,
    self_reported,
    shapes,
    site_locator,
)
from lib.subjects.shared.status import OUTLINED, STATUS_COLORS, county_status, status_label
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

OLDER = "population_65plus_count_dof"


@figure
def county_status_map(store: Store, year: ReportYear = "") -> Draft:
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
    return Draft(
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
