"""The hospital sites of one legislative district and what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lib.derive import hospitals, places, reports
from lib.derive.rows import each
from lib.figures.assemble import (
    counted_claim,
    make,
    self_reported,
    site_locator,
)
from lib.figures.sites import number_column
from lib.i18n import _
from lib.model import Column, Figure
from lib.wording import county_care
from lib.wording.places import district_name

if TYPE_CHECKING:
    from lib.store import Store

__all__ = ["district_sites"]

Chamber = Literal["assembly", "senate", "congressional"]
District = Literal[
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
    "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46",
    "47", "48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61",
    "62", "63", "64", "65", "66", "67", "68", "69", "70", "71", "72", "73", "74", "75", "76",
    "77", "78", "79", "80",
]  # fmt: skip


def district_sites(store: Store, chamber: Chamber = "assembly", district: District = "1") -> Figure:
    """The general acute hospital sites that stand in a district, with what they report."""
    number = int(district)
    sites = store.table("hospital_programs")
    held = places.sites_of_district(store.table("hospital_districts"), sites, chamber, number)
    words = county_care.answer_words()
    rows = held.assign(
        county=held["county_fips"].map(store.names),
        reports=[
            words[county_care.answer_kind(*pair)]
            for pair in zip(
                held["inpatient_palliative"], held["outpatient_palliative"], strict=True
            )
        ],
    )
    n = int(held["inpatient_palliative"].eq(hospitals.YES).sum())
    name = district_name(chamber, number)
    return make(
        store,
        "district_sites",
        headline=county_care.district_headline(name, n, len(rows)),
        subtitle=_(
            "General acute hospital sites of {year} that stand in {name} and what each reports. "
            "A hospital also serves people of other districts. Districts as drawn in 2021."
        ).format(year=reports.newest(store), name=name),
        summary=("; ".join(f"{r.county}: {r.reports}" for r in each(rows)) or name) + ".",
        drawing=_("Table of hospital sites."),
        rows=rows,
        columns=(
            Column("name", _("Hospital site")),
            Column("city", _("City")),
            Column("county", _("County")),
            Column("general_acute_beds", _("General acute beds"), "count"),
            Column("reports", _("Reports, {year}").format(year=reports.newest(store))),
            number_column(),
        ),
        period=str(reports.newest(store)),
        as_of=str(reports.newest(store)),
        place=name,
        claims=[
            counted_claim(
                _("Sites that report an inpatient program"),
                n,
                len(rows),
                reports.newest_source(store),
                site_locator(
                    reports.newest(store), "inpatient_palliative by hospital_districts.csv"
                ),
            )
        ]
        if len(rows)
        else [],
        source_ids=[reports.newest_source(store)],
        caveats=(self_reported(),),
        definition=_(
            "The district in which the site stands, as the state report gives it; not the area it "
            "serves."
        ),
        params={"chamber": chamber, "district": district},
    )
