"""The checked tables of one edition as one frozen Store."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from lib.model import Edition, Indicator, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

Record = TypeVar("Record", Source, Indicator)


@dataclass(frozen=True, eq=False)
class Store:
    """Every table of one edition, checked; frames handed out may be changed freely."""

    edition: Edition
    #: The outlines of the counties and, as its member `districts`, those of each chamber.
    topology: dict[str, Any]
    _tables: Mapping[str, pd.DataFrame]
    #: Relative name -> the bytes that were read and checked; nothing reads the folder again.
    files: Mapping[str, bytes]

    def table(self, name: str) -> pd.DataFrame:
        """One table by name, as declared in `lib.schema`; `observations` holds all domains.

        Raises:
            KeyError: no table has that name.
        """
        # Copy-on-write: the caller gets its own view, the store's rows never change.
        return self._tables[name].copy(deep=False)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Every table by name, to be kept as it is."""
        return {name: frame.copy(deep=False) for name, frame in self._tables.items()}

    @property
    def observations(self) -> pd.DataFrame:
        """Every observation of every domain, with its `domain` and `withheld`.

        `withheld` is True where a small count of people is protected (`lib.derive.suppression`):
        its `value` and `numerator` are then missing, which is not "not collected".
        """
        return self.table("observations")

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every place by `geo_id`."""
        places = self._tables["geographies"]
        return dict(zip(places["geo_id"], places["name"], strict=True))

    def source(self, source_id: str) -> Source:
        """The source with that id; raises KeyError where there is none."""
        return self._sources[source_id]

    def milestone_sources(self, milestone: Any) -> list[Source]:
        """The sources of a row of milestones: its own first, then those of milestone_sources."""
        further = self._further_sources.get(str(milestone.milestone_id), [])
        return [self.source(each) for each in (str(milestone.source_id), *further)]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator with that id; raises KeyError where there is none."""
        return self._indicators[indicator_id]

    def observed(
        self, indicator_id: str, geo_id: str | None = None, dimension: str | None = "total"
    ) -> pd.DataFrame:
        """The observations of one indicator, sorted by period, then group.

        None for `geo_id` is all places, for `dimension` all dimensions.

        Returns:
            Rows with the columns of observations and `domain`; none where nothing is held.

        Raises:
            KeyError: no indicator has that id.
        """
        self.indicator(indicator_id)
        rows = self._by_indicator[indicator_id]
        if geo_id is not None:
            rows = rows[rows["geo_id"] == geo_id]
        if dimension is not None:
            rows = rows[rows["dimension"] == dimension]
        return rows.reset_index(drop=True)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        rows = self._tables["sources"]
        return {source.source_id: source for source in _records(rows, Source)}

    @cached_property
    def _further_sources(self) -> dict[str, list[str]]:
        further = self._tables["milestone_sources"].groupby("milestone_id")["source_id"]
        return {str(milestone): list(ids) for milestone, ids in further}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        rows = self._tables["indicators"]
        return {indicator.indicator_id: indicator for indicator in _records(rows, Indicator)}

    @cached_property
    def _by_indicator(self) -> dict[str, pd.DataFrame]:
        by = ["period_start", "period_end", "geo_id", "group", "source_id"]
        rows = self._tables["observations"].sort_values(by)
        return {str(name): part for name, part in rows.groupby("indicator_id", sort=False)}


def _records(rows: pd.DataFrame, record: type[Record]) -> list[Record]:
    """One record a row, from the columns that `record` has a field for."""
    names = [field.name for field in fields(record)]
    cells = zip(*(rows[name].astype(str) for name in names), strict=True)
    return [record(*row) for row in cells]
