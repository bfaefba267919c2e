"""One legislative district in sentences, and the counties that it takes part of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.derive import distance, hospitals, reports, unknowns
from lib.derive.comparing import side
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Claim, Column, DistrictNumber, Status
from lib.subjects.counties.nearest import reporting_sites
from lib.subjects.districts import held as district_held, words
from lib.subjects.districts.held import Chamber, filed_locator
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported
from lib.subjects.shared.sites import in_no_district
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store


@figure
def district_findings(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """The findings of one district, most important first, and its headline."""
    name, asked = district_held.named(store, chamber, number)
    table, year = district_held.status(store, chamber), reports.newest(store)
    own: Any = table.loc[asked]
    state = _of_the_state(store, year)
    report = reports.newest_source(store)
    middle = float(table["share"].median())
    where = "" if pd.isna(own["share"]) else str(side(float(own["share"]), middle, "share"))
    found = [
        Claim(text, "", report, filed_locator(year), Status.DERIVED)
        for text in _sentences(store, chamber, asked)
    ]
    return Draft(
        headline=words.headline(name, int(own["reporting"]), int(own["answered"]), year),
        subtitle=words.compared(state, chamber, int(own["answered"]), middle, where),
        summary=" ".join(claim.label for claim in found),
        drawing=_("List of findings."),
        rows=pd.DataFrame(
            [(claim.label, store.source(report).title, claim.locator) for claim in found],
            columns=["finding", "source", "locator"],
        ),
        columns=(
            Column("finding", _("Finding")),
            Column("source", _("Source")),
            Column("locator", _("Where in the source")),
        ),
        period=str(year),
        claims=found,
        caveats=(
            self_reported(),
            not_hospice(),
            district_held.lines(store, chamber),
            *in_no_district(store),
        ),
    )


def _of_the_state(store: Store, year: int) -> tuple[int, int]:
    """Sites of the state that report a program and that answered: also those of no district."""
    sites = store.table("hospital_programs")
    counted = hospitals.reporting(sites[sites["year"].eq(year)], [], "inpatient_palliative").iloc[0]
    return int(counted["reporting"]), int(counted["answered"])


def _sentences(store: Store, chamber: str, number: int) -> list[str]:
    """What to say of a district, the most important first."""
    table, year = district_held.status(store, chamber), reports.newest(store)
    own: Any = table.loc[number]
    name = district_held.named(store, chamber, str(number))[0]
    found = [f"{words.headline(name, int(own['reporting']), int(own['answered']), year)}."]
    if not own["reporting"]:
        near = nearest(store, chamber, number, 1).iloc[0]
        found.append(words.nearest(str(near["name"]), str(near["city"]), float(near["miles"])))
    if own["answered"] > 1:
        more = int(table["share"].gt(own["share"]).sum())
        found.append(words.standing(more, len(table) - 1, chamber))
    if own["reporting"]:
        found.append(words.beds(name, int(own["beds_reporting"]), int(own["beds"])))
    found.append(words.outpatient(int(own["outpatient"]), int(own["answered"]), year))
    return found


@lru_cache(maxsize=512)
def nearest(store: Store, chamber: str, number: int, n: int) -> pd.DataFrame:
    """The reporting sites nearest to the center of a district, with their miles."""
    shapes = store.topology["districts"][chamber]
    return distance.nearest(shapes, reporting_sites(store), str(number), n)


@figure
def district_counties(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """The counties that a district takes part of, with its share of each and theirs of it."""
    name, asked = district_held.named(store, chamber, number)
    shared = store.table("county_districts")
    rows = shared[shared["chamber"].eq(chamber) & shared["number"].eq(asked)]
    rows = rows.sort_values("share_of_district", ascending=False)
    rows = rows.assign(county=rows["county_fips"].map(store.names))
    about: Any = district_held.listed(store, chamber).loc[asked]
    people = int(about["population_2020"])
    return Draft(
        headline=words.counties_headline(
            name, len(rows), int(rows["share_of_county"].ge(0.9995).sum())
        ),
        subtitle=_(
            "Shares of the people counted in 2020. The district had {people} people."
        ).format(people=numbers.count(people)),
        summary=_("{listed}.").format(
            listed="; ".join(
                _("{county}: {of_district} of the district, {of_county} of the county").format(
                    county=r.county,
                    of_district=numbers.percent(r.share_of_district),
                    of_county=numbers.percent(r.share_of_county),
                )
                for r in each(rows)
            )
        ),
        drawing=_("Table of counties."),
        rows=rows,
        columns=(
            Column("county", _("County")),
            Column("share_of_district", _("Share of the district's people"), "share"),
            Column("share_of_county", _("Share of the county's people"), "share"),
        ),
        period=_("2020"),
        as_of="2020",
        claims=[
            Claim(
                _("{county}, share of the district").format(county=r.county),
                numbers.exact_percent(r.share_of_district),
                str(r.source_id),
                _("county_districts.csv, row of {county}").format(county=r.county_fips),
                Status.DERIVED,
            )
            for r in each(rows)
        ],
        source_ids=str(about["source_ids"]).split(" "),
        caveats=(
            _(
                "These are all people, not people 65 and older: we found no count of older people "
                "by district. Shares for the Assembly place each group of blocks at its center, "
                "so they can be off by about one percentage point."
            ),
            district_held.lines(store, chamber),
        ),
        definition=_("People of the 2020 census who live in both the county and the district."),
    )


def unknown(store: Store) -> list[tuple[str, str]]:
    """What is not known of districts, and who might know."""
    return unknowns.of(store, ["Districts"])
