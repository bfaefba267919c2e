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
from lib.subjects.shared.assemble import (
    Draft,
    counted_claim,
    figure,
    self_reported,
    shapes,
    site_locator,
)
from lib.subjects.shared.status import county_status, status_label
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

OLDER = "population_65plus_count_dof"

#: The list of what is counted: types of site on the license list, and indicators.
CARE = "county_care"


@figure
def county_care(store: Store, county: County = "06037") -> Draft:
    """Nursing, home health and hospice sites of a county: what the lists count."""
    name = county_name(store, county)
    records: list[tuple[str, str, float, float | None, str]] = []
    claims: list[Claim] = []
    facilities = store.table("facilities")
    counted_ = vocabulary.labels(store, CARE)
    types = vocabulary.words(store, "facility_type")
    indicators = [key for key in counted_ if key not in types]
    for kind in (key for key in counted_ if key in types):
        held = facilities[facilities["type"] == kind]
        here = held[held["county_fips"] == county]
        source_id = str(held["source_id"].iloc[0])
        when = numbers.date(store.source(source_id).published)
        records.append((kind, counted_[kind], float(len(here)), float(len(held)), when))
        claims.append(
            Claim(
                label=counted_[kind],
                value=numbers.count(len(here)),
                source_id=source_id,
                locator=_("facilities.csv, rows of type {kind} by county").format(kind=kind),
                status=Status.DERIVED,
            )
        )
    for indicator_id in indicators:
        rows = store.observed(indicator_id)
        here, state = (rows[rows["geo_id"] == geo] for geo in (county, "CA"))
        if here.empty:
            continue
        row = here.iloc[-1]
        records.append(
            (
                indicator_id,
                counted_[indicator_id],
                float(row["value"]),
                float(state["value"].iloc[-1]) if len(state) else None,
                numbers.date(str(row["period_end"])),
            )
        )
        claims.append(
            Claim(
                label=counted_[indicator_id],
                value=numbers.count(row["value"]),
                source_id=str(row["source_id"]),
                locator=str(row["locator"]),
                status=Status(row["status"]),
                note=str(row["note"]),
            )
        )
    rows = pd.DataFrame(records, columns=["key", "what", "here", "state", "when"])
    counted = rows.set_index("key")["here"]
    return Draft(
        headline=county_care_headline(name, counted),
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
        claims=claims,
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
        claims=[
            counted_claim(
                str(r["name"]),
                int(r["inpatient"]),
                int(r["sites"]),
                reports.newest_source(store),
                site_locator(reports.newest(store), "inpatient_palliative by county"),
            )
            for __, r in rows.iterrows()
            if r["sites"]
        ],
        source_ids=[reports.newest_source(store), shapes(store)],
        indicator_ids=[OLDER],
        caveats=(self_reported(),),
    )
