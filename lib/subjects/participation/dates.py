"""Every published count of who takes part, as a dot at its date: most have one date only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import timing, vocabulary
from lib.i18n import _
from lib.model import Column
from lib.subjects.participation import words
from lib.subjects.participation.networks import CENTERS, MEMBERS, POINTS, TEAMS
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

#: Totals that the source gives as "more than" a number.
FLOORS = (TEAMS, "caccc_partner_institution_count")
COLORS = {"CA": "@teal", "US": "@ochre_text"}
#: Pixels for the names of the counts.
LEFT = 330


def _lanes(store: Store) -> list[tuple[str, str]]:
    """The counts in the order of their lanes: (indicator, place)."""
    here = [(indicator_id, "CA") for indicator_id in vocabulary.words(store, POINTS)]
    return [*here, *((indicator_id, "US") for indicator_id in (MEMBERS, TEAMS, CENTERS))]


def _dots(store: Store) -> pd.DataFrame:
    """One row a published number, lane by lane, each at its date."""
    parts = []
    for indicator_id, place in _lanes(store):
        held = store.observed(indicator_id, place)
        if held.empty:
            continue
        name = words.lane(indicator_id, place)
        held = held.sort_values("period_end", ignore_index=True)
        write = words.more_than if indicator_id in FLOORS else numbers.count
        parts.append(held.assign(name=name, kind=place, number=held["value"].map(write)))
    rows = pd.concat(parts, ignore_index=True)
    places = timing.places(rows["period_end"])
    return rows.assign(
        middle=places["middle"],
        precise=places["precise"],
        when=[
            numbers.period(start, end)
            for start, end in zip(rows["period_start"], rows["period_end"], strict=True)
        ],
        publisher=[store.source(source_id).publisher for source_id in rows["source_id"]],
    )


@figure
def participation_dates(store: Store) -> Draft:
    """All counts of participation in time: how few dates there are."""
    rows = _dots(store)
    rows = rows.assign(
        label=[
            words.dated(number, when)
            for number, when in zip(rows["number"], rows["when"], strict=True)
        ]
    )
    ends = (math.floor(rows["middle"].min()) - 1, math.ceil(rows["middle"].max()) + 1)
    places = charts.laid(
        rows["name"].tolist(), rows["middle"].tolist(), rows["label"].tolist(), ends, left=LEFT
    )
    first = rows["name"] != rows["name"].shift()
    rows = rows.assign(lane=rows["name"].where(first, ""), **places.columns)
    dates = rows.groupby("name")["period_end"].nunique()
    listed = "; ".join(f"{r.name}: {r.label}" for r in rows.itertuples(index=False))
    return Draft(
        headline=words.dates_headline(len(dates), int(dates.eq(1).sum())),
        subtitle=_(
            "Published counts for California and for the United States. Each dot is one count at "
            "its date, hollow when only the year is known. No line connects them, because none is "
            "a trend."
        ),
        summary=_("Counts: {listed}.").format(listed=listed),
        drawing=_("Dots in time. Each row is one count; each dot is one published number."),
        rows=rows,
        columns=(
            Column("name", _("Count")),
            Column("number", _("Number")),
            Column("when", _("Date")),
            Column("publisher", _("Who counts")),
        ),
        place=_("California and United States"),
        period=numbers.period(rows["period_start"].min(), rows["period_end"].max()),
        as_of=numbers.date(rows["period_end"].max()),
        indicator_ids=list(dict.fromkeys(indicator_id for indicator_id, __ in _lanes(store))),
        claims=observed_claims(rows, "{name}, {period_end}"),
        caveats=(
            _(
                "Do not compare the counts with each other: they count organizations, hospital "
                "services, coalitions, teams or centers."
            ),
        ),
        chart=charts.lanes(
            COLORS,
            places=places,
            years=ends,
            tooltip=(
                ("name", _("Count")),
                ("number", _("Number")),
                ("when", _("Date")),
                ("publisher", _("Who counts")),
            ),
            left=LEFT,
        ),
        height=places.height,
    )
