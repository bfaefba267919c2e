"""In which edition of the tables the numbers of a figure first appeared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lib.derive import editions
from lib.schema import OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.model import Claim, Figure
    from lib.store import Store

__all__: list[str] = []


def since(store: Store, figure: Figure) -> tuple[str, ...]:
    """The edition of each claim of a figure; of each of its sources where it makes no claim."""
    if figure.claims:
        return tuple(_of_claim(store, claim) for claim in figure.claims)
    return tuple(_of_source(store, source.source_id) for source in figure.sources)


def _of_claim(store: Store, claim: Claim) -> str:
    """The edition that added the observation, or the source whose rows were counted."""
    added = _added(store).get((claim.source_id, claim.locator))
    return added or _of_source(store, claim.source_id)


def _of_source(store: Store, source_id: str) -> str:
    return editions.since(store, "sources", source_id)


@lru_cache(maxsize=4)
def _added(store: Store) -> Mapping[tuple[str, str], str]:
    """(source, place in it) -> the edition that added the observation, where one did."""
    added, rows = editions.added(store), store.observations
    parts = zip(*(rows[part].astype(str) for part in OBSERVATIONS.key), strict=True)
    places = zip(rows["source_id"], rows["locator"], rows["domain"], parts, strict=True)
    return {
        (str(source_id), str(locator)): version
        for source_id, locator, domain, key in places
        if (version := added.get((f"{OBSERVATIONS.name}/{domain}", editions.key(key))))
    }
