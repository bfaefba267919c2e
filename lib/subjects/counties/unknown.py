"""What is not known of one county: its own gaps first, then those of every county."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.derive import hospitals, reports
from lib.derive.rows import each
from lib.i18n import _
from lib.subjects.counties import words_sites as words
from lib.subjects.counties.held import held
from lib.subjects.shared.sites import told_apart
from lib.wording import places

if TYPE_CHECKING:
    from lib.store import Store

#: The topics of the table of unknowns that concern a county.
TOPICS = ("County supply and need", "Rural", "Medi-Cal plans")


def own(store: Store, county: str) -> list[str]:
    """The gaps of this very county, each a sentence; made from its rows."""
    return [*_unanswered(store, county), *_without_number(store, county)]


def common(store: Store) -> list[tuple[str, str]]:
    """The gaps that concern every county: what, and who might know."""
    table = store.table("unknowns")
    rows = table[table["topic"].isin(list(TOPICS))]
    return [
        (str(r.what_is_not_known).rstrip("."), str(r.who_might_hold_it).rstrip("."))
        for r in rows.itertuples()
    ]


def shared(store: Store) -> list[str]:
    """The gaps that concern every county, each a line of text."""
    return [
        _("{what}. Who might know: {holder}.").format(what=what, holder=holder)
        for what, holder in common(store)
    ]


def _unanswered(store: Store, county: str) -> list[str]:
    sites = store.table("hospital_programs")
    here = sites[sites["county_fips"] == county]
    if here.empty:
        return []
    table, year = hospitals.answers_by_year(here), reports.newest(store)
    table = table.assign(full=told_apart(table))
    column = f"inpatient_{year}"
    quiet = table[table[column].eq(hospitals.UNKNOWN)] if column in table else table
    # A name that reports now and is said not to have reported would contradict itself.
    known = table[~table.index.isin(quiet.index)].set_index(["name", "city"]).index
    again = quiet.set_index(["name", "city"]).index.isin(known)
    found = [words.unanswered(quiet[~again]["full"].tolist(), year)] if not again.all() else []
    return found + [
        words.same_name(str(r.name), str(r.facility_id), int(r.last_year), year)
        for r in each(quiet[again])
    ]


def _without_number(store: Store, county: str) -> list[str]:
    """The measures without a number here, but for those that need a hospital where there is none."""
    kept = held(store)
    found: list[tuple[str, str]] = []
    for measure_id, table in kept.values.items():
        row = table.loc[county]
        if pd.isna(row["value"]) and row["state"] != "no hospital":
            found.append((kept.chosen[measure_id].label, places.state_words(str(row["state"]))))
    return [words.without_number(found)] if found else []
