"""The five drivers and eight opportunities of the 2023 review, with the evidence held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import evidence
from lib.figures.assemble import make
from lib.i18n import _, ngettext
from lib.model import Column
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

__all__ = ["drivers_board"]

REVIEW = "chcf-2023-evolution-collaboration"


def _group_label(group: str) -> str:
    return {"driver": _("Driver"), "opportunity": _("Opportunity")}[group]


def _strength_label(strength: str) -> str:
    return {
        evidence.STRONG: _("Several measures, repeated"),
        evidence.THIN: _("Thin: few measures or single dates"),
        evidence.ABSENT: _("No measure held"),
    }[strength]


def _latest(store: Store, held: pd.DataFrame) -> str:
    """The newest California value in words, or that there is none."""
    if held.empty:
        return _("No California total held")
    row = held.iloc[0]
    return _("{name}: {value} ({date})").format(
        name=store.indicator(row["indicator_id"]).name,
        value=numbers.unit_value(row["value"], row["unit"]),
        date=numbers.date(row["period_end"]),
    )


def _missing(tied: int, held: pd.DataFrame) -> str:
    """What the evidence lacks, in words."""
    if not tied:
        return _("Any measure")
    if held.empty:
        return _("A statewide total")
    if not held["periods"].gt(1).any():
        return _("A second date: each measure is held once")
    return _("Nothing after {date}").format(date=numbers.date(held.iloc[0]["period_end"]))


def drivers_board(store: Store) -> Figure:
    """One row a driver or opportunity: evidence held, newest value, ties and what is missing."""
    tied = store.table("opportunity_indicators")
    links = store.table("opportunity_links")
    records = []
    for item in store.table("opportunities").itertuples():
        ids = tied[
            (tied["opportunity_group"] == item.group) & (tied["opportunity_title"] == item.title)
        ]["indicator_id"].tolist()
        held = evidence.held_for(ids, store.observations)
        linked = links[
            (links["opportunity_group"] == item.group) & (links["opportunity_title"] == item.title)
        ]["link_kind"].value_counts()
        strength = evidence.strength(ids, held)
        records.append(
            {
                "kind": _group_label(str(item.group)),
                "title": item.title,
                "description": item.description or item.companion_description,
                "strength": strength,
                "evidence": _strength_label(strength),
                "indicators": len(ids),
                "latest": _latest(store, held),
                "cohorts": int(linked.get("cohort", 0)),
                "milestones": int(linked.get("milestone", 0)),
                "missing": _missing(len(ids), held),
            }
        )
    rows = pd.DataFrame(records)
    several = int(rows["strength"].eq(evidence.STRONG).sum())
    absent = int(rows["strength"].eq(evidence.ABSENT).sum())
    headline = ngettext(
        "Of {n} drivers and opportunities, {several} has several repeated measures and {absent} "
        "no measure at all",
        "Of {n} drivers and opportunities, {several} have several repeated measures and {absent} "
        "no measure at all",
        several,
    ).format(n=len(rows), several=numbers.spelled(several), absent=numbers.spelled(absent))
    return make(
        store,
        "drivers_board",
        headline=headline,
        subtitle=_(
            "The five drivers and eight opportunities of the 2023 review, California, with the "
            "measures this edition ties to each. The tying is editorial; it is a table that "
            "anyone may correct."
        ),
        summary="; ".join(f"{r.title}: {r.evidence}" for r in rows.itertuples()) + ".",
        drawing=_("Board with one row a driver or opportunity."),
        rows=rows,
        columns=(
            Column("kind", _("Kind")),
            Column("title", _("Title")),
            Column("evidence", _("Evidence held")),
            Column("latest", _("Newest California value")),
            Column("cohorts", _("Cohorts tied"), "count"),
            Column("milestones", _("Milestones tied"), "count"),
            Column("missing", _("What is missing")),
        ),
        period="2023",
        as_of=numbers.date(store.source(REVIEW).published),
        source_ids=[REVIEW],
        definition=_(
            "Drivers and opportunities as the review names them. Several measures, repeated: three "
            "or more California totals, one of them at two dates or more."
        ),
    )
