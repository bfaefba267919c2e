"""One county compared with similar counties, the state and the nation: its key numbers."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from lib.charts.spine import Mark, middle_half, spine
from lib.derive import comparing, reports
from lib.derive.rows import each, one
from lib.i18n import _, told
from lib.model import Claim, Column, County
from lib.subjects.counties import (
    words as county_words,
    words_beside as beside,
    words_sites as county_sites,
)
from lib.subjects.counties.held import (
    Like,
    Peers,
    county_name,
    elsewhere,
    held,
    peer_codes,
    topics,
)
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import row_claim
from lib.wording import numbers, places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.derive.measures import Measure
    from lib.store import Store

Topic = Literal["supply", "need", "context"]


@lru_cache(maxsize=64)
def number_spine(
    keys: tuple[str, ...], count: int, how_many: int, step: int = 92
) -> Mapping[str, Any]:
    """The form of the key numbers: one for all counties, so that it is made once."""
    marks = {
        "county_at": Mark(_("This county"), "@teal", "circle"),
        "peers_at": Mark(
            _("Median of {n} similar counties").format(n=how_many), "@ochre", "diamond"
        ),
        "state_at": Mark(_("California"), "@ink", "square"),
        "nation_at": Mark(_("United States"), "@plum", "triangle-up"),
    }
    return spine(
        {key: marks[key] for key in keys},
        count=count,
        tooltip=(
            ("measure", _("Measure")),
            ("period", _("Period")),
            ("label", _("This county")),
            ("peers", _("Median of similar counties")),
            ("state", _("California")),
            ("nation", _("United States")),
        ),
        step=step,
        reading=places.line_of_counties(),
    )


def number_row(store: Store, measure_id: str, fips: str, codes: list[str]) -> dict[str, Any]:
    """One measure: the county, its peers, the state, the nation and the range of counties."""
    kept = held(store)
    chosen, table = kept.chosen[measure_id], kept.values[measure_id]
    values = table["value"].dropna()
    low, high = float(values.min()), float(values.max())
    span = (high - low) or 1.0
    compared = {
        "county": values.get(fips),
        "peers": values.reindex(codes).dropna().median(),
        "state": elsewhere(store, measure_id, "CA"),
        "nation": elsewhere(store, measure_id, "US"),
    }
    row: dict[str, Any] = {
        "measure_id": measure_id,
        "group": told(chosen.short_name or chosen.label),
        "measure": chosen.label,
        **middle_half(values),
        "low_label": places.measure_value(low, chosen.unit),
        "high_label": places.measure_value(high, chosen.unit),
        "period": (
            _("{first} to {last}").format(
                first=str(table.loc[fips, "period_start"])[:4],
                last=str(table.loc[fips, "period_end"])[:4],
            )
            if chosen.unit == "growth"
            else numbers.date(str(table.loc[fips, "period_end"]))
        ),
        "note": _noted(chosen, str(table.loc[fips, "note"])),
    }
    for who, value in compared.items():
        number = float("nan") if value is None else float(value)
        missing = math.isnan(number)
        # The nation may lie beyond every county: its mark stands at the line's end.
        row[f"{who}_at"] = None if missing else min(1.0, max(0.0, (number - low) / span))
        row[f"{who}_side"] = (
            comparing.side(float(compared["county"]), number, chosen.unit).value
            if not missing and not pd.isna(compared["county"])
            else ""
        )
        row[who] = places.measure_value(None if missing else number, chosen.unit)
    if row["county_at"] is None:
        row["county"] = places.state_words(str(table.loc[fips, "state"]))
    row["label"] = _counted_label(row["county"], one(table, fips), chosen.unit)
    return _not_of_one(row, kept.values["inpatient_site_share"], fips)


def _noted(chosen: Measure, of_row: str) -> str:
    """The caution of a measure, and of a counted number its own, without the last full stop."""
    own = "" if chosen.indicator_id else of_row.removesuffix(".")
    return ". ".join(text for text in (chosen.note, own) if text)


#: Shares of hospital sites, or of the beds in them: of one site they are 0% or 100%.
OF_SITES = ("inpatient_site_share", "outpatient_site_share", "inpatient_bed_share")


def is_one_site(shares: pd.DataFrame, fips: str) -> bool:
    """True where one hospital site of a county answered: its share compares with nobody's."""
    return bool(shares.at[fips, "denominator"] == 1)


