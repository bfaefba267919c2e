"""The counties most like one, and what their hospital sites report."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.derive import reports
from lib.derive.rounding import half_up
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, County
from lib.subjects.counties import peers_like, words as county_words
from lib.subjects.counties.held import Like, Peers, county_name, held, peer_codes
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import site_claims
from lib.wording import numbers, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store


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


def _peer_rows(store: Store, fips: str, codes: list[str], like: str) -> pd.DataFrame:
    """The county and its peers with what their sites report and the traits they share."""
    kept = held(store)
    apart = peers_like.likeness(kept.traits, fips, peers_like.LIKENESS[like])
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
    rows["distance_words"] = [f"{half_up(value, 2):.2f}" for value in rows["distance"]]
    rows = rows.join(kept.traits, on="county_fips")
    return rows.rename(columns={"numerator": "reporting", "denominator": "answered"})


def _columns() -> tuple[Column, ...]:
    return (
        Column("group", _("County")),
        Column("distance_words", _("Distance")),
        Column("label", _("Sites that report")),
        Column("value", _("Share"), "share"),
        Column("population", _("Residents"), "count"),
        Column("rural_share", _("Rural"), "share"),
        Column("older_share", _("Age 65 and older"), "share"),
        Column("medi_cal_share", _("Medi-Cal"), "share"),
        Column("beds", _("Acute beds"), "count"),
    )


def _how_compared() -> tuple[str, str]:
    """What the comparison assumes, and how likeness is measured."""
    return (
        _(
            "This is arithmetic on hospital reports. It assumes that the number of sites "
            "and the similar counties' reports stay the same. It does not say how many "
            "patients a program reaches, or whether the median is enough."
        ),
        _(
            "How similarity is measured: population and beds as logarithms; each trait "
            "divided by its standard deviation across the 58 counties; then the root of "
            "the mean squared difference. 0 means the same; 1 means one standard deviation "
            "apart."
        ),
    )


@figure
def county_peers(
    store: Store, county: County = "06037", like: Like = "all", peers: Peers = "8"
) -> Draft:
    """The counties like one, what their sites report, and what it would take to reach them."""
    codes = peer_codes(store, county, like, peers)
    name, year = county_name(store, county), reports.newest(store)
    rows = _peer_rows(store, county, codes, like)
    own = rows.iloc[0]
    n, total = (0 if pd.isna(own[c]) else int(own[c]) for c in ("reporting", "answered"))
    others = rows.iloc[1:]
    median = others["value"].dropna().median()
    more = peers_like.sites_to_median(n, total, others) if total else 0
    listed = "; ".join(f"{r.group}: {r.label}" for r in each(rows))
    return Draft(
        headline=county_words.gap_headline(
            name, n, total, more, None if pd.isna(median) else float(median), total
        ),
        subtitle=_(
            "Share of general acute care hospital sites that report an inpatient program, "
            "{year}, with counts: {name} and the {count} counties most like it in {traits}, "
            "most similar first."
        ).format(year=year, name=name, count=len(codes), traits=places.likeness_words(like)),
        summary=_("{listed}.").format(listed=listed),
        drawing=_("Bar chart. Each bar is a county."),
        rows=rows,
        columns=_columns(),
        period=str(year),
        claims=site_claims(
            store,
            rows.assign(county=rows["group"]),
            _("{county}: sites that report"),
            "inpatient_palliative by county",
        ),
        source_ids=[reports.newest_source(store)],
        caveats=(self_reported(), *_how_compared()),
        definition=_(
            "Traits: residents and people age 65 and older (Department of Finance); share "
            "living in rural areas (2020 census); people certified for Medi-Cal as a share of "
            "residents; and general acute beds at the sites that answered."
        ),
        # The share of one site is 0% or 100%: its peers are a list, without a comparison.
        chart=_peer_bars(len(rows)) if total > 1 else None,
        height=34 * len(rows) + 30,
    )
