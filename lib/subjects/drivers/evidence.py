"""Drivers and opportunities: squares of evidence, and one of them with all that is tied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.derive import evidence, vocabulary
from lib.i18n import _
from lib.model import Column, Opportunity
from lib.subjects.drivers import words as drivers
from lib.subjects.drivers.board import (
    board_rows,
    observations,
    review,
    review_year,
    tied_indicators,
    tied_links,
)
from lib.subjects.milestones import words_overlay as overlay
from lib.subjects.milestones.events import cited
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

EXTENT_COLORS = {
    # Steps of one scale: told apart in gray and by every eye.
    evidence.REPEATED: "@supply_5",
    evidence.ONCE: "@supply_3",
    evidence.PARTLY: "@supply_2",
    evidence.ELSEWHERE: "@none",
    evidence.ABSENT: "@paper",
}


#: Room for one driver or opportunity and its squares, in pixels.
STEP = 30

#: The name of the click that opens the evidence of a row.
PICKED = "picked"


def _squares(store: Store) -> pd.DataFrame:
    """One row a tied measure, strongest first, in the order of the review; one where none is."""
    known = observations(store)
    order = list(EXTENT_COLORS)
    records: list[dict[str, Any]] = []
    for title in board_rows(store)["title"]:
        ids = list(tied_indicators(store, title)["indicator_id"])
        extents = {i: evidence.extent(i, known) for i in ids} or {"": evidence.ABSENT}
        ranked = sorted(extents, key=lambda i: (order.index(extents[i]), i))
        for place, indicator_id in enumerate(ranked, start=1):
            records.append(
                {
                    "group": title,
                    "place": place,
                    "extent": extents[indicator_id],
                    "kind": drivers.extent_label(extents[indicator_id]),
                    "measure": store.indicator(indicator_id).name if indicator_id else "",
                    "label": drivers.measures_label(len(ids)) if place == len(ranked) else "",
                    "indicator_id": indicator_id,
                }
            )
    return pd.DataFrame(records)


@figure
def driver_evidence(store: Store) -> Draft:
    """The measures found for each driver and opportunity of the review, a square each."""
    rows = _squares(store)
    held = rows[rows["extent"] != evidence.ABSENT]
    repeated = rows[rows["extent"] == evidence.REPEATED]
    titles = list(dict.fromkeys(rows["group"]))
    absent = list(rows[rows["extent"] == evidence.ABSENT]["group"])
    present = [extent for extent in EXTENT_COLORS if extent in set(rows["extent"])]
    return Draft(
        headline=drivers.evidence_headline(
            len(titles), list(dict.fromkeys(repeated["group"])), absent
        ),
        subtitle=_(
            "Each square is one measure that we linked to the topic, colored by how much "
            "California data we have. The links are our judgment. More squares mean more "
            "evidence, not more progress."
        ),
        summary="; ".join(
            drivers.evidence_summary(
                title, int(held["group"].eq(title).sum()), int(repeated["group"].eq(title).sum())
            )
            for title in titles
        )
        + ".",
        drawing=_(
            "Rows of squares. Each row is a driver or opportunity; each square is a measure."
        ),
        rows=rows,
        columns=(
            Column("group", _("Driver or opportunity")),
            Column("measure", _("Measure")),
            Column("kind", _("How much data we have")),
        ),
        period=review_year(store),
        as_of=numbers.date(review(store).published),
        source_ids=[review(store).source_id],
        definition=_(
            "Titles as the {year} review names them; the measures linked to each are in "
            "opportunity_indicators.csv. A California total counts as statewide. A number for "
            "a group, plan, region or county covers only part of California."
        ).format(year=review_year(store)),
        chart=charts.units(
            {drivers.extent_label(extent): EXTENT_COLORS[extent] for extent in present},
            groups=len(titles),
            across=8,
            least=8,
            narrow=13,
            tooltip=(("measure", _("Measure")), ("kind", _("How much data we have"))),
            step=STEP,
            picked=PICKED,
        ),
        height=STEP * len(titles),
    )


def _measure_row(store: Store, known: pd.DataFrame, indicator_id: str, role: str) -> dict[str, str]:
    held = evidence.held_for([indicator_id], known)
    indicator = store.indicator(indicator_id)
    row = {
        "measure": indicator.name,
        "role": vocabulary.labels(store, "indicator_role")[role],
        "held": drivers.extent_label(evidence.extent(indicator_id, known)),
        "newest": _("No statewide total found"),
        "direction": drivers.direction_label(evidence.ONE_DATE, "") if len(held) else "",
    }
    if held.empty:
        return row
    total = held.iloc[0]
    way = evidence.direction(total["first_value"], total["value"], total["periods"])
    first = drivers.value_label(total["first_value"], total["unit"], total["first_period"])
    return {
        **row,
        "newest": drivers.value_label(total["value"], total["unit"], total["period_end"]),
        "direction": drivers.direction_label(way, first),
    }


@figure
def opportunity_measures(store: Store, opportunity: Opportunity = "Policy Change") -> Draft:
    """The measures tied to one driver or opportunity: newest value and direction of each."""
    every = board_rows(store)
    board = every[every["title"] == opportunity].iloc[0]
    tied = tied_indicators(store, opportunity)
    known = observations(store)
    ids = list(tied["indicator_id"])
    records = [
        _measure_row(store, known, str(r.indicator_id), str(r.role)) for r in tied.itertuples()
    ]
    fields = ["measure", "role", "held", "newest", "direction"]
    rows = pd.DataFrame(records, columns=fields)
    totals = known[
        known["indicator_id"].isin(ids) & known["geo_id"].eq("CA") & known["dimension"].eq("total")
    ].sort_values(["indicator_id", "period_end"])
    totals = totals.assign(name=[store.indicator(i).name for i in totals["indicator_id"]])
    newest = str(totals["period_end"].max()) if len(totals) else review(store).published
    return Draft(
        headline=drivers.measures_headline(
            opportunity, board["strength"], len(ids), int(board["totals"])
        ),
        subtitle=_("{description} What is missing: {missing}.")
        .format(description=board["description"], missing=board["missing"])
        .strip(),
        summary="; ".join(f"{r.measure}: {r.newest}" for r in rows.itertuples()) + ".",
        drawing=_("Table of measures."),
        rows=rows,
        columns=(
            Column("measure", _("Measure")),
            Column("role", _("What it tells")),
            Column("held", _("How much data we have")),
            Column("newest", _("Latest California value")),
            Column("direction", _("Direction")),
        ),
        period=numbers.years([int(p[:4]) for p in totals["period_end"]]) or review_year(store),
        as_of=numbers.date(newest),
        source_ids=[review(store).source_id],
        indicator_ids=ids,
        claims=observed_claims(totals, "{name}, {period_end}"),
    )


@figure
def opportunity_ties(store: Store, opportunity: Opportunity = "Policy Change") -> Draft:
    """The cohorts and milestones tied to one driver or opportunity, in order of time."""
    cohorts, milestones = store.table("cohorts"), store.table("milestones")
    cohort_ids = tied_links(store, opportunity, "cohort")
    milestone_ids = tied_links(store, opportunity, "milestone")
    happened = milestones[milestones["milestone_id"].isin(milestone_ids)]
    records = [
        {
            "sort": row["start"] or row["end"],
            "kind": drivers.tie_label("cohort"),
            "when": numbers.period(row["start"], row["end"]),
            "title": row["name"],
            "what": row["contribution"],
            "source_id": row["source_id"],
        }
        for row in cohorts[cohorts["cohort_id"].isin(cohort_ids)].to_dict(orient="records")
    ] + [
        {
            "sort": row["date"],
            "kind": drivers.tie_label("milestone"),
            "when": numbers.date(row["date"]),
            "title": row["title"],
            "what": row["summary"],
            "source_id": row["source_id"],
        }
        for row in happened.to_dict(orient="records")
    ]
    fields = ["sort", "kind", "when", "title", "what", "source_id"]
    rows = pd.DataFrame(records, columns=fields).sort_values("sort", kind="stable")
    years = [int(date[:4]) for date in rows["sort"] if date]
    return Draft(
        headline=drivers.ties_headline(opportunity, len(cohort_ids), len(milestone_ids)),
        subtitle=_("In date order. {caution}").format(caution=overlay.not_cause()),
        summary="; ".join(f"{r.when}: {r.title}" for r in rows.itertuples()) + ".",
        drawing=_("Table of initiatives and milestones."),
        rows=rows,
        columns=(
            Column("when", _("When")),
            Column("kind", _("Kind")),
            Column("title", _("Title")),
            Column("what", _("What it did")),
        ),
        period=numbers.years(years) or review_year(store),
        as_of=str(max(years, default=int(review_year(store)))),
        source_ids=list(
            dict.fromkeys([*rows["source_id"], *cited(store, happened), review(store).source_id])
        ),
    )
