"""Every count of hospitals that report or had a program, in a panel of its own on one scale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column
from lib.subjects.programs import words_counts as words
from lib.subjects.programs.by_year import licenses
from lib.subjects.programs.history import CARD, STATE, SURVEY_ANY, SURVEY_CONSULT, shown
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import license_locator, observed_claims, site_claims, yearly_claims
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.model import Claim
    from lib.store import Store

#: Pixels of the two rows of panels.
HEIGHT = 340


def _published(store: Store) -> pd.DataFrame:
    """The counts that others published, each a panel: (indicator, may its years be joined)."""
    parts = []
    for indicator, joined in (
        (SURVEY_ANY, True),
        (SURVEY_CONSULT, False),  # 2000 asked a random quarter of the hospitals
        (CARD, False),  # the editions between are missing
        (STATE, True),
    ):
        held = shown(store, indicator, "CA").sort_values("year")
        parts.append(
            held.assign(which=indicator, joined=joined, claim=True)[
                ["which", "joined", "year", "value", "claim", "source_id", "locator", "status",
                 "numerator", "denominator", "note", "unit", "period_end"]
            ]
        )  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _reported(store: Store) -> pd.DataFrame:
    """The two counts of the state report: sites in its complete years, and licenses every year."""
    sites = hospitals.reporting(store.table("hospital_programs"), ["year"], "inpatient_palliative")
    whole = sites[sites["year"].isin(reports.complete_years(store))]
    line = licenses(store)
    return pd.concat(
        [
            part[["year", "reporting", "answered"]].assign(
                which=name, joined=True, value=part["share"]
            )
            for name, part in (("sites", whole), ("licenses", line))
        ],
        ignore_index=True,
    )


def _counted(store: Store, reported: pd.DataFrame) -> list[Claim]:
    """Where each number of the state report comes from."""
    named = reported.assign(name=reported["which"].map(words.title))
    licenses = named["which"].eq("licenses")
    points = named.loc[licenses, ["year", "reporting", "answered"]].astype(int)
    return [
        *site_claims(store, named[~licenses], "{name}, {year}", "inpatient_palliative"),
        *yearly_claims(
            store,
            f"{words.title('licenses')}, {{year}}",
            points.itertuples(index=False, name=None),
            partial(license_locator, store),
            reports.LICENSES,
        ),
    ]


def _in_panels(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with their panel, the dot that a line comes from, and the words of the panel."""
    which = rows["which"]
    before = rows.groupby("which")[["year", "value"]].shift()
    follows = rows["joined"].astype(bool) & _is_next(rows)
    first, last = which != which.shift(), which != which.shift(-1)
    rows = rows.assign(
        panel=which.map(list(dict.fromkeys(which)).index),
        from_year=before["year"].where(follows),
        from_value=before["value"].where(follows),
        name=which.map(words.title),
        percent=rows["value"].map(numbers.percent),
        hospitals=which.map(words.base),
    )
    return rows.assign(
        title=rows["name"].where(first, ""),
        base=rows["hospitals"].where(first, ""),
        label=rows["percent"].where(first | last, ""),
    )


@figure
def other_counts(store: Store) -> Draft:
    """Six counts of hospital programs, side by side on one scale, and never one line."""
    published, reported = _published(store), _reported(store)
    rows = _in_panels(pd.concat([published, reported], ignore_index=True))
    count = rows["which"].nunique()
    ends = (int(rows["year"].min()), int(rows["year"].max()))
    period = numbers.period(str(ends[0]), str(ends[1]))
    listed = "; ".join(f"{r.name}, {r.year}: {r.percent}" for r in each(rows))
    return Draft(
        headline=words.headline(count, *ends),
        subtitle=_(
            "Share of California hospitals counted as having a program, as each count defines "
            "it, {years}. Each count asked different hospitals, so compare years within a "
            "panel, not panels."
        ).format(years=period),
        summary=_("Counts: {listed}.").format(listed=listed),
        drawing=_("Small line charts on one scale. Each panel is one count."),
        rows=rows,
        columns=(
            Column("name", _("Count")),
            Column("hospitals", _("Hospitals counted")),
            Column("year", _("Year"), "year"),
            Column("value", _("Share"), "share"),
        ),
        period=period,
        as_of=str(ends[1]),
        claims=[
            *observed_claims(published.assign(name=published["which"].map(words.title)),
                             "{name}, {period_end}"),
            *_counted(store, reported),
        ],
        caveats=(
            _(
                "Do not compare one count with another, because each asked different hospitals: all "
                "sizes or only 50 or more beds, every hospital or only those that answered."
            ),
            self_reported(),
        ),
        definition=_(
            "Quote sites for how many hospitals report a program, and licenses for the change from "
            "year to year. Do not mix the two."
        ),
        chart=charts.panels(
            count=count,
            years=ends,
            tooltip=(("name", _("Count")), ("year", _("Year")), ("percent", _("Share"))),
        ),
        height=HEIGHT,
    )  # fmt: skip


def _is_next(rows: pd.DataFrame) -> pd.Series:
    """False where a yearly count lacks the year before: a line crosses no missing year of it."""
    gap = rows["which"].eq("licenses") & rows.groupby("which")["year"].diff().gt(1)
    return ~gap
