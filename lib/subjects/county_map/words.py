"""Words of the county map: classes, values, states, headlines; made from rows, never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.derive.measures import Role, State
from lib.derive.rounding import half_up
from lib.i18n import _, ngettext
from lib.subjects.programs import words as programs
from lib.wording import numbers, states
from lib.wording.places import chamber_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.derive.measures import Measure
    from lib.model import Figure
    from lib.subjects.county_map.breaks import Breaks

#: At most this many counties are named in a sentence; more are counted.
NAMED = 8


def value(number: float, unit: str) -> str:
    """`number` written in the unit of a measure."""
    if numbers.is_missing(number):
        return numbers.not_collected()
    if unit == "share":
        return numbers.exact_percent(number)
    if unit == "growth":
        text = numbers.percent(half_up(abs(number), 2))
        return _("+{percent}").format(percent=text) if number >= 0 else _("-{p}").format(p=text)
    if unit == "usd":
        return _("${amount}").format(amount=numbers.count(number))
    if unit in {"per_10k", "per_100k"}:
        return numbers.number(number)
    return numbers.count(number)


def state(held: str, measure: Measure) -> str:
    """Why a county has no value, or what kind of value it has."""
    if held == State.NO_HOSPITAL.value and measure.rule == "critical_access_share":
        return _("No critical access hospital")
    return states.label(held)


def class_label(breaks: Breaks, place: int, unit: str, *, zero_apart: bool) -> str:
    """The words of the class `place` (from 1), with its bounds."""
    bounds = breaks.bounds
    low = bounds[place - 1]
    high = bounds[place] if place < len(bounds) else None
    if unit == "count" and breaks.fixed and high is not None:
        last = int(high) - 1
        return (
            numbers.count(low)
            if int(low) == last
            else _("{low} to {high}").format(low=numbers.count(low), high=numbers.count(last))
        )
    if high is None:
        if unit == "share" and low == 1:
            return value(low, unit)
        return _("{low} or more").format(low=value(low, unit))
    if place == 1 and (zero_apart and low == 0):
        return _("Above 0, under {high}").format(high=value(high, unit))
    if place == 1 and not breaks.fixed:
        return _("Under {high}").format(high=value(high, unit))
    return _("{low} to under {high}").format(low=value(low, unit), high=value(high, unit))


def zero_label(measure: Measure) -> str:
    """The class of the counties where the answer is none."""
    return _("None on the list") if measure.rule == "facility_count" else _("None reported")


def with_count(label: str, n: int) -> str:
    """A class with the number of counties in it."""
    return _("{label} ({n})").format(label=label, n=numbers.count(n))


def places(names: Sequence[str]) -> str:
    """Counties by name while they are few, else their number."""
    if len(names) <= NAMED:
        return numbers.listing(list(names))
    return ngettext("{n} county", "{n} counties", len(names)).format(n=numbers.count(len(names)))


def method(breaks: Breaks, year: int) -> str:
    """How the classes were made."""
    if breaks.fixed:
        return _("The groups use fixed cutoffs, the same for every year.")
    return _(
        "Each group had about the same number of counties in {year}. The rounded cutoffs stay "
        "the same for every year."
    ).format(year=year)


def headline(rows: pd.DataFrame, measure: Measure, year: int) -> str:
    """The finding of one measure: where there is none, or from where to where it runs."""
    if measure.unit == "category":
        counts = rows["category"].value_counts()
        return _("{label}: {kind} in {n} of {total} counties, {year}").format(
            label=measure.label, kind=counts.index[0], n=counts.iloc[0], total=len(rows), year=year
        )
    held = rows[rows["value"].notna()]
    if held.empty:
        return _("{label}: no county has a value").format(label=measure.label)
    if measure.rule in {"site_share", "site_count"} and measure.reads == "inpatient_palliative":
        return programs.map_headline(int(held["value"].eq(0).sum()), 0, year)
    if measure.role is Role.SUPPLY and held["value"].eq(0).any():
        return _("{label}, {year}: zero in {n} of the {total} counties with an answer").format(
            label=measure.label,
            year=year,
            n=numbers.count(int(held["value"].eq(0).sum())),
            total=numbers.count(len(held)),
        )
    ends = [held["value"].min(), held["value"].max()]
    where = [held[held["value"].eq(end)]["name"].tolist() for end in ends]
    return _("{label}: from {low} ({lowest}) to {high} ({highest}), {year}").format(
        label=measure.label,
        low=value(ends[0], measure.unit),
        lowest=places(where[0]),
        high=value(ends[1], measure.unit),
        highest=places(where[1]),
        year=year,
    )


def summary(rows: pd.DataFrame, labels: Sequence[str], year: int) -> str:
    """The classes with their counts in one sentence, and counties of the highest one."""
    listed = "; ".join(labels)
    return _("Counties in {year}, by class: {listed}.").format(year=year, listed=listed)


def not_held(year: str, shown: int) -> str:
    """The word for a year that a measure does not have."""
    return _("This measure has no data for {year}; {shown} is shown.").format(
        year=year, shown=shown
    )


def cell(need: int, supply: int, *, zero_apart: bool) -> str:
    """One cell of need and supply in words; each from 1 (low) to 3 (high)."""
    needs = (_("Lower need"), _("Medium need"), _("Higher need"))
    supplies = (
        (_("none reported"), _("some services"), _("more services"))
        if zero_apart
        else (_("fewer services"), _("middle services"), _("more services"))
    )
    return _("{need}, {supply}").format(need=needs[need - 1], supply=supplies[supply - 1])


def supply_levels(*, zero_apart: bool) -> tuple[str, str, str]:
    """The words at the rows of the key of need and supply, from low to high."""
    if zero_apart:
        return _("none reported"), _("some services"), _("more services")
    return _("fewer services"), _("middle"), _("more services")


def need_axis() -> str:
    """The words under the columns of the key, which run from low to high need."""
    return _("lower need \N{RIGHTWARDS ARROW} higher need")


def corners(*, zero_apart: bool) -> tuple[str, str, str, str]:
    """The words in the corners of need against services: upper left and right, then lower."""
    return (
        cell(1, 3, zero_apart=zero_apart),
        cell(3, 3, zero_apart=zero_apart),
        cell(1, 1, zero_apart=zero_apart),
        cell(3, 1, zero_apart=zero_apart),
    )


def scatter_axis(measure: Measure, year: int, *, is_supply: bool) -> str:
    """What an axis of need against services measures."""
    text = (
        _("Services \N{RIGHTWARDS ARROW} {measure}, {year}")
        if is_supply
        else _("Need \N{RIGHTWARDS ARROW} {measure}, {year}")
    )
    return text.format(measure=measure.label, year=year)


def scatter_subtitle(pair: str, size: Measure, year: int, apart: Sequence[str]) -> str:
    """The words of the pair, then what sizes the dots and who has none."""
    sized = _("Larger dots: {measure}, {year}.").format(measure=size.label, year=year)
    if not apart:
        return _("{pair} {sized}").format(pair=pair, sized=sized)
    return _("{pair} {sized} No dot, as a value is missing: {places}.").format(
        pair=pair, sized=sized, places=places(apart)
    )


def pair_headline(names: Sequence[str], *, zero_apart: bool) -> str:
    """The counties of the highest third of need that have the least supply."""
    if not names:
        return _("No county is in both the highest third for need and the lowest for services")
    if zero_apart:
        return ngettext(
            "In {n} county, need is in the highest third and no services are reported",
            "In {n} counties, need is in the highest third and no services are reported",
            len(names),
        ).format(n=numbers.count(len(names)))
    return ngettext(
        "In {n} county, need is in the highest third and services in the lowest",
        "In {n} counties, need is in the highest third and services in the lowest",
        len(names),
    ).format(n=numbers.count(len(names)))


def pair_subtitle(need: Measure, need_year: int, supply: Measure, supply_year: int) -> str:
    """What the two sides are, and how the cells are made."""
    return _(
        "Need: {need}, {need_year}. Services: {supply}, {supply_year}. Counties are split into "
        "three equal groups by need. For services, the groups are none, below the median and "
        "above the median of counties that have any."
    ).format(need=need.label, need_year=need_year, supply=supply.label, supply_year=supply_year)


def role_names() -> dict[str, str]:
    """What to color by -> the word on its button."""
    return {
        "supply": _("Services"),
        "need": _("Need"),
        "context": _("Context"),
        "both": _("Need and services"),
    }


def zoom_names() -> dict[str, str]:
    """Part of the state -> the word on its button."""
    return {
        "state": _("Statewide"),
        "bay": _("Bay Area"),
        "south": _("Southern coast"),
    }


def layer_names() -> dict[str, str]:
    """What the map is divided into -> the word on its button."""
    return {"counties": _("Counties"), **chamber_names()}


def drawing_names(*, is_pair: bool) -> dict[str, str]:
    """Drawing -> the word on its button; two measures are drawn against each other."""
    return {
        "map": _("Map"),
        "bars": _("One compared with the other") if is_pair else _("Bars"),
        "explore": _("Explore hospitals"),
        "table": _("Table"),
        "download": _("Get"),
        "about": _("About"),
    }


def page_headline(figure: Figure) -> str:
    """The finding of the page, from the rows of its first map."""
    none, absent = _without(figure)
    return _(
        "In {n} of {total} California counties, no hospital reported an inpatient palliative care "
        "program in {year}"
    ).format(
        n=numbers.count(none + absent), total=numbers.count(len(figure.rows)), year=figure.as_of
    )


def page_introduction(figure: Figure) -> str:
    """How many of those counties have no hospital, and what to do with the map."""
    _none, absent = _without(figure)
    return ngettext(
        "{n} of those counties has no general acute care hospital. Choose a county on the map or "
        "in the list.",
        "{n} of those counties have no general acute care hospital. Choose a county on the map or "
        "in the list.",
        absent,
    ).format(n=numbers.capitalized(numbers.spelled(absent)))


def _without(figure: Figure) -> tuple[int, int]:
    """Counties where no hospital reports, and counties that have no hospital."""
    states = figure.rows["state"].value_counts()
    return int(states.get(State.ZERO.value, 0)), int(states.get(State.NO_HOSPITAL.value, 0))
