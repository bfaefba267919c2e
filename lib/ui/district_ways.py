"""The ways to a district: from a ZIP code with its shares, from a search, from an older link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive.rows import each
from lib.derive.seeking import Entry
from lib.schema.lists import CHAMBERS
from lib.subjects.districts import rows as districts, words_search as words
from lib.ui import address, library, parameters, provenance
from lib.ui.edition import per_edition
from lib.ui.heading import MEASURE
from lib.wording.places import district_name

if TYPE_CHECKING:
    import pandas as pd

PAGE = "pages/district.py"

#: The ZIP code that led to a county, in the address of the county's page.
PARAMETER = "zip"

parameters.own(PARAMETER)


def asked_chamber() -> str:
    """The chamber that the address means; the first one where it means none."""
    return districts.chamber_of(address.asked("chamber"), CHAMBERS) or CHAMBERS[0]


def query(chamber: str, number: int | str) -> dict[str, str]:
    """What the address of a district's page says."""
    return {"chamber": chamber, "number": str(number)}


def district(chamber: str, number: int, note: str = "") -> Entry:
    """A district as a search finds it."""
    asked = tuple(query(chamber, number).items())
    return Entry("district", district_name(chamber, number), PAGE, asked, note)


@per_edition(maxsize=512)
def of_zip(code: str) -> tuple[Entry, ...]:
    """Every district of a ZIP code with its share, by chamber, the largest first."""
    return tuple(
        district(row.chamber, row.number, words.note(row.share, row.basis, code))
        for row in each(_parts(code))
    )


@per_edition(maxsize=512)
def _parts(code: str) -> pd.DataFrame:
    held = districts.of_zip(library.store().table("zip_districts"), code)
    order = held["chamber"].map({name: place for place, name in enumerate(CHAMBERS)})
    return held.loc[order.sort_values(kind="stable").index]


@per_edition(maxsize=512)
def said(code: str) -> str:
    """What is said of the districts of a ZIP code, or why there are none."""
    held = set(_parts(code)["chamber"])
    if held:
        missing = [chamber for chamber in CHAMBERS if chamber not in held]
        more = f" {words.lacking(missing)}" if missing else ""
        return f"{words.of_zip(code)}{more}"
    zips = library.store().table("zip_counties")
    kinds = set(zips[zips["zip"].eq(code)]["zip_kind"])
    return words.none_of_zip(code, is_bare=bool(kinds) and "standard" not in kinds)


def districts_of_zip() -> None:
    """On a county's page: the districts of the ZIP code that led to it, each a link."""
    code = address.asked(PARAMETER)
    if not (code.isascii() and code.isdecimal() and len(code) == 5):
        return
    with st.container(border=True, key="zip-districts", gap="small"):
        st.markdown(provenance.plain(said(code)), width=MEASURE)
        with st.container(horizontal=True, gap="small"):
            for row in each(_parts(code)):
                label = words.share(row.chamber, row.number, row.share, row.basis)
                st.page_link(PAGE, label=label, query_params=query(row.chamber, row.number))


def to_every_district() -> None:
    """On the map of counties: the way to the same for districts."""
    st.page_link(PAGE, label=words.every_district(), icon=":material/arrow_forward:")


@st.fragment
def of_county(county: str) -> None:
    """The districts that take part of a county, behind a fold, each with its share of it."""
    shared = library.store().table("county_districts")
    here = shared[shared["county_fips"].eq(county)]
    name = library.store().names[county]
    with st.expander(
        words.county_title(name, len(here)), key="county_districts", on_change="rerun"
    ) as more:
        if not more.open:
            return
        st.markdown(provenance.plain(words.of_county(name)), width=MEASURE)
        for chamber in CHAMBERS:
            held = here[here["chamber"].eq(chamber)].sort_values("share_of_county", ascending=False)
            with st.container(horizontal=True, gap="small", key=f"kind-county-{chamber}"):
                for row in each(held):
                    label = words.share(chamber, row.number, row.share_of_county, "population")
                    st.page_link(PAGE, label=label, query_params=query(chamber, row.number))
