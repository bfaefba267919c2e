"""The headline and the subtitle of a view of the Equity page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from lib.i18n import _, told
from lib.subjects.equity import rows as equity, words
from lib.subjects.equity.columns import rounding
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store
    from lib.subjects.equity.view import View


#: A group of fewer than this is drawn but not named as the highest or lowest in a headline.
HEADLINE_BASE = 10
#: Rates that rest on fewer deaths than this are drawn but not named as extremes.
HEADLINE_EVENTS = 1000
P_VALUE = re.compile(r"p=(0?\.\d+)")


def headline(store: Store, chosen: View, rows: pd.DataFrame, period: str) -> str:
    """The finding of the view, from its rows."""
    held = rows[rows["state"].eq(equity.MEASURED)]
    base = pd.to_numeric(held["people"])
    few = pd.to_numeric(held["events"]).lt(HEADLINE_EVENTS) & chosen.indicator_id.endswith("100k")
    named = held[~(base < HEADLINE_BASE) & ~few]
    ranked = named.sort_values("value", ascending=False, kind="stable")
    pairs = list(zip(ranked["said"], ranked["value_words"], strict=True))
    top, low = ranked.iloc[0], ranked.iloc[-1]
    values = dict(zip(held["group"], held["value_words"], strict=True))
    shares = {g: numbers.percent(v) for g, v in zip(held["group"], held["value"], strict=True)}
    return words.headline(
        told(chosen.sentence),
        kind=chosen.kind,
        measure=store.indicator(chosen.indicator_id).name if chosen.indicator_id else "",
        period=period,
        held=pairs,
        unsure=_unsure(chosen, rows, top, low),
        words={
            "top": top["value_words"],
            "low": low["value_words"],
            "top_group": top["said"],
            "low_group": low["said"],
            "v": values if chosen.kind != "sites" else shares,
            "n": values,
            **_two_times(rows, chosen),
        },
    )


def _two_times(rows: pd.DataFrame, chosen: View) -> dict[str, str]:
    """Gap and ratio of the widest pair, now and at the earlier date."""
    held = rows[rows["earlier"].notna() & rows["state"].eq(equity.MEASURED)]
    if not chosen.earlier or held.empty:
        return {}
    ranked = held.sort_values("value")
    top, low = ranked.iloc[-1], ranked.iloc[0]
    now, then = (equity.gap(top[c], low[c]) for c in ("value", "earlier"))
    return {
        "gap": numbers.number(now[0] * 100),
        "gap_before": numbers.number(then[0] * 100),
        "ratio": words.ratio(now[1]) if now[1] else "",
        "ratio_before": words.ratio(then[1]) if then[1] else "",
        "before": numbers.date(chosen.earlier),
    }


def _unsure(chosen: View, rows: pd.DataFrame, top: pd.Series, low: pd.Series) -> str:
    """Why the widest gap may be chance: a p-value of 5% or more, or intervals that overlap."""
    if chosen.kind == "odds":
        return ""
    found = P_VALUE.search(str(rows["note"].iloc[0]))
    if found and float(found[1]) >= 0.05:
        return _("the study finds no clear difference (p = {p})").format(p=found[1])
    pair = [(r["low"], r["high"]) if not pd.isna(r["low"]) else None for r in (top, low)]
    if len(rows) > 1 and top["group"] != low["group"] and equity.overlap(*pair):
        return _("their confidence intervals overlap, so the difference may be due to chance")
    return ""


def subtitle(store: Store, chosen: View, rows: pd.DataFrame, period: str, against: str) -> str:
    """What, of whom, when, how sure, which way is better, and how to read the right side."""
    indicator = store.indicator(chosen.indicator_id) if chosen.indicator_id else None
    what = (
        indicator.definition
        if indicator
        else _("General acute care hospital sites that report an inpatient program, self-reported")
    )
    what, place = what.rstrip("."), store.names[chosen.geo_id]
    parts = [
        # A definition that ends with its place does not name it twice.
        _("{what}, {place}, {period}.").format(
            what=what.removesuffix(f", {place}"), place=place, period=period
        ),
        f"{chosen.base}." if chosen.base else "",
        f"{numbers.capitalized(indicator.caveat.rstrip('.'))}."
        if indicator and indicator.caveat
        else "",
        words.direction_words(indicator.direction if indicator else "higher_is_better"),
        _reading(chosen, against, int(rows["value"].notna().sum())),
        rounding(rows, _unit(store, chosen)) if chosen.kind == "rate" else "",
    ]
    composed = chosen.kind == "composition"
    if rows["earlier"].notna().any():
        marks = _("Dark ticks: {before}.") if composed else _("Small gray dots: {before}.")
        parts.append(marks.format(before=numbers.date(chosen.earlier)))
    return " ".join(part for part in parts if part)


def _unit(store: Store, chosen: View) -> str:
    return store.indicator(chosen.indicator_id).unit if chosen.indicator_id else "share"


def _reading(chosen: View, against: str, held: int) -> str:
    """How to read the right side; one value alone stands beside nothing."""
    if chosen.kind == "composition":
        return _(
            "These are parts of a whole. They show who is in the group, not how likely a group "
            "is to be in it."
        )
    if chosen.kind == "odds":
        return _("Odds ratios. The dashed line at 1 is the study's own comparison group.")
    if held == 1:
        return ""
    return _("Each group is compared with {group}: difference and ratio.").format(group=against)
