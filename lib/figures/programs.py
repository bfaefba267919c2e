"""Hospital programs by year: the line of licenses and the answers of sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import hospitals
from lib.derive.rows import each
from lib.figures.assemble import (
    STATE_REPORTS,
    counted_claim,
    license_locator,
    license_source,
    make,
    self_reported,
    site_locator,
)
from lib.figures.columns import SHARE_COLUMNS, SHARE_TIPS, with_words
from lib.i18n import _
from lib.model import Column
from lib.wording import numbers, programs

if TYPE_CHECKING:
    from lib.model import Figure
    from lib.store import Store

__all__ = ["license_line", "site_answers"]


def license_line(store: Store) -> Figure:
    """The yearly line of licenses that report an inpatient team, 2017 and 2019 on."""
    line = hospitals.license_line(
        store.table("hospital_license_years"), store.table("hospital_programs")
    )
    rows = with_words(line).assign(
        value=line["share"],
        series="licenses",
        segment=["before" if year < 2019 else "yearly" for year in line["year"]],
        kind="value",
        name="",
    )
    rows["label"] = rows["percent"]
    first, last = rows.iloc[0], rows.iloc[-1]
    points = [(int(r.year), int(r.reporting), int(r.answered)) for r in each(rows)]
    years = numbers.years([p[0] for p in points])
    return make(
        store,
        "license_line",
        headline=programs.license_headline(
            int(first["year"]), first["share"], int(last["year"]), last["share"]
        ),
        subtitle=_(
            "Share of general acute hospital licenses that report an inpatient palliative care "
            "team, California, {years}. Self-reported: a lower share is fewer reports, not "
            "closures. 2018 is not held."
        ).format(years=years),
        summary=programs.license_summary(points),
        drawing=_("Line chart of the share of hospital licenses by year."),
        rows=rows,
        columns=(Column("year", _("Year"), "year"), *SHARE_COLUMNS),
        period=years,
        as_of=str(points[-1][0]),
        claims=[
            counted_claim(str(year), n, total, license_source(year), license_locator(year))
            for year, n, total in points
        ],
        caveats=(
            self_reported(),
            _(
                "A license may cover several sites; it reports a team when any of them does. Site "
                "shares and license shares are two measures and never share a line."
            ),
        ),
        definition=_(
            "Licenses: general acute care licenses with an operating report in the year. The 2017 "
            "value adds up the sites of a license."
        ),
        chart=charts.trend(
            {"licenses": "@teal"},
            years=[p[0] for p in points],
            tooltip=(("year", _("Year")), *SHARE_TIPS),
            top=0.6,
            height=340,
            labels_need=360,
        ),
        height=340,
    )


def site_answers(store: Store) -> Figure:
    """Inpatient, outpatient and hospice answers of general acute sites in three years."""
    sites = store.table("hospital_programs")
    colors = {
        "inpatient_palliative": "@teal",
        "outpatient_palliative": "@earlier_mark",
        "inpatient_hospice": "@ochre_text",
    }
    parts = [
        with_words(hospitals.reporting(sites, ["year"], answer)).assign(
            series=answer, question=programs.answer_label(answer)
        )
        for answer in colors
    ]
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.assign(
        value=rows["share"], segment=rows["series"], kind="value", label=rows["n_of_n"]
    )
    newest = int(rows["year"].max())
    rows["name"] = [
        q if y == newest else "" for q, y in zip(rows["question"], rows["year"], strict=True)
    ]
    rows["name_side"] = charts.name_sides(rows, top=0.6, height=320)
    latest = rows[rows["year"] == newest].set_index("series")
    yes = latest["reporting"].astype(int)
    points = [(str(r.question), int(r.year), int(r.reporting), int(r.answered)) for r in each(rows)]
    return make(
        store,
        "site_answers",
        headline=programs.sites_headline(
            newest,
            int(yes["inpatient_palliative"]),
            int(yes["outpatient_palliative"]),
            int(latest["answered"].iloc[0]),
        ),
        subtitle=_(
            "General acute hospital sites that answer Yes on the state form, California, 2017, "
            "2022 and 2024. Sites are not licenses: this is not the yearly line above."
        ),
        summary=programs.sites_summary(points),
        drawing=_("Line chart with three lines, one a question, at three years."),
        rows=rows,
        columns=(
            Column("question", _("Question")),
            Column("year", _("Year"), "year"),
            *SHARE_COLUMNS,
        ),
        period=numbers.years(list(STATE_REPORTS)),
        as_of=str(newest),
        claims=[
            counted_claim(
                f"{row.question}, {row.year}",
                int(row.reporting),
                int(row.answered),
                STATE_REPORTS[int(row.year)],
                site_locator(int(row.year), str(row.series)),
            )
            for row in each(rows)
        ],
        caveats=(
            self_reported(),
            _(
                "Nine general acute hospitals did not answer in 2017; Colusa and Lassen are unknown then."
            ),
            _("An inpatient hospice program is another service than palliative care."),
        ),
        definition=_(
            "General acute hospital sites with an operating report in the year; sites of one "
            "license are counted one by one."
        ),
        chart=charts.trend(
            colors,
            years=sorted(STATE_REPORTS),
            tooltip=(("question", _("Question")), ("year", _("Year")), *SHARE_TIPS),
            top=0.6,
            height=360,
            named=True,
            labels_need=560,
        ),
        height=360,
    )
