"""A measure of `data/measures.csv` as one row a county: value, base and what kind of answer.

This is the one place where a map, a county page and a comparison get a county's number from,
so that they agree. `Tables` is anything that hands out the tables of the bundle by name, such
as the store.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import pandas as pd

from lib.derive import counting, observing, reports
from lib.model import DataState

if TYPE_CHECKING:
    from collections.abc import Callable


class Tables(Protocol):
    """Whatever hands out a table of the bundle by its name, and never another one."""

    def table(self, name: str) -> pd.DataFrame:
        """The rows of one table."""
        ...

    def __hash__(self) -> int:
        """What is worked out from the tables is kept under them."""
        ...


class Role(StrEnum):
    """Why a reader would look at a measure."""

    SUPPLY = "supply"
    NEED = "need"
    CONTEXT = "context"


#: What stands behind a county's value; only reported and zero have one.
State = DataState


@dataclass(frozen=True)
class Measure:
    """One row of the measures: a choice on the map and how its values are found.

    `reads` is the column, facility type or group that the rule looks at; `breaks` are the
    lower bounds of its classes, empty where the classes are fifths of the counties.
    """

    measure_id: str
    role: Role
    rule: str
    reads: str
    indicator_id: str
    base_indicator_id: str
    label: str
    unit: str
    breaks: tuple[float, ...]
    note: str
    short_name: str = ""


COLUMNS = (
    "county_fips", "name", "value", "numerator", "denominator", "category", "state", "status",
    "source_id", "locator", "period_start", "period_end", "note",
)  # fmt: skip


@lru_cache(maxsize=8)
def measures(tables: Tables) -> tuple[Measure, ...]:
    """Every measure a reader can pick, in the order of the table."""
    return tuple(_measure(row) for __, row in tables.table("measures").iterrows())


def _measure(row: pd.Series) -> Measure:
    """One row of the measures as a record."""
    text = {field.name: str(row[field.name]) for field in fields(Measure)}
    breaks = tuple(float(part) for part in text.pop("breaks").split(";") if part)
    # What shows a note writes the full stop after it.
    text["note"] = text["note"].removesuffix(".")
    return Measure(role=Role(text.pop("role")), breaks=breaks, **text)


def measure(tables: Tables, measure_id: str) -> Measure:
    """The measure of that id.

    Raises:
        KeyError: no measure has that id.
    """
    for each in measures(tables):
        if each.measure_id == measure_id:
            return each
    raise KeyError(measure_id)


@lru_cache(maxsize=1024)
def years(tables: Tables, chosen: Measure) -> tuple[int, ...]:
    """The years for which the measure is held, newest first.

    A period is known by the year in which it ends.
    """
    if _RULES[chosen.rule] is counting.sites:
        held = set(reports.years(tables))
    elif chosen.rule == "license_share":
        held = set(reports.years(tables, reports.LICENSES))
    elif chosen.rule == "facility_count":
        held = {counting.listed(tables, chosen.reads)}
    elif chosen.rule == "growth":
        rows = observing.county_rows(tables, chosen.indicator_id, chosen.reads)
        held = {int(observing.ends(rows).max())}
    elif chosen.rule == "plan_model":
        held = observing.plan_years(tables)
    else:
        held = set(observing.observed(tables, chosen)["year"])
    return tuple(sorted(held, reverse=True))


def minimum(tables: Tables, chosen: Measure, year: int) -> str:
    """Why the counts of a measure in one year are minimums; empty where they are not."""
    if _RULES[chosen.rule] is not counting.sites or year in reports.complete_years(tables):
        return ""
    return reports.note(tables, year)


def county_values(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """One row a county, all of them, with what the measure says for `year`.

    `year` is one of `years`; one that is not held gives rows that are not collected.

    Returns:
        Columns `COLUMNS`, in the order of the counties table. `value` is missing unless
        `state` is reported or zero; `category` is filled for a measure of kinds only;
        `numerator` and `denominator` are missing where the source gives none.
    """
    return _county_values(tables, chosen, year).copy()


@lru_cache(maxsize=256)
def _county_values(tables: Tables, chosen: Measure, year: int) -> pd.DataFrame:
    """The same, kept; never given away itself."""
    found = _RULES[chosen.rule](tables, chosen, year)
    counties = tables.table("counties")[["county_fips", "name"]]
    table = counties.merge(found, on="county_fips", how="left").reindex(columns=list(COLUMNS))
    for column in ("value", "numerator", "denominator"):
        table[column] = pd.to_numeric(table[column]).astype(float)
    for column in (
        "category", "state", "status", "source_id", "locator", "note", "period_start", "period_end",
    ):  # fmt: skip
        text = table[column].astype(object)
        table[column] = text.where(text.notna(), "").astype(str)
    reported = table["state"].eq(State.REPORTED.value)
    # Answers over nothing (no beds, no count of people that old) are no number.
    unheld = table["state"].eq("") | reported & table["value"].isna() & table["category"].eq("")
    table.loc[unheld, "state"] = State.NOT_COLLECTED.value
    if unheld.any() and chosen.indicator_id and year == years(tables, chosen)[0]:
        earlier = set(observing.observed(tables, chosen).query("year < @year")["county_fips"])
        late = unheld & table["county_fips"].isin(earlier)
        table.loc[late, "state"] = State.NOT_YET_UPDATED.value
    zero = table["state"].eq(State.REPORTED.value) & table["value"].eq(0)
    table.loc[zero, "state"] = State.ZERO.value
    return table


_RULES: dict[str, Callable[[Tables, Measure, int], pd.DataFrame]] = {
    "site_count": counting.sites,
    "site_share": counting.sites,
    "bed_share": counting.sites,
    "critical_access_share": counting.sites,
    "team_count": counting.sites,
    "team_rate": counting.sites,
    "license_share": counting.licenses,
    "facility_count": counting.facilities,
    "observed": observing.of_year,
    "share_of": observing.of_year,
    "rate": observing.of_year,
    "growth": observing.growth,
    "plan_model": observing.plan_models,
}

RULES = tuple(_RULES)
