"""The sites nearest to a county's center that report an inpatient program, with their miles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lib import charts
from lib.derive import distance, hospitals, reports, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Claim, Column, County, Status
from lib.subjects.counties import words_care as county_care
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.sites import number_column, told_apart
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.store import Store

#: The part of the types of sites that are hospitals.
HOSPITAL = "hospital"
NEAREST = 6


def is_hospital(store: Store, facilities: pd.DataFrame) -> pd.Series[bool]:
    """For each row of the facilities: a hospital, and no hospice office."""
    return facilities["type"].map(vocabulary.parts(store, "facility_type")).eq(HOSPITAL)


def reporting_sites(store: Store) -> pd.DataFrame:
    """The sites that report an inpatient program in the newest year, with their positions."""
    sites = store.table("hospital_programs")
    newest = sites[
        (sites["year"] == reports.newest(store)) & sites["inpatient_palliative"].eq(hospitals.YES)
    ]
    placed = store.table("facilities")
    placed = placed[is_hospital(store, placed)][["facility_id", "lat", "lon"]]
    return newest.merge(placed, on="facility_id")


@lru_cache(maxsize=64)
def _mile_bars(count: int, top: int) -> Mapping[str, Any]:
    return charts.bars(
        {"here": "@teal", "elsewhere": "@earlier_mark"},
        count=count,
        tooltip=(("name", _("Hospital")), ("where", _("County")), ("label", _("Distance"))),
        top=top,
        ticks=range(0, top + 1, max(10, top // 50 * 10)),
        value_format="d",
        is_long=True,
    )


def mile_claims(store: Store, rows: pd.DataFrame, named_by: str) -> list[Claim]:
    """Where each distance (`label`) of a site (`facility_id`) comes from, named by a column."""
    return [
        Claim(
            label=str(name),
            value=str(miles),
            source_id=reports.newest_source(store),
            locator=_(
                "facilities.csv, lat and lon of {facility}; distance in EPSG:3310 from the "
                "geographic center of the county"
            ).format(facility=facility),
            status=Status.DERIVED,
        )
        for name, miles, facility in zip(
            rows[named_by], rows["label"], rows["facility_id"], strict=True
        )
    ]


def how_measured() -> str:
    """From where to where the miles are."""
    return _(
        "Measured from the geographic center of the county. We do not have population centers."
    )


@figure
def county_nearest(store: Store, county: County = "06037") -> Draft:
    """The sites that report an inpatient program nearest to the middle of a county."""
    found = distance.nearest(store.topology, reporting_sites(store), county, NEAREST)
    name = county_name(store, county)
    rows = found.assign(
        group=told_apart(found),
        value=found["miles"],
        where=found["county_fips"].map(store.names),
        label=found["miles"].map(numbers.miles),
        kind=["here" if fips == county else "elsewhere" for fips in found["county_fips"]],
    )
    first = rows.iloc[0]
    return Draft(
        headline=county_care.nearest_headline(
            name, str(first["name"]), str(first["where"]), float(first["miles"])
        ),
        subtitle=_(
            "Straight-line miles from the geographic center of {name} to the nearest hospital sites "
            "that report an inpatient program in {year}; strong bars are in the county. Roads are "
            "longer, and most people may not live near the center."
        ).format(name=name, year=reports.newest(store)),
        summary=_("{listed}.").format(
            listed="; ".join(f"{r.name} ({r.where}): {r.label}" for r in each(rows))
        ),
        drawing=_("Bar chart. Each bar is a hospital site."),
        rows=rows,
        columns=(
            Column("name", _("Hospital site")),
            Column("city", _("City")),
            Column("where", _("County")),
            Column("miles", _("Miles, straight line"), "number"),
            number_column(),
        ),
        period=str(reports.newest(store)),
        claims=mile_claims(store, rows, "name"),
        source_ids=[reports.newest_source(store), shapes(store)],
        caveats=(
            self_reported(),
            _(
                "Straight lines on a standard California map projection, accurate here to "
                "within 0.2 percent. We have no travel times. Hospitals outside California are "
                "not in the state report and are not counted."
            ),
        ),
        definition=how_measured(),
        chart=_mile_bars(len(rows), _top(rows["miles"].max())),
        height=34 * len(rows) + 30,
    )


def _top(miles: float) -> int:
    """The end of the mile axis, in steps of 20."""
    return int(miles // 20 + 1) * 20
