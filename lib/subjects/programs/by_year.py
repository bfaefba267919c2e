"""Hospital programs by year: the line of licenses and the answers of sites."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from lib import charts
from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column
from lib.subjects.programs import words as programs
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import license_locator, site_claims, yearly_claims
from lib.subjects.shared.columns import share_columns, share_tips, with_words
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

#: Pixels of a plot with three lines, each with a label at every point.
PLOT_OF_THREE = 420

ANSWER_COLORS = {
    "inpatient_palliative": "@teal",
    "outpatient_palliative": "@earlier_mark",
    "inpatient_hospice": "@ochre_text",
}


def licenses(store: Store) -> pd.DataFrame:
    """One row a year of licenses, as `hospitals.license_line`; some years are added up."""
    years = reports.years(store, reports.LICENSES)
    return hospitals.license_line(
        store.table("hospital_license_years"),
        store.table("hospital_programs"),
        [year for year in years if reports.is_added_up(store, year)],
    )


@figure
def license_line(store: Store) -> Draft:
    """The yearly line of licenses that report an inpatient team; gaps stay gaps."""
    report, line = reports.LICENSES, licenses(store)
    rows = with_words(line).assign(
        value=line["share"],
        series="licenses",
        segment=numbers.runs(line["year"].tolist()),
        kind="value",
        name="",
    )
    rows["label"] = rows["percent"]
    first, last = rows.iloc[0], rows.iloc[-1]
    points = [(int(r.year), int(r.reporting), int(r.answered)) for r in each(rows)]
    years = numbers.years([p[0] for p in points])
    return Draft(
        headline=programs.license_headline(
            int(first["year"]), first["share"], int(last["year"]), last["share"]
        ),
        subtitle=_(
            "Share of general acute care hospital licenses that report an inpatient palliative care "
            "team, California, {years}. Self-reported: a lower share means fewer reports, not "
            "closures. {gaps}"
        ).format(years=years, gaps=programs.gaps([p[0] for p in points])),
        summary=programs.license_summary(points),
        drawing=_("Line chart of the share of hospital licenses by year."),
        rows=rows,
        columns=(Column("year", _("Year"), "year"), *share_columns()),
        period=years,
        as_of=str(points[-1][0]),
        claims=yearly_claims(store, "{year}", points, partial(license_locator, store), report),
        caveats=(
            self_reported(),
            _(
                "One license can cover several sites; it counts as reporting a team if any "
                "of its sites does. Shares of sites and shares of licenses are different "
                "measures and never appear on the same line."
            ),
        ),
        definition=_(
            "Licenses: general acute care licenses with an operating report in the year. {notes}"
        ).format(notes=" ".join(reports.notes(store, report))),
        chart=charts.trend(
            {"licenses": "@teal"},
            years=[p[0] for p in points],
            tooltip=(("year", _("Year")), *share_tips()),
            top=0.6,
            height=340,
            labels_need=360,
        ),
    )


def _answer_rows(store: Store, long: int) -> pd.DataFrame:
    """The three answers in each report as the trend form needs them.

    `long` is the year at whose points a phone names the lines.
    """
    sites = store.table("hospital_programs")
    parts = [
        with_words(hospitals.reporting(sites, ["year"], answer)).assign(
            series=answer, question=programs.answer_label(answer)
        )
        for answer in ANSWER_COLORS
    ]
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.assign(
        value=rows["share"],
        segment=rows["series"],
        kind="value",
        label=rows["n_of_n"],
        is_whole=rows["year"].isin(reports.complete_years(store)),
        name=rows["question"].where(rows["year"] == rows["year"].max(), ""),
    )
    rows["side"] = charts.label_sides(rows, top=0.6, height=PLOT_OF_THREE)
    rows["name_side"] = charts.name_sides(rows, top=0.6, height=PLOT_OF_THREE, year=long)
    return rows


@figure
def site_answers(store: Store) -> Draft:
    """Inpatient, outpatient and hospice answers of general acute sites, report by report."""
    years, whole = reports.years(store), reports.complete_years(store)
    # A phone has most room for names where the reports lie farthest apart.
    long = max(pairwise(years), key=lambda pair: pair[1] - pair[0])[0]
    rows = _answer_rows(store, long)
    newest = int(rows["year"].max())
    latest = rows[rows["year"] == newest].set_index("series")
    yes = latest["reporting"].astype(int)
    points = [(str(r.question), int(r.year), int(r.reporting), int(r.answered)) for r in each(rows)]
    return Draft(
        headline=programs.sites_headline(
            newest,
            int(yes["inpatient_palliative"]),
            int(yes["outpatient_palliative"]),
            int(latest["answered"].iloc[0]),
        ),
        subtitle=_(
            "General acute care hospital sites that answer Yes on the state form, California, {years}. "
            "{minimums} A site is not a license, so this is not the annual line above."
        ).format(
            years=numbers.listing([str(year) for year in years]),
            minimums=programs.minimums([year for year in years if year not in whole]),
        ),
        summary=programs.sites_summary(points),
        drawing=_("Line chart. Each line is a question and each mark is a report year."),
        rows=rows,
        columns=(
            Column("question", _("Question")),
            Column("year", _("Year"), "year"),
            *share_columns(),
        ),
        period=numbers.years(years),
        as_of=str(newest),
        claims=site_claims(store, rows, "{question}, {year}", "{series}"),
        caveats=(
            self_reported(),
            *reports.notes(store),
            _("An inpatient hospice program is not a palliative care program."),
        ),
        definition=_(
            "General acute care hospital sites with an operating report that year. Each site "
            "of a license is counted separately."
        ),
        chart=charts.trend(
            ANSWER_COLORS,
            years=years,
            tooltip=(("question", _("Question")), ("year", _("Year")), *share_tips()),
            top=0.6,
            height=PLOT_OF_THREE,
            named=True,
            below=True,
            name_year=long,
            labels_need=560,
        ),
    )
