"""The drivers and opportunities that a review of the field names, with the evidence held."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import evidence
from lib.i18n import _
from lib.model import Column
from lib.subjects.drivers import words as drivers
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Source
    from lib.store import Store


@lru_cache(maxsize=8)
def observations(store: Store) -> pd.DataFrame:
    """Every observation, with the claim to show where sources disagree on a year."""
    return evidence.agreed(store.observations, store.table("conflicts"))


def tied_indicators(store: Store, title: str) -> pd.DataFrame:
    """The indicators tied to a driver or opportunity: `indicator_id`, `role`."""
    table = store.table("opportunity_indicators")
    return table[table["opportunity_title"] == title][["indicator_id", "role"]]


def tied_links(store: Store, title: str, kind: str) -> list[str]:
    """The ids of the cohorts or milestones tied to a driver or opportunity."""
    table = store.table("opportunity_links")
    return list(
        table[(table["opportunity_title"] == title) & (table["link_kind"] == kind)]["link_id"]
    )


def _latest(store: Store, held: pd.DataFrame) -> str:
    """The newest California value in words, or that there is none."""
    if held.empty:
        return _("No statewide total found")
    row = held.iloc[0]
    return _("{name}: {value}").format(
        name=store.indicator(row["indicator_id"]).name,
        value=drivers.value_label(row["value"], row["unit"], row["period_end"]),
    )


def _direction(store: Store, held: pd.DataFrame) -> str:
    """The way the newest of the repeated measures went, in words."""
    repeated = held[held["periods"] > 1]
    if repeated.empty:
        return _("No measure covers two years")
    row = repeated.iloc[0]
    way = evidence.direction(row["first_value"], row["value"], row["periods"])
    first = drivers.value_label(row["first_value"], row["unit"], row["first_period"])
    newest = drivers.value_label(row["value"], row["unit"], row["period_end"])
    return _("{name}: {newest}. {direction}").format(
        name=store.indicator(row["indicator_id"]).name,
        newest=newest,
        direction=drivers.direction_label(way, first),
    )


def _missing(tied: int, held: pd.DataFrame) -> str:
    """What the evidence lacks, in words."""
    if not tied:
        return _("Any measure")
    if held.empty:
        return _("A statewide total")
    if not held["periods"].gt(1).any():
        return _("A second year: each measure has only one")
    return _("Anything newer than {date}").format(date=numbers.date(held.iloc[0]["period_end"]))


def _names(store: Store, table: str, key: str, name: str, ids: list[str]) -> str:
    held = store.table(table)
    names = dict(zip(held[key], held[name], strict=True))
    return "; ".join(names[i] for i in ids)


def review(store: Store) -> Source:
    """The review that names the drivers and opportunities."""
    return store.source(str(store.table("opportunities")["source_id"].iloc[0]))


def review_year(store: Store) -> str:
    """The year of the review, from its date."""
    return review(store).published[:4]


@lru_cache(maxsize=8)
def board_rows(store: Store) -> pd.DataFrame:
    """One row a driver or opportunity, in the order of the review."""
    records = []
    known = observations(store)
    for item in store.table("opportunities").to_dict(orient="records"):
        title = str(item["title"])
        ids = list(tied_indicators(store, title)["indicator_id"])
        held = evidence.held_for(ids, known)
        strength = evidence.strength(ids, held)
        cohorts, milestones = (tied_links(store, title, kind) for kind in ("cohort", "milestone"))
        records.append(
            {
                "group": item["group"],
                "kind": drivers.group_label(str(item["group"])),
                "title": title,
                "description": item["description"] or item["companion_description"],
                "strength": strength,
                "evidence": drivers.strength_label(strength),
                "indicators": len(ids),
                "totals": len(held),
                "latest": _latest(store, held),
                "direction": _direction(store, held),
                "cohorts": _names(store, "cohorts", "cohort_id", "name", cohorts),
                "milestones": _names(store, "milestones", "milestone_id", "title", milestones),
                "missing": _missing(len(ids), held),
            }
        )
    return pd.DataFrame(records)


@figure
def drivers_board(store: Store) -> Draft:
    """One row a driver or opportunity: evidence held, newest value, ties and what is missing."""
    rows = board_rows(store)
    counted = rows["strength"].value_counts()
    strong, absent = (int(counted.get(s, 0)) for s in (evidence.STRONG, evidence.ABSENT))
    return Draft(
        headline=drivers.board_headline(strong, absent, len(rows)),
        subtitle=_(
            "The {drivers} drivers and {opportunities} opportunities of the {year} review, "
            "California, with the measures we linked to each. We chose the links; anyone may "
            "correct the table."
        ).format(
            drivers=numbers.spelled(int(rows["group"].eq("driver").sum())),
            opportunities=numbers.spelled(int(rows["group"].eq("opportunity").sum())),
            year=review_year(store),
        ),
        summary="; ".join(f"{r.title}: {r.evidence}" for r in rows.itertuples()) + ".",
        drawing=_("Board. Each row is a driver or opportunity."),
        rows=rows,
        columns=(
            Column("kind", _("Kind")),
            Column("title", _("Title")),
            Column("evidence", _("Evidence we have")),
            Column("latest", _("Latest California value")),
            Column("direction", _("Direction")),
            Column("missing", _("What is missing")),
        ),
        period=review_year(store),
        as_of=numbers.date(review(store).published),
        source_ids=[review(store).source_id],
        definition=_(
            'Driver and opportunity names come from the review. "Several measures, tracked over '
            'time" means three or more statewide totals, at least one of them for two or more '
            "years. If two sources disagree about a year, only the one we show counts."
        ),
    )
