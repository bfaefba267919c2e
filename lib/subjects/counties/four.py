"""The four numbers at the top of a county's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import comparing
from lib.derive.rows import each
from lib.i18n import _
from lib.model import County  # noqa: TC001 - read as types when a figure is built
from lib.subjects.counties import (
    words as county_words,
    words_beside as beside,
    words_sites as county_sites,
)
from lib.subjects.counties.held import county_name, peer_codes
from lib.subjects.counties.profile import (
    how_compared,
    number_claims,
    number_columns,
    number_row,
    number_spine,
)
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.wording import numbers, places

if TYPE_CHECKING:
    from lib.store import Store

#: What the top of the page may show, in reading order; the first that a county can compare are.
FIRST = (
    "inpatient_site_share",
    "inpatient_bed_share",
    "team_member_rate",
    "people_65_share",
    "growth_65_2060",
    "death_rate",
    "poverty_share",
)
FOUR = 4

#: Pixels a number takes: all four are as high as the map beside them.
STEP = 64


def _of_years(years: list[str]) -> str:
    """Of which year the numbers are, in few words: the sentence under the headline is two lines."""
    if len(years) == 1:
        return _("All are of {year}.").format(year=years[0])
    return _("They are of {years}.").format(years=numbers.listing(years))


@figure
def county_four(store: Store, county: County = "06037") -> Draft:
    """Four numbers of a county on lines from the lowest to the highest county."""
    codes = peer_codes(store, county, "all", "8")
    every = [number_row(store, m, county, codes) for m in FIRST]
    rows = pd.DataFrame([row for row in every if row["county_at"] is not None][:FOUR])
    name, sides = county_name(store, county), rows["state_side"].value_counts()
    rows["beside_state"] = [beside.side_words(side) for side in rows["state_side"]]
    years = sorted({str(period)[-4:] for period in rows["period"]})
    return Draft(
        headline=county_sites.four_headline(
            name, *(int(sides.get(side.value, 0)) for side in comparing.Side)
        ),
        subtitle=" ".join(
            (
                places.line_of_counties(),
                _of_years(years),
                _("About the same: within one percentage point, or 2% of other numbers."),
            )
        ),
        summary=_("{name}: {shown}.").format(
            name=name,
            shown="; ".join(
                _("{measure}: {county} (similar counties {peers}, California {state})").format(
                    measure=r.group, county=r.label, peers=r.peers, state=r.state
                )
                for r in each(rows)
            ),
        ),
        drawing=_("Lines with a mark for the county, similar counties and the state."),
        rows=rows,
        columns=number_columns(name),
        period=_("latest year of each number, {years}").format(years=", ".join(years)),
        as_of=max((y for y in years if y <= store.edition.date), default=years[0]),
        claims=number_claims(store, tuple(rows["measure_id"]), county),
        caveats=[
            self_reported(),
            _("Similar counties, alike in {traits}: {counties}.").format(
                traits=places.likeness_words("all"),
                counties=county_words.listed_counties(store.names, codes),
            ),
            *(f"{r.group}: {r.note}." for r in each(rows) if r.note),
        ],
        definition=how_compared(),
        chart=number_spine(("county_at", "peers_at", "state_at"), len(rows), len(codes), STEP),
        height=STEP * len(rows) + 40,
    )
