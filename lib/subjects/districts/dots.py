"""The outline of one district with its hospital sites as dots, or with the nearest programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib import maps
from lib.derive import reports
from lib.i18n import _
from lib.maps import geometry
from lib.maps.dots import Name, largest, room
from lib.model import DistrictNumber  # noqa: TC001 - read as a type by the registry
from lib.subjects.counties import words_sites as county_sites
from lib.subjects.counties.clear import moved
from lib.subjects.counties.closer import closer, nearer_words
from lib.subjects.counties.dots import (
    citied,
    dot_columns,
    dot_tips,
    dots_of,
    drawn_last,
    framed,
    sided,
    sites_of,
    unplaced,
)
from lib.subjects.districts import held as district_held, words
from lib.subjects.districts.findings import nearest
from lib.subjects.districts.held import Chamber  # noqa: TC001 - read as a type by the registry
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from lib.maps.geometry import Frame
    from lib.store import Store

#: Programs of other districts that are shown where a district's own sites report none.
OUTSIDE = 4


@figure
def district_dots(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """The hospital sites of a district where they are, by what they report in the newest year."""
    name, asked = district_held.named(store, chamber, number)
    year = reports.newest(store)
    placed = district_held.placed(store, chamber)
    here = sites_of(store, placed[placed["number"].eq(asked)], year)
    near = nearest(store, chamber, asked, OUTSIDE)
    dots = dots_of(store, here, near, words.dot_words(year))
    located = dots.rows.dropna(subset=["lat", "lon"])
    outlines = store.topology["districts"][chamber]
    frame = framed(outlines, str(asked), located)
    part = closer(frame, located)
    rows = (
        citied(outlines, str(asked), dots.rows)
        if dots.reporting
        else _spaced(sided(outlines, str(asked), dots.rows), frame)
    )
    return Draft(
        headline=words.dots_headline(name, dots.reporting, float(near.iloc[0]["miles"])),
        subtitle=_(
            "Hospital sites by their own report of {year}; larger dots have more acute care beds. "
            "Dashed lines are counties. A site also serves people of other districts."
        ).format(year=year),
        summary=county_sites.dots_summary(name, dots.counted, year),
        drawing=_("Map of the district. Each dot is a hospital site."),
        rows=nearer_words(part, drawn_last(moved(outlines, str(asked), frame, rows))),
        columns=dot_columns(year, _("Miles from the district's center")),
        period=str(year),
        claims=district_held.newest_claim(store, dots.reporting, dots.answered),
        source_ids=[
            reports.newest_source(store),
            shapes(store),
            district_held.OUTLINES[chamber],
        ],
        caveats=(
            _(
                "The outline is for display: in a city a border can be off by about 100 meters. A "
                "site counts in the district that the state's file names for it."
            ),
            self_reported(),
            district_held.lines(store, chamber),
            *unplaced(len(rows) - len(located)),
        ),
        definition=_("General acute care hospital sites at the coordinates of the license list."),
        chart=maps.district_dots(
            dots.drawn,
            chamber=chamber,
            district=str(asked),
            named=_named(store, chamber, str(asked), frame, rows.dropna(subset=["lat", "lon"])),
            frame=frame,
            tooltip=dot_tips(),
            closer=part,
        ),
        height=500,
    )


def _spaced(rows: pd.DataFrame, frame: Frame) -> pd.DataFrame:
    """`rows` without the words of a dot that would lie over those of a nearer one."""
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    taken: list[geometry.Point] = []
    marks: list[str] = []
    for lon, lat, mark in zip(rows["lon"], rows["lat"], rows["mark"], strict=True):
        x, y = geometry.project(lon, lat) if mark else (0.0, 0.0)
        free = not any(abs(y - b) < UP * high and abs(x - a) < 0.45 * wide for a, b in taken)
        marks.append(mark if free else "")
        taken += [(x, y)] if mark and free else []
    shorts = [s if m else "" for s, m in zip(rows["short"], marks, strict=True)]
    return rows.assign(mark=marks, short=shorts)


#: Words stay so far from the edges of the frame and over each other, as parts of it.
EDGE, UP = 0.1, 0.07


def _named(
    store: Store, chamber: str, district: str, frame: Frame, rows: pd.DataFrame
) -> dict[str, Name]:
    """The counties in sight, then the numbers of neighboring districts, where there is room."""
    wide, high = frame.right - frame.left, frame.top - frame.bottom
    worded = [
        geometry.project(lon, lat)
        for lon, lat, mark in zip(rows["lon"], rows["lat"], rows["mark"], strict=True)
        if mark
    ]
    found: dict[str, Name] = {}
    for key, text, spot in _candidates(store, chamber, district):
        x, y = geometry.project(spot.longitude, spot.latitude)
        inside = abs(x - frame.left - wide / 2) < (0.5 - EDGE) * wide
        inside &= abs(y - frame.bottom - high / 2) < (0.5 - EDGE / 2) * high
        needed = room(x, y, worded)
        if inside and needed <= largest(frame):
            worded.append((x, y))
            found[key] = (text, round(spot.longitude, 3), round(spot.latitude, 3), needed)
    return found


def _candidates(
    store: Store, chamber: str, district: str
) -> Iterator[tuple[str, str, geometry.Spot]]:
    for fips, spot in geometry.spots(store.topology).items():
        yield fips, store.names[fips], spot
    for number, spot in geometry.spots(store.topology["districts"][chamber]).items():
        if number != district:
            yield f"district {number}", _("District {number}").format(number=number), spot
