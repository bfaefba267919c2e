"""What programs are made of and where else care is given: teams, clinics, community, list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.claims import observed_claims, site_claim
from lib.subjects.shared.sites import answers_held, number_column, silent_counties
from lib.wording import numbers, states

if TYPE_CHECKING:
    from lib.store import Store

CLINICS = "palliative_hospital_outpatient_share_nhf_ucsf"
COMMUNITY = "county_without_community_palliative_count"


def _role_labels() -> dict[str, tuple[str, str]]:
    """Role -> (the role, the certified role)."""
    return {
        "physician": (_("Physician"), _("Certified physician")),
        "nurse": (_("Nurse"), _("Certified nurse")),
        "social_worker": (_("Social worker"), _("Certified social worker")),
        "chaplain": (_("Chaplain"), ""),
    }


def _role_rows(table: pd.DataFrame, reporting: int) -> pd.DataFrame:
    """One row a role and one a certified role, each of the sites that report a program."""
    records = []
    for row in each(table):
        role, certified = _role_labels()[str(row.role)]
        counted = [(role, row.with_role, "any", f"pc_{row.role}")]
        if certified:
            counted.append((certified, row.with_certified, "certified", f"pc_{row.role}_certified"))
        for group, n, kind, column in counted:
            records.append(
                {
                    "group": group,
                    "value": n / reporting,
                    "sites": int(n),
                    "reporting": reporting,
                    "kind": kind,
                    "label": numbers.n_of_n(n, reporting),
                    "column": column,
                }
            )
    return pd.DataFrame(records)


@figure
def team_make_up(store: Store) -> Draft:
    """The professions that reporting sites count in their inpatient team."""
    sites, year = store.table("hospital_programs"), reports.newest(store)
    complete, reporting = hospitals.complete_teams(sites, year)
    rows = _role_rows(hospitals.team_roles(sites, year), reporting)
    listed = "; ".join(f"{r.group}: {r.label}" for r in each(rows))
    return Draft(
        headline=programs.team_headline(complete, reporting, year),
        subtitle=_(
            "Sites that report an inpatient program and have at least one such person on the "
            "team, California, {year}. These are numbers of people, not full-time "
            "equivalents. The form does not ask about certification for chaplains."
        ).format(year=year),
        summary=_("Of the sites that report a program in {year}, teams count: {listed}.").format(
            year=year, listed=listed
        ),
        drawing=_("Bars by profession, with the certified members below each."),
        rows=rows,
        columns=(
            Column("group", _("Profession")),
            Column("sites", _("Sites with at least one"), "count"),
            Column("reporting", _("Sites that report a program"), "count"),
            Column("value", _("Share"), "share"),
        ),
        period=str(year),
        claims=[site_claim(store, r.group, r.sites, reporting, r.column) for r in each(rows)],
        caveats=(
            self_reported(),
            _("A team shared by two campuses is counted at each."),
        ),
        definition=_("All four professions: physician, nurse, social worker and chaplain."),
        chart=charts.bars(
            {"any": "@teal", "certified": "@light_teal"},
            count=len(rows),
            tooltip=(("group", _("Profession")), ("label", _("Sites"))),
        ),
        height=34 * len(rows),
    )


@figure
def outpatient_services(store: Store) -> Draft:
    """Clinics of hospitals with a palliative care service, in the survey of 2011."""
    held = store.observed(CLINICS, "CA", dimension="age")
    names = {"adult": _("Adult service"), "pediatric": _("Children's service")}
    rows = held.assign(
        group=held["group"].map(names),
        label=[
            numbers.n_of_n(n, total)
            for n, total in zip(held["numerator"], held["denominator"], strict=True)
        ],
        kind="any",
    )
    adult = rows[held["group"].eq("adult")].iloc[0]
    year = str(adult["period_end"])
    return Draft(
        headline=programs.outpatient_headline(
            int(adult["numerator"]), int(adult["denominator"]), year
        ),
        subtitle=_(
            "Share of California hospitals with a palliative care service that also had an "
            "outpatient service, {year} survey. Counts only hospitals with a service, not "
            "all hospitals."
        ).format(year=year),
        drawing=_("Two bars, adult and children's services."),
        rows=rows,
        columns=(
            Column("group", _("Service")),
            Column("numerator", _("With a clinic"), "count"),
            Column("denominator", _("With a service"), "count"),
            Column("value", _("Share"), "share"),
        ),
        period=year,
        indicator_ids=[CLINICS],
        claims=observed_claims(rows, "{group}"),
        caveats=(not_hospice(),),
        chart=charts.bars(
            {"any": "@teal"},
            count=len(rows),
            tooltip=(("group", _("Service")), ("label", _("Hospitals"))),
            top=0.5,
            step=52,
        ),
        height=52 * len(rows),
    )


@figure
def community_counties(store: Store) -> Draft:
    """Counties without community-based palliative care, the only count held."""
    held = store.observed(COMMUNITY, "CA")
    row = held.iloc[-1]
    without, total, year = int(row["value"]), int(row["denominator"]), str(row["period_end"])
    labels = {True: _("None"), False: _("Some")}
    counts = {True: without, False: total - without}
    rows = pd.DataFrame(
        [
            {
                "group": labels[none],
                "place": place,
                "kind": labels[none],
                "label": numbers.count(counts[none]) if place == counts[none] else "",
                "counties": counts[none],
                "year": int(year),
            }
            for none in (True, False)
            for place in range(1, counts[none] + 1)
        ]
    )
    return Draft(
        headline=programs.community_headline(without, total, year),
        subtitle=_(
            "Counties with and without community-based palliative care (care outside "
            "hospitals), {year} survey. We do not know which counties these were, and there "
            "is no later count."
        ).format(year=year),
        drawing=_("Two rows of squares. Each square is one county."),
        rows=rows,
        columns=(
            Column("group", _("Community-based palliative care")),
            Column("counties", _("Counties"), "count"),
            Column("year", _("Year"), "year"),
        ),
        period=year,
        indicator_ids=[COMMUNITY],
        claims=observed_claims(held),
        chart=charts.units(
            {labels[True]: "@sand", labels[False]: "@teal"},
            groups=2,
            across=max(counts.values()) + 5,
            tooltip=(("kind", _("Community-based palliative care")),),
            step=40,
        ),
        height=150,
    )


@figure
def hospital_list(store: Store) -> Draft:
    """Every general acute site with its answers in each year held; a table, not a chart."""
    table = answers_held(store)
    words = {"Yes": _("Yes"), "No": _("No"), "Unknown": states.not_collected()}
    rows = table.assign(
        county=table["county_fips"].map(store.names),
        owner=table["ownership"].map(lambda owner: programs.owner_label(store, owner)),
    )
    said = [c for c in rows.columns if c.startswith(("inpatient_", "outpatient_"))]
    silent = silent_counties(store)
    for column in said:
        year = int(column.rpartition("_")[2])
        rows[column] = [
            states.label("not answered") if (fips, year) in silent else words[answer]
            for fips, answer in zip(rows["county_fips"], rows[column], strict=True)
        ]
    newest = int(rows["last_year"].max())
    # The list is wider than a page: what scrolls out of sight is what is oldest.
    latest_first = reports.years(store)[::-1]
    return Draft(
        headline=programs.finder_headline(len(rows), newest),
        subtitle=_(
            "California general acute care hospital sites with an operating report in one of the "
            'years {years}, and their own answers. "Not collected here" does not mean No.'
        ).format(years=numbers.listing([str(year) for year in reports.years(store)])),
        drawing=_("Table of hospitals."),
        rows=rows,
        columns=(
            Column("name", _("Hospital")),
            Column("city", _("City")),
            Column("county", _("County")),
            Column("owner", _("Owner")),
            Column("general_acute_beds", _("Acute beds"), "count"),
            *(
                Column(f"inpatient_{year}", _("Inpatient {year}").format(year=year))
                for year in latest_first
            ),
            *(
                Column(f"outpatient_{year}", _("Outpatient {year}").format(year=year))
                for year in latest_first
            ),
            number_column(),
        ),
        period=numbers.years(reports.years(store)),
        as_of=str(newest),
        source_ids=reports.sources(store),
        caveats=(self_reported(), *reports.notes(store)),
        definition=_(
            "Each row is one general acute care hospital site, described as in its latest report."
        ),
    )
