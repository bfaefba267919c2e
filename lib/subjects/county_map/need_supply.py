"""Need and supply together: nine cells of thirds, each named in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts, maps
from lib.i18n import _
from lib.model import Column, NeedId, SupplyId
from lib.subjects.county_map import breaks as classing, classes as map_rows, words
from lib.subjects.county_map.drawing import Tips, Zoom, draw_map, value_format
from lib.subjects.county_map.measure_map import cautions, why_withheld
from lib.subjects.shared.assemble import Draft, figure, shapes
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from lib.store import Store
    from lib.subjects.county_map.breaks import Breaks
    from lib.subjects.county_map.classes import Classed


#: The cell of the highest third of need and the least supply: need first, then supply.
WORST = "31"

#: What sizes the dots, and how many of them are named where there is room.
OLDER: NeedId = "people_65_count"
NAMED, SLIM_NAMED = 24, 14


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
    zero_apart: bool
    cuts: tuple[Breaks, Breaks]

    def key(self) -> maps.Crossed:
        """The nine cells with the number of counties in each."""
        counts = self.rows["cell"].value_counts()
        return maps.Crossed(
            cells=tuple(
                maps.Cell(n, s, f"@both_{s}{n}", int(counts.get(f"{n}{s}", 0)), f"{n}{s}" == WORST)
                for n in (1, 2, 3)
                for s in (1, 2, 3)
            ),
            rows=words.supply_levels(zero_apart=self.zero_apart),
            across=words.need_axis(),
            beside=tuple((kind, self.colors[kind]) for kind in self.outlined),
        )


@figure
def need_supply_map(
    store: Store,
    need: NeedId = "people_85_share",
    supply: SupplyId = "inpatient_site_share",
    zoom: Zoom = "state",
) -> Draft:
    """The counties by need and supply together, in thirds of each."""
    pair = _paired(store, need, supply)
    drawing = draw_map(store, pair.colors, pair.outlined, zoom, _tips(pair), pair.key())
    draft = _draft(store, pair, _("Map of the counties."), drawing)
    return replace(draft, page_choices={"color": "both"})


@figure
def need_supply_bars(
    store: Store,
    need: NeedId = "people_85_share",
    supply: SupplyId = "inpatient_site_share",
) -> Draft:
    """Need against services, a dot a county; it keeps its first id, which stands in addresses."""
    pair = _paired(store, need, supply)
    older = map_rows.classed(store, OLDER, "newest")
    held = older.rows.set_index("county_fips")
    rows = pair.rows.assign(
        other=pair.rows["supply_value"],
        size=pair.rows["county_fips"].map(held["value"]).fillna(0.0),
        size_words=pair.rows["county_fips"].map(held["value_words"]),
    )
    across, up = _sides(pair, rows)
    corners = words.corners(zero_apart=pair.zero_apart)
    sized = replace(pair, rows=_labelled(rows, across, up, corners))
    drawn = _("Each dot is a county: need from left to right, services upward.")
    tips = (*_tips(pair), ("size_words", older.measure.label))
    drawing = charts.quadrants(
        pair.colors,
        across=across,
        up=up,
        corners=corners,
        largest=float(rows["size"].max()),
        tooltip=tips,
        picked=maps.PICKED,
    )
    draft = _draft(store, sized, drawn, drawing)
    apart = rows[rows["cell"].eq("")]["name"].tolist()
    return replace(
        draft,
        subtitle=words.scatter_subtitle(draft.subtitle, older.measure, older.year, apart),
        page_choices={"color": "both", "drawing": "bars"},
        claims=(*draft.claims, *(map_rows.county_claims(older) if need != OLDER else ())),
    )


def _sides(pair: Pair, rows: pd.DataFrame) -> tuple[charts.Side, charts.Side]:
    """The axes of need and of services, each cut where its classes begin."""
    held = rows[rows["cell"].ne("")]
    sides = []
    for classed, column, breaks in (
        (pair.need, "value", pair.cuts[0]),
        (pair.supply, "supply_value", pair.cuts[1]),
    ):
        is_supply = classed is pair.supply
        title = words.scatter_axis(classed.measure, classed.year, is_supply=is_supply)
        sides.append(
            charts.side(
                held[column].tolist(),
                title=title,
                number=value_format(classed.measure.unit, held[column].tolist()),
                cuts=breaks.bounds[1:],
                from_zero=is_supply,
            )
        )
    return sides[0], sides[1]


def _labelled(
    rows: pd.DataFrame, across: charts.Side, up: charts.Side, corners: tuple[str, ...]
) -> pd.DataFrame:
    """`rows` with the places of their names: the worst cell first, then those with most people."""
    placed = rows.assign(is_worst=rows["cell"].eq(WORST), is_drawn=rows["cell"].ne(""))
    by = ["is_worst", "size", "name"]
    ordered = placed.sort_values(by, ascending=[False, False, True])
    drawn = ordered[ordered["is_drawn"]]
    at = [across.at(value) for value in drawn["value"]], [up.at(v) for v in drawn["other"]]
    areas = (drawn["size"] / (drawn["size"].max() or 1) * charts.LARGEST).tolist()
    columns = {}
    for prefix, most in (("", NAMED), ("slim_", SLIM_NAMED)):
        names = [name if place < most else "" for place, name in enumerate(drawn["name"])]
        spots = charts.named_at(names, *at, areas, corners, slim=bool(prefix))
        for place, part in enumerate(("right", "down", "side")):
            columns[f"{prefix}label_{part}"] = pd.Series(
                [spot[place] for spot in spots], index=drawn.index
            )
    out = rows.assign(**columns)
    texts = {f"{prefix}label_side": "" for prefix in ("", "slim_")}
    numbers_ = {
        f"{prefix}label_{part}": 0.0 for prefix in ("", "slim_") for part in ("right", "down")
    }
    return out.fillna({**texts, **numbers_})


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
    return _colored(need, supply, rows, (needs, supplies), zero_apart=zero_apart)


def _colored(
    need: Classed,
    supply: Classed,
    rows: pd.DataFrame,
    cuts: tuple[Breaks, Breaks],
    *,
    zero_apart: bool,
) -> Pair:
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
        zero_apart=zero_apart,
        cuts=cuts,
    )


def _tips(pair: Pair) -> Tips:
    return (
        ("name", _("County")),
        ("value_words", pair.need.measure.label),
        ("supply_words", pair.supply.measure.label),
        ("kind", _("Cell")),
    )


def _draft(
    store: Store, pair: Pair, drawing_words: str, drawing: Mapping[str, Any] | None
) -> Draft:
    """Either drawing of the pair with its words and both measures' claims."""
    need, supply = pair.need, pair.supply
    worst = pair.rows[pair.rows["cell"].eq(WORST)]["name"].tolist()
    years = sorted({need.year, supply.year})
    ids = [need.measure.indicator_id, need.measure.base_indicator_id, supply.measure.indicator_id]
    return Draft(
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
        height=700,
    )
