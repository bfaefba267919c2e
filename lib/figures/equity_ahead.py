"""A look ahead within one projection table: where older people will be more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pandas as pd

from lib import charts
from lib.figures.assemble import make, observed_claims
from lib.i18n import _
from lib.model import Column
from lib.wording import equity_ahead as words
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

__all__ = ["equity_growth"]

FROM = "2020-07-01"
#: Counties with fewer people of the age at the start are not ranked: a handful moves them.
RANKED_BASE = 1000
SHOWN = 10


def equity_growth(
    store: Store,
    older: Literal["85", "75", "65"] = "85",
    until: Literal["2040", "2030", "2060"] = "2040",
) -> Figure:
    """The counties whose older population the projection has grow fastest, and California."""
    indicator_id = f"population_{older}plus_projected_count_dof_2020"
    held = store.observed(indicator_id)
    wide = held.pivot(index="geo_id", columns="period_end", values="value")
    start, end = wide[FROM], wide[f"{until}-07-01"]
    table = pd.DataFrame({"start": start, "end": end, "value": end / start}).reset_index()
    counties = table[table["geo_id"].ne("CA")]
    ranked = counties[counties["start"] >= RANKED_BASE].nlargest(SHOWN, "value")
    rows = pd.concat([ranked, table[table["geo_id"].eq("CA")]]).assign(
        group=lambda t: t["geo_id"].map(store.names),
        kind=lambda t: ["state" if geo == "CA" else "county" for geo in t["geo_id"]],
        label=lambda t: [words.times(v) for v in t["value"]],
        start_words=lambda t: [numbers.count(v) for v in t["start"]],
        end_words=lambda t: [numbers.count(v) for v in t["end"]],
    )
    top = int(rows["value"].max()) + 1
    first, state = rows.iloc[0], rows.iloc[-1]
    drawn = held[
        held["geo_id"].isin(rows["geo_id"]) & held["period_end"].isin([FROM, f"{until}-07-01"])
    ]
    return make(
        store,
        "equity_growth",
        headline=words.growth_headline(
            older, until, str(first["group"]), str(first["label"]), str(state["label"])
        ),
        subtitle=_(
            "People {older} and older in {until} for every one in {start}, from the state's "
            "January 2020 projection: the ten fastest-growing of the {n} counties with at least "
            "{least} such people in {start}. A newer projection has replaced this one, so read "
            "the growth, not the numbers. It is not split by race here."
        ).format(
            older=older,
            until=until,
            start=FROM[:4],
            n=int((counties["start"] >= RANKED_BASE).sum()),
            least=numbers.count(RANKED_BASE),
        ),
        summary="; ".join(f"{r.group}: {r.label}" for r in rows.itertuples()) + ".",
        drawing=_("Bars of the ten fastest counties and of California."),
        rows=rows,
        columns=(
            Column("group", _("Place")),
            Column("label", _("Growth")),
            Column("start_words", _("Projected for 2020")),
            Column("end_words", _("Projected for {until}").format(until=until)),
        ),
        period=_("{start} to {until}, projected").format(start=FROM[:4], until=until),
        as_of=_("January 2020"),
        indicator_ids=[indicator_id],
        claims=observed_claims(drawn, "{geo_id}, {period_end}"),
        chart=charts.bars(
            {"county": "@teal", "state": "@earlier_mark"},
            count=len(rows),
            tooltip=(
                ("group", _("Place")),
                ("label", _("Growth")),
                ("start_words", FROM[:4]),
                ("end_words", until),
            ),
            top=top,
            ticks=list(range(top + 1)),
            value_format="d",
        ),
        height=len(rows) * 34 + 40,
        params={"older": older, "until": until},
    )
