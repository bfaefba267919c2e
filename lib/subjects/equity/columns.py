"""The words around a view's rows: columns, labels and axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import comparing
from lib.derive.rounding import half_up
from lib.i18n import _
from lib.model import Column
from lib.subjects.equity import rows as equity, words
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.subjects.equity.view import View


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


#: Units without a true zero, or where a ratio says nothing.
NO_RATIO = ("score", "years")


def in_words(
    table: pd.DataFrame,
    labels: dict[str, str],
    newest: pd.DataFrame,
    chosen: View,
    before: pd.DataFrame,
) -> pd.DataFrame:
    """`table` with the columns that the form draws and the table shows.

    `table` is what `equity.beside` gives; `newest` are the observations shown, for unit and n of N,
    `before` the earlier ones, for their date.
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


def drawn(
    rows: pd.DataFrame,
    chosen: View,
    form: Callable[..., charts.Form] = charts.gaps,
    tooltip: Sequence[tuple[str, str]] | None = None,
) -> charts.Form:
    """The form of a view's rows on their common scale; `tips` are its tooltip where none is given."""
    domain, ticks, value_format = axis(rows, chosen)
    return form(
        groups=rows["group"].tolist(),
        domain=domain,
        ticks=ticks,
        value_format=value_format,
        tooltip=tooltip or tips(),
    )


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
    return (
        f"{half_up(float(value), 1):.1f}"
        if unit == "score"
        else numbers.unit_value(float(value), unit)
    )


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
