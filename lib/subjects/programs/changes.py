"""Answers that changed: licenses between two years in a row, sites between two reports."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lib import charts
from lib.derive import hospitals, reports
from lib.i18n import _
from lib.model import Column, ReportSpan
from lib.subjects.programs import words as programs, words_changes as words
from lib.subjects.shared.assemble import Draft, figure, self_reported
from lib.subjects.shared.claims import counted_claim, license_locator, site_claim
from lib.subjects.shared.sites import number_column, told_apart
from lib.wording import numbers

if TYPE_CHECKING:
    import pandas as pd

    from lib.store import Store


#: The two ways in which an answer may change, in the order of the columns.
WAYS = ("Yes to No", "No to Yes")


def _switch_rows(changes: pd.DataFrame, store: Store, unit: str) -> pd.DataFrame:
    """One row a switched facility, named and with its county, in its column by name."""
    rows = hospitals.named(changes, store.table("hospital_programs"))
    rows["county"] = rows["county_fips"].map(store.names)
    rows["group"] = rows["ownership"].map(lambda owner: programs.owner_label(store, owner))
    rows["kind"] = rows["change"].map(words.change_label)
    rows["column"] = rows["change"].map({way: place for place, way in enumerate(WAYS)})
    rows = rows.sort_values(["column", "name", "facility_id"], ignore_index=True)
    rows["line"] = rows.groupby("column").cumcount()
    rows["name_words"] = told_apart(rows)
    rows["quiet"] = [
        words.owner_and_city(str(owner), str(city))
        for owner, city in zip(rows["group"], rows["city"], strict=True)
    ]
    sizes = rows["change"].value_counts()
    rows["head"] = [
        words.change_head(str(change), int(sizes[change]), unit) if line == 0 else ""
        for change, line in zip(rows["change"], rows["line"], strict=True)
    ]
    return rows


def _notes(store: Store, years: tuple[int, ...]) -> list[str]:
    """What a reader must know about these report years."""
    return [text for text in (reports.note(store, year) for year in years) if text]


def switch_columns() -> tuple[Column, ...]:
    """The columns of hospitals whose answer changed."""
    return (
        Column("name", _("Hospital")),
        Column("city", _("City")),
        Column("county", _("County")),
        Column("group", _("Owner")),
        Column("kind", _("Answer")),
        number_column(),
    )


def _switch_colors() -> dict[str, str]:
    return {
        words.change_label("Yes to No"): "@sand",
        words.change_label("No to Yes"): "@teal",
    }


def _columns(rows: pd.DataFrame) -> charts.Form | None:
    """The two columns of `_switch_rows`; nothing to draw where no answer changed."""
    if rows.empty:
        return None
    sizes = rows["column"].value_counts()
    return charts.named(
        _switch_colors(),
        lines=(int(sizes.get(0, 0)), int(sizes.get(1, 0))),
        tooltip=(("name", _("Hospital")), ("city", _("City")), ("kind", _("Answer"))),
    )


def _height(rows: pd.DataFrame) -> int:
    """Pixels of the longer column with the words over it."""
    return 23 * (int(rows["line"].max()) + 2) if len(rows) else 120


@figure
def license_step(store: Store) -> Draft:
    """The largest step of the license line between two years in a row, license by license."""
    table = store.table("hospital_license_years")
    years = hospitals.years(table)
    first, last = _largest_step(table, years)
    changes = hospitals.switched(table, first, last, "inpatient_team_reported", through=years)
    rows = _switch_rows(changes, store, "license")
    to_no = rows[rows["change"] == "Yes to No"]
    to_yes = len(rows) - len(to_no)
    newest = years[-1]
    later = table[(table["year"] == newest) & table["facility_id"].isin(to_no["facility_id"])]
    again = int(later["inpatient_team_reported"].eq(hospitals.YES).sum())
    once_more = words.step_again(again, len(to_no), newest) if newest > last else ""
    held = hospitals.present_in_all(table, years)
    systems = to_no[to_no["system"] != ""]["system"].value_counts()
    named = numbers.listing([f"{name} ({n})" for name, n in systems.items()])
    return Draft(
        headline=words.switch_headline(first, last, len(to_no), to_yes, "license"),
        subtitle=_(
            "Licenses whose answer changed, out of the {held} general acute care hospital "
            "licenses that reported every year, {years}. {again}"
        ).format(held=numbers.count(held), years=numbers.years(years), again=once_more),
        summary=words.switch_headline(first, last, len(to_no), to_yes, "license")
        + f". {once_more}".rstrip(),
        drawing=_("Two columns of names. Each name is one license whose answer changed."),
        rows=rows,
        columns=(*switch_columns(), Column("system", _("System, where the name says it"))),
        period=_("{first} to {last}").format(first=first, last=last),
        as_of=str(newest),
        claims=[
            counted_claim(
                words.change_label(change),
                n,
                held,
                reports.source(store, last, reports.LICENSES),
                license_locator(store, last),
            )
            for change, n in zip(WAYS, (len(to_no), to_yes), strict=True)
        ],
        source_ids=[reports.newest_source(store)],
        caveats=(
            self_reported(),
            _(
                "The license table does not name hospital systems. Among those that changed "
                "to No, the hospital names show: {named}."
            ).format(named=named),
        ),
        definition=_(
            "We count a license here only if it reported in every year, {years}. Otherwise "
            "openings, mergers and missing reports would look like changed answers."
        ).format(years=numbers.years(years)),
        chart=_columns(rows),
        height=_height(rows),
    )


def _largest_step(table: pd.DataFrame, years: tuple[int, ...]) -> tuple[int, int]:
    """The two years in a row between which most answers changed; the later ones of two alike."""
    pairs = [pair for pair in pairwise(years) if pair[1] - pair[0] == 1]
    answer = "inpatient_team_reported"

    def size(pair: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        return len(hospitals.switched(table, pair[0], pair[1], answer, through=years)), pair

    return max(pairs, key=size)


@figure
def site_switches(store: Store, span: ReportSpan = "") -> Draft:
    """The sites whose inpatient answer changed between two reports, one by one.

    `span` is two report years, such as ``2022-2024``; the newest two when empty.
    """
    first, last = (int(y) for y in span.split("-")) if span else reports.spans(store)[0]
    sites = store.table("hospital_programs")
    rows = _switch_rows(
        hospitals.switched(sites, first, last, "inpatient_palliative"), store, "site"
    )
    to_no = int(rows["change"].eq("Yes to No").sum())
    to_yes = len(rows) - to_no
    both = hospitals.present_in_all(sites, (first, last))
    return Draft(
        headline=words.switch_headline(first, last, to_no, to_yes, "site"),
        subtitle=_(
            "Hospital sites that changed their answer about an inpatient program, out of the "
            "{both} general acute care sites that answered in both years. A changed answer is not "
            "a closure."
        ).format(both=numbers.count(both)),
        drawing=_("Two columns of names. Each name is one hospital site whose answer changed."),
        rows=rows,
        columns=switch_columns(),
        period=_("{first} to {last}").format(first=first, last=last),
        as_of=str(last),
        claims=[
            site_claim(store, words.change_label(change), n, both, "inpatient_palliative", last)
            for change, n in zip(WAYS, (to_no, to_yes), strict=True)
        ],
        source_ids=[reports.source(store, first)],
        caveats=(self_reported(), *_notes(store, (first, last))),
        definition=_(
            "Sites with an answer in both years. A site that did not answer does not count "
            "as a change."
        ),
        chart=_columns(rows),
        height=_height(rows),
        params={"span": f"{first}-{last}"},
    )
