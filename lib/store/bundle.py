"""The checked tables as one frozen Store, and the loader that makes it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.i18n import _
from lib.model import DataError, Edition, Indicator, Offence, Source
from lib.schema import DOMAINS, OBSERVATIONS, TABLES, check
from lib.store.crosscheck import crosscheck
from lib.store.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.schema import Table

DATA = Path(__file__).resolve().parents[2] / "data"
TOPOLOGY = "geometry/ca_counties.topo.json"


@dataclass(frozen=True)
class Store:
    """Every table of one edition, checked; frames handed out may be changed freely."""

    edition: Edition
    topology: dict[str, Any]
    _tables: Mapping[str, pd.DataFrame]

    def table(self, name: str) -> pd.DataFrame:
        """One table by name, as declared in `lib.schema`; `observations` holds all domains.

        Raises:
            KeyError: no table has that name.
        """
        # Copy-on-write: the caller gets its own view, the store's rows never change.
        return self._tables[name].copy(deep=False)

    @property
    def observations(self) -> pd.DataFrame:
        """Every observation of every domain, with its `domain`."""
        return self.table("observations")

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every place by `geo_id`."""
        places = self._tables["geographies"]
        return dict(zip(places["geo_id"], places["name"], strict=True))

    def source(self, source_id: str) -> Source:
        """The source with that id; raises KeyError where there is none."""
        return self._sources[source_id]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator with that id; raises KeyError where there is none."""
        return self._indicators[indicator_id]

    def observed(
        self, indicator_id: str, geo_id: str | None = None, dimension: str | None = "total"
    ) -> pd.DataFrame:
        """The observations of one indicator, sorted by period, then group.

        Args:
            indicator_id: an id of indicators.csv.
            geo_id: one place, or None for all.
            dimension: one dimension, or None for all.

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
        by = ["period_start", "period_end", "geo_id", "group", "source_id"]
        return rows.sort_values(by, ignore_index=True)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        rows = self._tables["sources"].drop(columns=["address", "use"])
        return {row["source_id"]: Source(**row) for row in rows.to_dict("records")}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        rows = self._tables["indicators"].to_dict("records")
        return {row["indicator_id"]: Indicator(**row) for row in rows}

    @cached_property
    def _by_indicator(self) -> dict[str, pd.DataFrame]:
        rows = self._tables["observations"]
        return {str(name): part for name, part in rows.groupby("indicator_id", sort=False)}


def load(folder: Path = DATA) -> Store:
    """The checked tables of `folder`.

    Raises:
        DataError: with every offence of every table, not the first.
    """
    tables, offences = read_tables(folder)
    edition, faults = _edition(folder / "edition.toml")
    topology, more = _topology(folder / TOPOLOGY)
    offences += faults + more
    offences += crosscheck(tables, topology)
    if offences or edition is None:
        raise DataError(tuple(offence for offence in offences))
    return Store(edition, topology, tables)


def read_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], list[Offence]]:
    """Every table of `folder` that can be read, typed, and the offences of each alone."""
    tables: dict[str, pd.DataFrame] = {}
    offences = _strangers(folder)
    for name, table in TABLES.items():
        frame, found = _read(folder / f"{name}.csv", table, name)
        offences += found
        if frame is not None:
            tables[name] = frame
    domains = []
    for domain in DOMAINS:
        name = f"observations/{domain}"
        frame, found = _read(folder / f"{name}.csv", OBSERVATIONS, name)
        offences += found
        if frame is not None:
            domains.append(frame.assign(domain=domain))
    if domains:
        tables["observations"] = pd.concat(domains, ignore_index=True)
    return tables, offences


def _read(path: Path, table: Table, name: str) -> tuple[pd.DataFrame | None, list[Offence]]:
    """One typed table with the line of each row as its index, and its offences."""
    text, offences = read(path, table, name)
    if text is None:
        return None, offences
    frame, found = check(text.frame, table, text.lines, name)
    return frame, offences + found


def _strangers(folder: Path) -> list[Offence]:
    """An offence for each CSV file that no contract declares."""
    declared = {f"{name}.csv" for name in TABLES}
    declared |= {f"observations/{domain}.csv" for domain in DOMAINS}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    return [
        Offence(
            path.removesuffix(".csv"),
            0,
            "",
            path,
            _("no contract declares this table"),
            _("Declare it in lib/schema, or take the file out of data/."),
        )
        for path in sorted(found - declared)
    ]


def _edition(path: Path) -> tuple[Edition | None, list[Offence]]:
    """The edition of the bundle, or an offence where its file cannot be used."""
    try:
        record = tomllib.loads(path.read_text("utf-8"))
        day = record["date"]
        day = day.isoformat() if isinstance(day, date) else date.fromisoformat(day).isoformat()
        return Edition(str(record["version"]), day, str(record["title"])), []
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        return None, [
            Offence(
                "edition.toml",
                0,
                "",
                str(error),
                _("the edition cannot be read"),
                _("Give it a version, an ISO date and a title."),
            )
        ]


def _topology(path: Path) -> tuple[dict[str, Any], list[Offence]]:
    """The county shapes, or an offence where their file cannot be used."""
    try:
        topology: dict[str, Any] = json.loads(path.read_text("utf-8"))
        topology["objects"]["counties"]["geometries"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return {}, [
            Offence(
                TOPOLOGY,
                0,
                "",
                str(error),
                _("the county shapes cannot be read"),
                _("Run python tools/make_geometry.py."),
            )
        ]
    return topology, []
