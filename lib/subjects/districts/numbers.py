"""Where one district stands among those of its chamber, and its sites in each report year."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib import charts
from lib.charts.spine import Mark, middle_half, spine
from lib.derive import comparing, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Column, DistrictNumber
from lib.subjects.counties import words_beside as beside, words_sites as county_sites
from lib.subjects.districts import held as district_held, rows as districts, words
from lib.subjects.districts.held import Chamber, filed_locator
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import yearly_claims
from lib.subjects.shared.sites import in_no_district
from lib.wording import numbers, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.store import Store

#: Share of a district -> the columns it is made of.
SHARES = {
    "share": ("reporting", "answered"),
    "bed_share": ("beds_reporting", "beds"),
    "outpatient_share": ("outpatient", "answered"),
}


def _names() -> dict[str, str]:
    return {
        "share": _("Hospital sites that report an inpatient program"),
        "bed_share": _("Acute care beds at sites that report one"),
        "outpatient_share": _("Hospital sites that report outpatient services"),
    }


@lru_cache(maxsize=2)
def _spine(count: int) -> Mapping[str, Any]:
    return spine(
        {
            "district_at": Mark(_("This district"), "@teal", "circle"),
            "state_at": Mark(_("California"), "@ink", "square"),
        },
        count=count,
        tooltip=(
            ("measure", _("Measure")),
            ("label", _("This district")),
            ("middle", _("Median district")),
            ("state", _("California")),
        ),
        step=84,
        reading=places.line_of_districts(),
    )


@figure
def district_numbers(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """Three shares of a district on lines from the lowest to the highest district."""
    name, asked = district_held.named(store, chamber, number)
    table, year = district_held.status(store, chamber), reports.newest(store)
    rows = pd.DataFrame([_row(table, asked, key) for key in SHARES])
    sides = rows["side"].value_counts()
    own: Any = table.loc[asked]
    return Draft(
        headline=words.numbers_headline(
            name, *(int(sides.get(side.value, 0)) for side in comparing.Side)
        ),
        subtitle=" ".join(
            (
                _("Hospital sites, {year}, self-reported, in {districts}.").format(
                    year=year, districts=words.chamber_districts(chamber, len(table))
                ),
                places.line_of_districts(),
            )
        ),
        summary=_("{name}: {listed}.").format(
            name=name,
            listed="; ".join(
                _("{measure}: {value} (median district {middle}, California {state})").format(
                    measure=r.measure, value=r.label, middle=r.middle, state=r.state
                )
                for r in each(rows)
            ),
        ),
        drawing=_("Lines with a mark for the district and for California."),
        rows=rows,
        columns=(
            Column("measure", _("Measure")),
            Column("label", name),
            Column("middle", _("Median district")),
            Column("state", _("California")),
            Column("beside_state", _("Compared with California")),
            Column("low_label", _("Lowest district")),
            Column("high_label", _("Highest district")),
        ),
        period=str(year),
        claims=district_held.newest_claim(store, int(own["reporting"]), int(own["answered"])),
        source_ids=[reports.newest_source(store)],
        caveats=(
            _(
                "Districts have few hospital sites: one answer can move a share by many points. A "
                "district with one site is not compared."
            ),
            *in_no_district(store),
            self_reported(),
            district_held.lines(store, chamber),
        ),
        definition=_(
            "Of the sites that answered. About the same: within one percentage point of the state."
        ),
        chart=_spine(len(rows)),
        height=84 * len(rows) + 40,
    )


def _row(table: pd.DataFrame, number: int, key: str) -> dict[str, Any]:
    """One share: the district, the median district, the state, and the range."""
    part, whole = SHARES[key]
    every = (table[part] / table[whole]).where(table[whole].gt(0)).dropna()
    low, high = float(every.min()), float(every.max())
    span = (high - low) or 1.0
    here: Any = table.loc[number]
    own, base = every.get(number), float(here[whole])
    state = float(table[part].sum() / table[whole].sum())
    # The share of one site is 0% or 100%, and so is that of its beds.
    is_compared = own is not None and int(here["answered"]) > 1
    n = numbers.n_of_n(float(here[part]), base)
    written = numbers.not_collected() if own is None else f"{numbers.percent(float(own))} ({n})"
    side = (
        comparing.side(float(own), state, "share").value if own is not None and is_compared else ""
    )
    return {
        "group": _names()[key],
        "measure": _names()[key],
        **middle_half(every),
        "low_label": numbers.percent(low),
        "high_label": numbers.percent(high),
        "district_at": (float(own) - low) / span if is_compared and own is not None else None,
        "state_at": min(1.0, max(0.0, (state - low) / span)),
        "label": written if is_compared or own is None else county_sites.too_few(n),
        "middle": numbers.percent(float(every.median())),
        "state": numbers.percent(state),
        "side": side,
        "beside_state": beside.side_words(side),
    }


@lru_cache(maxsize=8)
def _bars(count: int) -> Mapping[str, Any]:
    return charts.bars(
        {"newest": "@teal", "earlier": "@earlier_mark", "minimum": "@earlier"},
        count=count,
        tooltip=(("group", _("Report year")), ("label", _("Report a program"))),
    )


@figure
def district_years(
    store: Store, chamber: Chamber = "assembly", number: DistrictNumber = "1"
) -> Draft:
    """The sites of a district that report a program, of those that answered in each year."""
    name, asked = district_held.named(store, chamber, number)
    years, whole = reports.years(store), reports.complete_years(store)
    counted = districts.by_year(district_held.placed(store, chamber))
    held = counted[counted["number"].eq(asked)].set_index("year")
    points = [_point(held, year) for year in years]
    rows = pd.DataFrame(
        [
            {
                "group": words.year_label(year, is_minimum=year not in whole),
                "value": n / total if total else None,
                "label": numbers.n_of_n(n, total) if total else _("no report"),
                "kind": _kind(year, years[-1], whole),
                "reporting": n,
                "answered": total,
            }
            for year, n, total in points
        ]
    )
    compared = [point for point in points if point[0] in whole and point[2]] or points[-1:]
    return Draft(
        headline=words.years_headline(name, compared[0], points[-1]),
        subtitle=_(
            "Hospital sites that report an inpatient program, of those that answered in the year. "
            "Sites that closed before {year} are not counted, so this is no count of the past."
        ).format(year=years[-1]),
        summary=_("{name}: {listed}.").format(
            name=name, listed="; ".join(f"{r.group}: {r.label}" for r in each(rows))
        ),
        drawing=_("Bars, one per report year."),
        rows=rows,
        columns=(
            Column("group", _("Report year")),
            Column("reporting", _("Report an inpatient program"), "count"),
            Column("answered", _("Sites that answered"), "count"),
        ),
        period=numbers.years(years),
        as_of=str(years[-1]),
        claims=yearly_claims(
            store, _("Sites that report an inpatient program, {year}"), points, filed_locator
        ),
        source_ids=reports.sources(store),
        caveats=(
            _(
                "The state's file names the district of the sites of {year} only. We do not know "
                "which of today's districts the sites were in that closed before."
            ).format(year=district_held.filed_year(store)),
            *in_no_district(store),
            self_reported(),
            *reports.notes(store),
        ),
        definition=_("General acute care hospital sites of the latest report, in every year."),
        chart=_bars(len(rows)),
        height=34 * len(rows) + 30,
    )


def _point(held: pd.DataFrame, year: int) -> tuple[int, int, int]:
    if year not in held.index:
        return year, 0, 0
    row: Any = held.loc[year]
    return year, int(row["reporting"]), int(row["answered"])


def _kind(year: int, newest: int, whole: tuple[int, ...]) -> str:
    if year == newest:
        return "newest"
    return "earlier" if year in whole else "minimum"
