"""Find a county by its name, a city, a ZIP code, a hospital or a legislative district."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from lib.derive import places
from lib.i18n import _
from lib.ui import library, provenance
from lib.ui.figure import show
from lib.wording import numbers
from lib.wording import places as words_of

COUNTY_PAGE = "pages/county.py"
LONGEST = 80
BOX = "place_typed"


@lru_cache(maxsize=1)
def _index() -> places.Index:
    held = library.store()
    return places.index(
        held.table("zip_counties"), held.table("counties"), held.table("hospital_programs")
    )


@st.fragment
def place_search() -> None:
    """The search box and what it finds; the words typed live in the URL as `place`."""
    # Not bound but mirrored: a bound box would rewrite the address that a link has just set.
    st.session_state[BOX] = _asked()[:LONGEST]
    typed = st.text_input(
        _("Find by county, city, ZIP code, hospital or district"),
        key=BOX,
        on_change=_remember,
        max_chars=LONGEST,
        placeholder=_("95501, Eureka, Assembly 2, Cedars ..."),
        icon=":material/search:",
        width=480,
    )
    if not typed or not typed.strip():
        return
    answer, found = places.find(_index(), typed)
    if not found:
        st.markdown(words_of.nothing_found(answer, f"**{provenance.plain(typed.strip())}**"))
        return
    districts = [place for place in found if place.kind is places.Kind.DISTRICT]
    if districts:
        _districts(districts)
        return
    for place in found:
        _found(place)


def _asked() -> str:
    """What the address looks for: words, or the district that a file of its sites names."""
    asked = st.query_params
    chamber, number = asked.get("chamber", ""), asked.get("district", "")
    if "place" in asked or chamber not in places.CHAMBERS or not number.isdecimal():
        return asked.get("place", "")
    return words_of.district_name(chamber, int(number))


def _remember() -> None:
    st.query_params["place"] = st.session_state[BOX]


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


def _districts(found: list[places.Place]) -> None:
    """The sites of a district, or links to each where the chamber was not said."""
    if len(found) > 1:
        st.markdown(_("Which of these?"))
        county = st.query_params.get("county", "")
        for place in found:
            name = words_of.district_name(place.chamber, place.number)
            st.page_link(
                COUNTY_PAGE,
                label=name,
                icon=":material/arrow_forward:",
                query_params={"place": name, **({"county": county} if county else {})},
            )
        return
    place = found[0]
    show(
        "district_sites",
        chamber=place.chamber,
        district=str(place.number),
        below=lambda figure: county_links(list(dict.fromkeys(figure.rows["county_fips"]))),
    )
