"""One county with its hospital sites as dots, or with the nearest programs where it has none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import maps
from lib.derive import distance, hospitals, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.maps import geometry
from lib.maps.dots import Dot, Name, largest, room
from lib.model import Column, County
from lib.subjects.counties import words_sites as words
from lib.subjects.counties.clear import moved
from lib.subjects.counties.closer import closer, nearer_words
from lib.subjects.counties.held import county_name
from lib.subjects.counties.nearest import is_hospital, reporting_sites
from lib.subjects.counties.sides import cities, on_a_phone, sides
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.claims import newest_claim
from lib.subjects.shared.sites import answers_held, number_column, told_apart
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.maps.geometry import Frame
    from lib.store import Store

DOTS = {
    "reports": Dot("@teal", "@paper"),
    "none": Dot("@paper", "@ochre_text"),
    "silent": Dot("@paper", "@soft", is_dashed=True),
    "outside": Dot("@light_teal", "@ink"),
}

#: Programs of other counties that are shown where a county's own sites report none.
OUTSIDE = 4
#: The part of a county's width that is shown around it.
AROUND = 0.1


@figure
def county_dots(store: Store, county: County = "06037") -> Draft:
    """The hospital sites of a county where they are, by what they report in the newest year."""
    name, year = county_name(store, county), reports.newest(store)
    sites = store.table("hospital_programs")
    here = sites_of(store, sites[sites["county_fips"] == county], year)
    near = distance.nearest(store.topology, reporting_sites(store), county, OUTSIDE)
    dots = dots_of(store, here, near, words.dot_words(year))
    rows = (citied if dots.reporting else sided)(store.topology, county, dots.rows)
    placed = rows.dropna(subset=["lat", "lon"])
    frame = framed(store.topology, county, placed)
    rows = moved(store.topology, county, frame, rows)
    part = closer(frame, placed)
    return Draft(
        headline=words.dots_headline(
            name, dots.reporting, dots.answered, float(near.iloc[0]["miles"])
        ),
        subtitle=_(
            "General acute care hospital sites by their own report of {year}; larger dots have "
            "more acute care beds. A dot shows where a site is, not who it serves."
        ).format(year=year),
        summary=words.dots_summary(name, dots.counted, year),
        drawing=_("Map of the county. Each dot is a hospital site."),
        rows=nearer_words(part, drawn_last(rows)),
        columns=dot_columns(year, _("Miles from the county's center")),
        period=str(year),
        claims=newest_claim(store, dots.reporting, dots.answered, "inpatient_palliative by county"),
        source_ids=[reports.newest_source(store), shapes(store)],
        caveats=(self_reported(), *unplaced(len(rows) - len(placed))),
        definition=_("General acute care hospital sites at the coordinates of the license list."),
        chart=maps.dots(
            dots.drawn,
            county=county,
            neighbors=_neighbors(store, county, placed),
            frame=frame,
            tooltip=dot_tips(),
            closer=part,
        ),
        height=350,
    )


@dataclass(frozen=True)
class Dots:
    """The dots of a place: the `rows`, how many report of how many, and the kinds of dots.

    `counted` has the words and the number of each kind, `drawn` the words and the look of those
    that have a place on the map.
    """

    rows: pd.DataFrame
    reporting: int
    answered: int
    counted: list[tuple[str, int]]
    drawn: dict[str, Dot]


def dots_of(store: Store, here: pd.DataFrame, near: pd.DataFrame, kinds: Mapping[str, str]) -> Dots:
    """The sites of a place and, where none of them reports a program, the nearest that do.

    `here` is as `sites_of` gives it; `kinds` is key of a dot -> its words.
    """
    reporting = int(here["key"].eq("reports").sum())
    rows = here if reporting else pd.concat([here, outside(store, near)], ignore_index=True)
    rows = rows.assign(group=told_apart(rows), kind=rows["key"].map(kinds))
    counts, placed = rows["key"].value_counts(), set(rows.dropna(subset=["lat", "lon"])["key"])
    return Dots(
        rows=rows,
        reporting=reporting,
        answered=int(here["key"].ne("silent").sum()),
        counted=[(kinds[key], int(counts[key])) for key in DOTS if key in counts],
        drawn={kinds[key]: dot for key, dot in DOTS.items() if key in placed},
    )


def dot_columns(year: int, miles: str) -> tuple[Column, ...]:
    """The columns of the dots; `miles` says from where."""
    return (
        Column("name", _("Hospital site")),
        Column("city", _("City")),
        Column("where", _("County")),
        Column("kind", _("Report of {year}").format(year=year)),
        Column("beds_words", _("General acute beds")),
        Column("miles_words", miles),
        number_column(),
    )


def dot_tips() -> tuple[tuple[str, str], ...]:
    """What a touched dot says."""
    return (("name", _("Hospital")), ("city", _("City")), ("kind", _("Report")))


def sites_of(store: Store, rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """The sites of `rows` of hospital_programs by their newest answer, with their places."""
    table = answers_held(store)
    table = table[table["facility_id"].isin(rows["facility_id"])]
    places = store.table("facilities")
    places = places[is_hospital(store, places)].set_index("facility_id")[["lat", "lon"]]
    newest = f"inpatient_{year}"
    said = table[newest] if newest in table else pd.Series(hospitals.UNKNOWN, index=table.index)
    beds = pd.to_numeric(table["general_acute_beds"])
    keys = {hospitals.YES: "reports", hospitals.NO: "none"}
    found = table[["facility_id", "name", "city"]].assign(
        key=[keys.get(str(answer), "silent") for answer in said],
        beds=beds.fillna(0).astype(float),
        beds_words=["" if pd.isna(n) else numbers.count(n) for n in beds],
        where=table["county_fips"].map(store.names),
        miles_words="",
        mark="",
        short="",
        side="right",
    )
    return found.join(places, on="facility_id")


def outside(store: Store, near: pd.DataFrame) -> pd.DataFrame:
    """The nearest sites that report a program, with their miles beside them."""
    return pd.DataFrame(
        [
            {
                "facility_id": r.facility_id,
                "name": r.name,
                "city": r.city,
                "key": "outside",
                "beds": 0.0,
                "beds_words": "",
                "where": store.names[r.county_fips],
                "miles_words": numbers.count(r.miles),
                "mark": _("{city}, {miles} mi").format(city=r.city, miles=numbers.count(r.miles)),
                "short": numbers.miles(r.miles),
                "lat": r.lat,
                "lon": r.lon,
                "side": "right",
            }
            for r in each(near.drop_duplicates("city"))
        ]
    )


def sided(topology: dict[str, Any], shape: str, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the side of its dot on which the words of each stand."""
    placed = rows.dropna(subset=["lat", "lon"])
    frame = framed(topology, shape, placed)
    worded = placed[placed["mark"].ne("")]
    chosen = sides(
        frame,
        [(*geometry.project(float(r.lon), float(r.lat)), len(str(r.mark))) for r in each(worded)],
    )
    return rows.assign(
        side=pd.Series(chosen, index=worded.index).reindex(rows.index, fill_value="right")
    )


