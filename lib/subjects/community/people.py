"""Whom a county's coalition brings together: by role, with the organizations held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, reports
from lib.i18n import _
from lib.model import Column, County
from lib.subjects.community import words as community, words_questions as starter_questions
from lib.subjects.community.rows import agenda
from lib.subjects.shared.assemble import Draft, figure
from lib.wording import numbers

if TYPE_CHECKING:
    from lib.store import Store

#: Names written out for one role; the rest are counted.
NAMED = 8
HOSPICE = "hospice_site"
FACILITIES = "skilled_nursing_facility_count_cdph"
BEDS = "skilled_nursing_bed_count_cdph"


def _hospitals(store: Store, county: str) -> str:
    sites = store.table("hospital_programs")
    held = sites[sites["county_fips"].eq(county) & sites["year"].eq(reports.newest(store))]
    yes = held["inpatient_palliative"].eq(hospitals.YES)
    names, others = (sorted(part["name"]) for part in (held[yes], held[~yes]))
    return community.hospital_names(names, others, NAMED)


def _plans(store: Store, county: str) -> tuple[str, list[str]]:
    """The plans of the contracts in force, and the sources that name them."""
    table = store.table("medi_cal_plans")
    held = table[table["county_fips"].eq(county) & table["effective_end"].eq("")]
    names = [name for cell in held["plans"] for name in cell.split("; ") if name]
    sources = [source for cell in held["source_ids"] for source in cell.split(" ")]
    return community.named(names, NAMED), sources


def _licenses(store: Store) -> str:
    """The source of the list that hospice offices stand on."""
    table = store.table("facilities")
    return str(table.loc[table["type"].eq(HOSPICE), "source_id"].iloc[0])


def _hospices(store: Store, county: str) -> str:
    table = store.table("facilities")
    held = table["type"].eq(HOSPICE) & table["county_fips"].eq(county)
    return community.offices(int(held.sum()))


def _nursing(store: Store, county: str) -> str:
    counts = [store.observed(i, county)["value"].tail(1) for i in (FACILITIES, BEDS)]
    if any(part.empty for part in counts):
        return numbers.not_collected()
    facilities, beds = (float(part.iloc[0]) for part in counts)
    return community.facilities(int(facilities), numbers.count(beds))


def _members(store: Store, county: str) -> tuple[str, list[str]]:
    """Named organizations of the county that took part in a cohort, and their sources."""
    table = store.table("cohort_members")
    held = table[table["county_fips"] == county]
    names = list(dict.fromkeys(held["organization"]))
    return community.named(names, NAMED), list(dict.fromkeys(held["source_id"]))


@figure
def starter_people(store: Store, county: County = "06037") -> Draft:
    """One row a role to convene: the organizations held, and why it belongs at the table."""
    counties = store.table("counties")
    name = str(counties[counties["county_fips"] == county]["name"].iloc[0])
    plans, plan_sources = _plans(store, county)
    members, member_sources = _members(store, county)
    nobody = community.named([], NAMED)
    held = {
        "hospitals": _hospitals(store, county),
        "plans": plans,
        "hospices": _hospices(store, county),
        "nursing": _nursing(store, county),
        "known": members,
    }
    rows = pd.DataFrame(
        [
            {"role": role, "who": held.get(key, nobody), "why": why}
            for key, (role, why) in starter_questions.roles().items()
        ]
    )
    year = reports.newest(store)
    return Draft(
        headline=community.people_headline(name, len(rows)),
        subtitle=_(
            "Listed by role, with the organizations we can name. Hospitals as they reported for "
            "{year}. We list no individuals."
        ).format(year=year),
        summary="; ".join(f"{r.role}: {r.who}" for r in rows.itertuples()) + ".",
        drawing=_("Table of roles."),
        rows=rows,
        columns=(
            Column("role", _("Role")),
            Column("who", _("In the county")),
            Column("why", _("Why invite them")),
        ),
        period=str(year),
        as_of=numbers.date(store.edition.date),
        source_ids=list(
            dict.fromkeys(
                [
                    agenda(store),
                    reports.source(store, year),
                    _licenses(store),
                    *plan_sources,
                    *member_sources,
                ]
            )
        ),
        definition=_("We chose the roles; the four groups in C-TAC's convening step come first."),
    )
