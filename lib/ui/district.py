"""The district page: which district the address means, its outline, numbers, sites and counties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from lib.i18n import _
from lib.outputs import district_brief as brief
from lib.schema.lists import CHAMBERS
from lib.subjects.districts import (
    held as district_held,
    rows as districts,
    words,
    words_brief,
)
from lib.ui import (
    address,
    chrome,
    district_index,
    district_ways as ways,
    library,
    on_paper,
    parameters,
    provenance,
)
from lib.ui.kept import kept
from lib.wording.places import chamber_names, district_name

if TYPE_CHECKING:
    from datetime import date


CHOICE = "district_choice"
PAGE = "pages/district.py"

# `district` is the number in links that files carried before the page had one of its own.
parameters.own("chamber", "number", "district")

#: Chamber and number of a district as the address writes them.
District = tuple[str, str]


def asked_district() -> District | None:
    """The district that the address means, or None where it means none."""
    chamber, number = ways.asked_chamber(), districts.number_of(_asked_number())
    known = number in district_held.listed(library.store(), chamber).index
    return (chamber, str(number)) if known else None


def _asked_number() -> str:
    return address.asked("number") or address.asked("district")


def district_header() -> District | None:
    """The headline of the page; gives its district, or None where it shows a whole chamber."""
    found = asked_district()
    if found is None:
        district_index.header(ways.asked_chamber())
        _say_odd()
        return None
    figure = library.figure("district_findings", chamber=found[0], number=found[1])
    words_under = f"{figure.subtitle} {district_held.lines(library.store(), found[0])}"
    chrome.page_header(figure.headline, provenance.plain(words_under))
    _say_odd()
    _say_over(found)
    return found


def _say_odd() -> None:
    """Say so where the address names a chamber or a district that there is none of."""
    chamber, number = address.asked("chamber"), _asked_number()
    is_odd = chamber and not districts.chamber_of(chamber, CHAMBERS)
    if is_odd or (number and asked_district() is None):
        shown = provenance.plain(f"{chamber} {number}".strip()[: parameters.PART_LENGTH])
        st.info(words.unknown_district(shown), icon=":material/link_off:")


def _say_over(found: District) -> None:
    """Once other lines hold: that the number may be another area."""
    until = district_held.valid_until(library.store(), found[0])
    if districts.is_over(until, today()):
        name = district_name(found[0], int(found[1]))
        st.warning(words.over(name, until), icon=":material/event_busy:")


def today() -> date:
    """The day on which the page is read."""
    return datetime.now(UTC).date()


def choose_district(found: District | None) -> None:
    """The list of the chamber's districts and, over all of them, the chamber; both are addresses.

    On the page of one district its map comes first: the ways to the chambers are at its end.
    """
    chamber = found[0] if found else _choose_chamber()
    numbers = [str(number) for number in district_held.listed(library.store(), chamber).index]
    # The address is the record: the list follows it, also after a link or the Back button.
    st.session_state[CHOICE] = found[1] if found else None
    st.selectbox(
        _("District"),
        numbers,
        index=None,
        format_func=lambda number: district_name(chamber, int(number)),
        placeholder=_("Choose or type a number"),
        key=CHOICE,
        on_change=_follow,
        label_visibility="collapsed",  # its words say what it is
        width=280,
    )


def _choose_chamber() -> str:
    return address.buttons(
        "chamber",
        _("Chamber"),
        chamber_names(),
        default=CHAMBERS[0],
        hidden=True,
        forget=("number", "district"),
        tell=False,
    )


def _follow() -> None:
    chosen = st.session_state[CHOICE]
    st.query_params.pop("district", None)
    if chosen:
        st.query_params["number"] = chosen
    else:
        st.query_params.pop("number", None)


def district_brief(found: District) -> None:
    """The one-page brief of the district, typeset when it is asked for."""
    held, query = library.store(), urlencode(ways.query(*found))
    on_paper.brief(
        _("Download district brief (PDF, one page)"),
        brief.file_name(held, *found),
        lambda: brief.pdf(held, *found),
        place=district_name(found[0], int(found[1])),
        where=f"district?{query}",
    )


def findings(chamber: str, number: str) -> None:
    """The findings as a list, and where each comes from."""
    figure = library.figure("district_findings", chamber=chamber, number=number)
    provenance.findings(figure)
    provenance.source_line(figure)


def questions(chamber: str, number: str) -> None:
    """What to ask in the district: the same as in its brief."""
    st.subheader(words_brief.ask_title(), anchor=False)
    asked = words_brief.asked(library.figure("district_sites", chamber=chamber, number=number))
    st.markdown("\n".join(f"- {provenance.plain(each)}" for each in asked))


def to_the_chambers(chamber: str, number: str) -> None:
    """The ways to all districts of each chamber."""
    kept("kind-chambers", _every_chamber)


def _every_chamber() -> None:
    with st.container(horizontal=True, gap="small", key="kind-chambers"):
        for each in CHAMBERS:
            st.page_link(PAGE, label=words.every(each), query_params={"chamber": each})
