"""One county beside its peers, the state and the nation: key numbers, peers and the gap."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from lib import charts
from lib.charts.spine import Mark, spine
from lib.derive import comparing, peers, reports
from lib.derive.rows import each, one
from lib.figures.assemble import (
    counted_claim,
    make,
    self_reported,
    site_locator,
)
from lib.figures.county_held import (
    county_name,
    elsewhere,
    held,
    peer_codes,
    topics,
)
from lib.i18n import _, told
from lib.model import Claim, Column, County, Figure, Status
from lib.wording import beside, numbers, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store

__all__ = ["county_numbers", "county_peers"]

Topic = Literal["supply", "need", "context"]
Like = Literal["all", "size", "people", "beds"]
Peers = Literal["8", "5", "12"]


@lru_cache(maxsize=64)
def _spine(keys: tuple[str, ...], count: int, how_many: int) -> Mapping[str, Any]:
    """The form of the key numbers: one for all counties, so that it is made once."""
    marks = {
        "county_at": Mark(_("This county"), "@teal", "circle"),
        "peers_at": Mark(_("Median of its {n} peers").format(n=how_many), "@ochre", "diamond"),
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
            ("peers", _("Median of peers")),
            ("state", _("California")),
            ("nation", _("United States")),
        ),
    )


@lru_cache(maxsize=8)
def _peer_bars(count: int) -> Mapping[str, Any]:
    """The form of the peers: one for all counties."""
    return charts.bars(
        {"focus": "@teal", "peer": "@earlier_mark"},
        count=count,
        tooltip=(
            ("group", _("County")),
            ("label", _("Sites that report")),
            ("distance_words", _("Distance")),
        ),
    )


def _number_row(store: Store, measure_id: str, fips: str, codes: list[str]) -> dict[str, Any]:
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
        "middle_low": (float(values.quantile(0.25)) - low) / span,
        "middle_high": (float(values.quantile(0.75)) - low) / span,
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
        "note": chosen.note,
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
    return row


def _counted_label(value: str, found: pd.Series, unit: str) -> str:
    """The label over the county's mark, with n of N where the base is a handful of sites."""
    if unit == "share" and found["denominator"] < 1_000:
        return _("{share} ({n})").format(
            share=value, n=numbers.n_of_n(found["numerator"], found["denominator"])
        )
    return value


def _number_claims(store: Store, topic: str, fips: str) -> list[Claim]:
    kept = held(store)
    found: list[Claim] = []
    for measure_id in topics(store)[topic]:
        row, chosen = one(kept.values[measure_id], fips), kept.chosen[measure_id]
        if pd.isna(row["value"]):
            continue
        found.append(
            Claim(
                label=_("{measure}, {period}").format(
                    measure=chosen.label, period=numbers.date(str(row["period_end"]))
                ),
                value=places.measure_value(float(row["value"]), chosen.unit),
                source_id=str(row["source_id"]),
                locator=str(row["locator"]),
                status=Status(row["status"]),
                numerator="" if pd.isna(row["numerator"]) else numbers.number(row["numerator"]),
                denominator=(
                    "" if pd.isna(row["denominator"]) else numbers.number(row["denominator"])
                ),
                note=str(row["note"]),
            )
        )
    return found


def county_numbers(
    store: Store,
    county: County = "06037",
    topic: Topic = "supply",
    like: Like = "all",
    peers: Peers = "8",
) -> Figure:
    """A county's key numbers on lines from the lowest to the highest county."""
    codes = peer_codes(store, county, like, peers)
    name = county_name(store, county)
    rows = pd.DataFrame([_number_row(store, m, county, codes) for m in topics(store)[topic]])
    sides = rows["state_side"].value_counts()
    keys = tuple(
        key
        for key in ("county_at", "peers_at", "state_at", "nation_at")
        if key == "county_at" or rows[key].notna().any()
    )
    rows["beside_state"] = [beside.side_words(side) for side in rows["state_side"]]
    shown = "; ".join(
        _("{measure}: {county} (peers {peers}, California {state})").format(
            measure=r.group, county=r.county, peers=r.peers, state=r.state
        )
        for r in each(rows)
    )
    claims = _number_claims(store, topic, county)
    chosen = held(store).chosen
    dated = [m not in chosen or chosen[m].unit != "growth" for m in rows["measure_id"]]
    years = sorted({period[-4:] for period in rows["period"][dated]})
    return make(
        store,
        "county_numbers",
        headline=beside.numbers_headline(
            name,
            topic,
            *(int(sides.get(side.value, 0)) for side in comparing.Side),
            held=int(rows["county_at"].notna().sum()),
        ),
        subtitle=_(
            "Each line runs from the lowest to the highest county, its thick part the middle half; "
            "the peers are {n} counties alike in {traits}. Each number has its own year: {years}."
        ).format(n=len(codes), traits=places.likeness_words(like), years=", ".join(years)),
        summary=_("{name}: {shown}.").format(name=name, shown=shown),
        drawing=_("Lines with a mark for the county, its peers, the state and the nation."),
        rows=rows,
        columns=(
            Column("measure", _("Measure")),
            Column("period", _("Period")),
            Column("label", name),
            Column("peers", _("Median of peers")),
            Column("state", _("California")),
            Column("beside_state", _("Compared with California")),
            Column("nation", _("United States")),
            Column("low_label", _("Lowest county")),
            Column("high_label", _("Highest county")),
        ),
        period=_("newest year of each number, {years}").format(years=", ".join(years)),
        as_of=years[-1],
        place=name,
        claims=claims,
        source_ids=[] if claims else [reports.newest_source(store)],
        caveats=[
            *([self_reported()] if topic == "supply" else []),
            _("Peers: {counties}.").format(counties=places.listed_counties(store.names, codes)),
            *(f"{r.group}: {r.note}." for r in each(rows)),
        ],
        definition=_(
            "California adds up the counties for shares and rates of counted things, and is the "
            "source's own value otherwise; the nation is the source's own value. About the same: "
            "within one percentage point of the state, of a small share within a twentieth of it, "
            "of other numbers within 2%."
        ),
        chart=_spine(keys, len(rows), len(codes)),
        height=92 * len(rows) + 40,
        params={"county": county, "topic": topic, "like": like, "peers": peers},
    )