def _not_of_one(row: dict[str, Any], shares: pd.DataFrame, fips: str) -> dict[str, Any]:
    """`row` without a mark and without comparison where its share is that of one site."""
    if row["measure_id"] not in OF_SITES or not is_one_site(shares, fips):
        return row
    sides = {name: "" for name in row if name.endswith("_side")}
    n = numbers.n_of_n(float(one(shares, fips)["numerator"]), 1)
    words = row["label"] if row["measure_id"] != "inpatient_site_share" else n
    return {**row, **sides, "county_at": None, "label": county_sites.too_few(words)}


def _counted_label(value: str, found: pd.Series, unit: str) -> str:
    """The label over the county's mark, with n of N where the base is a handful of sites."""
    if unit == "share" and found["denominator"] < 1_000:
        return _("{share} ({n})").format(
            share=value, n=numbers.n_of_n(found["numerator"], found["denominator"])
        )
    return value


def number_claims(store: Store, chosen_ids: Sequence[str], fips: str) -> list[Claim]:
    """Where each measure of a county stands."""
    kept = held(store)
    found: list[Claim] = []
    for measure_id in chosen_ids:
        row, chosen = one(kept.values[measure_id], fips), kept.chosen[measure_id]
        if pd.isna(row["value"]):
            continue
        label = _("{measure}, {period}").format(
            measure=chosen.label, period=numbers.date(str(row["period_end"]))
        )
        value = places.measure_value(float(row["value"]), chosen.unit)
        found.append(row_claim(row, label, value))
    return found


def number_columns(name: str) -> tuple[Column, ...]:
    """The columns of the table of numbers; `name` is the county's."""
    return (
        Column("measure", _("Measure")),
        Column("period", _("Period")),
        Column("label", name),
        Column("peers", _("Median of similar counties")),
        Column("state", _("California")),
        Column("beside_state", _("Compared with California")),
        Column("nation", _("United States")),
        Column("low_label", _("Lowest county")),
        Column("high_label", _("Highest county")),
    )


def how_compared() -> str:
    """When a number is about the same as the state's."""
    return _(
        "California adds up the counties for shares and rates of counted things, and is the "
        "source's own value otherwise; the nation is the source's own value. About the same: "
        "within one percentage point of the state, of a small share within a twentieth of it, "
        "of other numbers within 2%."
    )


def _how_read(n: int, like: str, years: list[str]) -> str:
    said = _(
        "Similar counties ({n}) are alike in {traits}. Each number has its own year: {years}."
    ).format(n=n, traits=places.likeness_words(like), years=", ".join(years))
    return f"{places.line_of_counties()} {said}"


@figure
def county_numbers(
    store: Store,
    county: County = "06037",
    topic: Topic = "supply",
    like: Like = "all",
    peers: Peers = "8",
) -> Draft:
    """A county's key numbers on lines from the lowest to the highest county."""
    codes = peer_codes(store, county, like, peers)
    name = county_name(store, county)
    rows = pd.DataFrame([number_row(store, m, county, codes) for m in topics(store)[topic]])
    sides = rows["state_side"].value_counts()
    keys = tuple(
        key
        for key in ("county_at", "peers_at", "state_at", "nation_at")
        if key == "county_at" or rows[key].notna().any()
    )
    rows["beside_state"] = [beside.side_words(side) for side in rows["state_side"]]
    shown = "; ".join(
        _("{measure}: {county} (similar counties {peers}, California {state})").format(
            measure=r.group, county=r.county, peers=r.peers, state=r.state
        )
        for r in each(rows)
    )
    claims = number_claims(store, topics(store)[topic], county)
    chosen = held(store).chosen
    dated = [m not in chosen or chosen[m].unit != "growth" for m in rows["measure_id"]]
    years = sorted({period[-4:] for period in rows["period"][dated]})
    return Draft(
        headline=beside.numbers_headline(
            name,
            topic,
            *(int(sides.get(side.value, 0)) for side in comparing.Side),
            held=int(rows["county_at"].notna().sum()),
        ),
        subtitle=_how_read(len(codes), like, years),
        summary=_("{name}: {shown}.").format(name=name, shown=shown),
        drawing=_("Lines with a mark for the county, similar counties, the state and the nation."),
        rows=rows,
        columns=number_columns(name),
        period=_("latest year of each number, {years}").format(years=", ".join(years)),
        as_of=years[-1],
        claims=claims,
        source_ids=[] if claims else [reports.newest_source(store)],
        caveats=[
            *([self_reported()] if topic == "supply" else []),
            _("Similar counties: {counties}.").format(
                counties=county_words.listed_counties(store.names, codes)
            ),
            *(f"{r.group}: {r.note}." for r in each(rows)),
        ],
        definition=how_compared(),
        chart=number_spine(keys, len(rows), len(codes)),
        height=92 * len(rows) + 40,
    )
