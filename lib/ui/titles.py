"""The name and the description of what an address shows: of each page, and of each place on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import nav
from lib.derive import places
from lib.model import DataError
from lib.schema.lists import CHAMBERS
from lib.subjects.districts import rows as districts, words as district_words
from lib.ui import library
from lib.ui.edition import per_edition
from lib.wording import documents
from lib.wording.places import district_name

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The pages about one county -> the county that they show where the address names none.
OF_A_COUNTY = {"county": "", "community_action": "06037", "county_map": ""}

#: The page of a legislative district.
DISTRICT = "district"

#: Names kept, for each way in which an address may write a county.
KEPT = 256


#: The session keeps under this what its tab is named.
NAMED = "tab-named"


def show(path: str) -> None:
    """Name the visitor's tab after the page at `path` and the place that its address means."""
    name = title(path, st.query_params)
    st.session_state[NAMED] = name
    st.set_page_config(page_title=name)


def follow(path: str) -> None:
    """The same from a part of a page that runs alone: a name that stays is not sent again."""
    if st.session_state.get(NAMED) != title(path, st.query_params):
        show(path)


def title(path: str, asked: Mapping[str, str]) -> str:
    """The name of the page at `path`, of the dashboard where there is no such page."""
    entry = _entry(path)
    if entry is None:
        return documents.site_name()
    if path == DISTRICT and (district := _district(asked)):
        return documents.title(district)
    place = _county(path, asked)
    if not place:
        return documents.title(entry.title)
    name = documents.county(place)
    return documents.title(name) if path == "county" else documents.title(entry.title, name)


def description(path: str, asked: Mapping[str, str]) -> str:
    """One or two sentences on the page at `path`; those of the first page where there is none."""
    entry = _entry(path)
    place = _county(path, asked) if path == "county" and asked.get("county") else ""
    if place:
        return documents.county_description(place)
    if path == DISTRICT and (district := _district(asked)):
        return district_words.description(district)
    held = documents.descriptions()
    return held[entry.path] if entry else held[nav.PAGES[0].path]


def _entry(path: str) -> nav.PageEntry | None:
    """The page at `path`; the root of the site is the first one's."""
    for entry in nav.PAGES:
        if path == entry.path or (entry.is_default and not path):
            return entry
    return None


def _district(asked: Mapping[str, str]) -> str:
    """The name of the district that an address means, or nothing."""
    chamber = districts.chamber_of(asked.get("chamber", ""), CHAMBERS) or CHAMBERS[0]
    number = districts.number_of(asked.get("number", "") or asked.get("district", ""))
    return district_name(chamber, number) if 1 <= number <= places.CHAMBERS[chamber] else ""


def _county(path: str, asked: Mapping[str, str]) -> str:
    """The name of the county that a page shows at an address, or nothing."""
    if path not in OF_A_COUNTY:
        return ""
    try:
        return _named(asked.get("county", ""), OF_A_COUNTY[path])
    except DataError:  # the page itself says what is wrong
        return ""


@per_edition(maxsize=KEPT)
def _named(given: str, usual: str) -> str:
    held = library.store()
    return held.names.get(places.county_of(given, held.table("counties")) or usual, "")
