"""Counties without a reporting hospital, how far the nearest is, and the rural teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import charts
from lib.derive import distance, hospitals, people, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column
from lib.subjects.counties.nearest import how_measured, mile_claims, reporting_sites
from lib.subjects.rural import words as rural
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.claims import observed_claims
from lib.subjects.shared.status import county_status, status_label
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

OLDER, OLDEST = "population_65plus_count_dof", "population_85plus_count_dof"
#: The counties drawn, farthest first, and the distance that the headline counts from.
FARTHEST, FAR = 20, 50
TEAMS = "rural_2017"

#: The bars of the counties where no hospital reports an inpatient program.
NONE_REPORTS = {"outpatient only": "@light_teal", "none reported": "@sand", "no hospital": "@rule"}


def _status(store: Store) -> pd.DataFrame:
    return county_status(store, reports.newest(store))


def _without_rows(store: Store, older: pd.Series, oldest: pd.Series) -> pd.DataFrame:
    """The counties where no hospital reports, those with most older people first."""
    without = hospitals.counties_without(_status(store))
    rows = without.assign(
        group=without["name"],
        value=without["county_fips"].map(older).astype(float),
        oldest=without["county_fips"].map(oldest),
        reports=without["status"].map(status_label),
        kind=without["status"],
    ).sort_values("value", ascending=False)
    return rows.assign(label=rows["value"].map(numbers.count))


@figure
def rural_without(store: Store) -> Draft:
    """The counties where no hospital reports an inpatient program, by older residents."""
    report = reports.newest(store)
    older, year = people.up_to(store.observed(OLDER), report)
    oldest, _same = people.up_to(store.observed(OLDEST), report)
    by_county = older.set_index("geo_id")["value"]
    rows = _without_rows(store, by_county, oldest.set_index("geo_id")["value"])
    total = people.people_in(rows["county_fips"], older)
    top = int(rows["value"].max() // 10_000 + 1) * 10_000
    return Draft(
        headline=rural.without_headline(total, total / float(by_county["CA"]), len(rows)),
        subtitle=_(
            "People age 65 and older in {year}, by county; {n} of them are 85 and older. Light: "
            "a hospital reports outpatient services. Pale: the county has no general acute care "
            "hospital. Not all of these counties are rural."
        ).format(
            year=year,
            n=numbers.count(people.people_in(rows["county_fips"], oldest)),
        ),
        summary="; ".join(f"{r.group}: {r.label}" for r in each(rows)) + ".",
        drawing=_("Bar chart. Each bar is a county."),
        rows=rows,
        columns=(
            Column("group", _("County")),
            Column("reports", _("What its hospitals report")),
            Column("value", _("Age 65 and older"), "count"),
            Column("oldest", _("Age 85 and older"), "count"),
        ),
        period=numbers.years([year, report]),
        as_of=str(report),
        claims=observed_claims(
            older[older["geo_id"].isin(rows["county_fips"])].assign(
                place=lambda held: held["geo_id"].map(store.names)
            ),
            "{place}",
        ),
        source_ids=[reports.source(store, report)],
        indicator_ids=[OLDER],
        caveats=(self_reported(),),
        chart=charts.bars(
            NONE_REPORTS,
            count=len(rows),
            tooltip=(
                ("group", _("County")),
                ("reports", _("Report")),
                ("label", _("Age 65 and older")),
            ),
            top=top,
            ticks=range(0, top + 1, 20_000),
            value_format=",d",
            step=26,
        ),
        height=26 * len(rows),
    )


def _distance_rows(store: Store) -> pd.DataFrame:
    """Every county with the nearest site that reports a program, the farthest first."""
    found = distance.nearest_of_each(store.topology, reporting_sites(store))
    status = found["county_of"].map(_status(store).set_index("county_fips")["status"])
    return found.assign(
        group=found["county_of"].map(store.names),
        value=found["miles"],
        where=found["county_fips"].map(store.names),
        label=found["miles"].map(numbers.miles),
        kind=status,
        reports=status.map(status_label),
    ).sort_values("value", ascending=False)


@figure
def rural_distance(store: Store) -> Draft:
    """The counties farthest from a site that reports an inpatient program, straight line."""
    rows = _distance_rows(store)
    far = int(rows["value"].gt(FAR).sum())
    rows = rows.head(FARTHEST)
    first = rows.iloc[0]
    top = int(first["value"] // 20 + 1) * 20
    return Draft(
        headline=rural.distance_headline(str(first["group"]), float(first["value"]), far, FAR),
        subtitle=_(
            "Straight-line miles from each county's center to the nearest hospital site that "
            "reports an inpatient program, {year}; the {n} counties with the longest distances. "
            "Teal: a site in the county itself reports one. Roads are longer, and most people do "
            "not live at the center."
        ).format(year=reports.newest(store), n=len(rows)),
        summary="; ".join(f"{r.group}: {r.label}, {r.name}" for r in rows.itertuples(index=False))
        + ".",
        drawing=_("Bar chart. Each bar is a county, farthest first."),
        rows=rows,
        columns=(
            Column("group", _("County")),
            Column("reports", _("What its hospitals report")),
            Column("miles", _("Miles, straight line"), "number"),
            Column("name", _("Nearest reporting site")),
            Column("where", _("Its county")),
        ),
        period=str(reports.newest(store)),
        claims=mile_claims(store, rows, "group"),
        source_ids=[reports.newest_source(store), shapes(store)],
        caveats=(
            self_reported(),
            _("We have no travel times. Hospitals outside California are not counted."),
        ),
        definition=how_measured(),
        chart=charts.bars(
            {"inpatient": "@teal", **NONE_REPORTS},
            count=len(rows),
            tooltip=(
                ("group", _("County")),
                ("name", _("Nearest reporting site")),
                ("label", _("Distance")),
            ),
            top=top,
            ticks=range(0, top + 1, 20),
            value_format="d",
            step=26,
        ),
        height=26 * len(rows),
    )


@figure
def rural_teams(store: Store) -> Draft:
    """The members of the rural project of the retrospective, its five teams first."""
    cohort = store.table("cohorts").set_index("cohort_id").loc[TEAMS]
    members = store.table("cohort_members")
    members = members[members["cohort_id"] == TEAMS]
    leads = members["role"].str.startswith("team lead")
    rows = members.assign(
        order=(~leads).astype(int),
        county=[store.names[f] if f else _("Source does not say") for f in members["county_fips"]],
    ).sort_values(["order", "organization"])
    period = numbers.period(str(cohort["start"]), str(cohort["end"]))
    return Draft(
        headline=rural.teams_headline(
            int(str(cohort["participant_count"]).removesuffix(".0")), period
        ),
        subtitle=_("{name}, funded by the {funder}. {contribution}").format(
            name=cohort["name"], funder=cohort["funder"], contribution=cohort["contribution"]
        ),
        summary="; ".join(f"{r.organization}: {r.role}" for r in each(rows)) + ".",
        drawing=_("Table of organizations."),
        rows=rows,
        columns=(
            Column("organization", _("Organization")),
            Column("role", _("Role")),
            Column("county", _("County")),
        ),
        period=period,
        as_of=numbers.date(str(cohort["end"])),
        source_ids=[str(cohort["source_id"]), *rows["source_id"].drop_duplicates()],
        caveats=(
            _("Timing does not prove cause. Counties are named only where a source names them."),
        ),
        definition=_("Members of the initiative as named on its own pages."),
    )
