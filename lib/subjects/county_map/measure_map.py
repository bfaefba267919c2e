"""The county map: one measure in classes, as a map and as bars in tiers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib.derive.measures import Role
from lib.i18n import _
from lib.model import Column, DataState, MapYear, MeasureId
from lib.subjects.county_map import classes as map_rows, words
from lib.subjects.county_map.drawing import Zoom, draw_bars, draw_map
from lib.subjects.equity.words import why_hidden as small_numbers
from lib.subjects.shared.assemble import Draft, figure, not_hospice, self_reported, shapes
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import pandas as pd

    from lib.derive.measures import Measure
    from lib.store import Store
    from lib.subjects.county_map.classes import Classed


@figure
def county_map(
    store: Store,
    measure: MeasureId = "inpatient_site_share",
    year: MapYear = "newest",
    zoom: Zoom = "state",
) -> Draft:
    """The 58 counties in classes of one measure, in one year."""
    held = map_rows.classed(store, measure, year)
    drawing = draw_map(store, held.colors, held.outlined, zoom, _tips(held.measure))
    draft = _draft(store, held, _("Map of the counties."), drawing)
    return replace(draft, page_choices={"color": str(held.measure.role)})


@figure
def county_bars(
    store: Store, measure: MeasureId = "inpatient_site_share", year: MapYear = "newest"
) -> Draft:
    """The counties of one measure as bars in classes, the highest first within a class."""
    held = map_rows.classed(store, measure, year)
    rows = held.rows.assign(bar_label=_bar_labels(held.rows))
    drawing = draw_bars(rows, held.colors, _tips(held.measure), held.measure.unit)
    words_of = _("Bars, one per county, by class; within a class the highest value comes first.")
    draft = _draft(store, replace(held, rows=rows), words_of, drawing)
    return replace(draft, page_choices={"color": str(held.measure.role), "drawing": "bars"})


def _draft(
    store: Store, held: Classed, drawing_words: str, drawing: Mapping[str, Any] | None
) -> Draft:
    measure = held.measure
    starts = held.rows["period_start"].replace("", None).dropna()
    period = numbers.period(starts.min(), held.rows["period_end"].max()) if len(starts) else ""
    indicators = [i for i in (measure.indicator_id, measure.base_indicator_id) if i]
    hospital = measure.role is Role.SUPPLY and measure.rule != "facility_count"
    return Draft(
        headline=words.headline(held.rows, measure, held.year),
        subtitle=held.note,
        summary=words.summary(held.rows, list(held.colors), held.year),
        drawing=drawing_words,
        rows=held.rows,
        columns=_columns(measure, held.rows),
        period=period or str(held.year),
        as_of=str(held.year),
        source_ids=[shapes(store)],
        indicator_ids=indicators,
        claims=map_rows.county_claims(held),
        caveats=(*cautions(hospital=hospital), *why_withheld(held.rows["state"])),
        definition=f"{measure.label}. {measure.note}." if not indicators else "",
        chart=drawing,
        height=700,
    )


def cautions(*, hospital: bool) -> tuple[str, ...]:
    """What to keep in mind about any county map, and about hospital answers."""
    tiers = _(
        "Compare classes rather than places in the list: within a class small differences say "
        "little. A share of one answer is 0% or 100%; a share of two can only be 0%, 50% or 100%."
    )
    sites = _("A site counts in the county where it is located. Patients cross county lines.")
    return (self_reported(), sites, tiers, not_hospice()) if hospital else (tiers, not_hospice())


def why_withheld(states: pd.Series) -> tuple[str, ...]:
    """The small-number rule, where any of `states` is withheld."""
    return (small_numbers(),) if states.eq(DataState.WITHHELD.value).any() else ()


def _tips(measure: Measure) -> tuple[tuple[str, str], ...]:
    return (
        ("name", _("County")),
        ("value_words", measure.label),
        ("base_words", _("Count")),
        ("kind", _("Class")),
    )


def _bar_labels(rows: pd.DataFrame) -> list[str]:
    """The value, and its base where one stands behind it."""
    pairs = zip(rows["value_words"], rows["base_words"], strict=True)
    return [f"{value} ({base})" if base else value for value, base in pairs]


def _columns(measure: Measure, rows: pd.DataFrame) -> tuple[Column, ...]:
    """The columns of the table of one measure; the answer only where it tells rows apart."""
    tells = rows["state_words"].nunique() > 1
    kinds = {"share": "share", "growth": "share", "count": "count", "usd": "count"}
    number = Column("value", _("Value as a number"), kinds.get(measure.unit, "number"))
    return (
        Column("name", _("County")),
        Column("value_words", _("Value")),
        Column("base_words", _("Count")),
        Column("kind", _("Class")),
        *((Column("state_words", _("Answer")),) if tells else ()),
        *(() if measure.unit == "category" else (number,)),
    )
