"""Groups by county: older people beside what hospitals report, length of life, growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import hospitals, people, reports
from lib.i18n import _
from lib.model import Column, County, OlderGroup
from lib.subjects.equity import rows as equity, view as explorer, words
from lib.subjects.equity.columns import columns, drawn, in_words, tips
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import observed_claims
from lib.subjects.shared.status import STATUS_COLORS, county_status, status_claims, status_label
from lib.wording import numbers
from lib.wording.places import county_name

if TYPE_CHECKING:
    from lib.store import Store

OLDER = "population_65plus_race_share_dof"
LIFE = "life_expectancy_years_chrr"

#: The columns of a county's row.
ROW = [
    *("county_fips", "name", "status", "kind", "value", "people", "numerator", "denominator"),
    *("withheld", "share_words", "people_words", "head", "head_short", "mark"),
]


def older_groups(store: Store) -> tuple[str, ...]:
    """The groups of older people that the counties are seen through, by name."""
    held = store.observed(OLDER, dimension="race_ethnicity")
    return tuple(sorted(held["group"].unique()))


@figure
def equity_counties(store: Store, older_group: OlderGroup = "") -> Draft:
    """Each county's share of older people of a group, in rows by what its hospitals report."""
    group = older_group = older_group or older_groups(store)[0]
    held = store.observed(OLDER, dimension="race_ethnicity")
    held = held[held["group"].eq(group)]
    held = held[held["period_end"].eq(held["period_end"].max())]
    state = held[held["geo_id"].eq("CA")].iloc[0]
    status = county_status(store, reports.newest(store))
    parts = held[["geo_id", "value", "numerator", "denominator", "withheld"]]
    rows = _county_rows(status.merge(parts, left_on="county_fips", right_on="geo_id"), group)
    without = rows[rows["status"].isin(hospitals.counties_without(status)["status"].unique())]
    share = without["numerator"].sum() / state["numerator"]
    everyone = without["denominator"].sum() / state["denominator"]
    hidden = int(rows["withheld"].sum())
    when = numbers.date(state["period_end"])
    return Draft(
        headline=words.counties_headline(
            group,
            numbers.exact_percent(share),
            numbers.exact_percent(everyone),
            at_least=bool(without["withheld"].any()),
        ),
        subtitle=" ".join(
            [
                _(
                    "Each dot is a county: the group's share of residents 65 and older, {when}, "
                    "by what the county's general acute care hospitals report in {year}. Larger "
                    "dots have more people of the group."
                ).format(when=when, year=reports.newest(store)),
                *([words.hidden_counties(hidden)] if hidden else []),
                words.ecological(),
            ]
        ),
        summary="; ".join(text for text in rows["head"] if text) + ".",
        drawing=_("Dots of counties on one scale, in rows by what hospitals report."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("kind", _("What its hospitals report")),
            Column("share_words", _("Share of residents 65 and older")),
            Column("people_words", _("People 65 and older of the group")),
        ),
        period=_("{when}; hospital reports of {year}").format(
            when=when, year=reports.newest(store)
        ),
        as_of=when,
        indicator_ids=[OLDER],
        claims=[
            *observed_claims(
                state.to_frame().T, _("California, {group}").replace("{group}", group)
            ),
            *status_claims(store, status, "inpatient_palliative and outpatient_palliative"),
        ],
        caveats=(words.ecological(), *((words.why_hidden(),) if hidden else ()), self_reported()),
        chart=_strip(rows),
        height=rows["status"].nunique() * 92 + 40,
        params={"older_group": older_group},
    )


def _strip(rows: pd.DataFrame) -> charts.Form:
    """The dots of `_county_rows`, a row a status."""
    top = float(rows["value"].max())
    step = next(s for s in (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2) if top / s <= 5.2)
    present = set(rows["status"])
    return charts.strip(
        {status_label(key): color for key, color in STATUS_COLORS.items() if key in present},
        top=top * 1.06,
        most=float(rows["people"].max()),
        ticks=[step * i for i in range(int(top / step) + 1)],
        value_format=".1%" if step < 0.01 else ".0%",
        tooltip=(
            ("name", _("County")),
            ("share_words", _("Share of residents 65 and older")),
            ("people_words", _("People")),
            ("kind", _("Hospitals")),
        ),
    )


