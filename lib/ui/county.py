"""The county page: which county the address means, its findings, and its comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import places
from lib.i18n import _
from lib.outputs import brief
from lib.ui import (
    address,
    chrome,
    county_index,
    district_ways,
    library,
    on_paper,
    parameters,
    provenance,
    search,
    seek,
    slides,
)
from lib.ui.edition import per_edition
from lib.ui.figure import choice, show
from lib.ui.search import county_links
from lib.wording import documents, places as words, search as search_words

if TYPE_CHECKING:
    from lib.model import Figure

CHOICE = "county_choice"
#: The tab with the questions (`lib.pages.county`).
MEETING = "meeting"

parameters.own("county", "list")


def asked_county() -> str:
    """The code of the county that the address means, by code or name, or an empty text."""
    return _meant(address.asked("county"))


@per_edition(maxsize=256)
def _meant(text: str) -> str:
    return places.county_of(text, library.store().table("counties"))


def say_odd_county(shown: str) -> None:
    """Say so where the address names a county that is none of the 58; `shown` may be no county."""
    asked = address.asked("county")
    if asked and not asked_county():
        st.info(
            search_words.unknown_county(
                provenance.plain(parameters.part("county", asked)),
                _("{county} County").format(county=library.store().names[shown])
                if shown
                else _("all 58 counties"),
            ),
            icon=":material/link_off:",
        )


def county_header() -> str:
    """The headline of the page; gives the code of its county, or nothing where none is asked for.

    What a search finds that is no single county (a district, several places, a ZIP code in two
    counties) has a page of its own: it never stands under a county's headline.
    """
    search.lead_to_district()
    found = search.found()
    if found.words and not found.county:
        search.header(found)
        return ""
    county = found.county or asked_county()
    if not county:
        county_index.header()
        say_odd_county("")
        return ""
    figure = library.figure("county_findings", county=county)
    chrome.page_header(figure.headline, provenance.plain(figure.subtitle))
    if arrival := seek.arrival(address.asked(district_ways.PARAMETER), county):
        provenance.small(provenance.plain(arrival))
    # A link to this very page reruns it but leaves the browser's address as it was.
    st.query_params["county"] = county
    return county


@per_edition(maxsize=1)
def _codes() -> list[str]:
    return library.store().table("counties")["county_fips"].tolist()


def choose_county(county: str, *, labelled: bool = True) -> None:
    """The list of the 58 counties; a choice changes the address and so the page.

    Without `labelled` its label is only heard: the name in it says what it is.
    """
    names = library.store().names
    # The address is the record: the list follows it, also after a link or the Back button.
    st.session_state[CHOICE] = county or None
    st.selectbox(
        _("County"),
        _codes(),
        index=0 if county else None,  # a county's page has one: it cannot be cleared
        format_func=lambda code: names[code],
        placeholder=_("Choose or type a name"),
        key=CHOICE,
        on_change=_follow,
        label_visibility="visible" if labelled else "collapsed",
        width=300,
    )


def _follow() -> None:
    chosen = st.session_state[CHOICE]
    if chosen:
        search.forget()
        st.query_params["county"] = chosen


def county_brief(county: str) -> None:
    """The two-page brief of the county, typeset when it is asked for."""
    held = library.store()
    on_paper.brief(
        _("Download county brief (PDF, two pages)"),
        brief.file_name(held, county),
        lambda: brief.pdf(held, county),
        place=documents.county(held.names[county]),
        where=f"county?county={county}",
    )


def to_the_questions(county: str) -> None:
    """The way from the first screen to what a meeting may ask, in the last tab.

    static/frame/tabs.js brings that tab into sight.
    """
    # The key is what makes it a plain link as high as the button beside it (static/frame/district.css).
    with st.container(key="kind-questions", width="content"):
        st.page_link(
            "pages/county.py",
            label=_("What to say and ask at a meeting"),
            icon=":material/forum:",
            query_params={"county": county, "tab": MEETING},
        )


def county_findings(county: str) -> None:
    """The findings as a list, and where each comes from."""
    figure = library.figure("county_findings", county=county)
    provenance.findings(figure)
    slides.beside_sources(figure, {"county": county})


def county_sites(county: str) -> None:
    """The hospital sites in groups, or the licenses; before them the nearest programs if none is here."""
    if not reports_one(county):
        show("county_nearest", county=county)
    if library.figure("county_hospitals", county=county).is_empty:
        st.markdown(
            _(
                "No general acute care hospital has a license in {county} County in any year that "
                "we have, so there is nothing that a hospital could report."
            ).format(county=provenance.plain(library.store().names[county]))
        )
        return
    names = {"sites": _("Hospital sites"), "licenses": _("Licenses, every year")}
    listed = address.buttons("list", _("List"), names, hidden=True)
    show("county_hospitals" if listed == "sites" else "county_licenses", county=county)


@per_edition(maxsize=64)
def reports_one(county: str) -> bool:
    """True where a site of the county reports an inpatient program in the newest year."""
    return bool(
        library.figure("county_hospitals", county=county).rows["listed"].eq("reports").any()
    )


@st.fragment
def comparison(county: str) -> None:
    """Peers by the traits and the number that the reader chooses, and the key numbers."""
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="choices-and-peers"
    ):
        with st.container(horizontal=True, key="choices-first-peers"):
            like = choice("county_peers", "like", _("Similar in"), words.likeness_names())
        with st.popover(_("More choices"), type="tertiary", icon=":material/tune:"):
            peers = choice("county_peers", "peers", _("Similar counties"), {})
            topic = choice("county_numbers", "topic", _("Key numbers"), words.topic_names())
    left, right = st.columns(2, gap="medium")
    with left:
        show("county_peers", county=county, like=like, peers=peers, below=_peer_links)
    with right:
        show("county_numbers", county=county, topic=topic, like=like, peers=peers)


def _peer_links(figure: Figure) -> None:
    county_links(figure.rows["county_fips"].tolist()[1:])


def to_the_starter(county: str) -> None:
    """The way to what a meeting in this county may begin with."""
    name = provenance.heading(library.store().names[county])
    st.page_link(
        "pages/community_action.py",
        label=_("Open the needs-assessment starter of {name} County").format(name=name),
        icon=":material/arrow_forward:",
        query_params={"county": county},
    )
