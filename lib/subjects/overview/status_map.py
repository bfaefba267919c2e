"""The statewide map: each county by what its hospitals report in one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import maps
from lib.derive import hospitals, people, reports
from lib.i18n import _
from lib.model import Claim, Column, ReportYear, Status
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported, shapes
from lib.subjects.shared.status import (
    OUTLINED,
    STATUS_COLORS,
    county_status,
    status_claims,
    status_label,
)
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

OLDER = "population_65plus_count_dof"


@figure
def county_status_map(store: Store, year: ReportYear = "") -> Draft:
    """The counties by what their general acute hospitals report in one year.

    `year` is a report year; the newest when empty.
    """
    when = int(year or reports.newest(store))
    rows, labels = _rows(store, when)
    counts, without = rows["status"].value_counts(), hospitals.counties_without(rows)
    no_hospital = without[without["status"] == "no hospital"]["name"].tolist()
    at_year, counted = people.up_to(store.observed(OLDER), when)
    affected = people.people_in(without["county_fips"], at_year)
    state = at_year[at_year["geo_id"] == "CA"]["value"].sum()
    return Draft(
        headline=programs.map_headline(len(without) - len(no_hospital), len(no_hospital), when),
        subtitle=_(
            "General acute care hospital sites, {year}, self-reported. No such hospital: "
            "{names}. {people} people age 65 and older ({share}, {counted}) live in these {n} "
            "counties."
        ).format(
            year=when,
            counted=counted,
            names=numbers.listing(no_hospital),
            people=numbers.count(affected),
            share=numbers.exact_percent(affected / state),
            n=len(without),
        ),
        summary=_("Counties in {year}: {listed}.").format(
            year=when, listed="; ".join(f"{status_label(s)}: {counts[s]}" for s in labels)
        ),
        drawing=_("Map of California's 58 counties, colored by group."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("status_words", _("What its hospitals report")),
            Column("sites", _("Sites that answered"), "count"),
            Column("inpatient", _("Report an inpatient program"), "count"),
            Column("outpatient", _("Report outpatient services"), "count"),
        ),
        period=str(when),
        claims=[
            *status_claims(store, rows, "inpatient_palliative and outpatient_palliative by county"),
            *older_claim(at_year, affected, len(without)),
        ],
        source_ids=[shapes(store)],
        caveats=_cautions(store, rows, when),
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
        params={"year": str(when)},
    )


def _rows(store: Store, year: int) -> tuple[pd.DataFrame, dict[str, str]]:
    """One row a county with its words, and the words of the legend by status."""
    table = county_status(store, year)
    labels = numbers.with_counts({s: status_label(s) for s in STATUS_COLORS}, table["status"])
    counted = zip(table["inpatient"], table["sites"], table["status"], strict=True)
    rows = table.assign(
        kind=table["status"].map(labels),
        status_words=table["status"].map(status_label),
        reported=[
            numbers.n_of_n(n, total) if total else status_label(str(status))
            for n, total, status in counted
        ],
    )
    return rows, labels


def _cautions(store: Store, rows: pd.DataFrame, year: int) -> list[str]:
    """What to keep in mind of the counties of one report."""
    silent = rows[rows["status"] == "not answered"]["name"].tolist()
    missing = _("In {names}, the hospital did not answer that year. That is unknown, not zero.")
    cautions = (
        self_reported(),
        missing.format(names=numbers.listing(silent)) if silent else "",
        not_hospice(),
        reports.note(store, year),
        _(
            "Do not subtract the counties of two reports from each other: some counties "
            "did not answer every time."
        ),
    )
    return [text for text in cautions if text]


def older_claim(at_year: pd.DataFrame, affected: int, counties: int) -> list[Claim]:
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
