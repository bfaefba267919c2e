"""Any view of the Equity page: one indicator, one breakdown, all its groups, one reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from lib import charts
from lib.derive import hospitals, reports
from lib.i18n import _
from lib.model import EquityGroup, EquityView  # noqa: TC001 (the registry reads the hints)
from lib.subjects.equity import rows as equity, words
from lib.subjects.equity.columns import columns, drawn, in_words
from lib.subjects.equity.sentences import headline, subtitle
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import observed_claims, site_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.model import Claim
    from lib.store import Store

SITE_GROUPS = {"Yes": "small and rural", "No": "other"}


class View(NamedTuple):
    """One row of equity_subjects."""

    view_id: str
    subject: str
    breakdown: str
    indicator_id: str
    dimension: str
    geo_id: str
    kind: str
    group_set: str
    reference: str
    earlier: str
    base: str
    sentence: str


def views(store: Store) -> tuple[View, ...]:
    """Every view in the order of the table."""
    rows = store.table("equity_subjects")[list(View._fields)]
    return tuple(View(*(str(cell) for cell in row)) for row in rows.itertuples(index=False))


def view(store: Store, view_id: str) -> View:
    """The view of that id; raises KeyError where there is none."""
    return {held.view_id: held for held in views(store)}[view_id]


def groups(store: Store, group_set: str) -> dict[str, str]:
    """Group -> its label, in the order in which the set is always shown."""
    rows = store.table("equity_groups")
    rows = rows[rows["group_set"].eq(group_set)].sort_values("order")
    return dict(zip(rows["group"], rows["label"], strict=True))


def observed(store: Store, chosen: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The newest observations of a view, one source a group, and the earlier ones it names."""
    if chosen.kind == "sites":
        return _site_rows(store, chosen.dimension), pd.DataFrame(columns=["group", "value"])
    rows = store.observed(chosen.indicator_id, chosen.geo_id, chosen.dimension)
    sources = store.table("sources")
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    newest = rows[rows["period_end"].eq(rows["period_end"].max())]
    return (
        equity.one_a_cell(newest, published),
        equity.one_a_cell(rows[rows["period_end"].eq(chosen.earlier)], published),
    )


def _site_rows(store: Store, column: str) -> pd.DataFrame:
    """Hospital sites that report an inpatient program, in the columns of observations."""
    sites = store.table("hospital_programs")
    table = hospitals.reporting(
        sites[sites["year"] == reports.newest(store)], [column], "inpatient_palliative"
    )
    return pd.DataFrame(
        {
            "group": table[column].replace(SITE_GROUPS),
            "value": table["share"],
            "numerator": table["reporting"],
            "denominator": table["answered"],
            "note": "",
            "unit": "share",
            "period_start": str(reports.newest(store)),
            "period_end": str(reports.newest(store)),
            "source_id": reports.newest_source(store),
        }
    )


@figure
def equity_gap(
    store: Store,
    gap: EquityView = "wishes_not_discussed_race",
    reference: EquityGroup = "usual",
) -> Draft:
    """One measure by the groups of one breakdown, each against the reference group.

    A reference that was not measured gives way to the view's usual one. Compositions and odds
    ratios have no reference of the reader's choice.
    """
    chosen = view(store, gap)
    labels = groups(store, chosen.group_set)
    newest, before = observed(store, chosen)
    against = _reference(chosen, reference, set(newest["group"]))
    table = equity.beside(newest, list(labels), against, before)
    rows = in_words(table, labels, newest, chosen, before)
    measured = rows[rows["state"].eq(equity.MEASURED)]
    held = list(zip(measured["said"], measured["value_words"], strict=True))
    absent = rows[rows["state"].eq(equity.NOT_MEASURED)]["name"].tolist()
    form = charts.parts if chosen.kind == "composition" else charts.gaps
    period = numbers.period(newest["period_start"].iloc[0], newest["period_end"].iloc[0])
    return Draft(
        headline=headline(store, chosen, rows, period),
        subtitle=subtitle(store, chosen, rows, period, labels.get(against, "")),
        summary=words.summary(held, absent, labels.get(against, "")),
        drawing=_drawing(chosen.kind),
        rows=rows,
        columns=columns(),
        period=period,
        as_of=numbers.date(newest["period_end"].iloc[0]),
        place=store.names[chosen.geo_id],
        indicator_ids=[chosen.indicator_id] if chosen.indicator_id else [],
        claims=_claims(store, chosen, newest, before),
        source_ids=newest["source_id"].tolist(),
        caveats=(self_reported(),) if chosen.kind == "sites" else (),
        definition=""
        if chosen.indicator_id
        else _(
            "General acute care hospital sites that report an inpatient palliative care program."
        ),
        chart=drawn(rows, chosen, form),
        height=len(rows) * 56 + 40,
        params={"gap": gap, "reference": against},
    )


def references(store: Store, view_id: str) -> tuple[tuple[str, str], ...]:
    """(group, label) of the groups that a view can be compared with, the usual one first."""
    chosen = view(store, view_id)
    newest, _before = observed(store, chosen)
    held = [
        pair for pair in groups(store, chosen.group_set).items() if pair[0] in set(newest["group"])
    ]
    if chosen.kind in {"composition", "odds"} or len(held) < 2:
        return ()
    return tuple(sorted(held, key=lambda pair: pair[0] != chosen.reference))


def _reference(chosen: View, asked: str, held: set[str]) -> str:
    """The group to compare with: the reader's where measured, else the usual one, or none."""
    if chosen.kind in {"composition", "odds"}:
        return chosen.reference
    return asked if asked in held else chosen.reference


def _drawing(kind: str) -> str:
    if kind == "composition":
        return _(
            "Bar chart from zero. Each bar is a group, always in the same order; groups with no "
            "value are marked."
        )
    return _(
        "Dot chart. Each dot is a group, always in the same order, with its difference from the "
        "comparison group; groups with no value are marked."
    )


def _claims(
    store: Store, chosen: View, newest: pd.DataFrame, before: pd.DataFrame
) -> Sequence[Claim]:
    """Where each number of the view stands."""
    if chosen.kind != "sites":
        held = pd.concat([before, newest]) if len(before) else newest
        if "withheld" in held:
            held = held[~held["withheld"]]
        return observed_claims(held, "{group}, {period_end}")
    counted = newest.rename(columns={"numerator": "reporting", "denominator": "answered"})
    return site_claims(store, counted, "{group}", f"inpatient_palliative by {chosen.dimension}")
