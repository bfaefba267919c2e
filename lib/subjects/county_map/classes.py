"""The rows of a county map: value, class, words and place of each county, for one measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import measures, rurality
from lib.derive.measures import Role, State
from lib.maps import geometry
from lib.subjects.county_map import breaks as classing, words
from lib.subjects.shared.claims import row_claim
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.derive.measures import Measure
    from lib.model import Claim
    from lib.store import Store
    from lib.subjects.county_map.breaks import Breaks

#: Colors of kinds, for measures that are words and not numbers.
KIND_COLORS = (
    "@context_2", "@supply_3", "@need_3", "@context_4", "@supply_5", "@need_5", "@need_1",
)  # fmt: skip

#: Counties of the two frames that a reader can zoom to.
ZOOMS = {
    "state": (),
    "bay": (
        "06001", "06013", "06041", "06055", "06075", "06081", "06085", "06095", "06097",
    ),
    "south": ("06037", "06059", "06073", "06111"),
}  # fmt: skip

#: State without a value -> the color it is drawn in, always with a dashed outline.
UNVALUED = {
    State.WITHHELD.value: "@withheld",
    State.NOT_YET_UPDATED.value: "@none",
    State.NO_HOSPITAL.value: "@none",
    State.NOT_ANSWERED.value: "@paper",
    State.NOT_COLLECTED.value: "@paper",
}


@dataclass(frozen=True)
class Classed:
    """One measure in one year: its rows, the class labels with colors, and what to say.

    `rows` add `kind`, `value_words`, `base_words`, `state_words`, `order`, `nonmetro`,
    `selected` and the place of the name to `measures.COLUMNS`. `newest` is the year whose
    values made the classes; `asked` is a year that was wanted and is not held, else empty;
    `minimum` says why the counts of this year are minimums.
    """

    measure: Measure
    year: int
    newest: int
    asked: str
    rows: pd.DataFrame
    colors: dict[str, str]
    outlined: tuple[str, ...]
    breaks: Breaks
    minimum: str = ""

    @property
    def note(self) -> str:
        """The cautions of the measure, of its classes and of a year that is not held."""
        method = "" if self.measure.unit == "category" else words.method(self.breaks, self.newest)
        missing = words.not_held(self.asked, self.year) if self.asked else ""
        counted = "" if self.measure.indicator_id else self.rows["note"].max()
        told = (missing, self.minimum, f"{self.measure.note}.", counted, method)
        return " ".join(text for text in told if text)


def year_of(store: Store, measure: Measure, year: str) -> tuple[int, str]:
    """The year shown, and the year that was asked for when that is not held."""
    held = measures.years(store, measure)
    if year == "newest":
        return held[0], ""
    wanted = int(year)
    return (wanted, "") if wanted in held else (held[0], year)


def classed(store: Store, measure_id: str, year: str) -> Classed:
    """The counties of one measure and year in their classes, highest class first."""
    measure = measures.measure(store, measure_id)
    shown, asked = year_of(store, measure, year)
    newest = measures.years(store, measure)[0]
    rows = measures.county_values(store, measure, shown)
    latest = rows if shown == newest else measures.county_values(store, measure, newest)
    zero_apart = measure.role is Role.SUPPLY
    values = latest["value"].where(latest["value"].ne(0)) if zero_apart else latest["value"]
    breaks = classing.breaks(measure.breaks, values)
    labels = _labels(rows, measure, breaks)
    order = _order(labels, measure, breaks)
    counts = labels.value_counts()
    present = [label for label in order if label in counts]
    kinds = {label: words.with_count(label, int(counts[label])) for label in present}
    colors = {kinds[label]: order[label] for label in present}
    unvalued = {words.state(state, measure) for state in UNVALUED}
    rows = rows.assign(
        kind=labels.map(kinds),
        order=labels.map({label: place for place, label in enumerate(present)}),
        value_words=_value_words(rows, measure),
        base_words=_base_words(rows, measure),
        state_words=[words.state(state, measure) for state in rows["state"]],
    )
    rows = with_places(store, in_order(rows))
    outlined = tuple(kinds[label] for label in present if label in unvalued)
    minimum = measures.minimum(store, measure, shown)
    return Classed(measure, shown, newest, asked, rows, colors, outlined, breaks, minimum)


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` class by class, within a class from the highest value down, ties by name."""
    by = ["order", "value", "name"]
    return rows.sort_values(by, ascending=[True, False, True]).reset_index(drop=True)


