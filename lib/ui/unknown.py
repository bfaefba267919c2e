"""What is not known of a page's subject or of a place, behind a fold that says how much it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.derive import vocabulary
from lib.derive.unknowns import of
from lib.i18n import _, ngettext
from lib.subjects.counties import unknown as county_unknown, words_sites as county_words
from lib.subjects.districts import findings as district_findings, words as district_words
from lib.ui import library, provenance
from lib.ui.edition import per_edition
from lib.ui.heading import MEASURE
from lib.wording import numbers
from lib.wording.places import district_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    #: What is not known, and who might know.
    Gap = tuple[str, str]


def unknowns(topics: Sequence[str]) -> None:
    """The gaps of these topics of `unknowns.csv`, the first topic's first, and who might know.

    Raises:
        KeyError: a topic is none of the list: it was renamed there, or here.
    """
    known = vocabulary.words(library.store(), "unknown_topic")
    if strange := set(topics) - set(known):
        raise KeyError(*strange)
    gaps = _of_topics(tuple(topics))
    title = ngettext("What we do not know ({n})", "What we do not know ({n})", len(gaps)).format(
        n=numbers.count(len(gaps))
    )
    _folded(title, "unknown_open", gaps)


def of_county(county: str) -> None:
    """The gaps of this county first, then those of every county, and who might know."""
    own, common = _of_county(county)
    name = _("{county} County").format(county=library.store().names[county])
    title = county_words.unknown_title(name, len(own), len(common))
    _folded(title, "unknown_open", common, own, county_words.unknown_here(name))


def of_district(chamber: str, number: str) -> None:
    """What is not known of a district, and who might know."""
    gaps = _of_districts()
    title = district_words.unknown_title(district_name(chamber, int(number)), len(gaps))
    _folded(title, "district_unknown", gaps)


@per_edition(maxsize=64)
def _of_topics(topics: tuple[str, ...]) -> tuple[Gap, ...]:
    return tuple(of(library.store(), topics))


@per_edition(maxsize=64)
def _of_county(county: str) -> tuple[tuple[str, ...], tuple[Gap, ...]]:
    """What is not known of this county alone, and of every county."""
    store = library.store()
    return tuple(county_unknown.own(store, county)), tuple(county_unknown.common(store))


@per_edition(maxsize=1)
def _of_districts() -> tuple[Gap, ...]:
    return tuple(district_findings.unknown(library.store()))


@st.fragment
def _folded(
    title: str, key: str, gaps: Sequence[Gap], own: Sequence[str] = (), here: str = ""
) -> None:
    with st.expander(title, key=key, on_change="rerun") as more:
        if more.open:
            listed(gaps, own, here)


def listed(gaps: Sequence[Gap], own: Sequence[str] = (), here: str = "") -> None:
    """Gaps as a list with who might know; those of a place alone stand before them under `here`."""
    lines = []
    if own:
        lines = [f"**{provenance.plain(here)}**", "", *(f"- {provenance.plain(t)}" for t in own)]
    if here:
        lines += ["", f"**{county_words.unknown_anywhere()}**", ""]
    lines += [
        _("- {what}. *Who might know: {holder}.*").format(
            what=provenance.plain(what), holder=provenance.plain(holder)
        )
        for what, holder in gaps
    ]
    st.markdown("\n".join(lines), width=MEASURE)
