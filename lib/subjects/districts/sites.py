"""Every hospital site of one legislative district in groups, with a mark for each report year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lib.derive import reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, DistrictNumber
from lib.subjects.counties import words_care as county_care, words_list as county_list
from lib.subjects.counties.grouping import list_height, listed
from lib.subjects.counties.hospitals import listed_sites, site_columns, site_rows
from lib.subjects.districts import held as district_held
from lib.subjects.districts.held import Chamber  # noqa: TC001 - read as a type by the registry
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.sites import answers_held, in_no_district, silent_counties
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def district_sites(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """The general acute sites of a district and what each reported in each report year."""
    name, asked = district_held.named(store, chamber, number)
    years = reports.years(store)
    placed = district_held.placed(store, chamber)
    ids = placed[placed["number"].eq(asked)]["facility_id"]
    table = answers_held(store)
    silent = silent_counties(store)
    here = table[table["facility_id"].isin(ids)].sort_values("name")
    rows = listed_sites(site_rows(store, here, years, silent), years, silent).assign(
        county=lambda held: held["county_fips"].map(store.names)
    )
    own: Any = district_held.status(store, chamber).loc[asked]
    n, answered = int(own["reporting"]), int(own["answered"])
    return Draft(
        headline=county_care.district_headline(name, n, answered),
        subtitle=_(
            "Hospital sites in {name} by what each says on the state form about an inpatient "
            "program, largest first. One mark per report year: {years}. \u25c6 reports outpatient "
            "palliative care; numbers are acute care beds."
        ).format(name=name, years=numbers.listing([str(year) for year in years])),
        summary=("; ".join(f"{r.name}: {r.listed_words}" for r in each(rows)) or name) + ".",
        drawing=_("List of hospital sites in groups, with one mark per report year."),
        rows=rows,
        columns=site_columns(years, Column("county", _("County"))),
        period=numbers.years(years),
        as_of=str(reports.newest(store)),
        claims=district_held.newest_claim(store, n, answered),
        source_ids=reports.sources(store),
        caveats=(
            self_reported(),
            _(
                "Only sites of one report are listed: the file that names a site's district has "
                "no others. A site's district is not the area it serves."
            ),
            *in_no_district(store),
            district_held.lines(store, chamber),
            *reports.notes(store),
        ),
        definition=_(
            "General acute care hospital sites in the district that the state file names."
        ),
        chart=listed(rows, county_list.mark_words(), years, ("city", "owner", "number_words")),
        height=list_height(rows),
    )