def _labels(rows: pd.DataFrame, measure: Measure, breaks: Breaks) -> pd.Series:
    """The class of each row in words."""
    if measure.unit == "category":
        held = rows["category"].ne("")
        return rows["category"].where(held, numbers.not_collected())
    zero_apart = measure.role is Role.SUPPLY

    def label(value: float, state: str) -> str:
        if numbers.is_missing(value):
            return words.state(state, measure)
        if zero_apart and value == 0:
            return words.zero_label(measure)
        place = breaks.place(value)
        return words.class_label(breaks, place, measure.unit, zero_apart=zero_apart)

    pairs = zip(rows["value"], rows["state"], strict=True)
    return pd.Series([label(value, state) for value, state in pairs], index=rows.index)


def _order(labels: pd.Series, measure: Measure, breaks: Breaks) -> dict[str, str]:
    """Class label -> color token, highest class first, those without a value last."""
    last = {words.state(state, measure): color for state, color in UNVALUED.items()}
    if measure.unit == "category":
        kinds = [str(kind) for kind in labels.value_counts().index if kind not in last]
        return {**dict(zip(kinds, KIND_COLORS, strict=False)), **last}
    zero_apart = measure.role is Role.SUPPLY
    steps = _steps(breaks.count)
    colors = {
        words.class_label(breaks, place, measure.unit, zero_apart=zero_apart): (
            f"@{measure.role.value}_{step}"
        )
        for place, step in zip(range(breaks.count, 0, -1), reversed(steps), strict=True)
    }
    return {**colors, **({words.zero_label(measure): "@zero"} if zero_apart else {}), **last}


def _steps(count: int) -> list[int]:
    """The steps of a five-step color scale that `count` classes take, spread over it."""
    return {1: [3], 2: [2, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5]}.get(count, [1, 2, 3, 4, 5])


def _value_words(rows: pd.DataFrame, measure: Measure) -> list[str]:
    """Each value as a reader sees it; where there is none, why."""
    if measure.unit == "category":
        return [text or numbers.not_collected() for text in rows["category"]]
    return [
        words.state(state, measure)
        if numbers.is_missing(value)
        else words.value(value, measure.unit)
        for value, state in zip(rows["value"], rows["state"], strict=True)
    ]


def _base_words(rows: pd.DataFrame, measure: Measure) -> list[str]:
    """Part of whole in words where the source gives both, else empty."""
    pairs = zip(rows["numerator"], rows["denominator"], strict=True)
    is_part = measure.unit == "share" or measure.rule == "site_count"
    return [
        numbers.n_of_n(n, total)
        if is_part and not numbers.is_missing(n) and not numbers.is_missing(total)
        else ""
        for n, total in pairs
    ]


def with_places(store: Store, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with where each name stands, whether the county is rural, and `selected`."""
    spots = geometry.spots(store.topology)
    rural = rurality.on_maps(store)
    found = [spots[fips] for fips in rows["county_fips"]]
    return rows.assign(
        nonmetro=[bool(rural[fips]) for fips in rows["county_fips"]],
        selected=False,
        spot_lon=[round(spot.longitude, 3) for spot in found],
        spot_lat=[round(spot.latitude, 3) for spot in found],
        spot_width=[round(spot.width, 5) for spot in found],
        spot_height=[round(spot.height, 5) for spot in found],
    )


def county_claims(held: Classed) -> list[Claim]:
    """One claim a county that has a value: base, source and the place in it."""
    rows = held.rows[held.rows["source_id"].ne("")]
    return [
        row_claim(row, str(row["name"]), str(row["value_words"]))
        for __, row in rows.sort_values("name").iterrows()
    ]
