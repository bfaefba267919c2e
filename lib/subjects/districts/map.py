"""The districts of one chamber by what their hospital sites report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import maps
from lib.derive import reports
from lib.derive.rows import each
from lib.i18n import _
from lib.maps import geometry
from lib.model import Column
from lib.subjects.county_map.classes import ZOOMS
from lib.subjects.county_map.drawing import Zoom  # noqa: TC001 - read as a type by the registry
from lib.subjects.districts import held as district_held, rows as districts, words
from lib.subjects.districts.findings import nearest
from lib.subjects.districts.held import Chamber  # noqa: TC001 - read as a type by the registry
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.claims import site_claim
from lib.subjects.shared.sites import in_no_district
from lib.wording import numbers
from lib.wording.places import district_name

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store

COLORS = {
    # Steps that no zero resembles in gray.
    "all": "@supply_5",
    "half": "@supply_3",
    "some": "@supply_1",
    "none": "@zero",
    "silent": "@paper",
}


@figure
def district_map(store: Store, chamber: Chamber = "assembly", zoom: Zoom = "state") -> Draft:
    """The districts of a chamber in classes of the share of sites that report a program."""
    year, rows = reports.newest(store), _rows(store, chamber)
    none = int((rows["reporting"].eq(0) & rows["answered"].gt(0)).sum())
    counts = rows["class"].value_counts()
    labels = numbers.with_counts(words.map_kinds(), rows["class"])
    rows = rows.assign(kind=rows["class"].map(labels))
    return Draft(
        headline=words.map_headline(chamber, none, len(rows), year),
        subtitle=_(
            "Districts by the share of their hospital sites that report an inpatient program, of "
            "those that answered in {year}. Dashed lines are counties. {lines}"
        ).format(year=year, lines=district_held.lines(store, chamber)),
        summary=_("Districts in {year}: {listed}.").format(
            year=year,
            listed="; ".join(f"{words.map_kinds()[key]}: {counts[key]}" for key in labels),
        ),
        drawing=_("Map of the districts in classes."),
        rows=rows,
        columns=_columns(),
        period=str(year),
        claims=[
            site_claim(
                store,
                _("Districts in which no site reports an inpatient program"),
                none,
                len(rows),
                district_held.asked(),
            )
        ],
        source_ids=[
            reports.newest_source(store),
            shapes(store),
            district_held.OUTLINES[chamber],
        ],
        caveats=(
            _(
                "Districts have few hospital sites: a share of one answer is 0% or 100%. A site "
                "counts where it is; people cross district lines for care."
            ),
            *in_no_district(store),
            self_reported(),
        ),
        definition=_(
            "General acute care hospital sites in the district that the state file names."
        ),
        chart=maps.districts(
            {labels[key]: COLORS[key] for key in labels},
            chamber=chamber,
            tooltip=(("name", _("District")), ("of_words", _("Report a program"))),
            frame=geometry.frame(store.topology, ZOOMS[zoom]),
            is_whole=zoom == "state",
        ),
        height=600,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("District")),
        Column("answered", _("Sites that answered"), "count"),
        Column("reporting", _("Report an inpatient program"), "count"),
        Column("share", _("Share"), "share"),
        Column("beds_reporting", _("Acute care beds at these sites"), "count"),
        Column("beds", _("Acute care beds"), "count"),
        Column("near_words", _("Nearest that reports one, where no site in the district does")),
        Column("population", _("People, 2020"), "count"),
    )


def _rows(store: Store, chamber: str) -> pd.DataFrame:
    """One row a district with the place of its number on the map."""
    table = district_held.status(store, chamber).reset_index()
    spots = geometry.spots(store.topology["districts"][chamber])
    found = [spots[str(number)] for number in table["number"]]
    near = [
        None if r.reporting else nearest(store, chamber, int(r.number), 1).iloc[0]
        for r in each(table)
    ]
    return table.assign(
        district=table["number"].astype(str),
        name=[district_name(chamber, int(number)) for number in table["number"]],
        population=district_held.listed(store, chamber)["population_2020"].to_list(),
        of_words=[numbers.n_of_n(r.reporting, r.answered) for r in each(table)],
        near_words=[
            ""
            if row is None
            else _("{site}, {city}: {miles} mi").format(
                site=row["name"], city=row["city"], miles=numbers.count(row["miles"])
            )
            for row in near
        ],
        near_site=["" if row is None else str(row["name"]) for row in near],
        near_miles=[float("nan") if row is None else float(row["miles"]) for row in near],
        spot_lon=[spot.longitude for spot in found],
        spot_lat=[spot.latitude for spot in found],
        spot_width=[spot.width for spot in found],
        spot_height=[spot.height for spot in found],
        **{"class": [districts.kind(int(r.reporting), int(r.answered)) for r in each(table)]},
    )