def citied(topology: dict[str, Any], shape: str, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the name of its city beside one dot of each, where there is room."""
    placed = rows.dropna(subset=["lat", "lon"]).sort_values("beds", ascending=False)
    frame = framed(topology, shape, placed)
    dots = [(*geometry.project(float(r.lon), float(r.lat)), str(r.city)) for r in each(placed)]
    named = {placed.index[at]: held for at, held in cities(frame, dots).items()}
    words = pd.Series({at: city for at, (city, _side) in named.items()}, dtype=object)
    side = pd.Series({at: side for at, (_city, side) in named.items()}, dtype=object)
    mark = words.reindex(rows.index, fill_value="")
    shown = {
        at: (x, y, *named[at])
        for at, (x, y, _city) in zip(placed.index, dots, strict=True)
        if at in named
    }
    room = on_a_phone(frame, [*shown.values()])
    kept = [at for at, has_room in zip(shown, room, strict=True) if has_room]
    return rows.assign(
        mark=mark,
        short=mark.where(mark.index.isin(kept), ""),
        side=side.reindex(rows.index, fill_value="right"),
    )


def framed(topology: dict[str, Any], shape: str, rows: pd.DataFrame) -> Frame:
    """The frame around a county or district and every dot, with a little room."""
    frame = geometry.frame(topology, [shape])
    spots = [geometry.project(float(r.lon), float(r.lat)) for r in each(rows)]
    across = [frame.left, frame.right, *(x for x, _y in spots)]
    up = [frame.bottom, frame.top, *(y for _x, y in spots)]
    left, right, bottom, top = min(across), max(across), min(up), max(up)
    room = AROUND * max(right - left, top - bottom)
    return replace(
        frame, left=left - room, right=right + room, bottom=bottom - room, top=top + room
    )


def drawn_last(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with large dots beneath small ones, and of equal ones those that report none last.

    No kind lies over the other: a city must not look as if all its sites report a program.
    """
    order = ["outside", "reports", "none", "silent"]
    ranked = rows.assign(rank=rows["key"].map(order.index))
    return ranked.sort_values(["beds", "rank"], ascending=[False, True])


#: A name of a neighbor stays this part of the frame's width away from its edges.
EDGE = 0.13


def _neighbors(store: Store, county: str, rows: pd.DataFrame) -> dict[str, Name]:
    """Every other county, with its name where the frame has room for it."""
    frame = framed(store.topology, county, rows)
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    worded = [geometry.project(float(r.lon), float(r.lat)) for r in each(rows) if r.mark]
    found = {}
    for fips, spot in geometry.spots(store.topology).items():
        x, y = geometry.project(spot.longitude, spot.latitude)
        inside = abs(x - frame.left - wide / 2) < (0.5 - EDGE) * wide
        inside &= abs(y - frame.bottom - high / 2) < 0.46 * high
        needed = room(x, y, worded)
        if fips != county:
            is_named = inside and needed <= largest(frame)
            name, scale = (store.names[fips], needed) if is_named else ("", 0.0)
            found[fips] = (name, round(spot.longitude, 3), round(spot.latitude, 3), scale)
    return found


def unplaced(n: int) -> list[str]:
    """What is said of sites that no map can show."""
    if not n:
        return []
    return [_("Sites without coordinates, in the table only: {n}.").format(n=numbers.count(n))]
