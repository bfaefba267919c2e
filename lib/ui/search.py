"""What an address looks for on the page of a county: a place or a district (`place`).

The box of every page is in `lib.ui.seekbox`; links made before it, and files of a district's sites,
name what they look for here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from lib.derive import places
from lib.i18n import _
from lib.ui import address, chrome, district_ways as ways, library, parameters, provenance, seek
from lib.ui.edition import per_edition
from lib.ui.kept import kept
from lib.ui.seek import COUNTY_PAGE
from lib.wording import numbers, places as words_of, search as search_words

LONGEST = 80

parameters.own("place")


@dataclass(frozen=True)
class Found:
    """What the address looks for, what that may be, and the county if it can only be one."""

    words: str
    answer: places.Answer
    places: tuple[places.Place, ...]
    county: str


def found() -> Found:
    """What the words or the district in the address find."""
    words = _asked()
    answer, held = _sought(words)
    return Found(words, answer, held, places.meant(answer, held, words))


@per_edition(maxsize=512)
def _sought(words: str) -> tuple[places.Answer, tuple[places.Place, ...]]:
    return places.find(seek.where()[0], words)


def _asked() -> str:
    """What the address looks for: words, or the district that a file of its sites names."""
    asked = address.asked("place")[:LONGEST].strip()
    chamber = address.asked("chamber").lower()
    number = address.number("district") or address.number("number")
    if asked or chamber not in places.CHAMBERS or not number:
        return asked
    return words_of.district_name(chamber, number)


def forget() -> None:
    """Take the search out of the address."""
    for name in ("place", "chamber", "district", "number"):
        st.query_params.pop(name, None)


def lead_to_district() -> None:
    """Go to the page of the district, where what is looked for can only be one."""
    held = found()
    if len(held.places) == 1 and held.places[0].kind is places.Kind.DISTRICT:
        place = held.places[0]
        st.switch_page(ways.PAGE, query_params=ways.query(place.chamber, place.number))


def is_searching() -> bool:
    """True where the address looks for something."""
    return bool(_asked())


def header(held: Found) -> None:
    """The headline of a page that answers a search and shows no county."""
    chrome.page_header(
        search_words.headline(held.words, len(held.places)),
        search_words.introduction(len(held.places)),
    )


def search_answer() -> None:
    """What a search has found, or the words for nothing."""
    held = found()
    if not held.words:
        return
    if not held.places:
        said = f"**{provenance.plain(held.words)}**"
        st.markdown(words_of.nothing_found(held.answer, said))
    elif _districts_of(held):
        _districts(held.places)
    elif held.county:
        # What led to this page: the other places of the same name lie in this county too.
        _found(next(p for p in held.places if held.county in p.counties))
    else:
        for place in held.places:
            _found(place)


def _districts_of(held: Found) -> list[places.Place]:
    return [place for place in held.places if place.kind is places.Kind.DISTRICT]


def county_link(county_fips: str, note: str = "") -> None:
    """A link to a county's page; `note` follows the name."""
    name = provenance.heading(library.store().names[county_fips])
    label = _("{county} County").format(county=name)
    st.page_link(
        COUNTY_PAGE,
        label=_("{label} ({note})").format(label=label, note=note) if note else label,
        icon=":material/arrow_forward:",
        query_params={"county": county_fips},
    )


def county_links(codes: list[str]) -> None:
    """Links to the pages of several counties, in a row that wraps."""
    kept(f"counties {codes}", partial(_county_links, codes))


def _county_links(codes: list[str]) -> None:
    with st.container(horizontal=True, gap="small"):
        for code in codes:
            county_link(code)


def _found(place: places.Place) -> None:
    """One thing found: what it is, what is known of its counties, and the links."""
    with st.container(gap=None):
        st.markdown(
            _("**{name}** ({kind}{city})").format(
                name=provenance.plain(place.name),
                kind=words_of.place_kind(place.kind),
                city=f", {provenance.plain(place.city)}" if place.city else "",
            )
        )
        if place.kind is places.Kind.ZIP:
            st.caption(words_of.zip_note(place))
        elif place.kind is places.Kind.CITY and len(place.counties) > 1:
            st.caption(words_of.city_note(len(place.counties)))
        shares = place.shares or (None,) * len(place.counties)
        with st.container(horizontal=True, gap="small"):
            for code, share in zip(place.counties, shares, strict=True):
                shown = share is not None and len(place.counties) > 1
                county_link(code, numbers.exact_percent(share or 0.0) if shown else "")


def _districts(held: tuple[places.Place, ...]) -> None:
    """Links to each district, where the chamber was not said."""
    st.markdown(_("Which of these?"))
    for place in held:
        st.page_link(
            ways.PAGE,
            label=words_of.district_name(place.chamber, place.number),
            icon=":material/arrow_forward:",
            query_params=ways.query(place.chamber, place.number),
        )
