"""The words around a view's rows: labels, axis, headline and subtitle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import comparing, equity
from lib.i18n import _, told
from lib.model import Column
from lib.wording import equity as words
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.figures.equity import View
    from lib.store import Store


def columns() -> tuple[Column, ...]:
    """The columns of the table."""
    return (
        Column("name", _("Group")),
        Column("value_words", _("Value")),
        Column("gap_words", _("Difference from the comparison group")),
        Column("ratio_words", _("Ratio to the comparison group")),
        Column("interval_words", _("95% confidence interval")),
        Column("people_words", _("Number of people or hospital sites")),
        Column("earlier_words", _("Earlier value")),
        Column("source_label", _("Name in the source")),
    )


def tips() -> tuple[tuple[str, str], ...]:
    """What a touched mark says."""
    return (
        ("name", _("Group")),
        ("value_words", _("Value")),
        ("gap_words", _("Difference")),
        ("ratio_words", _("Ratio")),
        ("interval_words", _("95% confidence interval")),
        ("people_words", _("Measured")),
        ("earlier_words", _("Earlier")),
    )


#: A group of fewer than this is drawn but not named as the highest or lowest in a headline.
HEADLINE_BASE = 10
#: Rates that rest on fewer deaths than this are drawn but not named as extremes.
HEADLINE_EVENTS = 1000
#: Units without a true zero, or where a ratio says nothing.
NO_RATIO = ("score", "years")
P_VALUE = re.compile(r"p=(0?\.\d+)")


def in_words(
    table: pd.DataFrame,
    labels: dict[str, str],
    newest: pd.DataFrame,
    chosen: View,
    before: pd.DataFrame,
) -> pd.DataFrame:
    """`table` with the columns that the form draws and the table shows.

    Args:
        table: what `equity.beside` gives.
        labels: group -> label.
        newest: the observations shown, for unit and n of N.
        chosen: the view.
        before: the earlier observations, for their date.
    """
    unit = str(newest["unit"].iloc[0])
    compared = chosen.kind in {"rate", "sites"}
    against = table.loc[table["is_reference"], "value"]
    then = numbers.date(before["period_end"].iloc[0]) if len(before) else ""
    rows = table.assign(
        name=table["group"].map(labels),
        role=["reference" if r else "group" for r in table["is_reference"]],
        against=_against(chosen, against, unit),
        value_words=[_value(row, newest, unit, chosen) for row in table.itertuples()],
        gap_words=[
            words.difference(d, unit) if compared and not pd.isna(d) else ""
            for d in table["difference"]
        ],
        ratio_words=[
            words.ratio(r) if compared and unit not in NO_RATIO and not pd.isna(r) else ""
            for r in table["ratio"]
        ],
        interval_words=[_interval(row, unit) for row in table.itertuples()],
        people_words=[
            numbers.not_collected() if numbers.is_missing(n) else numbers.count(float(n))
            for n in table["people"]
        ],
        earlier_words=[
            _("{value} in {when}").format(value=numbers.unit_value(e, unit), when=then)
            if not pd.isna(e)
            else ""
            for e in table["earlier"]
        ],
        source_label=table["named"],
        said=[
            named if "/" in named else labels[group]
            for named, group in zip(table["named"], table["group"], strict=True)
        ],
    )
    return _labelled(rows, unit, compared=compared)


def rounding(rows: pd.DataFrame, unit: str) -> str:
    """That differences are of the unrounded values, where one differs from what is shown."""
    base = rows.loc[rows["is_reference"] & rows["gap_words"].eq(""), "value"]
    told = rows[rows["gap_words"].ne("")]
    if base.empty or told.empty:
        return ""
    reference = comparing.shown(float(base.iloc[0]), unit)
    apart = [
        words.difference(comparing.shown(float(value), unit) - reference, unit) != said
        for value, said in zip(told["value"], told["gap_words"], strict=True)
    ]
    return _("Differences are worked out before rounding.") if any(apart) else ""


def _against(chosen: View, against: pd.Series, unit: str) -> float | None:
    """Where the reference line stands: at the reference group, or at 1 for odds."""
    if chosen.kind == "odds":
        return 1.0
    return None if against.empty or chosen.kind == "composition" else float(against.iloc[0])


def _value(row: object, newest: pd.DataFrame, unit: str, chosen: View) -> str:
    """The value of one group as a reader sees it, or why there is none."""
    state, value, group = (str(getattr(row, n)) for n in ("state", "value", "group"))
    if state != equity.MEASURED:
        return words.state_words(state)
    if chosen.kind == "sites":
        held = newest[newest["group"].eq(group)].iloc[0]
        return numbers.n_of_n(held["numerator"], held["denominator"])
    if chosen.kind == "odds":
        return f"{float(value):g}"
    return f"{float(value):.1f}" if unit == "score" else numbers.unit_value(float(value), unit)


def _interval(row: object, unit: str) -> str:
    low, high = (float(getattr(row, n)) for n in ("low", "high"))
    if numbers.is_missing(low):
        return numbers.not_collected() if getattr(row, "state", "") == equity.MEASURED else ""
    kind = unit if unit == "share" else ""
    pair = [numbers.unit_value(float(b), kind) if kind else f"{float(b):g}" for b in (low, high)]
    return _("{low} to {high}").format(low=pair[0], high=pair[1])


def _labelled(rows: pd.DataFrame, unit: str, *, compared: bool) -> pd.DataFrame:
    """`rows` with the words at the right of each group, in full and for a phone."""
    full, short = [], []
    for row in rows.itertuples():
        value, gap, times = str(row.value_words), str(row.gap_words), str(row.ratio_words)
        if unit == "per_100k" and row.state == equity.MEASURED:
            value = numbers.number(float(str(row.value)))
        if row.state != equity.MEASURED:
            full.append(value)
            short.append(words.state_words(str(row.state)).partition(":")[0])
        elif row.is_reference and compared:
            full.append(words.reference_label(value))
            short.append(value)
        else:
            full.append(words.label(value, gap, times, unit))
            short.append(words.short_label(value, gap))
    return rows.assign(label=full, short=short)


def axis(rows: pd.DataFrame, chosen: View) -> tuple[tuple[float, float], list[float], str]:
    """Domain, named values and format of the common scale: from zero, but for years of life."""
    top = float(pd.concat([rows["value"], rows["high"], rows["earlier"]]).dropna().max())
    least = float(pd.concat([rows["value"], rows["low"], rows["earlier"]]).dropna().min())
    if chosen.subject == "lives" and chosen.kind == "rate":
        low, high = 5 * (least // 5), 5 * (top // 5 + 1)
        return (low, high), [low + 5 * i for i in range(int((high - low) / 5) + 1)], "d"
    step = next(s for s in STEPS if top * 1.02 / s <= 5)
    count = int(-(-top * 1.02 // step))
    return (0.0, step * count), [step * i for i in range(count + 1)], _format(chosen, step, top)


#: Distances between named values of a scale.
STEPS = tuple(m * 10.0**e for e in range(-3, 6) for m in (1, 2, 5))


def _format(chosen: View, step: float, top: float) -> str:
    share = (
        chosen.kind in {"composition", "sites"}
        or chosen.indicator_id.endswith(
            ("_share", "_share_kpnc_crude", "_share_kpnc_adjusted", "_share_kpnc_standardized")
        )
        or "_share_" in chosen.indicator_id
    )
    if share and top <= 1:
        return ".0%"
    return ",.1f" if step < 1 else ",.0f"


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
