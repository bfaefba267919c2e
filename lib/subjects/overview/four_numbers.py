"""The numbers beside the map of the first page: four of one report year that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, people, places, reports, rurality
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Claim, Column
from lib.subjects.overview import words
from lib.subjects.overview.status_map import OLDER, older_claim
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.claims import site_claim
from lib.subjects.shared.sites import in_no_district
from lib.subjects.shared.status import county_status
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


def _reporting(sites: pd.DataFrame, chosen: pd.Series) -> tuple[int, int]:
    """Sites of a choice that report an inpatient program, and those that answered."""
    counted = hospitals.reporting(sites[chosen], [], "inpatient_palliative")
    if counted.empty:
        return 0, 0
    row = counted.iloc[0]
    return int(row["reporting"]), int(row["answered"])


def _districts(store: Store, sites: pd.DataFrame) -> tuple[int, int]:
    """Assembly districts in which no site reports an inpatient program, and all of them."""
    table = store.table("hospital_districts")
    yes = sites.loc[sites["inpatient_palliative"].eq(hospitals.YES), "facility_id"]
    reached = table.loc[table["facility_id"].isin(set(yes)), "assembly_district"].nunique()
    total = places.CHAMBERS["assembly"]
    return total - int(reached), total


def _older(store: Store, year: int) -> tuple[int, float, int, list[Claim]]:
    """People 65 and older where no site reports: number, share, counties, and its claim if any."""
    without = hospitals.counties_without(county_status(store, year))
    at_year, _counted = people.up_to(store.observed(OLDER), year)
    count = people.people_in(without["county_fips"], at_year)
    state = float(at_year[at_year["geo_id"] == "CA"]["value"].sum())
    if at_year.empty or not state:
        return count, 0.0, len(without), []
    claims = older_claim(at_year, count, len(without))
    return count, count / state, len(without), claims


@figure
def four_numbers(store: Store) -> Draft:
    """Owners, rural counties, older people and districts in the latest report year."""
    year = reports.newest(store)
    table = store.table("hospital_programs")
    sites = table[table["year"] == year]
    rural_by = rurality.first(store)
    classes = rurality.county_classes(store, rural_by)
    rural = rurality.is_rural(store, sites["county_fips"].map(classes), rural_by)
    counts = {
        "nonprofit": _reporting(sites, sites["ownership"].eq("nonprofit")),
        "for-profit": _reporting(sites, sites["ownership"].eq("for-profit")),
        "rural": _reporting(sites, rural),
        "other": _reporting(sites, ~rural),
        "districts": _districts(store, sites),
    }
    older, share, counties, older_claims = _older(store, year)
    said = {name: numbers.n_of_n(*count) for name, count in counts.items()}
    rows = pd.DataFrame(
        [
            (said["nonprofit"], words.owners(said["for-profit"]), "reported"),
            (said["rural"], words.rural(said["other"]), "reported"),
            (numbers.count(older), words.older(numbers.exact_percent(share), counties), "missing"),
            (said["districts"], words.districts(), "missing"),
        ],
        columns=["value", "note", "kind"],
    )
    labels = words.claims()
    return Draft(
        headline=words.four_headline(year),
        subtitle=words.four_subtitle(year),
        summary="; ".join(f"{row.value} {row.note}" for row in each(rows)) + ".",
        drawing=_("Four numbers."),
        rows=rows,
        columns=(Column("value", _("Number")), Column("note", _("What"))),
        period=str(year),
        claims=[
            *(
                site_claim(store, labels[name], n, total, "inpatient_palliative")
                for name, (n, total) in counts.items()
            ),
            *older_claims,
        ],
        source_ids=[
            str(rurality.definitions(store).at[rural_by, "source_id"])
            or reports.newest_source(store)
        ],
        caveats=(self_reported(), not_hospice(), *in_no_district(store)),
        definition=words.four_definition(),
    )