def _county_rows(table: pd.DataFrame, group: str) -> pd.DataFrame:
    """The rows drawn: one a county, with words, row heads and names of the highest dots."""
    order = {key: i for i, key in enumerate(STATUS_COLORS)}
    rows = table.assign(
        kind=table["status"].map(status_label),
        people=table["numerator"],
        _order=table["status"].map(order),
    ).sort_values(["_order", "value"], ascending=[True, False], na_position="last")
    withheld = words.state_words(equity.WITHHELD)
    seen = ~rows["withheld"].astype(bool)
    rows = rows.assign(
        share_words=rows["value"].map(numbers.exact_percent).where(seen, withheld),
        people_words=rows["people"].map(numbers.count).where(seen, withheld),
        head="",
        head_short="",
        mark="",
    ).reset_index(drop=True)
    for _key, part in rows.groupby("_order"):
        first, kind = part.index[0], str(part["kind"].iloc[0])
        people, hidden = numbers.count(part["people"].sum()), int(part["withheld"].sum())
        rows.loc[first, "head"] = words.county_row(kind, len(part), people, hidden)
        rows.loc[first, "head_short"] = words.county_row_short(kind, len(part))
        if pd.notna(part["value"].iloc[0]):
            rows.loc[first, "mark"] = part["name"].iloc[0]
    return rows[ROW].assign(group=group)


@figure
def equity_life(store: Store, life_county: County = "06037") -> Draft:
    """Life expectancy in one county by race and ethnicity, beside California's."""
    chosen = explorer.view(store, "life_expectancy_race")
    labels = explorer.groups(store, chosen.group_set)
    held = people.latest(store.observed(LIFE, dimension="race_ethnicity"))
    county, state = (held[held["geo_id"].eq(geo)] for geo in (life_county, "CA"))
    table = equity.beside(county, list(labels), chosen.reference, state)
    rows = in_words(table, labels, state, chosen, state).assign(
        earlier_words=[
            _("{value} in California").format(value=numbers.unit_value(v, "years"))
            if pd.notna(v)
            else ""
            for v in table["earlier"]
        ]
    )
    measured = rows[rows["state"].eq(equity.MEASURED)]
    period = numbers.period(state["period_start"].iloc[0], state["period_end"].iloc[0])
    name = county_name(store.names[life_county])
    pair = equity.widest(rows)
    return Draft(
        headline=words.life_headline(name, pair, len(measured)),
        subtitle=_(
            "Life expectancy at birth in {county}, based on deaths in {period}. The line through "
            "each dot is its 95% confidence interval; small gray dots are California. Long lines "
            "mean few deaths. Life expectancy shows need, not care received."
        ).format(county=name, period=period),
        summary=words.summary(
            list(zip(measured["name"], measured["value_words"], strict=True))
            or [(name, numbers.not_collected())],
            rows[rows["state"].eq(equity.NOT_MEASURED)]["name"].tolist(),
            labels[chosen.reference] if measured["is_reference"].any() else "",
        ),
        drawing=_(
            "One dot per group, with its 95% confidence interval, and California's value "
            "as a small dot."
        ),
        rows=rows,
        columns=[
            c if c.field != "earlier_words" else Column(c.field, _("California")) for c in columns()
        ],
        period=period,
        as_of=numbers.date(state["period_end"].iloc[0]),
        place=name,
        indicator_ids=[LIFE],
        claims=observed_claims(pd.concat([county, state]), "{geo_id}, {group}"),
        chart=drawn(
            rows,
            chosen,
            tooltip=tuple((f, _("California") if f == "earlier_words" else n) for f, n in tips()),
        ),
        height=len(rows) * 56 + 40,
    )
