"""Need and supply together: nine cells of thirds, each named in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import classing
from lib.figures import map_rows
from lib.figures.assemble import make, shapes
from lib.figures.county_map import cautions, why_withheld
from lib.figures.map_drawing import Tips, Zoom, draw_bars, draw_map
from lib.i18n import _
from lib.model import Column, NeedId, SupplyId
from lib.wording import county_map as words
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from lib.figures.map_rows import Classed
    from lib.model import Figure
    from lib.store import Store

__all__ = ["need_supply_bars", "need_supply_map"]


@dataclass(frozen=True)
class Pair:
    """Two measures in their newest years, and the counties in their nine cells.

    `rows` hold need in `value` and `value_words`, supply in `supply_value` and
    `supply_words`, the cell in `cell` ("31" is high need and least supply) and `kind`.
    """

    need: Classed
    supply: Classed
    rows: pd.DataFrame
    colors: dict[str, str]
    outlined: tuple[str, ...]


def need_supply_map(
    store: Store,
    need: NeedId = "people_85_share",
    supply: SupplyId = "inpatient_site_share",
    zoom: Zoom = "state",
) -> Figure:
    """The counties by need and supply together, in thirds of each."""
    pair = _paired(store, need, supply)
    drawing = draw_map(store, pair.colors, pair.outlined, zoom, _tips(pair))
    params = {"need": need, "supply": supply, "zoom": zoom}
    figure = _figure(store, "need_supply_map", pair, _("Map of the counties."), drawing, params)
    return replace(figure, page_choices={"color": "both"})


def need_supply_bars(
    store: Store,
    need: NeedId = "people_85_share",
    supply: SupplyId = "inpatient_site_share",
) -> Figure:
    """The need of each county as bars, grouped by cell of need and supply."""
    pair = _paired(store, need, supply)
    both = zip(pair.rows["value_words"], pair.rows["supply_words"], strict=True)
    labels = [_("{need}; {supply}").format(need=one, supply=other) for one, other in both]
    rows = pair.rows.assign(bar_label=labels)
    drawing = draw_bars(rows, pair.colors, _tips(pair), pair.need.measure.unit)
    drawn = _("Bar chart of need. Each bar is a county, colored by need and services together.")
    params = {"need": need, "supply": supply}
    figure = _figure(store, "need_supply_bars", replace(pair, rows=rows), drawn, drawing, params)
    return replace(figure, page_choices={"color": "both", "drawing": "bars"})


def _paired(store: Store, need_id: str, supply_id: str) -> Pair:
    """Both measures side by side and the cell of each county."""
    need = map_rows.classed(store, need_id, "newest")
    supply = map_rows.classed(store, supply_id, "newest")
    other = supply.rows.set_index("county_fips")
    rows = need.rows.drop(columns=["kind", "order"]).copy()
    for column in ("value", "state", "numerator", "denominator"):
        rows[f"supply_{column}"] = rows["county_fips"].map(other[column])
    rows["supply_words"] = [
        _("{value} ({base})").format(value=value, base=base) if base else value
        for value, base in zip(
            rows["county_fips"].map(other["value_words"]),
            rows["county_fips"].map(other["base_words"]),
            strict=True,
        )
    ]
    zero_apart = bool(rows["supply_value"].eq(0).any())
    needs = classing.thirds(rows["value"], zero_apart=False)
    supplies = classing.thirds(rows["supply_value"], zero_apart=zero_apart)
    rows["cell"] = [
        f"{needs.place(a)}{supplies.place(b)}" if pd.notna(a) and pd.notna(b) else ""
        for a, b in zip(rows["value"], rows["supply_value"], strict=True)
    ]
    return _colored(need, supply, rows, zero_apart=zero_apart)


def _colored(need: Classed, supply: Classed, rows: pd.DataFrame, *, zero_apart: bool) -> Pair:
    """The pair with cells named, colored and put in order: high need and low supply first."""
    cells = {f"{n}{s}": f"@both_{s}{n}" for n in (3, 2, 1) for s in (1, 2, 3)}
    labels = {cell: words.cell(int(cell[0]), int(cell[1]), zero_apart=zero_apart) for cell in cells}
    missing = {
        words.state(state, supply.measure): color for state, color in map_rows.UNVALUED.items()
    }
    label = [
        labels[str(cell)]
        if cell
        else words.state(str(other if pd.isna(value) else state), supply.measure)
        for cell, value, state, other in zip(
            rows["cell"], rows["supply_value"], rows["state"], rows["supply_state"], strict=True
        )
    ]
    tokens = {**{labels[cell]: token for cell, token in cells.items()}, **missing}
    counts = pd.Series(label).value_counts()
    present = [name for name in tokens if name in counts]
    kinds = {name: words.with_count(name, int(counts[name])) for name in present}
    rows = rows.assign(
        kind=[kinds[name] for name in label], order=[present.index(name) for name in label]
    )
    return Pair(
        need=need,
        supply=supply,
        rows=map_rows.in_order(rows),
        colors={kinds[name]: tokens[name] for name in present},
        outlined=tuple(kinds[name] for name in present if name in missing),
    )


def _tips(pair: Pair) -> Tips:
    return (
        ("name", _("County")),
        ("value_words", pair.need.measure.label),
        ("supply_words", pair.supply.measure.label),
        ("kind", _("Cell")),
    )


def _figure(
    store: Store,
    figure_id: str,
    pair: Pair,
    drawing_words: str,
    drawing: Mapping[str, Any] | None,
    params: Mapping[str, str],
) -> Figure:
    """Either drawing of the pair with its words and both measures' claims."""
    need, supply = pair.need, pair.supply
    worst = pair.rows[pair.rows["cell"].eq("31")]["name"].tolist()
    years = sorted({need.year, supply.year})
    ids = [need.measure.indicator_id, need.measure.base_indicator_id, supply.measure.indicator_id]
    return make(
        store,
        figure_id,
        headline=words.pair_headline(worst, zero_apart=bool(pair.rows["supply_value"].eq(0).any())),
        subtitle=words.pair_subtitle(need.measure, need.year, supply.measure, supply.year),
        summary=words.summary(pair.rows, list(pair.colors), years[-1]),
        drawing=drawing_words,
        rows=pair.rows,
        columns=(
            Column("name", _("County")),
            Column("kind", _("Need and services")),
            Column("value_words", need.measure.label),
            Column("supply_words", supply.measure.label),
        ),
        period=numbers.listing([str(year) for year in years]),
        as_of=str(years[-1]),
        source_ids=[shapes(store)],
        indicator_ids=[indicator for indicator in ids if indicator],
        claims=[*map_rows.county_claims(need), *map_rows.county_claims(supply)],
        caveats=(
            *cautions(hospital=True),
            *why_withheld(pd.concat([need.rows["state"], supply.rows["state"]])),
        ),
        chart=drawing,
        height=620,
        params=params,
    )
