"""A look ahead within one projection table: where older people will be more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pandas as pd

from lib import charts
from lib.i18n import _
from lib.model import Column, Horizon
from lib.subjects.equity import words_ahead as words
from lib.subjects.shared.assemble import Draft, figure
from lib.subjects.shared.claims import observed_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

#: Counties with fewer people of the age at the start are not ranked: a handful moves them.
RANKED_BASE = 1000
SHOWN = 10


def projection(store: Store, older: str) -> str:
    """The indicator of the newest projection of people of an age and older."""
    ids = store.table("indicators")["indicator_id"]
    return str(max(ids[ids.str.startswith(f"population_{older}plus_projected_count")]))


def horizons(store: Store) -> tuple[str, ...]:
    """The years to which growth may be read: whole decades on, the one 20 years on first."""
    years = store.observed(projection(store, "65"))["period_end"].str[:4].astype(int)
    first = int(years.min())
    on = [year for year in sorted(set(years)) if year > first and (year - first) % 10 == 0]
    return tuple(str(year) for year in sorted(on, key=lambda year: (year != first + 20, year)))


def _rows(store: Store, held: pd.DataFrame, since: str, then: str) -> tuple[pd.DataFrame, int]:
    """The fastest-growing counties and then California, and how many counties are ranked."""
    wide = held.pivot(index="geo_id", columns="period_end", values="value")
    start, end = wide[since], wide[then]
    table = pd.DataFrame({"start": start, "end": end, "value": end / start}).reset_index()
    state = table["geo_id"].eq("CA")
    ranked = table[~state & table["start"].ge(RANKED_BASE)]
    rows = pd.concat([ranked.nlargest(SHOWN, "value"), table[state]])
    rows = rows.assign(
        group=rows["geo_id"].map(store.names),
        kind=["state" if geo == "CA" else "county" for geo in rows["geo_id"]],
        label=rows["value"].map(words.times),
        start_words=rows["start"].map(numbers.count),
        end_words=rows["end"].map(numbers.count),
    )
    return rows, len(ranked)


@figure
def equity_growth(
    store: Store, older: Literal["85", "75", "65"] = "85", until: Horizon = ""
) -> Draft:
    """The counties whose older population the projection has grow fastest, and California."""
    indicator_id = projection(store, older)
    held = store.observed(indicator_id)
    until = until or horizons(store)[0]
    since = str(held["period_end"].min())
    then = f"{until}{since[4:]}"
    published = numbers.date(store.source(str(held["source_id"].iloc[0])).published)
    rows, n_ranked = _rows(store, held, since, then)
    top = int(rows["value"].max()) + 1
    first, state = rows.iloc[0], rows.iloc[-1]
    drawn = held[held["geo_id"].isin(rows["geo_id"]) & held["period_end"].isin([since, then])]
    return Draft(
        headline=words.growth_headline(
            older, since[:4], until, str(first["group"]), str(first["label"]), str(state["label"])
        ),
        subtitle=_(
            "People {older} and older in {until} for every one in {start}, from the state's "
            "projection of {published}: the ten fastest-growing of the {n} counties with at least "
            "{least} such people in {start}. A newer projection has replaced this one, so read "
            "the growth, not the numbers. It is not split by race here."
        ).format(
            older=older,
            until=until,
            start=since[:4],
            published=published,
            n=n_ranked,
            least=numbers.count(RANKED_BASE),
        ),
        summary="; ".join(f"{r.group}: {r.label}" for r in rows.itertuples()) + ".",
        drawing=_("Bars of the ten fastest counties and of California."),
        rows=rows,
        columns=(
            Column("group", _("Place")),
            Column("label", _("Growth")),
            Column("start_words", _("Projected for {until}").format(until=since[:4])),
            Column("end_words", _("Projected for {until}").format(until=until)),
        ),
        period=_("{start} to {until}, projected").format(start=since[:4], until=until),
        as_of=published,
        indicator_ids=[indicator_id],
        claims=observed_claims(drawn, "{geo_id}, {period_end}"),
        chart=charts.bars(
            {"county": "@teal", "state": "@earlier_mark"},
            count=len(rows),
            tooltip=(
                ("group", _("Place")),
                ("label", _("Growth")),
                ("start_words", since[:4]),
                ("end_words", until),
            ),
            top=top,
            ticks=list(range(top + 1)),
            value_format="d",
        ),
        height=len(rows) * 34 + 40,
        params={"older": older, "until": until},
    )