def _peer_rows(store: Store, fips: str, codes: list[str], like: str) -> pd.DataFrame:
    """The county and its peers with what their sites report and the traits they share."""
    kept = held(store)
    apart = peers.likeness(kept.traits, fips, peers.LIKENESS[like])
    found = kept.values["inpatient_site_share"].loc[[fips, *codes]]
    rows = found.reset_index().assign(
        group=[store.names[code] for code in found.index],
        label=[
            numbers.n_of_n(row.numerator, row.denominator)
            if row.denominator > 0
            else places.state_words(str(row.state))
            for row in each(found)
        ],
        kind=["focus" if code == fips else "peer" for code in found.index],
        distance=[0.0, *(float(apart[code]) for code in codes)],
    )
    rows["distance_words"] = [f"{value:.2f}" for value in rows["distance"]]
    rows = rows.join(kept.traits, on="county_fips")
    return rows.rename(columns={"numerator": "reporting", "denominator": "answered"})


def county_peers(
    store: Store, county: County = "06037", like: Like = "all", peers: Peers = "8"
) -> Figure:
    """The counties like one, what their sites report, and what it would take to reach them."""
    codes = peer_codes(store, county, like, peers)
    name = county_name(store, county)
    rows = _peer_rows(store, county, codes, like)
    own = rows.iloc[0]
    n, total = (0 if pd.isna(own[c]) else int(own[c]) for c in ("reporting", "answered"))
    others = rows.iloc[1:]
    median = others["value"].dropna().median()
    more = _sites_to_median(n, total, others)
    listed = "; ".join(f"{r.group}: {r.label}" for r in each(rows))
    return make(
        store,
        "county_peers",
        headline=places.gap_headline(
            name, n, total, more, None if pd.isna(median) else float(median), total
        ),
        subtitle=_(
            "Share of general acute sites that report an inpatient program, {year}, with n of N: "
            "{name} and the {count} counties most like it in {traits}, the most alike first."
        ).format(
            year=reports.newest(store),
            name=name,
            count=len(codes),
            traits=places.likeness_words(like),
        ),
        summary=_("{listed}.").format(listed=listed),
        drawing=_("Bars, one a county."),
        rows=rows,
        columns=(
            Column("group", _("County")),
            Column("distance_words", _("Distance")),
            Column("label", _("Sites that report")),
            Column("value", _("Share"), "share"),
            Column("population", _("Residents"), "count"),
            Column("rural_share", _("Rural"), "share"),
            Column("older_share", _("Aged 65 and over"), "share"),
            Column("medi_cal_share", _("Medi-Cal"), "share"),
            Column("beds", _("Acute beds"), "count"),
        ),
        period=str(reports.newest(store)),
        as_of=str(reports.newest(store)),
        place=name,
        claims=[
            counted_claim(
                _("{county}: sites that report").format(county=r.group),
                int(r.reporting),
                int(r.answered),
                reports.newest_source(store),
                site_locator(reports.newest(store), "inpatient_palliative by county"),
            )
            for r in each(rows)
            if r.answered > 0
        ],
        source_ids=[reports.newest_source(store)],
        caveats=(
            self_reported(),
            _(
                "What it would take is arithmetic on reports: it assumes that the number of sites "
                "and what the peers report stay as they are. It says nothing of how many patients "
                "a program reaches, nor whether the peers' median is enough."
            ),
            _(
                "Distance: population and beds as logarithms, each trait divided by its standard "
                "deviation over the 58 counties; the root of the mean squared difference. 0 is the "
                "same, 1 is one standard deviation apart."
            ),
        ),
        definition=_(
            "Traits: residents and people aged 65 and over (Department of Finance), share living "
            "in rural areas (census of 2020), people certified for Medi-Cal over residents, "
            "general acute beds of the sites that answered."
        ),
        chart=_peer_bars(len(rows)),
        height=34 * len(rows) + 30,
        params={"county": county, "like": like, "peers": peers},
    )


def _sites_to_median(reporting: int, answered: int, others: pd.DataFrame) -> int:
    return peers.sites_to_median(reporting, answered, others) if answered else 0
