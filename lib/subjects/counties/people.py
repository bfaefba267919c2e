"""The people of one county: older residents, past and projected."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column as TableColumn, County
from lib.subjects.counties import words_care as county_care
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.store import Store

AGES = {"65": "@teal", "75": "@ochre_text", "85": "@plum"}

#: Pixels between two names at the ends of lines, and the least height of the plot they stand in.
NAME_GAP, PLOT = 20, 270

#: The first year of the newer vintage of the estimates; changes are told within it.
VINTAGE = 2020

#: The projection whose growth is shown, by age.
PROJECTED = "population_{age}plus_projected_count_dof_2020"


def _age_words(age: str) -> str:
    return {"65": _("65 and older"), "75": _("75 and older"), "85": _("85 and older")}[age]


@lru_cache(maxsize=256)
def _lines(
    years: tuple[int, ...], top: float, value_format: str, *, projected: bool = False
) -> Mapping[str, Any]:
    return charts.trend(
        AGES,
        years=list(years),
        tooltip=(("age", _("Age")), ("year", _("Year")), ("words", _("People"))),
        top=top,
        value_format=value_format,
        height=320,
        ends=True,
        projected=projected,
    )


def _by_age(store: Store, county: str, pattern: str) -> pd.DataFrame:
    """The observations of the three ages, with `age` and the year as a number."""
    parts = [store.observed(pattern.format(age=age), county).assign(series=age) for age in AGES]
    rows = pd.concat(parts, ignore_index=True)
    return rows.assign(
        age=rows["series"].map(_age_words),
        year=rows["period_end"].str[:4].astype(int),
    )


def _drawn(rows: pd.DataFrame, labels: list[str]) -> pd.DataFrame:
    """`rows` with what the line form needs; `_ends_apart` adds the names."""
    return rows.assign(segment=rows["series"], kind="value", words=labels)


def _top(value: float, step: float) -> float:
    """The end of an axis: a whole number of steps with room for the labels."""
    return float((value * 1.15 // step + 1) * step)


@figure
def county_older(store: Store, county: County = "06037") -> Draft:
    """People aged 65, 75 and 85 and over in a county, every year held."""
    rows = _by_age(store, county, "population_{age}plus_count_dof")
    rows = _drawn(rows, [numbers.count(value) for value in rows["value"]])
    # The estimates of two vintages meet there: the line is broken.
    rows["segment"] = [
        f"{series} {'after' if year >= VINTAGE else 'before'}"
        for series, year in zip(rows["series"], rows["year"], strict=True)
    ]
    years = sorted(set(rows["year"]))
    name = county_name(store, county)
    oldest = rows[rows["series"] == "65"]
    first, last = oldest[oldest["year"] >= VINTAGE].iloc[0], oldest.iloc[-1]
    ends = rows[rows["year"].isin([years[0], years[-1]])]
    change = float(last["value"]) / float(first["value"]) - 1
    magnitude = 10.0 ** (len(str(int(oldest["value"].max()))) - 1)
    top = _top(float(oldest["value"].max()), magnitude / 4)
    rows = _ends_apart(rows, top, numbers.compact)
    return Draft(
        headline=county_care.older_headline(
            name,
            str(first["year"]),
            str(years[-1]),
            change,
            float(last["value"]),
            numbers.percent(abs(change)),
        ),
        subtitle=_(
            "Residents of {name} by age on July 1, {years}. Each line includes the older "
            "groups. The line breaks at {vintage} because the estimates before and after were "
            "made differently."
        ).format(name=name, years=numbers.years(years), vintage=VINTAGE),
        summary=_("{name}: {listed}.").format(
            name=name,
            listed="; ".join(f"{r.age}, {r.year}: {r.words}" for r in each(ends)),
        ),
        drawing=_("Three lines over years, one an age."),
        rows=rows,
        columns=(
            TableColumn("age", _("Age")),
            TableColumn("year", _("Year"), "year"),
            TableColumn("value", _("People"), "count"),
        ),
        period=numbers.years(years),
        as_of=numbers.date(str(last["period_end"])),
        claims=observed_claims(ends, "{age}, {year}"),
        source_ids=rows["source_id"].drop_duplicates().tolist(),
        indicator_ids=[f"population_{age}plus_count_dof" for age in AGES],
        chart=_lines((years[0], (years[0] + VINTAGE) // 2, VINTAGE, years[-1]), top, "~s"),
    )


@figure
def county_growth(store: Store, county: County = "06037") -> Draft:
    """Projected growth of people aged 65, 75 and 85 and over, within one projection."""
    rows = _by_age(store, county, PROJECTED)
    first = rows.groupby("series")["value"].transform("first").astype(float)
    rows = rows.assign(
        count=rows["value"],
        value=rows["value"].astype(float) / first.where(first > 0),
    )
    rows = _drawn(rows, [_times(value) for value in rows["value"]])
    top = _top(float(rows["value"].max()), 0.5)
    rows = _ends_apart(rows, top, _times_short)
    years = sorted(set(rows["year"]))
    name = county_name(store, county)
    last = rows[rows["year"] == years[-1]].set_index("series")
    published = numbers.date(store.source(rows["source_id"].iloc[0]).published)
    shown = "; ".join(f"{r.age}: {r.words}" for r in each(last))
    return Draft(
        headline=county_care.growth_headline(
            name, float(last.loc["65", "value"]), float(last.loc["85", "value"]), years[-1]
        ),
        subtitle=_(
            "Projected growth in residents of {name} by age, {first} to {last}, as a multiple "
            "of {first}. We show only growth within the projection of {published}, because later "
            "projections replace its numbers."
        ).format(name=name, first=years[0], last=years[-1], published=published),
        summary=_("{name}, {last} as a multiple of {first}: {shown}.").format(
            name=name, last=years[-1], first=years[0], shown=shown
        ),
        drawing=_("Three lines over years, one an age."),
        rows=rows,
        columns=(
            TableColumn("age", _("Age")),
            TableColumn("year", _("Year"), "year"),
            TableColumn("words", _("Multiple of {year}").format(year=years[0])),
        ),
        period=numbers.period(str(years[0]), str(years[-1])),
        as_of=_("{published} projection").format(published=published),
        claims=observed_claims(
            rows[rows["year"].isin([years[0], years[-1]])].assign(value=rows["count"]),
            "{age}, {year}",
        ),
        indicator_ids=[PROJECTED.format(age=age) for age in AGES],
        chart=_lines(
            (years[0], (years[0] + years[-1]) // 2, years[-1]), top, ".1~f", projected=True
        ),
    )


def _ends_apart(rows: pd.DataFrame, top: float, shortly: Callable[[float], str]) -> pd.DataFrame:
    """`rows` with each line named at its last point, the names as far apart as they need.

    `shortly` writes a value in a few letters, for a phone.
    """
    last = rows["year"].eq(rows["year"].max())
    held = rows[last]
    heights = charts.apart(
        held["value"].astype(float).tolist(),
        NAME_GAP * top / PLOT,
        low=NAME_GAP / 2 * top / PLOT,
        high=top,
    )
    return rows.assign(
        label=rows["words"].where(last, ""),
        name=[
            _("{age}: {value}").format(age=age, value=value) if end else ""
            for age, value, end in zip(rows["age"], rows["words"], last, strict=True)
        ],
        short=[
            _("{age}+: {value}").format(age=age, value=shortly(value)) if end else ""
            for age, value, end in zip(rows["series"], rows["value"], last, strict=True)
        ],
        name_at=pd.Series(heights, index=held.index).reindex(rows.index),
    )


def _times_short(value: float) -> str:
    return _("{value}x").format(value=numbers.number(value))


def _times(value: float) -> str:
    return _("{value} times").format(value=numbers.number(value))
