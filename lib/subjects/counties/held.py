"""What the county figures share: its name, its measures at their newest year, its peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lib.derive import measures, reports
from lib.schema.lists import MEASURE_ROLES
from lib.subjects.counties import peers_like as peers
from lib.wording import places

if TYPE_CHECKING:
    import pandas as pd

    from lib.derive.measures import Measure
    from lib.store import Store

#: What makes counties alike, and how many of them are compared with.
Like = Literal["all", "size", "people", "beds"]
Peers = Literal["8", "5", "12"]


def topics(store: Store) -> dict[str, tuple[str, ...]]:
    """Topic of a county page -> the ids of its measures, in reading order."""
    table = store.table("measures")
    table = table[table["county_topic"].ne("")].sort_values("county_order")
    return {
        topic: tuple(table.loc[table["county_topic"].eq(topic), "measure_id"])
        for topic in MEASURE_ROLES
    }


def stands_out(store: Store) -> tuple[str, ...]:
    """The measures among which the page looks for the one in which a county stands out."""
    table = store.table("measures")
    named = set(table.loc[table["stands_out"].ne(""), "measure_id"])
    return tuple(m for topic in topics(store).values() for m in topic if m in named)


def rural_barriers(store: Store) -> tuple[str, ...]:
    """The measures by which rural counties are told from others, in order."""
    table = store.table("measures")
    return tuple(table[table["rural_order"].notna()].sort_values("rural_order")["measure_id"])


@dataclass(frozen=True)
class Held:
    """The measures of all counties, made once a store: `values` by measure, and the traits."""

    store: Store
    chosen: dict[str, Measure]
    years: dict[str, int]
    values: dict[str, pd.DataFrame]
    traits: pd.DataFrame
    elsewhere: dict[tuple[str, str], float | None]


_KEPT: list[Held] = []


def held(store: Store) -> Held:
    """The measures of every county at their newest year; kept for the store last asked for."""
    if not _KEPT or _KEPT[0].store is not store:
        chosen = {m.measure_id: m for m in measures.measures(store)}
        named = (m for topic in topics(store).values() for m in topic)
        wanted = list(dict.fromkeys([*named, *rural_barriers(store)]))
        years = {m: measures.years(store, chosen[m])[0] for m in wanted}
        values = {
            m: measures.county_values(store, chosen[m], years[m]).set_index("county_fips")
            for m in wanted
        }
        traits = peers.traits(store, reports.newest(store))
        outside = {
            (m, geo_id): _elsewhere(store, chosen[m], years[m], values[m], geo_id)
            for m in wanted
            for geo_id in ("CA", "US")
        }
        _KEPT[:] = [Held(store, chosen, years, values, traits, outside)]
    return _KEPT[0]


def county_name(store: Store, fips: str) -> str:
    """The name as a sentence wants it: Alameda County."""
    return places.county_name(store.names[fips])


def peer_codes(store: Store, fips: str, like: str, how_many: str) -> list[str]:
    """The counties most like one, the most alike first."""
    apart = peers.likeness(held(store).traits, fips, peers.LIKENESS[like])
    return list(apart.index[: int(how_many)])


def elsewhere(store: Store, measure_id: str, geo_id: str) -> float | None:
    """The value of a measure for the state (CA) or the nation (US), None where none is held.

    Shares and rates of counted things are added up over the counties for the state; other
    values are those that the source itself gives for that place and period.
    """
    return held(store).elsewhere[measure_id, geo_id]


def _elsewhere(
    store: Store, chosen: Measure, year: int, table: pd.DataFrame, geo_id: str
) -> float | None:
    if chosen.rule == "observed":
        rows = store.observed(chosen.indicator_id, geo_id, dimension=None)
        rows = rows[rows["group"].eq(chosen.reads) & rows["period_end"].str.startswith(str(year))]
        return float(rows["value"].iloc[-1]) if len(rows) else None
    whole = table["denominator"].sum()
    if geo_id != "CA" or not whole:
        return None
    return float(table["numerator"].sum() / whole * (10_000 if chosen.unit == "per_10k" else 1))
