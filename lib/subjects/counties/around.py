"""What surrounds a county's hospitals: other care, and the neighboring counties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import distance, reports, vocabulary
from lib.derive.rows import each
from lib.i18n import _
from lib.model import Claim, Column, County, Status
from lib.subjects.counties import words_care as sentences
from lib.subjects.counties.held import county_name
from lib.subjects.shared.assemble import Draft, figure, self_reported, shapes
from lib.subjects.shared.claims import site_claims
from lib.subjects.shared.status import county_status, status_label
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

OLDER = "population_65plus_count_dof"

#: The list of what is counted: types of site on the license list, and indicators.
CARE = "county_care"


Counted = tuple[tuple[str, str, float, float | None, str], Claim]


def _on_the_list(store: Store, county: str, kind: str, words: str) -> Counted:
    """The sites of a type on the license list: the row of the table and its claim."""
    facilities = store.table("facilities")
    held = facilities[facilities["type"] == kind]
    here = int(held["county_fips"].eq(county).sum())
    source_id = str(held["source_id"].iloc[0])
    when = numbers.date(store.source(source_id).published)
    claim = Claim(
        label=words,
        value=numbers.count(here),
        source_id=source_id,
        locator=_("facilities.csv, rows of type {kind} by county").format(kind=kind),
        status=Status.DERIVED,
    )
    return (kind, words, float(here), float(len(held)), when), claim


def _observed(store: Store, county: str, indicator_id: str, words: str) -> list[Counted]:
    """The newest value of an indicator in the county and the state; none where there is none."""
    rows = store.observed(indicator_id)
    here, state = (rows[rows["geo_id"] == geo] for geo in (county, "CA"))
    if here.empty:
        return []
    row = here.iloc[-1]
    value, whole = float(row["value"]), float(state["value"].iloc[-1]) if len(state) else None
    claim = Claim(
        label=words,
        value=numbers.count(row["value"]),
        source_id=str(row["source_id"]),
        locator=str(row["locator"]),
        status=Status(row["status"]),
        note=str(row["note"]),
    )
    return [((indicator_id, words, value, whole, numbers.date(str(row["period_end"]))), claim)]


@figure
def county_care(store: Store, county: County = "06037") -> Draft:
    """Nursing, home health and hospice sites of a county: what the lists count."""
    name = county_name(store, county)
    words, types = vocabulary.labels(store, CARE), vocabulary.words(store, "facility_type")
    indicators = [key for key in words if key not in types]
    counted = [
        *(_on_the_list(store, county, key, words[key]) for key in words if key in types),
        *(each_ for key in indicators for each_ in _observed(store, county, key, words[key])),
    ]
    rows = pd.DataFrame(
        [row for row, _claim in counted], columns=["key", "what", "here", "state", "when"]
    )
    return Draft(
        headline=county_care_headline(name, rows.set_index("key")["here"]),
        subtitle=_(
            "Counts from license lists and the state's hospice report. A hospice address is an "
            "office. Many offices in one place do not mean better access, and patients are "
            "counted where the agency is located. Hospice is not the same as palliative care."
        ),
        summary=_("{name}: {listed}.").format(
            name=name,
            listed="; ".join(f"{r.what}: {numbers.count(r.here)}" for r in each(rows)),
        ),
        drawing=_("Table of counts."),
        rows=rows,
        columns=(
            Column("what", _("What")),
            Column("here", name, "count"),
            Column("state", _("California"), "count"),
            Column("when", _("As of")),
        ),
        period=numbers.listing(list(dict.fromkeys(rows["when"]))),
        as_of=str(rows["when"].iloc[0]),
        claims=[claim for _row, claim in counted],
        indicator_ids=indicators,
    )


def county_care_headline(name: str, counted: pd.Series) -> str:
    """The headline of the other care, from the counts by key."""
    return sentences.care_headline(
        name,
        int(counted["hospice_site"]),
        int(counted["skilled_nursing_facility_count_cdph"]),
        float(counted["skilled_nursing_bed_count_cdph"]),
    )


@figure
def county_neighbors(store: Store, county: County = "06037") -> Draft:
    """The adjoining counties and what their hospitals report."""
    codes = distance.adjoining(store.topology)[county]
    status = county_status(store, reports.newest(store)).set_index("county_fips")
    older = store.observed(OLDER)
    newest = older[older["period_end"].eq(older["period_end"].max())]
    people = newest.set_index("geo_id")["value"]
    rows: pd.DataFrame = status.loc[list(codes)].sort_values("name").reset_index()
    rows = rows.assign(
        reports=rows["status"].map(status_label),
        n_of_n=[
            numbers.n_of_n(n, total) if total else status_label(str(s))
            for n, total, s in zip(rows["inpatient"], rows["sites"], rows["status"], strict=True)
        ],
        older=rows["county_fips"].map(people),
    )
    name = county_name(store, county)
    reporting = int(rows["status"].eq("inpatient").sum())
    return Draft(
        headline=sentences.neighbors_headline(name, reporting, len(rows)),
        subtitle=_(
            "California counties that border {name}, and what their general acute care "
            "hospital sites report in {year}."
        ).format(name=name, year=reports.newest(store)),
        summary="; ".join(
            f"{r.name_}: {r.n_of_n}" for r in rows.rename(columns={"name": "name_"}).itertuples()
        )
        + ".",
        drawing=_("Table of counties."),
        rows=rows,
        columns=(
            Column("name", _("County")),
            Column("reports", _("What its hospitals report")),
            Column("n_of_n", _("Sites that report an inpatient program")),
            Column("older", _("People age 65 and older"), "count"),
        ),
        period=str(reports.newest(store)),
        claims=site_claims(
            store,
            rows.rename(columns={"inpatient": "reporting", "sites": "answered"}),
            "{name}",
            "inpatient_palliative by county",
        ),
        source_ids=[reports.newest_source(store), shapes(store)],
        indicator_ids=[OLDER],
        caveats=(self_reported(),),
    )
