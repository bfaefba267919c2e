"""Answers that changed: licenses between two years in a row, sites between two reports."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lib import charts
from lib.derive import hospitals, reports
from lib.figures.assemble import (
    counted_claim,
    license_locator,
    make,
    self_reported,
    site_locator,
)
from lib.figures.sites import number_column
from lib.i18n import _
from lib.model import Column, ReportSpan
from lib.wording import numbers, programs

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.model import Figure
    from lib.store import Store

__all__ = ["license_step", "site_switches"]


def _switch_rows(changes: pd.DataFrame, store: Store) -> pd.DataFrame:
    """One row a switched facility, placed in its owner's row, named and with its county."""
    rows = hospitals.named(changes, store.table("hospital_programs"))
    rows["county"] = rows["county_fips"].map(store.names)
    rows["group"] = rows["ownership"].map(lambda owner: programs.owner_label(store, owner))
    size = rows.groupby("group")["facility_id"].transform("size")
    rows["_size"] = size
    rows["kind"] = rows["change"].map(programs.change_label)
    rows = rows.sort_values(
        ["_size", "group", "change", "name"], ascending=[False, True, False, True]
    )
    rows["place"] = rows.groupby("group").cumcount() + 1
    rows["label"] = ""
    tails = rows.groupby("group").tail(1).index
    rows.loc[tails, "label"] = rows.loc[tails, "_size"].map(numbers.count)
    return rows.drop(columns="_size").reset_index(drop=True)


def _notes(store: Store, years: tuple[int, ...]) -> list[str]:
    """What a reader must know about these report years."""
    return [text for text in (reports.note(store, year) for year in years) if text]


SWITCH_COLUMNS = (
    Column("name", _("Hospital")),
    Column("city", _("City")),
    Column("county", _("County")),
    Column("group", _("Owner")),
    Column("kind", _("Answer")),
    number_column(),
)
SWITCH_TIPS = (("name", _("Hospital")), ("city", _("City")), ("kind", _("Answer")))


def _switch_colors() -> dict[str, str]:
    return {
        programs.change_label("Yes to No"): "@sand",
        programs.change_label("No to Yes"): "@teal",
    }


def _squares(rows: pd.DataFrame) -> Mapping[str, Any] | None:
    """The squares of `_switch_rows`; nothing to draw where no answer changed."""
    if rows.empty:
        return None
    return charts.units(
        _switch_colors(),
        groups=rows["group"].nunique(),
        across=int(rows["place"].max()) + 5,
        tooltip=SWITCH_TIPS,
    )


def license_step(store: Store) -> Figure:
    """The largest step of the license line between two years in a row, license by license."""
    table = store.table("hospital_license_years")
    years = hospitals.years(table)
    first, last = _largest_step(table, years)
    changes = hospitals.switched(table, first, last, "inpatient_team_reported", through=years)
    rows = _switch_rows(changes, store)
    to_no = rows[rows["change"] == "Yes to No"]
    to_yes = len(rows) - len(to_no)
    newest = years[-1]
    later = table[(table["year"] == newest) & table["facility_id"].isin(to_no["facility_id"])]
    again = int(later["inpatient_team_reported"].eq(hospitals.YES).sum())
    once_more = programs.step_again(again, len(to_no), newest) if newest > last else ""
    held = hospitals.present_in_all(table, years)
    systems = to_no[to_no["system"] != ""]["system"].value_counts()
    named = numbers.listing([f"{name} ({n})" for name, n in systems.items()])
    return make(
        store,
        "license_step",
        headline=programs.switch_headline(first, last, len(to_no), to_yes, "license"),
        subtitle=_(
            "Each square is one of the {held} general acute licenses present in every year "
            "{years} whose answer changed, by owner. {again}"
        ).format(held=numbers.count(held), years=numbers.years(years), again=once_more),
        summary=programs.switch_headline(first, last, len(to_no), to_yes, "license")
        + f". {once_more}".rstrip(),
        drawing=_("Squares, one a license, in rows by owner, colored by the change."),
        rows=rows,
        columns=(*SWITCH_COLUMNS, Column("system", _("System, where the name says it"))),
        period=_("{first} to {last}").format(first=first, last=last),
        as_of=str(newest),
        claims=[
            counted_claim(
                programs.change_label(change),
                int(rows["change"].eq(change).sum()),
                held,
                reports.source(store, last, reports.LICENSES),
                license_locator(store, last),
            )
            for change in ("Yes to No", "No to Yes")
        ],
        source_ids=[reports.newest_source(store)],
        caveats=(
            self_reported(),
            _(
                "The table of licenses names no hospital system. Among those that went to No, the "
                "hospital's own name says: {named}."
            ).format(named=named),
        ),
        definition=_(
            "A license is counted here only when it is present in every year of {years}, so that "
            "openings, mergers and missing reports do not look like changed answers."
        ).format(years=numbers.years(years)),
        chart=_squares(rows),
        height=260,
    )


def _largest_step(table: pd.DataFrame, years: tuple[int, ...]) -> tuple[int, int]:
    """The two years in a row between which most answers changed; the later ones of two alike."""
    pairs = [pair for pair in pairwise(years) if pair[1] - pair[0] == 1]
    answer = "inpatient_team_reported"

    def size(pair: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        return len(hospitals.switched(table, pair[0], pair[1], answer, through=years)), pair

    return max(pairs, key=size)


def site_switches(store: Store, span: ReportSpan = "") -> Figure:
    """The sites whose inpatient answer changed between two reports, one by one.

    Args:
        store: the tables.
        span: two report years, such as ``2022-2024``; the newest two when empty.
    """
    first, last = (int(y) for y in span.split("-")) if span else reports.spans(store)[0]
    sites = store.table("hospital_programs")
    rows = _switch_rows(hospitals.switched(sites, first, last, "inpatient_palliative"), store)
    to_no = int(rows["change"].eq("Yes to No").sum())
    to_yes = len(rows) - to_no
    both = hospitals.present_in_all(sites, (first, last))
    headline = programs.switch_headline(first, last, to_no, to_yes, "site")
    return make(
        store,
        "site_switches",
        headline=headline,
        subtitle=_(
            "Each square is one of the {both} general acute sites that answered in both years and "
            "changed its answer on an inpatient program, by owner. A changed answer is not a closure."
        ).format(both=numbers.count(both)),
        summary=headline + ".",
        drawing=_("Squares, one a hospital site, in rows by owner, colored by the change."),
        rows=rows,
        columns=SWITCH_COLUMNS,
        period=_("{first} to {last}").format(first=first, last=last),
        as_of=str(last),
        claims=[
            counted_claim(
                programs.change_label(change),
                int(rows["change"].eq(change).sum()),
                both,
                reports.source(store, last),
                site_locator(last, "inpatient_palliative"),
            )
            for change in ("Yes to No", "No to Yes")
        ],
        source_ids=[reports.source(store, first)],
        caveats=(self_reported(), *_notes(store, (first, last))),
        definition=_(
            "Sites with an answer in both years; a site that did not answer is no change."
        ),
        chart=_squares(rows),
        height=300,
        params={"span": f"{first}-{last}"},
    )
